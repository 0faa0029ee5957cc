"""The words on the pages of a document, and where some of them stand: without accents, over the ends of lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QRectF
from PySide6.QtPdf import QPdfDocument

from cbc_desktop.base.text import folded


@dataclass(frozen=True, slots=True)
class Hit:
    """So many characters of a page, from one on; pages and characters count from 0."""

    page: int
    start: int
    length: int


class PageText:
    """The text of a page of reading matter is there in a millisecond, so all of them are read when one searches."""

    def __init__(self, document: QPdfDocument) -> None:
        self._document = document

    def find(self, words: str) -> list[Hit]:
        """Every place at which these words stand, in the order of the pages; blank words stand nowhere."""
        wanted = " ".join(folded(words).split())
        return [hit for page, text in enumerate(self._pages) for hit in text.find(page, wanted)] if wanted else []

    def boxes(self, hit: Hit) -> list[QRectF]:
        """What a hit covers on its page, in points: one rectangle a line."""
        found = self._document.getSelectionAtIndex(hit.page, hit.start, hit.length)
        return [polygon.boundingRect() for polygon in found.bounds()]

    @cached_property
    def _pages(self) -> list[_Folded]:
        read = self._document.getAllText
        return [_fold(read(page).text()) for page in range(self._document.pageCount())]


@dataclass(frozen=True, slots=True)
class _Folded:
    """A page's text as searches compare it, and of each letter which character of the page it comes from."""

    text: str
    origins: list[int]

    def find(self, page: int, wanted: str) -> Iterator[Hit]:
        start = self.text.find(wanted)
        while start >= 0:
            first, last = self.origins[start], self.origins[start + len(wanted) - 1]
            yield Hit(page, first, last - first + 1)
            start = self.text.find(wanted, start + len(wanted))


def _fold(text: str) -> _Folded:
    """Lines and runs of blanks are one blank."""
    letters: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(text):
        letter = " " if character.isspace() else folded(character)
        if letter == " " and letters[-1:] == [" "]:
            continue
        letters += letter
        origins += [place] * len(letter)
    return _Folded("".join(letters), origins)
