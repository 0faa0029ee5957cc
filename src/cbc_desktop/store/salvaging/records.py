"""One record of an SQLite file as values (https://www.sqlite.org/fileformat2.html, section 2.1)."""

from __future__ import annotations

import struct
from enum import Enum

Value = str | int | float | bytes | None
_LONGEST_VARINT = 9
_WHOLE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of a whole number by its serial type."""
_REAL, _ZERO, _ONE, _FIRST_LONG = 7, 8, 9, 12


class _Missing(Enum):
    ROWID = "rowid"


ROWID = _Missing.ROWID
"""Stands first in a record whose key is the number of the row: the file leaves it out."""
Record = tuple[Value, ...]
RawRecord = tuple[Value | _Missing, ...]


class DamagedError(Exception):
    """This cannot be what SQLite wrote."""


def varint(content: bytes, place: int) -> tuple[int, int]:
    """The number, and where it ends."""
    found = 0
    for length in range(1, _LONGEST_VARINT + 1):
        byte = _bytes(content, place + length - 1, 1)[0]
        if length == _LONGEST_VARINT:
            return (found << 8) | byte, place + length
        found = (found << 7) | (byte & 0x7F)
        if byte < 0x80:
            return found, place + length
    raise DamagedError


def record(payload: bytes) -> RawRecord:
    """All values; a NULL at the beginning may stand for the number of the row."""
    length, place = varint(payload, 0)
    if not place <= length <= len(payload):
        raise DamagedError
    kinds = []
    while place < length:
        kind, place = varint(payload, place)
        kinds.append(kind)
    if place != length:
        raise DamagedError
    values: list[Value | _Missing] = []
    for kind in kinds:
        size = _size(kind)
        values.append(_value(kind, _bytes(payload, place, size)))
        place += size
    if place != len(payload):
        raise DamagedError
    return (ROWID, *values[1:]) if values and values[0] is None else tuple(values)


def _bytes(content: bytes, place: int, size: int) -> bytes:
    found = content[place : place + size]
    if place < 0 or len(found) < size:
        raise DamagedError
    return found


def _size(kind: int) -> int:
    if kind >= _FIRST_LONG:
        return (kind - _FIRST_LONG) // 2
    if kind in (10, 11):
        raise DamagedError
    return 8 if kind == _REAL else _WHOLE.get(kind, 0)


def _value(kind: int, content: bytes) -> Value:
    if kind >= _FIRST_LONG:
        return _text(content) if kind % 2 else content
    if kind in _WHOLE:
        return int.from_bytes(content, "big", signed=True)
    if kind == _REAL:
        (real,) = struct.unpack(">d", content)
        return float(real)
    return {_ZERO: 0, _ONE: 1}.get(kind)


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DamagedError from error
