"""What a person wants printed, and how; and the pages that a line such as "1-3, 8" means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QPageRanges


class Sides(Enum):
    """Of a sheet of paper."""

    ONE = "one"
    LONG_EDGE = "long"
    """Both, turned like the pages of a book."""
    SHORT_EDGE = "short"
    """Both, turned like the sheets of a calendar."""


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """``pages`` count from 0 and are in the order of the document."""

    pages: tuple[int, ...]
    copies: int = 1
    sides: Sides = Sides.ONE
    grey: bool = False
    last_first: bool = False

    @property
    def sheets(self) -> int:
        """Of paper."""
        pages = len(self.pages)
        return self.copies * (pages if self.sides is Sides.ONE else (pages + 1) // 2)

    def in_turn(self, *, collated_here: bool) -> tuple[int, ...]:
        """The pages as they come out; with all copies when the printer does not make them itself."""
        once = self.pages[::-1] if self.last_first else self.pages
        return once * self.copies if collated_here else once


def pages_meant(text: str, count: int) -> tuple[int, ...] | None:
    """Of a document of ``count`` pages; blank means all. None when it is no list of pages, or one is not there."""
    if not text.strip():
        return tuple(range(count))
    ranges = QPageRanges.fromString("".join(text.split()).replace(";", ",").replace("–", "-"))
    if ranges.isEmpty() or ranges.firstPage() < 1 or ranges.lastPage() > count:
        return None
    return tuple(page - 1 for page in range(1, count + 1) if ranges.contains(page))
