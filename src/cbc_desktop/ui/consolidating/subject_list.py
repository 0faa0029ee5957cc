"""The list at the left: indicators by part, or questions by form and table, found by typing without accents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cbc_desktop.base.text import folded
from cbc_desktop.ui.consolidating.subjects import Subject
from cbc_desktop.ui.kit.line_edit import make_clearable
from cbc_desktop.ui.kit.tips import plain_tip
from cbc_desktop.ui.kit.wrapped_title import WrappedTitle
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

_PLACE = Qt.ItemDataRole.UserRole


class SubjectList(QWidget):
    """``chosen`` with the place of a subject; headings take no keyboard."""

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subjects: Sequence[Subject] = ()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Tìm, không cần dấu"))
        self.search.setAccessibleName(self.tr("Tìm trong danh sách"))
        make_clearable(self.search)
        self.tree = _Tree(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        self.search.textChanged.connect(self._sift)
        self.tree.currentItemChanged.connect(self._tell)

    @property
    def place(self) -> int:
        """-1 where there is none."""
        item = self.tree.currentItem()
        return -1 if item is None or item.data(0, _PLACE) is None else int(item.data(0, _PLACE))

    def show_subjects(self, subjects: Sequence[Subject]) -> None:
        """The first one is chosen."""
        self._subjects = subjects
        with QSignalBlocker(self.tree):
            self.tree.clear()
            for place, subject in enumerate(subjects):
                self._add(place, subject)
            self.tree.expandAll()
        self.tree.fit()
        self._choose_first()

    def _add(self, place: int, subject: Subject) -> None:
        last = self.tree.topLevelItemCount() - 1
        heading = self.tree.topLevelItem(last) if last >= 0 else None
        if heading is None or heading.text(0) != subject.heading:
            heading = QTreeWidgetItem(self.tree, [subject.heading])
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            heading.setFirstColumnSpanned(True)
            font = heading.font(0)
            font.setBold(True)
            heading.setFont(0, font)
        line = QTreeWidgetItem(heading, [subject.title, subject.brief()])
        line.setData(0, _PLACE, place)
        line.setToolTip(0, plain_tip(subject.title))
        line.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _sift(self, text: str) -> None:
        wanted = folded(text).split()
        for heading in self.tree.headings():
            said = heading.text(0)
            for line in below(heading):
                line.setHidden(not all(one in folded(f"{line.text(0)} {said}") for one in wanted))
            heading.setHidden(all(line.isHidden() for line in below(heading)))
        now = self.tree.currentItem()
        if now is None or now.isHidden():
            self._choose_first()

    def _choose_first(self) -> None:
        lines = (line for heading in self.tree.headings() for line in below(heading) if not line.isHidden())
        first = next(lines, None)
        if first is not None:
            self.tree.setCurrentItem(first)

    def _tell(self, now: QTreeWidgetItem | None, _: QTreeWidgetItem | None) -> None:
        if now is not None and self.place >= 0:
            self.chosen.emit(self.place)


class _Tree(QTreeWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "outline")
        self.setAccessibleName(name)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setIndentation(DOUBLE)
        self.setAllColumnsShowFocus(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setItemDelegateForColumn(0, WrappedTitle(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.fit()

    def headings(self) -> Iterator[QTreeWidgetItem]:
        for number in range(self.topLevelItemCount()):
            heading = self.topLevelItem(number)
            if heading is not None:
                yield heading

    def fit(self) -> None:
        """The second column is as wide as its figures, the first one takes the rest."""
        figures = self.sizeHintForColumn(1)
        self.setColumnWidth(1, figures)
        self.setColumnWidth(0, max(0, self.viewport().width() - figures))
        self.scheduleDelayedItemsLayout()


def below(heading: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for number in range(heading.childCount()):
        line = heading.child(number)
        if line is not None:
            yield line
