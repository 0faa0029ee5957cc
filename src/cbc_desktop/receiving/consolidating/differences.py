"""What has changed since the consolidation before: who is new, who has sent another version, which figures moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cbc_desktop.receiving.consolidating.figures import percent
from cbc_desktop.store.tables_file import AskedTables, RefusedQueryError

_CAMPAIGN = "SELECT value FROM about WHERE name = 'campaign'"
_SOURCES = (
    "SELECT s.agency, a.name, s.content_digest FROM source AS s JOIN agency AS a ON a.id = s.agency ORDER BY s.id"
)
_FIGURES = "SELECT indicator, item, label, value, base FROM figure WHERE grouped_by = '' ORDER BY id"


@dataclass(frozen=True, slots=True)
class AgencyChange:
    """An agency by its key and Vietnamese name."""

    agency: str
    name: str


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure of all agencies; None where it was not there before, or is not there now."""

    indicator: str
    item: str
    label: str
    before: Decimal | None
    now: Decimal | None
    base_before: Decimal | None = None
    base_now: Decimal | None = None

    @property
    def is_ratio(self) -> bool:
        return self.base_before is not None or self.base_now is not None

    @property
    def told(self) -> tuple[Decimal | None, Decimal | None]:
        """Before and now as people are told: of ratios the percentages."""
        return _told(self.before, self.base_before), _told(self.now, self.base_now)


@dataclass(frozen=True, slots=True)
class Difference:
    """Between two consolidated files of one campaign."""

    arrived: tuple[AgencyChange, ...] = ()
    amended: tuple[AgencyChange, ...] = ()
    gone: tuple[AgencyChange, ...] = ()
    figures: tuple[FigureChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.arrived or self.amended or self.gone or self.figures)


def difference(before: AskedTables, now: AskedTables) -> Difference | None:
    """None when ``before`` is none of the same campaign as we write them now: there is nothing to compare with."""
    try:
        if list(before.rows(_CAMPAIGN)) != list(now.rows(_CAMPAIGN)):
            return None
        old, new = _sources(before), _sources(now)
        figures = tuple(_figure_changes(before, now))
    except RefusedQueryError:
        return None
    return Difference(
        arrived=tuple(AgencyChange(key, name) for key, (name, _) in new.items() if key not in old),
        amended=tuple(AgencyChange(key, name) for key, (name, digest) in new.items() if _other(old.get(key), digest)),
        gone=tuple(AgencyChange(key, name) for key, (name, _) in old.items() if key not in new),
        figures=figures,
    )


def _other(before: tuple[str, str] | None, digest: str) -> bool:
    return before is not None and before[1] != digest


def _sources(tables: AskedTables) -> dict[str, tuple[str, str]]:
    return {agency: (name, digest) for agency, name, digest in tables.rows(_SOURCES)}


_Told = tuple[str, Decimal, Decimal | None]


def _figure_changes(before: AskedTables, now: AskedTables) -> Iterator[FigureChange]:
    old, new = _figures(before), _figures(now)
    for key in [*new, *(key for key in old if key not in new)]:
        was, is_now = old.get(key), new.get(key)
        if (was and was[1:]) != (is_now and is_now[1:]):
            label = (is_now or was or ("",))[0]
            yield FigureChange(*key, label, was and was[1], is_now and is_now[1], was and was[2], is_now and is_now[2])


def _figures(tables: AskedTables) -> dict[tuple[str, str], _Told]:
    return {
        (indicator, item): (label, _decimal(value), None if base is None else _decimal(base))
        for indicator, item, label, value, base in tables.rows(_FIGURES)
    }


def _told(value: Decimal | None, base: Decimal | None) -> Decimal | None:
    return value if value is None or base is None else percent(value, base)


def _decimal(number: float) -> Decimal:
    return Decimal(repr(number))
