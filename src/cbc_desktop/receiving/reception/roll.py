"""The roll of a campaign: each agency that was asked, and what has come of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from cbc_desktop.base.message import Message
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.receiving.reception.agency_standing import AgencyStanding


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
    """``standing`` is None where nothing came; ``awaited`` False for one that answers without being counted."""

    agency: Agency
    answered: Answered
    standing: AgencyStanding | None
    awaited: bool = True


def roll(campaign: Campaign, standings: Iterable[AgencyStanding]) -> tuple[RollEntry, ...]:
    """Those who were asked, in the order of the register, then others of the register that answered."""
    by_key = {one.agency.key: one for one in standings if one.agency}
    awaited = campaign.awaited
    keys = {agency.key for agency in awaited}
    others = [one.agency for key, one in by_key.items() if key not in keys and one.agency]
    return (
        *(_entry(agency, by_key.get(agency.key), awaited=True) for agency in awaited),
        *(_entry(agency, by_key.get(agency.key), awaited=False) for agency in others),
    )


def _entry(agency: Agency, standing: AgencyStanding | None, *, awaited: bool) -> RollEntry:
    if standing is None:
        return RollEntry(agency, Answered.MISSING, None, awaited)
    if standing.counts:
        return RollEntry(agency, Answered.COUNTS, standing, awaited)
    answered = Answered.UNDECIDED if standing.conflicting else Answered.UNUSABLE
    return RollEntry(agency, answered, standing, awaited)
