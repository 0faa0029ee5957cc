"""A copy from another computer: how it stands to what is here, where they differ, and what a person wants of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.dossier.states import STATE_TITLES
from cbc_desktop.filling.carrying import ReceivedCopy
from cbc_desktop.filling.copy_words import told
from cbc_desktop.store.stored_dossier import StoredDossier
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.elided import ElidedLabel
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.kit.side_page import SidePage
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.start.difference_table import DifferenceTable
from cbc_desktop.ui.theme.sizes import GRID

TAKING = Message("Đang sao lưu rồi nhận bản chép…", "Making a backup, then taking the copy…")


class CopyPage(SidePage):
    """``finished`` has the sentence that tells what was done; nothing is changed before a button is pressed."""

    about = Topic.CARRYING

    finished = Signal(str)
    prefill_wanted = Signal(str)
    """The identifier of the dossier that was begun here on its own: it is to take answers of the copy."""

    def __init__(self, around: Surroundings, copy: ReceivedCopy, parent: QWidget | None = None) -> None:
        super().__init__(parent, wide=bool(copy.differences))
        self.title.setText(self.tr("Bản chép từ máy khác: {agency}").format(agency=copy.theirs.stored.agency_name))
        self._around, self.copy = around, copy
        self.table = DifferenceTable(around.look, copy.differences, to_choose=copy.can_be_joined)
        self.take_button = button(self.tr("&Nhận bản chép"), self.take, kind=Kind.PRIMARY)
        self.all_theirs_button = button(self.tr("Chọn tất cả của bản &chép"), lambda: self._choose_all(theirs=True))
        self.all_mine_button = button(self.tr("Chọn tất cả của &máy này"), lambda: self._choose_all(theirs=False))
        self.join_button = button("", self.join, kind=Kind.PRIMARY)
        self.prefill_button = button(
            self.tr("&Lấy số liệu vào hồ sơ của máy này…"), self._want_prefill, kind=Kind.PRIMARY
        )
        self.table.chose.connect(self._show_count)
        self._lay_out()
        self._show_count()

    def take(self) -> None:
        """The dossier here becomes as the copy is."""
        desk, copy = self._around.office.carrying, self.copy
        self._run(lambda: desk.take(copy), self.tr("Đã nhận bản chép. Mở hồ sơ để làm tiếp."))

    def join(self) -> None:
        """What was chosen is taken from the copy; everything else stays."""
        desk, copy, chosen = self._around.office.carrying, self.copy, self.table.chosen
        done = self.tr("Đã lấy %n chỗ của bản chép; những chỗ khác giữ như trên máy này.", "", len(chosen))
        self._run(lambda: desk.join(copy, chosen), done)

    def _want_prefill(self) -> None:
        if self.copy.rival is not None:
            self.prefill_wanted.emit(self.copy.rival.identity.dossier_id)

    def take_keyboard(self) -> None:
        (self.table if self.copy.can_be_joined and self.copy.differences else self.take_button).setFocus()

    def _run(self, verb: Callable[[], None], sentence: str) -> None:
        def work(progress: Callable[[Message], None]) -> None:
            progress(TAKING)
            verb()

        self._around.tasks.run(self, work, done=lambda _: self.finished.emit(sentence), failed=self._tell)

    def _tell(self, error: UserFacingError) -> None:
        self.messages.say(self._around.look.text(error.message), Tone.ERROR)

    def _choose_all(self, *, theirs: bool) -> None:
        self.table.choose_all(theirs=theirs)

    def _show_count(self) -> None:
        chosen = len(self.table.chosen)
        if chosen:
            self.join_button.setText(self.tr("&Lấy %n chỗ đã chọn, giữ các chỗ khác", "", chosen))
        else:
            self.join_button.setText(self.tr("Giữ &tất cả như trên máy này"))

    def _lay_out(self) -> None:
        copy, look = self.copy, self._around.look
        self.column.addWidget(label(look.text(told(copy))))
        if copy.mine is not None:
            here = self.tr("Trên máy này: {facts}").format(facts=self._facts(copy.mine.stored))
            self.column.addWidget(ElidedLabel(here))
        there = self.tr("Trong bản chép: {facts}").format(facts=self._facts(copy.theirs.stored))
        self.column.addWidget(ElidedLabel(there))
        if copy.differences:
            count = self.tr("%n chỗ khác nhau", "", len(copy.differences))
            self.column.addWidget(label(count, Role.HEADING))
            self.column.addWidget(self.table, 1)
        self.column.addLayout(self._buttons())
        backup = self.tr("Trước khi thay đổi gì, chương trình sao lưu dữ liệu của máy này.")
        self.column.addWidget(ElidedLabel(backup, Role.SMALL))
        if not copy.differences:
            self.column.addStretch(1)

    def _buttons(self) -> FlowLayout:
        shown = {
            self.take_button: self.copy.can_be_taken and not self.copy.can_be_joined,
            self.join_button: self.copy.can_be_joined,
            self.prefill_button: self.copy.rival is not None,
            self.all_theirs_button: self.copy.can_be_joined and bool(self.copy.differences),
            self.all_mine_button: self.copy.can_be_joined and bool(self.copy.differences),
        }
        line = FlowLayout()
        line.setSpacing(GRID)
        for verb, wanted in shown.items():
            verb.setDisabled(self._around.tasks.running)
            self._around.tasks.busy.connect(verb.setDisabled)
            if wanted:
                line.addWidget(verb)
        return line

    def _facts(self, stored: StoredDossier) -> str:
        revision = stored.revision
        return self.tr("lần {number}, {state}, lưu lần cuối {moment}").format(
            number=revision.number,
            state=self._around.look.text(STATE_TITLES[revision.state]),
            moment=f"{stored.changed_at:%d/%m/%Y %H:%M}",
        )
