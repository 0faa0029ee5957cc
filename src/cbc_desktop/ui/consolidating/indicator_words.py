"""What an indicator comes to in words, with both denominators and what was left blank; and what one agency answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cbc_desktop.forms.indicators import Denominator, IndicatorDef, Labelled, Measure
from cbc_desktop.receiving.consolidating.behind import AgencyBehind, Part
from cbc_desktop.receiving.consolidating.figures import Figure, IndicatorFigures, percent
from cbc_desktop.receiving.reporting.words import NOTHING, number_said, percent_said, share_said
from cbc_desktop.ui.look import Look

translate = QCoreApplication.translate


def brief(figures: IndicatorFigures) -> str:
    """The figure in a few letters; "" with items, of which no single one says what it comes to."""
    definition = figures.definition
    if definition.has_items or not figures.items:
        return ""
    total = figures.items[0].total
    if definition.measure is Measure.SHARE:
        return share_said(total, definition.denominator)
    return percent_said(total.ratio) if definition.measure is Measure.RATIO else number_said(total.value)


def sentences(figures: IndicatorFigures, look: Look) -> str:
    definition = figures.definition
    said = [_measured(figures, look), _left_out(figures)]
    if definition.target is not None:
        told = translate("Indicator", "Chỉ tiêu: {percent}% ({source}).")
        said.append(told.format(percent=definition.target.percent, source=look.text(definition.target.source)))
    if definition.note is not None:
        said.append(look.text(definition.note))
    return " ".join(filter(None, said))


def counted_in(definition: IndicatorDef, items: Sequence[Labelled], look: Look) -> str:
    """What stands above figures of these items; they say it themselves where it is not the same of all."""
    units = {look.text(definition.unit_of(item)) for item in items}
    return units.pop().capitalize() if len(units) == 1 else translate("Indicator", "Số lượng")


def answer(definition: IndicatorDef, one: AgencyBehind, look: Look) -> str:
    """What the agency answered, as far as the indicator asks for it."""
    if one.answers:
        return "; ".join(look.text(answer.label) for answer in one.answers)
    if definition.measure is Measure.SHARE:
        return _YES_OR_NO[one.part]() if one.part in _YES_OR_NO else ""
    if one.value is None:
        return ""
    if one.base is None:
        return number_said(one.value)
    return f"{number_said(one.value)}/{number_said(one.base)} = {percent_said(percent(one.value, one.base))}"


_YES_OR_NO = {
    Part.COUNTS: lambda: translate("Indicator", "có"),
    Part.OTHERWISE: lambda: translate("Indicator", "không"),
}


def _measured(figures: IndicatorFigures, look: Look) -> str:
    if figures.definition.has_items or not figures.items:
        return ""
    return _said(figures.definition, figures.items[0].total, look.text(figures.definition.unit))


def _said(definition: IndicatorDef, total: Figure, unit: str) -> str:
    value = number_said(total.value)
    match definition.measure:
        case Measure.SHARE:
            asked, sent = (share_said(total, each) for each in (Denominator.ASKED, Denominator.RESPONDENTS))
            if sent == NOTHING:
                return translate("Indicator", "{count} cơ quan: {asked} số được hỏi.").format(count=value, asked=asked)
            told = translate("Indicator", "{count} cơ quan: {asked} số được hỏi, {sent} số đã gửi.")
            return told.format(count=value, asked=asked, sent=sent)
        case Measure.RATIO:
            base = number_said(total.base) if total.base is not None else ""
            return f"{percent_said(total.ratio)} ({value}/{base} {unit})."
        case Measure.SUM:
            return f"{value} {unit}."


def _left_out(figures: IndicatorFigures) -> str:
    """Of items that are sums each has its own blanks, which stand beside its bar."""
    definition = figures.definition
    if definition.has_items and definition.measure is not Measure.SHARE:
        return translate("Indicator", "Ô để trống không tính vào tổng.")
    blank = figures.items[0].total.blank if figures.items else 0
    return translate("Indicator", "%n cơ quan đã gửi nhưng để trống, không tính.", "", blank) if blank else ""
