"""Reads beside the window what has arrived for a campaign: ten thousand packages are not read between two frames."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from cbc_desktop.base.message import Message, Progress
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.office import Office
from cbc_desktop.receiving.reception.agency_standing import AgencyStanding
from cbc_desktop.receiving.reception.deciding import Decision
from cbc_desktop.receiving.reception.roll import RollEntry, roll
from cbc_desktop.store.received.arrivals import Arrival
from cbc_desktop.ui.kit.quiet_task import QuietTask
from cbc_desktop.ui.receiving.scope import Scope
from cbc_desktop.ui.rooms import Surroundings

READING = Message("Đang đọc sổ tiếp nhận…", "Reading what has arrived…")


@dataclass(frozen=True, slots=True)
class Received:
    """``unknown`` is what came of agencies that the register does not have; ``decisions`` also those undone."""

    campaign: Campaign
    trial: bool
    roll: tuple[RollEntry, ...]
    unknown: tuple[AgencyStanding, ...] = ()
    strangers: tuple[Arrival, ...] = ()
    decisions: tuple[Decision, ...] = ()
    others: int = 0
    """How many arrivals there are of the other kind: for practice, or in earnest."""
    outdated: int = 0
    """How many were judged while this office trusted other certificates."""

    @property
    def anything(self) -> bool:
        return bool(self.unknown or self.strangers or self.others or any(entry.standing for entry in self.roll))


def preferred(office: Office, campaign: Campaign, offered: Sequence[Campaign]) -> Campaign:
    """The first of those offered that something came for, else the campaign."""
    came = office.reception.campaigns() if office.received.anything else ()
    return next((one for one in offered if one.id in came), campaign)


def received(office: Office, campaign: Campaign, *, trial: bool) -> Received:
    """UserFacingError as the stores of what was received."""
    if not office.received.anything:
        return Received(campaign, trial, roll(campaign, (), {}))
    desk = office.reception
    standings = desk.standings(campaign.id, trial=trial)
    return Received(
        campaign=campaign,
        trial=trial,
        roll=desk.rolled(campaign.id, standings),
        unknown=tuple(one for one in standings if one.agency is None),
        strangers=desk.strangers(),
        decisions=desk.decisions.all(),
        others=desk.how_many(campaign.id, trial=not trial),
        outdated=desk.to_judge_again(),
    )


class Reading(QObject):
    """``read`` has what the scope was about when it was wanted last."""

    read = Signal(object)
    """A ``Received``."""
    refused = Signal(object)
    """A ``Message``."""

    def __init__(self, around: Surroundings, scope: Scope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office, self._scope = around.office, scope
        self._quiet = QuietTask(around.tasks, self)

    @property
    def waits(self) -> bool:
        """Whether there is something to be read that nobody reads yet."""
        return self._quiet.waits

    def want(self) -> None:
        """As soon as no other task runs."""
        if self._scope.campaign is not None:
            work = self._work(self._scope.campaign, self._scope.trial)
            self._quiet.want(work, self.read.emit, lambda error: self.refused.emit(error.message))

    def _work(self, campaign: Campaign, trial: bool) -> Callable[[Progress], Received]:
        office, offered = self._office, self._scope.offered

        def work(progress: Progress) -> Received:
            progress(READING)
            found = received(office, preferred(office, campaign, offered), trial=trial)
            progress(READING)
            return found

        return work
