"""A page that is filled anew as a whole, with a sentence where there is nothing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.pages import ScrollPage


class ListedPage(ScrollPage):
    """For what changes seldom and is short."""

    def show_all(self, widgets: Iterable[QWidget], nothing: str) -> None:
        while entry := self.column.takeAt(0):
            if widget := entry.widget():
                widget.deleteLater()
        for widget in list(widgets) or [label(nothing, Role.SMALL)]:
            self.column.addWidget(widget)
        self.column.addStretch(1)
