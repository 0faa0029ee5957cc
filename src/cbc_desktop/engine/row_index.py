"""The rows of one repeat filed under what one of their leaves holds, kept up to date as answers and rows change."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, cast

from cbc_desktop.xpath.filing import Filing, Marks, marks_of
from cbc_desktop.xpath.node_index import MarkedNodes

if TYPE_CHECKING:
    from cbc_desktop.engine.nodes import RowNode
    from cbc_desktop.xpath import Node

_in_order = attrgetter("index")


class RowIndex:
    """What changes is filed anew when somebody asks next: much may change before that."""

    def __init__(self, leaf: str, filing: Filing, rows: Sequence[RowNode]) -> None:
        """``leaf`` is the generic path of a leaf that every row has once; ``rows`` are the repeat's own list."""
        self._leaf, self._filing, self._rows = leaf, filing, rows
        self._filed: MarkedNodes[RowNode] = MarkedNodes(filing)
        self._stale = dict.fromkeys(rows)

    def touched(self, row: RowNode) -> None:
        """The row is new, or what its leaf holds has changed."""
        self._stale[row] = None

    def removed(self, row: RowNode) -> None:
        self._stale.pop(row, None)
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
        if self._stale:
            for row in filter(self._is_there, self._stale):
                self._filed.put(row, self.marks(row))
            self._stale.clear()
        return self._filed

    def _is_there(self, row: RowNode) -> bool:
        """A row that was taken away may still be written to, by what was begun before."""
        return row.index < len(self._rows) and self._rows[row.index] is row


class RowIndexes:
    """Those of one repeat, made when they are first asked for."""

    def __init__(self, rows: Sequence[RowNode]) -> None:
        self._rows = rows
        self._by_leaf: dict[str, dict[Filing, RowIndex]] = {}

    def of(self, leaf: str, filing: Filing) -> RowIndex:
        """By a leaf that every row has once, given by its generic path."""
        indexes = self._by_leaf.setdefault(leaf, {})
        if filing not in indexes:
            indexes[filing] = RowIndex(leaf, filing, self._rows)
        return indexes[filing]

    def touched(self, row: RowNode, leaf: str) -> None:
        for index in self._by_leaf.get(leaf, {}).values():
            index.touched(row)

    def added(self, row: RowNode) -> None:
        for index in self._every():
            index.touched(row)

    def removed(self, row: RowNode) -> None:
        for index in self._every():
            index.removed(row)

    def _every(self) -> list[RowIndex]:
        return [index for indexes in self._by_leaf.values() for index in indexes.values()]
