"""What can be previewed in an open dossier: each of these answers work that makes its pages beside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cbc_desktop.base.message import Message, Progress
from cbc_desktop.exporting.preview import Preview
from cbc_desktop.office import Office
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.tasks import Tasks

Making = Callable[[Progress], Preview]

MAKING = Message("Đang dựng văn bản để xem…", "Making the document to look at…")
MAKING_SHEET = Message("Đang lập phiếu kiểm tra…", "Making the check sheet…")
BUSY = Message("Đang có việc khác chạy. Hãy chờ việc đó xong.", "Something else is running. Wait until it is done.")
STOPPED = Message("Đã dừng theo yêu cầu.", "Stopped, as you wished.")


def of_document(office: Office, controller: DossierController, forms: Sequence[str] | None = None) -> Making:
    """The document that was chosen, as it would be signed; of a draft these forms, or all, as they stand now."""
    dossier, chosen, nowhere = controller.dossier, controller.document, Path()
    draft = dossier.as_if_finalised(forms) if controller.editable else None

    def work(progress: Progress) -> Preview:
        desk = office.exporting  # loads reportlab and more
        progress(MAKING)
        plan = desk.plan_of_draft(draft, nowhere) if draft is not None else desk.plan(dossier.dossier_id, nowhere)
        return desk.preview(plan.as_document(chosen), progress)

    return work


def of_check_sheet(office: Office, controller: DossierController) -> Making:
    """The dossier as it stands now."""
    stored = controller.dossier.stored
    sheet = office.filling.check_sheet(controller.dossier)
    name = f"phieu-kiem-tra-{stored.identity.agency.code}-lan{stored.revision.number}"

    def work(progress: Progress) -> Preview:
        from cbc_desktop.documents.pdf.check_sheet import render_check_sheet  # loads reportlab

        progress(MAKING_SHEET)
        pages = render_check_sheet(sheet)
        return Preview(pages.content, name, pages.map)

    return work


def of_file(path: Path) -> Making:
    """A document that lies in a file, such as the signed one."""

    def work(progress: Progress) -> Preview:
        from cbc_desktop.package.archive import read_file

        return of_content(read_file(path), path.stem)(progress)

    return work


def of_content(content: bytes, name: str) -> Making:
    """A PDF that is there already, such as the document after a step of issuing; ``name`` is that of a file for it."""

    def work(progress: Progress) -> Preview:
        from cbc_desktop.documents.pdf.flattened import flattened  # loads pikepdf

        progress(MAKING)
        return Preview(flattened(content), name)

    return work


class PreviewMaking(QObject):
    """Carries out what was asked for, one at a time; told in the message bar when it cannot be."""

    made = Signal(object)
    """A ``Preview``."""

    def __init__(self, tasks: Tasks, controller: DossierController, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._controller = tasks, controller

    def make(self, making: Making) -> None:
        refused = self._controller.refused
        started = self._tasks.run(
            self,
            making,
            done=self.made.emit,
            failed=lambda error: refused.emit(error.message),
            cancelled=lambda: self._controller.did.emit(STOPPED),
        )
        if not started:
            refused.emit(BUSY)
