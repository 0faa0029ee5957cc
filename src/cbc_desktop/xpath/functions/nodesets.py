"""Node-set functions: XPath 1.0, section 4.1, and https://getodk.github.io/xforms-spec/#fn:Node-set-Functions."""

from __future__ import annotations

from collections.abc import Iterator

from cbc_desktop.xpath.axes import descendant
from cbc_desktop.xpath.context import Context
from cbc_desktop.xpath.functions.function import ANY, NODES, Function, in_context, of_node, pure
from cbc_desktop.xpath.nodes import Node
from cbc_desktop.xpath.values import NodeSet, Value, to_string


def count(nodes: NodeSet) -> float:
    return float(len(nodes))


def count_non_empty(nodes: NodeSet) -> float:
    return float(sum(node.string_value() != "" for node in nodes))


def last(context: Context) -> float:
    return float(context.size)


def name(nodes: NodeSet) -> str:
    return nodes[0].qualified_name if nodes else ""


def local_name(nodes: NodeSet) -> str:
    return nodes[0].name if nodes else ""


def namespace_uri(nodes: NodeSet) -> str:
    return nodes[0].namespace if nodes else ""


def by_id(context: Context, value: Value) -> NodeSet:
    """The elements whose attribute ``id`` is among the words of ``value``; of a set: of each of its nodes."""
    texts = [node.string_value() for node in value] if isinstance(value, list) else [to_string(value)]
    wanted = {word for text in texts for word in text.split()}
    return [element for element in descendant(_document(context.node)) if wanted & set(_ids(element))]


def _document(node: Node) -> Node:
    while (above := node.parent) is not None:
        node = above
    return node


def _ids(element: Node) -> Iterator[str]:
    return (attribute.string_value() for attribute in element.attributes if attribute.name == "id")


NODESET_FUNCTIONS: tuple[Function, ...] = (
    pure("count", count, NODES),
    pure("count-non-empty", count_non_empty, NODES),
    in_context("last", last),
    of_node("name", name, NODES),
    of_node("local-name", local_name, NODES),
    of_node("namespace-uri", namespace_uri, NODES),
    in_context("id", by_id, ANY),
)
