"""The files that belong to a dossier's answers: names in the database, bytes in a folder beside it."""

from __future__ import annotations

from pathlib import PurePath

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import BugError
from cbc_desktop.base.text import ascii_name
from cbc_desktop.dossier.revision import Attachment
from cbc_desktop.store.database import Database, Row
from cbc_desktop.store.files import DigestFolder

_LONGEST_STEM = 60
_DIGITS = (8, 16, 64)


class AttachmentStore:
    """Keeps what was attached for good: an answer names it, and an undone removal must find it again."""

    def __init__(self, database: Database, files: DigestFolder, clock: Clock) -> None:
        self._database = database
        self._files = files
        self._clock = clock

    def add(self, dossier_id: str, original_name: str, content: bytes, who: str) -> Attachment:
        """Keep the file under an ASCII name, which becomes the answer; attaching it again changes nothing."""
        digest = self._files.keep(content)
        with self._database.atomic():
            name = self._free_name(dossier_id, original_name, digest)
            attachment = Attachment(name, original_name, digest, len(content))
            if self.find(dossier_id, name) is None:
                self._insert(dossier_id, attachment, who)
        return attachment

    def _free_name(self, dossier_id: str, original_name: str, digest: Digest) -> str:
        """As short as can be without meaning another content: files can be made whose digests begin alike."""
        for digits in _DIGITS:
            name = _media_name(original_name, str(digest)[:digits])
            there = self.find(dossier_id, name)
            if there is None or there.digest == digest:
                return name
        raise BugError(f"{original_name} has no name of its own")

    def find(self, dossier_id: str, name: str) -> Attachment | None:
        return next(iter(self._database.read(attachment_in, f"{_ATTACHMENTS} AND name = ?", (dossier_id, name))), None)

    def of(self, dossier_id: str) -> tuple[Attachment, ...]:
        """Everything that was ever attached; which of it an answer still names, the answers say."""
        return tuple(self._database.read(attachment_in, f"{_ATTACHMENTS} ORDER BY attachment.id", (dossier_id,)))

    def read(self, attachment: Attachment) -> bytes:
        """UserFacingError when the file is missing or no longer what was attached."""
        return self._files.read(attachment.digest)

    def _insert(self, dossier_id: str, attachment: Attachment, who: str) -> None:
        self._database.insert(
            "INSERT INTO attachment (dossier, name, original_name, digest, size, who, at) "
            "SELECT id, ?, ?, ?, ?, ?, ? FROM dossier WHERE dossier_id = ?",
            (
                attachment.name,
                attachment.original_name,
                str(attachment.digest),
                attachment.size,
                who,
                self._clock.now().isoformat(),
                dossier_id,
            ),
        )


_ATTACHMENTS = (
    "SELECT name, original_name, digest, size FROM attachment "
    "JOIN dossier ON dossier.id = attachment.dossier WHERE dossier_id = ?"
)


def _media_name(original_name: str, digits: str) -> str:
    """``bao-cao-1f2e3d4c.pdf``: readable, and different for different contents."""
    path = PurePath(original_name)
    stem = ascii_name(path.stem)[:_LONGEST_STEM].rstrip("-") or "tep"
    suffix = ascii_name(path.suffix)
    return f"{stem}-{digits}" + (f".{suffix}" if suffix else "")


def attachment_in(row: Row) -> Attachment:
    name, original_name, digest, size = row
    return Attachment(name, original_name, Digest(digest), size)
