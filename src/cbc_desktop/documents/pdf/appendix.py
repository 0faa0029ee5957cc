"""One form as an appendix: its heading, the questions with their answers, tables, and the wide tables at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import inf

from reportlab.platypus import CondPageBreak, Flowable, NextPageTemplate, PageBreak, Paragraph, Spacer

from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.column_widths import measure
from cbc_desktop.documents.pdf.cover import BLANK_DATE
from cbc_desktop.documents.pdf.decree30 import balanced, element, letters, line_ends, markup, with_gaps
from cbc_desktop.documents.pdf.fonts import Face, text_width
from cbc_desktop.documents.pdf.grid import Grid
from cbc_desktop.documents.pdf.pages import Bookmark
from cbc_desktop.documents.pdf.table_parts import in_parts
from cbc_desktop.documents.pdf.tables import height_of_start, table_flowables
from cbc_desktop.documents.printed_form import (
    OfficialDocument,
    PrintedAnswer,
    PrintedBlock,
    PrintedForm,
    PrintedHeading,
    PrintedRemark,
    PrintedTable,
    PrintedValue,
    ValueKind,
)
from cbc_desktop.documents.vietnamese import point_letter

NOT_ANSWERED = "(chưa trả lời)"
NO_ROWS = "(không có)"
SIZE = 13
LINE = SIZE * decree30.SINGLE_SPACING
ROOM_FOR_NUMBER = 9 * " "
KEPT_LINES = 4
"""An answer of up to four lines stays with its label; of a longer one two lines do."""

LABEL = letters(SIZE, alignment=decree30.JUSTIFIED, firstLineIndent=decree30.FIRST_LINE, spaceBefore=5)
ANSWER = letters(SIZE, alignment=decree30.JUSTIFIED, leftIndent=decree30.FIRST_LINE, spaceBefore=2)
REMARK = letters(12, italic=True, alignment=decree30.JUSTIFIED, leftIndent=decree30.FIRST_LINE, spaceBefore=2)
WIDE_NUMBER = letters(SIZE, bold=True, alignment=decree30.CENTRED, spaceBefore=10)
WIDE_TITLE = letters(SIZE, bold=True, alignment=decree30.CENTRED)
WIDE_ATTACHED = letters(SIZE, italic=True, alignment=decree30.CENTRED, spaceAfter=2)
PORTRAIT_AREA = (decree30.PORTRAIT_WIDTH, decree30.PORTRAIT_HEIGHT)
LANDSCAPE_AREA = (decree30.LANDSCAPE_WIDTH, decree30.LANDSCAPE_HEIGHT)


@dataclass(slots=True)
class _Flow:
    """An appendix while it is laid out: headings wait for what follows them, wide tables for the end."""

    name: str
    story: list[Flowable] = field(default_factory=list)
    headings: list[Flowable] = field(default_factory=list)
    wide: list[PrintedTable] = field(default_factory=list)
    outline: int = 0
    """The level of the last bookmark: the next may be one deeper at most."""

    def head(self, heading: PrintedHeading) -> None:
        style = decree30.HEADINGS.get(heading.level, decree30.HEADINGS[max(decree30.HEADINGS)])
        self.outline = min(heading.level, self.outline + 1)
        self.headings += [Bookmark(heading.text, self.outline), element(heading.text, style)]

    def add(self, flowables: Sequence[Flowable]) -> None:
        """Add flowables, and before them the headings that wait; all begin on one page."""
        room = height_of_start([*self.headings, *flowables[:1]], *PORTRAIT_AREA) + _start(flowables[1:])
        self.story += [CondPageBreak(min(room, decree30.PORTRAIT_HEIGHT)), *self.headings, *flowables]
        self.headings = []


def _start(flowables: Sequence[Flowable]) -> float:
    """How much of what follows a first line has to stay with it, in points."""
    height = height_of_start(flowables, *PORTRAIT_AREA)
    if any(isinstance(flowable, Grid) for flowable in flowables) or height <= KEPT_LINES * LINE:
        return height
    return 2 * LINE


def appendix_name(form: PrintedForm) -> str:
    return f"Phụ lục {form.number}".strip()


def appendix_pages(form: PrintedForm, cover: OfficialDocument, portrait: str, landscape: str) -> list[Flowable]:
    """The appendix of the letter ``cover`` on the page templates of these names; it begins on the page that is open."""
    flow = _Flow(appendix_name(form))
    flow.story += _head(form, cover)
    for block in form.blocks:
        _lay_out(block, flow)
    flow.add([])
    return [*flow.story, *_wide_pages(flow, landscape), NextPageTemplate(portrait)]


def _head(form: PrintedForm, cover: OfficialDocument) -> list[Flowable]:
    number = f"{cover.number or ROOM_FOR_NUMBER}/{cover.symbol}"
    date = (cover.date or BLANK_DATE).replace(" ", "\u00a0")  # a date is not broken over two lines
    attached = f"(Kèm theo Công văn số {number} {date} của {cover.agency})"
    return [
        Bookmark(f"{appendix_name(form)}. {form.title}", 0),
        element(appendix_name(form), decree30.APPENDIX_NUMBER),
        balanced(form.title.upper(), decree30.APPENDIX_TITLE, decree30.PORTRAIT_WIDTH),
        balanced(with_gaps(attached), decree30.ATTACHED_TO, decree30.PORTRAIT_WIDTH),
        Spacer(0, 10),
    ]


def _lay_out(block: PrintedBlock, flow: _Flow) -> None:
    match block:
        case PrintedHeading():
            flow.head(block)
        case PrintedAnswer():
            flow.add(list(_answer(block)))
        case PrintedTable() if not block.rows:
            flow.add([_on_one_line(block.label, f"<i>{NO_ROWS}</i>"), *_remarks(block.remarks)])
        case PrintedTable() if _is_list(block):
            flow.add([element(_asking(block.label), LABEL), *_points(block), *_remarks(block.remarks)])
        case PrintedTable() if block.landscape or not measure(block, decree30.PORTRAIT_WIDTH).fits:
            flow.wide.append(block)
            see = f"<i>xem Biểu {len(flow.wide)} kèm theo {markup(flow.name)}</i>"
            flow.add([_on_one_line(block.label, see)])
        case PrintedTable():
            flow.add(_table(block, *PORTRAIT_AREA, [element(_asking(block.label), LABEL)]))


def _is_list(table: PrintedTable) -> bool:
    """A single column of texts about which its header says nothing that the table's label has not said."""
    column, *others = table.columns
    texts = not others and column.kind is ValueKind.TEXT and not (column.unit or table.totals or table.words)
    return texts and column.label.casefold() in ("", table.label.casefold())


def _points(table: PrintedTable) -> Iterator[Flowable]:
    """A table of one column as points a), b) ... in its place."""
    for number, row in enumerate(table.rows, start=1):
        letter = point_letter(number)
        yield element(f"{letter}) {row[0].text}" if letter else f"- {row[0].text}", ANSWER)


def _answer(answer: PrintedAnswer) -> Iterator[Flowable]:
    """The answer on the last line of its label where it fits there, else below it."""
    said = _said(answer.value, answer.unit)
    label = element(_asking(answer.label), LABEL)
    if _room_after(label) >= _length(answer):
        yield _on_one_line(answer.label, said)
    else:
        yield label
        yield Paragraph(said, ANSWER)
    if answer.words:
        yield element(f"Bằng chữ: {answer.words}.", decree30.IN_WORDS)
    yield from _remarks(answer.remarks)


def _room_after(label: Paragraph) -> float:
    ends = line_ends(label, decree30.PORTRAIT_WIDTH)
    return decree30.PORTRAIT_WIDTH - (ends[-1] if ends else 0)


def _length(answer: PrintedAnswer) -> float:
    """Of the answer on one line; what has lines of its own never fits behind a label."""
    if "\n" in answer.value.text:
        return inf
    return text_width(f" {answer.value.text or NOT_ANSWERED} {answer.unit}", Face.REGULAR, SIZE)


def _said(value: PrintedValue, unit: str) -> str:
    if value.blank:
        return f"<i>{NOT_ANSWERED}</i>"
    return markup(f"{value.text} {unit}".strip())


def _asking(label: str) -> str:
    return label if not label or label.endswith((":", "?", ".")) else f"{label}:"


def _on_one_line(label: str, said: str) -> Paragraph:
    """The label and, as markup, what is said to it."""
    return Paragraph(f"{markup(_asking(label))} {said}", LABEL)


def _remarks(remarks: tuple[PrintedRemark, ...]) -> list[Flowable]:
    return [element(f"{remark.title}: {remark.text}", REMARK) for remark in remarks]


def _table(table: PrintedTable, width: float, height: float, title: list[Flowable]) -> list[Flowable]:
    words = [element(f"Bằng chữ: {table.words}.", decree30.IN_WORDS)] if table.words else []
    return [*title, *table_flowables(table, width, height), *words, *_remarks(table.remarks)]


def _wide_pages(flow: _Flow, template: str) -> Iterator[Flowable]:
    """The wide tables as "Biểu 1, 2 kèm theo Phụ lục": on landscape pages of their own, several to a page."""
    if flow.wide:
        yield from (NextPageTemplate(template), PageBreak())
    for number, table in enumerate(flow.wide, start=1):
        parts = in_parts(table, decree30.LANDSCAPE_WIDTH)
        for place, part in enumerate(parts, start=1):
            title = _wide_title(number, table, flow.name, place, len(parts))
            flowables = _table(part, *LANDSCAPE_AREA, title)
            start = height_of_start(flowables, *LANDSCAPE_AREA)
            yield CondPageBreak(min(start, decree30.LANDSCAPE_HEIGHT))
            yield from flowables


def _wide_title(number: int, table: PrintedTable, appendix: str, place: int, parts: int) -> list[Flowable]:
    """The title over a wide table, or over one of its parts; only the first has a bookmark."""
    which = f" (phần {place}/{parts})" if parts > 1 else ""
    return [
        *([Bookmark(f"Biểu {number}. {table.label}", 1)] if place == 1 else []),
        element(f"Biểu {number}{which}", WIDE_NUMBER),
        balanced(table.label, WIDE_TITLE, decree30.LANDSCAPE_WIDTH),
        element(f"(Kèm theo {appendix})", WIDE_ATTACHED),
    ]
