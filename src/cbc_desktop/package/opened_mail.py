"""A mail as a file (.eml): what was attached to it, and when it was sent as far as it says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from email.utils import parsedate_to_datetime
from typing import cast

from cbc_desktop.base.clock import VIETNAM

MOST_ATTACHMENTS = 100
MOST_BYTES, MOST_LINES, MOST_PARTS = 64 * 2**20, 2_000_000, 1_000
"""Of a whole mail; servers take half of that at most."""
MOST_OF_A_HEADER = 10_000
"""Bytes of one that is taken apart; the time for that grows with the square."""
MOST_OF_A_TOLD_HEADER = 1_000
"""Letters of one that is only shown."""


class BadMailError(Exception):
    """The bytes are no mail that can be taken apart."""


class _ShortHeaders(EmailPolicy):
    """Refuses long headers before anybody takes them apart; only some ever are."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        if sum(map(len, sourcelines)) > MOST_OF_A_HEADER and sourcelines[0].lower().startswith(("content-", "date")):
            raise BadMailError
        return super().header_source_parse(sourcelines)


@dataclass(frozen=True, slots=True)
class MailPart:
    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class OpenedMail:
    """``subject`` and ``sender`` as it says them itself, "" where it does not, or at such length that nobody would."""

    sent_at: datetime | None
    parts: tuple[MailPart, ...]
    subject: str = ""
    sender: str = ""


def opened_mail(content: bytes, wanted: Callable[[str, bytes], bool]) -> OpenedMail:
    """What is ``wanted`` of its attachments, by name and content, also of a mail that it carries on.

    BadMailError for what is no mail.
    """
    if len(content) > MOST_BYTES or content.count(b"\n") > MOST_LINES or content.count(b"\n--") > MOST_PARTS:
        raise BadMailError
    try:
        message = cast(EmailMessage, BytesParser(EmailMessage, policy=_ShortHeaders()).parsebytes(content))
        parts = tuple(_parts(message, wanted))
        return OpenedMail(_sent_at(message), parts, _told(message, "Subject"), _told(message, "From"))
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise BadMailError from error  # the parser of the standard library meets a stranger's headers


def _sent_at(message: EmailMessage) -> datetime | None:
    """A moment without a zone is taken for Vietnam's; one at the end of all calendars is none."""
    try:
        stated = message["Date"]
        if not stated:
            return None
        moment = parsedate_to_datetime(str(stated))
        return (moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)).astimezone(VIETNAM)
    except (ValueError, OverflowError):
        return None


def _told(message: EmailMessage, name: str) -> str:
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    if len(raw) > MOST_OF_A_TOLD_HEADER:
        return ""
    try:
        return " ".join(str(message[name] or "").split())
    except (MessageError, ValueError, LookupError, TypeError, AttributeError):
        return ""  # what it is about and who wrote it decides nothing


def _parts(message: EmailMessage, wanted: Callable[[str, bytes], bool]) -> Iterator[MailPart]:
    found = 0
    for part in message.walk():
        content = part.get_payload(decode=True)
        if part.is_multipart() or not isinstance(content, bytes):
            continue
        name = part.get_filename() or ""
        if not wanted(name, content):
            continue
        found += 1
        if found > MOST_ATTACHMENTS:
            raise BadMailError
        yield MailPart(name, content)
