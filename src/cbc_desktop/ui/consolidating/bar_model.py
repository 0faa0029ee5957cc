"""Bars as a model: what each is called, the bar itself, and the figures beside it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cbc_desktop.ui.consolidating.subjects import Bar, Bars
from cbc_desktop.ui.kit.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
LABEL, DRAWN = 0, 1
_BEFORE_CELLS = 2
_TOP = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BarModel(QAbstractTableModel):
    """``show_bars`` puts others in the place of all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = Bars("", (), ())

    def show_bars(self, shown: Bars) -> None:
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()

    def bar(self, index: Index) -> Bar:
        return self.shown.bars[index.row()]

    def rowCount(self, parent: Index = _TOP) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.shown.bars)

    def columnCount(self, parent: Index = _TOP) -> int:  # noqa: N802
        return 0 if parent.isValid() else _BEFORE_CELLS + len(self.shown.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.shown.target_told if index.column() == DRAWN else plain_tip(self._text(index))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() > DRAWN:
            return _RIGHT
        return self._sentence(index) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section > DRAWN else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _heading(self, section: int) -> str:
        if section == LABEL:
            return self.shown.heading
        return self.shown.target_told if section == DRAWN else self.shown.headings[section - _BEFORE_CELLS]

    def _text(self, index: Index) -> str:
        if index.column() == DRAWN:
            return ""
        bar = self.bar(index)
        return bar.label if index.column() == LABEL else bar.cells[index.column() - _BEFORE_CELLS]

    def _sentence(self, index: Index) -> str:
        """A bar is heard as the figure that it is long by."""
        if index.column() != DRAWN:
            return self._text(index)
        length = self.bar(index).length
        return "" if length is None else f"{length:.0%}"
