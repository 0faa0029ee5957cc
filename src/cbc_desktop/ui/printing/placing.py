"""Where a page lands on a sheet of paper: as large as it is, unless the sheet or the printer has no room for that."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF

CLEAR = 28.0
"""Points (10 mm): nothing on our pages stands nearer to the edge, so a printer that leaves less blank cuts nothing."""
SAME = 2.0
"""Points by which sizes of paper differ that are called the same."""


def placed(page: QSizeF, paper: QSizeF, least: QMarginsF) -> QRectF:
    """The page's rectangle on ``paper``; all in points, ``least`` is what the printer cannot print on."""
    fits = page.width() <= paper.width() + SAME and page.height() <= paper.height() + SAME
    clear = max(least.left(), least.top(), least.right(), least.bottom()) <= CLEAR
    if fits and clear:
        return _in_the_middle(page, QRectF(QPointF(0, 0), paper))
    room = QRectF(QPointF(0, 0), paper).marginsRemoved(least)
    scale = min(1.0, room.width() / page.width(), room.height() / page.height())
    return _in_the_middle(page * scale, room)


def _in_the_middle(size: QSizeF, room: QRectF) -> QRectF:
    """Paper of the same name is cut to tenths of a millimetre; a page that is a trifle larger begins at its corner."""
    left, top = max(0.0, room.width() - size.width()) / 2, max(0.0, room.height() - size.height()) / 2
    return QRectF(room.topLeft() + QPointF(left, top), size)
