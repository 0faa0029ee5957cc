"""The log beside a database, read without SQLite: https://www.sqlite.org/fileformat2.html, section 4.

SQLite goes as far as the first frame that is not as it was written, takes all behind it for nothing and begins the log
anew. After a power failure that is right for the last transaction, which nobody was told of. A whole transaction
behind the place is another matter: it was begun after the one before had been acknowledged, and the disk has lost that.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

SUFFIX = "-wal"
_HEAD, _FRAME_HEAD = 32, 24
_MAGIC, _BIG_ENDIAN = 0x377F0682, 0x377F0683
_USUAL_SIZE = 4096
_SIZES = frozenset(2**power for power in range(9, 17))
_WORD = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Frame:
    """One page as a transaction left it. ``sound`` is one that is as it was written behind the one before."""

    page: int
    pages: int
    """How many the database has after a transaction that ends here; else 0."""
    content: bytes
    sound: bool


@dataclass(frozen=True, slots=True)
class WrittenAhead:
    """``size`` is that of a page; what earlier logs left in the file is not among the frames."""

    head_sound: bool
    size: int
    frames: Sequence[Frame]

    @property
    def tells_anything(self) -> bool:
        return any(frame.sound and frame.pages for frame in self.frames)

    @property
    def has_lost_something(self) -> bool:
        """Whether a whole transaction stands behind what is damaged."""
        first = next((place for place, frame in enumerate(self.frames) if not frame.sound), len(self.frames))
        ends = [place for place, frame in enumerate(self.frames) if frame.pages and place >= first]
        if not self.head_sound:
            ends = [-1, *(place for place, frame in enumerate(self.frames) if frame.pages)]
        return any(all(frame.sound for frame in self.frames[before + 1 : end + 1]) for before, end in pairwise(ends))

    def over(self, content: bytes) -> tuple[bytes, int]:
        """The bytes of a database with all pages that are sound; and how many frames are not."""
        ends = [place for place, frame in enumerate(self.frames) if frame.pages and frame.sound]
        if not ends:
            return content, 0
        kept, length = self.frames[: ends[-1] + 1], self.frames[ends[-1]].pages * self.size
        merged = bytearray(content[:length].ljust(length, b"\0"))
        for frame in kept:
            if frame.sound and 0 < frame.page * self.size <= length:
                merged[(frame.page - 1) * self.size : frame.page * self.size] = frame.content
        return bytes(merged), sum(not frame.sound for frame in kept)


def read_log(path: Path) -> WrittenAhead:
    """Of the database at ``path``; without frames where it has none. Raises OSError."""
    log = log_of(path)
    return _read(log.read_bytes() if log.exists() else b"")


def log_of(path: Path) -> Path:
    return Path(f"{path}{SUFFIX}")


def _read(log: bytes) -> WrittenAhead:
    if len(log) < _HEAD:
        return WrittenAhead(True, _USUAL_SIZE, ())
    magic, _, size = struct.unpack_from(">III", log)
    order = ">" if magic == _BIG_ENDIAN else "<"
    told = size in _SIZES and magic in (_MAGIC, _BIG_ENDIAN)
    sound = told and _sum(log[:_FRAME_HEAD], (0, 0), order) == _stored(log, _FRAME_HEAD)
    size = size if sound else _USUAL_SIZE
    places = range(_HEAD, len(log) - size - _FRAME_HEAD + 1, size + _FRAME_HEAD)
    salts = log[16:24] if sound else _commonest([_salts(log, place) for place in places])
    of_this_log = [place for place in places if _salts(log, place) == salts]
    frames = [_frame(log, place, size, salts, order) for place in places if of_this_log and place <= of_this_log[-1]]
    return WrittenAhead(sound, size, frames)


def _frame(log: bytes, place: int, size: int, salts: bytes, order: str) -> Frame:
    page, pages = struct.unpack_from(">II", log, place)
    content = log[place + _FRAME_HEAD : place + _FRAME_HEAD + size]
    before = _HEAD - 8 if place == _HEAD else place - size - 8
    summed = _sum(log[place : place + 8] + content, _stored(log, before), order)
    sound = _salts(log, place) == salts and summed == _stored(log, place + 16)
    return Frame(page, pages if _salts(log, place) == salts else 0, content, sound)


def _salts(log: bytes, place: int) -> bytes:
    return log[place + 8 : place + 16]


def _commonest(salts: Sequence[bytes]) -> bytes:
    return Counter(salts).most_common(1)[0][0] if salts else b""


def _stored(log: bytes, place: int) -> tuple[int, int]:
    first, second = struct.unpack_from(">II", log, place)
    return first, second


def _sum(content: bytes, before: tuple[int, int], order: str) -> tuple[int, int]:
    first, second = before
    words = struct.unpack(f"{order}{len(content) // 4}I", content)
    for one, other in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & _WORD
        second = (second + other + first) & _WORD
    return first, second
