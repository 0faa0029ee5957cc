"""The codes that carry a form's data on paper, frozen: bytes and words; what the bytes mean is not known here."""

from __future__ import annotations

from dataclasses import dataclass

MOST_BYTES = 857
"""In one code: a QR code of version 23 with error correction M holds so many (ISO/IEC 18004, table 7)."""
ON_A_PAGE = 9
"""Codes on one page: three rows of three."""

TITLE = "MÃ SỐ LIỆU CỦA {appendix}"
"""Above the codes of each page, and the bookmark that leads to the first of them."""


@dataclass(frozen=True, slots=True)
class PrintedCode:
    """One QR code: ``content`` in byte mode, at most MOST_BYTES, and the ``caption`` under it."""

    content: bytes
    caption: str


@dataclass(frozen=True, slots=True)
class CodePage:
    """A page of at most ON_A_PAGE codes; ``place`` says which page of how many it is."""

    place: str
    codes: tuple[PrintedCode, ...]


@dataclass(frozen=True, slots=True)
class PrintedCodes:
    """The codes of one form, on pages of their own after it; without pages, ``words`` end its last page."""

    title: str
    words: str
    pages: tuple[CodePage, ...]
    foot: str
    """Under the codes of each page."""
