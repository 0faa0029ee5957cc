"""Finds the children that a predicate may keep through an index of the tree, in place of all children of the name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cbc_desktop.xpath.context import Context
from cbc_desktop.xpath.filing import Filing, Marks, marks_of
from cbc_desktop.xpath.node_index import LeafNames, NodeIndex
from cbc_desktop.xpath.nodes import Node
from cbc_desktop.xpath.operators import Evaluate


@dataclass(frozen=True, slots=True)
class Lookup:
    """A match whose key is compiled (matching.py says what it means)."""

    leaf: LeafNames
    leaf_filing: Filing
    key: Evaluate
    key_filing: Filing

    def marks(self, context: Context) -> Marks:
        return marks_of(self.key_filing, self.key(context))


Find = Callable[[Node, Context], Sequence[Node]]


def children_by_lookup(name: str, lookups: Sequence[Lookup]) -> Find:
    """The children of a name that the predicate may keep, in document order; all where the tree keeps no index.

    Of several lookups that have to hold together the one that leaves least is taken.
    """

    def find(node: Node, context: Context) -> Sequence[Node]:
        best: NodeIndex | None = None
        wanted, least = None, 0
        for lookup in lookups:
            index = node.children_index(name, lookup.leaf, lookup.leaf_filing)
            if index is not None:
                marks = lookup.marks(context)
                count = index.count(marks)
                if best is None or count < least:
                    best, wanted, least = index, marks, count
        return node.named_children(name, None) if best is None else best.find(wanted)

    return find
