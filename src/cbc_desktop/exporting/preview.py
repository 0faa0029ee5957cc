"""A document to be looked at: its pages, and which question stands where on them."""

from __future__ import annotations

from dataclasses import dataclass

from cbc_desktop.documents.page_map import NO_MAP, PageMap


@dataclass(frozen=True, slots=True)
class Preview:
    """``content`` is a PDF whose form fields are drawn into the pages; it is never what is signed."""

    content: bytes
    name: str
    """Of a file for it, without its suffix."""
    map: PageMap = NO_MAP
