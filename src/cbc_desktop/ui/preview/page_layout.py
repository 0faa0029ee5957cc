"""Where the pages of a document lie, one below the other, at one zoom: plain geometry in pixels."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF

MARGIN, GAP = 12, 12
"""Around the pages, and between two of them."""


class Fit(Enum):
    """How large pages are that are as large as the window lets them be."""

    WIDTH = "width"
    PAGE = "page"


Zoom = Fit | float
"""1.0 shows a page as large as its paper."""


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A place on a page, in points from its upper left corner; pages count from 0."""

    page: int
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class PageLayout:
    """``pages`` are their rectangles, ``scales`` how many pixels a point of each is."""

    pages: tuple[QRectF, ...]
    scales: tuple[float, ...]

    @property
    def size(self) -> QSizeF:
        """With the margin around all pages."""
        right = max((page.right() for page in self.pages), default=0.0)
        bottom = self.pages[-1].bottom() if self.pages else 0.0
        return QSizeF(right + MARGIN, bottom + MARGIN)

    def seen(self, top: float, bottom: float) -> range:
        """The pages between two heights."""
        first = max(0, bisect_right(self.pages, top, key=lambda page: page.top()) - 1)
        return range(first, bisect_right(self.pages, bottom, key=lambda page: page.top()))

    def place_at(self, point: QPointF) -> PagePlace | None:
        """On the page there, or the nearest below it; None without pages."""
        if not self.pages:
            return None
        page = max(0, bisect_right(self.pages, point.y(), key=lambda one: one.top()) - 1)
        inside = (point - self.pages[page].topLeft()) / self.scales[page]
        return PagePlace(page, inside.x(), inside.y())

    def point_of(self, place: PagePlace) -> QPointF:
        return self.pages[place.page].topLeft() + QPointF(place.left, place.top) * self.scales[place.page]

    def rect_of(self, page: int, inside: QRectF) -> QRectF:
        """A rectangle in points as one in pixels."""
        scale = self.scales[page]
        size = inside.size() * scale
        return QRectF(self.point_of(PagePlace(page, inside.left(), inside.top())), size)


def laid_out(sizes: Sequence[QSizeF], zoom: Zoom, room: QSize, real: float) -> PageLayout:
    """Pages of these ``sizes`` in points, in the middle of ``room``; ``real`` is pixels a point on this screen."""
    scales = tuple(_scale(size, zoom, room, real) for size in sizes)
    widest = max((size.width() * scale for size, scale in zip(sizes, scales, strict=True)), default=0.0)
    middle, top, pages = max(room.width() / 2, MARGIN + widest / 2), float(MARGIN), []
    for size, scale in zip(sizes, scales, strict=True):
        shown = size * scale
        pages.append(QRectF(round(middle - shown.width() / 2), top, round(shown.width()), round(shown.height())))
        top += round(shown.height()) + GAP
    return PageLayout(tuple(pages), scales)


def _scale(size: QSizeF, zoom: Zoom, room: QSize, real: float) -> float:
    if not isinstance(zoom, Fit):
        return zoom * real
    across = max(room.width() - 2 * MARGIN, 1) / size.width()
    return across if zoom is Fit.WIDTH else min(across, max(room.height() - 2 * MARGIN, 1) / size.height())
