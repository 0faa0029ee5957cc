"""What has arrived for a campaign: taking in above, then the list of all agencies by how they stand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cbc_desktop.base.message import Message
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.drawings import Drawing
from cbc_desktop.ui.kit.empty_state import EmptyState
from cbc_desktop.ui.kit.message_bar import MessageBar, Tone
from cbc_desktop.ui.kit.side_pages import SidePages
from cbc_desktop.ui.receiving.arrived.agency_panel import AgencyPanel
from cbc_desktop.ui.receiving.arrived.line_table import LineTable
from cbc_desktop.ui.receiving.arrived.lines import lines_of
from cbc_desktop.ui.receiving.arrived.reading import Reading, Received
from cbc_desktop.ui.receiving.arrived.sieve import Pick, Sieve
from cbc_desktop.ui.receiving.arrived.ways_on import WaysOn
from cbc_desktop.ui.receiving.scope import Scope
from cbc_desktop.ui.receiving.section_page import SectionPage
from cbc_desktop.ui.receiving.taking.drop_area import DropArea
from cbc_desktop.ui.receiving.taking.intake import Intake
from cbc_desktop.ui.receiving.taking.intake_line import IntakeLine
from cbc_desktop.ui.receiving.taking.judging_again import JudgingAgain
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

_LIST, _PANEL = 580, 600
"""How the window's width is shared at first."""
_LEAST = GRID * 40

NO_CAMPAIGN = Message(
    "Máy này chưa cài đợt khảo sát nào dùng được. Hãy chép thư mục biểu mẫu của đợt khảo sát vào máy, rồi đọc lại.",
    "No usable campaign is installed on this computer. Copy the folder of the campaign's forms here, then read again.",
)
_TABLES = (".csv", ".xlsx")
"""What comes alone and is one of these is the export of an online form."""


class ArrivedPage(SectionPage):
    """Files and folders may be dropped anywhere on it."""

    def __init__(self, around: Surroundings, scope: Scope) -> None:
        super().__init__()
        self._around = around
        self._scope, self._wanted = scope, ""
        self._told: set[int] = set()
        self.messages = MessageBar(at_edge=True)
        self.intake, self.again = Intake(around, self), JudgingAgain(around, self)
        self.line = IntakeLine(around.look)
        self.reading = Reading(around, scope, self)
        self.sieve = Sieve()
        self.table = LineTable(around.look)
        self.panel = AgencyPanel(around)
        self.received: Received | None = None
        self.pages = SidePages()
        self.ways_on = WaysOn(around, scope, self.pages)
        self.empty, self.trouble = self._empty(), self._trouble()
        self._list = self._lay_out_list()
        self._places = QStackedWidget()
        self._unread = QWidget()
        """Shown for the moment until it is known what has come."""
        self._parts = (self._unread, self.empty, self.trouble, self._list)
        self._lay_out()
        self._listen()

    @property
    def topic(self) -> Topic:
        return self.pages.side_page.about if self.pages.side_page is not None else self.about

    def entered(self) -> None:
        """What was decided or taken in elsewhere is seen at once."""
        if self._scope.campaign is None:
            self._refuse(NO_CAMPAIGN)
            return
        self.reading.want()
        self.take_keyboard()

    def take(self, paths: Sequence[Path]) -> None:
        """Takes in files and folders; what came of it is told above the list."""
        self.messages.clear()
        if len(paths) == 1 and paths[0].suffix.lower() in _TABLES:
            self.ways_on.show_online(paths[0])
        elif self.line.day.is_wrong:
            self.messages.say(self.tr("Ngày đến không phải là ngày, ví dụ 25/3/2022. Chưa nhận gì."), Tone.WARNING)
            self.line.day.setFocus()
        else:
            self.intake.take(paths, self.line.route, self.line.day.day)
            self.line.day.clear()  # what comes next may have come on another day

    def show_agency(self, key: str) -> None:
        """As soon as it is known what has arrived."""
        self._wanted = key
        self.pages.back()

    def show_only(self, pick: Pick) -> None:
        self.sieve.choose(pick)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        if self.isVisible() and self.pages.side_page is None:
            places = {self._list: self.table, self.empty: self.line.files_button}
            shown = self._places.currentWidget()
            places.get(shown or self, self).setFocus()

    def _show(self, received: Received) -> None:
        self.received = received
        if received.anything:
            self._scope.follow(received.campaign)
        self.line.show()
        self.line.show_deadline(received.campaign.deadline, self._around.office.clock.now().date())
        self._tell_more(received)
        before, now = self._places.currentWidget(), self._list if received.anything else self.empty
        self._turn_to(now)
        if self._wanted:
            self.sieve.choose(Pick.ALL)
        self.sieve.show_lines(lines_of(received, self._around.look))
        if self._wanted:
            wanted = self._wanted
            self.table.go_to(lambda line: line.key == wanted)
            self._wanted = ""
        if now is not before:
            self.take_keyboard()

    def _turn_to(self, place: QWidget) -> None:
        """What is hidden asks for no room."""
        ignored, preferred = QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        for one in self._parts:
            one.setSizePolicy(preferred, preferred if one is place else ignored)
        self._places.setCurrentWidget(place)

    def _tell_more(self, received: Received) -> None:
        """What the list does not show by itself, where nothing else is told."""
        if not self.messages.isHidden():
            return
        if received.outdated and self._tells_anew(received.outdated):
            told = self.tr("%n tệp được kiểm tra khi máy này tin cậy những chứng thư khác.", "", received.outdated)
            self.messages.say(told, Tone.INFO, button(self.tr("&Kiểm tra lại"), self._judge_again))
        elif received.others and not received.trial and self._tells_anew(-received.others):
            told = self.tr("Còn %n tệp thử nghiệm, không tính ở đây.", "", received.others)
            self.messages.say(told, Tone.INFO, button(self.tr("&Xem hồ sơ thử nghiệm"), self._practise))

    def _tells_anew(self, count: int) -> bool:
        """Who has read it once need not read it again, until there are more."""
        anew = count not in self._told
        self._told.add(count)
        return anew

    def _judge_again(self) -> None:
        self.messages.clear()
        self.again.judge()

    def _change_scope(self) -> None:
        """What was told was about something else."""
        self.messages.clear()
        self.pages.back()

    def _practise(self) -> None:
        if self._scope.campaign is not None:
            self._scope.choose(self._scope.campaign, trial=True)

    def _tell_run(self, sentence: str, tone: Tone) -> None:
        """With a way to what the list does not show now."""
        tally, ways = self.intake.tally, []
        if tally.practice and not self._scope.trial:
            ways.append(button(self.tr("&Xem hồ sơ thử nghiệm"), self._practise))
        if tally.aside:
            ways.append(button(self.tr("Xem &danh sách để riêng"), lambda: self.sieve.choose(Pick.ASIDE)))
        self.messages.say(sentence, tone, *ways)

    def _tell_taken(self, sentence: str) -> None:
        self.messages.say(sentence, Tone.DONE)
        self.reading.want()

    def _refuse(self, message: Message) -> None:
        """In the place of the list, as long as there is none."""
        self.trouble.text.setText(self._around.look.text(message))
        if self._places.currentWidget() is self._list:
            self.messages.say(self.trouble.text.text(), Tone.ERROR)
        else:
            self.line.hide()
            self._turn_to(self.trouble)
            self.again_button.setFocus()

    def _listen(self) -> None:
        self.line.chosen.connect(self.take)
        self.line.online_chosen.connect(self.ways_on.show_online)
        self.line.keyed_wanted.connect(self.ways_on.show_keyed_in)
        self.line.reminders_wanted.connect(self.ways_on.show_reminders)
        self.panel.receipt_wanted.connect(self.ways_on.show_receipt)
        self.panel.report_wanted.connect(self.ways_on.show_report)
        self.ways_on.taken.connect(self._tell_taken)
        self.pages.came_back.connect(self.entered)
        self._scope.changed.connect(self._change_scope)
        self.intake.told.connect(self._tell_run)
        self.again.told.connect(self.messages.say)
        for run in (self.intake, self.again):
            run.ended.connect(self.reading.want)
        self.reading.read.connect(self._show)
        self.reading.refused.connect(self._refuse)
        self.sieve.sifted.connect(self.table.show_lines)
        self.table.chosen.connect(lambda line: self.panel.show_line(line, self.received))
        self.table.opened.connect(lambda _: self.panel.take_keyboard())
        self.panel.changed.connect(self.reading.want)

    def _empty(self) -> EmptyState:
        return EmptyState(
            self._around.look,
            Drawing.TRAY,
            self.tr("Chưa nhận được hồ sơ nào"),
            self.tr(
                "Kéo vào đây gói hồ sơ (.zip), thư (.eml), PDF đã ký, bản quét hoặc cả thư mục, USB. Mọi tệp được chép "
                "vào máy này và kiểm tra; bản gốc không bị thay đổi. Nhận lại cùng một thư mục thì không có gì đổi."
            ),
        )

    def _trouble(self) -> EmptyState:
        self.again_button = button(self.tr("Đọc &lại"), self.entered, kind=Kind.PRIMARY)
        title = self.tr("Chưa đọc được sổ tiếp nhận")
        return EmptyState(self._around.look, Drawing.TROUBLE, title, "", self.again_button)

    def _lay_out_list(self) -> QWidget:
        box, beside = QWidget(), QSplitter(Qt.Orientation.Horizontal)
        self.sieve.setContentsMargins(0, 0, DOUBLE, 0)
        beside.setChildrenCollapsible(False)
        beside.setHandleWidth(1)
        for place, (part, share) in enumerate(((self.table, _LIST), (self.panel, _PANEL))):
            part.setMinimumWidth(_LEAST)
            beside.addWidget(part)
            beside.setStretchFactor(place, share)
        beside.setSizes([_LIST, _PANEL])
        column = QVBoxLayout(box)
        column.setContentsMargins(DOUBLE, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.sieve)
        column.addWidget(beside, 1)
        return box

    def _lay_out(self) -> None:
        area = DropArea()
        area.dropped.connect(self.take)
        column = QVBoxLayout(area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (self.messages, self.line):
            column.addWidget(widget)
        column.addWidget(self._places, 1)
        for place in self._parts:
            self._places.addWidget(place)
        self.line.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self.pages.put_main(area)
