"""The line below an open dossier: what is still to do, the deadline, and the way from section to section."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.elided import ElidedLabel
from cbc_desktop.ui.kit.labels import Role
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID


class StateLine(QFrame):
    """Counts are buttons: they go to what they count."""

    problem_wanted = Signal()
    unanswered_wanted = Signal()
    back_wanted = Signal()
    on_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        self.problems = button("", self.problem_wanted.emit, kind=Kind.LINK, shortcut="F8")
        self.unanswered = button("", self.unanswered_wanted.emit, kind=Kind.LINK, shortcut="F7")
        self.deadline = ElidedLabel("", Role.SMALL)
        self.back = button(self.tr("◂ T&rước"), self.back_wanted.emit, shortcut="Ctrl+PgUp")
        self.on = button(self.tr("&Tiếp ▸"), self.on_wanted.emit, kind=Kind.PRIMARY, shortcut="Ctrl+PgDown")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(DOUBLE, GRID, DOUBLE, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.problems)
        layout.addWidget(self.unanswered)
        layout.addWidget(self.deadline, 1)
        layout.addWidget(self.back)
        layout.addWidget(self.on)

    def show_counts(self, errors: int, warnings: int, unanswered: int) -> None:
        self.problems.setText(
            self.tr("%n lỗi", "", errors) + ", " + self.tr("%n lưu ý", "", warnings)
            if errors or warnings
            else self.tr("Không có lỗi")
        )
        self.unanswered.setText(self.tr("%n câu chưa trả lời", "", unanswered))
        self.problems.setToolTip(self.tr("Tới chỗ cần sửa tiếp theo – F8"))
        self.unanswered.setToolTip(self.tr("Tới câu chưa trả lời tiếp theo – F7"))
        self.problems.setEnabled(bool(errors or warnings))
        self.unanswered.setEnabled(bool(unanswered))

    def show_deadline(self, text: str, *, late: bool) -> None:
        self.deadline.setText(text)
        self.deadline.setProperty("role", (Role.ERROR if late else Role.SMALL).value)
        self.deadline.style().unpolish(self.deadline)
        self.deadline.style().polish(self.deadline)
