"""The desk where one dossier goes to another computer and comes back: copied out, looked at, taken or joined.

Nothing is replaced before a backup was made, and nothing that was written once is ever changed.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.base.message import VIETNAMESE
from cbc_desktop.base.text import ascii_name
from cbc_desktop.dossier.states import State
from cbc_desktop.engine.languages import language_for
from cbc_desktop.filling.copied_dossier import Inspection, NotOursError, believed
from cbc_desktop.filling.desk import FillingDesk
from cbc_desktop.filling.joining import Joining, differences
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.since_sent import Difference
from cbc_desktop.store import trouble
from cbc_desktop.store.backups import Backups
from cbc_desktop.store.bringing import ALL, LOGS, bring
from cbc_desktop.store.copy_file import (
    SUFFIX,
    WrittenCopy,
    carried_dossier,
    carried_files,
    read_copy,
    require_whole,
    write_copy,
)
from cbc_desktop.store.database import Database
from cbc_desktop.store.dossier_rows import DossierRows, read_rows
from cbc_desktop.store.dossier_tables import Way
from cbc_desktop.store.files import DigestFolder
from cbc_desktop.store.forms import FormStore
from cbc_desktop.store.issued import IssuedFile
from cbc_desktop.store.office_store import OfficeStore
from cbc_desktop.store.sqlite_errors import BrokenRuleError
from cbc_desktop.store.standing import Standing, same_frozen, standing
from cbc_desktop.store.stored_dossier import StoredDossier

_LONGEST_NAME = 60
_MOMENT = "%Y%m%d-%H%M"


@dataclass(frozen=True, slots=True)
class ReceivedCopy:
    """A copy that was looked at and is sound. ``close`` it when it is not needed any more.

    ``theirs`` is the dossier in the copy, for reading, and ``issued`` its document as it lies there; ``mine`` is the
    same dossier here, if there is one. ``rival`` is another one that was begun here for the same agency and campaign.
    """

    database: Database
    rows: DossierRows
    files: dict[Digest, bytes]
    standing: Standing
    issued: tuple[IssuedFile, ...]
    theirs: OpenDossier
    mine: OpenDossier | None
    rival: StoredDossier | None
    differences: tuple[Difference, ...] = ()
    same_past: bool = True
    """Whether every revision that was finalised here is in the copy too, as it is here."""

    @property
    def path(self) -> Path:
        return self.database.path

    @property
    def can_be_taken(self) -> bool:
        """Whether the dossier can become as the copy is."""
        if self.mine is None:
            return self.rival is None
        goes_further = self.mine.stored.revision.number <= self.theirs.stored.revision.number
        return self.standing in (Standing.NEWER, Standing.APART) and self.same_past and goes_further

    @property
    def can_be_joined(self) -> bool:
        """Whether single answers of the copy can be taken into the draft that is here."""
        if self.mine is None or not self.needs_decision:
            return False
        mine, theirs = self.mine.stored.revision, self.theirs.stored.revision
        finalised = theirs.number if theirs.state is not State.DRAFT else theirs.number - 1
        return mine.state is State.DRAFT and finalised < mine.number

    @property
    def needs_decision(self) -> bool:
        """Whether both computers went on by themselves."""
        return self.standing is Standing.APART

    @property
    def nothing_to_take(self) -> bool:
        return self.standing in (Standing.SAME, Standing.OLDER)

    def close(self) -> None:
        self.database.close()


@dataclass(frozen=True, slots=True)
class CarryingDesk:
    """``media`` is the folder of attached files of this computer."""

    filling: FillingDesk
    media: DigestFolder
    backups: Backups

    def copy_out(self, dossier_id: str, folder: Path) -> WrittenCopy:
        """One dossier with all that belongs to it as one file in ``folder``; UserFacingError when the disk says no."""
        desk = self.filling
        stored = desk.store.dossiers.get(dossier_id)
        name = ascii_name(f"{stored.identity.campaign_id} {stored.agency_name}")[:_LONGEST_NAME].rstrip("-")
        path = folder / f"{name}-{desk.clock.now().strftime(_MOMENT)}{SUFFIX}"
        written = write_copy(desk.database, self.media, dossier_id, path)
        desk.store.journal.record("copied_out", desk.who, dossier_id, {"file": path.name})
        return written

    def look_at(self, path: Path, language: str = VIETNAMESE) -> ReceivedCopy:
        """What the copy holds and how it stands to what is here, in this language; nothing is changed.

        UserFacingError when it is no copy, damaged, newer than the program, or its forms are not installed here.
        """
        database = read_copy(path)
        try:
            return self._looked_at(database, language)
        except BaseException:
            database.close()
            raise

    def _looked_at(self, database: Database, language: str) -> ReceivedCopy:
        store = OfficeStore.over(database, Path(), self.filling.clock)
        with believed(database):
            require_whole(database)
            dossier_id, files = carried_dossier(database), carried_files(database)
            theirs = replace(self.filling, database=database, store=store).open(dossier_id)
            Inspection(store, theirs, files).require_sound()
            rows, issued = read_rows(database, dossier_id), store.issued.of(dossier_id)
        mine_rows = read_rows(self.filling.database, dossier_id)
        stands = standing(mine_rows, rows)
        copy = ReceivedCopy(database, rows, files, stands, issued, theirs, None, self._rival(theirs))
        if stands is Standing.NEW:
            return copy
        mine = self.filling.open(dossier_id)
        for filling in mine.forms.values():
            filling.session.show_language(language_for(filling.session.definition, language))
        with believed(database):
            _require_same(mine, theirs)
        return replace(copy, mine=mine, differences=differences(theirs, mine), same_past=same_frozen(mine_rows, rows))

    def take(self, copy: ReceivedCopy) -> None:
        """The dossier becomes as the copy is; what is here and not there stays in its history and in a backup."""
        if not copy.can_be_taken:
            raise BugError("this copy cannot be taken")
        self._bring(copy, ALL, "taken_in", ())

    def join(self, copy: ReceivedCopy, chosen: Collection[Difference]) -> None:
        """Takes what was chosen of the copy's differences, and with none keeps all answers as they are here.

        From now on the dossier goes on from both, and the other computer can take it.
        """
        if not copy.can_be_joined:
            raise BugError("this copy cannot be joined")
        self._bring(copy, LOGS, "joined", chosen)

    def _bring(self, copy: ReceivedCopy, ways: frozenset[Way], event: str, chosen: Collection[Difference]) -> None:
        desk, dossier_id = self.filling, copy.theirs.dossier_id
        self.backups.make()
        for content in copy.files.values():
            self.media.keep(content)
        with desk.database.atomic():
            try:
                bring(copy.rows, desk.database, dossier_id, ways)
                FormStore(copy.database).hand_over(dossier_id, desk.store.forms)
                if Way.FOLLOWS in ways:
                    desk.store.issued.follow(dossier_id, copy.issued)
            except BrokenRuleError as error:
                raise UserFacingError(trouble.NO_COPY.filled(path=copy.path)) from error
            if copy.mine is not None and chosen:
                Joining(desk.store, desk.database, copy.theirs, copy.mine).take(chosen)
            facts = {"file": copy.path.name, "chosen": str(len(chosen))}
            desk.store.journal.record(event, desk.who, dossier_id, facts)

    def _rival(self, theirs: OpenDossier) -> StoredDossier | None:
        identity = theirs.stored.identity
        found = self.filling.store.dossiers.find(identity.campaign_id, identity.agency, trial=theirs.stored.trial)
        return found if found and found.identity.dossier_id != identity.dossier_id else None


def _require_same(mine: OpenDossier, theirs: OpenDossier) -> None:
    if (mine.stored.identity, mine.stored.trial) != (theirs.stored.identity, theirs.stored.trial):
        raise NotOursError
