"""Printing the check sheet: asks where to put it, makes it beside the window, and opens it in the system's program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.folders import documents_folder
from cbc_desktop.ui.kit.system_open import open_with_system
from cbc_desktop.ui.rooms import Surroundings

PRINTING = Message("Đang lập phiếu kiểm tra…", "Making the check sheet…")
WRITTEN = Message("Đã ghi phiếu kiểm tra: {path}", "The check sheet was written: {path}")
BUSY = Message(
    "Đang có việc khác chạy. Hãy chờ việc đó xong rồi in.", "Something else is running. Wait until it is done."
)


class SheetPrinting(QObject):
    """``ask`` for a person at the dialog, ``print_to`` when the place is known."""

    def __init__(self, around: Surroundings, controller: DossierController, parent: QWidget) -> None:
        super().__init__(parent)
        self._around, self._controller, self._window = around, controller, parent

    def ask(self) -> None:
        stored = self._controller.dossier.stored
        folder = self._around.preferences.export_folder or documents_folder()
        proposed = folder / f"phieu-kiem-tra-{stored.identity.agency.code}-lan{stored.revision.number}.pdf"
        title, pattern = self.tr("Ghi phiếu kiểm tra"), self.tr("Tệp PDF (*.pdf)")
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(proposed), pattern)
        if name:
            self.print_to(Path(name))

    def print_to(self, path: Path) -> None:
        """The dossier as it stands now; told in the message bar when the file cannot be written."""
        self._controller.leave()
        sheet = self._around.office.filling.check_sheet(self._controller.dossier)

        def work(progress: Callable[[Message], None]) -> Path:
            from cbc_desktop.documents.pdf.check_sheet import render_check_sheet  # loads reportlab

            progress(PRINTING)
            write_atomically(path, render_check_sheet(sheet), private=False)
            return path

        if not self._around.tasks.run(self, work, done=self._open, failed=self._refuse):
            self._controller.refused.emit(BUSY)

    def _open(self, path: Path) -> None:
        self._controller.did.emit(WRITTEN.filled(path=path))
        open_with_system(path, self._controller.refused.emit)

    def _refuse(self, error: UserFacingError) -> None:
        self._controller.refused.emit(error.message)
