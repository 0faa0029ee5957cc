"""Which certificates a signature may go back to: chosen once by a person, and remembered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import label
from cbc_desktop.ui.preferences import Preferences
from cbc_desktop.ui.theme.sizes import GRID


class TrustPanel(QWidget):
    """``changed`` after another file was chosen, or none.

    ``trial`` is the folder of the certificates for practice, whose own authority is offered where they were made.
    """

    changed = Signal()

    def __init__(self, preferences: Preferences, trial: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences, self._trial = preferences, trial
        self.text = label()
        self.choose_button = button(self.tr("Chọn chứng thư t&in cậy…"), self._choose)
        self.forget_button = button(self.tr("&Bỏ chứng thư này"), lambda: self.use(None), kind=Kind.LINK)
        self.trial_button = button(self.tr("Tin cậy chứng thư &thử nghiệm của máy này"), self._use_trial)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.choose_button)
        row.addWidget(self.trial_button)
        row.addWidget(self.forget_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.text)
        column.addLayout(row)
        self._show()

    def use(self, path: Path | None) -> None:
        self._preferences.trust = path
        self._show()
        self.changed.emit()

    def _use_trial(self) -> None:
        self.use(next(iter(self._trial_authorities()), None))

    def _trial_authorities(self) -> list[Path]:
        return sorted(self._trial.glob("*.pem"))

    def _choose(self) -> None:
        patterns = self.tr("Chứng thư số (*.pem *.crt *.cer *.der)")
        title = self.choose_button.text().replace("&", "")
        name, _ = QFileDialog.getOpenFileName(self, title, str(Path.home()), patterns)
        if name:
            self.use(Path(name))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """A certificate for practice may have been made meanwhile."""
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        path = self._preferences.trust
        self.forget_button.setVisible(path is not None)
        self.trial_button.setVisible(path is None and bool(self._trial_authorities()))
        self.text.setToolTip("" if path is None else str(path))
        if path is None:
            self.text.setText(
                self.tr("Chưa chọn chứng thư của cơ quan cấp chữ ký số, nên chưa xác nhận được người ký.")
            )
        else:
            self.text.setText(self.tr("Chứng thư tin cậy: {name}").format(name=path.name))
