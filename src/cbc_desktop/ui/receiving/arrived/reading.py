"""Reads beside the window what has arrived for a campaign: ten thousand packages are not read between two frames."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.office import Office
from cbc_desktop.receiving.reception.agency_standing import AgencyStanding
from cbc_desktop.receiving.reception.deciding import Decision
from cbc_desktop.receiving.reception.roll import RollEntry, roll
from cbc_desktop.store.received.arrivals import Arrival
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

    @property
    def anything(self) -> bool:
        return bool(self.unknown or self.strangers or self.others or any(entry.standing for entry in self.roll))


def received(office: Office, campaign: Campaign, *, trial: bool) -> Received:
    """UserFacingError as the stores of what was received."""
    if not office.received.anything:
        return Received(campaign, trial, roll(campaign, ()))
    desk = office.reception
    standings = desk.standings(campaign.id, trial=trial)
    other = [one for one in desk.arrivals(campaign.id) if one.dossier and one.dossier.trial != trial]
    return Received(
        campaign=campaign,
        trial=trial,
        roll=roll(campaign, standings),
        unknown=tuple(one for one in standings if one.agency is None),
        strangers=desk.strangers(),
        decisions=desk.decisions(),
        others=len(other),
    )


class Reading(QObject):
    """``read`` has what was wanted last; while another task runs, it waits for its end."""

    read = Signal(object)
    """A ``Received``."""
    refused = Signal(object)
    """A ``Message``."""

    def __init__(self, around: Surroundings, scope: Scope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around, self._scope = around, scope
        self._wanted = False
        around.tasks.busy.connect(self._go_on)

    def want(self) -> None:
        """As soon as no other task runs, and not before whoever asks has begun one."""
        self._wanted = True
        QTimer.singleShot(0, self, self._start)

    def _go_on(self, busy: bool) -> None:
        if not busy and self._wanted:
            QTimer.singleShot(0, self, self._start)

    def _start(self) -> None:
        campaign = self._scope.campaign
        if campaign is None or not self._wanted or self._around.tasks.running:
            return
        self._wanted = False
        work = self._work(campaign, self._scope.trial)
        self._around.tasks.run(self, work, done=self._tell, failed=self._refuse, cancelled=self._give_way, yields=True)

    def _work(self, campaign: Campaign, trial: bool) -> Callable[[Progress], Received]:
        office = self._around.office

        def work(progress: Progress) -> Received:
            progress(READING)
            found = received(office, campaign, trial=trial)
            progress(READING)
            return found

        return work

    def _give_way(self) -> None:
        """A person wanted something else to be done first."""
        self._wanted = True

    def _tell(self, found: Received) -> None:
        """Not what is no longer wanted: another campaign was chosen meanwhile."""
        if (found.campaign, found.trial) == (self._scope.campaign, self._scope.trial):
            self.read.emit(found)

    def _refuse(self, error: UserFacingError) -> None:
        self.refused.emit(error.message)
