"""The document of a revision on its way out: every file that it was, from the first signature to the seal.

A file is written once and stays; the next step adds the next file. So what a leader signed is never lost, whatever is
done to it afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.digests import Digest
from cbc_desktop.store.database import Database, Row
from cbc_desktop.store.sqlite_errors import DamagedDataError


class IssuedStep(Enum):
    """What made the file."""

    PREPARED = "prepared"
    """Printed, to be signed with a pen or in another program."""
    SIGNED = "signed"
    TAKEN_BACK = "taken_back"
    """From another program, with its signatures."""
    NUMBERED = "numbered"
    SEALED = "sealed"
    EXTENDED = "extended"
    """With time stamps and validation data."""
    SCANNED = "scanned"
    """A page or a file of pages that was signed or stamped by hand: beside the document, never in its place."""
    ATTACHED = "attached"
    """A copy of an attached PDF that the agency signed when it sealed the document: beside it as well."""


BESIDE = (IssuedStep.SCANNED, IssuedStep.ATTACHED)
"""What lies beside the document and is no step of its own file."""

BEGINNINGS = (IssuedStep.PREPARED, IssuedStep.SIGNED)
"""What came before one of these is another document that was given up."""


@dataclass(frozen=True, slots=True)
class IssuedFile:
    """``document`` is the id of the campaign's document, ``name`` the file's own."""

    step: IssuedStep
    document: str
    name: str
    digest: Digest
    content: bytes = field(repr=False)
    who: str
    at: datetime


class IssuedStore:
    """The files of the latest revision of each dossier; those of earlier revisions are kept beside."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, dossier_id: str, step: IssuedStep, document: str, contents: Mapping[str, bytes], who: str) -> None:
        """Files by name, all of one moment; ``DossierStore.move`` belongs into the same transaction."""
        at = self._clock.now()
        for name, content in contents.items():
            self._add(dossier_id, IssuedFile(step, document, name, Digest.of(content), content, who, at))

    def follow(self, dossier_id: str, files: Sequence[IssuedFile]) -> None:
        """From now on these files of a copy count, as they lie there; what had been done here is kept before them."""
        if self.of(dossier_id) != files:
            for file in files:
                self._add(dossier_id, file)

    def _add(self, dossier_id: str, file: IssuedFile) -> None:
        moment = file.at.isoformat()
        self._database.insert(
            "INSERT INTO issued (revision, step, document, name, digest, content, who, at) "
            f"VALUES (({_LATEST}), ?, ?, ?, ?, ?, ?, ?)",
            (dossier_id, file.step.value, file.document, file.name, str(file.digest), file.content, file.who, moment),
        )

    def of(self, dossier_id: str) -> tuple[IssuedFile, ...]:
        """The files since the document was last begun, the oldest first; UserFacingError when one was damaged."""
        files = self._database.read(
            _issued,
            f"SELECT step, document, name, digest, content, who, at FROM issued WHERE revision = ({_LATEST}) "
            f"AND id >= ({_BEGINNING}) ORDER BY id",
            (dossier_id, dossier_id, *(step.value for step in BEGINNINGS)),
        )
        if any(Digest.of(file.content) != file.digest for file in files):
            raise DamagedDataError(self._database.path)
        return tuple(files)


def document_of(files: Sequence[IssuedFile]) -> IssuedFile | None:
    """The document as it is now; None before it was begun."""
    return next((file for file in reversed(files) if file.step not in BESIDE), None)


def scans_of(files: Sequence[IssuedFile]) -> tuple[IssuedFile, ...]:
    """Of the paper, with pen and with ink: all that were taken since the document was begun."""
    return tuple(file for file in files if file.step is IssuedStep.SCANNED)


def attached_copies_of(files: Sequence[IssuedFile]) -> tuple[IssuedFile, ...]:
    """The signed copies of attachments, all from the moment when the document was sealed."""
    return tuple(file for file in files if file.step is IssuedStep.ATTACHED)


_LATEST = (
    "SELECT revision.id FROM revision JOIN dossier ON dossier.id = revision.dossier WHERE dossier_id = ? "
    "ORDER BY number DESC LIMIT 1"
)
_BEGINNING = (
    f"SELECT coalesce(max(id), 0) FROM issued WHERE revision = ({_LATEST}) "
    f"AND step IN ({', '.join('?' for _ in BEGINNINGS)})"
)


def _issued(row: Row) -> IssuedFile:
    step, document, name, digest, content, who, at = row
    return IssuedFile(IssuedStep(step), document, name, Digest(digest), content, who, datetime.fromisoformat(at))
