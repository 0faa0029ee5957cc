"""The window when the data could not be opened: what happened, that nothing is lost, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QPushButton, QStackedWidget, QWidget

from cbc_desktop.base.message import Message
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.drawings import Drawing
from cbc_desktop.ui.kit.empty_state import EmptyState
from cbc_desktop.ui.look import Look


class TroubleWindow(QMainWindow):
    """``again`` tries once more to open the data; ``ways_out`` are further buttons; F1 opens the guide."""

    def __init__(self, look: Look, message: Message, again: QPushButton, ways_out: Sequence[QPushButton] = ()) -> None:
        super().__init__()
        self._look = look
        self.setWindowTitle(self.tr("CBC – Chưa mở được dữ liệu"))
        self.help_button = button(self.tr("&Hướng dẫn"), self.turn_help, kind=Kind.LINK, tip=self.tr("Hướng dẫn – F1"))
        close = button(self.tr("Đó&ng cửa sổ"), self.close, kind=Kind.LINK)
        title = self.tr("Chưa mở được dữ liệu")
        buttons = (again, *ways_out, self.help_button, close)
        self.page = EmptyState(look, Drawing.TROUBLE, title, look.text(message), *buttons)
        self.page.text.setAccessibleName(look.text(message))
        self._pages = QStackedWidget()
        self._guide: QWidget | None = None
        self._pages.addWidget(self.page)
        self.setCentralWidget(self._pages)
        self.resize(900, 560)
        again.setFocus()
        QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self, self.turn_help)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._show_page)

    def turn_help(self) -> None:
        """What the guide says of such troubles; and back again."""
        if self._pages.currentWidget() is self.page:
            guide = self._guide = self._guide or self._built_guide()
            self._pages.setCurrentWidget(guide)
            guide.setFocus()
        else:
            self._show_page()

    def _show_page(self) -> None:
        self._pages.setCurrentWidget(self.page)
        self.help_button.setFocus()

    def _built_guide(self) -> QWidget:
        """It needs no data."""
        from cbc_desktop.documents.guide.book import Place
        from cbc_desktop.documents.guide.reading import read_guide
        from cbc_desktop.ui.help.chapter_view import ChapterView

        made = ChapterView(self._look, read_guide(self._look.language))
        made.show_place(Place(Topic.TROUBLE))
        self._pages.addWidget(made)
        return made
