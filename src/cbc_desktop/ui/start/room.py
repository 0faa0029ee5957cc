"""The room of dossiers: what may not be entered, the dossiers of this computer, and the ways to have another one."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.message_bar import MessageBar
from cbc_desktop.ui.rooms import RoomPage, Surroundings
from cbc_desktop.ui.start.dossier_list import DossierList
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID


class StartRoom(RoomPage):
    """The list, and pages that take its place."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.messages = MessageBar()
        self.dossiers = DossierList(around.look, around.routes.open_dossier.emit)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.dossiers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self.messages)
        layout.addWidget(self.pages, 1)

    def entered(self) -> None:
        filling = self._around.office.filling
        today = self._around.office.clock.now().date()
        self.dossiers.show_dossiers(filling.campaigns(), filling.dossiers(), today)

    def _head(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(DOUBLE, DOUBLE, DOUBLE, 0)
        title = QHBoxLayout()
        title.addWidget(label(self.tr("Hồ sơ trả lời khảo sát"), Role.TITLE), 1)
        column.addLayout(title)
        self.secrets = label(self.tr("Không nhập bí mật nhà nước vào chương trình này."), Role.WARNING)
        column.addWidget(self.secrets)
        column.setSpacing(GRID)
        return box
