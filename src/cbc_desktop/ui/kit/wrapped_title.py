"""Titles in an outline or a list go on in further lines where one is too short for them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

LINES = 2
"""Beyond them a title in an outline ends in …, and the whole of it is on the tooltip."""
ALL_LINES = 100


class WrappedTitle(QStyledItemDelegate):
    """For the first column of a tree, or for a list; ``view`` has word wrap switched on, ``lines`` is the most."""

    def __init__(self, view: QAbstractItemView, lines: int = LINES) -> None:
        super().__init__(view)
        self._view, self._lines = view, lines

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        hint = super().sizeHint(option, index)
        self.initStyleOption(option, index)
        room = QRect(0, 0, self._room(option, index), self._lines * option.fontMetrics.lineSpacing())
        wrapped = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, option.text)
        height = min(wrapped.height(), room.height()) + GRID
        return QSize(room.width(), max(hint.height(), height))

    def _room(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> int:
        """The width that is left for the title, in pixels."""
        if not isinstance(self._view, QTreeView):
            return max(1, self._view.viewport().width() - DOUBLE)
        indented = self._view.indentation() if index.parent().isValid() else 0
        icon = 0 if option.icon.isNull() else option.decorationSize.width() + GRID
        return max(1, self._view.columnWidth(0) - indented - icon - DOUBLE)
