"""Follows the consequences of a change through the live tree, rule by rule, in the order of the dependency graph.

Only what a change reaches is evaluated: a rule is put on the agenda with the scopes (rows, or the whole tree) whose
instances it concerns, and each rule's instances are evaluated once, after everything that they read.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.engine.choices import Choices
from cbc_desktop.engine.codecs import lexical_form
from cbc_desktop.engine.dependencies import DependencyGraph, Edge, inside
from cbc_desktop.engine.environment import FormEnvironment
from cbc_desktop.engine.nodes import Branch, LeafNode, LiveNode, RepeatNode, RowNode
from cbc_desktop.engine.rules import Rule, RuleKind
from cbc_desktop.engine.tree import LiveTree, Scope, elements_from
from cbc_desktop.engine.validation import Judge
from cbc_desktop.xpath import Scalar


@dataclass(slots=True)
class Changes:
    """A ChangeSet while it grows."""

    values: set[Address] = field(default_factory=set)
    relevance: set[Address] = field(default_factory=set)
    properties: set[Address] = field(default_factory=set)
    violations: set[Address] = field(default_factory=set)
    added: list[RowId] = field(default_factory=list)
    removed: list[RowId] = field(default_factory=list)

    def frozen(self) -> ChangeSet:
        return ChangeSet(
            frozenset(self.values),
            frozenset(self.relevance),
            frozenset(self.properties),
            frozenset(self.violations),
            tuple(self.added),
            tuple(self.removed),
        )


class Recalculation:
    """The agenda of one session. Verbs report what they did (``wrote``, ``added`` ...); ``settle`` does the rest."""

    def __init__(
        self,
        tree: LiveTree,
        graph: DependencyGraph,
        environment: FormEnvironment,
        choices: Choices,
        identifiers: IdentifierSource,
    ) -> None:
        self._tree, self._graph, self._environment = tree, graph, environment
        self._choices, self._identifiers = choices, identifiers
        self._judge = Judge(environment, choices)
        self._ranks: list[tuple[int, Rule]] = []
        self._scopes: dict[Rule, set[Scope]] = {}
        self._running: tuple[Rule, LiveNode] | None = None
        self._unjudged: dict[LiveNode, None] = {}
        self._changes = Changes()
        self._evaluators: dict[RuleKind, Callable[[Rule, LiveNode], None]] = {
            RuleKind.RELEVANT: self._relevant,
            RuleKind.CALCULATE: self._calculate,
            RuleKind.READONLY: self._readonly,
            RuleKind.REQUIRED: self._required,
            RuleKind.CHOICES: self._forget_choices,
            RuleKind.CONSTRAINT: lambda rule, node: self._to_judge(node),
            RuleKind.WARNING: lambda rule, node: self._to_judge(node),
            RuleKind.TEXT: lambda rule, node: self._changes.properties.add(node.address),
        }

    def everything(self) -> None:
        """Puts all rules on the agenda: the form has just been built."""
        for rule in self._graph.rules:
            self._schedule(rule, None)
        for node in self._tree.walk():
            self._to_judge(node)

    def wrote(self, leaf: LeafNode) -> None:
        """The leaf's value has changed."""
        self._changes.values.add(leaf.address)
        self._to_judge(leaf)
        for edge in self._graph.readers[leaf.path]:
            if self._running is None or not self._reads_itself(edge, leaf):
                self._schedule(edge.rule, _scope(leaf, edge.shared))

    def _reads_itself(self, edge: Edge, leaf: LeafNode) -> bool:
        """``calculate=". + 1"`` is evaluated once for a change elsewhere, not again for its own result."""
        same_row = edge.shared == (leaf.row.path if leaf.row else None)
        return self._running == (edge.rule, leaf) and same_row

    def added(self, row: RowNode) -> None:
        """The row has come into the tree."""
        self._changes.added.append(row.id)
        for path in self._graph.subtree[row.path]:
            for rule in self._graph.rules_at[path]:
                self._schedule(rule, row)
        for node in elements_from(row):
            self._to_judge(node)
        self._rows_moved(row.repeat, row.index + 1)

    def removed(self, row: RowNode, inner: list[RowId]) -> None:
        """The row, and those inside it, have left the tree."""
        self._changes.removed.extend([row.id, *inner])
        self._rows_moved(row.repeat, row.index)

    def moved(self, repeat: RepeatNode, first: int) -> None:
        """Rows from place ``first`` on have another place."""
        self._rows_moved(repeat, first)

    def _rows_moved(self, repeat: RepeatNode, first: int) -> None:
        """Who looks at the repeat from outside sees other nodes; rows from ``first`` on have other positions."""
        for path in self._graph.subtree[repeat.path]:
            for edge in self._graph.readers[path]:
                if edge.position_only and edge.shared == repeat.path:
                    for row in repeat.rows[first:]:
                        self._schedule(edge.rule, row)
                elif edge.shared is None or not inside(edge.shared, repeat.path):
                    self._schedule(edge.rule, _scope_of(repeat.row, edge.shared))

    def settle(self) -> ChangeSet:
        """Evaluates until nothing is left, judges what was touched, and answers all that changed."""
        while self._ranks:
            _, rule = heapq.heappop(self._ranks)
            scopes = self._scopes.pop(rule)
            if rule.kind is RuleKind.COUNT:
                for repeat in self._repeats(rule.path, scopes):
                    self._count(rule, repeat)
                continue
            for node in self._instances(rule.path, scopes):
                self._running = (rule, node)
                self._evaluators[rule.kind](rule, node)
            self._running = None
        self._judge_touched()
        changes, self._changes = self._changes.frozen(), Changes()
        return changes

    def _schedule(self, rule: Rule, scope: Scope) -> None:
        scopes = self._scopes.get(rule)
        if scopes is None:
            self._scopes[rule] = {scope}
            heapq.heappush(self._ranks, (self._graph.rank[rule], rule))
        else:
            scopes.add(scope)

    def _instances(self, path: str, scopes: set[Scope]) -> Iterator[LiveNode]:
        seen: set[LiveNode] = set()
        for scope in [None] if None in scopes else list(scopes):
            if scope is None or scope.id in self._tree.rows:
                for node in list(self._tree.instances(path, scope)):
                    if isinstance(node, LiveNode) and node not in seen:
                        seen.add(node)
                        yield node

    def _repeats(self, path: str, scopes: set[Scope]) -> list[RepeatNode]:
        whole = None in scopes
        found = [repeat for scope in ([None] if whole else scopes) for repeat in self._tree.repeats(path, scope)]
        return list(dict.fromkeys(found))

    def _relevant(self, rule: Rule, node: LiveNode) -> None:
        relevant = rule.expression.boolean(self._environment.context(node))
        if relevant != node.own_relevant:
            node.own_relevant = relevant
            self.spread_relevance(node)

    def spread_relevance(self, node: LiveNode) -> None:
        """Brings the relevance of a node, and of all below it, in line with its own and what is above it."""
        above = node.parent
        surplus = isinstance(node, RowNode) and node.surplus
        effective = node.own_relevant and not surplus and (not isinstance(above, LiveNode) or above.relevant)
        if effective == node.relevant:
            return
        self._set_relevance(node, effective)
        for path in self._graph.subtree[node.path]:
            for edge in self._graph.readers[path]:
                self._schedule(edge.rule, _scope(node, edge.shared))
            if effective:
                for rule in self._graph.rules_at[path]:
                    self._schedule(rule, node.row)

    def _set_relevance(self, node: LiveNode, effective: bool) -> None:
        node.relevant = effective
        self._changes.relevance.add(node.address)
        self._to_judge(node)
        if isinstance(node, Branch):
            for child in node.elements():
                surplus = isinstance(child, RowNode) and child.surplus
                inner = effective and child.own_relevant and not surplus
                if inner != child.relevant:
                    self._set_relevance(child, inner)

    def _calculate(self, rule: Rule, node: LiveNode) -> None:
        if not isinstance(node, LeafNode) or not node.relevant:
            return
        value = rule.expression.value(self._environment.context(node))
        scalar: Scalar = (value[0].typed_value() if value else "") if isinstance(value, list) else value
        lexical = lexical_form(scalar, node.definition.bind.type)
        if lexical != node.lexical:
            node.write(lexical)
            self.wrote(node)

    def _count(self, rule: Rule, repeat: RepeatNode) -> None:
        """``jr:count``. DIVERGES: a lower count hides the surplus rows and keeps what was typed in them."""
        number = rule.expression.number(self._environment.context(repeat.holder))
        wanted = max(0, int(number)) if number == number else 0
        while len(repeat.rows) < wanted:
            self.added(self._tree.insert_row(repeat, self._identifiers.new_uuid(), len(repeat.rows)))
        for row in repeat.rows:
            row.surplus = row.index >= wanted
            self.spread_relevance(row)

    def _readonly(self, rule: Rule, node: LiveNode) -> None:
        readonly = rule.expression.boolean(self._environment.context(node))
        if readonly != node.own_readonly:
            node.own_readonly = readonly
            self._changes.properties.update(inner.address for inner in elements_from(node))

    def _required(self, rule: Rule, node: LiveNode) -> None:
        if isinstance(node, LeafNode):
            required = rule.expression.boolean(self._environment.context(node))
            if required != node.required:
                node.required = required
                self._changes.properties.add(node.address)
                self._to_judge(node)

    def _forget_choices(self, rule: Rule, node: LiveNode) -> None:
        if isinstance(node, LeafNode):
            self._choices.forget(node)
            self._changes.properties.add(node.address)
            self._to_judge(node)

    def _to_judge(self, node: LiveNode) -> None:
        self._unjudged[node] = None

    def _judge_touched(self) -> None:
        for node in self._unjudged:
            if node.row is None or node.row.id in self._tree.rows:
                problems = self._judge.problems(node)
                if problems != node.problems:
                    node.problems = problems
                    self._changes.violations.add(node.address)
        self._unjudged.clear()


def _scope(node: LiveNode, shared: str | None) -> Scope:
    return _scope_of(node.row, shared)


def _scope_of(row: RowNode | None, shared: str | None) -> Scope:
    """The row of the repeat ``shared`` around ``row``; the whole tree when there is none."""
    while row is not None and row.path != shared:
        above = row.parent
        row = above.row if isinstance(above, LiveNode) else None
    return row
