"""Pictures of pages for the screen: drawn when a page comes in sight, the latest kept, never more than fits."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

ROOM = 96 * 2**20
"""Bytes of all pictures that are kept."""
LARGEST = 16 * 2**20
"""Pixels of one picture; a page that would have more is drawn with so many, and enlarged."""


class PagePictures:
    """A page takes some milliseconds, so nobody waits for it."""

    def __init__(self, document: QPdfDocument) -> None:
        self._document = document
        self._kept: OrderedDict[tuple[int, int, int], QImage] = OrderedDict()

    def picture(self, page: int, size: QSize) -> QImage:
        """The page about ``size`` pixels large, on transparent ground."""
        wanted = _within(size)
        key = (page, wanted.width(), wanted.height())
        found = self._kept.pop(key, None)
        self._kept[key] = found if found is not None else self._document.render(page, wanted)
        self._make_room()
        return self._kept[key]

    @property
    def bytes(self) -> int:
        return sum(picture.sizeInBytes() for picture in self._kept.values())

    def _make_room(self) -> None:
        while len(self._kept) > 1 and self.bytes > ROOM:
            self._kept.popitem(last=False)


def _within(size: QSize) -> QSize:
    pixels = size.width() * size.height()
    return size if pixels <= LARGEST else size * (LARGEST / pixels) ** 0.5
