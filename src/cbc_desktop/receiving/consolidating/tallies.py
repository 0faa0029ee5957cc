"""A figure while it is being counted, for all agencies and each group of them at once."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from cbc_desktop.forms.indicators import Measure
from cbc_desktop.receiving.consolidating.asked_agencies import AgencyCount, AskedAgencies
from cbc_desktop.receiving.consolidating.figures import BehindRow, Figure, Group

_NOUGHT = Decimal(0)


class Tally:
    """Of one item."""

    def __init__(self, agencies: AskedAgencies) -> None:
        self._agencies, self._count = agencies, AgencyCount(agencies)
        self._values: dict[Group, Decimal] = {}
        self._bases: dict[Group, Decimal] = {}

    def take(self, row: BehindRow) -> None:
        self._count.take(row.agency)
        for group in self._agencies.groups(row.agency):
            self._values[group] = self._values.get(group, _NOUGHT) + row.value
            if row.base is not None:
                self._bases[group] = self._bases.get(group, _NOUGHT) + row.base

    def figure(self, measure: Measure, group: Group, answered: int, respondents: int, asked: int) -> Figure:
        """``answered`` counts those that answered any item."""
        count = self._count.of(group)
        value = Decimal(count) if measure is Measure.SHARE else _sum(self._values, group)
        base = _sum(self._bases, group) if measure is Measure.RATIO else None
        return Figure(value, base, count, answered if measure is Measure.SHARE else count, respondents, asked)


def _sum(sums: Mapping[Group, Decimal], group: Group) -> Decimal:
    """3270.0 is 3270, and 3270 is not 3.27E+3."""
    number = sums.get(group, _NOUGHT)
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()
