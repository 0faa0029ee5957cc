"""The files beside one answer, under its note: attach, open, take away."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.engine.address import Address
from cbc_desktop.ui.dossier.attachments import open_attachment
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.elided import ElidedLabel
from cbc_desktop.ui.theme.sizes import HALF


class FilesBeside(QWidget):
    """A line for each file; a copy of a file is kept with the dossier and goes out in its package."""

    def __init__(self, controller: DossierController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._form_id, self._address = "", Address("", "")
        self.attach_button = button(
            self.tr("Đính kèm tệp…"), self._choose, tip=self.tr("Tệp PDF, DOCX hoặc XLSX, không quá 20 MB")
        )
        self.lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HALF)
        self._column.addWidget(self.attach_button)

    def show_files(self, form_id: str, address: Address) -> None:
        """Those of one question; without the ways to change them once the dossier is finalised."""
        self._form_id, self._address = form_id, address
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = [self._line(name) for name in self._controller.dossier.files_beside(form_id, address)]
        for place, line in enumerate(self.lines):
            self._column.insertWidget(place, line)
        self.attach_button.setVisible(self._controller.editable)

    def attach(self, path: Path) -> None:
        """Told in the message bar when the file cannot be accepted."""
        form_id, address = self._form_id, self._address
        self._controller.remark(form_id, address, lambda: self._controller.dossier.put_beside(form_id, address, path))

    def take_away(self, name: str) -> None:
        """Undone with Ctrl+Z as everything else."""
        form_id, address = self._form_id, self._address
        dossier = self._controller.dossier
        self._controller.remark(form_id, address, lambda: dossier.take_from_beside(form_id, address, name))

    def _line(self, name: str) -> QWidget:
        line = QWidget(self)
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(HALF)
        across.addWidget(ElidedLabel(name), 1)
        opening = button(self.tr("Mở"), partial(open_attachment, self._controller, name), kind=Kind.LINK)
        opening.setAccessibleName(self.tr("Mở {name}").format(name=name))
        across.addWidget(opening)
        if self._controller.editable:
            removing = button(self.tr("Bỏ"), partial(self.take_away, name), kind=Kind.LINK)
            removing.setAccessibleName(self.tr("Bỏ {name}").format(name=name))
            across.addWidget(removing)
        return line

    def _choose(self) -> None:
        patterns = self.tr("Tệp PDF, Word, Excel (*.pdf *.docx *.xlsx)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Chọn tệp đính kèm"), str(Path.home()), patterns)
        if chosen:
            self.attach(Path(chosen))
