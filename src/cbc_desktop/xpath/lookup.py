"""Finds the children that a predicate may keep through an index of the tree, in place of all children of the name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cbc_desktop.xpath.context import Context
from cbc_desktop.xpath.filing import Filing, Marks, marks_of
from cbc_desktop.xpath.node_index import LeafNames, NodeIndex
from cbc_desktop.xpath.nodes import Node
from cbc_desktop.xpath.operators import Evaluate, same, some_pair
from cbc_desktop.xpath.values import Value


@dataclass(frozen=True, slots=True)
class Lookup:
    """A match whose key is compiled (matching.py says what it means)."""

    leaf: LeafNames
    leaf_filing: Filing
    key: Evaluate
    key_filing: Filing


@dataclass(frozen=True, slots=True)
class Lookups:
    """All of them have to hold; ``whole``: the predicate asks for nothing else."""

    every: tuple[Lookup, ...] = ()
    whole: bool = False


NO_LOOKUPS = Lookups()


@dataclass(frozen=True, slots=True)
class Found:
    """Nodes in document order; ``certain``: each of them passes the first predicate."""

    nodes: Sequence[Node]
    certain: bool = False


Find = Callable[[Node, Context], Found]


def children_by_lookup(name: str, lookups: Lookups) -> Find:
    """The children of a name that the predicate may keep; all where the tree keeps no index.

    Of several lookups the one that leaves least is taken; the others only choose among what it found.
    """

    def find(node: Node, context: Context) -> Found:
        searches = [search for lookup in lookups.every if (search := _search(node, name, lookup, context))]
        if not searches:
            return Found(node.named_children(name, None))
        first = min(searches, key=_count)
        found: Sequence[Node] = first.index.find(first.marks)
        if not lookups.whole or len(searches) < len(lookups.every):
            return Found(found)
        for search in searches:
            if search is not first or not first.index.is_certain(first.marks):
                found = [one for one in found if search.keeps(one, context)]
        return Found(found, certain=True)

    return find


@dataclass(frozen=True, slots=True)
class _Search:
    """A lookup in one index with one key."""

    index: NodeIndex
    filing: Filing
    key: Value
    marks: Marks

    def keeps(self, node: Node, context: Context) -> bool:
        """What the predicate would say, without its way to the leaf and to the key."""
        held = self.index.held(node)
        if self.filing is Filing.VALUE:
            return some_pair(same, held, self.key, context)
        marks = marks_of(self.filing, held)
        return self.marks is None or marks is None or not self.marks.isdisjoint(marks)


def _search(node: Node, name: str, lookup: Lookup, context: Context) -> _Search | None:
    index = node.children_index(name, lookup.leaf, lookup.leaf_filing)
    if index is None:
        return None
    key = lookup.key(context)
    return _Search(index, lookup.leaf_filing, key, marks_of(lookup.key_filing, key))


def _count(search: _Search) -> int:
    return search.index.count(search.marks)
