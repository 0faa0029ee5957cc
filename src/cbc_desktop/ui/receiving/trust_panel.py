"""How many certificates this office trusts, and the way to the page where a person decides that."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.receiving.trust_desk import Candidate
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.labels import label
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID


class TrustPanel(QWidget):
    """``changed`` after the authority of the certificates for practice was trusted here.

    ``trial`` is the folder of the certificates for practice that were made on this computer.
    """

    changed = Signal()

    def __init__(self, around: Surroundings, trial: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._trial = around, trial
        self.text = label()
        self.page_button = button(self.tr("Chứng thư t&in cậy…"), around.routes.trust.emit)
        self.trial_button = button(self.tr("Tin cậy chứng thư &thử nghiệm của máy này"), self.use_trial)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.page_button)
        row.addWidget(self.trial_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.text)
        column.addLayout(row)
        self.show_all()

    def use_trial(self) -> None:
        """Nobody has to be called: the files were made on this computer."""
        desk = self._around.office.trust
        for candidate in self._offered():
            why = self.tr("Chứng thư thử nghiệm được lập trên máy này")
            desk.accept(candidate, candidate.group, fingerprint=str(candidate.fingerprint), why=why)
        self.show_all()
        self.changed.emit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """A certificate for practice may have been made meanwhile, or another one trusted."""
        super().showEvent(event)
        self.show_all()

    def show_all(self) -> None:
        count = len(self._around.office.trust.all())
        self.trial_button.setVisible(bool(self._offered()))
        if count:
            self.text.setText(self.tr("Máy này tin cậy %n chứng thư.", "", count))
        else:
            self.text.setText(
                self.tr("Chưa tin cậy chứng thư của cơ quan cấp chữ ký số nào, nên chưa xác nhận được người ký.")
            )

    def _offered(self) -> tuple[Candidate, ...]:
        return self._around.office.trust.for_practice(self._trial)
