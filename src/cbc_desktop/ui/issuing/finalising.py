"""First step: the figures are finalised, of all forms or of some, once nothing is in the way."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.exporting.official_document import documents_of
from cbc_desktop.exporting.steps import Standing
from cbc_desktop.filling.lateness import lateness
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.issuing.document_choice import DocumentChoice
from cbc_desktop.ui.issuing.step_panel import StepPanel
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.preview.making import of_document
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID


class FinalisingStep(StepPanel):
    """``review_wanted``: something is in the way, the list please."""

    review_wanted = Signal()

    def __init__(self, around: Surroundings, controller: DossierController, parent: QWidget | None = None) -> None:
        super().__init__(around.look, self.tr("1. Chốt số liệu"), parent)
        self._around, self._look, self._controller = around, around.look, controller
        self.boxes: dict[str, QCheckBox] = {}
        self.in_the_way = label("", Role.ERROR)
        self.late = label(
            self.tr("Hạn gửi đã qua mà chưa nêu lý do chậm; chốt rồi thì không nêu được nữa."), Role.WARNING
        )
        self.lost = label("", Role.ERROR)
        self.leave_out = QCheckBox(self.tr("Đúng, bỏ hẳn khỏi bản mới"))
        self.leave_out.toggled.connect(self._show_what_is_in_the_way)
        self.review_button = button(self.tr("Xem những mục cần &sửa"), self.review_wanted.emit)
        self.finalise_button = button(self.tr("&Chốt số liệu"), self.finalise, kind=Kind.PRIMARY)
        self.preview_button = button(self.tr("Xem trước bản dự t&hảo"), self.preview)
        self.document = DocumentChoice(around.look, controller)
        self._lay_out()

    def show_step(self, standing: Standing) -> None:
        draft = self._controller.editable
        self.show_standing(standing, self._summary(draft=draft))
        if draft:
            self._show_what_is_in_the_way()
            self._show_documents()

    def finalise(self) -> None:
        """The chosen forms; refused with what is in the way."""
        chosen = self._chosen()
        leaving_out = self.leave_out.isChecked()
        self._controller.step(lambda: self._controller.dossier.finalise(chosen, leaving_out=leaving_out))

    def preview(self) -> None:
        """The chosen forms as a document, marked as a draft; nothing is finalised."""
        self._controller.leave()
        self._controller.preview_wanted.emit(of_document(self._around.office, self._controller, self._chosen()))

    def _lay_out(self) -> None:
        dossier, look = self._controller.dossier, self._look
        signatory = dossier.campaign.cover.signatory.form
        if len(dossier.forms) > 1:
            self.body.addWidget(label(self.tr("Gửi những biểu mẫu nào trong lần này:")))
        for form_id, filling in dossier.forms.items():
            box = self.boxes[form_id] = QCheckBox(look.text(dossier.campaign.form_title(filling.session.definition)))
            box.setChecked(True)
            box.setEnabled(form_id != signatory)
            box.toggled.connect(self._show_what_is_in_the_way)
            box.toggled.connect(self._show_documents)
            if form_id == signatory:
                box.setToolTip(self.tr("Biểu mẫu này có phần người ký nên luôn được gửi"))
            self.body.addWidget(box)
            box.setVisible(len(dossier.forms) > 1)
        buttons = FlowLayout()
        buttons.setSpacing(GRID)
        for widget in (self.finalise_button, self.preview_button, self.review_button):
            buttons.addWidget(widget)
        for line in (self.in_the_way, self.late, self.lost, self.leave_out, self.document):
            self.body.addWidget(line)
        self.body.addLayout(buttons)

    def _chosen(self) -> list[str]:
        return [form_id for form_id, box in self.boxes.items() if box.isChecked()]

    def _show_documents(self) -> None:
        """Those that the answers make as they stand."""
        dossier = self._controller.dossier
        self.document.show_documents(documents_of(dossier.as_if_finalised(self._chosen()), dossier.campaign))

    def _show_what_is_in_the_way(self) -> None:
        count = len(self._controller.dossier.review(self._chosen()).in_the_way)
        self.in_the_way.setText(self.tr("Còn %n mục phải sửa hoặc giải trình trước khi chốt.", "", count))
        self.in_the_way.setVisible(bool(count))
        late = lateness(self._controller.dossier, self._around.office.clock.now().date())
        unexplained = late is not None and late.address is not None and not late.settled
        self.late.setVisible(unexplained)
        self.review_button.setVisible(bool(count) or unexplained)
        meant = not self._ask_about_lost_forms() or self.leave_out.isChecked()
        self.finalise_button.setEnabled(not count and meant)

    def _ask_about_lost_forms(self) -> bool:
        """Whether a form that was sent before would not be sent again."""
        dossier = self._controller.dossier
        titles = [self.boxes[form_id].text() for form_id in dossier.left_out(self._chosen())]
        self.lost.setText(
            self.tr(
                "Bản gửi lần trước có {forms}. Bản mới thay thế cả bản đó, nên nơi nhận sẽ không còn số liệu này."
            ).format(forms=", ".join(f"“{title}”" for title in titles))
        )
        for line in (self.lost, self.leave_out):
            line.setVisible(bool(titles))
        return bool(titles)

    def _summary(self, *, draft: bool) -> str:
        revision = self._controller.dossier.stored.revision
        if draft:
            return self.tr("Chốt rồi thì câu trả lời không sửa được nữa; khi cần sửa có thể mở lại thành lần sau.")
        at = revision.finalised_at
        assert at is not None, "a revision that is no draft was finalised"
        return self.tr("Đã chốt lần {number}, {time} ngày {date}. Mã nội dung: {digest}.").format(
            number=revision.number,
            time=f"{at:%H:%M}",
            date=date_text(at.date()),
            digest=str(revision.content_digest)[:16],
        )
