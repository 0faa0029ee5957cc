"""A list of records that is read line by line, however long; the one that is chosen is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cbc_desktop.ui.kit.record_model import Cell, RecordModel
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import DOUBLE

R = TypeVar("R")
_LEAST = 26
_LINES = 1.6
"""Of a cell whose text may need two lines, of one line and a half with its padding."""


class RecordTable(QTableView, Generic[R]):
    """``name`` and ``headings`` are for everybody; all lines are equally high, and nothing scrolls sideways.

    ``columns`` have a heading and a width in letters of mean width each, 0 for those that share what is left. Columns
    of ``gives_up`` are left out one after the other while the others would have less than ``least`` letters left; those
    of ``typed_into`` may be typed into, where the table lets them be edited.
    """

    chosen = Signal(object)
    """The record that the keyboard or a click is on, None where there is none."""
    opened = Signal(object)
    """The record on which Enter was pressed, or that was clicked twice."""

    def __init__(
        self,
        look: Look,
        name: str,
        columns: Sequence[tuple[str, int]],
        cells: Callable[[R], Sequence[Cell]],
        parent: QWidget | None = None,
        *,
        wraps: bool = False,
        gives_up: Sequence[int] = (),
        least: int = _LEAST,
        typed_into: Sequence[int] = (),
    ) -> None:
        super().__init__(parent)
        headings = [heading for heading, _ in columns]
        self.records: RecordModel[R] = RecordModel(look, headings, cells, self, typed_into=typed_into)
        self.setModel(self.records)
        self.setProperty("role", "list")
        self.setAccessibleName(name)
        self._widths, self._gives_up, self._least = [width for _, width in columns], gives_up, least
        self._lay_out(wraps=wraps)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit(self.record))
        self.activated.connect(lambda index: self.opened.emit(self.records.records[index.row()]))

    @property
    def record(self) -> R | None:
        row = self.currentIndex().row()
        return self.records.records[row] if 0 <= row < len(self.records.records) else None

    def show_records(self, records: Sequence[R], stay: Callable[[R], bool] = lambda _: False) -> None:
        """Goes to the first for which ``stay`` is true, else to the first of all."""
        with QSignalBlocker(self):
            self.records.show_records(records)
            if not self.go_to(stay) and records:
                self.selectRow(0)
        self.chosen.emit(self.record)

    def go_to(self, wanted: Callable[[R], bool]) -> bool:
        """Whether there is such a record."""
        row = next((row for row, record in enumerate(self.records.records) if wanted(record)), None)
        if row is not None:
            self.selectRow(row)
            self.scrollTo(self.currentIndex())
        return row is not None

    def height_of(self, lines: int) -> int:
        """In pixels, with the headings."""
        inner = self.verticalHeader().defaultSectionSize() * lines + self.horizontalHeader().sizeHint().height()
        return inner + 2 * self.frameWidth() + 2

    def make_room(self, column: int, width: int) -> None:
        """``width`` as of ``columns``, for what is shown now."""
        self._widths[column] = width
        self.horizontalHeader().resizeSection(column, self.fontMetrics().averageCharWidth() * width + DOUBLE)
        self._give_up()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._give_up()

    def _give_up(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        taken = {column: letter * width + DOUBLE for column, width in enumerate(self._widths) if width}
        room = self.viewport().width() - sum(taken.values())
        for column in self._gives_up:
            without = room < letter * self._least
            self.setColumnHidden(column, without)
            room += taken[column] if without else 0

    def _lay_out(self, *, wraps: bool) -> None:
        header, letter = self.horizontalHeader(), self.fontMetrics().averageCharWidth()
        header.setAccessibleName(self.tr("Tên các cột"))
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(self._widths):
            modes = QHeaderView.ResizeMode
            header.setSectionResizeMode(column, modes.Fixed if width else modes.Stretch)
            if width:
                header.resizeSection(column, letter * width + DOUBLE)
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(round(self.fontMetrics().height() * (_LINES if wraps else 1)) + DOUBLE)
        self.setWordWrap(wraps)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
