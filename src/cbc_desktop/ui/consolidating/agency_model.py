"""Agencies as a model, of which a view draws only those that are seen; sorted by any column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cbc_desktop.base.text import folded
from cbc_desktop.receiving.reporting.words import NOTHING
from cbc_desktop.ui.consolidating.subjects import AgencyLine
from cbc_desktop.ui.kit.agency_name import short_name
from cbc_desktop.ui.kit.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_NUMBER = re.compile(r"[+-]?\d[\d.]*(,\d+)?")
_FIGURE = re.compile(rf"(?:{_NUMBER.pattern}(?:/{_NUMBER.pattern})?(?:%| \D+)?|{NOTHING}|)")
_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})")


class AgencyModel(QAbstractTableModel):
    """``show_lines`` puts others in the place of all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.headings: Sequence[str] = ()
        self.lines: Sequence[AgencyLine] = ()
        self._of_numbers: set[int] = set()

    def show_lines(self, headings: Sequence[str], lines: Sequence[AgencyLine]) -> None:
        self.beginResetModel()
        self.headings, self.lines = headings, lines
        self._of_numbers = {column for column in range(1, len(headings)) if _are_numbers(lines, column)}
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _TOP) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        cell = self.lines[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(cell)
        return cell if index.column() else short_name(cell)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return self.headings[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        """Figures stand under each other by their last digit."""
        side = Qt.AlignmentFlag.AlignRight if column in self._of_numbers else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Numbers and days as such, the rest as words without accents."""
        self.layoutAboutToBeChanged.emit()
        self.lines = sorted(
            self.lines, key=lambda line: _rank(line.cells[column]), reverse=order is Qt.SortOrder.DescendingOrder
        )
        self.layoutChanged.emit()


def _are_numbers(lines: Iterable[AgencyLine], column: int) -> bool:
    """Whether there is a figure in each cell, or a dash, or nothing; and in one of them a figure."""
    told = [line.cells[column] for line in lines]
    return all(_FIGURE.fullmatch(cell) for cell in told) and any(_NUMBER.match(cell) for cell in told)


def _rank(cell: str) -> tuple[int, Decimal, str]:
    if day := _DAY.match(cell):
        return 0, Decimal("".join(reversed(day.groups()))), ""
    if number := _NUMBER.match(cell):
        return 0, Decimal(number[0].replace(".", "").replace(",", ".")), ""
    return 1, Decimal(0), folded(cell)
