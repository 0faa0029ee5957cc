"""What a finished PDF says to programs: how many pages it has, and what stands in its text fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pikepdf

from cbc_desktop.base.text import nfc
from cbc_desktop.documents.pdf.embedded import UnreadablePdfError, reading

MOST_FIELDS = 10_000


def page_count(pdf: bytes) -> int:
    """Raises UnreadablePdfError."""
    with reading(pdf) as document:
        return len(document.pages)


def bookmarks(pdf: bytes) -> tuple[tuple[str, int], ...]:
    """The titles of the outline in its order, NFC, each with its page from 1; raises UnreadablePdfError."""
    with reading(pdf) as document:
        places = {tuple(page.objgen): number for number, page in enumerate(document.pages, start=1)}
        try:
            return tuple(_bookmarks(document.open_outline().root, places))
        except pikepdf.OutlineStructureError as error:
            raise UnreadablePdfError(str(error)) from error


def _bookmarks(
    items: Iterable[pikepdf.OutlineItem], places: Mapping[tuple[Any, ...], int]
) -> Iterator[tuple[str, int]]:
    """Those that lead to a page of the document."""
    for item in items:
        target = item.destination
        if isinstance(target, pikepdf.Array) and len(target) and tuple(target[0].objgen) in places:
            yield nfc(item.title), places[tuple(target[0].objgen)]
        yield from _bookmarks(item.children, places)


def text_fields(pdf: bytes) -> Mapping[str, str]:
    """The values of the text fields on top of the form, NFC; raises UnreadablePdfError, also for too many fields."""
    with reading(pdf) as document:
        return dict(_texts(document))


def waits_for_signature(pdf: bytes, name: str) -> bool:
    """Whether the form has a signature field of this name that nobody has signed; raises UnreadablePdfError."""
    with reading(pdf) as document:
        fields = document.Root.get("/AcroForm", pikepdf.Dictionary()).get("/Fields", pikepdf.Array())
        found = [field for field in fields if field.get("/FT") == "/Sig" and str(field.get("/T", "")) == name]
        return bool(found) and all("/V" not in field for field in found)


def _texts(document: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    fields = document.Root.get("/AcroForm", pikepdf.Dictionary()).get("/Fields", pikepdf.Array())
    if len(fields) > MOST_FIELDS:
        raise UnreadablePdfError(f"more than {MOST_FIELDS} fields")
    for field in fields:
        if field.get("/FT") == "/Tx":
            yield str(field.get("/T", "")), nfc(str(field.get("/V", "")))
