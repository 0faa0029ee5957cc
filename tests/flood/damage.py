"""Bytes that were damaged without sense: flipped, lost, doubled, moved, mixed with those of another file."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

Damage = Callable[[bytes, Random], bytes]


def flipped(content: bytes, random: Random) -> bytes:
    """Some bits."""
    changed = bytearray(content)
    for _ in range(random.choice((1, 2, 8, 64))):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def overwritten(content: bytes, random: Random) -> bytes:
    """A stretch, with noise, with one byte, or with digits that make numbers enormous."""
    start = random.randrange(len(content))
    length = random.choice((1, 4, 64, 1024))
    new = random.choice((random.randbytes(length), b"\0" * length, b"\xff" * length, b"9" * length))
    return content[:start] + new + content[start + length :]


def cut(content: bytes, random: Random) -> bytes:
    """Its end is lost, or its beginning, or a piece between."""
    start, end = sorted(random.randrange(len(content) + 1) for _ in range(2))
    return random.choice((content[:start], content[end:], content[:start] + content[end:]))


def doubled(content: bytes, random: Random) -> bytes:
    """A stretch stands there twice, or many times."""
    start = random.randrange(len(content))
    end = min(len(content), start + random.choice((1, 30, 500, 5000)))
    return content[:end] + content[start:end] * random.choice((1, 2, 50)) + content[end:]


def moved(content: bytes, random: Random) -> bytes:
    first, second, third = sorted(random.randrange(len(content) + 1) for _ in range(3))
    return content[:first] + content[second:third] + content[first:second] + content[third:]


def renumbered(content: bytes, random: Random) -> bytes:
    """Some numbers that are written in digits become others."""
    for _ in range(random.choice((1, 3, 10))):
        place = random.randrange(len(content))
        end = next((at for at in range(place, len(content)) if content[at : at + 1].isdigit()), None)
        if end is not None:
            number = random.choice((b"0", b"-1", b"1", b"7", b"65536", b"4294967296", b"99999999999999999999"))
            content = content[:end] + number + content[end + 1 :]
    return content


DAMAGES: tuple[Damage, ...] = (flipped, overwritten, cut, doubled, moved, renumbered)


def damaged(content: bytes, random: Random) -> bytes:
    """In one of these ways, or in several; never so that nothing has changed."""
    changed = content
    while content and changed == content:
        for _ in range(random.choice((1, 1, 1, 3))):
            if changed:
                changed = random.choice(DAMAGES)(changed, random)
    return changed
