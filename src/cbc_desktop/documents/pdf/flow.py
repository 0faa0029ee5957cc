"""Answers as they flow over pages: headings stay with what follows, wide tables are set aside for later pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from math import inf

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, Paragraph

from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.charts import chart_flowables
from cbc_desktop.documents.pdf.column_widths import measure
from cbc_desktop.documents.pdf.decree30 import element, line_ends, markup
from cbc_desktop.documents.pdf.fonts import Face, text_width
from cbc_desktop.documents.pdf.grid import Grid
from cbc_desktop.documents.pdf.landmarks import Anchor, anchors
from cbc_desktop.documents.pdf.pages import Bookmark
from cbc_desktop.documents.pdf.tables import height_of_start, table_flowables
from cbc_desktop.documents.pdf.voice import Voice
from cbc_desktop.documents.printed_chart import PrintedChart
from cbc_desktop.documents.printed_form import (
    PrintedAnswer,
    PrintedBlock,
    PrintedHeading,
    PrintedParagraph,
    PrintedRemark,
    PrintedTable,
    PrintedValue,
    ValueKind,
)
from cbc_desktop.documents.vietnamese import point_letter
from cbc_desktop.engine.address import Address

NOT_ANSWERED = "(chưa trả lời)"
NO_ROWS = "(không có)"
KEPT_LINES = 4
"""An answer of up to four lines stays with its label; of a longer one two lines do."""

PORTRAIT_AREA = (decree30.PORTRAIT_WIDTH, decree30.PORTRAIT_HEIGHT)

_LITTLE, _MOST = decree30.PORTRAIT_HEIGHT / 5, decree30.PORTRAIT_HEIGHT * 0.3
"""Of a page that may stay empty so that a chart is whole, and so that it begins on the page of the text above it."""
Reference = Callable[[int], str]
"""What stands in the place of a wide table: from its number, counted from 1, a sentence."""


@dataclass(slots=True)
class Flow:
    """Blocks while they are laid out: headings wait for what follows them, wide tables for pages of their own."""

    voice: Voice
    refer: Reference
    outline: int
    """The level of the last bookmark: the next may be one deeper at most."""
    story: list[Flowable] = field(default_factory=list)
    headings: list[Flowable] = field(default_factory=list)
    wide: list[PrintedTable] = field(default_factory=list)

    def lay_out(self, blocks: Sequence[PrintedBlock]) -> None:
        for block, above in zip(blocks, _above_charts(blocks), strict=True):
            if above and isinstance(block, PrintedParagraph):
                self.headings += [*anchors(block.at), paragraph(block, self.voice.answer)]
            else:
                self._lay_out(block)

    def _lay_out(self, block: PrintedBlock) -> None:
        match block:
            case PrintedHeading():
                self._head(block)
            case PrintedParagraph():
                self.add([paragraph(block, self.voice.answer)], block.at)
            case PrintedAnswer():
                self.add(list(self._answer(block)), block.value.at)
            case PrintedChart():
                self._draw(block)
            case PrintedTable() if not block.rows:
                self.add([self._instead_of(block, NO_ROWS), *remark_lines(block.remarks, self.voice)], block.at)
            case PrintedTable() if _is_list(block):
                self._list(block)
            case PrintedTable() if is_wide(block):
                self.wide.append(block)
                self.add([self._instead_of(block, self.refer(len(self.wide)))], block.at)
            case PrintedTable():
                self.add(table_with_words(block, *PORTRAIT_AREA, self._title(block), self.voice), block.at)

    def _head(self, heading: PrintedHeading) -> None:
        styles = self.voice.headings
        self.outline = min(heading.level, self.outline + 1)
        style = styles.get(heading.level, styles[max(styles)])
        self.headings += [Bookmark(heading.text, self.outline), element(heading.text, style)]

    def add(self, flowables: Sequence[Flowable], at: Address | None = None) -> None:
        """Add what prints the node ``at``, and before it the headings that wait; all begin on one page."""
        seen = [flowable for flowable in flowables if not isinstance(flowable, Anchor)]
        room = height_of_start([*self.headings, *seen[:1]], *PORTRAIT_AREA) + self._start(seen[1:])
        self.story += [CondPageBreak(min(room, decree30.PORTRAIT_HEIGHT)), *anchors(at), *self.headings, *flowables]
        self.headings = []

    def _draw(self, chart: PrintedChart) -> None:
        """Below its text; over the end of a page where much of it would be left empty otherwise."""
        title, bars = chart_flowables(chart)
        start, whole = bars.height_of_start(decree30.PORTRAIT_WIDTH), height_of_start([bars], *PORTRAIT_AREA)
        own = height_of_start([title], *PORTRAIT_AREA) + max(start, min(whole, _LITTLE))
        room = height_of_start(self.headings, *PORTRAIT_AREA) + own
        self.story += [CondPageBreak(min(room, _MOST)), *self.headings, CondPageBreak(own)]
        self.story += [title, bars]
        self.headings = []

    def _start(self, flowables: Sequence[Flowable]) -> float:
        """How much of what follows a first line has to stay with it, in points."""
        line = self.voice.answer.leading
        height = height_of_start(flowables, *PORTRAIT_AREA)
        if any(isinstance(flowable, Grid) for flowable in flowables) or height <= KEPT_LINES * line:
            return height
        return float(2 * line)

    def _title(self, table: PrintedTable) -> list[Flowable]:
        return [] if self.voice.running else [element(_asking(table.label), self.voice.label)]

    def _list(self, table: PrintedTable) -> None:
        """A table of one column as points a), b) ... in its place, the first on the page of its title."""
        first, *others = (list(self._point(number, row[0])) for number, row in enumerate(table.rows, start=1))
        self.add([*self._title(table), *first], table.at)
        self.story += [flowable for point in others for flowable in point]
        self.story += remark_lines(table.remarks, self.voice)

    def _point(self, number: int, value: PrintedValue) -> Iterator[Flowable]:
        letter = point_letter(number)
        yield from anchors(value.at)
        yield element(f"{letter}) {value.text}" if letter else f"- {value.text}", self.voice.answer)

    def _answer(self, answer: PrintedAnswer) -> Iterator[Flowable]:
        """The answer on the last line of its label where it fits there, else below it."""
        said = _said(answer.value, answer.unit)
        label = element(_asking(answer.label), self.voice.label)
        if self.voice.running or _room_after(label) >= self._length(answer):
            yield self._on_one_line(answer.label, said)
        else:
            yield label
            yield Paragraph(said, self.voice.answer)
        if answer.words:
            yield element(f"Bằng chữ: {answer.words}.", self.voice.words)
        yield from remark_lines(answer.remarks, self.voice)

    def _length(self, answer: PrintedAnswer) -> float:
        """Of the answer on one line; what has lines of its own never fits behind a label."""
        if "\n" in answer.value.text:
            return inf
        text = f" {answer.value.text or NOT_ANSWERED} {answer.unit}"
        return text_width(text, Face.REGULAR, self.voice.answer.fontSize)

    def _instead_of(self, table: PrintedTable, said: str) -> Paragraph:
        """A sentence in the place of a table."""
        if self.voice.running:
            return element(said, self.voice.answer)
        return self._on_one_line(table.label, f"<i>{markup(said)}</i>")

    def _on_one_line(self, label: str, said: str) -> Paragraph:
        """The label and, as markup, what is said to it."""
        return Paragraph(f"{markup(_asking(label))} {said}", self.voice.label)


def _above_charts(blocks: Sequence[PrintedBlock]) -> list[bool]:
    """Of each block whether a chart follows it, with nothing but text between them."""
    found: list[bool] = []
    above = False
    for block in reversed(blocks):
        found.append(above)
        above = isinstance(block, PrintedChart) or (above and isinstance(block, PrintedParagraph))
    return found[::-1]


def is_wide(table: PrintedTable) -> bool:
    """Whether the table wants landscape pages of its own."""
    if not table.rows or _is_list(table):
        return False
    return table.landscape or not measure(table, decree30.PORTRAIT_WIDTH).fits


def table_with_words(
    table: PrintedTable, width: float, height: float, title: Sequence[Flowable], voice: Voice
) -> list[Flowable]:
    """The table under its title, its total in words, what was remarked."""
    words = [element(f"Bằng chữ: {table.words}.", voice.words)] if table.words else []
    below = [*words, *remark_lines(table.remarks, voice)]
    return [*title, *table_flowables(table, width, height, below)]


def remark_lines(remarks: tuple[PrintedRemark, ...], voice: Voice) -> list[Flowable]:
    return [element(f"{remark.title}: {remark.text}", voice.remark) for remark in remarks]


def paragraph(printed: PrintedParagraph, style: ParagraphStyle) -> Paragraph:
    lead = f"<b>{markup(printed.lead)}</b> " if printed.lead else ""
    return Paragraph(f"{lead}{markup(printed.text)}", style)


def _is_list(table: PrintedTable) -> bool:
    """A single column of texts about which its header says nothing that the table's label has not said."""
    column, *others = table.columns
    texts = not others and column.kind is ValueKind.TEXT and not (column.unit or table.totals or table.words)
    return texts and column.label.casefold() in ("", table.label.casefold())


def _room_after(label: Paragraph) -> float:
    ends = line_ends(label, decree30.PORTRAIT_WIDTH)
    return decree30.PORTRAIT_WIDTH - (ends[-1] if ends else 0)


def _said(value: PrintedValue, unit: str) -> str:
    if value.blank:
        return f"<i>{NOT_ANSWERED}</i>"
    return markup(f"{value.text} {unit}".strip())


def _asking(label: str) -> str:
    return label if not label or label.endswith((":", "?", ".")) else f"{label}:"
