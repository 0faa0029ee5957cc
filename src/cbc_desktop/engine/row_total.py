"""The sum of one leaf over the rows of a repeat, kept up to date as answers and rows change."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from cbc_desktop.engine.stale_rows import StaleRows

if TYPE_CHECKING:
    from cbc_desktop.engine.nodes import RowNode

Exact = int | Fraction


class RowTotal:
    """Exact while it is kept and rounded once when it is asked for: the same sum as of all rows anew."""

    def __init__(self, leaf: str, rows: Sequence[RowNode]) -> None:
        """``leaf`` is the generic path of a leaf that every row has once; ``rows`` are the repeat's own list."""
        self._leaf = leaf
        self._numbers: dict[RowNode, Exact] = {}
        self._sum: Exact = 0
        self._others: set[RowNode] = set()
        """Rows that hold neither a number nor nothing."""
        self._stale = StaleRows(rows)

    def touched(self, row: RowNode) -> None:
        self._stale.add(row)

    def removed(self, row: RowNode) -> None:
        self._stale.discard(row)
        self._take(row)

    def value(self) -> float | None:
        """None while some row holds something that is not simply added."""
        for row in self._stale.taken():
            self._take(row)
            self._put(row)
        return None if self._others else _rounded(self._sum)

    def _take(self, row: RowNode) -> None:
        self._others.discard(row)
        self._sum -= self._numbers.pop(row, 0)

    def _put(self, row: RowNode) -> None:
        value = row.within[self._leaf].typed_value()
        if isinstance(value, float) and math.isfinite(value):
            number = int(value) if value.is_integer() else Fraction(value)
            self._numbers[row] = number
            self._sum += number
        elif value != "":
            self._others.add(row)


def _rounded(exact: Exact) -> float | None:
    try:
        return float(exact)
    except OverflowError:
        return None
