"""What is to be evaluated: whom a change reaches, and in which order, each rule with the parts of the tree it concerns.

Only what a change reaches is put here; nothing is evaluated here.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable

from cbc_desktop.engine.dependencies import DependencyGraph, Edge, inside
from cbc_desktop.engine.narrowing import concerned
from cbc_desktop.engine.nodes import LiveNode, RepeatNode, RowNode
from cbc_desktop.engine.rules import Rule, RuleKind
from cbc_desktop.engine.tree import LiveTree, Scope

Scopes = dict[Scope, None]
"""Scopes in the order in which they were put here, so that the same verbs always evaluate in the same order."""


class Agenda:
    """Rules by rank. Changes are reported as they happen: ``changed``, ``rows_changed`` ..."""

    def __init__(self, tree: LiveTree, graph: DependencyGraph) -> None:
        self._tree, self._graph = tree, graph
        self._ranks: list[tuple[int, Rule]] = []
        self._scopes: dict[Rule, Scopes] = {}

    def put(self, rule: Rule, scope: Scope) -> None:
        scopes = self._scopes.get(rule)
        if scopes is None:
            self._scopes[rule] = {scope: None}
            heapq.heappush(self._ranks, (self._graph.rank[rule], rule))
        else:
            scopes[scope] = None

    def take(self) -> tuple[Rule, Scopes] | None:
        """The next rule, after everything that it reads; None when nothing is left."""
        if not self._ranks:
            return None
        _, rule = heapq.heappop(self._ranks)
        return rule, self._scopes.pop(rule)

    def everything(self) -> None:
        for rule in self._graph.rules:
            self.put(rule, None)

    def changed(self, path: str, row: Scope) -> None:
        """A value, or whether it is there, has changed at ``path`` in ``row``."""
        self._put_readers(self._graph.readers[path], row)

    def changing(self, path: str, row: Scope) -> None:
        """What is at ``path`` in ``row`` is about to change: whoever reads the row because of it may not do so then."""
        self._put_readers(self._graph.choosers[path], row)

    def presence_changing(self, path: str, row: Scope) -> None:
        """Everything at and below ``path`` is about to come into sight, or to go out of it."""
        for below in self._graph.paths.below[path]:
            self.changing(below, row)

    def choices_changed(self, path: str, row: Scope) -> None:
        self._put_readers(self._graph.label_readers.get(path, ()), row)

    def row_added(self, row: RowNode) -> None:
        """Everything in the row is new, but for choices that all rows share.

        What stands above the rows of a repeat is in none of them.
        """
        for path in self._graph.paths.below[row.path]:
            for rule in self._graph.rules_at[path]:
                above = path == row.path and rule.kind.of_repeats
                shared = rule.kind is RuleKind.CHOICES and path in self._graph.shared_choices
                if not above and not shared:
                    self.put(rule, row)

    def calculations_back(self, path: str, row: Scope) -> None:
        """Calculations at and below ``path`` waited while they were hidden; all other rules did not."""
        for below in self._graph.paths.below[path]:
            for rule in self._graph.rules_at[below]:
                if rule.kind is RuleKind.CALCULATE:
                    self.put(rule, row)

    def presence_changed(self, path: str, row: Scope) -> None:
        """Everything at and below ``path`` has come into sight, or gone out of it."""
        for below in self._graph.paths.below[path]:
            self.changed(below, row)

    def rows_changed(self, row: RowNode, moved: Iterable[RowNode]) -> None:
        """A row has come, gone or moved: who looks at its repeat from outside sees other nodes.

        The rows in ``moved`` have other positions.
        """
        moved = list(moved)
        for path in self._graph.paths.below[row.path]:
            for edge in self._graph.readers[path]:
                if edge.position_only and edge.shared == row.path:
                    for other in moved:
                        self.put(edge.rule, other)
                elif edge.shared is None or not inside(edge.shared, row.path):
                    self._put_reader(edge, row)

    def _put_readers(self, edges: Iterable[Edge], row: Scope) -> None:
        for edge in edges:
            self._put_reader(edge, row)

    def _put_reader(self, edge: Edge, row: Scope) -> None:
        around = row_around(row, edge.shared)
        for scope in concerned(self._tree, edge.asked, row, around) if edge.asked else (around,):
            self.put(edge.rule, scope)

    def nodes(self, path: str, scopes: Scopes) -> list[LiveNode]:
        """The nodes that a rule at ``path`` concerns, each once."""
        return list(dict.fromkeys(node for scope in _widest(scopes) for node in self._tree.instances(path, scope)))

    def repeats(self, path: str, scopes: Scopes) -> list[RepeatNode]:
        """The repeats that a rule at ``path`` concerns; a row stands for the repeat that it belongs to."""
        outer = dict.fromkeys(scope.repeat.row if scope and scope.path == path else scope for scope in scopes)
        return list(dict.fromkeys(node for scope in _widest(outer) for node in self._tree.repeats(path, scope)))


def _widest(scopes: Scopes) -> Iterable[Scope]:
    return (None,) if None in scopes else scopes


def row_around(row: Scope, repeat: str | None) -> Scope:
    """The row of ``repeat`` around ``row`` (or ``row`` itself); the whole tree when there is none."""
    while row is not None and row.path != repeat:
        row = row.repeat.row
    return row
