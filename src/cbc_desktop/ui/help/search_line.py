"""Searching the guide: a line to type in, and what is found below it, from title to title with the keys."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem

from cbc_desktop.documents.guide.book import Guide
from cbc_desktop.filling.snippet import snippet
from cbc_desktop.store.search import words_of
from cbc_desktop.ui.help.searching import Passage, find
from cbc_desktop.ui.kit.hit_list import HitList
from cbc_desktop.ui.kit.line_edit import LineEdit, make_clearable
from cbc_desktop.ui.look import Look

_STEPS: Mapping[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SearchLine(LineEdit):
    """``hits`` stands wherever the room puts it; ``searching`` tells whether it has something to show."""

    searching = Signal(bool)
    chosen = Signal(object)
    """The ``Place`` of a passage."""

    def __init__(self, look: Look, guide: Guide) -> None:
        super().__init__()
        self._guide = guide
        self._found: list[Passage] = []
        self.hits = HitList(look)
        self.setAccessibleName(self.tr("Tìm trong trợ giúp"))
        self.setPlaceholderText(self.tr("Tìm trong trợ giúp, không cần dấu"))
        make_clearable(self)
        self.textChanged.connect(self._find)
        self.hits.itemClicked.connect(self._pressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
        elif event.key() in _STEPS and self._found:
            self.hits.go_by(_STEPS[event.key()])
        else:
            super().keyPressEvent(event)

    def _find(self, text: str) -> None:
        self._found = find(self._guide, text)
        wanted = words_of(text)
        self.hits.show_lines((snippet(one.text, wanted), self._where(one)) for one in self._found)
        self.searching.emit(bool(text.strip()))

    def _where(self, passage: Passage) -> str:
        chapter = self._guide.chapters[passage.place.topic].title
        return chapter if passage.title in (chapter, passage.text) else f"{passage.title} – {chapter}"

    def _go(self) -> None:
        if 0 <= self.hits.currentRow() < len(self._found):
            self.chosen.emit(self._found[self.hits.currentRow()].place)

    def _pressed(self, item: QListWidgetItem) -> None:
        self.hits.setCurrentItem(item)
        self._go()
