"""The export of an online form before it is taken in: which column answers which question, and whose each row is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QSplitter, QVBoxLayout, QWidget

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.office import Office
from cbc_desktop.package.names import printable
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.marks import Mark
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.kit.record_model import Cell
from cbc_desktop.ui.kit.record_table import RecordTable
from cbc_desktop.ui.kit.side_page import SidePage
from cbc_desktop.ui.receiving.taking.column_answer import ColumnAnswer
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID

if TYPE_CHECKING:
    from cbc_desktop.receiving.reception.online_sheet import OnlinePlan, OnlineRow, Place

LOOKING = Message("Đang đọc bảng…", "Reading the table…")
TAKING = Message("Đang nhận các dòng trả lời…", "Taking in the rows…")
_NUMBER, _SENT = 7, 18


@dataclass(frozen=True, slots=True)
class _Seen:
    """A plan with the questions that columns can answer, as they read."""

    plan: OnlinePlan
    labels: Mapping[Place, Message]


class OnlinePage(SidePage):
    """Nothing is taken in before a person has seen the plan; ``taken`` has a sentence."""

    about = Topic.RECEIVING

    taken = Signal(str)

    def __init__(self, around: Surroundings, campaign: Campaign, path: Path, *, trial: bool) -> None:
        super().__init__(wide=True, back=self.tr("← &Danh sách đã nhận"))
        self._around, self._campaign, self._path, self._trial = around, campaign, path, trial
        self.seen: _Seen | None = None
        self.title.setText(self.tr("Biểu mẫu trực tuyến: {name}").format(name=printable(path.name)))
        self.told = label("", Role.BODY)
        columns = ((self.tr("Cột trong bảng"), 0), (self.tr("Trả lời câu"), 0))
        self.columns: RecordTable[tuple[str, Place | None]] = RecordTable(
            around.look, self.tr("Các cột"), columns, self._column_cells, wraps=True
        )
        rows = (
            (self.tr("Dòng"), _NUMBER),
            (self.tr("Tên ghi trong bảng"), 0),
            (self.tr("Cơ quan"), 0),
            (self.tr("Gửi lúc"), _SENT),
        )
        self.rows: RecordTable[OnlineRow] = RecordTable(
            around.look, self.tr("Các dòng trả lời"), rows, self._row_cells, wraps=True
        )
        self.answer = ColumnAnswer(around.look)
        self.take_button = button(self.tr("&Nhận các dòng này"), self.take, kind=Kind.PRIMARY)
        self.save_button = button(self.tr("Ghi tệ&p cột…"), self._choose_target, tip=self.tr("Để sửa cột trả lời câu"))
        self.use_button = button(self.tr("Dùng &tệp cột…"), self._choose_columns)
        self._lay_out()
        self._show(None)

    def look(self, columns: Path | None = None) -> None:
        """Reads the table beside the window, with the ``columns`` of a file that a person has written."""
        work = self._looking(columns)
        if not self._around.tasks.run(self, work, done=self._show, failed=self._refuse):
            self.messages.say(self.tr("Đang có việc khác chạy. Hãy chờ việc đó xong rồi thử lại."), Tone.INFO)

    def answer_with(self, place: Place | None) -> None:
        """The column that is chosen answers this question, or none."""
        desk, campaign_id = self._around.office.reception, self._campaign.id
        self._change(lambda plan, heading: desk.with_column(plan, campaign_id, heading, place))

    def agencies_from_here(self) -> None:
        """The column that is chosen says whose each row is."""
        desk, campaign_id = self._around.office.reception, self._campaign.id
        self._change(lambda plan, heading: desk.with_agency_column(plan, campaign_id, heading))

    def _change(self, changed: Callable[[OnlinePlan, str], OnlinePlan]) -> None:
        column = self.columns.record
        if self.seen is None or column is None:
            return
        office, campaign, plan, heading = self._around.office, self._campaign, self.seen.plan, column[0]

        def look(progress: Progress) -> _Seen:
            progress(LOOKING)
            return _Seen(changed(plan, heading), _labels(office, campaign))

        self._around.tasks.run(self, look, done=lambda seen: self._show_again(seen, heading), failed=self._refuse)

    def _show_again(self, seen: _Seen, heading: str) -> None:
        self._show(seen)
        self.columns.go_to(lambda column: column[0] == heading)
        self.columns.setFocus()

    def take(self) -> None:
        if self.seen is not None:
            self._around.tasks.run(self, self._taking(self.seen.plan), done=self._tell, failed=self._refuse)

    def write_columns(self, path: Path) -> None:
        """The plan as a file that can be corrected and used again."""
        if self.seen is None:
            return
        from cbc_desktop.receiving.reception.online_columns import columns_file

        try:
            write_atomically(path, columns_file(self.seen.plan).encode(), private=False)
        except UserFacingError as error:
            self._refuse(error)
            return
        told = self.tr("Đã ghi {path}. Sửa tệp này rồi bấm “Dùng tệp cột”; cột để trống thì không lấy.")
        self.messages.say(told.format(path=path), Tone.DONE)

    def take_keyboard(self) -> None:
        (self.take_button if self.seen else self.back_button).setFocus()

    def _looking(self, columns: Path | None) -> Callable[[Progress], _Seen]:
        office, campaign, path = self._around.office, self._campaign, self._path

        def look(progress: Progress) -> _Seen:
            progress(LOOKING)
            plan = office.reception.look_at_online(path, campaign.id, columns)
            return _Seen(plan, _labels(office, campaign))

        return look

    def _taking(self, plan: OnlinePlan) -> Callable[[Progress], tuple[int, int]]:
        office, campaign_id, trial = self._around.office, self._campaign.id, self._trial

        def take(progress: Progress) -> tuple[int, int]:
            progress(TAKING)
            return len(office.reception.take_online(plan, campaign_id, trial=trial)), len(plan.rows)

        return take

    def _tell(self, counts: tuple[int, int]) -> None:
        new, every = counts
        told = self.tr("Đã nhận {new} trong {every} dòng trả lời.")
        if self._trial:
            told = self.tr("Đã nhận {new} trong {every} dòng trả lời vào hồ sơ thử nghiệm.")
        self.taken.emit(told.format(new=new, every=every))

    def _refuse(self, error: UserFacingError) -> None:
        self.messages.say(self._around.look.text(error.message), Tone.ERROR)
        self.take_keyboard()

    def _show(self, seen: _Seen | None) -> None:
        self.seen = seen
        for widget in (self.take_button, self.save_button):
            widget.setEnabled(bool(seen))
        if seen is None:
            return
        plan = seen.plan
        self.messages.clear()
        self.columns.show_records(_answering(plan))
        self.rows.show_records(plan.rows)
        self.answer.offer(seen.labels)
        self.told.setText(self._sentence(plan))
        self.take_keyboard()

    def _sentence(self, plan: OnlinePlan) -> str:
        nobodys = sum(1 for row in plan.rows if row.agency is None)
        sentences = [
            self.tr("%n dòng trả lời.", "", len(plan.rows)),
            self.tr("Cơ quan ở cột “{column}”.").format(column=plan.agency_column),
            self.tr("%n cột trả lời một câu của đợt khảo sát.", "", sum(1 for _, place in _answering(plan) if place)),
        ]
        if plan.sent_column:
            sentences.insert(2, self.tr("Lúc gửi ở cột “{column}”.").format(column=plan.sent_column))
        if self._trial:
            sentences.insert(0, self.tr("Để tập: các dòng được nhận vào hồ sơ thử nghiệm."))
        if nobodys:
            sentences.append(self.tr("%n dòng không rõ cơ quan: vẫn nhận, rồi giao cho cơ quan sau.", "", nobodys))
        return " ".join(sentences)

    def _column_cells(self, column: tuple[str, Place | None]) -> tuple[Cell, ...]:
        heading, place = column
        if place is None or self.seen is None:
            return Cell(heading, Mark.HIDDEN), Cell(self.tr("không lấy"), role=Role.SMALL)
        return Cell(heading, Mark.DONE), Cell(self._around.look.text(self.seen.labels[place]), tip=place.path)

    def _row_cells(self, row: OnlineRow) -> tuple[Cell, ...]:
        agency = row.agency.name_vi if row.agency else self.tr("chưa rõ cơ quan")
        mark = Mark.DONE if row.agency else Mark.UNDECIDED
        sent = f"{row.sent_at:%d/%m/%Y %H:%M}" if row.sent_at else ""
        return Cell(f"{row.number}"), Cell(printable(row.name)), Cell(agency, mark), Cell(sent)

    def _choose_columns(self) -> None:
        title, kinds = self.tr("Dùng tệp cột"), self.tr("Tệp cột (*.toml)")
        name, _ = QFileDialog.getOpenFileName(self, title, str(self._path.parent), kinds)
        if name:
            self.look(Path(name))

    def _choose_target(self) -> None:
        start, kinds = str(self._path.with_suffix(".toml")), self.tr("Tệp cột (*.toml)")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Ghi tệp cột"), start, kinds)
        if name:
            self.write_columns(Path(name))

    def _lay_out(self) -> None:
        beside, deeds, left = QSplitter(), QWidget(), QWidget()
        beneath = QVBoxLayout(left)
        beneath.setContentsMargins(0, 0, GRID, 0)
        beneath.setSpacing(GRID)
        beneath.addWidget(self.columns, 1)
        beneath.addWidget(self.answer)
        self.answer.chosen.connect(self.answer_with)
        self.answer.names_agencies.connect(self.agencies_from_here)
        beside.setChildrenCollapsible(False)
        beside.setHandleWidth(1)
        for part in (left, self.rows):
            beside.addWidget(part)
        flow = FlowLayout(deeds)
        flow.setSpacing(GRID)
        for one in (self.take_button, self.save_button, self.use_button):
            flow.addWidget(one)
        self.column.addWidget(self.told)
        self.column.addWidget(beside, 1)
        self.column.addWidget(deeds)


def _answering(plan: OnlinePlan) -> list[tuple[str, Place | None]]:
    """The columns that may answer a question: all but those of agency and moment."""
    named = ("", plan.agency_column, plan.sent_column)
    return [column for column in plan.columns if column[0] not in named]


def _labels(office: Office, campaign: Campaign) -> dict[Place, Message]:
    from cbc_desktop.receiving.reception.online_columns import askable

    forms = (office.catalogue.form(campaign, form_id) for form_id in campaign.forms)
    return {place: label for form in forms for place, label in askable(form)}
