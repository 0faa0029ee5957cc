"""A page that scrolls while the frame around it stands, with one column of readable width."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

_LAID_OUT = (0, 50)
"""Milliseconds after which a page that was shown has its lines broken, and its parts as high as they need."""


class _Page(QWidget):
    """As high as it needs to be at the width that it has.

    The hint of a layout is the height at the least width, where every line is broken: blank room at the end.
    """

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        least, layout = super().minimumSizeHint(), self.layout()
        return QSize(least.width(), 0) if layout is not None and layout.hasHeightForWidth() else least


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
        self.page = _Page()
        self.page.setProperty("role", "page")
        self.column = QVBoxLayout()
        self.column.setContentsMargins(DOUBLE, DOUBLE, DOUBLE, DOUBLE)
        self.column.setSpacing(GRID)
        self._put_column(widest)
        self.setWidget(self.page)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._keep_in_sight)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """A page that is new is laid out only now, and may push away what has the keyboard already."""
        super().showEvent(event)
        self.keep_in_sight()

    def keep_in_sight(self) -> None:
        """What has the keyboard, once the page is laid out anew: parts of it were shown or hidden."""
        for moment in _LAID_OUT:
            QTimer.singleShot(moment, self, lambda: self._keep_in_sight(None, QApplication.focusWidget()))

    def bring_soon(self, widget: QWidget) -> None:
        """Into sight, once the page is laid out anew."""
        for moment in _LAID_OUT:
            QTimer.singleShot(moment, widget, lambda: bring_into_sight(widget))

    def _keep_in_sight(self, _before: QWidget | None, now: QWidget | None) -> None:
        """The keyboard came from outside the page, where Qt does not look after it; nothing moves while it is seen."""
        if now is not None and self.isVisible() and self.page.isAncestorOf(now):
            place = QRect(now.mapTo(self.viewport(), QPoint(0, 0)), now.size())
            if not self.viewport().rect().intersects(place):
                bring_into_sight(now)

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
        page.column.activate()
        top, shown = widget.mapTo(page.page, QPoint(0, 0)).y(), page.viewport().height()
        height = min(widget.height(), shown - 2 * DOUBLE)
        page.ensureVisible(0, top + height, 0, DOUBLE)
        page.ensureVisible(0, top, 0, DOUBLE)
