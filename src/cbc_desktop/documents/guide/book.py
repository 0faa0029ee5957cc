"""A guide as plain data: chapters of blocks, blocks of lines, lines of spans; nothing of it knows Markdown or pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from cbc_desktop.documents.guide.topics import Topic


class SpanKind(Enum):
    """What a piece of text is."""

    PLAIN = "plain"
    STRONG = "strong"
    """A word of the window, as it stands there: the name of a button, a page, a field."""
    CODE = "code"
    """A key, or what is typed."""


@dataclass(frozen=True, slots=True)
class Place:
    """A chapter, or one of its sections."""

    topic: Topic
    section: str = ""

    def __str__(self) -> str:
        return f"{self.topic.value}.{self.section}" if self.section else self.topic.value


@dataclass(frozen=True, slots=True)
class Span:
    """``to`` is where a link leads."""

    text: str
    kind: SpanKind = SpanKind.PLAIN
    to: Place | None = None


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """Of a section; ``place`` is where links to it lead."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Paragraph:
    line: Line
    note: bool = False
    """Set apart: good to know, or a warning."""


@dataclass(frozen=True, slots=True)
class Listing:
    items: tuple[Line, ...]
    numbered: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """``name`` without language and suffix; ``text`` is for those who do not see it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


Block = Heading | Paragraph | Listing | Picture | Grid


@dataclass(frozen=True, slots=True)
class Chapter:
    topic: Topic
    title: str
    blocks: tuple[Block, ...]

    @property
    def place(self) -> Place:
        return Place(self.topic)

    def headings(self) -> Iterator[Heading]:
        return (block for block in self.blocks if isinstance(block, Heading))


@dataclass(frozen=True, slots=True)
class Guide:
    """In one language, in the order of ``Topic``."""

    language: str
    chapters: Mapping[Topic, Chapter]


def lines_of(block: Block) -> Iterator[Line]:
    """All text of a block, in reading order."""
    if isinstance(block, Heading):
        yield (Span(block.text),)
    elif isinstance(block, Paragraph):
        yield block.line
    elif isinstance(block, Listing):
        yield from block.items
    elif isinstance(block, Grid):
        yield from (cell for row in (block.head, *block.rows) for cell in row)


def text_of(line: Line) -> str:
    return "".join(span.text for span in line)
