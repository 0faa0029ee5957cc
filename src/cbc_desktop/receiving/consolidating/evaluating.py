"""Evaluates indicators over the consolidated tables: the owner's query gives rows, adding up is done here.

Decimals are added up as they are written, so that 0.1 and 0.2 are 0.3.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from cbc_desktop.base.message import Message
from cbc_desktop.forms.indicators import IndicatorDef, Labelled, Measure
from cbc_desktop.receiving.consolidating.answers import MOST
from cbc_desktop.receiving.consolidating.asked_agencies import AgencyCount, AskedAgencies
from cbc_desktop.receiving.consolidating.figures import (
    BehindRow,
    Figure,
    Group,
    IndicatorFigures,
    ItemFigures,
    item_labels,
)
from cbc_desktop.receiving.consolidating.owner_queries import MISSING_COLUMN, OwnerQueries, refused
from cbc_desktop.receiving.consolidating.tallies import Tally
from cbc_desktop.store.tables_file import AskedTables

NO_NUMBER = Message("“{value}” không phải là số", "“{value}” is no number")

TOO_LARGE = Message("{value} lớn quá mức có thể cộng được", "{value} is larger than anything that can be added up")

NO_CHOICE = Labelled("*", Message("Trả lời ngoài các lựa chọn của biểu mẫu", "None of the choices of the form"))
"""For what somebody wrote into a file by hand where the form has choices: one item, however much it is."""
LONGEST_LABEL = 100
"""Letters of an item that is called by what agencies wrote."""

_NEEDED = {
    Measure.SHARE: ("agency", "value"),
    Measure.SUM: ("agency", "value"),
    Measure.RATIO: ("agency", "value", "base"),
}


class Evaluator:
    """Over one file; ``year`` is the campaign's."""

    def __init__(self, asked: AskedTables, year: int) -> None:
        self._asked, self._queries = asked, OwnerQueries(asked, year)
        self.agencies = AskedAgencies(asked)
        self._all = self._counted(self.agencies)
        answered = (agency for (agency,) in asked.rows("SELECT agency FROM source"))
        self._respondents = self._counted(agency for agency in answered if agency in self.agencies)

    def figures(self, definition: IndicatorDef) -> IndicatorFigures:
        """UserFacingError names an indicator whose query cannot be run."""
        tallies: dict[str, Tally] = {}
        answered = AgencyCount(self.agencies)  # any item at all: who selects one choice answers about the others too
        for row in self.behind(definition):
            if row.answered:
                answered.take(row.agency)
            if row.counts:
                tallies.setdefault(row.item, Tally(self.agencies)).take(row)
        nothing = Tally(self.agencies)
        items = tuple(
            ItemFigures(item, self._of_groups(definition.measure, tallies.get(item.value, nothing), answered))
            for item in self._items(definition, tallies.keys())
        )
        return IndicatorFigures(definition, items)

    def behind(self, definition: IndicatorDef) -> Iterator[BehindRow]:
        """What each agency that was asked gave to the indicator, or gave not, in the order of the query."""
        choices = {choice.value for choice in self._choices(definition)} if not definition.items else set()
        for row in self._queries.rows(definition.id, definition.sql, _needed(definition)):
            if row["agency"] in self.agencies:
                behind = _behind(definition, row)
                strange = choices and behind.item not in ("", *choices)
                yield replace(behind, item=NO_CHOICE.value) if strange else behind

    def refusals(self, definition: IndicatorDef) -> Iterator[Message]:
        """What is wrong with its query, told over tables that may be empty."""
        yield from self._queries.refusal(definition.id, definition.sql, _needed(definition))
        if definition.choices and not self._choices(definition):
            yield refused(definition.id, MISSING_COLUMN.filled(column=definition.choices)).message

    def _of_groups(self, measure: Measure, tally: Tally, answered: AgencyCount) -> Mapping[Group, Figure]:
        return {
            group: tally.figure(measure, group, answered.of(group), self._respondents.of(group), asked)
            for group, asked in self._all.counts.items()
        }

    def _items(self, definition: IndicatorDef, found: Iterable[str]) -> list[Labelled]:
        """Those that have words, in their order, then what else was found."""
        labelled = list(item_labels(definition, self._choices(definition)))
        known = {one.value for one in labelled}
        return [*labelled, *map(_called_by_itself, sorted(one for one in found if one not in known))]

    def _choices(self, definition: IndicatorDef) -> tuple[Labelled, ...]:
        table, _, column = definition.choices.partition(".")
        sql = "SELECT value, label, label_en FROM choice WHERE answer_table = ? AND column_name = ? ORDER BY id"
        return tuple(Labelled(value, Message(vi, en)) for value, vi, en in self._asked.rows(sql, (table, column)))

    def _counted(self, agencies: Iterable[str]) -> AgencyCount:
        count = AgencyCount(self.agencies)
        for agency in agencies:
            count.take(agency)
        return count


def _needed(definition: IndicatorDef) -> list[str]:
    return [*_NEEDED[definition.measure], *(["item"] if definition.has_items else [])]


def _behind(definition: IndicatorDef, row: Mapping[str, Any]) -> BehindRow:
    value, base = _number(definition, row["value"]), None
    answered = value is not None
    if definition.measure is Measure.RATIO:
        base = _number(definition, row["base"])
        answered = answered and base is not None
    item = row["item"] if definition.has_items else ""
    answered = answered and item is not None
    counts = answered and (definition.measure is not Measure.SHARE or bool(value))
    return BehindRow(row["agency"], str(item or ""), value or Decimal(0), base, answered, counts)


def _called_by_itself(value: str) -> Labelled:
    if value == NO_CHOICE.value:
        return NO_CHOICE
    label = value if len(value) <= LONGEST_LABEL else f"{value[:LONGEST_LABEL]}…"
    return Labelled(value, Message(label, label))


def _number(definition: IndicatorDef, value: object) -> Decimal | None:
    if value is None:
        return None
    if not isinstance(value, int | float):
        raise refused(definition.id, NO_NUMBER.filled(value=value))
    if not abs(value) <= MOST:
        raise refused(definition.id, TOO_LARGE.filled(value=value))
    return Decimal(repr(value))
