"""The user guide as a PDF: a title with the contents, then the chapters, with links from place to place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Table
from reportlab.platypus import Paragraph as TextBlock

from cbc_desktop.base.message import Message
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
)
from cbc_desktop.documents.guide.reading import picture_file
from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.decree30 import element, letters, markup
from cbc_desktop.documents.pdf.fonts import register_faces
from cbc_desktop.documents.pdf.grid import Grid as PaperGrid
from cbc_desktop.documents.pdf.grid import GridContent, grid_row
from cbc_desktop.documents.pdf.pages import DecreePage, PageCount, PageMarks
from cbc_desktop.documents.pdf.rendering import canvas_dated, new_document

TITLE = Message("HƯỚNG DẪN SỬ DỤNG", "USER GUIDE")
UNDER_TITLE = Message("Phần mềm cbc-desktop, phiên bản {version}", "The program cbc-desktop, version {version}")
CONTENTS = Message("Mục lục", "Contents")
FOOTER = Message("cbc-desktop {version}  |  Hướng dẫn sử dụng", "cbc-desktop {version}  |  User guide")

_GREY = Color(0.94, 0.94, 0.94)
BOOK_TITLE = letters(20, bold=True, alignment=decree30.CENTRED, spaceBefore=60)
BOOK_UNDER = letters(13, italic=True, alignment=decree30.CENTRED, spaceBefore=6, spaceAfter=40)
CHAPTER = letters(17, bold=True, spaceBefore=24, spaceAfter=8, keepWithNext=1)
SECTION = letters(14, bold=True, spaceBefore=14, spaceAfter=3, keepWithNext=1)
BODY = letters(13, alignment=decree30.JUSTIFIED, spaceBefore=6)
NOTE = letters(12.5, spaceBefore=10, spaceAfter=8, leftIndent=8, rightIndent=8, borderPadding=6, backColor=_GREY)
ITEM = letters(13, leftIndent=20, bulletIndent=4, bulletFontSize=13, spaceBefore=3)
CELL = letters(12, allowWidows=1, allowOrphans=1)
HEAD = letters(12, bold=True)
ENTRY, ENTRY_PAGE = letters(13), letters(13, alignment=decree30.RIGHT_ALIGNED)
_FRAME, _FRAME_WIDTH = Color(0.6, 0.6, 0.6), 0.5
_AROUND_PICTURE = 8
_PAGE_WIDTH = 12 * mm
_PICTURE_HEIGHT, _LEAST_PICTURE = 85 * mm, 52 * mm
"""A picture is smaller where less is left of the page; where it could not be read so, it begins the next one."""
_CHAPTER_ROOM = 75 * mm
_TABLE_ROOM = 48 * mm
"""A chapter, and a heading or a sentence with a table below it, begin on the same page where this much is left."""
_FIRST_COLUMN = 0.3


def render_guide(guide: Guide, version: str, made_at: datetime) -> bytes:
    """The same guide gives the same bytes; laid out until the contents name the pages on which things stand."""
    pages: dict[Place, int] = {}
    while True:
        content, found = _laid_out(guide, version, made_at, pages)
        if found == pages:
            return content
        pages = found


def _laid_out(
    guide: Guide, version: str, made_at: datetime, pages: Mapping[Place, int]
) -> tuple[bytes, dict[Place, int]]:
    register_faces()
    content, found = BytesIO(), dict[Place, int]()
    title = TITLE.in_language(guide.language)
    document = new_document(content, title=title, author="cbc-desktop", subject=title, language=guide.language)
    footer = decree30.with_gaps(FOOTER.filled(version=version).in_language(guide.language))
    document.addPageTemplates([DecreePage("guide", decree30.PORTRAIT, PageCount(), PageMarks(footer, ()))])
    document.build(_story(guide, version, pages, found), canvasmaker=canvas_dated(made_at))
    return content.getvalue(), found


def _story(guide: Guide, version: str, pages: Mapping[Place, int], found: dict[Place, int]) -> list[Flowable]:
    story = [*_front(guide, version, pages), PageBreak()]
    for chapter in guide.chapters.values():
        story += [CondPageBreak(_CHAPTER_ROOM), *_chapter(chapter, guide.language, found)]
    return story


def _front(guide: Guide, version: str, pages: Mapping[Place, int]) -> Iterator[Flowable]:
    yield element(TITLE.in_language(guide.language), BOOK_TITLE)
    yield element(UNDER_TITLE.filled(version=version).in_language(guide.language), BOOK_UNDER)
    yield element(CONTENTS.in_language(guide.language), SECTION)
    widths = (decree30.PORTRAIT_WIDTH - _PAGE_WIDTH, _PAGE_WIDTH)
    for number, chapter in enumerate(guide.chapters.values(), 1):
        page = pages.get(chapter.place, 0)
        entry = TextBlock(f'<a href="#{chapter.place}">{number}. {markup(chapter.title)}</a>', ENTRY)
        yield Table([[entry, element(str(page), ENTRY_PAGE)]], colWidths=widths, style=decree30.PLAIN, spaceBefore=6)


def _chapter(chapter: Chapter, language: str, found: dict[Place, int]) -> Iterator[Flowable]:
    number = list(type(chapter.topic)).index(chapter.topic) + 1
    yield Titled(f"{number}. {chapter.title}", CHAPTER, chapter.place, 0, found)
    writing = _Writing(language, found)
    for block, below in zip(chapter.blocks, (*chapter.blocks[1:], None), strict=True):
        if isinstance(below, Grid) or (isinstance(block, Heading) and _leads_to_table(block, chapter.blocks)):
            yield CondPageBreak(_TABLE_ROOM)
        written = list(writing.block(block))
        if isinstance(below, Paragraph) and below.note:
            written[-1].keepWithNext = 1
        yield from written


def _leads_to_table(heading: Heading, blocks: Sequence[Block]) -> bool:
    """After a sentence at most."""
    first = blocks.index(heading) + 1
    return any(isinstance(block, Grid) for block in blocks[first : first + 2])


@dataclass(frozen=True, slots=True)
class _Writing:
    """From blocks to what stands on the pages."""

    language: str
    found: dict[Place, int]

    def block(self, block: Block) -> Iterable[Flowable]:
        if isinstance(block, Heading):
            return (Titled(block.text, SECTION, block.place, 1, self.found),)
        if isinstance(block, Paragraph):
            return (_text(block.line, NOTE if block.note else BODY),)
        if isinstance(block, Listing):
            return _items(block)
        return (Shown(picture_file(block.name, self.language)) if isinstance(block, Picture) else _grid(block),)


def _items(listing: Listing) -> Iterator[Flowable]:
    for number, line in enumerate(listing.items, 1):
        yield _text(line, ITEM, f"{number}." if listing.numbered else "–")


def _grid(grid: Grid) -> PaperGrid:
    share = decree30.PORTRAIT_WIDTH * _FIRST_COLUMN
    others = (decree30.PORTRAIT_WIDTH - share) / (len(grid.head) - 1)
    widths = (share, *[others] * (len(grid.head) - 1))
    header = grid_row(tuple(_text(cell, HEAD) for cell in grid.head), widths)
    rows = tuple(grid_row(tuple(_text(cell, CELL) for cell in row), widths) for row in grid.rows)
    return PaperGrid(GridContent(widths, header, rows, False, decree30.PORTRAIT_HEIGHT))


def _text(line: Line, style: object, bullet: str | None = None) -> TextBlock:
    return TextBlock("".join(map(_span, line)), style, bulletText=bullet)


def _span(span: Span) -> str:
    text = markup(span.text)
    if span.to is not None:
        return f'<a href="#{span.to}"><u>{text}</u></a>'
    if span.kind is SpanKind.STRONG:
        return f"<b>{text}</b>"
    return f"<i>{text}</i>" if span.kind is SpanKind.CODE else text


class Shown(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A picture in a thin frame, as large as the page has room for, within bounds."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = str(path)
        self.spaceBefore = self.spaceAfter = _AROUND_PICTURE

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        width, height = ImageReader(self._path).getSize()
        largest = min(_PICTURE_HEIGHT, available_width * height / width)
        self.height = max(min(largest, available_height), min(largest, _LEAST_PICTURE))
        self.width = width * self.height / height
        self._indent = (available_width - self.width) / 2
        return available_width, self.height

    def draw(self) -> None:
        self.canv.drawImage(self._path, self._indent, 0, self.width, self.height)
        self.canv.setStrokeColor(_FRAME)
        self.canv.setLineWidth(_FRAME_WIDTH)
        self.canv.rect(self._indent, 0, self.width, self.height)


class Titled(TextBlock):  # type: ignore[misc]  # reportlab has no types
    """A heading that links and the outline lead to, which notes on which page it came to stand."""

    def __init__(self, title: str, style: object, place: Place, level: int, found: dict[Place, int]) -> None:
        super().__init__(markup(title), style)
        self._place, self._title, self._level, self._found = place, title, level, found

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Never."""
        return []

    def draw(self) -> None:
        key = str(self._place)
        self.canv.bookmarkHorizontal(key, 0, self.height)
        self.canv.addOutlineEntry(self._title, key, self._level, closed=1)
        self._found[self._place] = self.canv.getPageNumber()
        super().draw()
