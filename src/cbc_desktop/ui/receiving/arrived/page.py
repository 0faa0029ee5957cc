"""What has arrived for a campaign: taking in above, then the list of all agencies by how they stand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cbc_desktop.base.message import Message
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.drawings import Drawing
from cbc_desktop.ui.kit.empty_state import EmptyState
from cbc_desktop.ui.kit.message_bar import MessageBar, Tone
from cbc_desktop.ui.receiving.arrived.line_table import LineTable
from cbc_desktop.ui.receiving.arrived.lines import lines_of
from cbc_desktop.ui.receiving.arrived.reading import Reading, Received
from cbc_desktop.ui.receiving.arrived.sieve import Pick, Sieve
from cbc_desktop.ui.receiving.scope import Scope
from cbc_desktop.ui.receiving.section_page import SectionPage
from cbc_desktop.ui.receiving.taking.drop_area import DropArea
from cbc_desktop.ui.receiving.taking.intake import Intake
from cbc_desktop.ui.receiving.taking.intake_line import IntakeLine
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID


class ArrivedPage(SectionPage):
    """Files and folders may be dropped anywhere on it."""

    def __init__(self, around: Surroundings, scope: Scope) -> None:
        super().__init__()
        self._around = around
        self._wanted = ""
        self.messages = MessageBar()
        self.intake = Intake(around, self)
        self.line = IntakeLine(around.look)
        self.reading = Reading(around, scope, self)
        self.sieve = Sieve()
        self.table = LineTable(around.look)
        self.empty = self._empty()
        self._list = self._lay_out_list()
        self._places = QStackedWidget()
        self._lay_out()
        self._listen()

    def entered(self) -> None:
        """What was decided or taken in elsewhere is seen at once."""
        self.reading.want()
        self.take_keyboard()

    def take(self, paths: Sequence[Path]) -> None:
        """Takes in files and folders; what came of it is told above the list."""
        self.messages.clear()
        self.intake.take(paths, self.line.route)

    def show_agency(self, key: str) -> None:
        """As soon as it is known what has arrived."""
        self._wanted = key
        self.reading.want()

    def take_keyboard(self) -> None:
        if self.isVisible():
            (self.table if self._places.currentWidget() is self._list else self.first_button).setFocus()

    def _show(self, received: Received) -> None:
        self.line.setVisible(received.anything)
        self._places.setCurrentWidget(self._list if received.anything else self.empty)
        if self._wanted:
            self.sieve.choose(Pick.ALL)
        self.sieve.show_lines(lines_of(received, self._around.look))
        if self._wanted:
            self.table.go_to(self._wanted)
            self._wanted = ""
            self.table.setFocus()

    def _taken(self) -> None:
        if self.intake.tally.aside:
            self.sieve.choose(Pick.ASIDE)
        self.reading.want()

    def _refuse(self, message: Message) -> None:
        self.messages.say(self._around.look.text(message), Tone.ERROR)

    def _listen(self) -> None:
        self.line.chosen.connect(self.take)
        self.intake.told.connect(self.messages.say)
        self.intake.ended.connect(self._taken)
        self.reading.read.connect(self._show)
        self.reading.refused.connect(self._refuse)
        self.sieve.sifted.connect(self.table.show_lines)

    def _empty(self) -> EmptyState:
        self.first_button = button(self.tr("&Nhận tệp…"), self.line.choose_files, kind=Kind.PRIMARY)
        return EmptyState(
            self._around.look,
            Drawing.TRAY,
            self.tr("Chưa nhận được hồ sơ nào"),
            self.tr(
                "Kéo vào đây gói hồ sơ (.zip), thư (.eml), PDF đã ký, bản quét hoặc cả thư mục, USB. Mọi tệp được chép "
                "vào máy này và kiểm tra; bản gốc không bị thay đổi. Nhận lại cùng một thư mục thì không có gì đổi."
            ),
            self.first_button,
            button(self.tr("Nhận thư &mục…"), self.line.choose_folder),
        )

    def _lay_out_list(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(DOUBLE, 0, DOUBLE, DOUBLE)
        column.setSpacing(GRID)
        column.addWidget(self.sieve)
        column.addWidget(self.table, 1)
        return box

    def _lay_out(self) -> None:
        area = DropArea()
        area.dropped.connect(self.take)
        column = QVBoxLayout(area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        self.line.setContentsMargins(DOUBLE, GRID, DOUBLE, 0)
        for widget in (self.messages, self.line):
            column.addWidget(widget)
        column.addWidget(self._places, 1)
        for place in (self.empty, self._list):
            self._places.addWidget(place)
        self.line.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
