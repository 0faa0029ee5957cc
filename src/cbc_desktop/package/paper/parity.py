"""A part cut into shares of one size, with one share more that restores any other: the exclusive or of them all."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from functools import reduce

_LENGTH = struct.Struct(">I")


def shares_of(content: bytes, room: int) -> tuple[bytes, ...]:
    """As few shares of at most ``room`` bytes as hold the content, then their parity: at least two."""
    whole = _LENGTH.pack(len(content)) + content
    count = -(-len(whole) // room)
    size = -(-len(whole) // count)
    shares = [whole[start : start + size].ljust(size, b"\0") for start in range(0, size * count, size)]
    return (*shares, _parity(shares))


def joined(shares: Mapping[int, bytes], of: int) -> bytes | None:
    """The content of a part of ``of`` shares by their numbers from 1, of which one at most is missing.

    None when the shares do not belong together.
    """
    if len({len(share) for share in shares.values()}) != 1:
        return None
    over = _parity(list(shares.values()))
    restored = {number: over for number in range(1, of + 1) if number not in shares}
    if not restored and any(over):
        return None
    whole = b"".join({**shares, **restored}[number] for number in range(1, of))
    if len(whole) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack_from(whole)
    content = whole[_LENGTH.size :]
    return content[:length] if length <= len(content) else None


def _parity(shares: Sequence[bytes]) -> bytes:
    together = reduce(lambda left, right: left ^ right, (int.from_bytes(share, "big") for share in shares))
    return together.to_bytes(len(shares[0]), "big")
