"""A draft goes over to the new version of its forms: what becomes of every answer is shown, and then it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.filling.form_update import Fate
from cbc_desktop.filling.update_words import FATE_TITLES
from cbc_desktop.filling.updating_desk import UpdateLine, UpdatePlan
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.list_table import ListTable
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.kit.side_page import SidePage
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID

LOOKING = Message("Đang xem từng câu trả lời…", "Looking at every answer…")
TAKING = Message("Đang chuyển hồ sơ…", "Carrying the dossier over…")
FATE, PLACE, ANSWER = range(3)


class UpdatePage(SidePage):
    """The dossier is opened when it is done, or left; nothing is changed before."""

    about = Topic.FILLING

    def __init__(self, around: Surroundings, dossier_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, wide=True)
        self._around, self.dossier_id = around, dossier_id
        self._plan: UpdatePlan | None = None
        stored = around.office.store.dossiers.get(dossier_id)
        agency = around.look.text(around.office.profiles.agency_name(stored.identity.agency))
        self.title.setText(self.tr("Phiên bản mới của biểu mẫu: {agency}").format(agency=agency))
        self.counts = label(role=Role.HEADING)
        headings = (self.tr("Sẽ thế nào"), self.tr("Câu hỏi"), self.tr("Câu trả lời"))
        self.table = ListTable(self.tr("Các câu trả lời sẽ thế nào"), headings)
        self.take_button = button(self.tr("&Chuyển sang phiên bản mới và mở hồ sơ"), self.take, kind=Kind.PRIMARY)
        self.leave_button = button(self.tr("Để &sau, mở hồ sơ"), self._open)
        self._lay_out()

    def look(self) -> None:
        """Finds out, beside the window, what would become of every answer."""
        desk, dossier_id, language = self._around.office.updating, self.dossier_id, self._around.look.language

        def work(progress: Callable[[Message], None]) -> UpdatePlan:
            progress(LOOKING)
            return desk.plan(dossier_id, language)

        self._show_plan(None)
        self._around.tasks.run(self, work, done=self._show_plan, failed=self._tell)

    def take(self) -> None:
        """What is shown is done, and the dossier opened then."""
        plan, desk = self._plan, self._around.office.updating
        if plan is None:
            return

        def work(progress: Callable[[Message], None]) -> None:
            progress(TAKING)
            desk.take(plan)

        self._around.tasks.run(self, work, done=lambda _: self._open(), failed=self._tell)

    def _open(self) -> None:
        self._around.routes.open_dossier.emit(self.dossier_id)

    def _tell(self, error: UserFacingError) -> None:
        self.messages.say(self._around.look.text(error.message), Tone.ERROR)

    def _show_plan(self, plan: UpdatePlan | None) -> None:
        """None while nobody knows yet."""
        self._plan = plan
        lines = plan.lines if plan else ()
        self.table.setRowCount(len(lines))
        for row, line in enumerate(lines):
            self.table.put(row, FATE, self._around.look.text(FATE_TITLES[line.fate]))
            self.table.put(row, PLACE, self._place(line))
            self.table.put(row, ANSWER, line.text)
        self.take_button.setEnabled(plan is not None and bool(plan.forms))
        self.counts.setText(self._counted(plan))

    def _counted(self, plan: UpdatePlan | None) -> str:
        if plan is None:
            return self.tr("Đang xem từng câu trả lời…")
        counts = Counter(line.fate for line in plan.lines)
        words = {
            Fate.GONE: self.tr("%n câu trả lời không còn chỗ", "", counts[Fate.GONE]),
            Fate.MARKED: self.tr("%n câu cần sửa", "", counts[Fate.MARKED]),
            Fate.NO_LONGER_ASKED: self.tr("%n câu không còn phải trả lời", "", counts[Fate.NO_LONGER_ASKED]),
            Fate.MOVED: self.tr("%n câu chuyển sang phần khác", "", counts[Fate.MOVED]),
            Fate.KEPT: self.tr("%n câu giữ nguyên", "", counts[Fate.KEPT]),
        }
        return "; ".join(text for fate, text in words.items() if counts[fate])

    def _place(self, line: UpdateLine) -> str:
        place = " › ".join(filter(None, map(self._around.look.text, (line.page, line.table, line.label))))
        to = self._around.look.text(line.to)
        return f"{place} → {to}" if to else place

    def _lay_out(self) -> None:
        told = self.tr(
            "Hồ sơ được sao lưu trước khi chuyển. Câu trả lời không còn chỗ trong biểu mẫu mới vẫn nằm trong lịch sử; "
            "các bước trước khi chuyển không hoàn tác được nữa."
        )
        self.column.addWidget(label(told))
        self.column.addWidget(self.counts)
        self.column.addWidget(self.table, 1)
        verbs = FlowLayout()
        verbs.setSpacing(GRID)
        for verb in (self.take_button, self.leave_button):
            verbs.addWidget(verb)
        self.column.addLayout(verbs)
