"""The workbook of a finalised dossier once more, in English, for whoever reads that; the package is not touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import ENGLISH, Message
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.folders import documents_folder
from cbc_desktop.ui.kit.labels import label
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.kit.system_open import open_with_system
from cbc_desktop.ui.rooms import Surroundings

MAKING = Message("Đang tạo sổ tính tiếng Anh…", "Making the English workbook…")
WRITTEN = Message("Đã ghi sổ tính tiếng Anh: {path}", "The English workbook was written: {path}")
BUSY = Message(
    "Đang có việc khác chạy. Hãy chờ việc đó xong rồi ghi sổ tính.",
    "Something else is running. Wait until it is done, then write the workbook.",
)


class EnglishWorkbook(Panel):
    """Shown once there is a finalised revision."""

    def __init__(self, around: Surroundings, controller: DossierController, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Cần sổ tính tiếng Anh?"), parent)
        self._around, self._controller = around, controller
        self.write_button = button(self.tr("Ghi sổ tính tiếng Anh…"), self._ask)
        told = self.tr("Cùng câu trả lời, câu hỏi và tiêu đề bằng tiếng Anh. Sổ tính trong gói vẫn là bản tiếng Việt.")
        self.column.addWidget(label(told))
        self.column.addWidget(self.write_button, 0, Qt.AlignmentFlag.AlignLeft)

    def write_to(self, path: Path) -> None:
        """Of the latest revision; nothing of the dossier changes."""
        desk = self._around.office.exporting
        plan = desk.plan(self._controller.dossier.dossier_id, path.parent)

        def work(progress: Callable[[Message], None]) -> Path:
            progress(MAKING)
            write_atomically(path, desk.workbook(plan, ENGLISH), private=False)
            return path

        if not self._around.tasks.run(self, work, done=self._open, failed=self._refuse):
            self._controller.refused.emit(BUSY)

    def _ask(self) -> None:
        stored = self._controller.dossier.stored
        folder = self._around.preferences.export_folder or documents_folder()
        proposed = folder / f"workbook-{stored.identity.agency.code}-{stored.revision.number}.xlsx"
        title, pattern = self.tr("Ghi sổ tính tiếng Anh"), self.tr("Sổ tính Excel (*.xlsx)")
        name, _ = QFileDialog.getSaveFileName(self, title, str(proposed), pattern)
        if name:
            self.write_to(Path(name))

    def _open(self, path: Path) -> None:
        self._controller.did.emit(WRITTEN.filled(path=path))
        open_with_system(path, self._controller.refused.emit)

    def _refuse(self, error: UserFacingError) -> None:
        self._controller.refused.emit(error.message)
