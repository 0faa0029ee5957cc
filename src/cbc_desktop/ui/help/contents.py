"""The chapters of the guide as a list; the one that is read is marked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListView, QListWidget

from cbc_desktop.documents.guide.book import Guide
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.ui.kit.wrapped_title import ALL_LINES, WrappedTitle


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
        self.setItemDelegate(WrappedTitle(self, ALL_LINES))
        self._topics = list(guide.chapters)
        self.addItems([chapter.title for chapter in guide.chapters.values()])
        self.currentRowChanged.connect(lambda row: self.chosen.emit(self._topics[row]))

    def show_topic(self, topic: Topic) -> None:
        """Without telling anybody."""
        self.blockSignals(True)
        self.setCurrentRow(self._topics.index(topic))
        self.blockSignals(False)
