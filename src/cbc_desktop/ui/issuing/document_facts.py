"""What the document says besides the answers: head, symbol and place now, number and date when the clerk has them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QFormLayout, QWidget

from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.filling.typed_text import typed_day
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.issuing.profile_choice import ProfileChoice
from cbc_desktop.ui.issuing.step_panel import StepPanel
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.kit.marks import Mark
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

_WIDTH = GRID * 30


class DocumentFacts(StepPanel):
    """Kept when a line is left; possible in every state, for they are no answers."""

    def __init__(self, around: Surroundings, controller: DossierController, parent: QWidget | None = None) -> None:
        super().__init__(around.look, self.tr("2. Thông tin của văn bản"), parent)
        self._controller = controller
        self.profiles = ProfileChoice(around, controller)
        self.parent_agency, self.symbol, self.place = LineEdit(), LineEdit(), LineEdit()
        self.number, self.date = LineEdit(), LineEdit()
        self.wrong = label("", Role.ERROR)
        self.parent_agency.setPlaceholderText(self.tr("nếu có; in phía trên tên cơ quan"))
        self.symbol.setPlaceholderText(self.tr("ví dụ: UBND-VX"))
        self.place.setPlaceholderText(self.tr("tên tỉnh, thành phố"))
        self.date.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self._lay_out()
        self.profiles.wanted.connect(self._keep)
        for line in (self.parent_agency, self.symbol, self.place, self.number, self.date):
            line.left.connect(self._keep)
            line.returnPressed.connect(self._keep)

    def show_facts(self) -> None:
        facts = self._controller.dossier.stored.revision.facts
        shown = (
            (self.parent_agency, facts.parent_agency),
            (self.symbol, facts.symbol),
            (self.place, facts.place),
            (self.number, facts.number),
            (self.date, date_text(facts.date) if facts.date else ""),
        )
        for line, text in shown:
            if not line.hasFocus():
                line.setText(text)
        self.profiles.show_profiles()
        self.mark.show_mark(Mark.DONE if facts.symbol and facts.place else Mark.UNANSWERED)
        self.summary.setText(
            self.tr("Số và ngày do văn thư ghi sau khi lãnh đạo ký; để trống nếu chưa có, văn bản chừa chỗ để điền.")
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(DOUBLE)
        form.setVerticalSpacing(GRID)
        rows = (
            (self.tr("Cơ quan chủ quản"), self.parent_agency),
            (self.tr("Ký hiệu"), self.symbol),
            (self.tr("Địa danh"), self.place),
            (self.tr("Số văn bản"), self.number),
            (self.tr("Ngày ban hành"), self.date),
        )
        for title, line in rows:
            line.setFixedWidth(_WIDTH)
            line.setAccessibleName(title)
            form.addRow(short_label(title), line)
        self.body.addWidget(self.profiles)
        self.body.addLayout(form)
        self.body.addWidget(self.wrong)
        self.wrong.hide()

    def _keep(self) -> None:
        before = self._controller.dossier.stored.revision.facts
        day = self._day()
        if isinstance(day, str):
            self.wrong.setText(day)
            self.wrong.show()
            return
        self.wrong.hide()
        after = replace(
            before,
            number=self.number.text().strip(),
            symbol=self.symbol.text().strip(),
            place=self.place.text().strip(),
            parent_agency=self.parent_agency.text().strip(),
            date=day,
        )
        if after != before:
            self._controller.step(self._verb(after))

    def _verb(self, facts: IssueFacts) -> Callable[[], None]:
        return lambda: self._controller.dossier.set_facts(facts)

    def _day(self) -> date | str | None:
        """The day that was typed, None for nothing, or what is wrong with it."""
        text = self.date.text().strip()
        if not text:
            return None
        return typed_day(text) or self.tr("“{text}” không phải là ngày. Hãy ghi như 25/3/2022.").format(text=text)
