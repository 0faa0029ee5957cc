"""The chapters of the guide as a list; the one that is read is marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QListView, QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from cbc_desktop.documents.guide.book import Guide
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID


class _WholeTitle(QStyledItemDelegate):
    """As many lines as a title needs; Qt gives it one and cuts off the others."""

    def __init__(self, titles: QListView) -> None:
        super().__init__(titles)
        self._titles = titles

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        hint = super().sizeHint(option, index)
        self.initStyleOption(option, index)
        room = QRect(0, 0, self._titles.viewport().width() - DOUBLE, self._titles.height())
        wrapped = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, option.text)
        return QSize(room.width(), max(hint.height(), wrapped.height() + GRID))


class ChapterList(QListWidget):
    """Arrow keys go from chapter to chapter, which is shown at once."""

    chosen = Signal(object)
    """The ``Topic`` that a person chose."""

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self.setProperty("role", "outline")
        self.setAccessibleName(self.tr("Các chương"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setItemDelegate(_WholeTitle(self))
        self._topics = list(guide.chapters)
        self.addItems([chapter.title for chapter in guide.chapters.values()])
        self.currentRowChanged.connect(lambda row: self.chosen.emit(self._topics[row]))

    def show_topic(self, topic: Topic) -> None:
        """Without telling anybody."""
        self.blockSignals(True)
        self.setCurrentRow(self._topics.index(topic))
        self.blockSignals(False)
