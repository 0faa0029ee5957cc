"""A return slip as it reaches the sender: a file with its signature beside it, or both in a mail (.eml)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePath

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.system_reasons import reason_of
from cbc_desktop.dossier.return_slip import MAIL_SUFFIX, MOST_BYTES, NOT_A_SLIP, SIGNATURE_SUFFIX, SUFFIX
from cbc_desktop.package import opened_mail
from cbc_desktop.package.opened_mail import BadMailError

NOT_READ = Message(
    "Không đọc được tệp “{path}” ({reason}). Hãy chép tệp về máy này rồi mở lại; hồ sơ chưa bị thay đổi.",
    "The file “{path}” cannot be read ({reason}). Copy it to this computer and open it again; "
    "the dossier has not been changed.",
)
NONE_IN_MAIL = Message(
    "Thư “{path}” không có phiếu (tệp .json) đính kèm, hoặc có nhiều hơn một. Hãy lưu tệp phiếu và tệp chữ ký (.p7s) "
    "ra cùng một thư mục rồi mở tệp phiếu; hồ sơ chưa bị thay đổi.",
    "No slip (.json) is attached to the mail “{path}”, or more than one is. Save the slip and its signature (.p7s) "
    "into one folder and open the slip; the dossier has not been changed.",
)


@dataclass(frozen=True, slots=True)
class SlipFile:
    """``signature`` is b"" where there is none; ``signed_in`` is what the file with it is called."""

    content: bytes = field(repr=False)
    signature: bytes = field(repr=False)
    signed_in: Path


def read_slip(path: Path) -> SlipFile:
    """UserFacingError for what cannot be read, is far too large, or is a mail without a slip."""
    if path.suffix.lower() == MAIL_SUFFIX:
        return _in_mail(path)
    content = _read(path, MOST_BYTES)
    beside = path.with_name(path.name + SIGNATURE_SUFFIX)
    return SlipFile(content, _read(beside, MOST_BYTES) if beside.exists() else b"", beside)


def _in_mail(path: Path) -> SlipFile:
    try:
        parts = opened_mail.opened_mail(_read(path, opened_mail.MOST_BYTES), _is_of_a_slip).parts
    except BadMailError as error:
        raise UserFacingError(NONE_IN_MAIL.filled(path=path)) from error
    slips = [part for part in parts if _ends(part.name, SUFFIX)]
    if len(slips) != 1:
        raise UserFacingError(NONE_IN_MAIL.filled(path=path))
    (slip,) = slips
    signatures = [part.content for part in parts if part.name == slip.name + SIGNATURE_SUFFIX]
    return SlipFile(slip.content, signatures[0] if signatures else b"", path)


def _is_of_a_slip(name: str, content: bytes) -> bool:
    return len(content) <= MOST_BYTES and (_ends(name, SUFFIX) or _ends(name, SIGNATURE_SUFFIX))


def _ends(name: str, suffix: str) -> bool:
    return PurePath(name).suffix.lower() == suffix


def _read(path: Path, most: int) -> bytes:
    try:
        if path.stat().st_size > most:
            raise UserFacingError(NOT_A_SLIP)
        return path.read_bytes()
    except OSError as error:
        raise UserFacingError(NOT_READ.filled(path=path, reason=reason_of(error))) from error
