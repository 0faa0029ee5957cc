"""Files that people attach: read whole, and refused when they are too large or of a kind nobody can open."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.paper import unprintable
from cbc_desktop.base.system_reasons import reason_of
from cbc_desktop.base.text import keepable
from cbc_desktop.dossier.revision import Attachment
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.session import FormSession
from cbc_desktop.forms.definition import DataType
from cbc_desktop.store.attachments import AttachmentStore

MOST_BYTES = 20 * 1024 * 1024
SIGNATURES = {".pdf": b"%PDF-", ".docx": b"PK\x03\x04", ".xlsx": b"PK\x03\x04"}
"""Kinds that are accepted, with the bytes such a file begins with."""

_END_OF_PDF = b"%%EOF"
_LAST_BYTES = 1024
"""Among which readers look for the end of a PDF."""
_OFFICE_CONTENTS = "[content_types].xml"
"""What every DOCX and XLSX holds (ECMA-376, part 2)."""

NOT_READ = Message(
    "Không đọc được tệp “{path}” ({reason}). Hãy kiểm tra lại đường dẫn hoặc chép tệp về máy rồi đính kèm lại.",
    "The file “{path}” cannot be read ({reason}). Check its path or copy it to this computer, then attach it again.",
)
TOO_LARGE = Message(
    "Tệp “{path}” lớn hơn 20 MB. Hãy nén hoặc tách tệp rồi đính kèm lại.",
    "The file “{path}” is larger than 20 MB. Compress or split it, then attach it again.",
)
OTHER_KIND = Message(
    "Tệp “{path}” không phải là tệp PDF, DOCX hoặc XLSX. Hãy lưu lại dưới một trong các dạng này rồi đính kèm.",
    "The file “{path}” is no PDF, DOCX or XLSX file. Save it as one of these, then attach it.",
)
INCOMPLETE = Message(
    "Tệp “{path}” chưa đủ hoặc đã hỏng, nơi nhận sẽ không mở được. Hãy mở thử tệp, chép hoặc lưu lại rồi đính kèm.",
    "The file “{path}” is incomplete or damaged; the receiver could not open it. Try to open it, copy or save it "
    "again, then attach it.",
)

NOT_ATTACHED = Message(
    "Hồ sơ không có tệp “{name}”. Hãy đính kèm lại tệp này.",
    "The dossier has no file “{name}”. Attach it again.",
)


def require_file_question(session: FormSession, address: Address) -> None:
    if session.tree.leaf(address).definition.bind.type is not DataType.BINARY:
        raise BugError(f"{address} takes no file")


def attach(store: AttachmentStore, dossier_id: str, path: Path, who: str) -> Attachment:
    """Keeps a copy of the file; UserFacingError when it cannot be accepted."""
    return store.add(dossier_id, _printable_name(path), read_attachment(path), who)


def _printable_name(path: Path) -> str:
    """The name stands beside the answer on paper; it means nothing else."""
    name = keepable(path.name)
    while character := unprintable(name):
        name = name.replace(character, "_")
    return name


def attached(store: AttachmentStore, dossier_id: str, name: str) -> tuple[Attachment, bytes]:
    """A file that was attached, and its bytes; UserFacingError when it is missing or damaged."""
    found = store.find(dossier_id, name)
    if found is None:
        raise UserFacingError(NOT_ATTACHED.filled(name=name))
    return found, store.read(found)


def read_attachment(path: Path) -> bytes:
    """The file's bytes; UserFacingError when it cannot be accepted."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserFacingError(TOO_LARGE.filled(path=path))
        content = path.read_bytes()
    except OSError as error:
        raise UserFacingError(NOT_READ.filled(path=path, reason=reason_of(error))) from error
    signature = SIGNATURES.get(path.suffix.lower())
    if signature is None or not content.startswith(signature):
        raise UserFacingError(OTHER_KIND.filled(path=path))
    if not (_has_an_end(content) if signature == SIGNATURES[".pdf"] else _has_contents(content)):
        raise UserFacingError(INCOMPLETE.filled(path=path))
    return content


def _has_an_end(pdf: bytes) -> bool:
    return _END_OF_PDF in pdf.rstrip(b"\0 \t\r\n")[-_LAST_BYTES:]


def _has_contents(office_file: bytes) -> bool:
    try:
        with ZipFile(BytesIO(office_file)) as archive:
            return _OFFICE_CONTENTS in map(str.lower, archive.namelist())
    except (BadZipFile, NotImplementedError, ValueError):
        return False
