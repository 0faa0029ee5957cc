"""What the pages for workbooks have in common: a way back, a title, messages, and one task at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Progress
from cbc_desktop.engine.session import FormSession
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.dossier.dossier_page import DossierPage
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.folders import documents_folder
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.message_bar import MessageBar, Tone
from cbc_desktop.ui.rooms import Surroundings

T = TypeVar("T")


class SheetsPage(DossierPage):
    """``closed``: back to the questions, please. ``first`` is the button with which work begins."""

    closed = Signal()
    first: QPushButton

    def __init__(
        self, around: Surroundings, controller: DossierController, form_id: str, title: str, about: str
    ) -> None:
        super().__init__()
        self.around, self.controller, self.form_id = around, controller, form_id
        self.back = button(self.tr("‹ Trở lại"), self.closed.emit, kind=Kind.LINK, tip=self.tr("Trở lại – Esc"))
        self.messages = MessageBar()
        self.column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (label(title, Role.TITLE), label(about), self.messages):
            self.column.addWidget(widget)

    @property
    def session(self) -> FormSession:
        return self.controller.dossier.form(self.form_id).session

    @property
    def folder(self) -> Path:
        return self.around.preferences.export_folder or documents_folder()

    def take_keyboard(self) -> None:
        self.first.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def run(self, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        """Beside the window; what was typed before is committed first."""
        self.messages.clear()
        if not self.controller.leave():
            return
        stopped = self.tr("Đã dừng theo yêu cầu; chưa có gì thay đổi.")
        started = self.around.tasks.run(
            self, work, done=done, failed=self.tell, cancelled=lambda: self.messages.say(stopped, Tone.INFO)
        )
        if not started:
            self.messages.say(self.tr("Đang có việc khác chạy. Hãy chờ việc đó xong."), Tone.INFO)

    def tell(self, error: UserFacingError) -> None:
        self.messages.say(self.around.look.text(error.message), Tone.ERROR)
