"""What is added up over all answers of a campaign, and what is checked across them: the tables of indicators.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Severity
from cbc_desktop.base.message import Message
from cbc_desktop.base.nested_text import parsed_toml
from cbc_desktop.base.system_reasons import reason_of
from cbc_desktop.base.text import nfc
from cbc_desktop.forms.campaign_documents import QuestionPath
from cbc_desktop.forms.campaign_entries import Entries
from cbc_desktop.forms.report_text import ReportText, read_report_text

INDICATORS_FILE = "indicators.toml"
GROUPED_BY = ("kind", "region")
"""Columns of the table ``agency``."""

WITH_UNIT = Message("{label} ({unit})", "{label} ({unit})")
NOT_READ = Message(
    "Không đọc được tệp indicators.toml trong “{folder}”: {reason}. Hãy sửa tệp này.",
    "indicators.toml in “{folder}” cannot be read: {reason}. Correct this file.",
)
TWICE = Message(
    "Tệp indicators.toml trong “{folder}” có hai mục cùng tên “{id}”. Hãy đặt tên khác nhau.",
    "indicators.toml in “{folder}” has two entries called “{id}”. Give them different names.",
)
NO_SUCH_PART = Message(
    "Tệp indicators.toml trong “{folder}”: chỉ số “{id}” thuộc phần “{part}”, nhưng không có phần này.",
    "indicators.toml in “{folder}”: the indicator “{id}” is in the part “{part}”, which does not exist.",
)


class Measure(Enum):
    """What a figure is, made of one row of the query for each agency (and item)."""

    SHARE = "share"
    """How many agencies have a ``value`` that is true."""
    SUM = "sum"
    """The sum of ``value``."""
    RATIO = "ratio"
    """The sum of ``value`` in percent of the sum of ``base``, over the agencies that gave both."""


class Denominator(Enum):
    """Of which agencies a share is told first; the others are told beside it."""

    ASKED = "asked"
    RESPONDENTS = "respondents"
    ANSWERED = "answered"


class Chart(Enum):
    """How a report draws it."""

    BARS = "bars"
    """A bar for each item, or for each group of agencies."""
    STACKED = "stacked"
    """The items as shares of one bar, for each group of agencies."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value in the tables and what people call it."""

    value: str
    label: Message
    unit: Message | None = None
    """In which an item of an indicator is told, where the indicator's own would be wrong for it."""

    @property
    def label_with_unit(self) -> Message:
        """As it is called where a figure without a unit stands beside it."""
        return self.label if self.unit is None else WITH_UNIT.filled(label=self.label, unit=self.unit)


@dataclass(frozen=True, slots=True)
class Grouping:
    """By what agencies are compared: a column of the table ``agency``, its values in order."""

    by: str
    name: Message
    of: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """What the state aims at, in percent, and where that is said."""

    percent: int
    source: Message


@dataclass(frozen=True, slots=True)
class IndicatorDef:
    """``sql`` gives ``agency`` and ``value``, for a ratio ``base`` too; with ``item`` there is a figure for each item.

    A ``value`` of NULL is no answer. ``choices`` names the question, ``table.column``, whose choices the items are;
    ``items`` says them where they are none.
    """

    id: str
    part: str
    name: Message
    measure: Measure
    unit: Message
    denominator: Denominator
    chart: Chart
    sql: str
    choices: str = ""
    items: tuple[Labelled, ...] = ()
    target: Target | None = None
    note: Message | None = None

    @property
    def has_items(self) -> bool:
        return bool(self.choices or self.items)

    @property
    def has_one_unit(self) -> bool:
        return all(item.unit is None for item in self.items)

    def unit_of(self, item: Labelled) -> Message:
        return item.unit or self.unit


@dataclass(frozen=True, slots=True)
class CheckDef:
    """``sql`` lists the agencies whose answers do not fit together; ``words`` may use its other columns in braces.

    ``question`` is the one that is sent back for correction, its path with such words too where the row matters; None
    where it is about the whole.
    """

    id: str
    severity: Severity
    name: Message
    words: Message
    sql: str
    question: QuestionPath | None = None


@dataclass(frozen=True, slots=True)
class Indicators:
    """All of a campaign, in the order of the file."""

    parts: tuple[Labelled, ...] = ()
    groups: tuple[Grouping, ...] = ()
    indicators: tuple[IndicatorDef, ...] = ()
    checks: tuple[CheckDef, ...] = ()
    report: ReportText | None = None
    """None where the campaign says nothing of a report: then none is written."""

    def group_label(self, by: str, value: str) -> Message:
        """What a group of agencies is called; one without words goes by its value."""
        labelled = (one for grouping in self.groups if grouping.by == by for one in grouping.of)
        return next((one.label for one in labelled if one.value == value), Message(value, value))


def read_indicators(folder: Path) -> Indicators:
    """Those of the campaign in ``folder``, none where it has no such file; UserFacingError names the wrong entry."""
    path = folder / INDICATORS_FILE
    if not path.exists():
        return Indicators()
    try:
        table = parsed_toml(nfc(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = error if isinstance(error, tomllib.TOMLDecodeError) else reason_of(error)
        raise UserFacingError(NOT_READ.filled(folder=folder, reason=reason)) from error
    entries = Entries(folder, table, file=INDICATORS_FILE)
    read = Indicators(
        tuple(Labelled(part.text("id"), _words(part, "name")) for part in _tables(entries, "parts")),
        tuple(_grouping(group) for group in _tables(entries, "groups")),
        tuple(_indicator(indicator) for indicator in _tables(entries, "indicators")),
        tuple(_check(check) for check in _tables(entries, "checks")),
        read_report_text(entries.inner("report")) if "report" in entries.table else None,
    )
    _require_order(folder, read)
    return read


def _tables(entries: Entries, name: str) -> tuple[Entries, ...]:
    return entries.tables(name) if name in entries.table else ()


def _require_order(folder: Path, read: Indicators) -> None:
    names = [part.value for part in read.parts]
    for ids in (names, [one.id for one in read.indicators], [one.id for one in read.checks]):
        for number, one in enumerate(ids):
            if one in ids[:number]:
                raise UserFacingError(TWICE.filled(folder=folder, id=one))
    for indicator in read.indicators:
        if indicator.part not in names:
            raise UserFacingError(NO_SUCH_PART.filled(folder=folder, id=indicator.id, part=indicator.part))


def _words(entries: Entries, name: str) -> Message:
    words = entries.inner(name)
    return Message(words.text("vi"), words.text("en"))


def _grouping(entries: Entries) -> Grouping:
    return Grouping(entries.choice("by", GROUPED_BY), _words(entries, "name"), _labelled(entries, "of"))


def _labelled(entries: Entries, name: str) -> tuple[Labelled, ...]:
    return tuple(Labelled(one.text("is"), Message(one.text("vi"), one.text("en"))) for one in entries.tables(name))


def _items(entries: Entries) -> tuple[Labelled, ...]:
    tables = entries.tables("items")
    units = [_words(one, "unit") if "unit" in one.table else None for one in tables]
    return tuple(replace(item, unit=unit) for item, unit in zip(_labelled(entries, "items"), units, strict=True))


def _indicator(entries: Entries) -> IndicatorDef:
    return IndicatorDef(
        id=entries.text("id"),
        part=entries.text("part"),
        name=_words(entries, "name"),
        measure=Measure(entries.choice("measure", _values(Measure))),
        unit=_words(entries, "unit"),
        denominator=Denominator(_choice(entries, "denominator", _values(Denominator), Denominator.ASKED.value)),
        chart=Chart(_choice(entries, "chart", _values(Chart), Chart.BARS.value)),
        sql=entries.text("sql"),
        choices=entries.text("choices") if "choices" in entries.table else "",
        items=_items(entries) if "items" in entries.table else (),
        target=_target(entries.inner("target")) if "target" in entries.table else None,
        note=_words(entries, "note") if "note" in entries.table else None,
    )


def _target(entries: Entries) -> Target:
    return Target(entries.get("percent", int), _words(entries, "source"))


def _check(entries: Entries) -> CheckDef:
    severity = Severity[entries.choice("severity", [one.name.lower() for one in Severity]).upper()]
    return CheckDef(
        id=entries.text("id"),
        severity=severity,
        name=_words(entries, "name"),
        words=_words(entries, "words"),
        sql=entries.text("sql"),
        question=_question(entries.inner("question")) if "question" in entries.table else None,
    )


def _question(entries: Entries) -> QuestionPath:
    return QuestionPath(entries.text("form"), entries.text("path"))


def _values(of: type[Enum]) -> list[str]:
    return [one.value for one in of]


def _choice(entries: Entries, name: str, known: list[str], otherwise: str) -> str:
    return entries.choice(name, known) if name in entries.table else otherwise
