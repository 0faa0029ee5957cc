"""A page and those that take its place for a while, one at a time, each with a way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from cbc_desktop.ui.kit.side_page import SidePage


class SidePages(QStackedWidget):
    """The page that was put in first is the one to which people come ``back``."""

    came_back = Signal()

    @property
    def side_page(self) -> SidePage | None:
        page = self.currentWidget()
        return page if isinstance(page, SidePage) else None

    def put_main(self, page: QWidget) -> None:
        self.addWidget(page)

    def turn_to(self, page: SidePage) -> None:
        """In the place of the one that is shown, if there is one."""
        self._take_away()
        page.left.connect(self.back)
        self.addWidget(page)
        self.setCurrentWidget(page)

    def back(self) -> None:
        self._take_away()
        self.came_back.emit()

    def _take_away(self) -> None:
        page = self.side_page
        if page is not None:
            self.removeWidget(page)
            page.deleteLater()
