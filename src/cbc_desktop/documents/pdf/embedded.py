"""The files that travel inside a PDF: what to embed, and reading them back from a PDF that nobody vouches for."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from io import BytesIO

import pikepdf
from pikepdf import settings

LARGEST_TOTAL = 200 * 1024 * 1024
"""The embedded files of one PDF may unfold to this many bytes together."""

MOST_BRANCHES = 10_000
"""Of the tree in which they are named, each counted as often as it is reached."""


class Relationship(Enum):
    """What an embedded file is to the document (ISO 19005-3, 6.8; ISO 32000-2, table 43)."""

    SOURCE = "Source"
    DATA = "Data"
    ALTERNATIVE = "Alternative"
    SUPPLEMENT = "Supplement"
    UNSPECIFIED = "Unspecified"


@dataclass(frozen=True, slots=True)
class EmbeddedFile:
    """One file to embed; ``name`` is what ``embedded_files`` finds it by."""

    name: str
    media_type: str
    content: bytes
    relationship: Relationship
    description: str


class UnreadablePdfError(Exception):
    """The bytes are no PDF that can be read, or its embedded files are not in a form that is safe to unfold."""


def embedded_files(pdf: bytes) -> dict[str, bytes]:
    """The embedded files by name; raises UnreadablePdfError, also above ``LARGEST_TOTAL`` unfolded bytes."""
    with reading(pdf) as document:
        found: dict[str, bytes] = {}
        for name in _names(document):
            if name in found:
                raise UnreadablePdfError(f"two embedded files have the name {name!r}")
            room = LARGEST_TOTAL - sum(map(len, found.values()))
            found[name] = _unfolded(document.attachments[name].get_file().obj, room)
        return found


def _names(document: pikepdf.Pdf) -> list[str]:
    """As they stand in the name tree: ``attachments`` would show only the first of two with the same name."""
    trees = document.Root.get("/Names", pikepdf.Dictionary())
    if "/EmbeddedFiles" not in trees:
        return []
    _require_small(trees.EmbeddedFiles)
    return [str(name) for name in pikepdf.NameTree(trees.EmbeddedFiles)]


def _require_small(tree: pikepdf.Object) -> None:
    """Branches that lead to the same twigs over and over would be walked for ever."""
    waiting, seen = [tree], 0
    while waiting:
        kids = waiting.pop().get("/Kids", pikepdf.Array())
        seen += len(kids)
        if seen > MOST_BRANCHES:
            raise UnreadablePdfError(f"the tree of embedded files has more than {MOST_BRANCHES} branches")
        waiting.extend(kids)


@contextmanager
def reading(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    """An open document, with every failure inside the block as UnreadablePdfError.

    pikepdf's own limit on unfolding is off by default; it is on while the document is open.
    """
    before = int(settings.get_qpdf_limits()["flate_max_memory"])
    settings.set_qpdf_limits(flate_max_memory=LARGEST_TOTAL)
    try:
        # No recovery: qpdf would rebuild a damaged cross-reference table and read other objects than were signed.
        with pikepdf.open(BytesIO(pdf), suppress_warnings=True, attempt_recovery=False) as document:
            yield document
    except (pikepdf.PdfError, pikepdf.PasswordError, zlib.error, *_MALFORMED) as error:
        raise UnreadablePdfError(_STREAM_ADDRESS.sub("", str(error))) from error
    finally:
        settings.set_qpdf_limits(flate_max_memory=before)


_STREAM_ADDRESS = re.compile(r"^stream <[^>]*>: ")  # pikepdf names our buffer by its place in memory

# What pikepdf raises when an object is not of the type that its place in the document demands.
_MALFORMED = (AttributeError, KeyError, NotImplementedError, RuntimeError, TypeError, ValueError)


def _unfolded(stream: pikepdf.Object, room: int) -> bytes:
    """The stream's content, unfolded by us and never beyond ``room`` bytes: 1 KB can claim to be a gigabyte."""
    if not isinstance(stream, pikepdf.Stream):
        raise UnreadablePdfError("an embedded file is not a stream")
    content = _inflated(stream.read_raw_bytes(), room) if _is_deflated(stream) else stream.read_raw_bytes()
    if len(content) > room:
        raise UnreadablePdfError(f"the embedded files unfold to more than {LARGEST_TOTAL} bytes")
    return content


def _is_deflated(stream: pikepdf.Stream) -> bool:
    filters = stream.get("/Filter", pikepdf.Array())
    names = [str(name) for name in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    if names not in ([], ["/FlateDecode"]) or "/DecodeParms" in stream:
        raise UnreadablePdfError(f"an embedded file is encoded in a way that is not accepted: {names}")
    return bool(names)


def _inflated(deflated: bytes, room: int) -> bytes:
    """One byte more than ``room`` at most; a stream that ends early is refused."""
    if not deflated:  # an empty file is sometimes written as an empty stream
        return b""
    inflater = zlib.decompressobj()
    content = inflater.decompress(deflated, room + 1)
    if len(content) <= room and not inflater.eof:
        raise UnreadablePdfError("an embedded file is cut off")
    return content
