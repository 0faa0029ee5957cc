"""The list of what has arrived as lines: an agency each, or a file in which no dossier could be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QCoreApplication

from cbc_desktop.base.message import Message
from cbc_desktop.base.text import folded
from cbc_desktop.package.names import printable
from cbc_desktop.receiving.reception.agency_standing import AgencyStanding, moment_of
from cbc_desktop.receiving.reception.called import called
from cbc_desktop.receiving.reception.reasons import Reason
from cbc_desktop.receiving.reception.roll import Answered, RollEntry
from cbc_desktop.receiving.route import Route
from cbc_desktop.store.received.arrivals import Arrival
from cbc_desktop.ui.kit.agency_name import searched_name
from cbc_desktop.ui.kit.marks import Mark
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.receiving.arrived.reading import Received
from cbc_desktop.ui.receiving.arrived.standing_words import counted_mark

FOREIGN = Message(
    "của đợt khảo sát “{campaign}”, chưa cài trên máy này", "of the campaign “{campaign}”, which is not installed here"
)


class Kind(Enum):
    """What a line is, which is also what can be looked for; the order is that of the counts above the list."""

    COUNTS = Answered.COUNTS.value
    UNDECIDED = Answered.UNDECIDED.value
    UNUSABLE = Answered.UNUSABLE.value
    MISSING = Answered.MISSING.value
    NOBODYS = "nobodys"
    """Of an agency that the register does not have."""
    ASIDE = "aside"
    """No dossier of an installed campaign."""


_MARKS: Mapping[Kind, Mark] = {
    Kind.COUNTS: Mark.DONE,
    Kind.UNDECIDED: Mark.UNDECIDED,
    Kind.UNUSABLE: Mark.PROBLEM,
    Kind.MISSING: Mark.UNANSWERED,
    Kind.NOBODYS: Mark.UNDECIDED,
    Kind.ASIDE: Mark.WARNING,
}


@dataclass(frozen=True, slots=True)
class Line:
    """``key`` names it among all, for who comes back to it; ``sent`` is that of what counts, else of what came first.

    Exactly one of ``entry``, ``nobodys`` and ``aside`` is there.
    """

    key: str
    kind: Kind
    name: str
    state: str
    sent: datetime | None
    late: bool
    route: str
    awaited: bool
    searched: str
    entry: RollEntry | None = None
    nobodys: AgencyStanding | None = None
    aside: Arrival | None = None

    @property
    def mark(self) -> Mark:
        if self.returned:
            return Mark.RETURNED
        counts = self.standing.counts if self.standing else None
        return counted_mark(counts) if counts and self.kind is Kind.COUNTS else _MARKS[self.kind]

    @property
    def returned(self) -> bool:
        """Sent back, and nothing else came."""
        return self.entry is not None and self.entry.returned

    @property
    def standing(self) -> AgencyStanding | None:
        return self.entry.standing if self.entry else self.nobodys


def lines_of(received: Received, look: Look) -> tuple[Line, ...]:
    """Agencies in the order of the register, then what nobody in it has sent, then what was set aside."""
    seen_to = {one.arrival for one in received.decisions if not one.undone}
    return (
        *(_agency(entry, look) for entry in received.roll),
        *(_nobodys(standing, look) for standing in received.unknown),
        *(_aside(arrival, look, seen_to=arrival.digest in seen_to) for arrival in received.strangers),
    )


def _agency(entry: RollEntry, look: Look) -> Line:
    agency, standing = entry.agency, entry.standing
    shown = _shown(standing)
    return Line(
        key=agency.key,
        kind=Kind(entry.answered.value),
        name=agency.name_vi,
        state=_state(entry),
        sent=moment_of(shown) if shown else None,
        late=bool(standing and standing.late),
        route=look.text(Route(shown.route).words) if shown else "",
        awaited=entry.awaited,
        searched=" ".join((searched_name(agency.name_vi), folded(" ".join((agency.code, *_names(standing)))))),
        entry=entry,
    )


def _nobodys(standing: AgencyStanding, look: Look) -> Line:
    (first, *_) = standing.arrivals
    name = printable(standing.name) or QCoreApplication.translate("Line", "(không ghi tên cơ quan)")
    return Line(
        key=f"? {first.arrival.digest}",
        kind=Kind.NOBODYS,
        name=name,
        state=QCoreApplication.translate("Line", "chưa rõ cơ quan"),
        sent=moment_of(first.arrival),
        late=standing.late,
        route=look.text(Route(first.arrival.route).words),
        awaited=False,
        searched=folded(" ".join((name, *_names(standing)))),
        nobodys=standing,
    )


def _aside(arrival: Arrival, look: Look, *, seen_to: bool) -> Line:
    """``seen_to``: somebody has kept a decision about it."""
    why = look.text(why_aside(arrival))
    name = look.text(called(arrival))
    return Line(
        key=str(arrival.digest),
        kind=Kind.ASIDE,
        name=name,
        state=QCoreApplication.translate("Line", "đã xem xét; {why}").format(why=why) if seen_to else why,
        sent=moment_of(arrival),
        late=False,
        route=look.text(Route(arrival.route).words),
        awaited=False,
        searched=folded(name),
        aside=arrival,
    )


def why_aside(arrival: Arrival) -> Message:
    if arrival.set_aside or arrival.dossier is None:
        return Reason(arrival.set_aside).words
    return FOREIGN.filled(campaign=printable(arrival.dossier.identity.campaign_id))


def _shown(standing: AgencyStanding | None) -> Arrival | None:
    if standing is None:
        return None
    return standing.counts or standing.arrivals[0].arrival


def _state(entry: RollEntry) -> str:
    translate, counts = QCoreApplication.translate, entry.standing.counts if entry.standing else None
    if entry.returned:
        return translate("Line", "đã trả lại, chờ bản sửa")
    words = {
        Answered.COUNTS: translate("Line", "đã có, lần {number}"),
        Answered.UNDECIDED: translate("Line", "cần quyết định"),
        Answered.UNUSABLE: translate("Line", "chưa dùng được"),
        Answered.MISSING: translate("Line", "chưa gửi"),
    }
    return words[entry.answered].format(number=counts.dossier.number if counts and counts.dossier else "")


def _names(standing: AgencyStanding | None) -> Iterator[str]:
    return (called(stood.arrival).vi for stood in standing.arrivals) if standing else iter(())
