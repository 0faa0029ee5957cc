"""The bars of an indicator with the figures that they stand for, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from cbc_desktop.forms.indicators import Denominator, IndicatorDef, Measure
from cbc_desktop.receiving.consolidating.figures import Figure, percent
from cbc_desktop.receiving.reporting.words import NOTHING, number_said, percent_said, share_said
from cbc_desktop.ui.consolidating.subjects import Bar, Bars

translate = QCoreApplication.translate
_WHOLE = Decimal(100)


def bars_of(definition: IndicatorDef, heading: str, unit: str, shown: Sequence[tuple[str, Figure, bool]]) -> Bars:
    """``heading`` says what the bars are of, ``unit`` in what they are counted.

    ``shown``: what is said of each figure, and whether it begins a group.
    """
    longest = max((figure.value for _, figure, _ in shown), default=Decimal(0))
    bars = tuple(
        Bar(label, _length(definition, figure, longest), _cells(definition.measure, figure), apart)
        for label, figure, apart in shown
    )
    headings, bars = _without_empty(_headings(definition.measure, unit), bars)
    target = definition.target
    if target is None or definition.measure is Measure.SUM:
        return Bars(heading, headings, bars)
    told = translate("Indicator", "Chỉ tiêu {percent}%").format(percent=target.percent)
    return Bars(heading, headings, bars, target.percent / float(_WHOLE), told)


def _without_empty(headings: tuple[str, ...], bars: tuple[Bar, ...]) -> tuple[tuple[str, ...], tuple[Bar, ...]]:
    """Without columns of which nothing can be said."""
    kept = [place for place in range(len(headings)) if any(bar.cells[place] != NOTHING for bar in bars)]
    fewer = tuple(replace(bar, cells=tuple(bar.cells[place] for place in kept)) for bar in bars)
    return tuple(headings[place] for place in kept), fewer


def _length(definition: IndicatorDef, figure: Figure, longest: Decimal) -> float:
    """In percent of the campaign's denominator; a sum as a part of the largest one."""
    of: Mapping[Measure, Callable[[], Decimal | None]] = {
        Measure.SHARE: lambda: figure.percent_of(definition.denominator),
        Measure.RATIO: lambda: figure.ratio,
        Measure.SUM: lambda: percent(figure.value, longest),
    }
    return min(1.0, float((of[definition.measure]() or Decimal(0)) / _WHOLE))


def _headings(measure: Measure, unit: str) -> tuple[str, ...]:
    blank = translate("Indicator", "Để trống")
    given = (translate("Indicator", "Có số liệu"), blank)
    if measure is Measure.RATIO:
        return (translate("Indicator", "Tỷ lệ"), unit, translate("Indicator", "Trên tổng"), *given)
    if measure is Measure.SUM:
        return (unit, *given)
    return (
        translate("Indicator", "Số cơ quan"),
        translate("Indicator", "% được hỏi"),
        translate("Indicator", "% đã gửi"),
        translate("Indicator", "% trả lời"),
        blank,
    )


def _cells(measure: Measure, figure: Figure) -> tuple[str, ...]:
    value, blank = number_said(figure.value), number_said(Decimal(figure.blank))
    given = number_said(Decimal(figure.answered))
    match measure:
        case Measure.SHARE:
            return (value, *(share_said(figure, each) for each in Denominator), blank)
        case Measure.RATIO:
            return (percent_said(figure.ratio), value, number_said(figure.base or Decimal(0)), given, blank)
        case Measure.SUM:
            return (value, given, blank)
