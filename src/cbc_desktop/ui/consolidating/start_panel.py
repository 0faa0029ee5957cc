"""Before a consolidation: what it will be made of, where it is written, and the button that makes it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from cbc_desktop.receiving.consolidating.consolidated import TABLES
from cbc_desktop.ui.consolidating.coming import Coming, sentences, undecided
from cbc_desktop.ui.consolidating.out_folder import OutFolderLine
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.jump_line import JumpLine
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.marks import Mark
from cbc_desktop.ui.kit.pages import ScrollPage
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.receiving.scope import Scope
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID, QUESTION_WIDTH


class StartPanel(ScrollPage):
    """``wanted`` when a person presses the button, ``undecided_wanted`` to decide first.

    ``latest_wanted`` asks for what lies in the folder already.
    """

    wanted, latest_wanted = Signal(), Signal()
    undecided_wanted = Signal()

    def __init__(self, around: Surroundings, scope: Scope) -> None:
        super().__init__(widest=QUESTION_WIDTH)
        self._around = around
        self.told = label()
        self.undecided: JumpLine | None = None
        self._said = ""
        self.folder = OutFolderLine(around.preferences, scope)
        before = self.tr("Thư mục này đã có bản tổng hợp trước; bản mới thay bản đó và cho biết đã đổi những gì.")
        self.again = label(before, Role.SMALL)
        self.latest_button = button(self.tr("&Xem bản đó"), self.latest_wanted.emit)
        self.start_button = button(self.tr("&Tổng hợp"), self.wanted.emit, kind=Kind.PRIMARY)
        self._counts = Panel(self.tr("Sẽ tính những gì"))
        self._counts.column.addWidget(self.told)
        self._lay_out()
        self._coming: Coming | None = None
        self._allow()

    def show_coming(self, told: Coming) -> None:
        """Once it is known for the first time, the button can have the keyboard."""
        first, self._coming = self._coming is None, told
        self.told.setText(sentences(told))
        self._show_undecided(undecided(told))
        self.folder.show_folder()
        self._show_latest()
        self._allow()
        if first and self.isVisible():
            self.take_keyboard()

    def take_keyboard(self) -> None:
        (self.start_button if self.start_button.isEnabled() else self.folder.choose_button).setFocus()

    def _show_latest(self) -> None:
        there = (self.folder.folder / TABLES).exists()
        self.again.setVisible(there)
        self.latest_button.setVisible(there)

    def _allow(self) -> None:
        self.start_button.setEnabled(self._coming is not None and bool(self._coming.arrivals))

    def _show_undecided(self, said: str) -> None:
        """The keyboard may be on what was said already."""
        if said == self._said:
            return
        self._said = said
        if self.undecided is not None:
            self.undecided.hide()
            self.undecided.deleteLater()
            self.undecided = None
        if said:
            to_it = label(self.tr("Bấm để xem và quyết định"), Role.SMALL)
            self.undecided = JumpLine(self._around.look, Mark.WARNING, label(said), to_it)
            self.undecided.clicked.connect(self.undecided_wanted)
            self._counts.column.addWidget(self.undecided)

    def _lay_out(self) -> None:
        into = Panel(self.tr("Ba tệp được ghi ra"))
        files = self.tr(
            "Báo cáo tổng hợp (PDF), sổ tính Excel và tệp số liệu SQLite. Cùng những hồ sơ ấy luôn ra đúng ba tệp ấy."
        )
        for widget in (label(files), self.folder, self.again):
            into.column.addWidget(widget)
        into.column.addWidget(self.latest_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.folder.changed.connect(self._show_latest)
        row = QHBoxLayout()
        row.addWidget(self.start_button)
        row.addStretch(1)
        self.column.setSpacing(GRID * 2)
        self.column.addWidget(self._counts)
        self.column.addWidget(into)
        self.column.addLayout(row)
        self.column.addStretch(1)
