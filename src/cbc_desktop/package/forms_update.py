"""An update of a campaign as one signed file (``.cbcu``): a statement, the files it vouches for, the signature over it.

A zip that is read as packages are: ``mimetype``, ``update.json``, ``files/<path>``, ``META-INF/signature001.p7s``, the
last a detached CAdES signature over the exact bytes of ``update.json``, which names every file with its digest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.json_fields import JsonFields, NotJsonError, WrongFieldError
from cbc_desktop.base.message import Message
from cbc_desktop.package.archive import read_archive, stored_zip
from cbc_desktop.package.archive_limits import MEBIBYTE, ArchiveLimits
from cbc_desktop.package.layout import CONTAINER_SIGNATURE, MIMETYPE, MIMETYPE_CONTENT
from cbc_desktop.package.names import printable, refused_name
from cbc_desktop.signing.container import verify_manifest
from cbc_desktop.signing.signer import Signer
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import Verdict

FORMAT = 1
_STATEMENT, _FILES = "update.json", "files/"
_LIMITS = ArchiveLimits(archive_bytes=64 * MEBIBYTE, parts=200, part_bytes=32 * MEBIBYTE, total_bytes=64 * MEBIBYTE)

DAMAGED = Message(
    "Tệp cập nhật “{path}” bị hỏng, thiếu hoặc không phải là tệp cập nhật biểu mẫu. Chưa có gì thay đổi; "
    "hãy lấy lại tệp từ nơi phát hành.",
    "The update “{path}” is damaged, incomplete or no update of forms. Nothing was changed; get it from its "
    "publisher again.",
)
CHANGED = Message(
    "Tệp cập nhật “{path}” đã bị sửa sau khi ký, hoặc chữ ký không đúng. Chưa có gì thay đổi; đừng dùng tệp này và hãy "
    "báo cho nơi phát hành.",
    "The update “{path}” was changed after it was signed, or its signature is wrong. Nothing was changed; do not use "
    "it, and tell its publisher.",
)
NOT_TRUSTED = Message(
    "Tệp cập nhật “{path}” do “{signer}” ký, mà máy này chưa tin cậy người ký này là nơi phát hành biểu mẫu. Chưa có "
    "gì thay đổi. Nếu đúng là nơi phát hành: lấy chứng thư của họ, so vân tay, thêm vào phần chứng thư tin cậy với "
    "nhóm “nơi phát hành biểu mẫu” rồi làm lại.",
    "The update “{path}” was signed by “{signer}”, whom this computer does not trust to publish forms. Nothing was "
    "changed. If they are the publisher: get their certificate, compare its fingerprint, add it to the trusted "
    "certificates in the group “publishers of forms”, and try again.",
)
NEWER_FORMAT = Message(
    "Tệp cập nhật “{path}” cần phần mềm mới hơn. Chưa có gì thay đổi; hãy cập nhật phần mềm trước.",
    "The update “{path}” needs a newer version of the program. Nothing was changed; update the program first.",
)
BAD_NAME = Message(
    "Thư mục của đợt khảo sát có tệp “{name}”, mà tên như vậy mỗi máy hiểu một khác nên không phát hành được. Hãy đổi "
    "tên tệp thành chữ không dấu, không có dấu cách (cả ở nơi biểu mẫu nhắc đến tệp) rồi làm lại.",
    "The campaign's folder has a file “{name}”, a name that systems read differently, so it cannot be published. Give "
    "it a name of letters without accents and spaces (also where a form names the file), and try again.",
)


@dataclass(frozen=True, slots=True)
class FormsUpdate:
    """What a publisher vouches for; ``files`` by their path in the campaign's folder."""

    campaign_id: str
    version: str
    needs: str
    """The oldest version of the program that can use it."""
    issued_at: datetime
    files: Mapping[str, bytes]
    publisher: str = ""
    """As the certificate names the signer; "" before it is signed."""


def update_file(update: FormsUpdate, signer: Signer) -> bytes:
    """The whole file, byte for byte the same but for the signature; UserFacingError for a name that cannot travel."""
    for name in update.files:
        if refused_name(name):
            raise UserFacingError(BAD_NAME.filled(name=printable(name)))
    statement = _stated(update)
    parts = {f"{_FILES}{name}": content for name, content in update.files.items()}
    parts |= {MIMETYPE: MIMETYPE_CONTENT, _STATEMENT: statement}
    parts[CONTAINER_SIGNATURE] = signer.sign_manifest(statement, at=update.issued_at)
    return stored_zip(parts, update.issued_at)


def read_update(path: Path, publishers: TrustAnchors, *, at: datetime) -> FormsUpdate:
    """What the file says, when one of ``publishers`` has signed it and nothing was changed since.

    UserFacingError otherwise. Nothing in the file is used before its signature holds.
    """
    archive = read_archive(path, _LIMITS)
    if archive.findings:
        raise _damaged(path)
    statement, signature = archive.parts.get(_STATEMENT), archive.parts.get(CONTAINER_SIGNATURE)
    if statement is None or signature is None:
        raise _damaged(path)
    report = verify_manifest(statement, signature, publishers, at=at, name=CONTAINER_SIGNATURE)
    if report.verdict is Verdict.FAILED:
        raise UserFacingError(CHANGED.filled(path=path.name))
    if report.verdict is not Verdict.PASSED:
        raise UserFacingError(NOT_TRUSTED.filled(path=path.name, signer=printable(report.signer)))
    return _read(path, statement, archive.parts, printable(report.signer))


def _stated(update: FormsUpdate) -> bytes:
    told = {
        "format": FORMAT,
        "campaign": update.campaign_id,
        "version": update.version,
        "needs": update.needs,
        "issued_at": update.issued_at.isoformat(),
        "files": [{"name": name, "sha256": str(Digest.of(update.files[name]))} for name in sorted(update.files)],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _read(path: Path, statement: bytes, parts: Mapping[str, bytes], publisher: str) -> FormsUpdate:
    try:
        fields = JsonFields.of(statement)
        if fields.number("format", 1) > FORMAT:
            raise UserFacingError(NEWER_FORMAT.filled(path=path.name))
        listed = {entry.text("name"): entry.converted("sha256", Digest) for entry in fields.each("files")}
        files = {name.removeprefix(_FILES): content for name, content in parts.items() if name.startswith(_FILES)}
        update = FormsUpdate(
            fields.text("campaign"),
            fields.text("version"),
            fields.text("needs"),
            fields.moment("issued_at"),
            files,
            publisher,
        )
    except (NotJsonError, WrongFieldError) as error:
        raise _damaged(path) from error
    odd = sorted(set(parts) - {f"{_FILES}{name}" for name in listed} - {MIMETYPE, _STATEMENT, CONTAINER_SIGNATURE})
    if odd or listed != {name: Digest.of(content) for name, content in files.items()}:
        raise UserFacingError(CHANGED.filled(path=path.name))
    place = f"{update.campaign_id}-{update.version}"
    if refused_name(place) or "/" in place:
        raise _damaged(path)
    return update


def _damaged(path: Path) -> UserFacingError:
    return UserFacingError(DAMAGED.filled(path=path.name))
