"""The sheets of figures: what each indicator comes to, by group, and the agencies behind each figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from cbc_desktop.base.message import Message
from cbc_desktop.documents.consolidated_book import (
    Band,
    BookColumn,
    BookSheet,
    Cell,
    Form,
    Leading,
    Place,
    Plain,
    Row,
    SumOf,
)
from cbc_desktop.forms.indicators import Denominator, IndicatorDef, Labelled, Measure
from cbc_desktop.receiving.consolidating import book_words as words
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.evaluating import Evaluator
from cbc_desktop.receiving.consolidating.figures import BehindRow, Figure, IndicatorFigures, ItemFigures
from cbc_desktop.store.tables_file import AskedTables

INDICATORS, COMPARED, BEHIND = "indicators", "compared", "behind"
_VALUE_BEHIND, _BASE_BEHIND = 5, 6
"""Columns of the agencies behind, counted from 0."""
_SHARES = (Denominator.ASKED, Denominator.RESPONDENTS, Denominator.ANSWERED)
_HUNDRED = Decimal(100)


class FigureSheets:
    """Of one consolidation."""

    def __init__(self, consolidated: Consolidated, asked: AskedTables) -> None:
        self._consolidated = consolidated
        self._evaluator = Evaluator(asked, consolidated.campaign.report_year)
        self._names: dict[str, str] = dict(asked.rows("SELECT id, name FROM agency"))
        self._groups = consolidated.indicators.groups
        self._starts = dict(self._placed())

    def sheets(self) -> tuple[BookSheet, ...]:
        shares = (words.OF_ASKED, words.OF_RESPONDENTS, words.OF_ANSWERED)
        value = (_figure(words.VALUE), _figure(words.BASE), _share(words.RATIO), _figure(words.AGENCIES))
        return (
            BookSheet(
                INDICATORS,
                words.INDICATORS.vi,
                words.ABOUT_INDICATORS.vi,
                (
                    *(_text(words.INDICATOR, 50), _text(words.ITEM, 34), _text(words.UNIT, 14), *value),
                    *map(_share, shares),
                    *(_figure(words.BLANK), _text(words.TARGET, 26), _text(words.NOTE, 36)),
                ),
                self._indicator_rows(),
            ),
            BookSheet(
                COMPARED,
                words.COMPARED.vi,
                words.ABOUT_COMPARED.vi,
                (
                    *(_text(words.INDICATOR, 50), _text(words.ITEM, 34), _text(words.GROUPED_BY, 16)),
                    *(_text(words.GROUP, 34), *value, _figure(words.OF_GROUP_ASKED), _figure(words.OF_GROUP_SENT)),
                    *map(_share, shares),
                    _figure(words.BLANK),
                ),
                self._compared_rows(),
            ),
            BookSheet(
                BEHIND,
                words.BEHIND.vi,
                words.ABOUT_BEHIND.vi,
                (
                    *(_text(words.INDICATOR, 50), _text(words.ITEM, 34), _text(words.AGENCY, 46)),
                    *(_text(words.KIND, 26), _text(words.REGION, 34), _figure(words.VALUE), _figure(words.BASE)),
                ),
                self._behind_rows(),
            ),
        )

    def _indicator_rows(self) -> Iterator[Row]:
        part = ""
        labels = {one.value: one.label.vi for one in self._consolidated.indicators.parts}
        for figures in self._consolidated.figures:
            if figures.definition.part != part:
                part = figures.definition.part
                yield Band(labels[part])
            for item in figures.items:
                yield self._indicator_row(figures.definition, item)

    def _indicator_row(self, one: IndicatorDef, item: ItemFigures) -> tuple[Cell, ...]:
        figure = item.total
        target = "" if one.target is None else f"{one.target.percent}% ({one.target.source.vi})"
        place, count = self._starts[one.id, item.item.value]
        first = Place(BEHIND, place)
        value: Cell = SumOf(figure.value, first, count, _VALUE_BEHIND) if count else figure.value
        base: Cell = figure.base
        if figure.base is not None and count:
            base = SumOf(figure.base, first, count, _BASE_BEHIND)
        return (
            *(one.name.vi, item.item.label.vi, one.unit.vi, value, base, _part(figure.ratio), figure.agencies),
            *(*_shares(one, figure), figure.blank, target, one.note.vi if one.note else ""),
        )

    def _compared_rows(self) -> Iterator[Row]:
        for figures in self._consolidated.figures:
            for item in figures.items:
                for grouping in self._groups:
                    for group in grouping.of:
                        figure = item.of.get((grouping.by, group.value))
                        if figure is not None:
                            yield self._compared_row(figures.definition, item, grouping.name, group, figure)

    def _compared_row(
        self, one: IndicatorDef, item: ItemFigures, by: Message, group: Labelled, figure: Figure
    ) -> tuple[Plain, ...]:
        return (
            *(one.name.vi, item.item.label.vi, by.vi, group.label.vi, figure.value, figure.base, _part(figure.ratio)),
            *(figure.agencies, figure.asked, figure.respondents, *_shares(one, figure), figure.blank),
        )

    def _placed(self) -> Iterator[tuple[tuple[str, str], tuple[int, int]]]:
        """Where the agencies behind each figure begin, and how many rows there are."""
        row = 0
        for figures in self._consolidated.figures:
            behind = self._behind(figures)
            for item in figures.items:
                count = len(behind.get(item.item.value, ()))
                yield (figures.definition.id, item.item.value), (row, count)
                row += count

    def _behind(self, figures: IndicatorFigures) -> Mapping[str, list[BehindRow]]:
        """By item. In a share an agency stands once, however often the query lists it."""
        found: dict[str, dict[object, BehindRow]] = {}
        once = figures.definition.measure is Measure.SHARE
        for number, row in enumerate(self._evaluator.behind(figures.definition)):
            if row.counts:
                found.setdefault(row.item, {}).setdefault(row.agency if once else number, row)
        return {item: list(rows.values()) for item, rows in found.items()}

    def _behind_rows(self) -> Iterator[Row]:
        labels = {
            (group.by, one.value): one.label.vi for group in self._consolidated.indicators.groups for one in group.of
        }
        for figures in self._consolidated.figures:
            one, behind = figures.definition, self._behind(figures)
            for item in figures.items:
                for row in behind.get(item.item.value, ()):
                    groups = self._evaluator.groups[row.agency]
                    told = [labels.get((by, value), value) for by, value in groups.items()]
                    value = Decimal(1) if one.measure is Measure.SHARE else row.value
                    name = Leading(one.name.vi, Place(INDICATORS, 0))
                    yield (name, item.item.label.vi, self._names[row.agency], *told, value, row.base)


def _text(label: Message, width: int) -> BookColumn:
    return BookColumn(label.vi, width)


def _figure(label: Message) -> BookColumn:
    return BookColumn(label.vi, 15, Form.NUMBER)


def _share(label: Message) -> BookColumn:
    return BookColumn(label.vi, 13, Form.SHARE)


def _part(percent: Decimal | None) -> Decimal | None:
    return None if percent is None else percent / _HUNDRED


def _shares(one: IndicatorDef, figure: Figure) -> tuple[Decimal | None, ...]:
    """A sum or a ratio is no share of agencies."""
    if one.measure is not Measure.SHARE:
        return (None,) * len(_SHARES)
    return tuple(_part(figure.percent_of(denominator)) for denominator in _SHARES)
