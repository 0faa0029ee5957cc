"""Draws a bar in the cell of a table: how long it is, what is aimed at, and a line above the first of a group."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from cbc_desktop.ui.consolidating.bar_model import DRAWN, BarModel
from cbc_desktop.ui.theme.colours import Colours
from cbc_desktop.ui.theme.sizes import GRID, HALF, RADIUS

_HIGH = GRID + HALF
_LEAST = 2.0
"""Pixels of the shortest bar that is not nothing."""


class BarDrawing(QStyledItemDelegate):
    """For all columns of a ``BarModel``."""

    def __init__(self, model: BarModel, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model, self._colours = model, colours

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        bar = self._model.bar(index)
        painter.save()
        if bar.apart:
            painter.setPen(QPen(QColor(self._colours.field_line), 1))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        if index.column() == DRAWN and bar.length is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter, _place(QRectF(option.rect)), bar.length)
        painter.restore()

    def _draw(self, painter: QPainter, place: QRectF, length: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.sunken))
        painter.drawRoundedRect(place, RADIUS / 2, RADIUS / 2)
        if length > 0:
            long = QRectF(place)
            long.setWidth(max(_LEAST, place.width() * length))
            painter.setBrush(QColor(self._colours.accent))
            painter.drawRoundedRect(long, RADIUS / 2, RADIUS / 2)
        target = self._model.shown.target
        if target is not None:
            x = place.left() + place.width() * target
            painter.setPen(QPen(QColor(self._colours.warning), 2))
            painter.drawLine(int(x), int(place.top()) - HALF, int(x), int(place.bottom()) + HALF)


def _place(cell: QRectF) -> QRectF:
    """Where the longest bar lies."""
    return QRectF(cell.left() + GRID, cell.center().y() - _HIGH / 2, cell.width() - 2 * GRID, _HIGH)
