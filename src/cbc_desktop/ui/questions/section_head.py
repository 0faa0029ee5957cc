"""The head of a section's page: its title, and the ways out of the house and back for the whole section."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.sheets.request import SheetRequest, SheetWork


class SectionHead(QWidget):
    """The ways out are there while answers can be changed."""

    def __init__(self, controller: DossierController, form_id: str, title: str) -> None:
        super().__init__()
        self._controller, self._form_id = controller, form_id
        self.title = label(title, Role.TITLE)
        works = (
            (SheetWork.SEND, self.tr("Gửi đơn vị khác nhập…")),
            (SheetWork.GATHER, self.tr("Nhận tệp đã nhập…")),
        )
        self.buttons: dict[SheetWork, QPushButton] = {
            work: button(text, partial(self._want, work), kind=Kind.LINK) for work, text in works
        }
        ways = FlowLayout()
        for one in self.buttons.values():
            ways.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.title)
        layout.addLayout(ways)
        self.refresh(title)

    def refresh(self, title: str) -> None:
        self.title.setText(title)
        for one in self.buttons.values():
            one.setVisible(self._controller.editable)

    def _want(self, work: SheetWork) -> None:
        self._controller.sheets_wanted.emit(self._form_id, SheetRequest(work))
