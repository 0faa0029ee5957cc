"""One chunk of a revision on paper, as the bytes of one QR code: where it belongs, and a checksum of its own.

All numbers are big-endian; strings of bytes are cut off the SHA-256 digests that they come from::

    0   3  "CBC"
    3   1  format, 1
    4   8  content digest of the revision: the sixteen hexadecimal digits in the footer of every page
    12  8  digest of all that this paper carries: tells two printings of one revision apart
    20  1  part, from 1      21  1  how many parts the paper has
    22  1  chunk, from 1     23  1  how many chunks the part has; the last is the parity of the others
    24  4  CRC-32 of everything else
    28  …  the chunk's share of its part
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import Enum
from zlib import crc32

MAGIC = b"CBC"
FORMAT = 1
_HEADER = struct.Struct(">3sB8s8sBBBB")
_SUM = struct.Struct(">I")
HEADER_BYTES = _HEADER.size + _SUM.size
MOST = 255
"""Of parts of a paper, and of chunks of a part."""


class NoChunk(Enum):
    """Why the bytes of a QR code are no chunk."""

    STRANGER = "stranger"
    """Somebody else's code, which may stand on any page."""
    NEWER = "newer"
    """Of a format that this program does not know."""
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True, order=True)
class PaperId:
    """Which paper: ``content`` and ``whole`` are the first sixteen hexadecimal digits of the two digests."""

    content: str
    whole: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """``part`` and ``number`` count from 1, up to ``parts`` and ``of``."""

    paper: PaperId
    part: int
    parts: int
    number: int
    of: int
    share: bytes

    def to_bytes(self) -> bytes:
        ids = bytes.fromhex(self.paper.content), bytes.fromhex(self.paper.whole)
        head = _HEADER.pack(MAGIC, FORMAT, *ids, self.part, self.parts, self.number, self.of)
        return head + _SUM.pack(crc32(head + self.share)) + self.share


def chunk_from(content: bytes) -> Chunk | NoChunk:
    """The chunk that these bytes are; never raises, whatever they are."""
    if not content.startswith(MAGIC):
        return NoChunk.STRANGER
    if content[len(MAGIC) : len(MAGIC) + 1] > bytes([FORMAT]):
        return NoChunk.NEWER
    if len(content) <= HEADER_BYTES:
        return NoChunk.DAMAGED
    head, share = content[: _HEADER.size], content[HEADER_BYTES:]
    _, version, revision, whole, part, parts, number, of = _HEADER.unpack(head)
    right = _SUM.unpack(content[_HEADER.size : HEADER_BYTES]) == (crc32(head + share),)
    if not (right and version == FORMAT and 1 <= part <= parts and 1 <= number <= of and of > 1):
        return NoChunk.DAMAGED
    return Chunk(PaperId(revision.hex(), whole.hex()), part, parts, number, of, share)
