"""A table that is read line by line: words that wrap, no lines between them, and no cell that can be typed into."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from cbc_desktop.ui.kit.tips import plain_tip

LONGEST = 300
"""Letters of a text that are shown; the whole is on the tooltip."""
FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class ListTable(QTableWidget):
    """``name`` and ``headings`` are for everybody; nothing scrolls sideways."""

    def __init__(self, name: str, headings: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(0, len(headings), parent)
        self.setProperty("role", "list")
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(headings))
        header = self.horizontalHeader()
        header.setAccessibleName(self.tr("Tên các cột"))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def put(self, row: int, column: int, text: str) -> None:
        item = QTableWidgetItem(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")
        item.setFlags(FLAGS)
        item.setToolTip(plain_tip(text))
        self.setItem(row, column, item)
