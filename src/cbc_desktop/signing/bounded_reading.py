"""A reader of PDFs whose walks come to an end: comparing revisions follows every path through the file.

A file of a few kilobytes can have more paths than there are atoms: twenty objects that name the next one twice.
"""

from __future__ import annotations

from typing import Any

from pyhanko.pdf_utils.generic import Reference
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader

MOST_VALUES = 1_000_000
"""That are looked at in the signed revisions together, each as often as it is reached; an ordinary document has some
ten thousand."""


class BoundedReader(PdfFileReader):
    """Raises PdfReadError from within a walk that takes too long."""

    looked_at = 0

    def get_historical_resolver(self, revision: int) -> HistoricalResolver:
        cache = self._historical_resolver_cache
        if revision not in cache:
            cache[revision] = _BoundedResolver(self, revision)
        return cache[revision]


class _BoundedResolver(HistoricalResolver):
    reader: BoundedReader

    def __init__(self, reader: BoundedReader, revision: int) -> None:
        super().__init__(reader, revision)
        self._sizes: dict[Reference, int] = {}

    def get_object(self, ref: Reference, as_metadata_stream: bool = False) -> Any:
        found = super().get_object(ref, as_metadata_stream=as_metadata_stream)
        if ref not in self._sizes:
            self._sizes[ref] = _size(found)
        self.reader.looked_at += self._sizes[ref]
        if self.reader.looked_at > MOST_VALUES:
            raise PdfReadError("there are too many ways through this file")
        return found


def _size(value: Any) -> int:
    """How many values an object holds itself, without those that it refers to."""
    waiting, size = [value], 0
    while waiting:
        each = waiting.pop()
        size += 1
        if isinstance(each, dict):
            waiting += each.values()
        elif isinstance(each, list):
            waiting += each
    return size
