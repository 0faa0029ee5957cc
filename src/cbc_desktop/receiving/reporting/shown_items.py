"""Which items of an indicator stand on paper: those of the campaign and the largest of the others, by short names."""

from __future__ import annotations

from dataclasses import replace

from cbc_desktop.base.message import Message
from cbc_desktop.documents.vietnamese import number_text
from cbc_desktop.forms.indicators import Chart
from cbc_desktop.receiving.consolidating.book_words import INDICATORS
from cbc_desktop.receiving.consolidating.figures import IndicatorFigures, ItemFigures

MOST_ITEMS = 20
"""Of one indicator, where agencies wrote in their own words what it is made of."""
MOST_NAMED = 60
"""Of one indicator, where the campaign has words for more."""
MOST_SHADES = 8
"""Of one bar: more of them nobody tells apart, and each becomes a bar of its own."""
LONGEST_NAME, LONGEST_HEADING = 200, 80
"""Letters of what a bar is called, and of what stands above a column."""
LEFT_OUT = "… và {count} mục khác, xem sổ tổng hợp kèm theo, trang “{sheet}”."


def on_paper(figures: IndicatorFigures) -> IndicatorFigures:
    """As a report can show it; all of it stands in the workbook."""
    items = tuple(replace(item, item=replace(item.item, label=_short(item.item.label))) for item in _kept(figures))
    stacked = figures.definition.chart is Chart.STACKED and len(items) > MOST_SHADES
    chart = Chart.BARS if stacked else figures.definition.chart
    return IndicatorFigures(replace(figures.definition, chart=chart), items)


def left_out(figures: IndicatorFigures) -> str:
    """How many items there are beside those that are shown, and where they are found; "" for none."""
    count = len(figures.items) - len(_kept(figures))
    return LEFT_OUT.format(count=number_text(count), sheet=INDICATORS.vi) if count else ""


def short_name(text: str, longest: int = LONGEST_NAME) -> str:
    """On one line, and of a length for which there is room beside a bar."""
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[:longest]}…"


def _kept(figures: IndicatorFigures) -> tuple[ItemFigures, ...]:
    """The campaign's own before the others, of each the largest; in the order in which they come."""
    own = {item.value for item in figures.definition.items}
    named = len(figures.items) if figures.definition.choices else len(own)
    most = max(MOST_ITEMS, min(named, MOST_NAMED))
    ranked = sorted(
        enumerate(figures.items), key=lambda placed: (placed[1].item.value not in own, -placed[1].total.value)
    )
    return tuple(item for _, item in sorted(ranked[:most], key=lambda placed: placed[0]))


def _short(label: Message) -> Message:
    return Message(short_name(label.vi), short_name(label.en))
