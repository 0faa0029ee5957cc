"""An e-mail draft with files attached, as a file that a mail program opens; nothing is ever sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from email.errors import HeaderParseError
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from pathlib import PurePath
from typing import Any

from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.base.message import Message

_SUBTYPES = {".zip": "zip", ".json": "json", ".p7s": "pkcs7-signature"}
BAD_RECEIVER = Message(
    "Địa chỉ thư điện tử của nơi nhận (“{address}”) không đúng, nên chưa soạn được thư và chưa xuất gì. Hồ sơ đã chốt "
    "vẫn còn nguyên; hãy báo cho người lập đợt khảo sát sửa mục receiver.email trong campaign.toml rồi xuất lại.",
    "The receiver's e-mail address (“{address}”) is not valid, so no draft was made and nothing exported. The "
    "finalised dossier is untouched; ask the owner of the campaign to correct receiver.email in campaign.toml.",
)


class _WholeWords(EmailPolicy):
    """Python folds headers beyond ASCII so that blanks are lost (CPython 92081); its older way does not."""

    def fold_binary(self, name: str, value: Any) -> bytes:
        if str(value).isascii():
            return super().fold_binary(name, value)
        header = Header(header_name=name)
        if name == "To":
            (address,) = value.addresses
            header.append(address.display_name, "utf-8")
            header.append(f"<{address.addr_spec}>", "us-ascii")
        else:
            header.append(str(value), "utf-8")
        return f"{name}: {header.encode(linesep=self.linesep)}{self.linesep}".encode("ascii")


_POLICY = _WholeWords(linesep="\r\n")


def mail_draft(
    *,
    receiver: str | None,
    receiver_name: str = "",
    subject: str,
    body: str,
    attached: Mapping[str, bytes],
    date: datetime,
    identifier: str,
) -> bytes:
    """An .eml file (RFC 5322, 7-bit, CRLF) without a sender: the mail program that opens it fills in its own.

    ``receiver`` is None where no address is known. ``identifier`` is a UUID; it and ``date`` are given, so the
    same draft has the same bytes. Raises UserFacingError when ``receiver`` is not an e-mail address.
    """
    message = EmailMessage(policy=_POLICY)
    message["X-Unsent"] = "1"  # Outlook: open for editing, not as a received mail
    message["Message-ID"] = f"<{identifier}@cbc-desktop.invalid>"
    message["Date"] = format_datetime(date)
    if receiver is not None:
        message["To"] = _address(receiver, receiver_name)
    message["Subject"] = " ".join(subject.split())
    message.set_content(body, cte="base64")
    for name, content in attached.items():
        subtype = _SUBTYPES[PurePath(name).suffix]
        message.add_attachment(content, maintype="application", subtype=subtype, filename=_ascii(name))
    if attached:
        message.set_boundary(f"=_{identifier}")  # "=_" never occurs in base64
    return message.as_bytes()


def is_address(text: str) -> bool:
    """Whether a mail can be addressed to it; one in other letters than ASCII goes through few servers."""
    try:
        Address(addr_spec=text)
    except (ValueError, IndexError, HeaderParseError):
        return False
    return bool(text) and text.isascii()


def _address(receiver: str, name: str) -> Address:
    try:
        return Address(" ".join(name.split()), addr_spec=receiver)
    except (ValueError, IndexError, HeaderParseError) as error:
        raise UserFacingError(BAD_RECEIVER.filled(address=receiver)) from error


def _ascii(name: str) -> str:
    if not name.isascii():
        raise BugError(f"an attached file's name is ASCII, not {name!r}")
    return name
