"""What a receiving office has written itself, and tables of answers: recognised among what is taken in, and told so."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from cbc_desktop.documents.excel.data_layout import INDEX
from cbc_desktop.dossier.return_slip import KIND, SIGNATURE_SUFFIX, SUFFIX
from cbc_desktop.package import foreign
from cbc_desktop.receiving.consolidating.consolidated import BEFORE, REPORT, TABLES, WORKBOOK
from cbc_desktop.receiving.reception.reasons import Reason

_CONSOLIDATED = frozenset({TABLES, BEFORE, WORKBOOK, REPORT})
_OWN_PDF, _SIGNED = b"<xmp:CreatorTool>cbc-desktop<", b"/ByteRange"
_OWN_TABLES = (b"SQLite format 3", b"CREATE TABLE answer_table", b"CREATE TABLE finding")
_OWN_WORKBOOK = re.compile(rb"<dc:identifier[^>]*>[0-9a-f]{64}<")
"""The digest of the tables that it tells."""
_DATA_SHEET = re.compile(rb'<sheet\b[^>]*\bname="%b"[^>]*\bstate="hidden"' % INDEX.encode())
"""In the workbook of a dossier, where the answers stand for programs."""
_DRAFT = re.compile(rb"^message-id:\s*<[^>\s]*@cbc-desktop\.invalid>", re.IGNORECASE | re.MULTILINE)
"""Of an e-mail that the program drafted; an answer to one only names it in other heads."""
_HEAD = 2000
_SHEETS = 100_000


def is_own(name: str, content: bytes) -> bool:
    """A receipt, its signature, or a file of a consolidation; a PDF only where nobody signed it."""
    path = PurePath(name.casefold())
    if path.name in _CONSOLIDATED:
        return _is_of_a_consolidation(path.suffix, content)
    signature = path.name.startswith("phieu-") and path.name.endswith(SUFFIX + SIGNATURE_SUFFIX)
    return signature or (content.lstrip().startswith(b"{") and KIND.encode() in content[:_HEAD])


def is_own_draft(mail: bytes) -> bool:
    """Of a mail in which nothing was sent: a reminder, a receipt, or a letter that asks for another copy."""
    return _DRAFT.search(mail[:_HEAD]) is not None


def _is_of_a_consolidation(suffix: str, content: bytes) -> bool:
    match suffix:
        case ".pdf":
            return _OWN_PDF in content and _SIGNED not in content
        case ".sqlite":
            return all(part in content for part in _OWN_TABLES)
        case ".xlsx":
            return _tells_a_digest(content)
        case _:
            return False


def _tells_a_digest(workbook: bytes) -> bool:
    return _OWN_WORKBOOK.search(_part(workbook, "docProps/core.xml", _HEAD)) is not None


def _part(workbook: bytes, name: str, most: int) -> bytes:
    """The beginning of it; nothing of what is no workbook."""
    try:
        with ZipFile(BytesIO(workbook)) as archive, archive.open(name) as part:
            return part.read(most)
    except (BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, ValueError, zlib.error):
        return b""


def other_kind(name: str, content: bytes) -> Reason:
    """Why a file that is no package, PDF, scan or mail is set aside."""
    if _tells_a_digest(content) and _DATA_SHEET.search(_part(content, "xl/workbook.xml", _SHEETS)):
        return Reason.WORKBOOK
    return Reason.TABLE if PurePath(name.casefold()).suffix in foreign.TABLES else Reason.OTHER_KIND
