"""Finding an agency by parts of its name, without accents, or by its code; the keyboard never leaves the line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cbc_desktop.forms.agencies import Agency
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.line_edit import make_clearable
from cbc_desktop.ui.theme.sizes import GRID

_TO_THE_LIST = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}
_AGENCY = Qt.ItemDataRole.UserRole


class AgencySearch(QWidget):
    """``search`` answers with the agencies that a text may mean, "" with all; ``chosen`` on Enter or a double click."""

    selected = Signal(object)
    """The ``Agency`` under the arrow keys, or None."""
    chosen = Signal(object)

    def __init__(self, search: Callable[[str], Sequence[Agency]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Gõ tên hoặc mã, không cần dấu: thua thien hue"))
        self.line.setAccessibleName(self.tr("Tìm cơ quan"))
        make_clearable(self.line)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Các cơ quan tìm thấy"))
        self.nothing = label(self.tr("Không có cơ quan nào như vậy trong danh mục của đợt khảo sát này."), Role.WARNING)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (self.line, self.nothing, self.list):
            column.addWidget(widget)
        self.line.textChanged.connect(self.show_found)
        self.list.currentItemChanged.connect(lambda *_: self.selected.emit(self.agency))
        self.list.itemActivated.connect(lambda _: self._choose())
        self.setFocusProxy(self.line)

    @property
    def agency(self) -> Agency | None:
        """The one that is selected."""
        item = self.list.currentItem()
        if item is None:
            return None
        agency: Agency = item.data(_AGENCY)
        return agency

    def show_found(self) -> None:
        """Looks again; the first one that is found is selected when something was typed."""
        text = self.line.text().strip()
        found = self._search(text)
        self.list.clear()
        for agency in found:
            item = QListWidgetItem(f"{agency.name_vi}  ({agency.code})")
            item.setData(_AGENCY, agency)
            self.list.addItem(item)
        self.nothing.setVisible(not found)
        self.list.setCurrentRow(0 if text and found else -1)
        self.selected.emit(self.agency)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Arrow keys move in the list and Enter chooses, while the keyboard stays in the line."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in _TO_THE_LIST:
            QCoreApplication.sendEvent(self.list, event)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
            return True
        return super().eventFilter(watched, event)

    def _choose(self) -> None:
        if self.agency is not None:
            self.chosen.emit(self.agency)
