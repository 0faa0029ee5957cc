"""The desk where a dossier is removed for good: from the data, from their backups, and its attached files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.store.backups import Backups
from cbc_desktop.store.database import Database
from cbc_desktop.store.files import DigestFolder
from cbc_desktop.store.laid_out import take_up
from cbc_desktop.store.office_store import OfficeStore
from cbc_desktop.store.removing import attached, attached_to_any, holds, remove_marked_files, remove_rows
from cbc_desktop.store.stored_dossier import StoredDossier
from cbc_desktop.store.trouble import DISK_FULL, NO_ROOM_TO_OPEN


@dataclass(frozen=True, slots=True)
class Removal:
    """What would be removed; nothing has been changed. ``backups`` is how many older copies of the data there are."""

    dossier: StoredDossier
    files: int
    backups: int


@dataclass(frozen=True, slots=True)
class RemovingDesk:
    """What was copied elsewhere, printed or sent is out of its reach."""

    database: Database
    store: OfficeStore
    media: DigestFolder
    backups: Backups
    who: str

    def look(self, dossier_id: str) -> Removal:
        files = len(attached(self.database, dossier_id))
        return Removal(self.store.dossiers.get(dossier_id), files, len(self.backups.databases()))

    def remove(self, dossier_id: str) -> tuple[Path, ...]:
        """Answers the backups that could not be read, and may still hold the dossier.

        UserFacingError when the disk says no; the backups come first, so that it can be done again, and files that
        could not be removed go when the program starts again.
        """
        gone, identity = attached(self.database, dossier_id), self.store.dossiers.get(dossier_id).identity
        needed, unread = set[Digest](), list[Path]()
        for path in self.backups.databases():
            try:
                needed |= _removed_from(path, dossier_id)
            except UserFacingError as error:
                if error.message in (DISK_FULL.filled(path=path), NO_ROOM_TO_OPEN.filled(folder=path.parent)):
                    raise
                unread.append(path)
        with self.database.atomic():
            remove_rows(self.database, dossier_id)
            facts = {"campaign": identity.campaign_id, "agency": str(identity.agency)}
            self.store.journal.record("dossier_removed", self.who, facts=facts)
            for digest in gone - needed - attached_to_any(self.database):
                self.media.mark(digest)
        remove_marked_files(self.database, self.media)
        self.database.write_anew()
        take_up(self.database.path.parent)
        return tuple(unread)


def _removed_from(path: Path, dossier_id: str) -> frozenset[Digest]:
    """Answers the attached files that the other dossiers of a backup need."""
    try:
        with Database.open(path) as backup:
            if holds(backup, dossier_id):
                remove_rows(backup, dossier_id)
                backup.write_anew()
            return attached_to_any(backup)
    finally:
        Path(f"{path}.lock").unlink(missing_ok=True)
