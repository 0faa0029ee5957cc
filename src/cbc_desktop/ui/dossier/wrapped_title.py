"""Titles in the outline go on in a second line where one is too short for them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

LINES = 2
"""Beyond them a title ends in …, and the whole of it is on the tooltip."""


class WrappedTitle(QStyledItemDelegate):
    """For the first column of a tree; ``tree`` has word wrap switched on."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        hint = super().sizeHint(option, index)
        self.initStyleOption(option, index)
        line = option.fontMetrics.lineSpacing()
        room = QRect(0, 0, self._room(option, index), LINES * line)
        wrapped = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, option.text)
        return QSize(hint.width(), max(hint.height(), min(wrapped.height(), LINES * line) + GRID - 2))

    def _room(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> int:
        """The width that is left for the title, in pixels."""
        indented = self._tree.indentation() if index.parent().isValid() else 0
        icon = 0 if option.icon.isNull() else option.decorationSize.width() + GRID
        return max(1, self._tree.columnWidth(0) - indented - icon - DOUBLE)
