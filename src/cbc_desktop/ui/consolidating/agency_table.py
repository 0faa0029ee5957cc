"""A table of agencies: Enter or a double click goes to what arrived of one; a click on a heading sorts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cbc_desktop.ui.consolidating.agency_model import AgencyModel
from cbc_desktop.ui.consolidating.subjects import AgencyLine
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

_UNSORTED = -1
_FEWEST = 3
"""Lines that can be seen wherever there is room for so little."""


class AgencyTable(QTableView):
    """``gone_to`` with the key of an agency; ``chosen`` with the ``AgencyLine`` that the keyboard is on, or None."""

    gone_to = Signal(str)
    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.agencies = AgencyModel(self)
        self.setModel(self.agencies)
        self.setProperty("role", "list")
        self.setAccessibleName(name)
        header = self.horizontalHeader()
        header.setAccessibleName(self.tr("Tên các cột"))
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        line = self.fontMetrics().height() + GRID
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(0)
        self.verticalHeader().setDefaultSectionSize(line)
        self.setMinimumHeight(line * (_FEWEST + 1) + GRID)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit(self.line))
        self.doubleClicked.connect(lambda _: self.go())

    @property
    def line(self) -> AgencyLine | None:
        row = self.currentIndex().row()
        return self.agencies.lines[row] if 0 <= row < len(self.agencies.lines) else None

    def show_lines(self, headings: Sequence[str], lines: Sequence[AgencyLine]) -> None:
        """In their own order; the first one is chosen."""
        self.horizontalHeader().setSortIndicator(_UNSORTED, Qt.SortOrder.AscendingOrder)
        self.agencies.show_lines(headings, lines)
        self._share_width()
        if lines:
            self.selectRow(0)
        self.chosen.emit(self.line)

    def is_cut(self, line: AgencyLine) -> bool:
        """Whether its last cell has more text than room."""
        last = len(line.cells) - 1
        return self.fontMetrics().horizontalAdvance(line.cells[last]) > self.columnWidth(last) - DOUBLE

    def go(self) -> None:
        """To what arrived of the agency that the keyboard is on."""
        if self.line is not None:
            self.gone_to.emit(self.line.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Every column what it needs; where that is too much, the widest give way."""
        wanted = [self._wanted(column) for column in range(self.agencies.columnCount())]
        for column, width in enumerate(shared(wanted, self.viewport().width())):
            self.setColumnWidth(column, width)

    def _wanted(self, column: int) -> int:
        return max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column)) + DOUBLE


def shared(wanted: Sequence[int], room: int) -> list[int]:
    """``room`` pixels over columns: none gets more than it wants, but the last one, which takes what is left over."""
    given, left = [0] * len(wanted), room
    by_need = sorted(range(len(wanted)), key=wanted.__getitem__)
    for served, column in enumerate(by_need):
        given[column] = min(wanted[column], left // (len(wanted) - served))
        left -= given[column]
    if given:
        given[-1] += left
    return given
