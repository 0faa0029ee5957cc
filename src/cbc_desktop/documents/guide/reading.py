"""Reads the chapters of the guide: a small part of Markdown, and what is not of it is our own mistake.

One ``#`` title, ``##`` sections, paragraphs, ``>`` notes, lists of one level, tables, pictures that stand alone,
``**words of the window**``, keys in backquotes, and links ``[text](chapter.md#section)``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from cbc_desktop.base.errors import BugError
from cbc_desktop.base.paths import resources
from cbc_desktop.base.text import ascii_name, nfc
from cbc_desktop.documents.guide.book import (
    Block,
    Chapter,
    Grid,
    Guide,
    Heading,
    Line,
    Listing,
    Paragraph,
    Picture,
    Place,
    Span,
    SpanKind,
    text_of,
)
from cbc_desktop.documents.guide.topics import Topic

_CHAPTER = ".md"


@cache
def read_guide(language: str) -> Guide:
    """All chapters; reading takes a few hundredths of a second."""
    return Guide(language, {topic: _chapter(language, topic) for topic in Topic})


def folder() -> Path:
    return resources() / "guide"


def picture_file(name: str, language: str) -> Path:
    return folder() / "pictures" / f"{name}-{language}.png"


def _chapter(language: str, topic: Topic) -> Chapter:
    path = folder() / language / f"{topic.value}{_CHAPTER}"
    return read_chapter(topic, path.read_text(encoding="utf-8"))


def read_chapter(topic: Topic, text: str) -> Chapter:
    """Raises BugError for what the guide does not use, with the line."""
    return _Reader(topic).chapter(MarkdownIt("commonmark", {"html": False}).enable("table").parse(nfc(text)))


class _Reader:
    """Of one chapter."""

    def __init__(self, topic: Topic) -> None:
        self._topic = topic
        self._blocks: Mapping[str, Callable[[SyntaxTreeNode], Block]] = {
            "heading": self._heading,
            "paragraph": self._paragraph,
            "blockquote": self._note,
            "bullet_list": self._listing,
            "ordered_list": self._listing,
            "table": self._grid,
        }

    def chapter(self, tokens: Sequence[Token]) -> Chapter:
        title, *blocks = SyntaxTreeNode(tokens).children
        if (title.type, title.tag) != ("heading", "h1"):
            raise self._refused(title)
        return Chapter(self._topic, self._plain(title), tuple(self._block(node) for node in blocks))

    def _block(self, node: SyntaxTreeNode) -> Block:
        if node.type not in self._blocks:
            raise self._refused(node)
        return self._blocks[node.type](node)

    def _heading(self, node: SyntaxTreeNode) -> Heading:
        if node.tag != "h2":
            raise self._refused(node)
        text = self._plain(node)
        return Heading(text, Place(self._topic, ascii_name(text)))

    def _paragraph(self, node: SyntaxTreeNode) -> Block:
        (inline,) = node.children
        if len(inline.children) == 1 and inline.children[0].type == "image":
            picture = inline.children[0]
            return Picture(str(picture.attrs["src"]), picture.content)
        return Paragraph(self._line(inline))

    def _note(self, node: SyntaxTreeNode) -> Block:
        return Paragraph(self._only_line(node), note=True)

    def _listing(self, node: SyntaxTreeNode) -> Block:
        return Listing(tuple(self._only_line(item) for item in node.children), node.type == "ordered_list")

    def _grid(self, node: SyntaxTreeNode) -> Block:
        rows = [tuple(self._cell(cell) for cell in row.children) for part in node.children for row in part.children]
        return Grid(rows[0], tuple(rows[1:]))

    def _cell(self, node: SyntaxTreeNode) -> Line:
        return self._line(node.children[0]) if node.children else ()

    def _only_line(self, node: SyntaxTreeNode) -> Line:
        """Of a block that may hold one paragraph and nothing else."""
        if [child.type for child in node.children] != ["paragraph"]:
            raise self._refused(node)
        return self._line(node.children[0].children[0])

    def _plain(self, node: SyntaxTreeNode) -> str:
        line = self._line(node.children[0])
        if any(span.kind is not SpanKind.PLAIN or span.to for span in line):
            raise self._refused(node)
        return text_of(line)

    def _line(self, inline: SyntaxTreeNode) -> Line:
        return tuple(_joined(span for child in inline.children for span in self._spans(child, inline)))

    def _spans(self, node: SyntaxTreeNode, inline: SyntaxTreeNode) -> Iterator[Span]:
        if node.type == "text":
            yield Span(node.content)
        elif node.type == "softbreak":
            yield Span(" ")
        elif node.type == "code_inline":
            yield Span(node.content, SpanKind.CODE)
        elif node.type in ("strong", "link"):
            text = self._only_text(node, inline)
            yield Span(text, SpanKind.STRONG) if node.type == "strong" else Span(text, to=self._place(node, inline))
        else:
            raise self._refused(inline)

    def _only_text(self, node: SyntaxTreeNode, inline: SyntaxTreeNode) -> str:
        if any(child.type not in ("text", "softbreak") for child in node.children):
            raise self._refused(inline)
        return "".join(child.content or " " for child in node.children)

    def _place(self, node: SyntaxTreeNode, inline: SyntaxTreeNode) -> Place:
        chapter, _, section = str(node.attrs["href"]).partition("#")
        name = chapter.removesuffix(_CHAPTER) or self._topic.value
        if name not in {topic.value for topic in Topic}:
            raise self._refused(inline)
        return Place(Topic(name), section)

    def _refused(self, node: SyntaxTreeNode) -> BugError:
        line = node.map[0] + 1 if node.map else 0
        return BugError(f"{self._topic.value}{_CHAPTER}, line {line}: the guide does not use this {node.type}")


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    """Neighbours of one kind as one."""
    waiting: Span | None = None
    for span in spans:
        if waiting is not None and waiting.kind is span.kind is SpanKind.PLAIN and waiting.to is span.to is None:
            waiting = Span(waiting.text + span.text)
            continue
        if waiting is not None:
            yield waiting
        waiting = span
    if waiting is not None:
        yield waiting
