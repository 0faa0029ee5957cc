"""The pages of a document, scrolled and enlarged; it tells where a person points. (Qt's own view tells nobody.)"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from cbc_desktop.ui.preview.page_layout import MARGIN, Fit, PageLayout, PagePlace, Zoom, laid_out
from cbc_desktop.ui.preview.page_pictures import PagePictures
from cbc_desktop.ui.theme.colours import LIGHT

STEP = 1.25
"""By how much a press of + or - changes the size."""
SMALLEST, LARGEST = 0.2, 4.0
BAR = 3
"""Pixels: how thick the bar beside the present question is."""


class PageView(QAbstractScrollArea):
    """Shows ``document``; what is marked on it is said in points of its pages.

    ``boxes_on`` answers the places to be marked as found on a page, and of each whether it is the present one.
    """

    page_changed = Signal(int)
    pointed = Signal(object)
    """A ``PagePlace`` was clicked."""
    chosen = Signal(object)
    """A ``PagePlace`` was clicked twice."""
    entered = Signal()
    """Enter was pressed."""
    zoomed = Signal()

    def __init__(self, document: QPdfDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._sizes = [document.pagePointSize(page) for page in range(document.pageCount())]
        self._pictures = PagePictures(document)
        self._zoom: Zoom = Fit.WIDTH
        self._layout = PageLayout((), ())
        self._page = 0
        self._mark: tuple[int, QRectF] | None = None
        self.boxes_on: Callable[[int], Iterable[tuple[QRectF, bool]]] = lambda _page: ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or the width that fits would flutter
        self.verticalScrollBar().valueChanged.connect(self._follow)

    # --- where one is ----------------------------------------------------------------------------------------------

    @property
    def page(self) -> int:
        """The page that is read."""
        return self._page

    def height_of(self, page: int) -> float:
        """In points."""
        return self._sizes[page].height()

    def go_to(self, place: PagePlace) -> None:
        """Brings a place to the upper edge."""
        point = self._layout.point_of(place)
        self.verticalScrollBar().setValue(round(point.y()) - MARGIN)

    def show_place(self, place: PagePlace) -> None:
        """Scrolls only if the place is not in sight, and then puts it at a third of the height."""
        point = self._layout.point_of(place)
        height, width = self.viewport().height(), self.viewport().width()
        if not self._seen().contains(point):
            self.verticalScrollBar().setValue(round(point.y() - height / 3))
            self.horizontalScrollBar().setValue(round(point.x() - width / 2))

    def point_of(self, place: PagePlace) -> QPointF:
        """Where a place is seen now, in pixels from the corner of the viewport."""
        return self._layout.point_of(place) - self._seen().topLeft()

    def place_in_sight(self) -> PagePlace | None:
        """The uppermost place that is seen."""
        return self._layout.place_at(self._seen().topLeft())

    def place_read(self) -> PagePlace | None:
        """The place at a third of the height, where the eyes are."""
        seen = self._seen()
        return self._layout.place_at(QPointF(seen.left(), seen.top() + seen.height() / 3))

    def mark(self, page: int, inside: QRectF) -> None:
        """Puts a bar beside a part of a page."""
        self._mark = (page, inside)
        self.viewport().update()

    # --- how large -------------------------------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """Of the page that is looked at; 1.0 is as large as the paper."""
        return self._layout.scales[self._page] / self._real if self._layout.scales else 1.0

    @property
    def fit(self) -> Fit | None:
        return self._zoom if isinstance(self._zoom, Fit) else None

    def zoom_to(self, zoom: Zoom) -> None:
        """What is in the middle stays there."""
        middle = QPointF(self.viewport().rect().center())
        kept = self._layout.place_at(self._seen().topLeft() + middle)
        self._zoom = zoom if isinstance(zoom, Fit) else min(max(zoom, SMALLEST), LARGEST)
        self._lay_out()
        if kept is not None:
            corner = self._layout.point_of(kept) - middle
            self.verticalScrollBar().setValue(round(corner.y()))
            self.horizontalScrollBar().setValue(round(corner.x()))
        self.zoomed.emit()

    def zoom_by(self, factor: float) -> None:
        self.zoom_to(self.zoom * factor)

    @property
    def _real(self) -> float:
        """Pixels a point on this screen."""
        return self.logicalDpiX() / 72

    def _lay_out(self) -> None:
        self._layout = laid_out(self._sizes, self._zoom, self.viewport().size(), self._real)
        size, room = self._layout.size, self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, round(size.height()) - room.height()))
        down.setPageStep(room.height() - 2 * MARGIN)
        down.setSingleStep(max(room.height() // 12, 1))
        across.setRange(0, max(0, round(size.width()) - room.width()))
        across.setPageStep(room.width())
        across.setSingleStep(max(room.width() // 12, 1))
        self._follow()
        self.viewport().update()

    # --- what Qt asks ----------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """What was at the upper edge stays there."""
        kept = self.place_in_sight()
        self._lay_out()
        if kept is not None:
            self.verticalScrollBar().setValue(round(self._layout.point_of(kept).y()))
        self.zoomed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys with Ctrl or Alt belong to the page around the view; Qt would scroll at Alt+Down."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
        elif (verb := self._keys().get(event.key())) is not None:
            verb()
        else:
            super().keyPressEvent(event)

    def _keys(self) -> Mapping[int, Callable[[], object]]:
        down = self.verticalScrollBar()
        return {
            Qt.Key.Key_Home: lambda: down.setValue(0),
            Qt.Key.Key_End: lambda: down.setValue(down.maximum()),
            Qt.Key.Key_Space: lambda: down.setValue(down.value() + down.pageStep()),
            Qt.Key.Key_Return: self.entered.emit,
            Qt.Key.Key_Enter: self.entered.emit,
        }

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton:
            place = self._layout.place_at(self._seen().topLeft() + event.position())
            if place is not None and event.type() is QEvent.Type.MouseButtonPress:
                self.pointed.emit(place)
            elif place is not None and event.type() is QEvent.Type.MouseButtonDblClick:
                self.chosen.emit(place)
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().window())
        seen = self._seen()
        painter.translate(-seen.topLeft())
        for page in self._layout.seen(seen.top(), seen.bottom()):
            self._paint_page(painter, page)
        painter.end()

    # --- painting --------------------------------------------------------------------------------------------------

    def _paint_page(self, painter: QPainter, page: int) -> None:
        place = self._layout.pages[page]
        painter.fillRect(place, Qt.GlobalColor.white)
        size = (place.size() * self.devicePixelRatioF()).toSize()
        painter.drawImage(place, self._pictures.picture(page, size))
        for box, present in self.boxes_on(page):
            self._paint_box(painter, self._layout.rect_of(page, box), present=present)
        if self._mark is not None and self._mark[0] == page:
            beside = self._layout.rect_of(page, self._mark[1])
            painter.fillRect(QRectF(beside.left(), beside.top(), BAR, beside.height()), QColor(LIGHT.accent))
        painter.setPen(self.palette().mid().color())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_box(self, painter: QPainter, box: QRectF, *, present: bool) -> None:
        """Paper is white whatever the window wears, so these are the light colours; the present one has a frame too."""
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(box.adjusted(-1, -1, 1, 1), QColor(LIGHT.accent_soft if present else LIGHT.warning_soft))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QPen(QColor(LIGHT.accent if present else LIGHT.warning), 2 if present else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(-1, -1, 1, 1))

    def _seen(self) -> QRectF:
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QRectF(left, top, self.viewport().width(), self.viewport().height())

    def _follow(self) -> None:
        place = self.place_read()
        if place is not None and place.page != self._page:
            self._page = place.page
            self.page_changed.emit(place.page)
