"""Chunks as they come from pages in any order: of which papers they are, and which are still missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from cbc_desktop.documents.printed_codes import ON_A_PAGE
from cbc_desktop.package.paper.chunk import Chunk, NoChunk, PaperId, chunk_from
from cbc_desktop.package.paper.parity import joined


@dataclass(frozen=True, slots=True, order=True)
class ScanPlace:
    """A page of a file with scans, counted from 1."""

    path: Path
    page: int


@dataclass(slots=True)
class CollectedPart:
    """What was seen of one part: shares by their numbers, and where the codes of each page of the part were seen."""

    of: int
    shares: dict[int, bytes] = field(default_factory=dict)
    seen_on: dict[int, ScanPlace] = field(default_factory=dict)
    contradicted: bool = False
    """Two codes say that they are the same one, and differ."""

    @property
    def missing(self) -> tuple[int, ...]:
        return tuple(number for number in range(1, self.of + 1) if number not in self.shares)

    @property
    def restorable(self) -> bool:
        return len(self.missing) <= 1

    @property
    def content(self) -> bytes | None:
        """The part packed; None while codes are missing, or when they do not belong together."""
        return joined(self.shares, self.of) if self.restorable and not self.contradicted else None

    def add(self, chunk: Chunk, place: ScanPlace) -> None:
        self.seen_on.setdefault(code_page(chunk.number), place)
        known = self.shares.setdefault(chunk.number, chunk.share)
        self.contradicted |= known != chunk.share or self.of != chunk.of

    def has_all_of(self, page: int) -> bool:
        """Whether every code of this page of the part was read."""
        return not any(code_page(number) == page for number in self.missing)


@dataclass(slots=True)
class CollectedPaper:
    """What was seen of one paper, by the numbers of its ``count`` parts."""

    count: int
    parts: dict[int, CollectedPart] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        return all(number in self.parts and self.parts[number].restorable for number in range(1, self.count + 1))

    def add(self, chunk: Chunk, place: ScanPlace) -> None:
        part = self.parts.setdefault(chunk.part, CollectedPart(chunk.of))
        part.contradicted |= chunk.parts != self.count
        part.add(chunk, place)


@dataclass(slots=True)
class PaperCollection:
    """The papers in the order in which they were met, and the places of codes that are no chunks, by the reason."""

    papers: dict[PaperId, CollectedPaper] = field(default_factory=dict)
    strange: dict[NoChunk, list[ScanPlace]] = field(default_factory=dict)
    _met: dict[ScanPlace, set[tuple[PaperId, int, int]]] = field(default_factory=dict)

    def add(self, code: bytes, place: ScanPlace) -> None:
        """What a code on that page says, whoever made it."""
        match chunk_from(code):
            case NoChunk() as reason:
                self.strange.setdefault(reason, []).append(place)
            case chunk:
                self.papers.setdefault(chunk.paper, CollectedPaper(chunk.parts)).add(chunk, place)
                self._met.setdefault(place, set()).add((chunk.paper, chunk.part, code_page(chunk.number)))

    @property
    def complete(self) -> bool:
        """Whether every paper of which something was seen can be put together."""
        return bool(self.papers) and all(paper.complete for paper in self.papers.values())

    def nothing_more_on(self, place: ScanPlace) -> bool:
        """Whether codes were read there, and all that were printed beside them too."""
        met = self._met.get(place, set())
        return bool(met) and all(self.papers[paper].parts[part].has_all_of(page) for paper, part, page in met)


def code_page(number: int) -> int:
    """On which page of its part the code of this number stands, from 1."""
    return (number - 1) // ON_A_PAGE + 1


def numbers_on(page: int, of: int) -> range:
    """The codes of a part of ``of`` codes that stand on this page of it."""
    return range((page - 1) * ON_A_PAGE + 1, min(page * ON_A_PAGE, of) + 1)
