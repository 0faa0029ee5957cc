"""What is to be judged, one by one: files as they lie, and what was attached to mails."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.package.archive import read_file
from cbc_desktop.package.archive_limits import STANDARD
from cbc_desktop.package.names import printable
from cbc_desktop.package.opened_mail import BadMailError, OpenedMail, opened_mail
from cbc_desktop.receiving.reception.kinds import FileKind, kind_of
from cbc_desktop.receiving.reception.looking import found_files
from cbc_desktop.receiving.reception.own_files import is_own, is_own_draft, other_kind
from cbc_desktop.receiving.reception.reasons import Reason
from cbc_desktop.receiving.route import Route

_SMALLEST_SCAN = 50_000
"""In bytes: smaller images are the logos and smileys of letterheads."""


@dataclass(frozen=True, slots=True)
class Mail:
    """``sent_at`` is what it says itself, None when it does not."""

    name: str
    digest: Digest
    sent_at: datetime | None
    subject: str = ""
    sender: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """``reason`` is why it is set aside without being judged."""

    name: str
    digest: Digest
    size: int
    kind: FileKind
    route: Route
    content: bytes = field(default=b"", repr=False)
    reason: Reason | None = None
    mail: Mail | None = None

    @property
    def where(self) -> str:
        """Its name, and that of the mail that it came in."""
        return f"{self.name} ({self.mail.name})" if self.mail else self.name


def pieces(paths: Iterable[Path], route: Route) -> Iterator[Piece]:
    """A mail comes before what is in it. UserFacingError when one of ``paths`` is not there."""
    for path in found_files(paths):
        yield from _of_path(path, route)


def _of_path(path: Path, route: Route) -> Iterator[Piece]:
    try:
        content = read_file(path, STANDARD)
        digest = Digest.of(content) if len(content) <= STANDARD.archive_bytes else Digest.of_file(path)
        size = path.stat().st_size
    except (UserFacingError, OSError):
        yield _aside(path, route, Digest.of(printable(str(path)).encode()), 0, Reason.NOT_READABLE)
        return
    kind = kind_of(path.name, content)
    if size > STANDARD.archive_bytes:
        yield _aside(path, route, digest, size, Reason.TOO_LARGE)
    elif is_own(path.name, content):
        yield _aside(path, route, digest, size, Reason.OWN)
    elif kind is FileKind.MAIL:
        yield from _of_mail(path, content)
    elif kind is FileKind.OTHER:
        yield _aside(path, route, digest, size, other_kind(path.name, content))
    else:
        yield _piece(path.name, content, route, None)


def _aside(path: Path, route: Route, digest: Digest, size: int, reason: Reason) -> Piece:
    return Piece(
        name=printable(path.name),
        digest=digest,
        size=size,
        kind=FileKind.OTHER,
        route=route,
        reason=reason,
    )


def _of_mail(path: Path, content: bytes) -> Iterator[Piece]:
    digest = Digest.of(content)
    opened, reason = _opened(content)
    yield Piece(
        name=printable(path.name),
        digest=digest,
        size=len(content),
        kind=FileKind.MAIL,
        route=Route.MAIL,
        content=content,
        reason=reason,
    )
    mail = Mail(printable(path.name), digest, opened.sent_at, printable(opened.subject), printable(opened.sender))
    for part in opened.parts:
        yield _piece(part.name, part.content, Route.MAIL, mail)


def open_mail(content: bytes) -> OpenedMail:
    """Packages, PDFs and scans in it; BadMailError for what is no mail."""
    return opened_mail(content, _is_wanted)


def _is_wanted(name: str, content: bytes) -> bool:
    kind = kind_of(name, content)
    if kind is FileKind.IMAGE:
        return len(content) >= _SMALLEST_SCAN
    return kind in (FileKind.PACKAGE, FileKind.PDF)


def _opened(content: bytes) -> tuple[OpenedMail, Reason | None]:
    try:
        opened = open_mail(content)
    except BadMailError:
        return OpenedMail(None, ()), Reason.BAD_MAIL
    if opened.parts:
        return opened, None
    return opened, Reason.OWN if is_own_draft(content) else Reason.EMPTY_MAIL


def _piece(name: str, content: bytes, route: Route, mail: Mail | None) -> Piece:
    return Piece(
        name=printable(name),
        digest=Digest.of(content),
        size=len(content),
        kind=kind_of(name, content),
        route=route,
        content=content,
        mail=mail,
    )
