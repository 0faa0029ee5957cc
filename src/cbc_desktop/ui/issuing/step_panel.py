"""One step on the way out: its title, how it stands, and what is done in it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.exporting.steps import Standing
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.marks import Mark, MarkWidget
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

_MARKS: Mapping[Standing, Mark] = {
    Standing.DONE: Mark.DONE,
    Standing.NOW: Mark.IN_WORK,
    Standing.LATER: Mark.UNANSWERED,
}


class StepPanel(QFrame):
    """``body`` takes the widgets of the step; hidden while it is not the step's turn, unless ``open``."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAccessibleName(title)
        self.mark = MarkWidget(Mark.UNANSWERED, look.colours)
        self.summary = label("")
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(DOUBLE + GRID, 0, 0, 0)
        self.body.setSpacing(GRID)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.mark)
        head.addWidget(label(title, Role.HEADING), 1)
        told = QHBoxLayout()
        told.setContentsMargins(DOUBLE + GRID, 0, 0, 0)
        told.addWidget(self.summary)
        column = QVBoxLayout(self)
        column.setContentsMargins(DOUBLE, DOUBLE, DOUBLE, DOUBLE)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addLayout(told)
        column.addWidget(self.content)

    def show_standing(self, standing: Standing, summary: str, *, opened: bool) -> None:
        """``summary`` says what was done, what there is to do, or why it is not possible yet."""
        self.mark.show_mark(_MARKS[standing])
        self.summary.setText(summary)
        self.summary.setVisible(bool(summary))
        self.content.setVisible(opened)
