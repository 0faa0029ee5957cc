"""A chapter of the guide as HTML for Qt's text documents, in the window's own colours and sizes of letters."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from string import Template

from cbc_desktop.documents.guide.book import (
    Block,
    Chapter,
    Heading,
    Line,
    Listing,
    Paragraph,
    Picture,
    Place,
    Span,
    SpanKind,
)
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.ui.theme.colours import Colours
from cbc_desktop.ui.theme.sizes import TITLE

SCHEME = "guide"
"""Of addresses inside the guide: ``guide:start#section``."""
SECTION_LETTERS = 1.15

_SHEET = Template("""
p, li { line-height: 135%; }
p { margin-top: 6px; margin-bottom: 6px; }
p.title { font-size: ${title}pt; font-weight: 600; margin-top: 0; }
p.section { font-size: ${section}pt; font-weight: 600; margin-top: 20px; margin-bottom: 4px; }
p.picture { line-height: 100%; }
p.note { margin-top: 0; margin-bottom: 0; }
table { margin-top: 8px; margin-bottom: 8px; }
li { margin-top: 3px; margin-bottom: 3px; }
a { color: $accent; }
code { background-color: $sunken; font-family: '$family'; }
""")


def style_sheet(colours: Colours, family: str, points: float) -> str:
    """``family`` and ``points`` are those of the window's running text."""
    sizes = {"title": f"{points * TITLE:.2f}", "section": f"{points * SECTION_LETTERS:.2f}"}
    return _SHEET.substitute(accent=colours.accent, sunken=colours.sunken, family=family, **sizes)


def address_of(place: Place) -> str:
    return f"{SCHEME}:{place.topic.value}" + (f"#{place.section}" if place.section else "")


def place_of(address: str) -> Place:
    name, _, section = address.removeprefix(f"{SCHEME}:").partition("#")
    return Place(Topic(name), section)


def written(chapter: Chapter, colours: Colours) -> str:
    """The whole chapter; pictures are asked for by ``picture:NAME``."""
    body = "".join(_block(block, colours) for block in chapter.blocks)
    return f'<html><body><p class="title">{escape(chapter.title)}</p>{body}</body></html>'


def _block(block: Block, colours: Colours) -> str:
    if isinstance(block, Heading):
        return f'<p class="section"><a name="{block.place.section}"></a>{escape(block.text)}</p>'
    if isinstance(block, Paragraph):
        return _note(block.line, colours) if block.note else f"<p>{_line(block.line)}</p>"
    if isinstance(block, Listing):
        tag = "ol" if block.numbered else "ul"
        return f"<{tag}>{''.join(f'<li>{_line(item)}</li>' for item in block.items)}</{tag}>"
    if isinstance(block, Picture):
        return f'<p class="picture"><img src="picture:{block.name}" alt="{escape(block.text)}"></p>'
    return _table(block.head, block.rows, colours)


def _note(line: Line, colours: Colours) -> str:
    cell = f'<td bgcolor="{colours.accent_soft}"><p class="note">{_line(line)}</p></td>'
    return f'<table width="100%" cellpadding="8" cellspacing="0"><tr>{cell}</tr></table>'


def _table(head: Iterable[Line], rows: Iterable[Iterable[Line]], colours: Colours) -> str:
    border = f'border="1" style="border-collapse: collapse; border-color: {colours.line}"'
    first = "".join(f'<th align="left" bgcolor="{colours.sunken}">{_line(cell)}</th>' for cell in head)
    others = "".join(f"<tr>{''.join(f'<td>{_line(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f'<table width="100%" cellpadding="6" cellspacing="0" {border}><tr>{first}</tr>{others}</table>'


def _line(line: Line) -> str:
    return "".join(map(_span, line))


def _span(span: Span) -> str:
    text = escape(span.text)
    if span.to is not None:
        return f'<a href="{address_of(span.to)}">{text}</a>'
    if span.kind is SpanKind.STRONG:
        return f"<b>{text}</b>"
    return f"<code>&nbsp;{text}&nbsp;</code>" if span.kind is SpanKind.CODE else text
