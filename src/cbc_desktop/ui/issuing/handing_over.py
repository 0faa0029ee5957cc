"""Fourth step: the package was sent or brought, which a person does and then writes down here."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.dossier.states import Action, permitted
from cbc_desktop.exporting.steps import Standing
from cbc_desktop.filling.typed_text import typed_day
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.issuing.step_panel import StepPanel
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID

_WIDTH = GRID * 20


class HandingOverStep(StepPanel):
    """Nothing is sent by the program."""

    def __init__(self, around: Surroundings, controller: DossierController, parent: QWidget | None = None) -> None:
        super().__init__(around.look, self.tr("7. Gửi đi"), parent)
        self._around, self._controller = around, controller
        self.day = LineEdit()
        self.day.setAccessibleName(self.tr("Ngày gửi"))
        self.day.setFixedWidth(_WIDTH)
        self.wrong = label("", Role.ERROR)
        self.wrong.hide()
        self.record_button = button(self.tr("Ghi nhận đã gử&i"), self.record, kind=Kind.PRIMARY)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for widget in (short_label(self.tr("Ngày gửi")), self.day, self.record_button):
            row.addWidget(widget)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.wrong)
        self.day.returnPressed.connect(self.record)

    def show_step(self, standing: Standing) -> None:
        revision = self._controller.dossier.stored.revision
        self.show_standing(standing, self._summary(standing))
        self.content.setVisible(Action.HAND_OVER in permitted(revision.state))
        if not self.day.hasFocus():
            self.day.setText(date_text(revision.facts.sent or self._around.office.clock.now().date()))

    def record(self) -> None:
        """The day is checked; the step is one of the dossier's states."""
        sent = typed_day(self.day.text())
        self.wrong.setVisible(sent is None)
        if sent is None:
            text = self.day.text().strip()
            self.wrong.setText(self.tr("“{text}” không phải là ngày. Hãy ghi như 25/3/2022.").format(text=text))
            return
        dossier, desk = self._controller.dossier, self._around.office.exporting

        def hand_over() -> None:
            desk.hand_over(dossier.dossier_id, sent)
            dossier.look_again()

        self._controller.step(hand_over)

    def _summary(self, standing: Standing) -> str:
        sent = self._controller.dossier.stored.revision.facts.sent
        if standing is Standing.DONE and sent is not None:
            return self.tr("Đã ghi nhận gửi ngày {date}.").format(date=date_text(sent))
        if standing is Standing.LATER:
            return self.tr("Sau khi đóng gói.")
        return self.tr(
            "Mở thư nháp trong chương trình thư của anh/chị rồi gửi, hoặc chép gói vào USB; sau đó ghi lại ngày gửi."
        )
