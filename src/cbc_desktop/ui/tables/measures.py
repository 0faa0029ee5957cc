"""How wide the columns of a grid are, and how high its rows, its header and the grid itself."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from cbc_desktop.ui.kit.pages import page_around
from cbc_desktop.ui.tables.model import TableModel
from cbc_desktop.ui.theme.sizes import GRID

_LEAST_WIDTH, _MOST_WIDTH = 90, 320
_SHOWN_ROWS = 12
_PART_OF_PAGE = 0.6
_LEAST_HEIGHT = 240
_TALL, _WRAPPED = 10_000, Qt.TextFlag.TextWordWrap
_LOOKED_AT = 30
"""Rows whose texts say how wide a column should be."""


class Measures(QObject):
    """Columns share the room until a person chooses; rows are measured when they come into sight."""

    widths_chosen = Signal()
    """A person made a column wider or narrower."""

    def __init__(self, view: QTableView, table: TableModel) -> None:
        super().__init__(view)
        self._view, self._table = view, table
        self._fitted: set[int] = set()
        """Rows whose height is that of their text, at the present widths."""
        self._narrowest: list[int] = []
        """What every column needs, while all share the room and no person has chosen; else nothing."""
        self._sharing = False
        self._widths_changed = QTimer(self, interval=0, singleShot=True)
        self._widths_changed.timeout.connect(self.fit)
        view.horizontalHeader().setMinimumSectionSize(_LEAST_WIDTH // 2)
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().lineSpacing() + 2 * GRID)
        self._follow()

    def fit(self) -> None:
        """Rows as high as their text where they are seen, and the grid as high as its rows, up to a dozen."""
        view = self._view
        self._fitted.clear()
        first = range(min(self._table.rowCount(), _SHOWN_ROWS))
        self._fit_rows(first)
        rows = min(sum(map(view.rowHeight, first)), self._room())
        wide = view.horizontalHeader().length() > view.viewport().width()
        bar = view.horizontalScrollBar().sizeHint().height() if wide else 0
        view.setFixedHeight(self._header_height() + rows + bar + 2 * view.frameWidth())
        self._fit_seen()

    def share_room(self) -> None:
        """What is left of the width goes to all columns alike, in proportion to what they need."""
        needed = sum(self._narrowest)
        room = max(self._view.viewport().width(), needed)
        if needed:
            upto = [sum(self._narrowest[:column]) * room // needed for column in range(len(self._narrowest) + 1)]
            self._set_widths([right - left for left, right in pairwise(upto)])

    def show_widths(self, widths: list[int]) -> None:
        """Those that a person chose, or such that headings and the first rows are readable."""
        header, columns = self._view.horizontalHeader(), self._table.columnCount()
        chosen = len(widths) == columns
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(chosen)
        self._narrowest = [] if chosen else [self._needed(column) for column in range(columns)]
        self._set_widths(widths if chosen else self._narrowest)
        self.share_room()
        self.fit()

    def _follow(self) -> None:
        self._table.rowsInserted.connect(lambda *_: self.fit())
        self._table.rowsRemoved.connect(lambda *_: self.fit())
        self._table.modelReset.connect(self.fit)
        self._table.layoutChanged.connect(lambda *_: self.fit())
        self._table.dataChanged.connect(lambda first, last, *_: self._fit_again(first, last))
        self._view.verticalScrollBar().valueChanged.connect(self._fit_seen)
        self._view.horizontalHeader().sectionResized.connect(self._resized)

    def _fit_seen(self) -> None:
        """Measuring a row costs as much as painting it: those that nobody has seen yet wait."""
        bottom = self._view.rowAt(self._view.viewport().height() - 1)
        last = self._table.rowCount() if bottom < 0 else bottom + 1
        self._fit_rows(range(max(self._view.rowAt(0), 0), last))

    def _fit_rows(self, rows: Iterable[int]) -> None:
        for row in rows:
            if row not in self._fitted:
                self._fitted.add(row)
                self._view.resizeRowToContents(row)

    def _fit_again(self, first: QModelIndex, last: QModelIndex) -> None:
        """Texts have changed; the grid itself grows with its first rows."""
        if first.row() < _SHOWN_ROWS:
            self.fit()
            return
        self._fitted.difference_update(range(first.row(), last.row() + 1))
        self._fit_seen()

    def _resized(self) -> None:
        """Heights follow once for all columns that change together."""
        self._widths_changed.start()
        if not self._sharing:
            self._narrowest = []
            self._view.horizontalHeader().setStretchLastSection(True)
            self.widths_chosen.emit()

    def _set_widths(self, widths: list[int]) -> None:
        self._sharing = True
        for column, width in enumerate(widths):
            self._view.horizontalHeader().resizeSection(column, width)
        self._sharing = False

    def _room(self) -> int:
        """How high the rows may be so that header, rows and sums are seen together on the page."""
        page = page_around(self._view)
        return max(int(page.viewport().height() * _PART_OF_PAGE), _LEAST_HEIGHT) if page is not None else _TALL

    def _needed(self, column: int) -> int:
        metrics, rows = self._view.fontMetrics(), range(min(len(self._table.rows), _LOOKED_AT))
        texts = [str(self._table.index(row, column).data() or "") for row in rows]
        widest = max((metrics.horizontalAdvance(text[:60]) for text in texts), default=0)
        words = self._table.heading(column).split()
        heading = max((metrics.horizontalAdvance(word) for word in words), default=0) * 3 // 2
        return min(max(widest, heading, _LEAST_WIDTH), _MOST_WIDTH) + 2 * GRID

    def _header_height(self) -> int:
        header, metrics = self._view.horizontalHeader(), QFontMetrics(_bold(self._view.font()))
        widths = [max(self._view.columnWidth(column) - 2 * GRID, 1) for column in range(self._table.columnCount())]
        heights = [
            metrics.boundingRect(0, 0, width, _TALL, _WRAPPED, self._table.heading(column)).height()
            for column, width in enumerate(widths)
        ]
        header.setFixedHeight(max(heights, default=metrics.lineSpacing()) + 2 * GRID)
        return header.height()


def _bold(font: QFont) -> QFont:
    """Headings are written so."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
