"""The frame of an open dossier: whose it is, and a way back to the list."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.rooms import Surroundings


class DossierView(QWidget):
    """Shows the dossier of ``controller``."""

    def __init__(self, around: Surroundings, controller: DossierController) -> None:
        super().__init__()
        self.controller = controller
        column = QVBoxLayout(self)
        column.addWidget(button(self.tr("‹ Hồ sơ"), around.routes.close_dossier.emit, kind=Kind.LINK))
        column.addWidget(label(controller.dossier.stored.agency_name, Role.TITLE))
        column.addStretch(1)
