"""The chart of one indicator: bars for its items or for groups of agencies, with the figures that they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from cbc_desktop.base.paper import printable_text
from cbc_desktop.documents.printed_chart import ChartBar, ChartTarget, PrintedChart
from cbc_desktop.documents.vietnamese import number_text
from cbc_desktop.forms.indicators import Chart, Denominator, IndicatorDef, Measure
from cbc_desktop.receiving.consolidating.figures import Figure, IndicatorFigures
from cbc_desktop.receiving.reporting.groups import ShownGroup
from cbc_desktop.receiving.reporting.sentences import OF
from cbc_desktop.receiving.reporting.words import NOTHING, number_said, percent_said, share_said

WHOLE = Decimal(100)
BY_GROUP = "theo loại cơ quan và vùng"
NOT_THERE = {
    Denominator.ASKED: "Chưa gửi báo cáo hoặc không trả lời",
    Denominator.RESPONDENTS: "Không trả lời",
    Denominator.ANSWERED: "",
}
SHARE_COLUMNS = ("Số cơ quan", "% được hỏi", "% đã gửi", "% trả lời")
GROUP_COLUMNS = ("Được hỏi", "Đã gửi", "Số cơ quan", "% được hỏi", "% đã gửi")
QUANTITY = "Số lượng"
"""Above figures of several units, which stand beside what they count."""
NUMBERS_GIVEN = ("Cơ quan có số liệu", "Để trống")


def chart_of(figures: IndicatorFigures, groups: Sequence[ShownGroup], number: int) -> PrintedChart | None:
    """None where the campaign wants no chart, or nobody has answered; ``number`` is told above it."""
    definition = figures.definition
    title = printable_text(f"Biểu đồ {number}. {_lengths(definition)}")
    if definition.chart is Chart.NONE or figures.is_blank:
        return None
    if definition.chart is Chart.STACKED and definition.measure is Measure.SHARE:
        return _stacked(figures, groups, title)
    if definition.has_items:
        bars = [(item.item.label_with_unit.vi, item.total, False) for item in figures.items]
        return _bars(definition, bars, title, by_group=False)
    (item,) = figures.items
    bars = [(group.label, item.of[group.group], group.apart) for group in groups]
    return _bars(definition, bars, title, by_group=True)


def _lengths(definition: IndicatorDef) -> str:
    """What the bars are long by: the heading has said what they are about."""
    by_group = not definition.has_items or definition.chart is Chart.STACKED
    of = {
        Measure.SHARE: f"Tỷ lệ % {OF[definition.denominator]}",
        Measure.RATIO: f"Tỷ lệ % {definition.unit.vi}",
        Measure.SUM: f"Tổng số ({definition.unit.vi})" if definition.has_one_unit else "Tổng số",
    }[definition.measure]
    return f"{of}, {BY_GROUP}" if by_group else of


def _stacked(figures: IndicatorFigures, groups: Sequence[ShownGroup], title: str) -> PrintedChart:
    """How agencies divide over the items, in each group; the columns are numbered like the legend."""
    of = figures.definition.denominator
    bars = []
    for group in groups:
        there = [item.of[group.group] for item in figures.items]
        values = tuple(figure.percent_of(of) or Decimal(0) for figure in there)
        counts = tuple(number_text(figure.agencies) for figure in there)
        bars.append(ChartBar(printable_text(group.label), values, (number_text(there[0].of(of)), *counts), group.apart))
    marks = [f"({number})" for number in range(1, len(figures.items) + 1)]
    series = (f"{mark} {item.item.label.vi}" for mark, item in zip(marks, figures.items, strict=True))
    return PrintedChart(
        title,
        series=tuple(map(printable_text, series)),
        columns=("Cơ quan", *marks),
        bars=tuple(bars),
        full=WHOLE,
        rest=NOT_THERE[of] if figures.items[0].total.answered < figures.items[0].total.of(of) else "",
    )


def _bars(
    definition: IndicatorDef, of: Sequence[tuple[str, Figure, bool]], title: str, *, by_group: bool
) -> PrintedChart:
    bars = tuple(
        ChartBar(
            printable_text(label), (_length(definition, figure),), _cells(definition.measure, figure, by_group), apart
        )
        for label, figure, apart in of
    )
    columns, bars = _without_empty(_columns(definition, by_group), bars)
    target = None
    if definition.target is not None and definition.measure is not Measure.SUM:
        percent = definition.target.percent
        target = ChartTarget(Decimal(percent), printable_text(f"Chỉ tiêu {percent}% ({definition.target.source.vi})"))
    return PrintedChart(
        title,
        series=(definition.unit.vi,),
        columns=columns,
        bars=bars,
        full=None if definition.measure is Measure.SUM else WHOLE,
        target=target,
    )


def _without_empty(
    columns: tuple[str, ...], bars: tuple[ChartBar, ...]
) -> tuple[tuple[str, ...], tuple[ChartBar, ...]]:
    """Without columns of which nothing can be said."""
    kept = [place for place in range(len(columns)) if any(bar.figures[place] != NOTHING for bar in bars)]
    fewer = tuple(replace(bar, figures=tuple(bar.figures[place] for place in kept)) for bar in bars)
    return tuple(columns[place] for place in kept), fewer


def _length(definition: IndicatorDef, figure: Figure) -> Decimal:
    match definition.measure:
        case Measure.SHARE:
            return figure.percent_of(definition.denominator) or Decimal(0)
        case Measure.RATIO:
            return figure.ratio or Decimal(0)
        case Measure.SUM:
            return figure.value


def _columns(definition: IndicatorDef, by_group: bool) -> tuple[str, ...]:
    match definition.measure:
        case Measure.SHARE:
            return GROUP_COLUMNS if by_group else SHARE_COLUMNS
        case Measure.RATIO:
            counted = f"Số {definition.unit.vi}" if definition.has_one_unit else QUANTITY
            return (counted, "Trên tổng", "Tỷ lệ", *NUMBERS_GIVEN)
        case Measure.SUM:
            unit = printable_text(definition.unit.vi.capitalize())
            return (unit if definition.has_one_unit else QUANTITY, *NUMBERS_GIVEN)


def _cells(measure: Measure, figure: Figure, by_group: bool) -> tuple[str, ...]:
    asked, sent, answered = (share_said(figure, each) for each in Denominator)
    given = (number_text(figure.answered), number_text(figure.blank))
    match measure:
        case Measure.SHARE if by_group:
            here = (number_text(figure.asked), number_text(figure.respondents), number_text(figure.agencies))
            return (*here, asked, sent)
        case Measure.SHARE:
            return (number_text(figure.agencies), asked, sent, answered)
        case Measure.RATIO:
            parts = (number_said(figure.value), number_said(figure.base or Decimal(0)), percent_said(figure.ratio))
            return (*parts, *given)
        case Measure.SUM:
            return (number_said(figure.value), *given)
