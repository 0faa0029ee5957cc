"""The package is sent or brought, which a person does: by an e-mail draft or on a stick; then it is written down."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QWidget

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.documents.typed_text import typed_day
from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.exporting.deeds import words_of
from cbc_desktop.exporting.steps import Standing, Step, WayOut
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.issuing.deed_words import deed_sentence
from cbc_desktop.ui.issuing.step_panel import StepPanel
from cbc_desktop.ui.issuing.step_work import StepWork
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.kit.system_open import open_with_system
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID

if TYPE_CHECKING:
    from cbc_desktop.exporting.handing_off import CopiedOut
    from cbc_desktop.exporting.issue_limits import IssueLimits

_WIDTH = GRID * 20
KEPT_THERE = Message(
    "Tệp cùng tên đã có ở đó được giữ lại dưới tên khác: {names}.",
    "Files of the same names were there; they are kept under other names: {names}.",
)
COPYING = Message("Đang chép và đọc lại…", "Copying and reading back…")
COPIED = Message(
    "Đã chép gói, văn bản và sổ tính vào {folder}, đọc lại đúng như bản gốc.",
    "Package, document and workbook were copied to {folder}; they read back as the originals.",
)
WORDS_COPIED = Message(
    "Lời thư đã ở trong bộ nhớ tạm: dán vào thư mới (Ctrl+V) rồi kèm gói {name}.",
    "The words of the e-mail are on the clipboard: paste them into a new one (Ctrl+V) and attach {name}.",
)


class HandingOverStep(StepPanel):
    """Nothing is sent by the program."""

    def __init__(self, around: Surroundings, controller: DossierController) -> None:
        super().__init__(around.look, self.tr("7. Gửi đi"))
        self._around, self._controller = around, controller
        self.work = StepWork(around, controller, self)
        self.mail_button = button(self.tr("Mở t&hư nháp"), self.open_mail)
        self.words_button = button(self.tr("&Chép lời thư"), self.copy_words)
        self.stick_button = button(self.tr("Chép vào &USB…"), self._choose_stick)
        self.cautions, self.done_with_it = label("", Role.WARNING), label("", Role.SMALL)
        self.day = LineEdit()
        self.day.setAccessibleName(self.tr("Ngày gửi"))
        self.day.setFixedWidth(_WIDTH)
        self.wrong, self.doubts = label("", Role.ERROR), label("", Role.WARNING)
        self.wrong.hide()
        self._limits: IssueLimits | None = None
        self.record_button = button(self.tr("Ghi nhận đã gử&i"), self.record, kind=Kind.PRIMARY)
        self._lay_out()
        self.day.returnPressed.connect(self.record)
        self.day.textChanged.connect(self._show_doubts)
        around.tasks.busy.connect(self.stick_button.setDisabled)

    def show_step(self, out: WayOut) -> None:
        revision, standing = self._controller.dossier.stored.revision, out.standing(Step.HAND_OVER)
        self.show_standing(standing, self._summary(standing))
        possible = bool(out.possible(Step.HAND_OVER)) and standing is not Standing.LATER
        self.content.setVisible(possible)
        if possible:
            self._show_ways(out)
        if not self.day.hasFocus():
            self.day.setText(date_text(revision.facts.sent or self._around.office.clock.now().date()))
        self._limits = self._around.office.issuing.limits(self._controller.dossier.dossier_id) if possible else None
        self._show_doubts()

    def open_mail(self) -> None:
        """In the system's program for mail; its words are in it, and the package."""
        desk, dossier_id = self._around.office.handing_off, self._controller.dossier.dossier_id
        files = self._around.office.exporting.last_export(dossier_id)
        if files is None:
            return
        open_with_system(files.mail, lambda trouble: self.work.say(trouble, Tone.WARNING))
        self._controller.step(lambda: desk.opened_mail(dossier_id))

    def copy_words(self) -> None:
        """For mail in a browser, which opens no draft."""
        desk, dossier_id = self._around.office.handing_off, self._controller.dossier.dossier_id
        files = self._around.office.exporting.last_export(dossier_id)
        if files is not None:
            QApplication.clipboard().setText(desk.words(dossier_id).text)
            self.work.say(WORDS_COPIED.filled(name=files.package.name), Tone.DONE)

    def copy_to(self, folder: Path) -> None:
        """Document, workbook and package, read back from there."""
        desk, dossier_id = self._around.office.handing_off, self._controller.dossier.dossier_id

        def work(progress: Progress) -> CopiedOut:
            progress(COPYING)
            return desk.copy_out(dossier_id, folder)

        self.work.run(work, lambda copied: self._copied(folder, copied))

    def record(self) -> None:
        """The day is checked; the step is one of the dossier's states."""
        sent = typed_day(self.day.text())
        self.wrong.setVisible(sent is None)
        if sent is None:
            text = self.day.text().strip()
            self.wrong.setText(self.tr("“{text}” không phải là ngày. Hãy ghi như 25/03/2022.").format(text=text))
            return
        dossier, desk = self._controller.dossier, self._around.office.exporting

        def hand_over() -> None:
            desk.hand_over(dossier.dossier_id, sent)
            dossier.look_again()

        self._controller.step(hand_over)

    # --- what is shown ---------------------------------------------------------------------------------------------

    def _show_ways(self, out: WayOut) -> None:
        try:
            findings = self._around.office.handing_off.findings(self._controller.dossier.dossier_id)
            cautions, here = [finding.message for finding in findings], True
        except UserFacingError as error:  # packed on another computer: there are no files here to send
            cautions, here = [error.message], False
        self.cautions.setText("\n".join(map(self._around.look.text, cautions)))
        self.cautions.setVisible(bool(cautions))
        for way in (self.mail_button, self.words_button, self.stick_button):
            way.setVisible(here)
        handed_off = ((entry, words_of(entry)) for entry in out.handed_off)
        told = [deed_sentence(entry, what, self._around.look) for entry, what in handed_off if what is not None]
        self.done_with_it.setText("\n".join(told))
        self.done_with_it.setVisible(bool(told))

    def _show_doubts(self) -> None:
        """While one types; the day can be written down all the same."""
        sent = typed_day(self.day.text())
        doubts = self._limits.doubts_of_sending(sent) if self._limits is not None and sent is not None else ()
        self.doubts.setText("\n".join(map(self._around.look.text, doubts)))
        self.doubts.setVisible(bool(doubts))

    def _summary(self, standing: Standing) -> str:
        sent = self._controller.dossier.stored.revision.facts.sent
        if standing is Standing.DONE and sent is not None:
            return self.tr("Đã ghi nhận gửi ngày {date}.").format(date=date_text(sent))
        if standing is Standing.DONE:
            return self.tr("Nơi nhận đã trả lời nên văn bản đã tới nơi; ngày gửi không được ghi lại.")
        if standing is Standing.LATER:
            return self.tr("Sau khi đóng gói.")
        return self.tr("Gửi bằng chương trình thư của anh/chị, hoặc chép gói vào USB; sau đó ghi lại ngày gửi.")

    def _choose_stick(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Chọn USB hoặc thư mục để chép gói vào"), str(Path.home())
        )
        if name:
            self.copy_to(Path(name))

    def _copied(self, folder: Path, copied: CopiedOut) -> None:
        self._controller.step(self._controller.dossier.look_again)
        aside = ", ".join(path.name for path in copied.set_aside)
        self.work.say_with_warnings(COPIED.filled(folder=folder), *([KEPT_THERE.filled(names=aside)] if aside else []))

    def _lay_out(self) -> None:
        ways = FlowLayout()
        ways.setSpacing(GRID)
        for way in (self.mail_button, self.words_button, self.stick_button):
            ways.addWidget(way)
        recording = QWidget()
        row = QHBoxLayout(recording)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for widget in (short_label(self.tr("Ngày gửi")), self.day, self.record_button):
            row.addWidget(widget)
        row.addStretch(1)
        self.body.addWidget(self.cautions)
        self.body.addLayout(ways)
        for part in (self.done_with_it, recording, self.wrong, self.doubts):
            self.body.addWidget(part)
