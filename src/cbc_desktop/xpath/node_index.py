"""Sibling nodes filed under what one of their leaves holds: the contract for trees, and a file to keep them in."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from cbc_desktop.xpath.filing import Filing, Mark, Marks, marks_of

if TYPE_CHECKING:
    from cbc_desktop.xpath.nodes import Node

LeafNames = tuple[str, ...]
"""Names on the way down from a node to the leaf that is looked at."""


class NodeIndex(Protocol):
    """The children of one name. Both questions may be answered with too many, never with too few."""

    def count(self, marks: Marks) -> int:
        """How many nodes at most ``find`` gives."""

    def find(self, marks: Marks) -> Sequence[Node]:
        """The nodes that share a mark, in document order."""

    def is_certain(self, marks: Marks) -> bool:
        """Whether all that ``find`` gives belong to what has these marks."""

    def held(self, node: Node) -> list[Node]:
        """The leaves of a node that was found."""


NodeType = TypeVar("NodeType", bound=Hashable)


class MarkedNodes(Generic[NodeType]):
    """Nodes under their marks, without an order; those that may belong to any value are under every mark."""

    def __init__(self, filing: Filing) -> None:
        self._filing = filing
        self._marks: dict[NodeType, Marks] = {}
        self._under: dict[Mark, dict[NodeType, None]] = {}
        self._under_every: dict[NodeType, None] = {}

    def put(self, node: NodeType, marks: Marks) -> None:
        """Under these marks, and no longer under those it had."""
        self.take(node)
        self._marks[node] = marks
        for place in self._places(marks):
            place[node] = None

    def take(self, node: NodeType) -> None:
        """No longer under any mark."""
        if node in self._marks:
            for place in self._places(self._marks.pop(node)):
                del place[node]

    def count(self, marks: Marks) -> int:
        if marks is None:
            return len(self._marks)
        return len(self._under_every) + sum(len(self._under.get(mark, ())) for mark in marks)

    def find(self, marks: Marks) -> Collection[NodeType]:
        if marks is None:
            return self._marks.keys()
        found = dict(self._under_every)
        for mark in marks:
            found.update(self._under.get(mark, {}))
        return found.keys()

    def is_certain(self, marks: Marks) -> bool:
        """Words and texts that share a mark are the same; numbers may be told apart by their texts, or very close."""
        if marks is None or self._under_every:
            return False
        return self._filing is not Filing.VALUE or all(isinstance(mark, str) for mark in marks)

    def _places(self, marks: Marks) -> list[dict[NodeType, None]]:
        if marks is None:
            return [self._under_every]
        return [self._under.setdefault(mark, {}) for mark in marks]


class StillIndex:
    """Of nodes that do not change."""

    def __init__(self, nodes: Sequence[Node], leaf: LeafNames, filing: Filing) -> None:
        self._nodes, self._leaf = nodes, leaf
        self._places: MarkedNodes[int] = MarkedNodes(filing)
        for place, node in enumerate(nodes):
            self._places.put(place, marks_of(filing, self.held(node)))

    def count(self, marks: Marks) -> int:
        return self._places.count(marks)

    def find(self, marks: Marks) -> Sequence[Node]:
        return [self._nodes[place] for place in sorted(self._places.find(marks))]

    def is_certain(self, marks: Marks) -> bool:
        return self._places.is_certain(marks)

    def held(self, node: Node) -> list[Node]:
        nodes = [node]
        for name in self._leaf:
            nodes = [child for above in nodes for child in above.named_children(name, None)]
        return nodes
