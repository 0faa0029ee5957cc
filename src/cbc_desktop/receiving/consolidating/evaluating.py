"""Evaluates indicators and checks over the consolidated tables: the owner's query gives rows, adding up is done here.

Decimals are added up as they are written, so that 0.1 and 0.2 are 0.3.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.forms.campaign_entries import has_only
from cbc_desktop.forms.indicators import GROUPED_BY, CheckDef, IndicatorDef, Indicators, Labelled, Measure
from cbc_desktop.receiving.consolidating.explanations import Explanations
from cbc_desktop.receiving.consolidating.figures import (
    EVERYBODY,
    BehindRow,
    Group,
    IndicatorFigures,
    ItemFigures,
    Tally,
    groups_of,
    item_labels,
)
from cbc_desktop.store.tables_file import AskedTables, RefusedQueryError, Value

REFUSED = Message(
    "Tệp indicators.toml: câu truy vấn của “{id}” không chạy được ({reason}). Hãy sửa mục này; các bảng và cột có "
    "trong tệp consolidated.sqlite.",
    "indicators.toml: the query of “{id}” cannot be run ({reason}). Correct it; consolidated.sqlite has the tables and "
    "columns.",
)
MISSING_COLUMN = Message("thiếu cột {column}", "the column {column} is missing")
NO_NUMBER = Message("“{value}” không phải là số", "“{value}” is no number")
NO_SUCH_WORD = Message(
    "lời nhắn chỉ được dùng các cột của câu truy vấn trong ngoặc nhọn: {words}",
    "only columns of the query may stand in braces: {words}",
)

NO_CHOICE = Labelled("*", Message("Trả lời ngoài các lựa chọn của biểu mẫu", "None of the choices of the form"))
"""For what somebody wrote into a file by hand where the form has choices: one item, however much it is."""
LONGEST_LABEL = 100
"""Letters of an item that is called by what agencies wrote."""

_NEEDED = {
    Measure.SHARE: ("agency", "value"),
    Measure.SUM: ("agency", "value"),
    Measure.RATIO: ("agency", "value", "base"),
}


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """Answers of one agency that do not fit together."""

    check: CheckDef
    agency: str
    words: Message
    """With what the agency has explained there."""
    form_id: str = ""
    """"" for the whole, as ``reference``."""
    reference: str = ""
    """The question that is sent back for correction, with positions: ``/data/t1[2]/ten``."""


class Evaluator:
    """Over one file; ``year`` is the campaign's, ``:report_year`` in its queries."""

    def __init__(self, asked: AskedTables, year: int) -> None:
        self._asked = asked
        self._values: Mapping[str, Value] = {"report_year": year}
        self.groups: Mapping[str, Mapping[str, str]] = {
            row["id"]: {by: row[by] for by in GROUPED_BY}
            for row in asked.named_rows("SELECT id, kind, region FROM agency WHERE asked ORDER BY rowid")
        }
        here = {row[0] for row in asked.rows("SELECT agency FROM source")}
        self._all = self._counted(self.groups)
        self._respondents = self._counted([agency for agency in self.groups if agency in here])

    def figures(self, definition: IndicatorDef) -> IndicatorFigures:
        """UserFacingError names an indicator whose query cannot be run."""
        tallies: dict[tuple[str, Group], Tally] = {}
        answered: dict[Group, set[str]] = {}  # any item at all: who selects one choice answers about the others too
        for row in self.behind(definition):
            if not row.answered:
                continue
            for group in groups_of(self.groups[row.agency]):
                answered.setdefault(group, set()).add(row.agency)
                if row.counts:
                    tally = tallies.setdefault((row.item, group), Tally())
                    tally.take(row.agency, row.value, row.base or Decimal(0))
        items = tuple(
            ItemFigures(
                item,
                {
                    group: tallies.get((item.value, group), Tally()).figure(
                        definition.measure,
                        len(answered.get(group, ())),
                        self._respondents.get(group, 0),
                        self._all[group],
                    )
                    for group in self._all
                },
            )
            for item in self._items(definition, {item for item, _ in tallies})
        )
        return IndicatorFigures(definition, items)

    def behind(self, definition: IndicatorDef) -> Iterator[BehindRow]:
        """What each agency that was asked gave to the indicator, or gave not, in the order of the query."""
        choices = {choice.value for choice in self._choices(definition)} if not definition.items else set()
        try:
            for row in self._asked.named_rows(definition.sql, self._values):
                if row["agency"] in self.groups:
                    behind = _behind(definition, row)
                    strange = choices and behind.item not in ("", *choices)
                    yield replace(behind, item=NO_CHOICE.value) if strange else behind
        except RefusedQueryError as error:
            raise _refused(definition.id, Message(str(error), str(error))) from error
        except KeyError as error:
            raise _refused(definition.id, MISSING_COLUMN.filled(column=error.args[0])) from error

    def findings(self, check: CheckDef) -> Iterator[CheckFinding]:
        """UserFacingError names a check whose query cannot be run, or whose words ask for what it does not give."""
        explanations = Explanations(self._asked)
        try:
            for row in self._asked.named_rows(check.sql, self._values):
                found = _finding(check, row)
                words = explanations.beside(found.words, found.agency, found.form_id, found.reference)
                yield replace(found, words=words)
        except RefusedQueryError as error:
            raise _refused(check.id, Message(str(error), str(error))) from error
        except KeyError as error:
            raise _refused(check.id, MISSING_COLUMN.filled(column=error.args[0])) from error

    def refusals(self, indicators: Indicators) -> Iterator[Message]:
        """What is wrong with the queries, told over tables that may be empty."""
        for definition in indicators.indicators:
            yield from self._refusal(definition.id, definition.sql, self._needed(definition))
            if definition.choices and not self._choices(definition):
                yield _refused(definition.id, MISSING_COLUMN.filled(column=definition.choices)).message
        for check in indicators.checks:
            path = check.question.path if check.question else ""
            yield from self._refusal(check.id, check.sql, ["agency"], (check.words.vi, check.words.en, path))

    def _refusal(self, entry: str, sql: str, needed: Sequence[str], texts: Sequence[str] = ()) -> Iterator[Message]:
        try:
            columns = self._asked.columns(sql, self._values)
        except RefusedQueryError as error:
            yield _refused(entry, Message(str(error), str(error))).message
            return
        for column in needed:
            if column not in columns:
                yield _refused(entry, MISSING_COLUMN.filled(column=column)).message
        for text in texts:
            if not has_only(text, columns):
                yield _refused(entry, NO_SUCH_WORD.filled(words=text)).message
                return

    def _needed(self, definition: IndicatorDef) -> list[str]:
        return [*_NEEDED[definition.measure], *(["item"] if definition.has_items else [])]

    def _items(self, definition: IndicatorDef, found: set[str]) -> list[Labelled]:
        """Those that have words, in their order, then what else was found."""
        labelled = list(item_labels(definition, self._choices(definition)))
        known = {one.value for one in labelled}
        return [*labelled, *map(_called_by_itself, sorted(found - known))]

    def _choices(self, definition: IndicatorDef) -> tuple[Labelled, ...]:
        table, _, column = definition.choices.partition(".")
        sql = "SELECT value, label, label_en FROM choice WHERE answer_table = ? AND column_name = ? ORDER BY id"
        return tuple(Labelled(value, Message(vi, en)) for value, vi, en in self._asked.rows(sql, (table, column)))

    def _counted(self, agencies: Sequence[str] | Mapping[str, object]) -> dict[Group, int]:
        counts: dict[Group, int] = {EVERYBODY: 0}
        for agency in agencies:
            for group in groups_of(self.groups[agency]):
                counts[group] = counts.get(group, 0) + 1
        return counts


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


def _finding(check: CheckDef, row: Mapping[str, Any]) -> CheckFinding:
    form_id, path = (check.question.form, check.question.path) if check.question else ("", "")
    for text in (check.words.vi, check.words.en, path):
        if not has_only(text, tuple(row)):
            raise _refused(check.id, NO_SUCH_WORD.filled(words=text))
    words = check.words.filled(**{name: _told(value) for name, value in row.items()})
    return CheckFinding(check, row["agency"], words, form_id, path.format_map(row))


def _number(definition: IndicatorDef, value: object) -> Decimal | None:
    if value is None:
        return None
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, float):
        return Decimal(repr(value))
    raise _refused(definition.id, NO_NUMBER.filled(value=value))


def _told(value: object) -> str:
    """As Vietnamese read a number; texts as they are."""
    if isinstance(value, int | float):
        whole = Decimal(repr(value)).normalize()
        return f"{whole:,f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return "" if value is None else str(value)


def _refused(entry: str, reason: Message) -> UserFacingError:
    return UserFacingError(REFUSED.filled(id=entry, reason=reason))
