"""One indicator in a sentence or two, with both denominators and with what was left blank."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from cbc_desktop.documents.vietnamese import number_text
from cbc_desktop.forms.indicators import Chart, Denominator, Measure
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.figures import Figure, IndicatorFigures, ItemFigures
from cbc_desktop.receiving.reporting.words import number_said, percent_said

OF: Mapping[Denominator, str] = {
    Denominator.ASKED: "số cơ quan được hỏi",
    Denominator.RESPONDENTS: "số cơ quan đã gửi",
    Denominator.ANSWERED: "số cơ quan trả lời",
}
NOBODY = "Chưa có cơ quan nào trả lời nội dung này."
MOST = "Nhiều nhất là "
FEW = 3
"""Of many items the sentence names so many, the largest first; the chart has all."""


_STANDING = (
    ("late", ", trong đó có {count} cơ quan gửi quá hạn"),
    ("undecided", "; {count} cơ quan gửi các bản mâu thuẫn, chờ quyết định"),
    ("pending", "; {count} cơ quan đã gửi nhưng hồ sơ chưa dùng được"),
    ("missing", "; {count} cơ quan chưa gửi"),
)


def standing(consolidated: Consolidated) -> str:
    """What goes on behind "of so many agencies": who is late and who does not count; noughts are not told."""
    counts = ((getattr(consolidated, status), words) for status, words in _STANDING)
    return "".join(words.format(count=number_text(count)) for count, words in counts if count)


def sentences(figures: IndicatorFigures) -> Iterator[str]:
    """What it comes to; then target and remark where there are any."""
    definition = figures.definition
    yield NOBODY if figures.is_blank else _SAID[definition.measure](figures)
    if definition.target is not None:
        target = definition.target
        yield f"Chỉ tiêu: {number_text(target.percent)}% ({target.source.vi})."
    if definition.note is not None:
        yield definition.note.vi


def _share(figures: IndicatorFigures) -> str:
    if not figures.definition.has_items:
        total = figures.items[0].total
        return f"{number_text(total.agencies)} cơ quan, bằng {_percents(figures, total)}."
    chosen = replace(figures, items=tuple(item for item in figures.items if item.total.agencies))
    answered = _answered(figures.items[0].total)
    return f"{answered}{_most(chosen)}{'; '.join(_items(chosen))}." if chosen.items else answered.strip()


def _most(figures: IndicatorFigures) -> str:
    return MOST if len(_named(figures)) < len(figures.items) else ""


def _named(figures: IndicatorFigures) -> Sequence[ItemFigures]:
    """All in their order where they share a bar or are few, else the largest ones."""
    if figures.definition.chart is Chart.STACKED or len(figures.items) <= FEW:
        return figures.items
    return sorted(figures.items, key=lambda item: -item.total.value)[:FEW]


def _items(figures: IndicatorFigures) -> Iterator[str]:
    for item in _named(figures):
        yield f"{item.item.label.vi}: {number_text(item.total.agencies)} cơ quan, {_percents(figures, item.total)}"


def _percents(figures: IndicatorFigures, figure: Figure) -> str:
    """In percent of two denominators, the campaign's own first; of one where the other cannot be."""
    first = figures.definition.denominator
    both = [first, *(each for each in Denominator if each is not first)][:2]
    return " và ".join(
        f"{percent_said(part)} {OF[each]}" for each in both if (part := figure.percent_of(each)) is not None
    )


def _answered(total: Figure) -> str:
    """ "" for what is known of agencies that have sent nothing."""
    if total.is_known_unsent:
        return ""
    return f"Có {number_text(total.answered)}/{number_text(total.respondents)} cơ quan đã gửi trả lời nội dung này. "


def _sum(figures: IndicatorFigures) -> str:
    definition = figures.definition
    if not definition.has_items:
        total = figures.items[0].total
        return f"Tổng số: {number_said(total.value)} {definition.unit.vi}. {_counted(total)}"
    told = ((item.item, number_said(item.total.value)) for item in _named(figures))
    said = "; ".join(f"{item.label.vi}: {number} {definition.unit_of(item).vi}" for item, number in told)
    return f"{_most(figures)}{said}. Ô để trống không tính vào tổng."


def _ratio(figures: IndicatorFigures) -> str:
    unit_of = figures.definition.unit_of
    said = [
        f"{item.item.label.vi}{': ' if item.item.value else ''}{percent_said(item.total.ratio)} "
        f"({number_said(item.total.value)}/{number_said(item.total.base or Decimal(0))} {unit_of(item.item).vi})"
        for item in figures.items
    ]
    return f"{'; '.join(said)}. {_counted(figures.items[0].total)}"


def _counted(total: Figure) -> str:
    return (
        f"Tính trên {number_text(total.answered)} cơ quan có số liệu; {number_text(total.blank)} cơ quan đã gửi "
        "để trống, không tính."
    )


_SAID: Mapping[Measure, Callable[[IndicatorFigures], str]] = {
    Measure.SHARE: _share,
    Measure.SUM: _sum,
    Measure.RATIO: _ratio,
}
