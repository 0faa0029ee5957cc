"""The sheets of figures: what each indicator comes to, by group, and the agencies behind each figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
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
    Row,
    SumOf,
)
from cbc_desktop.documents.excel.consolidated import MOST_ROWS
from cbc_desktop.forms.indicators import GROUPED_BY, Denominator, IndicatorDef, Measure
from cbc_desktop.receiving.consolidating import book_words as words
from cbc_desktop.receiving.consolidating.behind import counting_rows
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.evaluating import Evaluator
from cbc_desktop.receiving.consolidating.figures import EVERYBODY, BehindRow, Figure, Group, ItemFigures
from cbc_desktop.store.tables_file import AskedTables

INDICATORS, COMPARED, BEHIND = "indicators", "compared", "behind"
_VALUE_BEHIND, _BASE_BEHIND = 5, 6
_GROUPS_BEHIND = {"kind": 3, "region": 4}
"""Columns of the agencies behind, counted from 0."""
_GROUP_COMPARED = 3
"""The column of the comparison that says the group."""
_SHARES = (Denominator.ASKED, Denominator.RESPONDENTS, Denominator.ANSWERED)
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Block:
    """The rows of the agencies behind one figure, and which of them is the first of each group."""

    row: int
    count: int
    first_of: Mapping[Group, int]

    def led(self, figure: Figure, group: Group = EVERYBODY) -> tuple[Cell, Cell, Cell]:
        """Value, base and number of agencies, each of which leads to the first agency behind it."""
        if group not in self.first_of:
            return figure.value, figure.base, figure.agencies
        to = Place(BEHIND, self.row + self.first_of[group])
        alike = (_GROUPS_BEHIND[group[0]], _GROUP_COMPARED) if group != EVERYBODY else None
        value, base = (
            None if number is None else SumOf(number, Place(BEHIND, self.row), self.count, column, alike, to)
            for number, column in ((figure.value, _VALUE_BEHIND), (figure.base, _BASE_BEHIND))
        )
        return value, base, Leading(figure.agencies, to)


class FigureSheets:
    """Of one consolidation."""

    def __init__(self, consolidated: Consolidated, asked: AskedTables) -> None:
        self._consolidated = consolidated
        self._evaluator = Evaluator(asked, consolidated.campaign.report_year)
        self._names: dict[str, str] = dict(asked.rows("SELECT id, name FROM agency"))
        self._groups = consolidated.indicators.groups
        self._blocks = dict(self._placed())
        self._rows = dict(self._indicator_places())

    def place_of(self, indicator: str, item: str) -> Place | None:
        """Where a figure stands on the sheet of indicators; None for one that there is no more."""
        return self._rows.get((indicator, item))

    def sheets(self) -> tuple[BookSheet, ...]:
        return (
            _sheet(INDICATORS, words.INDICATORS, words.ABOUT_INDICATORS, _INDICATOR_COLUMNS, self._indicator_rows()),
            _sheet(COMPARED, words.COMPARED, words.ABOUT_COMPARED, _COMPARED_COLUMNS, self._compared_rows()),
            replace(
                _sheet(BEHIND, words.BEHIND, words.ABOUT_BEHIND, _BEHIND_COLUMNS, self._behind_rows()), reference=True
            ),
        )

    def _indicator_entries(self) -> Iterator[Band | tuple[IndicatorDef, ItemFigures]]:
        """What stands on the sheet of indicators, row by row."""
        part = ""
        labels = {one.value: one.label.vi for one in self._consolidated.indicators.parts}
        for figures in self._consolidated.figures:
            if figures.definition.part != part:
                part = figures.definition.part
                yield Band(labels[part])
            for item in figures.items:
                yield figures.definition, item

    def _indicator_rows(self) -> Iterator[Row]:
        for entry in self._indicator_entries():
            yield entry if isinstance(entry, Band) else self._indicator_row(*entry)

    def _indicator_row(self, one: IndicatorDef, item: ItemFigures) -> tuple[Cell, ...]:
        figure = item.total
        target = "" if one.target is None else f"{one.target.percent}% ({one.target.source.vi})"
        block = self._blocks[one.id, item.item.value]
        value, base, agencies = block.led(figure)
        return (
            *(one.name.vi, item.item.label.vi, one.unit_of(item.item).vi, value, base, _part(figure.ratio), agencies),
            *(*_shares(one, figure), figure.blank, target, one.note.vi if one.note else ""),
        )

    def _compared_rows(self) -> Iterator[Row]:
        for figures in self._consolidated.figures:
            for item in figures.items:
                for grouping in self._groups:
                    for one in grouping.of:
                        group = (grouping.by, one.value)
                        if group in item.of:
                            yield self._compared_row(figures.definition, item, grouping.name, one.label, group)

    def _compared_row(
        self, one: IndicatorDef, item: ItemFigures, by: Message, label: Message, group: Group
    ) -> tuple[Cell, ...]:
        figure = item.of[group]
        value, base, agencies = self._blocks[one.id, item.item.value].led(figure, group)
        return (
            *(one.name.vi, item.item.label.vi, by.vi, label.vi, value, base, _part(figure.ratio)),
            *(agencies, figure.asked, figure.respondents, *_shares(one, figure), figure.blank),
        )

    def _indicator_places(self) -> Iterator[tuple[tuple[str, str], Place]]:
        for row, entry in enumerate(self._indicator_entries()):
            if not isinstance(entry, Band):
                definition, item = entry
                yield (definition.id, item.item.value), Place(INDICATORS, row)

    def _placed(self) -> Iterator[tuple[tuple[str, str], _Block]]:
        row = 0
        for figures in self._consolidated.figures:
            counts: dict[str, int] = {}
            firsts: dict[str, dict[Group, int]] = {}
            for behind in counting_rows(self._evaluator, figures.definition):
                number = counts.get(behind.item, 0)
                counts[behind.item] = number + 1
                for group in self._evaluator.agencies.groups(behind.agency):
                    firsts.setdefault(behind.item, {}).setdefault(group, number)
            for item in figures.items:
                value = item.item.value
                yield (figures.definition.id, value), _Block(row, counts.get(value, 0), firsts.get(value, {}))
                row += counts.get(value, 0)

    def _behind_rows(self) -> Iterator[Row]:
        label = self._consolidated.indicators.group_label
        for figures in self._consolidated.figures:
            one = figures.definition
            shown: dict[str, list[BehindRow]] = {}
            for row in counting_rows(self._evaluator, one):
                of_item = shown.setdefault(row.item, [])
                if len(of_item) < MOST_ROWS:
                    of_item.append(row)
            for item in figures.items:
                for row in shown.get(item.item.value, ()):
                    groups = dict(self._evaluator.agencies.groups(row.agency))
                    told = [label(by, groups.get(by, "")).vi for by in GROUPED_BY]
                    value = Decimal(1) if one.measure is Measure.SHARE else row.value
                    to = Leading(one.name.vi, self._rows[one.id, item.item.value])
                    yield (to, item.item.label.vi, self._names[row.agency], *told, value, row.base)


def _text(label: Message, width: int) -> BookColumn:
    return BookColumn(label.vi, width)


def _figure(label: Message) -> BookColumn:
    return BookColumn(label.vi, 15, Form.NUMBER)


def _share(label: Message) -> BookColumn:
    return BookColumn(label.vi, 13, Form.SHARE)


def _sheet(key: str, title: Message, about: Message, columns: tuple[BookColumn, ...], rows: Iterator[Row]) -> BookSheet:
    return BookSheet(key, title.vi, about.vi, columns, rows)


def _part(percent: Decimal | None) -> Decimal | None:
    return None if percent is None else percent / _HUNDRED


def _shares(one: IndicatorDef, figure: Figure) -> tuple[Decimal | None, ...]:
    """A sum or a ratio is no share of agencies."""
    if one.measure is not Measure.SHARE:
        return (None,) * len(_SHARES)
    return tuple(_part(figure.percent_of(denominator)) for denominator in _SHARES)


_VALUES = (_figure(words.VALUE), _figure(words.BASE), _share(words.RATIO), _figure(words.AGENCIES))
_SHARE_COLUMNS = (_share(words.OF_ASKED), _share(words.OF_RESPONDENTS), _share(words.OF_ANSWERED))
_INDICATOR_COLUMNS = (
    *(_text(words.INDICATOR, 50), _text(words.ITEM, 34), _text(words.UNIT, 14), *_VALUES, *_SHARE_COLUMNS),
    *(_figure(words.BLANK), _text(words.TARGET, 26), _text(words.NOTE, 36)),
)
_COMPARED_COLUMNS = (
    *(_text(words.INDICATOR, 50), _text(words.ITEM, 34), _text(words.GROUPED_BY, 16), _text(words.GROUP, 34)),
    *(*_VALUES, _figure(words.OF_GROUP_ASKED), _figure(words.OF_GROUP_SENT), *_SHARE_COLUMNS, _figure(words.BLANK)),
)
_BEHIND_COLUMNS = (
    *(_text(words.INDICATOR, 50), _text(words.ITEM, 34), _text(words.AGENCY, 46)),
    *(_text(words.KIND, 26), _text(words.REGION, 34), _figure(words.VALUE), _figure(words.BASE)),
)
