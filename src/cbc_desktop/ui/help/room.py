"""The guide to read: its chapters and a search at the left, the chapter at the right, and the whole of it as a PDF."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from cbc_desktop import __version__
from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.documents.guide.book import Place
from cbc_desktop.documents.guide.reading import read_guide
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.ui.help.chapter_view import ChapterView
from cbc_desktop.ui.help.contents import ChapterList
from cbc_desktop.ui.help.search_line import SearchLine
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.message_bar import MessageBar, Tone
from cbc_desktop.ui.kit.system_open import open_with_system
from cbc_desktop.ui.rooms import RoomPage, Surroundings
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID, PANEL_WIDTH, QUESTION_WIDTH

_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut
_FILE = Message("huong-dan-cbc-desktop.pdf", "guide-cbc-desktop.pdf")
_MAKING = Message("Đang lập bản PDF của hướng dẫn…", "Making the PDF of the guide…")


class HelpRoom(RoomPage):
    """Says it in the words that the window uses elsewhere, which a test compares."""

    about = Topic.START

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        guide = read_guide(around.look.language)
        self.chapter = ChapterView(around.look, guide)
        self.chapter.setMaximumWidth(QUESTION_WIDTH + 2 * DOUBLE)
        self.contents = ChapterList(guide)
        self.search = SearchLine(around.look, guide)
        self.messages = MessageBar()
        self.pdf_button = button(self.tr("&Lưu thành PDF…"), self._choose_file)
        self.nothing = label(self.tr("Không tìm thấy. Hãy thử ít chữ hơn; không cần gõ dấu."), Role.SMALL)
        self._left = QStackedWidget()
        self._lay_out()
        self.contents.chosen.connect(lambda topic: self.chapter.show_place(Place(topic)))
        self.search.chosen.connect(self._go)
        self.search.searching.connect(self._show_found)
        self.chapter.shown.connect(lambda place: self.contents.show_topic(place.topic))
        self.chapter.show_place(Place(Topic.START))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._begin_search, context=_HERE)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._escape, context=_HERE)

    def entered(self) -> None:
        """The keys for scrolling work at once."""
        self.chapter.setFocus()

    def show_topic(self, topic: Topic) -> None:
        self.search.clear()
        self.chapter.show_place(Place(topic))

    def save_pdf(self, path: Path) -> None:
        """The whole guide; made beside the window."""
        guide, now = read_guide(self._around.look.language), self._around.office.clock.now()

        def work(progress: Progress) -> Path:
            from cbc_desktop.documents.pdf.guide import render_guide  # loads reportlab

            progress(_MAKING)
            write_atomically(path, render_guide(guide, __version__, now), private=False)
            return path

        if not self._around.tasks.run(self, work, done=self._tell_saved, failed=self._tell):
            self.messages.say(self.tr("Đang có việc khác chạy. Hãy chờ việc đó xong."), Tone.INFO)

    def _choose_file(self) -> None:
        proposed = Path.home() / self._around.look.text(_FILE)
        title, pattern = self.tr("Lưu tệp PDF"), self.tr("Tệp PDF (*.pdf)")
        name, _ = QFileDialog.getSaveFileName(self, title, str(proposed), pattern)
        if name:
            path = Path(name)
            self.save_pdf(path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf"))

    def _tell_saved(self, path: Path) -> None:
        trouble = self._around.routes.trouble
        opened = button(self.tr("&Mở tệp"), lambda: open_with_system(path, trouble.emit))
        self.messages.say(self.tr("Đã lưu: {path}").format(path=path), Tone.DONE, opened)

    def _tell(self, error: UserFacingError) -> None:
        self.messages.say(self._around.look.text(error.message), Tone.ERROR)

    def _escape(self) -> None:
        """What is looked for goes first, then the person."""
        if self.search.text():
            self.search.clear()
        else:
            self.left.emit()

    def _begin_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _show_found(self, searching: bool) -> None:
        self._left.setCurrentWidget(self.search.hits if searching and self.search.hits.count() else self.contents)
        self.nothing.setVisible(searching and not self.search.hits.count())

    def _go(self, place: Place) -> None:
        self.chapter.show_place(place)
        self.chapter.setFocus()

    def _lay_out(self) -> None:
        side = QWidget()
        side.setMinimumWidth(PANEL_WIDTH)
        side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(side)
        column.setContentsMargins(DOUBLE, DOUBLE, 0, DOUBLE)
        column.setSpacing(GRID)
        self._left.addWidget(self.contents)
        self._left.addWidget(self.search.hits)
        self.nothing.hide()
        for widget in (label(self.tr("Trợ giúp"), Role.TITLE), self.search, self.nothing):
            column.addWidget(widget)
        column.addWidget(self._left, 1)
        column.addWidget(self.pdf_button)
        across = QHBoxLayout()
        across.setSpacing(DOUBLE)
        across.addWidget(side)
        across.addWidget(self.chapter, 1)
        across.addStretch(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages)
        layout.addLayout(across, 1)
