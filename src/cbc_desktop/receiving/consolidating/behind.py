"""Who is behind a figure: each agency of its group counts, answered otherwise, left it out, or is silent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from cbc_desktop.base.message import Message
from cbc_desktop.forms.indicators import IndicatorDef, Labelled, Measure
from cbc_desktop.receiving.consolidating.asked_agencies import AgencyCount
from cbc_desktop.receiving.consolidating.evaluating import Evaluator
from cbc_desktop.receiving.consolidating.figures import EVERYBODY, BehindRow, Group, IndicatorFigures
from cbc_desktop.store.tables_file import AskedTables

_AGENCIES = "SELECT id, name, name_en, kind, region, asked, status, sent_on FROM agency ORDER BY rowid"
_SILENT = ("undecided", "pending", "missing")


class Part(Enum):
    """What an agency has to do with a figure."""

    COUNTS = "counts"
    OTHERWISE = "otherwise"
    """It answered, and the answer is another one."""
    BLANK = "blank"
    """It sent something that counts, and left this out."""
    SILENT = "silent"
    """Nothing that it sent counts."""


@dataclass(frozen=True, slots=True)
class ToldAgency:
    """An agency as the consolidated file has it; ``sent_on`` is a day, ``status`` as in the table."""

    key: str
    name: Message
    kind: str
    region: str
    asked: bool
    status: str
    sent_on: str

    @property
    def groups(self) -> Mapping[str, str]:
        return {"kind": self.kind, "region": self.region}


@dataclass(frozen=True, slots=True)
class AgencyBehind:
    """``value`` and ``base`` are what it adds, None where it adds nothing; ``answers`` are the items that it has."""

    agency: ToldAgency
    part: Part
    value: Decimal | None = None
    base: Decimal | None = None
    answers: tuple[Labelled, ...] = ()


def told_agencies(asked: AskedTables) -> tuple[ToldAgency, ...]:
    """In the order of the register, those that answered without being asked at the end."""
    return tuple(
        ToldAgency(key, Message(vi, en), kind, region, bool(was_asked), status, sent or "")
        for key, vi, en, kind, region, was_asked, status, sent in asked.rows(_AGENCIES)
    )


def counting_rows(evaluator: Evaluator, definition: IndicatorDef) -> Iterator[BehindRow]:
    """What counts, in the order of the query. In a share an agency stands once for an item, however often listed."""
    seen: dict[str, AgencyCount] = {}
    for row in evaluator.behind(definition):
        if row.counts:
            is_new = seen.setdefault(row.item, AgencyCount(evaluator.agencies)).take(row.agency)
            if is_new or definition.measure is not Measure.SHARE:
                yield row


@dataclass(slots=True)
class _Given:
    """What one agency gave to an indicator."""

    answered: bool = False
    counting: dict[str, list[BehindRow]] = field(default_factory=dict)

    def take(self, row: BehindRow) -> None:
        self.answered = self.answered or row.answered
        if row.counts:
            self.counting.setdefault(row.item, []).append(row)


class Behind:
    """Of one indicator: its query is asked once, for all its figures."""

    def __init__(self, asked: AskedTables, year: int, figures: IndicatorFigures) -> None:
        self._measure = figures.definition.measure
        self._labels = {item.item.value: item.item for item in figures.items}
        self._agencies = tuple(agency for agency in told_agencies(asked) if agency.asked)
        self._given: dict[str, _Given] = {}
        for row in Evaluator(asked, year).behind(figures.definition):
            self._given.setdefault(row.agency, _Given()).take(row)

    def of(self, item: str = "", group: Group = EVERYBODY) -> tuple[AgencyBehind, ...]:
        """Those that count first, then the others by ``Part``; in each the order of the register."""
        by, value = group
        found = [self._one(agency, item) for agency in self._agencies if not by or agency.groups[by] == value]
        return tuple(one for part in Part for one in found if one.part is part)

    def _one(self, agency: ToldAgency, item: str) -> AgencyBehind:
        given = self._given.get(agency.key, _Given())
        answers = tuple(self._answers(given))
        rows = given.counting.get(item, ())
        if not rows:
            return AgencyBehind(agency, self._apart(agency, given), answers=answers)
        if self._measure is Measure.SHARE:
            return AgencyBehind(agency, Part.COUNTS, Decimal(1), answers=answers)
        base = sum((row.base or Decimal(0) for row in rows), Decimal(0))
        value = sum((row.value for row in rows), Decimal(0))
        return AgencyBehind(agency, Part.COUNTS, value, base if self._measure is Measure.RATIO else None)

    def _answers(self, given: _Given) -> Iterator[Labelled]:
        for item in given.counting:
            if item:
                yield self._labels.get(item, Labelled(item, Message(item, item)))

    def _apart(self, agency: ToldAgency, given: _Given) -> Part:
        """A number that is not given is a blank, whatever else of the indicator was answered."""
        if given.answered and self._measure is Measure.SHARE:
            return Part.OTHERWISE
        return Part.SILENT if agency.status in _SILENT else Part.BLANK
