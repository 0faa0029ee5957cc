"""A signed update of forms: who vouches for it, what it would mean for every draft; and then it is taken, or left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from cbc_desktop import __version__
from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.filling.form_update import Fate
from cbc_desktop.filling.forms_update_desk import FormsUpdatePlan
from cbc_desktop.filling.update_words import FATE_TITLES
from cbc_desktop.forms.installing import UPDATE_SUFFIX
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.list_table import ListTable
from cbc_desktop.ui.kit.message_bar import MessageBar, Tone
from cbc_desktop.ui.kit.pages import ScrollPage
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID, QUESTION_WIDTH

LOOKING = Message("Đang xem tệp cập nhật và các bản nháp…", "Looking at the update and the drafts…")
TAKING = Message("Đang cập nhật biểu mẫu…", "Updating the forms…")
AGENCY, ANSWERS = range(2)


class FormsUpdatePage(ScrollPage):
    """Nothing is changed before a person has seen what would change."""

    left = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__(widest=QUESTION_WIDTH)
        self._around = around
        self._plan: FormsUpdatePlan | None = None
        self.messages = MessageBar()
        self.back_button = button(self.tr("← &Quay lại"), self.left.emit, kind=Kind.LINK, shortcut="Esc")
        self.choose_button = button(self.tr("&Chọn tệp cập nhật…"), self._choose)
        self.found = Panel(self.tr("Bản cập nhật"))
        self.what, self.who, self.drafts = label(), label(role=Role.SMALL), label()
        self.table = ListTable(
            self.tr("Các bản nháp sẽ thế nào"),
            (self.tr("Bản nháp của"), self.tr("Nếu chuyển sang biểu mẫu mới")),
        )
        self.take_button = button(self.tr("Cậ&p nhật biểu mẫu"), self.take, kind=Kind.PRIMARY)
        self.leave_button = button(self.tr("&Không cập nhật"), self._give_up)
        self._lay_out()

    def entered(self) -> None:
        self.messages.clear()
        self._show(None)
        self.choose_button.setFocus()

    def look(self, path: Path) -> None:
        """Finds out, beside the window, who signed the file and what would change."""
        desk = self._around.office.forms_updates

        def work(progress: Callable[[Message], None]) -> FormsUpdatePlan:
            progress(LOOKING)
            return desk.look(path)

        self.messages.clear()
        self._show(None)
        self._around.tasks.run(self, work, done=self._show, failed=self._tell)

    def take(self) -> None:
        """What is shown is done."""
        plan, desk = self._plan, self._around.office.forms_updates
        if plan is None:
            return

        def work(progress: Callable[[Message], None]) -> None:
            progress(TAKING)
            desk.take(plan)

        self._around.tasks.run(self, work, done=lambda _: self._tell_done(), failed=self._tell)

    def _lay_out(self) -> None:
        told = self.tr(
            "Tệp {suffix} do nơi phát hành biểu mẫu gửi, có chữ ký số. Chỉ nơi phát hành có trong danh sách chứng thư "
            "tin cậy của máy này mới cập nhật được; chưa có gì thay đổi trước khi bạn xem và đồng ý."
        )
        verbs = QHBoxLayout()
        verbs.setSpacing(GRID)
        verbs.addWidget(self.take_button)
        verbs.addWidget(self.leave_button)
        verbs.addStretch(1)
        for part in (self.what, self.who, self.drafts, self.table):
            self.found.column.addWidget(part)
        self.found.column.addLayout(verbs)
        choosing = QHBoxLayout()
        choosing.addWidget(self.choose_button)
        choosing.addStretch(1)
        for widget in (self.back_button, label(self.tr("Cập nhật biểu mẫu"), Role.TITLE), self.messages):
            self.column.addWidget(widget)
        self.column.addWidget(label(told.format(suffix=UPDATE_SUFFIX), Role.SMALL))
        self.column.addLayout(choosing)
        self.column.addWidget(self.found)
        self.column.addStretch(1)

    def _choose(self) -> None:
        patterns = self.tr("Bản cập nhật biểu mẫu (*{suffix})").format(suffix=UPDATE_SUFFIX)
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Chọn tệp cập nhật"), str(Path.home()), patterns)
        if name:
            self.look(Path(name))

    def _show(self, plan: FormsUpdatePlan | None) -> None:
        """None while nobody knows yet."""
        self._plan = plan
        self.found.setVisible(plan is not None)
        if plan is None:
            return
        update, text = plan.update, self._around.look.text
        facts = {"title": text(plan.title), "installed": plan.installed or self.tr("chưa có"), "new": update.version}
        self.what.setText(self.tr("{title}: phiên bản {installed} → {new}").format(**facts))
        day = f"{update.issued_at.astimezone(VIETNAM):%d/%m/%Y}"
        self.who.setText(
            self.tr("Do {publisher} ký ngày {day}. Phần mềm trên máy này: phiên bản {program}.").format(
                publisher=update.publisher, day=day, program=__version__
            )
        )
        self.drafts.setText(self._about_drafts(plan))
        self.table.setVisible(bool(plan.drafts))
        self.table.setRowCount(len(plan.drafts))
        for row, draft in enumerate(plan.drafts):
            fates = [f"{text(FATE_TITLES[fate])}: {draft.counts[fate]}" for fate in Fate if draft.counts.get(fate)]
            self.table.put(row, AGENCY, draft.agency_name)
            self.table.put(row, ANSWERS, "; ".join(fates))
        self.take_button.setFocus()

    def _about_drafts(self, plan: FormsUpdatePlan) -> str:
        if not plan.drafts:
            return self.tr("Không có bản nháp nào phải chuyển.")
        return self.tr(
            "%n bản nháp vẫn giữ biểu mẫu cũ sau khi cập nhật, cho tới khi bạn chuyển từng bản:", "", len(plan.drafts)
        )

    def _give_up(self) -> None:
        self._show(None)
        self.choose_button.setFocus()

    def _tell_done(self) -> None:
        self._give_up()
        self.messages.say(self.tr("Đã cập nhật biểu mẫu. Các bản nháp chưa bị thay đổi."), Tone.DONE)

    def _tell(self, error: UserFacingError) -> None:
        self.messages.say(self._around.look.text(error.message), Tone.ERROR)
