"""The first rows that would be taken from a file, under the questions that they answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from cbc_desktop.filling.own_table import TableColumn

_ROWS, _ROWS_HIGH = 20, 8


class Preview(QTableWidget):
    """Numbers at the left are those of the rows in the file."""

    def __init__(self, name: str) -> None:
        super().__init__()
        for part in (self, self.horizontalHeader(), self.verticalHeader(), *self.findChildren(QAbstractButton)):
            part.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value))

    def show_rows(self, columns: Sequence[TableColumn], rows: Sequence[tuple[int, Mapping[str, str]]]) -> None:
        shown = rows[:_ROWS]
        self.setColumnCount(len(columns))
        self.setRowCount(len(shown))
        self.setHorizontalHeaderLabels([column.label for column in columns])
        self.setVerticalHeaderLabels([str(number) for number, _ in shown])
        for line, (_, texts) in enumerate(shown):
            for place, column in enumerate(columns):
                self.setItem(line, place, QTableWidgetItem(texts.get(column.question.path, "")))
        self._fit()

    def _fit(self) -> None:
        """As high as its rows, up to a few; the rest scrolls."""
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(min(self.rowCount(), _ROWS_HIGH)))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() * 2 + rows + 2 * self.frameWidth())
