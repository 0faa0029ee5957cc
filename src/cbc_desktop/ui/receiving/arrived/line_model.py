"""The lines as a model, of which a view draws only those that are seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from cbc_desktop.ui.kit.marks import Mark, mark_icon
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.receiving.arrived.lines import Line

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class Column(IntEnum):
    """From left to right."""

    NAME = 0
    STATE = 1
    VERSION = 2
    SENT = 3
    ROUTE = 4


class LineModel(QAbstractTableModel):
    """``show_lines`` puts others in the place of all."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()
        self._late = QColor(look.colours.warning)
        self._icons: Mapping[Mark, QIcon] = {mark: mark_icon(mark, look.colours) for mark in Mark}
        self._headings: Mapping[Column, str] = {
            Column.NAME: self.tr("Cơ quan"),
            Column.STATE: self.tr("Tình trạng"),
            Column.VERSION: self.tr("Bản được tính"),
            Column.SENT: self.tr("Gửi lúc"),
            Column.ROUTE: self.tr("Bằng"),
        }
        self._tellers: Mapping[int, Callable[[Line, Column], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._text,
            Qt.ItemDataRole.ToolTipRole: self._text,
            Qt.ItemDataRole.DecorationRole: self._mark,
            Qt.ItemDataRole.ForegroundRole: self._colour,
        }

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _TOP) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        teller = self._tellers.get(role)
        return teller(self.lines[index.row()], Column(index.column())) if teller and index.isValid() else None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[Column(section)]
        return super().headerData(section, orientation, role)

    def _text(self, line: Line, column: Column) -> str:
        if column is Column.SENT and line.sent:
            late = self.tr(", muộn") if line.late else ""
            return f"{line.sent:%d/%m/%Y}{late}"
        texts = {
            Column.NAME: line.name,
            Column.STATE: line.state,
            Column.VERSION: line.version,
            Column.ROUTE: line.route,
        }
        return texts.get(column, "")

    def _mark(self, line: Line, column: Column) -> QIcon | None:
        return self._icons[line.mark] if column is Column.NAME else None

    def _colour(self, line: Line, column: Column) -> QColor | None:
        return self._late if column is Column.SENT and line.late else None
