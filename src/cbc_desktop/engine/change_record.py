"""What a verb changes while it is at work: first states are remembered, so that only what ends up different is told."""

from __future__ import annotations

from dataclasses import dataclass, field

from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.engine.nodes import LeafNode, LiveNode
from cbc_desktop.engine.violations import Violation


@dataclass(slots=True)
class ChangeRecord:
    """Told of a state just before it changes."""

    properties: set[Address] = field(default_factory=set)
    added: list[RowId] = field(default_factory=list)
    removed: list[RowId] = field(default_factory=list)
    moved: list[RowId] = field(default_factory=list)
    _values: dict[LeafNode, str] = field(default_factory=dict)
    _relevance: dict[LiveNode, bool] = field(default_factory=dict)
    _problems: dict[LiveNode, tuple[Violation, ...]] = field(default_factory=dict)

    def before_value(self, leaf: LeafNode) -> None:
        self._values.setdefault(leaf, leaf.lexical)

    def before_relevance(self, node: LiveNode) -> None:
        self._relevance.setdefault(node, node.relevant)

    def before_problems(self, node: LiveNode) -> None:
        self._problems.setdefault(node, node.problems)

    def change_set(self) -> ChangeSet:
        return ChangeSet(
            values=frozenset(leaf.address for leaf, was in self._values.items() if leaf.lexical != was),
            relevance=frozenset(node.address for node, was in self._relevance.items() if node.relevant != was),
            properties=frozenset(self.properties),
            violations=frozenset(node.address for node, was in self._problems.items() if node.problems != was),
            rows_added=tuple(self.added),
            rows_removed=tuple(self.removed),
            rows_moved=tuple(self.moved),
        )
