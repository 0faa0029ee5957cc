"""The verbs of a grid in words, with their keys: a row of buttons above it, and the menu that opens in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.tables.model import TableModel

_BUTTONS = ("add", "insert", "duplicate", "delete", "up", "down", "paste", "copy", "fill")
_MENU = (
    ("attach", "open"),
    ("cut", "copy", "paste", "clear"),
    ("fill", "convert"),
    ("add", "insert", "duplicate", "delete", "up", "down"),
    ("leave",),
)
_OF_ROWS = frozenset({"add", "insert", "duplicate", "delete", "up", "down"})
_OF_CELLS = frozenset({"cut", "paste", "clear", "fill", "convert", "attach"})


class GridActions(QObject):
    """``do`` is told the verb that was chosen."""

    def __init__(self, table: TableModel, do: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._table, self._do = table, do
        self.words = {
            "add": (self.tr("Thêm dòng"), ""),
            "insert": (self.tr("Chèn"), "Ctrl++"),
            "duplicate": (self.tr("Nhân đôi"), "Ctrl+Shift+D"),
            "delete": (self.tr("Xóa"), "Ctrl+-"),
            "up": (self.tr("Lên"), "Alt+↑"),
            "down": (self.tr("Xuống"), "Alt+↓"),
            "paste": (self.tr("Dán"), "Ctrl+V"),
            "copy": (self.tr("Chép"), "Ctrl+C"),
            "fill": (self.tr("Điền xuống"), "Ctrl+D"),
            "cut": (self.tr("Cắt"), "Ctrl+X"),
            "clear": (self.tr("Xóa nội dung ô"), "Delete"),
            "convert": (self.tr("Chuyển chữ cũ (TCVN3, VNI) sang Unicode"), ""),
            "attach": (self.tr("Đính kèm tệp…"), "F2"),
            "open": (self.tr("Mở tệp"), "Ctrl+Enter"),
            "leave": (self.tr("Ra khỏi bảng"), "Ctrl+Tab"),
        }
        self._longer = {
            "insert": self.tr("Chèn một dòng phía trên"),
            "duplicate": self.tr("Nhân đôi dòng"),
            "delete": self.tr("Xóa dòng"),
            "up": self.tr("Chuyển dòng lên"),
            "down": self.tr("Chuyển dòng xuống"),
        }

    def buttons(self) -> list[QPushButton]:
        return [self._button(verb) for verb in _BUTTONS]

    def menu(self, here: QModelIndex, parent: QWidget) -> QMenu:
        """What can be done at this cell; what cannot be done now is grey."""
        menu = QMenu(parent)
        for group in _MENU:
            for verb in group:
                if self._belongs(verb, here):
                    menu.addAction(self._action(verb, here, menu))
            menu.addSeparator()
        return menu

    def _button(self, verb: str) -> QPushButton:
        text, keys = self.words[verb]
        tip = " – ".join(part for part in (self._longer.get(verb, text), keys) if part)
        return button(text, partial(self._do, verb), kind=Kind.LINK, tip=tip)

    def _action(self, verb: str, here: QModelIndex, menu: QMenu) -> QAction:
        """The keys stand behind a tab, where menus show them; the grid itself listens to them."""
        text, keys = self.words[verb]
        action = QAction(f"{self._longer.get(verb, text)}\t{keys}", menu)
        action.setEnabled(self._possible(verb, here))
        action.triggered.connect(lambda: self._do(verb))
        return action

    def _belongs(self, verb: str, here: QModelIndex) -> bool:
        return verb not in ("attach", "open") or (here.isValid() and self._table.takes_file(here))

    def _possible(self, verb: str, here: QModelIndex) -> bool:
        if verb in _OF_ROWS:
            return self._table.free
        if verb == "open":
            leaf = self._table.leaf(here)
            return leaf is not None and bool(leaf.lexical)
        return verb not in _OF_CELLS or (here.isValid() and self._table.may_edit(here))
