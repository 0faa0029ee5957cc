"""Where a warning is explained: a line right under it, kept like every answer."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cbc_desktop.dossier.revision import RemarkKind
from cbc_desktop.engine.address import Address
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.labels import Role, short_label
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import GRID


class ExplanationLine(QWidget):
    """Hidden while nothing asks for an explanation, and where none can be given any more.

    What was written is committed when the line is left.
    """

    def __init__(self, look: Look, controller: DossierController, form_id: str, address: Address) -> None:
        super().__init__()
        self._controller, self._form_id, self._address = controller, form_id, address
        self.line = LineEdit()
        self.line.setPlaceholderText(self.tr("Nếu số liệu đúng, hãy ghi lý do"))
        self.line.left.connect(self._keep)
        self.line.returnPressed.connect(self._keep)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(short_label(self.tr("Giải trình:"), Role.SMALL))
        layout.addWidget(self.line, 1)
        self._kept = ""
        self.hide()

    def name_for(self, question: str) -> None:
        """For screen readers: whose warning is explained here."""
        self.line.setAccessibleName(self.tr("Giải trình cho lưu ý: {question}").format(question=question))

    def show_for(self, *, wanted: bool) -> None:
        if wanted and not self.line.hasFocus():
            self._kept = self._controller.remark_text(self._form_id, self._address, RemarkKind.EXPLANATION)
            self.line.setText(self._kept)
            self.line.setCursorPosition(0)  # a long one is read from its beginning
        self.line.setReadOnly(not self._controller.editable)
        self.setVisible(wanted and (self._controller.editable or bool(self._kept)))

    def _keep(self) -> None:
        text = self.line.text().strip()
        if text != self._kept and self._controller.editable:
            dossier = self._controller.dossier
            if self._controller.remark(
                self._form_id, self._address, lambda: dossier.explain(self._form_id, self._address, text)
            ):
                self._kept = text
