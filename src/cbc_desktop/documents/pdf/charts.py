"""A chart as a flowable: bars in shades that keep apart on grey printers, their figures beside them, in our own font.

Drawn on the page itself: the canvas of reportlab.graphics begins with a font that is not embedded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from reportlab.lib.colors import Color, black, white
from reportlab.platypus import Flowable, Paragraph

from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.decree30 import element, letters
from cbc_desktop.documents.pdf.fonts import Face, text_width
from cbc_desktop.documents.printed_chart import ChartBar, PrintedChart
from cbc_desktop.documents.vietnamese import number_text

SIZE = 10.0
CAPTION = letters(13, italic=True, alignment=decree30.CENTRED, spaceBefore=8, spaceAfter=3)
LABEL = letters(SIZE, allowWidows=1, allowOrphans=1)
HEADER = letters(SIZE, bold=True, alignment=decree30.CENTRED, allowWidows=1, allowOrphans=1)
LEGEND = letters(SIZE, leftIndent=16, allowWidows=1, allowOrphans=1)

LABEL_SHARE = 0.34
"""Of the width, for what the bars stand for."""
MOST_OF_FIGURES = 0.42
NARROWEST_COLUMN = 30.0
GAP = 4.0
BAR = 11.0
ROW_PADDING = 1.5
BETWEEN_GROUPS = 5.0
MARK = 8.0
"""A side of the squares in the legend."""
FEWEST_BARS = 3
"""On each page over which a chart goes on."""
THIN, TRACK = 0.4, Color(0.72, 0.72, 0.72)
DARK, PALE = (0.11, 0.23, 0.39), (0.87, 0.91, 0.95)
DARK_ENOUGH = 0.5
"""From this brightness on, figures in a bar are black."""


def chart_flowables(chart: PrintedChart) -> tuple[Paragraph, BarsDrawing]:
    """Its title, then the bars."""
    return element(chart.title, CAPTION), BarsDrawing(chart)


def shade(place: int, count: int) -> Color:
    """Of the piece at ``place`` of ``count``: from dark to pale, so that the order is seen without colours too."""
    share = place / (count - 1) if count > 1 else 0.35
    return Color(*(dark + (pale - dark) * share for dark, pale in zip(DARK, PALE, strict=True)))


class BarsDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Breaks between bars where a page ends; header and legend come again, and the scale stays."""

    def __init__(self, chart: PrintedChart, full: Decimal | None = None) -> None:
        super().__init__()
        self.chart, self._full = chart, full or _full(chart)
        self.spaceBefore, self.spaceAfter = 2.0, 6.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width = available_width
        self._columns = _column_width(self.chart, available_width)
        self._label_width = available_width * LABEL_SHARE - GAP
        self._labels = [_wrapped(bar.label, self._label_width) for bar in self.chart.bars]
        self._header = [_wrapped(text, self._columns - GAP, HEADER) for text in self.chart.columns]
        self._legend = [_wrapped(text, available_width, LEGEND) for text in _legend(self.chart)]
        self._head = max((height for _, height in self._header), default=0.0) + GAP
        self.height = self._head + sum(self._row_heights()) + sum(height for _, height in self._legend) + GAP
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        self.wrap(available_width, available_height)
        heights = self._row_heights()
        room = available_height - (self.height - sum(heights))
        taken = 0
        while taken < len(heights) and sum(heights[: taken + 1]) <= room:
            taken += 1
        kept = min(taken, len(heights) - FEWEST_BARS)
        if kept >= FEWEST_BARS:
            taken = kept
        elif available_height < decree30.PORTRAIT_HEIGHT / 2:
            return []
        if not 0 < taken < len(heights):
            return []
        parts = (self.chart.bars[:taken], self.chart.bars[taken:])
        return [BarsDrawing(replace(self.chart, bars=bars), self._full) for bars in parts]

    def height_of_start(self, width: float) -> float:
        """The room it needs to begin: all of it when it has few bars."""
        self.wrap(width, decree30.PORTRAIT_HEIGHT)
        heights = self._row_heights()
        later = heights[FEWEST_BARS:] if len(heights) >= 2 * FEWEST_BARS else []
        return self.height - sum(later)

    def draw(self) -> None:
        height = self.height
        for place, (paragraph, _) in enumerate(self._header):
            paragraph.drawOn(self.canv, self._column_left(place) + GAP / 2, height - self._head + GAP)
        height -= self._head
        top = height
        for bar, label, of_row in zip(self.chart.bars, self._labels, self._row_heights(), strict=True):
            self._draw_row(bar, label, height, of_row)
            height -= of_row
        self._draw_target(top, height)
        self._draw_legend(height - GAP)

    def _row_heights(self) -> list[float]:
        gaps = [BETWEEN_GROUPS if bar.apart else 0.0 for bar in self.chart.bars]
        return [max(height, BAR) + 2 * ROW_PADDING + gap for (_, height), gap in zip(self._labels, gaps, strict=True)]

    def _draw_row(self, bar: ChartBar, label: tuple[Paragraph, float], top: float, height: float) -> None:
        middle = top - (height + (BETWEEN_GROUPS if bar.apart else 0)) / 2
        paragraph, of_text = label
        paragraph.drawOn(self.canv, 0, middle - of_text / 2)
        self._draw_bar(bar, middle - BAR / 2)
        self.canv.setFillColor(black)
        self.canv.setFont(Face.REGULAR.value, SIZE)
        for place, figure in enumerate(bar.figures):
            self.canv.drawRightString(self._column_left(place) + self._columns - GAP, middle - SIZE * 0.32, figure)

    def _draw_bar(self, bar: ChartBar, bottom: float) -> None:
        canvas, left, width = self.canv, self._bar_left, self._bar_width
        canvas.setLineWidth(THIN)
        canvas.setStrokeColor(TRACK)
        if self.chart.full is not None:
            canvas.rect(left, bottom, width, BAR, stroke=1, fill=0)
        for place, value in enumerate(bar.values):
            piece = min(width * float(max(value, Decimal(0)) / self._full), self._bar_left + width - left)
            if piece <= 0:
                continue
            colour = shade(place, len(self.chart.series))
            canvas.setFillColor(colour)
            canvas.setStrokeColor(white)
            canvas.rect(left, bottom, piece, BAR, stroke=int(self.chart.stacked), fill=1)
            if self.chart.stacked:
                _draw_share(canvas, value, colour, left, bottom, piece)
            left += piece

    def _draw_target(self, top: float, bottom: float) -> None:
        target = self.chart.target
        if target is None:
            return
        place = self._bar_left + self._bar_width * float(target.at / self._full)
        self.canv.saveState()
        self.canv.setStrokeColor(black)
        self.canv.setLineWidth(0.8)
        self.canv.setDash(3, 2)
        self.canv.line(place, top, place, bottom)
        self.canv.restoreState()

    def _draw_legend(self, top: float) -> None:
        height = top
        for place, (paragraph, of_text) in enumerate(self._legend):
            paragraph.drawOn(self.canv, 0, height - of_text)
            self._draw_mark(place, height - LEGEND.leading / 2)
            height -= of_text

    def _draw_mark(self, place: int, middle: float) -> None:
        """A square in the shade of the piece, a white one for the rest, a dashed line for the target."""
        canvas, pieces = self.canv, len(self.chart.series) if self.chart.stacked else 0
        canvas.saveState()
        canvas.setLineWidth(THIN)
        if place >= pieces and not (self.chart.rest and place == pieces):
            canvas.setDash(3, 2)
            canvas.setLineWidth(0.8)
            canvas.line(2 + MARK / 2, middle - MARK / 2 - 1, 2 + MARK / 2, middle + MARK / 2 + 1)
        else:
            canvas.setStrokeColor(TRACK)
            canvas.setFillColor(shade(place, pieces) if place < pieces else white)
            canvas.rect(2, middle - MARK / 2, MARK, MARK, stroke=1, fill=1)
        canvas.restoreState()

    @property
    def _bar_left(self) -> float:
        return self._label_width + GAP

    @property
    def _bar_width(self) -> float:
        return self.width - self._bar_left - len(self.chart.columns) * self._columns - GAP

    def _column_left(self, place: int) -> float:
        return self.width - (len(self.chart.columns) - place) * self._columns


def _wrapped(text: str, width: float, style: Any = LABEL) -> tuple[Paragraph, float]:
    paragraph = element(text, style)
    return paragraph, float(paragraph.wrap(width, decree30.PORTRAIT_HEIGHT)[1])


def _legend(chart: PrintedChart) -> Iterator[str]:
    """The pieces of stacked bars, what is missing to the end, and what the line across says."""
    if chart.stacked:
        yield from chart.series
    if chart.rest:
        yield chart.rest
    if chart.target is not None:
        yield chart.target.label


def _full(chart: PrintedChart) -> Decimal:
    """The value at the end of the axis, above nought."""
    if chart.full is not None:
        return chart.full
    return max((sum(bar.values, Decimal(0)) for bar in chart.bars), default=Decimal(0)) or Decimal(1)


def _column_width(chart: PrintedChart, width: float) -> float:
    """One for all, so that the widest figure and the longest word of a header fit where there is room."""
    figures = [text_width(text, Face.REGULAR, SIZE) for bar in chart.bars for text in bar.figures]
    words = [text_width(word, Face.BOLD, SIZE) for text in chart.columns for word in text.split()]
    wanted = max([NARROWEST_COLUMN, *figures, *words]) + 2 * GAP
    return min(wanted, width * MOST_OF_FIGURES / max(1, len(chart.columns)))


def _draw_share(canvas: Any, value: Decimal, colour: Color, left: float, bottom: float, width: float) -> None:
    """The percentage inside a piece, where it has room."""
    text = number_text(value.quantize(Decimal(1), ROUND_HALF_UP))
    if text_width(text, Face.REGULAR, SIZE - 2) + 3 > width:
        return
    canvas.setFillColor(black if _brightness(colour) > DARK_ENOUGH else white)
    canvas.setFont(Face.REGULAR.value, SIZE - 2)
    canvas.drawCentredString(left + width / 2, bottom + BAR / 2 - (SIZE - 2) * 0.34, text)


def _brightness(colour: Color) -> float:
    """As a grey printer sees it (ITU-R BT.601)."""
    weights: Sequence[float] = (0.299, 0.587, 0.114)
    parts = (colour.red, colour.green, colour.blue)
    return float(sum(weight * part for weight, part in zip(weights, parts, strict=True)))
