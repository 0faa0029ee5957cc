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

    Of several lookups the one that leaves least is taken.
    """
    may_be_certain = lookups.whole and len(lookups.every) == 1

    def find(node: Node, context: Context) -> Found:
        best: NodeIndex | None = None
        wanted, least = None, 0
        for lookup in lookups.every:
            index = node.children_index(name, lookup.leaf, lookup.leaf_filing)
            if index is not None:
                marks = lookup.marks(context)
                count = index.count(marks)
                if best is None or count < least:
                    best, wanted, least = index, marks, count
        if best is None:
            return Found(node.named_children(name, None))
        return Found(best.find(wanted), may_be_certain and best.is_certain(wanted))

    return find
