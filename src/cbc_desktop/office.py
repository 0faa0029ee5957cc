"""Builds everything, once: the only place that knows how the parts fit together."""

from __future__ import annotations

import getpass
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cbc_desktop import __version__
from cbc_desktop.base.atomic_file import remove_unfinished
from cbc_desktop.base.clock import Clock, SystemClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import IdentifierSource, SystemIdentifiers
from cbc_desktop.base.paths import shipped_forms
from cbc_desktop.forms.catalogue import FormCatalogue
from cbc_desktop.forms.installed import required_folder
from cbc_desktop.store.anchors import KeptAnchor, look_at_anchors
from cbc_desktop.store.backups import FOLDER as BACKUPS
from cbc_desktop.store.backups import MEDIA, Backups
from cbc_desktop.store.database import Database
from cbc_desktop.store.files import DigestFolder
from cbc_desktop.store.laid_out import take_up
from cbc_desktop.store.lost import require_not_lost
from cbc_desktop.store.office_store import OfficeStore
from cbc_desktop.store.received.received_store import ReceivedDoor
from cbc_desktop.store.removing import remove_marked_files
from cbc_desktop.store.staging import Stages
from cbc_desktop.store.temporary import own_temporary_files

if TYPE_CHECKING:
    from cbc_desktop.exporting.desk import ExportingDesk
    from cbc_desktop.exporting.elsewhere_desk import ElsewhereDesk
    from cbc_desktop.exporting.handing_off import HandingOff
    from cbc_desktop.exporting.issued_documents import IssuedDocuments
    from cbc_desktop.exporting.issuing_desk import IssuingDesk
    from cbc_desktop.filling.carrying import CarryingDesk
    from cbc_desktop.filling.desk import FillingDesk
    from cbc_desktop.filling.forms_update_desk import FormsUpdateDesk
    from cbc_desktop.filling.prefill_desk import PrefillDesk
    from cbc_desktop.filling.profile_desk import ProfileDesk
    from cbc_desktop.filling.removing_desk import RemovingDesk
    from cbc_desktop.filling.stamp_desk import StampDesk
    from cbc_desktop.filling.updating_desk import UpdatingDesk
    from cbc_desktop.receiving.consolidating.desk import ConsolidatingDesk
    from cbc_desktop.receiving.desk import ReceivingDesk
    from cbc_desktop.receiving.reception.desk import ReceptionDesk
    from cbc_desktop.receiving.returning import ReturningDesk
    from cbc_desktop.receiving.trust_desk import TrustDesk

DATABASE = "cbc.sqlite3"
CAMPAIGNS = "campaigns"
CACHE = "cache"


@dataclass(frozen=True, slots=True)
class Office:
    """The three desks over one folder of data; each loads what it needs when it is first asked for."""

    catalogue: FormCatalogue
    database: Database
    store: OfficeStore
    clock: Clock
    identifiers: IdentifierSource
    who: str
    received: ReceivedDoor

    @property
    def filling(self) -> FillingDesk:
        from cbc_desktop.filling.desk import FillingDesk  # the engine takes an eighth of a second

        return FillingDesk(self.catalogue, self.database, self.store, self.clock, self.identifiers, self.who)

    @property
    def carrying(self) -> CarryingDesk:
        from cbc_desktop.filling.carrying import CarryingDesk  # the engine

        media = DigestFolder(self.database.path.parent / MEDIA)
        return CarryingDesk(self.filling, media, self.backups)

    @property
    def prefilling(self) -> PrefillDesk:
        from cbc_desktop.filling.prefill_desk import PrefillDesk  # the engine

        return PrefillDesk(self.filling)

    @property
    def profiles(self) -> ProfileDesk:
        from cbc_desktop.filling.profile_desk import ProfileDesk  # the engine

        return ProfileDesk(self.filling)

    @property
    def stamps(self) -> StampDesk:
        from cbc_desktop.filling.stamp_desk import StampDesk  # Pillow

        return StampDesk(self.profiles)

    @property
    def removing(self) -> RemovingDesk:
        from cbc_desktop.filling.removing_desk import RemovingDesk

        media = DigestFolder(self.database.path.parent / MEDIA)
        return RemovingDesk(self.database, self.store, media, self.backups, self.who)

    @property
    def updating(self) -> UpdatingDesk:
        from cbc_desktop.filling.updating_desk import UpdatingDesk  # the engine

        return UpdatingDesk(self.filling, self.backups)

    @property
    def forms_updates(self) -> FormsUpdateDesk:
        from cbc_desktop.filling.forms_update_desk import FormsUpdateDesk  # the engine and pyHanko

        home = self.database.path.parent
        trust, cache = self.trust.own, _cache(home)
        return FormsUpdateDesk(self.filling, trust, self.backups, home, home / CAMPAIGNS, cache, __version__)

    @property
    def exporting(self) -> ExportingDesk:
        from cbc_desktop.exporting.desk import ExportingDesk  # reportlab, openpyxl, pikepdf and pyHanko take a second

        return ExportingDesk(self.catalogue, self.database, self.store, self.clock, self.identifiers, self.who)

    @property
    def issuing(self) -> IssuingDesk:
        from cbc_desktop.exporting.issuing_desk import IssuingDesk  # as long

        return IssuingDesk(self.issued)

    @property
    def elsewhere(self) -> ElsewhereDesk:
        from cbc_desktop.exporting.elsewhere_desk import ElsewhereDesk  # as long

        return ElsewhereDesk(self.issued, self.trust.own)

    @property
    def issued(self) -> IssuedDocuments:
        from cbc_desktop.exporting.issued_documents import IssuedDocuments  # as long

        return IssuedDocuments(self.exporting)

    @property
    def handing_off(self) -> HandingOff:
        from cbc_desktop.exporting.handing_off import HandingOff  # as long

        return HandingOff(self.exporting)

    @property
    def backups(self) -> Backups:
        return Backups(self.database, self.clock)

    @property
    def received_backups(self) -> Backups | None:
        """Of what arrived here; None where nothing did. UserFacingError when those data cannot be opened."""
        return Backups(self.received.store().database, self.clock) if self.received.anything else None

    @property
    def receiving(self) -> ReceivingDesk:
        return _receiving_desk(self.store.anchors.all(), self.clock)

    @property
    def reception(self) -> ReceptionDesk:
        from cbc_desktop.receiving.reception.desk import ReceptionDesk  # the engine, pikepdf and pyHanko

        store, trust = self.received.store(), self.trust.own.trusted
        return ReceptionDesk(self.catalogue, store, trust, self.clock, self.identifiers, self.who)

    @property
    def consolidating(self) -> ConsolidatingDesk:
        from cbc_desktop.receiving.consolidating.desk import ConsolidatingDesk  # as long, and openpyxl

        return ConsolidatingDesk(self.catalogue, self.reception)

    @property
    def trust(self) -> TrustDesk:
        from cbc_desktop.package.office_trust import OfficeTrust
        from cbc_desktop.receiving.trust_desk import TrustDesk  # asn1crypto

        return TrustDesk(OfficeTrust(self.store.anchors, self.store.services, self.clock), self.who)


def open_receiving_desk(home: Path | None = None, clock: Clock | None = None) -> ReceivingDesk:
    """The receiving desk alone: verifying needs no office, and trusts what the one in ``home`` trusts if there is one.

    Also while that office is open elsewhere. Raises UserFacingError when its data cannot be read.
    """
    anchors = () if home is None else look_at_anchors(home / DATABASE)
    return _receiving_desk(anchors, clock or SystemClock())


def _receiving_desk(anchors: Sequence[KeptAnchor], clock: Clock) -> ReceivingDesk:
    from cbc_desktop.package.office_trust import as_trust
    from cbc_desktop.receiving.desk import ReceivingDesk  # pikepdf and pyHanko take half a second

    return ReceivingDesk(clock, as_trust(anchors))


def open_returning_desk(home: Path, campaigns: Path | None = None, clock: Clock | None = None) -> ReturningDesk:
    """The desk that returns packages: needs the campaigns in ``home``, and no database."""
    from cbc_desktop.receiving.returning import ReturningDesk  # the engine takes an eighth of a second

    return ReturningDesk(open_catalogue(home, campaigns), clock or SystemClock(), SystemIdentifiers())


@contextmanager
def open_office(
    home: Path,
    *,
    clock: Clock | None = None,
    identifiers: IdentifierSource | None = None,
    campaigns: Path | None = None,
    who: str | None = None,
) -> Iterator[Office]:
    """The office over the data in ``home``; ``campaigns`` is a further folder of campaigns.

    Raises UserFacingError when the data cannot be opened: in use, on a network share, damaged, lost, newer than the
    program.
    """
    clock = clock or SystemClock()
    catalogue = open_catalogue(home, campaigns)
    identifiers = identifiers or SystemIdentifiers()
    require_not_lost(home / DATABASE)
    with (
        Database.open(home / DATABASE) as database,
        closing(ReceivedDoor(home, clock)) as received,
        own_temporary_files(home),
    ):
        store = OfficeStore.over(database, home / MEDIA, clock)
        _clear(home)  # left behind when the program was killed
        with suppress(UserFacingError):  # a disk that says no is no reason not to start
            remove_marked_files(database, DigestFolder(home / MEDIA))
        try:
            yield Office(catalogue, database, store, clock, identifiers, who or _this_person(), received)
        finally:
            take_up(home)


def _clear(home: Path) -> None:
    take_up(home)
    Stages(home).remove_left()
    for folder in (home, home / MEDIA, home / BACKUPS):
        remove_unfinished(folder)


def open_catalogue(home: Path, campaigns: Path | None = None) -> FormCatalogue:
    """The campaigns that are shipped, those installed in ``home``, and those in ``campaigns``.

    UserFacingError when ``campaigns`` does not exist.
    """
    folders = [shipped_forms(), home / CAMPAIGNS, *([required_folder(campaigns)] if campaigns else [])]
    return FormCatalogue(folders, _cache(home))


def _cache(home: Path) -> Path:
    return home / CACHE / f"xforms-{__version__}"


def _this_person() -> str:
    """The name under which somebody is logged in; the log of changes must not fail where a system has no names."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"
