"""The state of a question, a section or a fact: one drawn mark and one word for each, the same everywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from cbc_desktop.ui.theme.colours import Colours
from cbc_desktop.ui.theme.sizes import DOUBLE

_GRID = 16.0
"""Marks are drawn on a grid of 16 units, whatever their size."""
_SHARPNESS = (1.0, 2.0, 3.0)


class Mark(Enum):
    """Form and colour differ, so that neither is needed to tell them apart."""

    UNANSWERED = "unanswered"
    IN_WORK = "in_work"
    DONE = "done"
    PROBLEM = "problem"
    WARNING = "warning"
    HIDDEN = "hidden"
    """Not relevant now."""
    COMPUTED = "computed"
    READ_ONLY = "read_only"
    CHANGED = "changed"
    """Says something else than what was sent."""
    RETURNED = "returned"
    """The receiver wants it corrected."""
    UNDECIDED = "undecided"
    """A fact that cannot be said to hold or not."""


def mark_word(mark: Mark) -> str:
    """For screen readers and tooltips."""
    words = {
        Mark.UNANSWERED: QCoreApplication.translate("Mark", "chưa trả lời"),
        Mark.IN_WORK: QCoreApplication.translate("Mark", "đang làm"),
        Mark.DONE: QCoreApplication.translate("Mark", "xong"),
        Mark.PROBLEM: QCoreApplication.translate("Mark", "có lỗi"),
        Mark.WARNING: QCoreApplication.translate("Mark", "có lưu ý"),
        Mark.HIDDEN: QCoreApplication.translate("Mark", "không phải trả lời"),
        Mark.COMPUTED: QCoreApplication.translate("Mark", "máy tính"),
        Mark.READ_ONLY: QCoreApplication.translate("Mark", "chỉ đọc"),
        Mark.CHANGED: QCoreApplication.translate("Mark", "đã đổi"),
        Mark.RETURNED: QCoreApplication.translate("Mark", "bị trả lại"),
        Mark.UNDECIDED: QCoreApplication.translate("Mark", "chưa rõ"),
    }
    return words[mark]


def mark_colour(mark: Mark, colours: Colours) -> QColor:
    values = {
        Mark.IN_WORK: colours.accent,
        Mark.DONE: colours.done,
        Mark.PROBLEM: colours.error,
        Mark.WARNING: colours.warning,
        Mark.CHANGED: colours.accent,
        Mark.RETURNED: colours.error,
        Mark.UNDECIDED: colours.warning,
    }
    return QColor(values.get(mark, colours.muted))


def draw_mark(painter: QPainter, place: QRectF, mark: Mark, colours: Colours) -> None:
    """Draws the mark as large as fits into ``place``, in its middle."""
    size = min(place.width(), place.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.center() - QPointF(size / 2, size / 2))
    painter.scale(size / _GRID, size / _GRID)
    ink = mark_colour(mark, colours)
    painter.setPen(QPen(ink, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    _DRAWINGS[mark](painter, ink, QColor(colours.surface))
    painter.restore()


def mark_pixmap(mark: Mark, colours: Colours, size: int = DOUBLE, sharpness: float = 1.0) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * sharpness)
    pixmap.setDevicePixelRatio(sharpness)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_mark(painter, QRectF(0, 0, size, size), mark, colours)
    painter.end()
    return pixmap


def mark_icon(mark: Mark, colours: Colours, size: int = DOUBLE) -> QIcon:
    """For views and buttons, sharp on every screen."""
    icon = QIcon()
    for sharpness in _SHARPNESS:
        pixmap = mark_pixmap(mark, colours, size, sharpness)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # Qt would tint the mark of a chosen line
            icon.addPixmap(pixmap, mode)
    return icon


class MarkWidget(QWidget):
    """One mark that says its word to screen readers and on its tooltip."""

    def __init__(self, mark: Mark, colours: Colours, size: int = DOUBLE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self.setFixedSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_mark(mark)

    def show_mark(self, mark: Mark, word: str = "") -> None:
        """``word`` says what the mark means here, where it is not about a question."""
        self.mark = mark
        self.setAccessibleName(word or mark_word(mark))
        self.setToolTip(word or mark_word(mark))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        draw_mark(painter, QRectF(self.rect()), self.mark, self._colours)
        painter.end()


def _ring(painter: QPainter, _ink: QColor, _ground: QColor) -> None:
    painter.drawEllipse(QRectF(2, 2, 12, 12))


def _half(painter: QPainter, ink: QColor, ground: QColor) -> None:
    _ring(painter, ink, ground)
    painter.setBrush(ink)
    painter.drawEllipse(QRectF(5, 5, 6, 6))


def _disc(painter: QPainter, ink: QColor, ground: QColor) -> None:
    painter.setBrush(ink)
    painter.drawEllipse(QRectF(1.5, 1.5, 13, 13))
    painter.setPen(QPen(ground, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))


def _tick(painter: QPainter, ink: QColor, ground: QColor) -> None:
    _disc(painter, ink, ground)
    painter.drawPolyline([QPointF(4.8, 8.2), QPointF(7.2, 10.6), QPointF(11.4, 5.8)])


def _cross(painter: QPainter, ink: QColor, ground: QColor) -> None:
    _disc(painter, ink, ground)
    painter.drawLine(QPointF(5.6, 5.6), QPointF(10.4, 10.4))
    painter.drawLine(QPointF(10.4, 5.6), QPointF(5.6, 10.4))


def _triangle(painter: QPainter, ink: QColor, ground: QColor) -> None:
    painter.setBrush(ink)
    painter.drawPolygon([QPointF(8, 2), QPointF(14.6, 13.6), QPointF(1.4, 13.6)])
    painter.setPen(QPen(ground, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(8, 6.4), QPointF(8, 9.2))
    painter.drawPoint(QPointF(8, 11.8))


def _dash(painter: QPainter, _ink: QColor, _ground: QColor) -> None:
    painter.drawLine(QPointF(3.5, 8), QPointF(12.5, 8))


def _equals(painter: QPainter, _ink: QColor, _ground: QColor) -> None:
    painter.drawLine(QPointF(3.5, 5.8), QPointF(12.5, 5.8))
    painter.drawLine(QPointF(3.5, 10.2), QPointF(12.5, 10.2))


def _lock(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    shackle = QPainterPath(QPointF(5, 7.5))
    shackle.arcTo(QRectF(5, 2, 6, 7), 180, -180)
    shackle.lineTo(11, 7.5)
    painter.drawPath(shackle)
    painter.setBrush(ink)
    painter.drawRoundedRect(QRectF(3.5, 7.5, 9, 6), 1, 1)


def _question(painter: QPainter, ink: QColor, ground: QColor) -> None:
    _disc(painter, ink, ground)
    hook = QPainterPath(QPointF(5.9, 6.2))
    hook.arcTo(QRectF(5.8, 4, 4.4, 4.4), 170, -230)
    hook.lineTo(8, 9.4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(hook)
    painter.drawPoint(QPointF(8, 12))


def _pencil(painter: QPainter, _ink: QColor, _ground: QColor) -> None:
    painter.drawPolygon([QPointF(11.4, 2.4), QPointF(13.6, 4.6), QPointF(6, 12.2), QPointF(3.8, 10)])
    painter.drawPolyline([QPointF(3.8, 10), QPointF(2.6, 13.4), QPointF(6, 12.2)])


def _arrow_back(painter: QPainter, _ink: QColor, _ground: QColor) -> None:
    way = QPainterPath(QPointF(3, 6))
    way.lineTo(9.5, 6)
    way.arcTo(QRectF(6, 6, 7, 7), 90, -180)
    way.lineTo(5, 13)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(way)
    painter.drawPolyline([QPointF(6, 3), QPointF(3, 6), QPointF(6, 9)])


_DRAWINGS: Mapping[Mark, Callable[[QPainter, QColor, QColor], None]] = {
    Mark.UNANSWERED: _ring,
    Mark.IN_WORK: _half,
    Mark.DONE: _tick,
    Mark.PROBLEM: _cross,
    Mark.WARNING: _triangle,
    Mark.HIDDEN: _dash,
    Mark.COMPUTED: _equals,
    Mark.READ_ONLY: _lock,
    Mark.CHANGED: _pencil,
    Mark.RETURNED: _arrow_back,
    Mark.UNDECIDED: _question,
}
