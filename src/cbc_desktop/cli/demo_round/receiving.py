"""The receiver of the round at work: takes in what came, adds it up, says how it stands, gives receipts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.base.message import Message
from cbc_desktop.cli.consolidating import tell_consolidated
from cbc_desktop.cli.demo_issuing import trust_for_practice
from cbc_desktop.cli.received_words import by_agency, summary, tell_entry, what
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.dossier.return_slip import Outcome
from cbc_desktop.office import Office, open_office
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.cross_checks import CheckFinding
from cbc_desktop.receiving.consolidating.desk import return_remark
from cbc_desktop.receiving.reception.agency_standing import AgencyStanding
from cbc_desktop.receiving.reception.proposing import proposed
from cbc_desktop.receiving.reception.roll import RollEntry
from cbc_desktop.receiving.reception.taking import TakenIn
from cbc_desktop.receiving.reporting.sentences import sentences
from cbc_desktop.receiving.returning import ReturnRemark
from cbc_desktop.signing.signer import Signer
from cbc_desktop.signing.verdict import Verdict
from cbc_desktop.store.received.arrivals import Arrival

HOME, INBOX, RECEIPTS = "receiver", "inbox", "receipts"
SEED = 99
TAKES_IN = Message("— {day}: {receiver} nhận {files} tệp —", "— {day}: {receiver} takes in {files} files —")
TO_LOOK_AT = Message("Các cơ quan cần xem lại:", "Agencies to look at:")
NOT_SENT = Message(
    "Trong cuộc trình diễn, chưa gửi gì: {names}.", "Of those in the demonstration nothing came from: {names}."
)
FIGURES = Message("Trích báo cáo:", "From the report, in its words:")
GIVEN = Message(
    "Đã lập {count} phiếu có chữ ký số trong {path}: {accepted} tiếp nhận, {remarked} tiếp nhận kèm ý kiến, {returned} "
    "trả lại.",
    "Gave {count} signed receipts in {path}: {accepted} accept, {remarked} accept with remarks, {returned} return.",
)


@dataclass(frozen=True, slots=True)
class Receiver:
    """``out`` is the folder of the demonstration; ``authority`` the certificate that is trusted there."""

    campaign_id: str
    campaigns: Path | None
    name: str
    out: Path
    authority: Path

    @property
    def home(self) -> Path:
        return self.out / HOME

    def at_work(self, at: datetime) -> AbstractContextManager[Office]:
        clock, identifiers = FixedClock(at), SeededIdentifiers(SEED)
        return open_office(self.home, clock=clock, identifiers=identifiers, campaigns=self.campaigns, who=self.name)

    def inbox(self, at: datetime) -> Path:
        """For what comes until then."""
        return self.out / INBOX / f"{at:%Y-%m-%d}"


def take_in(receiver: Receiver, at: datetime, terminal: Terminal) -> Consolidated:
    """What has come until then; after that all that counts is added up."""
    with receiver.at_work(at) as office:
        if not office.trust.all():
            trust_for_practice(office, receiver.authority)
        found: list[TakenIn] = []
        files = office.reception.receive([receiver.inbox(at)], found.append)
        terminal.say(TAKES_IN.filled(day=f"{at:%d/%m/%Y}", receiver=receiver.name, files=files))
        for one in sorted(found, key=lambda taken: taken.name):
            terminal.say(f"  {one.name}: {'; '.join(what(arrival, terminal) for arrival in one.arrivals)}")
        consolidated = office.consolidating.consolidate(receiver.campaign_id, receiver.out, trial=True)
    tell_consolidated(consolidated, terminal)
    return consolidated


def tell_all(office: Office, consolidated: Consolidated, taking_part: Sequence[str], terminal: Terminal) -> None:
    """How everything stands at the end; ``taking_part`` are codes of agencies."""
    roll = office.reception.roll(consolidated.campaign.id, trial=True)
    terminal.say(TO_LOOK_AT)
    remarks = by_agency(consolidated.findings())
    for entry in roll:
        on_it = remarks.get(entry.agency.key, ())
        if entry.standing and (on_it or not _is_plain(entry.standing)):
            tell_entry(entry, on_it, terminal)
    terminal.say(summary(consolidated.campaign.id, roll))
    missing = [entry.agency.name_vi for entry in roll if entry.agency.code in taking_part and not entry.standing]
    terminal.say(NOT_SENT.filled(names="; ".join(missing)))
    terminal.say(FIGURES)
    for line in _figures(consolidated):
        terminal.say(f"  {line}")


def give_receipts(
    office: Office, consolidated: Consolidated, receiver: Receiver, signer: Signer, terminal: Terminal
) -> dict[str, Path]:
    """For what counts, and for what failed; the slips by code of the agency."""
    folder = receiver.out / RECEIPTS
    slips: dict[str, Path] = {}
    given: Counter[Outcome] = Counter()
    receipting, of_agency = office.reception.receipting, by_agency(consolidated.findings())
    for entry in office.reception.roll(receiver.campaign_id, trial=True):
        for arrival, outcome, remarks in _to_be_answered(office, entry, of_agency.get(entry.agency.key, ())):
            receipt = receipting.give(arrival, outcome, remarks, receiver.name, signer)
            slips[entry.agency.code], *_ = receipting.write(receipt, folder)
            given[outcome] += 1
    counts = {"accepted": Outcome.ACCEPTED, "remarked": Outcome.WITH_REMARKS, "returned": Outcome.TO_BE_CORRECTED}
    terminal.say(
        GIVEN.filled(count=given.total(), path=folder, **{name: given[outcome] for name, outcome in counts.items()})
    )
    return slips


def _is_plain(standing: AgencyStanding) -> bool:
    """One package in time, about which nothing is in doubt."""
    arrivals = [stood.arrival for stood in standing.arrivals]
    passed = arrivals[0].verdict == Verdict.PASSED.value and not arrivals[0].doubts
    return len(arrivals) == 1 and passed and not standing.late


def _figures(consolidated: Consolidated) -> Iterator[str]:
    """The first indicator of each part, as the report says it."""
    for part in consolidated.indicators.parts:
        found = next((one for one in consolidated.figures if one.definition.part == part.value), None)
        if found is not None:
            yield f"{found.definition.name.vi}: {next(iter(sentences(found)))}"


def _to_be_answered(
    office: Office, entry: RollEntry, findings: Sequence[CheckFinding]
) -> Iterator[tuple[Arrival, Outcome, list[ReturnRemark]]]:
    standing = entry.standing
    if standing is None:
        return
    if standing.counts is not None:
        remarks = list(map(return_remark, findings))
        yield standing.counts, Outcome.WITH_REMARKS if remarks else Outcome.ACCEPTED, remarks
    for stood in standing.arrivals:
        if stood.arrival.verdict == Verdict.FAILED.value:
            yield stood.arrival, Outcome.TO_BE_CORRECTED, proposed(office.reception.report(stood.arrival.digest))
