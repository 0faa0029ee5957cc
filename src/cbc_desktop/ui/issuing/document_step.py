"""What the steps that make the next file of the document have in common: work, decisions, and looking at the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.exporting.deeds import words_of
from cbc_desktop.exporting.steps import Standing, Step, WayOut
from cbc_desktop.signing.services import Services
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.issuing.decision import Decision
from cbc_desktop.ui.issuing.deed_words import deed_sentence
from cbc_desktop.ui.issuing.step_panel import StepPanel
from cbc_desktop.ui.issuing.step_work import StepWork
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.folders import documents_folder
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.kit.system_open import open_with_system
from cbc_desktop.ui.preview.making import of_content
from cbc_desktop.ui.rooms import Surroundings

if TYPE_CHECKING:
    from cbc_desktop.exporting.elsewhere_desk import ElsewhereDesk
    from cbc_desktop.exporting.exported import ExportPlan
    from cbc_desktop.exporting.issuing_desk import IssuingDesk
    from cbc_desktop.exporting.preview import Preview
    from cbc_desktop.exporting.taking_back import TakenBack

WRITTEN = Message("Đã ghi văn bản: {path}", "The document was written: {path}")


class DocumentStep(StepPanel):
    """``step`` of the way out; whoever makes the document's present file shows it and saves it."""

    step: Step

    def __init__(self, around: Surroundings, controller: DossierController, title: str) -> None:
        super().__init__(around.look, title)
        self._around, self._controller = around, controller
        self.work = StepWork(around, controller, self)
        self._decision = Decision(around.look, self, self.work)
        self.see_button = button(self.tr("Xem văn &bản hiện tại"), self.see, kind=Kind.LINK)
        self.save_button = button(self.tr("Lưu ra tệp…"), self._ask_where, kind=Kind.LINK)
        for link in (self.see_button, self.save_button):
            self.links.addWidget(link)
            link.hide()
        self.opened.connect(self._begin_again)

    def show_step(self, out: WayOut, *, present: bool) -> None:
        """``present``: this step made the document as it is now."""
        for link in (self.see_button, self.save_button):
            link.setVisible(present)
        self._out, standing = out, out.standing(self.step)
        possible = self.may_again(out) and standing is not Standing.NOW
        again = self.again(standing) if possible else ""
        self.show_standing(standing, self._summary(out, standing), again=again)
        if self.at_work:
            self.show_work(out)

    def may_again(self, out: WayOut) -> bool:
        """Whether there is something to do in it out of turn."""
        return bool(out.possible(self.step))

    def again(self, standing: Standing) -> str:
        """The words of doing the step out of turn."""
        raise NotImplementedError

    def to_do(self, standing: Standing) -> str:
        """What there is to do, when it will be its turn, or why it was left out."""
        raise NotImplementedError

    def show_work(self, out: WayOut) -> None:
        """What it takes to do the step, as the dossier stands now."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        """To where a person begins."""
        raise NotImplementedError

    def _begin_again(self) -> None:
        self.show_work(self._out)
        self.take_keyboard()

    # --- the document as it is now ---------------------------------------------------------------------------------

    def see(self) -> None:
        desk, dossier_id = self.desk, self.dossier_id

        def work(progress: Progress) -> Preview:
            file = desk.documents.document(dossier_id)
            return of_content(file.content, Path(file.name).stem)(progress)

        self._controller.preview_wanted.emit(work)

    def save_to(self, path: Path) -> None:
        desk, dossier_id = self.desk, self.dossier_id

        def work(_: Progress) -> Path:
            write_atomically(path, desk.documents.document(dossier_id).content, private=False)
            return path

        self.work.run(work, lambda written: self.work.say(WRITTEN.filled(path=written), Tone.DONE))

    def show_returned(self, taken: TakenBack) -> None:
        """The pages of a file that came back."""
        self._controller.preview_wanted.emit(of_content(taken.content, self.tr("nhan-lai")))

    def open_files(self, paths: tuple[Path, ...]) -> None:
        """Scans, in the system's program for pictures."""
        for path in paths:
            open_with_system(path, self._around.routes.trouble.emit)

    @property
    def desk(self) -> IssuingDesk:
        return self._around.office.issuing

    @property
    def elsewhere_desk(self) -> ElsewhereDesk:
        return self._around.office.elsewhere

    @property
    def services(self) -> Services:
        """On the network, as far as a person switched them on."""
        return self._around.office.trust.own.services()

    @property
    def dossier_id(self) -> str:
        return self._controller.dossier.dossier_id

    def plan(self) -> ExportPlan:
        """Of the document that was begun, for the folder that was chosen."""
        return self.desk.documents.plan(self.dossier_id, self.folder)

    @property
    def folder(self) -> Path:
        return self._around.preferences.export_folder or documents_folder()

    def _summary(self, out: WayOut, standing: Standing) -> str:
        deed = out.deed(self.step)
        what = words_of(deed, signed=Step.SIGN in out.deeds) if deed is not None else None
        if standing is not Standing.DONE or deed is None or what is None:
            return self.to_do(standing)
        return deed_sentence(deed, what, self._around.look)

    def _ask_where(self) -> None:
        proposed = self.folder / f"{self._around.office.exporting.plan(self.dossier_id, self.folder).name}.pdf"
        name, _ = QFileDialog.getSaveFileName(
            self, self.save_button.text(), str(proposed), self.tr("Văn bản PDF (*.pdf)")
        )
        if name:
            self.save_to(Path(name))
