"""The words on the pages of a document, and where some of them stand: without accents, over the ends of lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from time import monotonic

from PySide6.QtCore import QRectF
from PySide6.QtPdf import QPdfDocument

from cbc_desktop.base.text import folded

MOST = 10_000
"""Places: nobody goes through so many, and a single letter would have a hundred thousand in a long document."""


@dataclass(frozen=True, slots=True)
class Hit:
    """So many characters of a page, from one on; pages and characters count from 0."""

    page: int
    start: int
    length: int


class PageText:
    """Reads page after page: the text of one is there in a millisecond, that of a thousand is not."""

    def __init__(self, document: QPdfDocument) -> None:
        self._document = document
        self._pages: list[str] = []

    @property
    def complete(self) -> bool:
        """Whether every page has been read."""
        return len(self._pages) == self._document.pageCount()

    def read_on(self, seconds: float) -> None:
        """Reads for so long, and one page at least."""
        until = monotonic() + seconds
        while not self.complete:
            self._pages.append(self._document.getAllText(len(self._pages)).text().translate(_COMPARED))
            if monotonic() >= until:
                return

    def find(self, words: str) -> list[Hit]:
        """The places on the pages read so far at which these words stand, in their order; blank words are nowhere."""
        wanted = re.compile(" +".join(map(re.escape, folded(words).split())))
        if not wanted.pattern:
            return []
        hits = (
            Hit(page, found.start(), len(found.group()))
            for page, text in enumerate(self._pages)
            for found in wanted.finditer(text)
        )
        return list(islice(hits, MOST))

    def boxes(self, hit: Hit) -> list[QRectF]:
        """What a hit covers on its page, in points: one rectangle a line."""
        found = self._document.getSelectionAtIndex(hit.page, hit.start, hit.length)
        return [polygon.boundingRect() for polygon in found.bounds()]


class _Compared(dict[int, str]):
    """Characters as searches compare them, one for one, so that a place in the text is a place on the page."""

    def __missing__(self, code: int) -> str:
        letter = folded(chr(code))
        self[code] = " " if letter.isspace() else letter if len(letter) == 1 else chr(code)
        return self[code]


_COMPARED = _Compared()
