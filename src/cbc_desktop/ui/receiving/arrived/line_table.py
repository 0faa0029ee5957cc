"""The list of agencies and of what was set aside, line by line; the one that is chosen is shown beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cbc_desktop.ui.look import Look
from cbc_desktop.ui.receiving.arrived.line_model import Column, LineModel
from cbc_desktop.ui.receiving.arrived.lines import Line
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

_LETTERS = {Column.STATE: 15, Column.VERSION: 15, Column.SENT: 16, Column.ROUTE: 12}
"""How wide the columns but the first are at most, in letters of mean width."""
_LEAST_NAME = GRID * 20
_GIVEN_UP = (Column.ROUTE, Column.VERSION)
"""The columns that are left out where there is little room, the first one first: the panel beside says it, too."""


class LineTable(QTableView):
    """``chosen`` has the ``Line`` that the keyboard or a click is on, None where there is none."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LineModel(look, self)
        self.setModel(self.lines)
        self.setProperty("role", "list")
        self.setAccessibleName(self.tr("Các cơ quan và tệp đã nhận"))
        header = self.horizontalHeader()
        header.setAccessibleName(self.tr("Tên các cột"))
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + DOUBLE)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit(self.line))

    @property
    def line(self) -> Line | None:
        row = self.currentIndex().row()
        return self.lines.lines[row] if 0 <= row < len(self.lines.lines) else None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Stays at the line where it was, if that is among them, else goes to the first."""
        before = self.line.key if self.line else ""
        with QSignalBlocker(self):
            self.lines.show_lines(lines)
            if not self.go_to(before) and lines:
                self.selectRow(0)
        self.chosen.emit(self.line)

    def go_to(self, key: str) -> bool:
        """Whether there is a line of this key."""
        row = next((row for row, line in enumerate(self.lines.lines) if line.key == key), None)
        if row is not None:
            self.selectRow(row)
            self.scrollTo(self.currentIndex())
        return row is not None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        letter = self.fontMetrics().averageCharWidth()
        room = self.viewport().width() - sum(letter * count for count in _LETTERS.values())
        for column, count in _LETTERS.items():
            self.setColumnWidth(column, letter * count)
        for column in _GIVEN_UP:
            self.setColumnHidden(column, room < _LEAST_NAME)
            room += letter * _LETTERS[column] if room < _LEAST_NAME else 0
