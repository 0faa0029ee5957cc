"""The desk of a receiving office: takes in what came, says how it stands, keeps what people decide about it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.base.message import Message
from cbc_desktop.documents.excel.reading import table_file
from cbc_desktop.forms.catalogue import FormCatalogue
from cbc_desktop.package.archive import read_file
from cbc_desktop.package.archive_limits import STANDARD
from cbc_desktop.receiving.counted import Counted
from cbc_desktop.receiving.reception.addressing import AddressDesk
from cbc_desktop.receiving.reception.agency_standing import AgencyStanding, agency_of, agency_standings, is_late
from cbc_desktop.receiving.reception.comparing import VersionDifference, differences
from cbc_desktop.receiving.reception.copy_request import CopyRequest
from cbc_desktop.receiving.reception.counting import Counting
from cbc_desktop.receiving.reception.decision_desk import DecisionDesk
from cbc_desktop.receiving.reception.judging import Judged, JudgingOrder, judge, seconds_for
from cbc_desktop.receiving.reception.judging_again import JudgedAgain, JudgingAgain, count_to_judge_again
from cbc_desktop.receiving.reception.keying_in import KeyedIn, KeyingIn
from cbc_desktop.receiving.reception.looking import found_files
from cbc_desktop.receiving.reception.online_columns import with_agency_column, with_column
from cbc_desktop.receiving.reception.online_sheet import OnlinePlan, Place, online_plan
from cbc_desktop.receiving.reception.online_taking import OnlineTaking
from cbc_desktop.receiving.reception.open_points import DOUBTFUL, open_points
from cbc_desktop.receiving.reception.originals import write_originals
from cbc_desktop.receiving.reception.questions import AskedQuestion, Questions
from cbc_desktop.receiving.reception.receipting import Receipting
from cbc_desktop.receiving.reception.reminding import Reminder, reminders, write_reminders
from cbc_desktop.receiving.reception.roll import RollEntry, roll
from cbc_desktop.receiving.reception.rulings import Round, Rulings, rulings
from cbc_desktop.receiving.reception.stated_day import require_past
from cbc_desktop.receiving.reception.taking import Taking, Tell
from cbc_desktop.receiving.reception.workers import Workers
from cbc_desktop.receiving.route import Route
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.store.received.arrivals import Arrival
from cbc_desktop.store.received.judgements import Judgement
from cbc_desktop.store.received.receipts import KeptReceipt
from cbc_desktop.store.received.received_store import ReceivedStore

NO_SUCH_ARRIVAL = Message(
    "Không có gói nào đã nhận có mã bắt đầu bằng “{beginning}”, hoặc có nhiều hơn một. Hãy xem lại danh sách đã nhận.",
    "Nothing that arrived has a digest that begins with “{beginning}”, or more than one has. Look at the list again.",
)


@dataclass(frozen=True, slots=True)
class ReceptionDesk:
    """``trusted`` tells what the office trusts now; ``who`` is the person at this computer.

    Dossiers in earnest and those for practice are apart everywhere: what is asked with ``trial`` is about the latter.
    """

    catalogue: FormCatalogue
    store: ReceivedStore
    trusted: Callable[[], TrustAnchors]
    clock: Clock
    identifiers: IdentifierSource
    who: str

    # --- taking in --------------------------------------------------------------------------------------------------

    def receive(
        self,
        paths: Sequence[Path],
        tell: Tell,
        *,
        route: Route = Route.FOLDER,
        came_on: date | None = None,
        jobs: int | None = None,
        pulse: Callable[[], object] = lambda: None,
    ) -> int:
        """Takes in files, and folders with all below them; the number of files that were looked at.

        ``came_on`` is the day on which files came, also those that were taken in before; None: nobody says it.
        ``jobs`` processes judge, as many as there are cores unless it is said; 0: this process does. ``pulse`` as
        `Workers` has it. Never raises for what came; UserFacingError when a path is not there, the day is still to
        come, or the own disk says no.
        """
        require_past(came_on, self.clock)
        workers = self._workers(jobs, pulse)
        return Taking(self.store, workers, self.trusted(), self.clock, self.who, tell, came_on).take(paths, route)

    def to_judge_again(self) -> int:
        """How many were judged while other certificates were trusted here, so that `judge_again` looks at them."""
        return count_to_judge_again(self.store, self.trusted())

    def judge_again(
        self,
        tell: Callable[[JudgedAgain], None],
        *,
        jobs: int | None = None,
        pulse: Callable[[], object] = lambda: None,
    ) -> int:
        """With the certificates that are trusted now, from the kept files; the number of those that were judged.

        What could not come out otherwise is left as it is; decisions stay. ``tell`` may raise, which ends the run.
        """
        return JudgingAgain(self.store, self._workers(jobs, pulse), self.trusted(), self.who, tell).judge()

    def judgements(self, arrival: Arrival) -> tuple[Judgement, ...]:
        """When it was judged again, by whom, and what came out; the oldest first."""
        return self.store.judgements.of(arrival.digest)

    def key_in(self, keyed: KeyedIn, came_on: date | None = None, *, jobs: int = 1) -> Arrival:
        """Takes in what was keyed in from paper in this office, and came on that day.

        UserFacingError when no scan of it comes along, its codes are of another paper, or the day is still to come.
        """
        require_past(came_on, self.clock)
        campaign, workers = self.catalogue.campaign(keyed.revision.identity.campaign_id), self._workers(jobs)
        return KeyingIn(self.store, workers, campaign, self.clock, self.who, came_on).take(keyed)

    def look_at_online(self, path: Path, campaign_id: str, columns: Path | None = None) -> OnlinePlan:
        """The export of an online form (CSV, XLSX) as `take_online` would take it; ``columns`` is a file of columns.

        UserFacingError for what is no table, or names no agency of the register.
        """
        given = read_file(columns, STANDARD) if columns else b""
        return self._online_plan(path.name, table_file(path), campaign_id, given)

    def with_column(self, plan: OnlinePlan, campaign_id: str, heading: str, place: Place | None) -> OnlinePlan:
        """The same table when this column answers another question, or none."""
        return self._online_plan(plan.name, plan.content, campaign_id, with_column(plan, heading, place))

    def with_agency_column(self, plan: OnlinePlan, campaign_id: str, heading: str) -> OnlinePlan:
        """The same table when this column says whose each row is."""
        return self._online_plan(plan.name, plan.content, campaign_id, with_agency_column(plan, heading))

    def _online_plan(self, name: str, content: bytes, campaign_id: str, given: bytes) -> OnlinePlan:
        campaign, forms = self.catalogue.campaign(campaign_id), self._counting(campaign_id).definitions
        asked = campaign.agencies.respondents(campaign.register_date)
        return online_plan(name, content, forms, asked, given)

    def take_online(self, plan: OnlinePlan, campaign_id: str, *, trial: bool = False) -> tuple[Arrival, ...]:
        """The rows that were not there before, each an arrival; ``trial``: they are for practice."""
        campaign, forms = self.catalogue.campaign(campaign_id), self._counting(campaign_id).definitions
        return OnlineTaking(self.store, campaign, forms, self.clock, self.identifiers, self.who, trial).take(plan)

    def count(self, paths: Sequence[Path]) -> int:
        """How many files `receive` will look at, for who shows how far it is; UserFacingError as there."""
        return sum(1 for _ in found_files(paths))

    def arrivals(self, campaign_id: str) -> tuple[Arrival, ...]:
        """All that came for a campaign, as it was taken in."""
        return self.store.arrivals.of_campaign(campaign_id)

    def how_many(self, campaign_id: str, *, trial: bool = False) -> int:
        """Arrivals in earnest, or for practice, without reading them."""
        return self.store.arrivals.count(campaign_id, trial=trial)

    def campaigns(self) -> tuple[str, ...]:
        """Those of the installed ones that something came for."""
        installed = {campaign.id for campaign in self.catalogue.campaigns()}
        meant = {came_for.campaign_id for came_for in self.rulings().rounds.values()}
        return tuple(sorted(installed & {*self.store.arrivals.campaigns(), *meant}))

    def strangers(self) -> tuple[Arrival, ...]:
        """What was set aside because no dossier could be read in it, or of a campaign that is not installed here."""
        known, rounds = self.campaigns(), self.rulings().rounds
        foreign = [one for one in self.store.arrivals.campaigns() if one not in known]
        of_foreign = (arrival for campaign in foreign for arrival in self.arrivals(campaign))
        nobodys = [
            one
            for one in self.store.arrivals.without_campaign()
            if one.digest not in rounds or rounds[one.digest].campaign_id not in known
        ]
        return (*nobodys, *of_foreign)

    def find(self, beginning: str) -> Arrival:
        """The one whose digest begins so; UserFacingError when there is none, or more than one."""
        found = self.store.arrivals.named(beginning.strip().lower())
        if len(found) != 1:
            raise UserFacingError(NO_SUCH_ARRIVAL.filled(beginning=beginning))
        return found[0]

    def report(self, arrival: Digest) -> dict[str, Any]:
        """What was found when it was judged, as `VerificationReport.to_json` or `PaperReport.to_json` tells it."""
        found: dict[str, Any] = json.loads(self.store.arrivals.report(arrival) or "{}")
        return found

    def open_points(self, arrival: Arrival) -> tuple[Message, ...]:
        """What a person has to look at besides the facts of its report."""
        report = self.report(arrival.digest)
        questions = self.questions(arrival) if any(map(report.get, DOUBTFUL)) else ()
        return tuple(open_points(arrival, report, questions))

    def write_originals(self, arrival: Arrival, folder: Path) -> tuple[Path, ...]:
        """The files behind it as they came, into ``folder``; UserFacingError when the disk says no."""
        return write_originals(arrival, self.report(arrival.digest), self.store.files, folder)

    # --- how it stands ----------------------------------------------------------------------------------------------

    def standings(self, campaign_id: str, *, trial: bool = False) -> tuple[AgencyStanding, ...]:
        """Of each agency that something came from; UserFacingError when the campaign is not installed."""
        campaign, rulings = self.catalogue.campaign(campaign_id), self.rulings()
        arrivals = [*self.store.arrivals.of_campaign(campaign_id, trial=trial)]
        if Round(campaign_id, trial) in rulings.rounds.values():
            unread = self.store.arrivals.without_campaign()
            arrivals += [one for one in unread if rulings.rounds.get(one.digest) == Round(campaign_id, trial)]
            arrivals.sort(key=lambda one: one.taken_at)
        return agency_standings(campaign, arrivals, rulings)

    def roll(self, campaign_id: str, *, trial: bool = False) -> tuple[RollEntry, ...]:
        """Each agency that was asked, and what has come of it."""
        return self.rolled(campaign_id, self.standings(campaign_id, trial=trial))

    def rolled(self, campaign_id: str, standings: Iterable[AgencyStanding]) -> tuple[RollEntry, ...]:
        """The same of standings that were asked for already."""
        return roll(self.catalogue.campaign(campaign_id), standings, self.store.receipts.last_outcomes())

    def reminders(self, campaign_id: str, *, trial: bool = False) -> tuple[Reminder, ...]:
        """A draft for each agency that is missing."""
        campaign, today = self.catalogue.campaign(campaign_id), self.clock.now().date()
        missing, entered = self.roll(campaign_id, trial=trial), self.store.addresses.all()
        return reminders(campaign, missing, today, entered, self.store.arrivals.senders(), trial=trial)

    def write_reminders(self, found: Iterable[Reminder], folder: Path) -> tuple[Path, ...]:
        """An e-mail draft for each; UserFacingError when the disk says no."""
        return write_reminders(found, folder, self.clock, self.identifiers)

    def counted(self, campaign_id: str, *, trial: bool = False) -> Iterator[Counted]:
        """What counts of each agency, in the order of the register."""
        return self._counting(campaign_id).counted(self.standings(campaign_id, trial=trial))

    def as_counted(self, arrival: Arrival) -> Counted | None:
        """One arrival as `counted` would tell it; None where no dossier could be read, or nobody knows whose it is."""
        if arrival.dossier is None:
            return None
        campaign = self.catalogue.campaign(arrival.dossier.identity.campaign_id)
        agency = agency_of(campaign, arrival, self.rulings())
        if agency is None:
            return None
        late = is_late(arrival, campaign.deadline)
        return self._counting(campaign.id).one(arrival, arrival.dossier, agency, late=late)

    def differences(self, one: Arrival, other: Arrival) -> tuple[VersionDifference, ...]:
        """What two arrivals of one campaign answer differently, for who decides between them."""
        if one.dossier is None or other.dossier is None:
            return ()
        return tuple(differences(self.questions(one), self.questions(other)))

    def questions(self, arrival: Arrival) -> tuple[AskedQuestion, ...]:
        """What an arrival was asked and what it answers; () where no dossier could be read."""
        if arrival.dossier is None:
            return ()
        counting = self._counting(arrival.dossier.identity.campaign_id)
        return tuple(Questions(counting, self.clock, self.identifiers).of(arrival.digest))

    def _counting(self, campaign_id: str) -> Counting:
        campaign = self.catalogue.campaign(campaign_id)
        return Counting.of(campaign, self.catalogue, self.store.arrivals, self.identifiers)

    # --- deciding and answering -----------------------------------------------------------------------------------

    @property
    def decisions(self) -> DecisionDesk:
        """What people decide about what came."""
        return DecisionDesk(self)

    @property
    def addresses(self) -> AddressDesk:
        """Where people enter the addresses of agencies."""
        return AddressDesk(self.store.addresses, self.who)

    @property
    def receipting(self) -> Receipting:
        """Where receipts are given and written."""
        return Receipting(self.store, self.catalogue, self.clock, self.identifiers, self.who, self.rulings())

    def write_copy_request(self, arrival: Arrival, by: str, folder: Path) -> Path:
        """An e-mail draft that asks for another copy of what cannot be read; UserFacingError when the disk says no."""
        rulings = self.rulings()
        key, came_for = rulings.agencies.get(arrival.digest), rulings.rounds.get(arrival.digest)
        name = ""
        if key and came_for:
            campaign = self.catalogue.campaign(came_for.campaign_id)
            name = campaign.agencies.find(key, campaign.register_date).name_vi
        request = CopyRequest(arrival, name, by, trial=bool(came_for and came_for.trial))
        return request.write(folder, self.clock, self.identifiers)

    def receipts(self, arrival: Arrival) -> tuple[KeptReceipt, ...]:
        """Those that were given for it, the oldest first."""
        return self.store.receipts.of(arrival.digest)

    def _workers(
        self, jobs: int | None, pulse: Callable[[], object] = lambda: None
    ) -> Workers[JudgingOrder, tuple[Judged, ...]]:
        return Workers(judge, os.cpu_count() or 1 if jobs is None else jobs, seconds_for, pulse)

    def rulings(self) -> Rulings:
        """What holds of all that was decided."""
        return rulings(self.store.decisions.all())
