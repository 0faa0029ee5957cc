"""The clerk gives number and date, filled into the document behind the leader's signature."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QHBoxLayout

from cbc_desktop.base.message import Message, Progress
from cbc_desktop.documents.typed_text import typed_day
from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.exporting.steps import Standing, Step, WayOut
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.issuing.document_step import DocumentStep
from cbc_desktop.ui.issuing.key_entry import WIDTH
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

if TYPE_CHECKING:
    from cbc_desktop.dossier.revision import IssueFacts

FILLING = Message("Đang điền số, ngày vào văn bản…", "Filling number and date into the document…")
FILLED = Message(
    "Đã điền vào văn bản; chữ ký của lãnh đạo vẫn nguyên vẹn. Sửa lại được cho đến khi đóng dấu.",
    "Filled into the document; the leader's signature is intact. It can be corrected until the seal.",
)


class NumberingStep(DocumentStep):
    """Today is offered as the date; all of it may be corrected until the document is sealed."""

    step = Step.NUMBER

    def __init__(self, around: Surroundings, controller: DossierController) -> None:
        super().__init__(around, controller, self.tr("4. Số, ngày"))
        self.number, self.symbol, self.place, self.date = LineEdit(), LineEdit(), LineEdit(), LineEdit()
        self.date.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self.wrong = label("", Role.ERROR)
        self.wrong.hide()
        self.fill_button = button(self.tr("Điề&n vào văn bản"), self.fill, kind=Kind.PRIMARY)
        self._lay_out()
        around.tasks.busy.connect(self.fill_button.setDisabled)

    def again(self, standing: Standing) -> str:
        return self.tr("Sửa số, ngà&y…") if standing is Standing.DONE else self.tr("Cấp số ở đâ&y…")

    def to_do(self, standing: Standing) -> str:
        return {
            Standing.LATER: self.tr("Sau khi lãnh đạo ký."),
            Standing.SKIPPED: self.tr("Làm ở nơi khác."),
        }.get(standing, self.tr("Văn thư cấp số và ghi ngày ban hành; chữ ký của lãnh đạo không bị ảnh hưởng."))

    def show_work(self, out: WayOut) -> None:
        facts = self._controller.dossier.stored.revision.facts
        day = facts.date or self._around.office.clock.now().date()
        shown = (
            (self.number, facts.number),
            (self.symbol, facts.symbol),
            (self.place, facts.place),
            (self.date, date_text(day)),
        )
        for line, text in shown:
            if not line.hasFocus():
                line.setText(text)

    def take_keyboard(self) -> None:
        self.number.setFocus()

    def fill(self) -> None:
        """Number and date are checked first; the wrong one gets the keyboard."""
        facts = self._facts()
        if isinstance(facts, str):
            self.wrong.setText(facts)
        self.wrong.setVisible(isinstance(facts, str))
        if isinstance(facts, str):
            return
        self.begun.emit()
        desk, dossier_id, given = self.desk, self.dossier_id, facts

        def work(progress: Progress) -> None:
            progress(FILLING)
            desk.number(dossier_id, given)

        self.work.run(work, self._filled)

    def _filled(self, _: None) -> None:
        self.work.moved_on()
        self.work.say(FILLED, Tone.DONE)

    def _facts(self) -> IssueFacts | str:
        """What was typed, or what is wrong with it."""
        number, day = self.number.text().strip(), typed_day(self.date.text())
        if not number:
            self.number.setFocus()
            return self.tr("Hãy ghi số văn bản.")
        if day is None:
            self.date.setFocus()
            text = self.date.text().strip()
            return self.tr("“{text}” không phải là ngày. Hãy ghi như 25/3/2022.").format(text=text)
        known = self._controller.dossier.stored.revision.facts
        return replace(
            known, number=number, symbol=self.symbol.text().strip(), place=self.place.text().strip(), date=day
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(DOUBLE)
        form.setVerticalSpacing(GRID)
        rows = (
            (self.tr("Số văn bản"), self.number),
            (self.tr("Ký hiệu"), self.symbol),
            (self.tr("Địa danh"), self.place),
            (self.tr("Ngày ban hành"), self.date),
        )
        for title, line in rows:
            line.setFixedWidth(WIDTH)
            line.setAccessibleName(title)
            line.returnPressed.connect(self.fill)
            form.addRow(short_label(title), line)
        buttons = QHBoxLayout()
        buttons.addWidget(self.fill_button)
        buttons.addStretch(1)
        self.body.addLayout(form)
        self.body.addWidget(self.wrong)
        self.body.addLayout(buttons)
