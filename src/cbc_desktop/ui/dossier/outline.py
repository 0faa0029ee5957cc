"""The outline at the left: each form with its sections, how far each of them is, and the last steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from cbc_desktop.ui.dossier.places import Place
from cbc_desktop.ui.kit.marks import Mark, mark_icon, mark_word
from cbc_desktop.ui.kit.tips import plain_tip
from cbc_desktop.ui.kit.wrapped_title import WrappedTitle
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import DOUBLE, OUTLINE_LETTERS, OUTLINE_PART


@dataclass(frozen=True, slots=True)
class Entry:
    """What a line shows; ``count`` such as ``42/60``."""

    key: Place
    title: str
    mark: Mark
    count: str = ""


class Outline(QTreeWidget):
    """``chosen`` when a person goes to another page; forms are headings and take no keyboard."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: dict[Place, QTreeWidgetItem] = {}
        self._headings: dict[str, QTreeWidgetItem] = {}
        self._shown: dict[Place, Entry] = {}
        self.setProperty("role", "outline")
        self.setAccessibleName(self.tr("Mục lục hồ sơ"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(DOUBLE)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setItemDelegateForColumn(0, WrappedTitle(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.header().sectionResized.connect(self.scheduleDelayedItemsLayout)
        self.currentItemChanged.connect(self._tell)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """As wide as its letters ask for, and never more than its part of the window."""
        super().showEvent(event)
        wanted = self.fontMetrics().averageCharWidth() * OUTLINE_LETTERS
        self.setFixedWidth(min(wanted, int(self.window().width() * OUTLINE_PART)))

    def show_form(self, form_id: str, title: str, count: str, entries: Sequence[Entry]) -> None:
        """A form with its sections; the first call of a form adds it at the end."""
        heading = self._headings.get(form_id)
        if heading is None:
            heading = self._headings[form_id] = QTreeWidgetItem(self)
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = self.font()
            font.setBold(True)
            heading.setFont(0, font)
        heading.setText(0, title)
        heading.setToolTip(0, plain_tip(title))
        heading.setText(1, count)
        for entry in entries:
            self.show_entry(entry, heading)
        heading.setExpanded(True)

    def show_entry(self, entry: Entry, above: QTreeWidgetItem | None = None) -> None:
        """One line anew when it says something else; the first call of a key adds it."""
        if self._shown.get(entry.key) == entry:
            return
        self._shown[entry.key] = entry
        line = self._lines.get(entry.key)
        if line is None:
            line = QTreeWidgetItem(above) if above is not None else QTreeWidgetItem(self)
            line.setData(0, Qt.ItemDataRole.UserRole, entry.key)
            self._lines[entry.key] = line
        line.setText(0, entry.title)
        line.setText(1, entry.count)
        line.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.setIcon(0, mark_icon(entry.mark, self._look.colours))
        said = ", ".join(part for part in (entry.title, mark_word(entry.mark), entry.count) if part)
        line.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
        line.setToolTip(0, plain_tip(said))

    def show_place(self, key: Place) -> None:
        """Where the person is now; tells nobody."""
        with QSignalBlocker(self):
            self.setCurrentItem(self._lines[key])
        self.scrollToItem(self._lines[key])

    def keys(self) -> list[Place]:
        """In the order of the lines."""
        return list(self._lines)

    def _tell(self, line: QTreeWidgetItem | None) -> None:
        key = line.data(0, Qt.ItemDataRole.UserRole) if line is not None else None
        if key is not None:
            self.chosen.emit(key)
