"""The page that takes an office's own table: file, sheet, headings and columns, with a look at what would come."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
)

from cbc_desktop.base.message import Message, Progress
from cbc_desktop.documents.excel.reading import SheetTexts, read_tables, table_file
from cbc_desktop.documents.excel.table_matching import Matching, headings
from cbc_desktop.engine.address import Address
from cbc_desktop.filling.old_tables import ConvertedSheet, converted
from cbc_desktop.filling.own_table import OwnTable, OwnTablePlan
from cbc_desktop.filling.pasting import paste
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.one_of import OneOf
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.kit.wrapping_choice import WrappingChoice
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.sheets.findings import FindingsList
from cbc_desktop.ui.sheets.matching_form import MatchingForm
from cbc_desktop.ui.sheets.page import SheetsPage
from cbc_desktop.ui.sheets.preview import Preview
from cbc_desktop.ui.theme.sizes import DOUBLE, HALF, QUESTION_WIDTH

READING = Message("Đang đọc {name}…", "Reading {name}…")
TAKEN = Message(
    "Đã lấy {rows} dòng từ {file} vào bảng. Ctrl+Z để hoàn tác.",
    "Took {rows} rows of {file} into the table. Ctrl+Z undoes it.",
)

_HEADINGS_AMONG = 40
"""The first rows, in which headings are looked for."""
_LONGEST_BEGINNING = 60


class OwnTablePage(SheetsPage):
    """Nothing changes before a person takes the rows."""

    def __init__(self, around: Surroundings, controller: DossierController, form_id: str, table: Address) -> None:
        super().__init__(
            around,
            controller,
            form_id,
            self.tr("Lấy từ Excel: {table}").format(table=self._title_of(controller, form_id, table)),
            self.tr(
                "Chọn tệp .xlsx hoặc .csv có bảng của cơ quan. Chương trình đoán cột nào ứng với câu hỏi nào; bạn sửa "
                "lại nếu cần rồi lấy các dòng vào bảng."
            ),
        )
        self._table, self._name = table, ""
        self._sheets: Sequence[ConvertedSheet] = ()
        self._plan: OwnTablePlan | None = None
        self.first = button(self.tr("&Chọn tệp…"), self._choose_file)
        self.sheet_box = OneOf(self.tr("Trang tính"))
        self.top, self.bottom = OneOf(self.tr("Dòng tiêu đề đầu tiên")), OneOf(self.tr("Dòng tiêu đề cuối cùng"))
        self.convert = WrappingChoice(QCheckBox(), "")
        self.convert.mark.setChecked(True)
        self.matching = MatchingForm(self._own.columns)
        self.preview = Preview(self.tr("Các dòng sẽ lấy"))
        self.findings = FindingsList(around.look)
        self.take_button = button("", self.take, kind=Kind.PRIMARY)
        self._lay_out()
        self._listen()

    @property
    def _own(self) -> OwnTable:
        return OwnTable(self.session, self._table)

    @property
    def _sheet(self) -> SheetTexts:
        chosen = self._sheets[self.sheet_box.currentIndex()]
        return chosen.sheet if self.convert.mark.isChecked() else chosen.original

    def read(self, path: Path) -> None:
        """Reads the file beside the window."""
        self._name = path.name
        self.run(lambda progress: _read(path, progress), self._show_file)

    def take(self) -> None:
        plan = self._plan
        if plan is None:
            return
        dossier = self.controller.dossier
        if self.controller.perform(self.form_id, lambda: paste(dossier, self.form_id, plan.paste)):
            self.controller.did.emit(TAKEN.filled(rows=len(plan.rows), file=self._name))
            self.closed.emit()

    # --- what is shown ---------------------------------------------------------------------------------------------

    def _choose_file(self) -> None:
        title, patterns = self.tr("Chọn tệp có bảng"), self.tr("Bảng (*.xlsx *.csv *.txt)")
        name, _ = QFileDialog.getOpenFileName(self, title, str(self.folder), patterns)
        if name:
            self.read(Path(name))

    def _show_file(self, sheets: Sequence[ConvertedSheet]) -> None:
        self._sheets = sheets
        likeliest = self._own.likeliest([one.sheet for one in sheets])
        self.sheet_box.show_entries([one.sheet.name for one in sheets], likeliest)
        self._show_sheet()
        self.settings.show()
        self.take_button.setFocus()

    def _show_sheet(self) -> None:
        """A sheet that was chosen: everything is guessed anew."""
        encodings = self._sheets[self.sheet_box.currentIndex()].encodings
        names = ", ".join(sorted({encoding.value for encoding in encodings.values()}))
        told = self.tr("Chuyển chữ từ {encoding} sang Unicode").format(encoding=names)
        self.convert.words.setText(told)
        self.convert.mark.setAccessibleName(told)
        self.convert.setVisible(bool(encodings))
        self._show_guess(self._own.guess(self._sheet))

    def _show_guess(self, guess: Matching) -> None:
        rows = [f"{number}: {_beginning(row)}" for number, row in enumerate(self._sheet.rows[:_HEADINGS_AMONG], 1)]
        self.top.show_entries(rows, guess.first)
        self.bottom.show_entries(rows, guess.behind - 1)
        self.matching.show_matching(self._headings(), guess.columns)
        self._show_plan()

    def _headings_moved(self) -> None:
        self.matching.show_matching(self._headings(), self.matching.columns())
        self._show_plan()

    def _headings(self) -> list[str]:
        return headings(self._sheet.rows, *self._heading_rows)

    @property
    def _heading_rows(self) -> tuple[int, int]:
        """From, and to before, counted from 0."""
        first = max(self.top.currentIndex(), 0)
        return first, max(self.bottom.currentIndex(), first) + 1

    def _show_plan(self) -> None:
        self._plan = self._own.plan(self._sheet, Matching(*self._heading_rows, self.matching.columns()))
        columns = [column for column in self._own.columns if column.question.path in self.matching.columns()]
        self.preview.show_rows(columns, self._plan.rows)
        self.findings.show_findings(self._plan.findings)
        self.take_button.setText(self.tr("&Lấy %n dòng vào bảng", "", len(self._plan.rows)))
        self.take_button.setEnabled(not self._plan.paste.is_empty)

    # --- parts -----------------------------------------------------------------------------------------------------

    @staticmethod
    def _title_of(controller: DossierController, form_id: str, table: Address) -> str:
        session = controller.dossier.form(form_id).session
        repeat = session.tree.repeat(table)
        return session.text(repeat.holder.definition.label or repeat.definition.label, repeat.holder)

    def _listen(self) -> None:
        self.sheet_box.activated.connect(lambda _: self._show_sheet())
        self.convert.mark.toggled.connect(lambda _: self._show_guess(self._own.guess(self._sheet)))
        self.top.activated.connect(lambda _: self._headings_moved())
        self.bottom.activated.connect(lambda _: self._headings_moved())
        self.matching.corrected.connect(self._show_plan)

    def _lay_out(self) -> None:
        self.settings = Panel(self.tr("Bảng trong tệp"))
        across = QGridLayout()
        across.setHorizontalSpacing(DOUBLE)
        across.setVerticalSpacing(HALF)
        titles = (self.tr("Trang tính"), self.tr("Tiêu đề từ dòng"), self.tr("đến dòng"))
        for column, (title, box) in enumerate(zip(titles, (self.sheet_box, self.top, self.bottom), strict=True)):
            across.addWidget(label(title, Role.SMALL), 0, column)
            across.addWidget(box, 1, column)
        self.settings.column.addLayout(across)
        self.settings.column.addWidget(self.convert)
        for part in (
            label(self.tr("Cột ứng với từng câu hỏi"), Role.HEADING),
            self.matching,
            label(self.tr("Xem trước"), Role.HEADING),
            self.preview,
            self.findings,
        ):
            self.settings.column.addWidget(part)
        self.settings.column.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.matching.setMaximumWidth(QUESTION_WIDTH)
        self.column.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.settings)
        self.column.addStretch(1)
        self.settings.hide()


def _beginning(row: Sequence[str]) -> str:
    """Enough to know a row by."""
    return " | ".join(dict.fromkeys(text for text in row if text))[:_LONGEST_BEGINNING]


def _read(path: Path, progress: Progress) -> Sequence[ConvertedSheet]:
    progress(READING.filled(name=path.name))
    return [converted(sheet) for sheet in read_tables(table_file(path), path.name)]
