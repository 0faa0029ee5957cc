"""Text made shorter by what a compressor cannot know: closing tags repeat the opening ones, a UUID is sixteen bytes.

It works on any bytes, well-formed or not; those that hold one of the three marks already are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

CLOSING, NEW_UUID, KNOWN_UUID = b"\x01", b"\x02", b"\x03"
"""The end tag of the innermost open element; the next UUID of the pool; one used before, its number in two bytes."""

_MARKS = re.compile(rb"[\x01-\x03]")
_TAG = re.compile(rb"\x01|<(?P<end>/?)(?P<name>[^\s<>/?!\x01]++)[^<>\x01]*+(?<!/)>")
_UUID = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_UUID_MARK = re.compile(rb"\x02|\x03(..)", re.DOTALL)
_UUID_BYTES = 16
_MOST_UUIDS = 1 << 16


class NotShortenedError(ValueError):
    """Not what ``Shortener`` makes."""


def may_be_shortened(content: bytes) -> bool:
    return _MARKS.search(content) is None


@dataclass(slots=True)
class Shortener:
    """Shortens texts that share one pool of UUIDs, in the order in which ``Lengthener`` gets them back."""

    _numbers: dict[bytes, int] = field(default_factory=dict)

    def shortened(self, content: bytes) -> bytes:
        """``content`` must be free of marks."""
        return _UUID.sub(self._mark, _without_closing_tags(content))

    def pool(self) -> bytes:
        return b"".join(UUID(text.decode()).bytes for text in self._numbers)

    def _mark(self, found: re.Match[bytes]) -> bytes:
        text = found.group()
        if text in self._numbers:
            return KNOWN_UUID + self._numbers[text].to_bytes(2, "big")
        if len(self._numbers) == _MOST_UUIDS:
            return text
        self._numbers[text] = len(self._numbers)
        return NEW_UUID


class Lengthener:
    """Undoes what a ``Shortener`` did, given its pool; NotShortenedError for anything else."""

    def __init__(self, pool: bytes) -> None:
        starts = range(0, len(pool), _UUID_BYTES)
        self._uuids = [str(UUID(bytes=pool[at : at + _UUID_BYTES].ljust(_UUID_BYTES))).encode() for at in starts]
        self._used = 0

    def lengthened(self, short: bytes) -> bytes:
        return _with_closing_tags(_UUID_MARK.sub(self._uuid, short))

    def _uuid(self, found: re.Match[bytes]) -> bytes:
        if found.group() == NEW_UUID:
            number, self._used = self._used, self._used + 1
        else:
            number = int.from_bytes(found.group(1), "big")
        if number >= len(self._uuids):
            raise NotShortenedError("a UUID that is not in the pool")
        return self._uuids[number]


def _without_closing_tags(content: bytes) -> bytes:
    return b"".join(_each_tag(content, shorten=True))


def _with_closing_tags(short: bytes) -> bytes:
    return b"".join(_each_tag(short, shorten=False))


def _each_tag(text: bytes, *, shorten: bool) -> Iterator[bytes]:
    """The text in pieces. Both ways see the same tags open and close, since no mark is inside a tag."""
    opened: list[bytes] = []
    copied = 0
    for tag in _TAG.finditer(text):
        if tag["name"] is not None and not tag["end"]:
            opened.append(tag["name"])
            continue
        if shorten and not (opened and tag.group() == b"</" + opened[-1] + b">"):
            continue
        if not shorten and tag.group() != CLOSING:
            continue
        if not opened:
            raise NotShortenedError("an end tag without a beginning")
        yield text[copied : tag.start()]
        name = opened.pop()
        yield CLOSING if shorten else b"</" + name + b">"
        copied = tag.end()
    yield text[copied:]
