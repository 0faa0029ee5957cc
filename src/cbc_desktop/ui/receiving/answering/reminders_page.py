"""Reminders to the agencies of which nothing has come: addressed, copied one by one, or all written as drafts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.filling.clipboard_block import parse_block
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.receiving.reception.addressing import WHERE_ADDRESSES, pasted_addresses
from cbc_desktop.receiving.reception.reminding import Reminder
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.folders import documents_folder
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.kit.quiet_task import QuietTask
from cbc_desktop.ui.kit.side_page import SidePage
from cbc_desktop.ui.receiving.answering.address_table import AddressTable
from cbc_desktop.ui.receiving.scope import Scope
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID

READING = Message("Đang xem cơ quan nào chưa gửi…", "Looking who is missing…")
WRITTEN = Message("Đã ghi {count} thư đôn đốc vào {folder}.", "Reminders written to {folder}: {count}.")
_LIST, _TEXT = 540, 580


class RemindersPage(SidePage):
    """The words are the campaign's; nothing is sent by the program."""

    about = Topic.ANSWERING

    def __init__(self, around: Surroundings, scope: Scope) -> None:
        super().__init__(wide=True, back=self.tr("← &Danh sách đã nhận"))
        self._around, self._scope = around, scope
        self.title.setText(self.tr("Đôn đốc các cơ quan chưa gửi"))
        self.table = AddressTable(around.look, self._keep)
        self.count = label("", Role.SMALL)
        self.subject, self.body = label("", Role.HEADING), QPlainTextEdit()
        self.body.setReadOnly(True)
        self.body.setTabChangesFocus(True)
        self.body.setAccessibleName(self.tr("Lời đôn đốc"))
        self.copy_button = button(self.tr("&Chép lời này"), self.copy)
        self.write_button = button(self.tr("Ghi tất cả vào thư &mục…"), self._choose, kind=Kind.PRIMARY)
        self._lay_out()
        self.table.chosen.connect(self._show)
        self.table.pasted.connect(self._paste)
        self._quiet = QuietTask(around.tasks, self)
        self._quiet.want(self._reading(), self._offer, self._refuse)

    @property
    def waits(self) -> bool:
        return self._quiet.waits

    def take_keyboard(self) -> None:
        self.table.setFocus()

    def copy(self) -> None:
        """Subject and words, for a mail in whatever program."""
        one = self.table.record
        if one is not None:
            QApplication.clipboard().setText(f"{one.subject}\n\n{one.body}")
            told = self.tr("Lời đôn đốc {agency} đã ở trong bộ nhớ tạm.").format(agency=one.agency.name_vi)
            self.messages.say(told, Tone.DONE)

    def write(self, folder: Path) -> None:
        """An e-mail draft for each."""
        try:
            written = self._around.office.reception.write_reminders(self.table.records.records, folder)
        except UserFacingError as error:
            self._refuse(error)
            return
        told = WRITTEN.filled(count=len(written), folder=folder)
        self.messages.say(self._around.look.text(told), Tone.DONE)

    def _reading(self) -> Callable[[Progress], Sequence[Reminder]]:
        office, campaign, trial = self._around.office, self._scope.campaign, self._scope.trial

        def read(progress: Progress) -> Sequence[Reminder]:
            progress(READING)
            return office.reception.reminders(campaign.id, trial=trial) if campaign else ()

        return read

    def _offer(self, found: Sequence[Reminder]) -> None:
        for one in (self.copy_button, self.write_button):
            one.setEnabled(bool(found))
        self.table.show_records(found)
        self._count()
        self.take_keyboard()
        if not found:
            told = self.tr("Không có gì để đôn đốc: mọi cơ quan đã gửi, hoặc đợt khảo sát này không có lời đôn đốc.")
            self.messages.say(told, Tone.INFO)

    def _count(self) -> None:
        found = self.table.records.records
        addressed = self.tr("%n có địa chỉ thư", "", sum(1 for one in found if one.address))
        counted = self.tr("%n cơ quan chưa gửi, trong đó {addressed}.", "", len(found)).format(addressed=addressed)
        how = self.tr(
            "Muốn ghi hay sửa: chọn cơ quan rồi gõ địa chỉ, Enter xuống dòng dưới; xóa trống thì trở lại địa chỉ kia. "
            "Ctrl+V dán một cột địa chỉ, hoặc hai cột tên và địa chỉ, từ Excel."
        )
        where = f" {self._around.look.text(WHERE_ADDRESSES)}\n{how}" if found else ""
        self.count.setText(counted + where)

    def _keep(self, one: Reminder, text: str) -> bool:
        """Whether what was typed for one is its address now, or none is."""
        if text.strip() == one.address:
            return True
        try:
            self._entered(self._around.office.reception.addresses.keep({one.agency: text}))
        except UserFacingError as error:
            self._refuse(error)
            return False
        self.messages.go_on()
        return True

    def _paste(self, text: str) -> None:
        """Lines from a spreadsheet; those that cannot be kept are told."""
        campaign = self._scope.campaign
        if campaign is None:
            return
        pasted = pasted_addresses(parse_block(text), [one.agency for one in self.table.below], campaign.awaited)
        try:
            self._entered(self._around.office.reception.addresses.keep(pasted.addresses))
        except UserFacingError as error:
            self._refuse(error)
            return
        self.messages.say(self._around.look.text(pasted.words), Tone.WARNING if pasted.refused else Tone.DONE)

    def _entered(self, kept: Mapping[Agency, str]) -> None:
        rows = enumerate(self.table.records.records)
        changed = {row: replace(one, entered=kept[one.agency]) for row, one in rows if one.agency in kept}
        self.table.records.change(changed)
        self._count()

    def _show(self, one: Reminder | None) -> None:
        self.subject.setText(one.subject if one else "")
        self.body.setPlainText(one.body if one else "")

    def _choose(self) -> None:
        title = self.tr("Ghi các văn bản đôn đốc vào thư mục nào")
        name = QFileDialog.getExistingDirectory(self, title, str(documents_folder()))
        if name:
            self.write(Path(name))

    def _refuse(self, error: UserFacingError) -> None:
        self.messages.say(self._around.look.text(error.message), Tone.ERROR)

    def _lay_out(self) -> None:
        right, beside = QWidget(), QSplitter()
        column = QVBoxLayout(right)
        column.setContentsMargins(GRID, 0, 0, 0)
        column.setSpacing(GRID)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.write_button)
        buttons.addStretch(1)
        column.addWidget(self.subject)
        column.addWidget(self.body, 1)
        column.addLayout(buttons)
        beside.setChildrenCollapsible(False)
        beside.setHandleWidth(1)
        for part in (self.table, right):
            beside.addWidget(part)
        beside.setSizes([_LIST, _TEXT])
        self.column.addWidget(self.count)
        self.column.addWidget(beside, 1)
