"""The first columns of a grid once more, over it, while it is scrolled sideways: one sees whose row it is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from cbc_desktop.forms.definition import DataType, LeafDef
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.tables.delegate import CellDelegate
from cbc_desktop.ui.tables.model import TableModel

_MOST_COLUMNS = 3
"""Among so many the name of a row is looked for."""
_MOST_WIDTH = 0.5
"""Of the grid that the frozen columns may take; else only the first is frozen."""
_LINE = 2
"""The line at their right, in pixels."""


class FrozenColumns(QTableView):
    """Only shows: a click on it goes to the cell in the grid below, which scrolls back to its beginning."""

    def __init__(self, look: Look, grid: QTableView, table: TableModel) -> None:
        super().__init__(grid)
        self._grid, self._table = grid, table
        self.setModel(table)
        self.setSelectionModel(grid.selectionModel())
        self.setItemDelegate(CellDelegate(look, table, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("role", "frozen")
        self.setVerticalScrollMode(grid.verticalScrollMode())
        for orientation in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            orientation(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(grid.verticalHeader().defaultSectionSize())
        header = self.horizontalHeader()
        header.setDefaultAlignment(grid.horizontalHeader().defaultAlignment())
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.pressed.connect(self._go_to)
        self._follow_grid()
        self.hide()

    @property
    def columns(self) -> tuple[int, ...]:
        """The first, and the text beside it that names a row, where these leave room enough."""
        texts = (number for number, one in enumerate(self._table.columns[:_MOST_COLUMNS]) if _is_text(one))
        wanted = tuple(sorted({0, next(texts, 0)}))
        return wanted if self._width(wanted) <= self._grid.viewport().width() * _MOST_WIDTH else (0,)

    @property
    def width_over_grid(self) -> int:
        """How many pixels at the grid's left are covered."""
        return 0 if self.isHidden() else self.width()

    def place(self) -> None:
        """Where the grid's first columns are when it is not scrolled; hidden while it is not."""
        grid, frozen = self._grid, self.columns
        self.setVisible(grid.horizontalScrollBar().value() > 0)
        if self.isHidden():
            return
        for column in range(self._table.columnCount()):
            self.setColumnHidden(column, column not in frozen)
            if column in frozen:
                self.setColumnWidth(column, grid.columnWidth(column))
        self.horizontalHeader().setFixedHeight(grid.horizontalHeader().height())
        for row in range(grid.rowAt(0), max(grid.rowAt(grid.viewport().height() - 1), grid.rowAt(0)) + 1):
            self.setRowHeight(row, grid.rowHeight(row))
        area = grid.viewport().geometry()
        top = area.top() - grid.horizontalHeader().height()
        self.setGeometry(area.left(), top, self._width(frozen) + _LINE, area.bottom() + 1 - top)
        self.verticalScrollBar().setValue(grid.verticalScrollBar().value())

    def name(self, title: str) -> None:
        for part in (self, self.horizontalHeader(), self.verticalHeader()):
            part.setAccessibleName(title)

    def _width(self, columns: Iterable[int]) -> int:
        return sum(self._grid.columnWidth(column) for column in columns)

    def _follow_grid(self) -> None:
        grid = self._grid
        grid.horizontalScrollBar().valueChanged.connect(self.place)
        grid.verticalScrollBar().valueChanged.connect(self.place)
        grid.horizontalHeader().sectionResized.connect(self.place)
        grid.verticalHeader().sectionResized.connect(self._follow_height)

    def _follow_height(self, row: int, _before: int, height: int) -> None:
        self.setRowHeight(row, height)

    def _go_to(self, index: QModelIndex) -> None:
        self._grid.setFocus(Qt.FocusReason.MouseFocusReason)
        self._grid.setCurrentIndex(index)
        self._grid.scrollTo(index)


def _is_text(column: LeafDef) -> bool:
    return column.bind.type is DataType.STRING and column.control is not None and not column.choices
