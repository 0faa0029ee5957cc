"""Where people decide about what came: which version counts, whose it is, that it is looked at; each can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.receiving.reception import deciding
from cbc_desktop.receiving.reception.decided_words import told_decision
from cbc_desktop.receiving.reception.deciding import Decision
from cbc_desktop.receiving.reception.rulings import Round, Ruling
from cbc_desktop.store.received.arrivals import Arrival

if TYPE_CHECKING:
    from cbc_desktop.receiving.reception.desk import ReceptionDesk


@dataclass(frozen=True, slots=True)
class DecisionDesk:
    """Of one office. Whoever decides gives a reason; UserFacingError without one."""

    reception: ReceptionDesk

    def all(self) -> tuple[Decision, ...]:
        """Also those that were undone, the oldest first."""
        return tuple(map(deciding.told, self.reception.store.decisions.all()))

    def told(self, number: int) -> Message:
        """What the decision of this number did, for who has just taken it."""
        kept = next(one for one in self.reception.store.decisions.all() if one.number == number)
        arrival, report = self.reception.find(str(kept.arrival)), self.reception.report(kept.arrival)
        return told_decision(Ruling(kept.kind), arrival, report)

    def choose(self, arrival: Arrival, why: str) -> int:
        """It counts, and those that it is in conflict with do not; the number of the decision.

        UserFacingError when it is in no conflict.
        """
        if arrival.dossier is None:
            raise UserFacingError(deciding.NOTHING_TO_CHOOSE.filled(name=arrival.name))
        reception, dossier = self.reception, arrival.dossier
        standings = reception.standings(dossier.identity.campaign_id, trial=dossier.trial)
        return self._decide(Ruling.COUNTS, arrival, why, deciding.against(arrival, standings, reception.rulings()))

    def accept(self, arrival: Arrival, why: str) -> int:
        """It may count although it failed, or although its certificate does not name the agency."""
        return self._decide(Ruling.ACCEPTED, arrival, why)

    def set_aside(self, arrival: Arrival, why: str) -> int:
        return self._decide(Ruling.SET_ASIDE, arrival, why)

    def assign(self, arrival: Arrival, agency: str, why: str, campaign_id: str = "", *, trial: bool = False) -> int:
        """It is of this agency (code, key or whole name); UserFacingError also when the register has no such one.

        What cannot be read came for the campaign that is said, or for the only one that anything came for.
        """
        if arrival.dossier is None:
            values = self._agency_of_unreadable(agency, campaign_id, trial=trial)
            return self._decide(Ruling.OF_AGENCY, arrival, why, values)
        campaign = self.reception.catalogue.campaign(arrival.dossier.identity.campaign_id)
        found = campaign.agencies.find(agency, campaign.register_date)
        return self._decide(Ruling.OF_AGENCY, arrival, why, (found.key,))

    def ask_anew(self, arrival: Arrival, agency: str, why: str, campaign_id: str = "", *, trial: bool = False) -> int:
        """It cannot be read; it is of this agency (all as in `assign`), which was asked for another copy."""
        if arrival.dossier is not None:
            raise UserFacingError(deciding.READABLE.filled(name=arrival.name))
        values = self._agency_of_unreadable(agency, campaign_id, trial=trial)
        return self._decide(Ruling.ASKED_ANEW, arrival, why, values)

    def undo(self, number: int) -> None:
        """UserFacingError when no decision of this number holds."""
        deciding.undo(self.reception.store.decisions, number, self.reception.who)

    def _agency_of_unreadable(self, agency: str, campaign_id: str, *, trial: bool) -> tuple[str, ...]:
        campaign = self._came_for(campaign_id)
        found = campaign.agencies.find(agency, campaign.register_date)
        return found.key, *Round(campaign.id, trial).values

    def _came_for(self, campaign_id: str) -> Campaign:
        if campaign_id:
            return self.reception.catalogue.campaign(campaign_id)
        came, installed = self.reception.campaigns(), self.reception.catalogue.campaigns()
        return deciding.only([one for one in installed if one.id in came] or installed)

    def _decide(self, ruling: Ruling, arrival: Arrival, why: str, values: tuple[str, ...] = ()) -> int:
        reason, reception = deciding.reasoned(why), self.reception
        return reception.store.decisions.add(ruling.value, arrival.digest, values, who=reception.who, why=reason)
