"""Which files of a revision go on paper, in which parts, and the chunks of each part.

The record goes with the first form, each further form is a part of its own. When all of them do not fit, only the
first is carried, and the record says what the others must be; when that is too much too, nothing is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import BugError
from cbc_desktop.documents.printed_codes import MOST_BYTES
from cbc_desktop.package.layout import RECORD
from cbc_desktop.package.paper.chunk import HEADER_BYTES, Chunk, PaperId
from cbc_desktop.package.paper.packing import LARGEST_CARRIED, Files, packed, unpacked
from cbc_desktop.package.paper.parity import shares_of

MOST_CODES = 24
"""Of one paper; the parity of each part comes on top."""
SHOWN = 16
"""Of a digest's 64 hexadecimal digits: as many stand in the footer of every page, and in a chunk."""


@dataclass(frozen=True, slots=True)
class Paper:
    """``parts`` are the chunks of each part that fits; as many ``forms`` are carried whole, from the first."""

    parts: tuple[tuple[Chunk, ...], ...]
    forms: int


def paper_of(content_digest: Digest, record: bytes, submissions: Sequence[tuple[str, bytes]]) -> Paper:
    """``submissions`` by their file names, in the order of the forms."""
    for forms in dict.fromkeys((len(submissions), 1)):
        parts = _parts(record, submissions[:forms])
        if any(sum(map(len, files.values())) > LARGEST_CARRIED for files in parts):
            continue
        contents = [packed(files) for files in parts]
        if [unpacked(content) for content in contents] != parts:
            raise BugError("what goes on paper could not be read back")
        cut = [shares_of(content, MOST_BYTES - HEADER_BYTES) for content in contents]
        if sum(len(shares) - 1 for shares in cut) <= MOST_CODES:
            return Paper(_chunks(PaperId(str(content_digest)[:SHOWN], digest_of_all(contents)), cut), forms)
    return Paper((), 0)


def digest_of_all(parts: Sequence[bytes]) -> str:
    """The first digits of a digest over all that a paper carries; ``parts`` are packed."""
    return str(Digest.of(b"".join(bytes.fromhex(str(Digest.of(part))) for part in parts)))[:SHOWN]


def _parts(record: bytes, submissions: Sequence[tuple[str, bytes]]) -> list[Files]:
    first = {RECORD: record, **dict(submissions[:1])}
    return [first, *({name: content} for name, content in submissions[1:])]


def _chunks(paper: PaperId, parts: Sequence[Sequence[bytes]]) -> tuple[tuple[Chunk, ...], ...]:
    return tuple(
        tuple(
            Chunk(paper, part, len(parts), number, len(shares), share) for number, share in enumerate(shares, start=1)
        )
        for part, shares in enumerate(parts, start=1)
    )
