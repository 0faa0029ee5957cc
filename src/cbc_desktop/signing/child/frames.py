"""What parent and child say to each other over two pipes: frames of a few words (JSON) and some bytes, both bounded.

A frame is ``MARK`` (which ends in the version), the length of the words as 32 bits, the words with the lengths of the
parts, and the parts one after another.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

MARK = b"cbc\x01"
MOST_WORDS = 1 << 20
MOST_BYTES = 1 << 29
"""Of all parts together: far more than a document with its attachments has."""
_HEAD = struct.Struct(">4sI")

Part = bytes | bytearray


class NotAFrameError(Exception):
    """The other side said something else, or stopped in the middle."""


class Pipe(Protocol):
    """An unbuffered stream of bytes: nothing of a secret stays in a buffer."""

    def readinto(self, buffer: memoryview, /) -> int | None: ...
    def write(self, content: memoryview, /) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Frame:
    words: Mapping[str, Any]
    parts: tuple[Part, ...] = field(default=(), repr=False)


def write_frame(pipe: Pipe, frame: Frame) -> None:
    """Raises OSError when nobody is there to read."""
    lengths = [len(part) for part in frame.parts]
    words = json.dumps({"words": frame.words, "lengths": lengths}).encode()
    for content in (_HEAD.pack(MARK, len(words)), words, *frame.parts):
        _write(pipe, content)


def read_frame(pipe: Pipe) -> Frame | None:
    """The next frame; None when the other side has ended between two. Raises NotAFrameError, or OSError."""
    head = _read(pipe, _HEAD.size, may_end=True)
    if not head:
        return None
    mark, length = _HEAD.unpack(head)
    if mark != MARK or length > MOST_WORDS:
        raise NotAFrameError
    words, lengths = _understood(_read(pipe, length))
    return Frame(words, tuple(_read(pipe, length) for length in lengths))


def _understood(content: bytearray) -> tuple[dict[str, Any], list[int]]:
    try:
        said = json.loads(content)
        words, lengths = dict(said["words"]), [int(length) for length in said["lengths"]]
    except (ValueError, TypeError, KeyError) as error:
        raise NotAFrameError from error
    if min(lengths, default=0) < 0 or sum(lengths) > MOST_BYTES:
        raise NotAFrameError
    return words, lengths


def _write(pipe: Pipe, content: Part) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[pipe.write(rest) or 0 :]


def _read(pipe: Pipe, length: int, *, may_end: bool = False) -> bytearray:
    content = bytearray(length)
    rest = memoryview(content)
    while rest:
        count = pipe.readinto(rest) or 0
        if count:
            rest = rest[count:]
        elif may_end and len(rest) == length:
            return bytearray()
        else:
            raise NotAFrameError
    return content
