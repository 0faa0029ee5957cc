"""The rows of one repeat filed under what one of their leaves holds, kept up to date as answers and rows change.

What changes is filed anew when somebody asks next.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, cast

from cbc_desktop.engine.row_total import RowTotal
from cbc_desktop.engine.stale_rows import StaleRows
from cbc_desktop.xpath.filing import Filing, Marks, marks_of
from cbc_desktop.xpath.node_index import MarkedNodes

if TYPE_CHECKING:
    from cbc_desktop.engine.nodes import RowNode
    from cbc_desktop.xpath import Node

_in_order = attrgetter("index")


class RowIndex:
    """By one leaf and one filing."""

    def __init__(self, leaf: str, filing: Filing, rows: Sequence[RowNode]) -> None:
        """``leaf`` is the generic path of a leaf that every row has once; ``rows`` are the repeat's own list."""
        self._leaf, self._filing = leaf, filing
        self._filed: MarkedNodes[RowNode] = MarkedNodes(filing)
        self._stale = StaleRows(rows)

    def touched(self, row: RowNode) -> None:
        """The row is new, or what its leaf holds has changed."""
        self._stale.add(row)

    def removed(self, row: RowNode) -> None:
        self._stale.discard(row)
        self._filed.take(row)

    def marks(self, row: RowNode) -> Marks:
        return marks_of(self._filing, self.held(row))

    def count(self, marks: Marks) -> int:
        return self._fresh().count(marks)

    def find(self, marks: Marks) -> list[RowNode]:
        """The rows that formulas may see, in order."""
        return sorted((row for row in self._fresh().find(marks) if row.relevant), key=_in_order)

    def is_certain(self, marks: Marks) -> bool:
        return self._fresh().is_certain(marks)

    def held(self, node: Node) -> list[Node]:
        return [cast("RowNode", node).within[self._leaf]]

    def find_all(self, marks: Marks) -> list[RowNode]:
        """Hidden rows too."""
        return list(self._fresh().find(marks))

    def _fresh(self) -> MarkedNodes[RowNode]:
        for row in self._stale.taken():
            self._filed.put(row, self.marks(row))
        return self._filed


class RowIndexes:
    """Those of one repeat, and its sums, made when they are first asked for."""

    def __init__(self, rows: Sequence[RowNode]) -> None:
        self._rows = rows
        self._by_leaf: dict[str, dict[Filing, RowIndex]] = {}
        self._totals: dict[str, RowTotal] = {}

    def of(self, leaf: str, filing: Filing) -> RowIndex:
        """By a leaf that every row has once, given by its generic path."""
        indexes = self._by_leaf.setdefault(leaf, {})
        if filing not in indexes:
            indexes[filing] = RowIndex(leaf, filing, self._rows)
        return indexes[filing]

    def total(self, leaf: str) -> float | None:
        """The sum of a leaf that every row has once; None: it is to be found otherwise."""
        if leaf not in self._totals:
            self._totals[leaf] = RowTotal(leaf, self._rows)
        return self._totals[leaf].value()

    def touched(self, row: RowNode, leaf: str) -> None:
        if leaf in self._totals:
            self._totals[leaf].touched(row)
        for index in self._by_leaf.get(leaf, {}).values():
            index.touched(row)

    def added(self, row: RowNode) -> None:
        for index in self._every():
            index.touched(row)

    def removed(self, row: RowNode) -> None:
        for index in self._every():
            index.removed(row)

    def _every(self) -> list[RowIndex | RowTotal]:
        return [*self._totals.values(), *(index for kept in self._by_leaf.values() for index in kept.values())]
