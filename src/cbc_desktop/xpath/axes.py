"""The axes of XPath 1.0, section 2.2: from one node to others, in the order of the axis."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from cbc_desktop.xpath.nodes import Node, NodeKind

Axis = Callable[[Node], Sequence[Node]]


def itself(node: Node) -> Sequence[Node]:
    return (node,)


def child(node: Node) -> Sequence[Node]:
    return node.children


def parent(node: Node) -> Sequence[Node]:
    above = node.parent
    return () if above is None else (above,)


def attribute(node: Node) -> Sequence[Node]:
    return node.attributes


def descendant(node: Node) -> list[Node]:
    found: list[Node] = []
    waiting = list(reversed(node.children))
    while waiting:
        next_node = waiting.pop()
        found.append(next_node)
        waiting.extend(reversed(next_node.children))
    return found


def descendant_or_self(node: Node) -> list[Node]:
    return [node, *descendant(node)]


def ancestor(node: Node) -> list[Node]:
    found: list[Node] = []
    above = node.parent
    while above is not None:
        found.append(above)
        above = above.parent
    return found


def ancestor_or_self(node: Node) -> list[Node]:
    return [node, *ancestor(node)]


def following_sibling(node: Node) -> Sequence[Node]:
    siblings, index = _among_siblings(node)
    return siblings[index + 1 :]


def preceding_sibling(node: Node) -> Sequence[Node]:
    siblings, index = _among_siblings(node)
    return siblings[:index][::-1]


def following(node: Node) -> list[Node]:
    found = descendant(node.parent) if node.kind is NodeKind.ATTRIBUTE and node.parent else []
    for above in ancestor_or_self(node):
        for sibling in following_sibling(above):
            found.extend(descendant_or_self(sibling))
    return found


def preceding(node: Node) -> list[Node]:
    return [
        before
        for above in ancestor_or_self(node)
        for sibling in preceding_sibling(above)
        for before in reversed(descendant_or_self(sibling))
    ]


def no_namespaces(node: Node) -> Sequence[Node]:
    """DIVERGES from XPath 1.0: the namespace axis is empty; no form needs it, and its nodes would be made up."""
    return ()


def _among_siblings(node: Node) -> tuple[Sequence[Node], int]:
    """The siblings and the node's own index; attributes, the document and hidden nodes have no siblings."""
    if node.parent is not None:
        siblings = node.parent.children
        for index, sibling in enumerate(siblings):
            if sibling is node:
                return siblings, index
    return (node,), 0


AXES: Mapping[str, Axis] = {
    "ancestor": ancestor,
    "ancestor-or-self": ancestor_or_self,
    "attribute": attribute,
    "child": child,
    "descendant": descendant,
    "descendant-or-self": descendant_or_self,
    "following": following,
    "following-sibling": following_sibling,
    "namespace": no_namespaces,
    "parent": parent,
    "preceding": preceding,
    "preceding-sibling": preceding_sibling,
    "self": itself,
}

REVERSE_AXES = frozenset({"ancestor", "ancestor-or-self", "preceding", "preceding-sibling"})


def in_document_order(nodes: list[Node]) -> list[Node]:
    """The nodes without repetitions, in document order (XPath 1.0, section 5)."""
    unique = list({id(node): node for node in nodes}.values())
    if len(unique) < 2:
        return unique
    places = _Places()
    return sorted(unique, key=places.of)


class _Places:
    """Where nodes stand: for each the way down from the root, as numbers. Children are counted once per parent."""

    def __init__(self) -> None:
        self._indexes: dict[int, dict[int, int]] = {}

    def of(self, node: Node) -> tuple[int, ...]:
        return tuple(reversed(list(self._upwards(node))))

    def _upwards(self, node: Node) -> Iterator[int]:
        while (above := node.parent) is not None:
            yield self._index(node, above)
            node = above
        yield id(node)  # keeps the nodes of different documents apart

    def _index(self, node: Node, above: Node) -> int:
        indexes = self._indexes.get(id(above))
        if indexes is None:
            ordered = (*above.attributes, *above.children)  # attributes come before children
            indexes = self._indexes[id(above)] = {id(other): index for index, other in enumerate(ordered)}
        return indexes.get(id(node), len(indexes))  # a hidden node comes last
