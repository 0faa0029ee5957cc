"""What the document says besides the answers, before it is signed: parent agency, symbol, place, and who signs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QFormLayout, QWidget

from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.exporting.steps import Standing, Step, WayOut
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.issuing.profile_choice import ProfileChoice
from cbc_desktop.ui.issuing.step_panel import StepPanel
from cbc_desktop.ui.kit.labels import short_label
from cbc_desktop.ui.kit.line_edit import LineEdit
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
        self.parent_agency.setPlaceholderText(self.tr("nếu có; in phía trên tên cơ quan"))
        self.symbol.setPlaceholderText(self.tr("ví dụ: UBND-VX"))
        self.place.setPlaceholderText(self.tr("tên tỉnh, thành phố"))
        self._lay_out()
        self.profiles.wanted.connect(self._keep)
        for line in (self.parent_agency, self.symbol, self.place):
            line.left.connect(self._keep)
            line.returnPressed.connect(self._keep)

    def show_facts(self, out: WayOut) -> None:
        """Once the leader has signed, number and symbol are the clerk's step."""
        facts = self._controller.dossier.stored.revision.facts
        shown = (
            (self.parent_agency, facts.parent_agency),
            (self.symbol, facts.symbol),
            (self.place, facts.place),
        )
        for line, text in shown:
            if not line.hasFocus():
                line.setText(text)
        self.profiles.show_profiles()
        signed = out.standing(Step.SIGN) is Standing.DONE
        complete = signed or bool(facts.symbol and facts.place)
        to_do = self.tr("Số và ngày không ghi ở đây: văn thư cấp sau khi lãnh đạo ký.")
        standing = Standing.DONE if complete else Standing.NOW
        self.show_standing(standing, self._said(facts) if signed else to_do)
        self.content.setVisible(not signed)

    def _said(self, facts: IssueFacts) -> str:
        words = ((self.tr("Ký hiệu: {text}"), facts.symbol), (self.tr("Địa danh: {text}"), facts.place))
        return " · ".join(phrase.format(text=text) for phrase, text in words if text)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(DOUBLE)
        form.setVerticalSpacing(GRID)
        rows = (
            (self.tr("Cơ quan chủ quản"), self.parent_agency),
            (self.tr("Ký hiệu"), self.symbol),
            (self.tr("Địa danh"), self.place),
        )
        for title, line in rows:
            line.setFixedWidth(_WIDTH)
            line.setAccessibleName(title)
            form.addRow(short_label(title), line)
        self.body.addWidget(self.profiles)
        self.body.addLayout(form)

    def _keep(self) -> None:
        before = self._controller.dossier.stored.revision.facts
        after = replace(
            before,
            symbol=self.symbol.text().strip(),
            place=self.place.text().strip(),
            parent_agency=self.parent_agency.text().strip(),
        )
        if after != before:
            self._controller.step(self._verb(after))

    def _verb(self, facts: IssueFacts) -> Callable[[], None]:
        return lambda: self._controller.dossier.set_facts(facts)
