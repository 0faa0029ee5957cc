"""The files of one part as few bytes as possible, and back; what is unpacked comes from a stranger's page.

A part is the length of the pool of UUIDs in four bytes, the pool, and the rest with bzip2, which packs Vietnamese
text better than deflate and LZMA and always gives the same bytes. The rest is, for each file: length of its name (1
byte), name, 1 when it was shortened (1 byte), length (4 bytes), content.
"""

from __future__ import annotations

import struct
from bz2 import BZ2Decompressor, compress
from collections.abc import Mapping

from cbc_desktop.package.names import refused_name
from cbc_desktop.package.paper.shortening import Lengthener, Shortener, may_be_shortened

LARGEST = 4 * 1024 * 1024
"""What is unpacked of one part, in bytes: about 100,000 of answers fit on 24 codes."""
LARGEST_CARRIED = LARGEST // 2
"""What may be packed: names and lengths come on top."""

Files = Mapping[str, bytes]
_LENGTH = struct.Struct(">I")


class DamagedPartError(ValueError):
    """The bytes are no part that ``packed`` made."""


def packed(files: Files) -> bytes:
    """Files by their plain names, in their order."""
    shortener = Shortener()
    rest = b"".join(_record(name, content, shortener) for name, content in files.items())
    pool = shortener.pool()
    return _LENGTH.pack(len(pool)) + pool + compress(rest)


def unpacked(content: bytes) -> dict[str, bytes]:
    """Raises DamagedPartError, and nothing else, for bytes that are no part, or unpack to more than LARGEST."""
    try:
        (length,) = _LENGTH.unpack_from(content)
        pool_end = _LENGTH.size + length
        lengthener = Lengthener(content[_LENGTH.size : pool_end])
        return _files(_inflated(content[pool_end:]), lengthener)
    except (struct.error, OSError, ValueError, IndexError) as error:
        raise DamagedPartError(str(error)) from error


def _record(name: str, content: bytes, shortener: Shortener) -> bytes:
    short = may_be_shortened(content)
    text = shortener.shortened(content) if short else content
    encoded = name.encode()
    return bytes([len(encoded)]) + encoded + bytes([short]) + _LENGTH.pack(len(text)) + text


def _inflated(content: bytes) -> bytes:
    inflate = BZ2Decompressor()
    rest = inflate.decompress(content, LARGEST + 1)
    if len(rest) > LARGEST or not inflate.eof or inflate.unused_data:
        raise DamagedPartError("too large, or cut off")
    return rest


def _files(rest: bytes, lengthener: Lengthener) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    at, left = 0, LARGEST
    while at < len(rest):
        name_end = at + 1 + rest[at]
        start = name_end + 1 + _LENGTH.size
        (length,) = _LENGTH.unpack_from(rest, name_end + 1)
        text = rest[start : start + length]
        name = rest[at + 1 : name_end].decode()
        content = lengthener.lengthened(text) if rest[name_end] else text
        left -= len(content)
        if len(text) != length or left < 0 or name in files or refused_name(name) or "/" in name:
            raise DamagedPartError("a file that cannot be")
        files[name] = content
        at = start + length
    return files
