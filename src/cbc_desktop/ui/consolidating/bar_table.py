"""A table that is a chart: a line for each figure with its bar; the one that is chosen is looked behind."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cbc_desktop.ui.consolidating.bar_drawing import BarDrawing
from cbc_desktop.ui.consolidating.bar_model import DRAWN, LABEL, BarModel
from cbc_desktop.ui.consolidating.subjects import Bars
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

_PART_OF_BAR = 0.5
"""Of the width that the figures leave."""
_LEAST_BAR = GRID * 8
_FEWEST_LINES = 4
"""Seen at once, however little room there is."""


class BarTable(QTableView):
    """``chosen`` with the place of a bar; ``entered`` when Enter or a double click goes to who is behind it."""

    chosen = Signal(int)
    entered = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = 0
        self.bars = BarModel(self)
        self.setModel(self.bars)
        self.setItemDelegate(BarDrawing(self.bars, look.colours, self))
        self.setProperty("role", "list")
        self.setAccessibleName(self.tr("Số liệu và biểu đồ"))
        header = self.horizontalHeader()
        header.setAccessibleName(self.tr("Tên các cột"))
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(0)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentRowChanged.connect(lambda now, _: self.chosen.emit(now.row()))
        self.doubleClicked.connect(lambda _: self.entered.emit())

    @property
    def place(self) -> int:
        return max(0, self.currentIndex().row())

    def show_bars(self, shown: Bars) -> None:
        """The first of them is chosen."""
        with QSignalBlocker(self):
            self.bars.show_bars(shown)
            self._share_width()
            self.selectRow(0)
        self.chosen.emit(0)

    def use_room(self, height: int) -> None:
        """At most so high, in pixels: who is behind a bar is to be seen, too."""
        self._room = height
        self._fit_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Figures take what they need, label and bar share the rest."""
        rest = self.viewport().width()
        for column in range(DRAWN + 1, self.bars.columnCount()):
            width = max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column)) + GRID
            self.setColumnWidth(column, width)
            rest -= width
        bar = max(_LEAST_BAR, int(rest * _PART_OF_BAR)) if self._has_bars() else 0
        self.setColumnHidden(DRAWN, not self._has_bars())
        self.setColumnWidth(DRAWN, bar)
        self.setColumnWidth(LABEL, max(0, rest - bar))
        self._fit_height()

    def _has_bars(self) -> bool:
        return any(bar.length is not None for bar in self.bars.shown.bars)

    def _fit_height(self) -> None:
        """Labels that are too long go on in a second line."""
        for row, bar in enumerate(self.bars.shown.bars):
            room = QRect(0, 0, max(1, self.columnWidth(LABEL) - DOUBLE), 0)
            label = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, bar.label)
            self.setRowHeight(row, max(label.height(), self.fontMetrics().height()) + GRID)
        heights = [self.rowHeight(row) for row in range(self.bars.rowCount())]
        around = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        self.setFixedHeight(around + max(min(sum(heights), self._room - around), sum(heights[:_FEWEST_LINES])))
