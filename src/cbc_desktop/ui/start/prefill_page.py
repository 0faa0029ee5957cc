"""A draft takes over what an earlier dossier of its agency answers: which one, which answers, and then it is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QWidget

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.prefill_desk import PrefillLine, PrefillPlan
from cbc_desktop.store.stored_dossier import StoredDossier
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.elided import ElidedLabel
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.list_table import ListTable
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.kit.side_page import SidePage
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID

LOOKING = Message("Đang tìm những câu có thể lấy…", "Looking for what can be taken…")
TAKING = Message("Đang lấy số liệu…", "Taking the answers…")
PLACE, ANSWER = range(2)


class PrefillPage(SidePage):
    """``given`` is a dossier that is open already, such as that of a copy; else a person chooses one of this computer.

    The dossier is opened when it is done, and nothing is changed before.
    """

    about = Topic.FILLING

    def __init__(
        self, around: Surroundings, dossier_id: str, given: OpenDossier | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, wide=True)
        self._around, self._given = around, given
        self.dossier_id = dossier_id
        self._sources = () if given else around.office.prefilling.sources(dossier_id)
        self._plan: PrefillPlan | None = None
        stored = around.office.store.dossiers.get(dossier_id)
        self.title.setText(self.tr("Lấy số liệu từ hồ sơ trước: {agency}").format(agency=stored.agency_name))
        self.source_box = QComboBox()
        self.count = label(role=Role.HEADING)
        headings = (self.tr("Câu hỏi"), self.tr("Câu trả lời"))
        self.table = ListTable(self.tr("Các câu trả lời sẽ được lấy"), headings)
        self.take_button = button("", self.take, kind=Kind.PRIMARY)
        self.leave_button = button(self.tr("&Không lấy, mở hồ sơ"), self._open)
        self._lay_out()
        self.source_box.currentIndexChanged.connect(lambda _: self.look())

    def look(self) -> None:
        """Finds out, beside the window, what could be taken from the chosen dossier."""
        office, dossier_id, given = self._around.office, self.dossier_id, self._given
        source, language = self._source, self._around.look.language

        def work(progress: Callable[[Message], None]) -> PrefillPlan:
            progress(LOOKING)
            earlier = given or office.filling.open(source)
            return office.prefilling.plan(dossier_id, earlier, language)

        self._show_lines(None)
        self._around.tasks.run(self, work, done=self._show_lines, failed=self._tell)

    def take(self) -> None:
        """What is shown becomes answers of the draft, which is opened then."""
        plan, desk = self._plan, self._around.office.prefilling
        if plan is None:
            return

        def work(progress: Callable[[Message], None]) -> int:
            progress(TAKING)
            return desk.take(plan)

        self._around.tasks.run(self, work, done=lambda _: self._open(), failed=self._tell)

    @property
    def _source(self) -> str:
        return str(self.source_box.currentData() or "")

    def _open(self) -> None:
        self._around.routes.open_dossier.emit(self.dossier_id)

    def _tell(self, error: UserFacingError) -> None:
        self.messages.say(self._around.look.text(error.message), Tone.ERROR)

    def _show_lines(self, plan: PrefillPlan | None) -> None:
        """None while nobody knows yet."""
        self._plan = plan
        lines = plan.lines if plan else ()
        self.table.setRowCount(len(lines))
        for row, line in enumerate(lines):
            self.table.put(row, PLACE, self._place(line))
            self.table.put(row, ANSWER, line.text)
        self._show_count(plan)

    def _show_count(self, plan: PrefillPlan | None) -> None:
        count = len(plan.lines) if plan else 0
        self.take_button.setEnabled(count > 0)
        self.take_button.setText(self.tr("&Lấy %n câu trả lời và mở hồ sơ", "", count))
        if plan is None:
            self.count.setText(self.tr("Đang tìm những câu có thể lấy…"))
        elif count:
            self.count.setText(self.tr("%n câu trả lời sẽ được lấy", "", count))
        else:
            self.count.setText(self.tr("Hồ sơ trước không có câu trả lời nào cho những câu còn trống của hồ sơ này."))

    def _place(self, line: PrefillLine) -> str:
        return " › ".join(filter(None, map(self._around.look.text, (line.page, line.table, line.label))))

    def _lay_out(self) -> None:
        told = self.tr(
            "Chỉ điền vào những câu còn trống, không ghi đè câu trả lời nào. Sau khi lấy, hãy xem lại từng câu; "
            "mỗi biểu mẫu hoàn tác được bằng một lần Ctrl+Z."
        )
        self.column.addWidget(label(told))
        self.column.addWidget(self._chooser())
        self.column.addWidget(self.count)
        self.column.addWidget(self.table, 1)
        verbs = FlowLayout()
        verbs.setSpacing(GRID)
        for verb in (self.take_button, self.leave_button):
            verbs.addWidget(verb)
        self.column.addLayout(verbs)

    def _chooser(self) -> QWidget:
        """A list where there are several to choose from, else only which one it is."""
        self.source_box.setAccessibleName(self.tr("Lấy từ hồ sơ"))
        names = [(self._name(one), one.identity.dossier_id) for one in self._sources]
        for name, dossier_id in names:
            self.source_box.addItem(name, dossier_id)
        if len(names) > 1:
            return self.source_box
        only = self._name(self._given.stored) if self._given else "".join(name for name, _ in names)
        return ElidedLabel(self.tr("Lấy từ: {dossier}").format(dossier=only))

    def _name(self, stored: StoredDossier) -> str:
        titles = {campaign.id: campaign.title for campaign in self._around.office.catalogue.campaigns()}
        title = titles.get(stored.identity.campaign_id)
        return self.tr("{campaign}, {agency}, lưu lần cuối {moment}").format(
            campaign=self._around.look.text(title) if title else stored.identity.campaign_id,
            agency=stored.agency_name,
            moment=f"{stored.changed_at:%d/%m/%Y %H:%M}",
        )
