"""Records as lines of cells, made only when they are drawn: a list of ten thousand costs as much as what is seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from cbc_desktop.ui.kit.labels import Role
from cbc_desktop.ui.kit.marks import Mark, mark_icon
from cbc_desktop.ui.kit.tips import plain_tip
from cbc_desktop.ui.look import Look

Index = QModelIndex | QPersistentModelIndex
R = TypeVar("R")
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cell:
    """``tip`` is the whole of what ``text`` may have no room for, where they differ."""

    text: str = ""
    mark: Mark | None = None
    role: Role = Role.BODY
    tip: str = ""


class RecordModel(QAbstractTableModel, Generic[R]):
    """``cells`` makes those of one record, one for each heading; people type into the columns ``typed_into``."""

    def __init__(
        self,
        look: Look,
        headings: Sequence[str],
        cells: Callable[[R], Sequence[Cell]],
        parent: QObject | None = None,
        *,
        typed_into: Sequence[int] = (),
    ) -> None:
        super().__init__(parent)
        self.records: Sequence[R] = ()
        self._headings, self._cells, self._typed_into = tuple(headings), cells, typed_into
        self._made: tuple[int, Sequence[Cell]] = (-1, ())
        self._icons: Mapping[Mark, QIcon] = {mark: mark_icon(mark, look.colours) for mark in Mark}
        colours = look.colours
        self._colours = {
            Role.WARNING: QColor(colours.warning),
            Role.ERROR: QColor(colours.error),
            Role.DONE: QColor(colours.done),
            Role.SMALL: QColor(colours.muted),
        }
        self._tellers: Mapping[int, Callable[[Cell], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda cell: cell.text,
            Qt.ItemDataRole.ToolTipRole: lambda cell: plain_tip(cell.tip or cell.text),
            Qt.ItemDataRole.DecorationRole: lambda cell: self._icons[cell.mark] if cell.mark else None,
            Qt.ItemDataRole.ForegroundRole: lambda cell: self._colours.get(cell.role),
        }

    def show_records(self, records: Sequence[R]) -> None:
        """In the place of all."""
        self.beginResetModel()
        self.records = records
        self._made = (-1, ())
        self.endResetModel()

    def change(self, changed: Mapping[int, R]) -> None:
        """Those of these lines are others now; what is being typed in a cell stays."""
        self.records = [changed.get(row, record) for row, record in enumerate(self.records)]
        self._made = (-1, ())
        if changed:
            last = self.columnCount() - 1
            self.dataChanged.emit(self.index(min(changed), 0), self.index(max(changed), last))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in self._typed_into else flags

    def rowCount(self, parent: Index = _TOP) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.records)

    def columnCount(self, parent: Index = _TOP) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        teller = self._tellers.get(role)
        return teller(self._of_row(index.row())[index.column()]) if teller and index.isValid() else None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return super().headerData(section, orientation, role)

    def _of_row(self, row: int) -> Sequence[Cell]:
        """A view asks for one thing after the other of the same line."""
        if self._made[0] != row:
            self._made = row, self._cells(self.records[row])
        return self._made[1]
