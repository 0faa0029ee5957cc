"""What does not fit together in the answers of an arrival, as soon as a person looks at it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Severity
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.store.received.arrivals import Arrival
from cbc_desktop.ui.kit.labels import label
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.kit.quiet_task import QuietTask
from cbc_desktop.ui.rooms import Surroundings

if TYPE_CHECKING:
    from cbc_desktop.receiving.consolidating.cross_checks import CheckFinding

CHECKING = Message("Đang đối chiếu số liệu…", "Cross-checking the answers…")
_AFTER = 300
"""Milliseconds: who goes through the list with the arrow keys wants to see none of those passed over."""
_MOST = 30


class RemarkLines(Panel):
    """Hidden where everything fits."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Đối chiếu số liệu"), parent)
        self._around = around
        self._quiet = QuietTask(around.tasks, self)
        self.told = label()
        self.column.addWidget(self.told)
        self.hide()

    @property
    def waits(self) -> bool:
        return self._quiet.waits

    def show_arrival(self, arrival: Arrival | None) -> None:
        self.hide()
        self._quiet.forget()
        if arrival is not None and arrival.form_digests:
            self._quiet.want(self._work(arrival), self._show, self._refuse, after=_AFTER)

    def _work(self, arrival: Arrival) -> Callable[[Progress], Sequence[CheckFinding]]:
        office = self._around.office

        def work(progress: Progress) -> Sequence[CheckFinding]:
            progress(CHECKING)
            return office.consolidating.remarks(arrival)

        return work

    def _show(self, found: Sequence[CheckFinding]) -> None:
        worst = sorted(found, key=lambda finding: finding.check.severity is not Severity.ERROR)
        lines = [f"• {self._around.look.text(finding.words)}" for finding in worst[:_MOST]]
        if len(found) > _MOST:
            lines.append(self.tr("… và %n điều nữa", "", len(found) - _MOST))
        self.told.setText("\n".join(lines))
        self.setVisible(bool(found))

    def _refuse(self, error: UserFacingError) -> None:
        self.told.setText(self._around.look.text(error.message))
        self.show()
