"""What has changed since the consolidation before, as lists: agencies that are new, and figures that moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from cbc_desktop.forms.indicators import IndicatorDef, Labelled, Measure
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.differences import AgencyChange, FigureChange
from cbc_desktop.receiving.reporting.words import NOTHING, number_said, percent_said, points_said, signed
from cbc_desktop.ui.consolidating.subjects import AgencyLine, AgencyLists, Lines
from cbc_desktop.ui.look import Look

translate = QCoreApplication.translate


def change_lists(consolidated: Consolidated, look: Look) -> AgencyLists:
    """Those that say something; none where it is the first consolidation, or as the one before."""
    difference = consolidated.difference
    if difference is None:
        return AgencyLists((), ())
    lists = (
        _agencies(translate("Consolidated", "Mới gửi"), difference.arrived),
        _agencies(translate("Consolidated", "Tính bản khác"), difference.amended),
        _agencies(translate("Consolidated", "Không còn tính"), difference.gone),
        _figures(consolidated, difference.figures, look),
    )
    return AgencyLists((translate("Consolidated", "Cơ quan"),), tuple(lines for lines in lists if lines.lines))


def _agencies(title: str, changes: Iterable[AgencyChange]) -> Lines:
    return Lines(title, tuple(AgencyLine(change.agency, (change.name,)) for change in changes))


def _figures(consolidated: Consolidated, changes: Iterable[FigureChange], look: Look) -> Lines:
    labels = _labels(consolidated, look)
    headings = (
        translate("Consolidated", "Số liệu"),
        translate("Consolidated", "Lần trước"),
        translate("Consolidated", "Lần này"),
        translate("Consolidated", "Tăng, giảm"),
    )
    lines = (
        AgencyLine("", (labels.get((change.indicator, change.item), change.label), *_moved(change)))
        for change in changes
    )
    return Lines(translate("Consolidated", "Số liệu đã đổi"), tuple(lines), headings)


def _labels(consolidated: Consolidated, look: Look) -> Mapping[tuple[str, str], str]:
    """``indicator: item (unit)``, as the window says it."""
    return {
        (figures.definition.id, item.item.value): _label(figures.definition, item.item, look)
        for figures in consolidated.figures
        for item in figures.items
    }


def _label(definition: IndicatorDef, item: Labelled, look: Look) -> str:
    """Of what is told in percent the unit is not said."""
    named = ": ".join(filter(None, (look.text(definition.name), look.text(item.label))))
    unit = "" if definition.measure is Measure.RATIO else look.text(definition.unit_of(item))
    return f"{named} ({unit})" if unit else named


def _moved(change: FigureChange) -> tuple[str, str, str]:
    """Before, now and the difference; of ratios the percentages, which differ by points."""
    before, now = change.told
    told = tuple(percent_said(one) if change.is_ratio else _number(one) for one in (before, now))
    if before is None or now is None:
        return told[0], told[1], NOTHING
    if not change.is_ratio:
        return told[0], told[1], signed(now - before)
    points = translate("Consolidated", "{number} điểm").format(number=points_said(now - before))
    return told[0], told[1], points


def _number(value: Decimal | None) -> str:
    return NOTHING if value is None else number_said(value)
