"""A page that scrolls while the frame around it stands, with one column of readable width."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cbc_desktop.ui.theme.sizes import DOUBLE, GRID


class ScrollPage(QScrollArea):
    """``column`` takes the page's widgets from top to bottom; nothing scrolls sideways.

    ``widest`` is how wide the column may become, in pixels; None is as wide as the window.
    """

    def __init__(self, parent: QWidget | None = None, *, widest: int | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page = QWidget()
        self.page.setProperty("role", "page")
        self.column = QVBoxLayout()
        self.column.setContentsMargins(DOUBLE, DOUBLE, DOUBLE, DOUBLE)
        self.column.setSpacing(GRID)
        self._put_column(widest)
        self.setWidget(self.page)

    def _put_column(self, widest: int | None) -> None:
        """A scroll area asks how high its page is at its own width, so the narrower column is a widget in the page."""
        if widest is None:
            self.page.setLayout(self.column)
            return
        narrow = QWidget()
        narrow.setLayout(self.column)
        narrow.setMaximumWidth(widest)
        across = QHBoxLayout(self.page)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(narrow, 1)
        across.addStretch(0)


def page_around(widget: QWidget) -> ScrollPage | None:
    """The page on which a widget lies."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, ScrollPage):
        around = around.parentWidget()
    return around


def bring_into_sight(widget: QWidget) -> None:
    """Scrolls the page around a widget such that it is seen, its upper end at least."""
    page = page_around(widget)
    if page is not None:
        top, shown = widget.mapTo(page.page, QPoint(0, 0)).y(), page.viewport().height()
        height = min(widget.height(), shown - 2 * DOUBLE)
        page.ensureVisible(0, top + height, 0, DOUBLE)
        page.ensureVisible(0, top, 0, DOUBLE)
