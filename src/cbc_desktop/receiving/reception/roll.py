"""The roll of a campaign: each agency that was asked, and what has come of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.message import Message
from cbc_desktop.dossier.return_slip import Outcome
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.receiving.reception.agency_standing import AgencyStanding
from cbc_desktop.store.received.arrivals import Arrival


class Answered(Enum):
    """How far an agency's answer has come."""

    COUNTS = "counts"
    UNDECIDED = "undecided"
    """A person must decide between several."""
    UNUSABLE = "unusable"
    """Something came, and nothing of it can be used."""
    MISSING = "missing"

    @property
    def words(self) -> Message:
        return _WORDS[self]


_WORDS = {
    Answered.COUNTS: Message("đã có", "there"),
    Answered.UNDECIDED: Message("chờ quyết định", "to be decided"),
    Answered.UNUSABLE: Message("đã gửi nhưng chưa dùng được", "sent, but not usable"),
    Answered.MISSING: Message("chưa gửi", "missing"),
}


@dataclass(frozen=True, slots=True)
class RollEntry:
    """``standing`` is None where nothing came; ``awaited`` False for one that answers without being counted.

    ``returned``: its last receipt asks for a corrected version, and no other one came.
    """

    agency: Agency
    answered: Answered
    standing: AgencyStanding | None
    awaited: bool = True
    returned: bool = False


def roll(
    campaign: Campaign, standings: Iterable[AgencyStanding], outcomes: Mapping[Digest, str]
) -> tuple[RollEntry, ...]:
    """Those who were asked, in the order of the register, then others of the register that answered.

    ``outcomes`` are those of the last receipts, by arrival.
    """
    by_key = {one.agency.key: one for one in standings if one.agency}
    awaited = campaign.awaited
    keys = {agency.key for agency in awaited}
    others = [one.agency for key, one in by_key.items() if key not in keys and one.agency]
    return (
        *(_entry(agency, by_key.get(agency.key), outcomes, awaited=True) for agency in awaited),
        *(_entry(agency, by_key.get(agency.key), outcomes, awaited=False) for agency in others),
    )


def _entry(
    agency: Agency, standing: AgencyStanding | None, outcomes: Mapping[Digest, str], *, awaited: bool
) -> RollEntry:
    if standing is None:
        return RollEntry(agency, Answered.MISSING, None, awaited)
    usable = Answered.UNDECIDED if standing.conflicting else Answered.UNUSABLE
    answered = Answered.COUNTS if standing.counts else usable
    return RollEntry(agency, answered, standing, awaited, returned=_returned(standing, outcomes))


def _returned(standing: AgencyStanding, outcomes: Mapping[Digest, str]) -> bool:
    """A receipt may have been given for a copy of what counts."""
    sent = [stood.arrival for stood in standing.arrivals if stood.arrival.dossier] or [standing.arrivals[-1].arrival]
    last = standing.counts or sent[-1]
    content = last.dossier.content_digest if last.dossier else None
    same = [one for stood in standing.arrivals if (one := stood.arrival) is last or _says(one, content)]
    return any(outcomes.get(one.digest) == Outcome.TO_BE_CORRECTED.value for one in same)


def _says(arrival: Arrival, content: Digest | None) -> bool:
    return arrival.dossier is not None and arrival.dossier.content_digest == content
