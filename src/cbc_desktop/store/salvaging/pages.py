"""The pages of an SQLite file, read without SQLite: what is damaged is counted, and the rest is read.

By the description of the file format, https://www.sqlite.org/fileformat2.html (sections 1.3, 1.5 and 1.6).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from cbc_desktop.store.salvaging.records import ROWID, DamagedError, Record, record, varint

_FILE_HEAD = 100
_MAGIC = b"SQLite format 3\0"
_USUAL_SIZE = 4096
_SIZES = frozenset(2**power for power in range(9, 17))
_INDEX_INNER, _TABLE_INNER, _INDEX_LEAF, _TABLE_LEAF = 2, 5, 10, 13
_KINDS = frozenset({_INDEX_INNER, _TABLE_INNER, _INDEX_LEAF, _TABLE_LEAF})


@dataclass(frozen=True, slots=True)
class Page:
    """What one page of a tree holds; ``children`` are further pages, ``unread`` counts what is damaged on this one."""

    records: tuple[Record, ...] = ()
    children: tuple[int, ...] = ()
    unread: int = 0


@dataclass(slots=True)
class Pages:
    """All pages of ``content``, by their number from 1."""

    content: bytes
    size: int = field(init=False)
    usable: int = field(init=False)
    """Bytes of a page; some programs reserve the last of them."""

    def __post_init__(self) -> None:
        """What a damaged head says is not believed: then the file is as we make them."""
        told = int.from_bytes(self.content[16:18], "big")
        sound = self.content.startswith(_MAGIC)
        self.size = {1: 65536}.get(told, told) if sound and (told == 1 or told in _SIZES) else _USUAL_SIZE
        self.usable = self.size - (self.content[20] if sound else 0)

    @property
    def count(self) -> int:
        return len(self.content) // self.size

    def read(self, number: int) -> Page | None:
        """None when it is no page of a tree, or nothing is left of it."""
        if not 1 <= number <= self.count:
            return None
        head = _FILE_HEAD if number == 1 else 0
        page = self._bytes(number)
        kind, cells = page[head], int.from_bytes(page[head + 3 : head + 5], "big")
        if kind not in _KINDS:
            return None
        inner = kind in (_INDEX_INNER, _TABLE_INNER)
        first = head + (12 if inner else 8)
        found = [self._cell(page, kind, place) for place in _places(page, first, cells)]
        children = [one.child for one in found if one and one.child]
        if inner:
            children.append(int.from_bytes(page[head + 8 : head + 12], "big"))
        records = tuple(one.record for one in found if one and one.record is not None)
        return Page(records, tuple(children), sum(one is None for one in found))

    def _bytes(self, number: int) -> bytes:
        return self.content[(number - 1) * self.size : number * self.size]

    def _cell(self, page: bytes, kind: int, place: int) -> _Cell | None:
        """None when it is damaged."""
        try:
            child = 0
            if kind in (_INDEX_INNER, _TABLE_INNER):
                (child,) = struct.unpack_from(">I", page, place)
                place += 4
            if kind == _TABLE_INNER:
                return _Cell(child)
            length, place = varint(page, place)
            rowid, place = varint(page, place) if kind == _TABLE_LEAF else (None, place)
            found = record(self._payload(page, place, length, kind == _TABLE_LEAF))
        except (DamagedError, struct.error):
            return None
        return _Cell(child, tuple(rowid if value is ROWID else value for value in found))

    def _payload(self, page: bytes, place: int, length: int, of_table: bool) -> bytes:
        """What a cell holds, with what did not fit on its page."""
        local = _local(length, self.usable, of_table)
        found = bytearray(page[place : place + local])
        if len(found) < local or length > len(self.content):
            raise DamagedError
        if local < length:
            (following,) = struct.unpack_from(">I", page, place + local)
            for piece in self._overflow(following):
                found += piece[: length - len(found)]
                if len(found) == length:
                    break
        if len(found) < length:
            raise DamagedError
        return bytes(found)

    def _overflow(self, number: int) -> Iterator[bytes]:
        """At most all pages: whoever asks stops when nothing is missing, and a circle ends."""
        for _ in range(self.count):
            if not 1 <= number <= self.count:
                return
            page = self._bytes(number)
            (number,) = struct.unpack_from(">I", page)
            yield page[4 : self.usable]


@dataclass(frozen=True, slots=True)
class _Cell:
    child: int
    record: Record | None = None


def _places(page: bytes, first: int, cells: int) -> list[int]:
    """Where the cells begin; a number of cells that the page cannot have is cut."""
    whole = page[first : first + 2 * cells]
    return [int.from_bytes(whole[at : at + 2], "big") for at in range(0, len(whole) - 1, 2)]


def _local(length: int, usable: int, of_table: bool) -> int:
    """How much of a cell stands on its page."""
    most = usable - 35 if of_table else (usable - 12) * 64 // 255 - 23
    if length <= most:
        return length
    least = (usable - 12) * 32 // 255 - 23
    fitting = least + (length - least) % (usable - 4)
    return fitting if fitting <= most else least
