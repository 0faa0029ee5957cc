"""The document before it is signed or printed: its pages, their outline, what is found in them, and printing them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.session import FormSession
from cbc_desktop.exporting.preview import Preview
from cbc_desktop.ui.kit.folders import documents_folder
from cbc_desktop.ui.kit.message_bar import MessageBar, Tone
from cbc_desktop.ui.preview.contents import Contents
from cbc_desktop.ui.preview.finding import Finding
from cbc_desktop.ui.preview.page_layout import PagePlace
from cbc_desktop.ui.preview.page_text import PageText
from cbc_desktop.ui.preview.page_view import PageView
from cbc_desktop.ui.preview.pdf import opened_pdf
from cbc_desktop.ui.preview.question_line import QuestionLine
from cbc_desktop.ui.preview.tools import Tools
from cbc_desktop.ui.printing.print_panel import PrintPanel
from cbc_desktop.ui.printing.printers import Printers, SystemPrinters
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID

SIDE_WIDTH = GRID * 30


class PreviewPage(QWidget):
    """``closed``: back to where one came from, please. ``question_wanted``: its form and address."""

    closed = Signal()
    question_wanted = Signal(str, object)

    def __init__(
        self,
        around: Surroundings,
        sessions: Mapping[str, FormSession],
        preview: Preview,
        printers: Printers | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._around, self._preview = around, preview
        self.document = opened_pdf(preview.content, self)
        self.view = PageView(self.document, self)
        self.view.setAccessibleName(self.tr("Văn bản xem trước"))
        self.tools = Tools(self.view, self.document.pageCount())
        self.finding = Finding(PageText(self.document), self.view)
        self.contents = Contents(self.document)
        self.question = QuestionLine(around.look, sessions, preview.map, self.view)
        self.messages = MessageBar()
        self.printing = PrintPanel(around, printers or SystemPrinters(), preview, self.document.pageCount(), self.view)
        self._keys = self._verbs()
        self._lay_out()
        self._listen()

    def show_question(self, form_id: str, address: Address) -> None:
        """Begins where this answer stands, if it is on paper."""
        self.question.show_question(form_id, address)

    def take_keyboard(self) -> None:
        self.view.setFocus()

    def open_printing(self) -> None:
        """In the place of the outline; a person looks at the pages meanwhile."""
        self.side.setCurrentWidget(self.printing)
        self.printing.open()

    def close_printing(self) -> None:
        self.side.setCurrentWidget(self.reading)
        self.view.setFocus()

    def save(self) -> None:
        """As a file, for another program or another computer's printer."""
        folder = self._around.preferences.export_folder or documents_folder()
        proposed = folder / f"{self._preview.name}.pdf"
        title, pattern = self.tr("Lưu tệp PDF"), self.tr("Tệp PDF (*.pdf)")
        name, _ = QFileDialog.getSaveFileName(self, title, str(proposed), pattern)
        if name:
            self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        try:
            write_atomically(path, self._preview.content, private=False)
        except UserFacingError as error:
            self.messages.say(self._around.look.text(error.message), Tone.ERROR)
        else:
            self.messages.say(self.tr("Đã lưu: {path}").format(path=path), Tone.DONE)

    # --- keys ------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Its keys go before those of the dossier around it, where they mean something else."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._verb(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        verb = self._verb(event)
        if verb is None:
            super().keyPressEvent(event)
        else:
            verb()

    def _verb(self, event: QKeyEvent) -> Callable[[], object] | None:
        return self._keys.get(QKeySequence(event.keyCombination()).toString())

    def _verbs(self) -> Mapping[str, Callable[[], object]]:
        return {
            "Esc": self._escape,
            "Ctrl+F": self.finding.open,
            "F3": lambda: self.finding.go_by(1),
            "Shift+F3": lambda: self.finding.go_by(-1),
            "Ctrl+G": self.tools.ask_for_page,
            "Ctrl+P": self.open_printing,
            "Ctrl+PgDown": lambda: self._turn(1),
            "Ctrl+PgUp": lambda: self._turn(-1),
            "Alt+Down": lambda: self.question.step(1),
            "Alt+Up": lambda: self.question.step(-1),
        }

    def _escape(self) -> None:
        if self.side.currentWidget() is self.printing:
            self.close_printing()
        else:
            self.closed.emit()

    def _turn(self, by: int) -> None:
        """To the upper edge of the next page, or of the one before."""
        page = min(max(self.view.page + by, 0), self.document.pageCount() - 1)
        self.view.go_to(PagePlace(page, 0, 0))

    # --- parts -----------------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        self.tools.back_wanted.connect(self.closed)
        self.tools.print_wanted.connect(self.open_printing)
        self.tools.save_wanted.connect(self.save)
        self.printing.save_wanted.connect(self.save)
        self.printing.closed.connect(self.close_printing)
        self.contents.wanted.connect(self.view.go_to)
        for moved in (self.view.verticalScrollBar().valueChanged, self.view.zoomed):
            moved.connect(lambda: self.contents.follow(self.view.place_read()))
        self.question.wanted.connect(self.question_wanted)

    def _lay_out(self) -> None:
        self.reading = QWidget()
        reading = QVBoxLayout(self.reading)
        reading.setContentsMargins(0, 0, 0, 0)
        reading.setSpacing(0)
        reading.addWidget(self.finding)
        reading.addWidget(self.contents, 1)
        self.side = QStackedWidget()
        self.side.addWidget(self.reading)
        self.side.addWidget(self.printing)
        beside = QFrame()
        beside.setProperty("role", "side")
        beside.setFixedWidth(max(SIDE_WIDTH, self.fontMetrics().averageCharWidth() * 30))
        inside = QVBoxLayout(beside)
        inside.setContentsMargins(0, 0, 1, 0)
        inside.addWidget(self.side)
        bar = QFrame()
        bar.setProperty("role", "bar")
        above = QHBoxLayout(bar)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self.tools)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(beside)
        across.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.messages)
        column.addLayout(across, 1)
        column.addWidget(self.question)
        self.setTabOrder(self.tools, self.view)
