"""Line drawings for the start bar and for places where there is nothing yet, in the colours of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

_GRID = 24.0
"""Drawings are made on a grid of 24 units, whatever their size."""
_LINE = 1.5
_SHARPNESS = (1.0, 2.0, 3.0)


class Drawing(Enum):
    """What is drawn."""

    FOLDER = "folder"
    TRAY = "tray"
    SLIDERS = "sliders"
    QUESTION = "question"
    TROUBLE = "trouble"


def draw(painter: QPainter, place: QRectF, drawing: Drawing, ink: str) -> None:
    """Draws it as large as fits into ``place``; ``ink`` is a colour, ``#rrggbb``."""
    size = min(place.width(), place.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.center() - QPointF(size / 2, size / 2))
    painter.scale(size / _GRID, size / _GRID)
    pen = QPen(QColor(ink), _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    _PATHS[drawing](painter)
    painter.restore()


def drawing_icon(drawing: Drawing, ink: str, ink_when_chosen: str, size: int) -> QIcon:
    """An icon with a second colour for buttons that stay down."""
    icon = QIcon()
    for state, colour in ((QIcon.State.Off, ink), (QIcon.State.On, ink_when_chosen)):
        for sharpness in _SHARPNESS:
            icon.addPixmap(_pixmap(drawing, colour, size, sharpness), QIcon.Mode.Normal, state)
    return icon


class Picture(QWidget):
    """A drawing by itself; it says nothing to screen readers, the sentence under it does."""

    def __init__(self, drawing: Drawing, ink: str, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing, self._ink = drawing, ink
        self.setFixedSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        draw(painter, QRectF(self.rect()), self._drawing, self._ink)
        painter.end()


def _pixmap(drawing: Drawing, ink: str, size: int, sharpness: float) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * sharpness)
    pixmap.setDevicePixelRatio(sharpness)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw(painter, QRectF(0, 0, size, size), drawing, ink)
    painter.end()
    return pixmap


def _folder(painter: QPainter) -> None:
    path = QPainterPath(QPointF(3, 18.5))
    for x, y in ((3, 5.5), (9, 5.5), (11, 8), (21, 8), (21, 18.5)):
        path.lineTo(x, y)
    path.closeSubpath()
    painter.drawPath(path)
    painter.drawLine(QPointF(7, 12), QPointF(17, 12))
    painter.drawLine(QPointF(7, 15), QPointF(14, 15))


def _tray(painter: QPainter) -> None:
    painter.drawPolyline([QPointF(*point) for point in ((8, 9), (12, 13), (16, 9))])
    painter.drawLine(QPointF(12, 3), QPointF(12, 13))
    path = QPainterPath(QPointF(3, 13))
    for x, y in ((3, 20), (21, 20), (21, 13), (17, 13), (15.5, 16), (8.5, 16), (7, 13)):
        path.lineTo(x, y)
    path.closeSubpath()
    painter.drawPath(path)


def _sliders(painter: QPainter) -> None:
    for y, knob in ((6.5, 15), (12, 8), (17.5, 13)):
        painter.drawLine(QPointF(3.5, y), QPointF(knob - 2.2, y))
        painter.drawLine(QPointF(knob + 2.2, y), QPointF(20.5, y))
        painter.drawEllipse(QPointF(knob, y), 2.2, 2.2)


def _question(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(12, 12), 9, 9)
    hook = QPainterPath(QPointF(9.2, 9.6))
    hook.arcTo(QRectF(9.1, 6.8, 5.8, 5.8), 170, -230)
    hook.lineTo(12, 13.6)
    painter.drawPath(hook)
    painter.drawPoint(QPointF(12, 16.8))


def _trouble(painter: QPainter) -> None:
    painter.drawPolygon([QPointF(*point) for point in ((12, 3.5), (21.5, 20), (2.5, 20))])
    painter.drawLine(QPointF(12, 10), QPointF(12, 14))
    painter.drawPoint(QPointF(12, 17))


_PATHS: Mapping[Drawing, Callable[[QPainter], None]] = {
    Drawing.FOLDER: _folder,
    Drawing.TRAY: _tray,
    Drawing.SLIDERS: _sliders,
    Drawing.QUESTION: _question,
    Drawing.TROUBLE: _trouble,
}
