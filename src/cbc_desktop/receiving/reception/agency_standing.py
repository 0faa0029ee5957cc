"""All that arrived of each agency of a campaign, in its place: what counts, what is to be decided, what is late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.receiving.reception.attribution import AgencyFinder, Attribution, How
from cbc_desktop.receiving.reception.rulings import Rulings
from cbc_desktop.receiving.reception.standing import Standing, standings
from cbc_desktop.store.received.arrivals import Arrival

_NOT_USED = frozenset({Standing.SET_ASIDE, Standing.FAILED, Standing.UNREADABLE})


class Lateness(Enum):
    IN_TIME = "in-time"
    """So is a copy of what was, whenever it comes."""
    LATE = "late"
    CORRECTS_LATE = "corrects-late"
    """An earlier version of the agency was in time."""


@dataclass(frozen=True, slots=True)
class StoodArrival:
    arrival: Arrival
    standing: Standing
    how: How
    """By what the agency was recognised."""
    lateness: Lateness
    accepted: bool
    """A person accepted it as it is; its doubts were looked at."""


@dataclass(frozen=True, slots=True)
class AgencyStanding:
    """``agency`` is None for a name that nobody in the register has: nothing of it counts until a person decides.

    ``name`` is the register's, else the package's.
    """

    agency: Agency | None
    name: str
    arrivals: tuple[StoodArrival, ...]
    """As they were taken in."""
    counts: Arrival | None
    conflicting: tuple[Arrival, ...]
    late: bool
    """Whether its first usable answer was."""


def agency_standings(campaign: Campaign, arrivals: Iterable[Arrival], rulings: Rulings) -> tuple[AgencyStanding, ...]:
    """In the order of the register, unknown ones last; ``arrivals`` are all in earnest or all for practice."""
    finder = AgencyFinder(campaign.agencies, campaign.register_date)
    groups: dict[tuple[bool, str], list[tuple[Arrival, Attribution]]] = {}
    for arrival in arrivals:
        if arrival.dossier is not None or arrival.digest in rulings.agencies:
            found = _attributed(arrival, finder, rulings)
            key = found.agency.key if found.agency else _own_words(arrival)
            groups.setdefault((found.agency is None, key), []).append((arrival, found))
    places = {agency.key: place for place, agency in enumerate(campaign.agencies.agencies)}
    order = sorted(groups, key=lambda group: (group[0], places.get(group[1], 0), group[1]))
    return tuple(_standing(groups[group], campaign.deadline, rulings) for group in order)


def _own_words(arrival: Arrival) -> str:
    """By which what nobody in the register has sent belongs together."""
    dossier = arrival.dossier
    return f"{dossier.identity.agency} {dossier.agency_name}" if dossier else ""


def agency_of(campaign: Campaign, arrival: Arrival, rulings: Rulings) -> Agency | None:
    """Whose it is, None where nobody knows."""
    return _attributed(arrival, AgencyFinder(campaign.agencies, campaign.register_date), rulings).agency


def moment_of(arrival: Arrival) -> datetime:
    """When it was sent as far as that is known, else when it was taken in."""
    return (arrival.sent_at or arrival.taken_at).astimezone(VIETNAM)


def is_late(arrival: Arrival, deadline: date) -> bool:
    """``deadline`` is the last day in time."""
    return moment_of(arrival).date() > deadline


def _attributed(arrival: Arrival, finder: AgencyFinder, rulings: Rulings) -> Attribution:
    if arrival.digest in rulings.agencies:
        return finder.decided(rulings.agencies[arrival.digest])
    if arrival.dossier is None:
        return Attribution(None, How.UNKNOWN)
    return finder.attribution(str(arrival.dossier.identity.agency), arrival.dossier.agency_name)


def _standing(group: list[tuple[Arrival, Attribution]], deadline: date, rulings: Rulings) -> AgencyStanding:
    found = standings([arrival for arrival, _ in group], rulings)
    first, attribution = group[0]
    agency = attribution.agency
    named = first.dossier.agency_name if first.dossier else ""
    usable = [arrival for arrival, _ in group if found.of[arrival.digest] not in _NOT_USED]
    in_time = any(not is_late(arrival, deadline) for arrival in usable)
    return AgencyStanding(
        agency=agency,
        name=agency.name_vi if agency else named,
        arrivals=tuple(
            StoodArrival(
                *(arrival, found.of[arrival.digest], how.how),
                _lateness(arrival, found.of[arrival.digest], deadline, in_time=in_time),
                accepted=arrival.digest in rulings.accepted,
            )
            for arrival, how in group
        ),
        counts=found.counts if agency else None,
        conflicting=found.conflicting,
        late=bool(usable) and not in_time,
    )


def _lateness(arrival: Arrival, standing: Standing, deadline: date, *, in_time: bool) -> Lateness:
    """``in_time``: something of the agency that can be used was."""
    if not is_late(arrival, deadline) or (in_time and standing is Standing.SAME):
        return Lateness.IN_TIME
    return Lateness.CORRECTS_LATE if in_time and standing not in _NOT_USED else Lateness.LATE
