"""Third step: preview, sign and pack; what was written is listed, and read back before it is called done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QFileDialog, QFormLayout, QHBoxLayout, QWidget

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.dossier.states import State
from cbc_desktop.exporting.exported import ExportPlan, ExportResult
from cbc_desktop.exporting.steps import Standing, may_export
from cbc_desktop.signing.key_sources import Pkcs12Source
from cbc_desktop.signing.secret import Secret
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.issuing.certificate import CertificateChoice
from cbc_desktop.ui.issuing.document_choice import DocumentChoice
from cbc_desktop.ui.issuing.files import FileLines
from cbc_desktop.ui.issuing.step_panel import StepPanel
from cbc_desktop.ui.issuing.trial import TrialCertificate
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.elided import ElidedLabel
from cbc_desktop.ui.kit.folders import documents_folder
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.kit.message_bar import MessageBar, Tone
from cbc_desktop.ui.preview.making import of_document, of_file
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

Progress = Callable[[Message], None]
T = TypeVar("T")


class ExportingStep(StepPanel):
    """The work runs beside the window and can be stopped; a certificate's passphrase is used once and forgotten."""

    def __init__(self, around: Surroundings, controller: DossierController, parent: QWidget | None = None) -> None:
        super().__init__(around.look, self.tr("3. Xem trước, ký và đóng gói"), parent)
        self._around, self._controller = around, controller
        self.messages = MessageBar()
        self.cautions = label("", Role.WARNING)
        self.document = DocumentChoice(around.look, controller)
        self.certificate = CertificateChoice(around.preferences)
        self.trial = TrialCertificate(around, controller)
        self.folder_name = ElidedLabel()
        self.folder_button = button(self.tr("Chọn t&hư mục…"), self._choose_folder)
        self.preview_button = button(self.tr("Xem trước &văn bản"), self.preview)
        self.export_button = button(self.tr("&Ký và đóng gói"), self.export, kind=Kind.PRIMARY)
        self.again_button = button(self.tr("Ký và đóng gói &lại…"), self._begin_again)
        self.files = FileLines(around)
        self._lay_out()
        self._listen()

    @property
    def folder(self) -> Path:
        return self._around.preferences.export_folder or documents_folder()

    def show_step(self, standing: Standing) -> None:
        dossier = self._controller.dossier
        state = dossier.stored.revision.state
        self.show_standing(standing, self._summary(standing), opened=standing is not Standing.LATER)
        self._show_documents(possible=may_export(state))
        self._show_inputs(wanted=standing is Standing.NOW and may_export(state))
        self.again_button.setVisible(standing is Standing.DONE and may_export(state))
        self.preview_button.setVisible(state is not State.DRAFT)
        exported = None if standing is Standing.LATER else self._around.office.exporting.last_export(dossier.dossier_id)
        self.files.show_files(exported)
        self.folder_name.setText(str(self.folder))

    def preview(self) -> None:
        """The document as it will be signed; nothing is written."""
        self.messages.clear()
        self._controller.leave()
        self._controller.preview_wanted.emit(of_document(self._around.office, self._controller))

    def export(self) -> None:
        """Signs and packs; the files appear together or not at all."""
        path = self.certificate.path
        if path is None:
            self.messages.say(self.tr("Hãy chọn tệp chứng thư để ký."), Tone.WARNING)
            self.certificate.choose_button.setFocus()
            return
        self._run(self._signing(path, self.certificate.take_passphrase()), self._exported)

    def _signing(self, path: Path, passphrase: str) -> Callable[[Progress], ExportResult]:
        plan, desk, clock = self._plan(), self._around.office.exporting, self._around.office.clock
        secret = Secret.typed(passphrase)

        def work(progress: Progress) -> ExportResult:
            from cbc_desktop.signing.opening import open_signer  # not loaded before a person signs

            with open_signer(Pkcs12Source(path), secret, now=clock.now(), progress=progress) as signer:
                return desk.export(plan, signer, progress)

        return work

    def _plan(self) -> ExportPlan:
        dossier_id = self._controller.dossier.dossier_id
        return self._around.office.exporting.plan(dossier_id, self.folder, self.document.chosen)

    def _run(self, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        self.messages.clear()
        if not self._controller.leave():
            return
        stopped = self.tr("Đã dừng theo yêu cầu; chưa có tệp nào được ghi.")
        started = self._around.tasks.run(
            self,
            work,
            done=done,
            failed=self._tell,
            cancelled=lambda: self.messages.say(stopped, Tone.INFO),
        )
        if not started:
            self.messages.say(self.tr("Đang có việc khác chạy. Hãy chờ việc đó xong."), Tone.INFO)

    def _exported(self, result: ExportResult) -> None:
        self._controller.step(self._controller.dossier.look_again)
        told = self.tr("Đã ký, đóng gói, đọc lại và đối chiếu: gói đúng với hồ sơ.")
        if result.set_aside:
            names = ", ".join(path.name for path in result.set_aside)
            told = self.tr("{told} Tệp cũ cùng tên được giữ lại: {names}.").format(told=told, names=names)
        self.messages.say(told, Tone.DONE)

    def _tell(self, error: UserFacingError) -> None:
        self.messages.say(self._around.look.text(error.message), Tone.ERROR)
        if self.certificate.isVisible():
            self.certificate.passphrase.setFocus()

    # --- what is shown ---------------------------------------------------------------------------------------------

    def _summary(self, standing: Standing) -> str:
        if standing is Standing.LATER:
            return self.tr("Sau khi chốt số liệu.")
        if standing is Standing.DONE:
            return self.tr("Đã ký và đóng gói.")
        return self.tr("Văn bản PDF được ký số rồi đóng gói cùng sổ tính Excel và thư nháp.")

    def _show_inputs(self, *, wanted: bool) -> None:
        """What it takes to sign; once it is done, a person asks for it again."""
        for widget in (self._inputs, self.export_button):
            widget.setVisible(wanted)
        self.cautions.hide()
        if wanted:
            self._show_cautions()

    def _show_documents(self, *, possible: bool) -> None:
        if not possible:
            self.document.forget()
            return
        desk, dossier_id = self._around.office.exporting, self._controller.dossier.dossier_id
        self.document.show_documents(desk.plan(dossier_id, self.folder).documents)

    def _begin_again(self) -> None:
        self.again_button.hide()
        self._show_inputs(wanted=True)
        self.certificate.choose_button.setFocus()

    def _show_cautions(self) -> None:
        found = self._plan().findings()
        self.cautions.setText("\n".join(self._around.look.text(finding.message) for finding in found))
        self.cautions.setVisible(bool(found))

    def _choose_folder(self) -> None:
        title = self.folder_button.text().replace("&", "")
        name = QFileDialog.getExistingDirectory(self, title, str(self.folder))
        if name:
            self.use_folder(Path(name))

    def use_folder(self, folder: Path) -> None:
        """Where the files go, this time and the next."""
        self._around.preferences.export_folder = folder
        self.folder_name.setText(str(folder))

    def _listen(self) -> None:
        self.files.preview_wanted.connect(lambda path: self._controller.preview_wanted.emit(of_file(path)))
        self.certificate.trial_wanted.connect(self.trial.begin)
        self.certificate.passphrase.returnPressed.connect(self.export)
        self.trial.made.connect(self.certificate.use)
        self.trial.refused.connect(self._tell)
        for widget in (self.preview_button, self.export_button):
            self._around.tasks.busy.connect(widget.setDisabled)

    def _lay_out(self) -> None:
        self._inputs = QWidget()
        form = QFormLayout(self._inputs)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(DOUBLE)
        form.setVerticalSpacing(GRID)
        folder = QHBoxLayout()
        folder.setSpacing(GRID)
        folder.addWidget(self.folder_button)
        folder.addWidget(self.folder_name, 1)
        form.addRow(self.certificate)
        form.addRow(self.trial)
        form.addRow(short_label(self.tr("Ghi vào")), folder)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for widget in (self.export_button, self.preview_button, self.again_button):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        self.body.addWidget(self.messages)
        self.body.addWidget(self.files)
        self.body.addWidget(self.document)
        self.body.addWidget(self._inputs)
        self.body.addLayout(buttons)
        self.body.addWidget(self.cautions)  # below: buttons must not move when a caution has been met
