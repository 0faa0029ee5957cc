"""A short list in columns that is only read: what is wrong with a block, and the first rows as they will be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from cbc_desktop.ui.kit.tips import plain_tip

_MOST_LINES = 5
_LONGEST = 120
"""Letters of a text that are shown; the rest is in its tooltip."""


class PasteList(QTableWidget):
    """Tab goes on to what stands below; the arrows walk in it."""

    def __init__(self, headings: Sequence[str], name: str) -> None:
        super().__init__(0, 0)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setAccessibleName(name)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(True)
        self.show_headings(headings)

    def show_headings(self, headings: Sequence[str]) -> None:
        self.setColumnCount(len(headings))
        self.setHorizontalHeaderLabels([_short(heading) for heading in headings])

    def show_lines(self, lines: Sequence[Sequence[str]]) -> None:
        self.setRowCount(len(lines))
        for row, line in enumerate(lines):
            for column, text in enumerate(line):
                entry = QTableWidgetItem(_short(text))
                entry.setToolTip(plain_tip(text))
                self.setItem(row, column, entry)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape is for the panel around."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """As high as its lines, up to five."""
        lines = sum(self.rowHeight(row) for row in range(min(self.rowCount(), _MOST_LINES)))
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + lines + bar + 2 * self.frameWidth())


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
