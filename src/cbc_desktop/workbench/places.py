"""Positional paths such as ``/*[1]/*[2]/text()[1]``: they name a node of any XML document without its names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.xpath.nodes import Node, NodeKind

NO_SUCH_PLACE = Message(
    "Tài liệu không có mục “{place}”. Đường dẫn có dạng /*[1]/*[2], text()[1] hoặc @tên.",
    "The document has no node “{place}”. A path looks like /*[1]/*[2], text()[1] or @name.",
)
_STEP = re.compile(r"(?P<test>\*|text\(\)|comment\(\)|processing-instruction\(\))\[(?P<number>\d+)\]")
_KINDS = {
    "*": NodeKind.ELEMENT,
    "text()": NodeKind.TEXT,
    "comment()": NodeKind.COMMENT,
    "processing-instruction()": NodeKind.PROCESSING_INSTRUCTION,
}
_TESTS = {kind: test for test, kind in _KINDS.items()}


def node_at(document: Node, place: str) -> Node:
    """``/`` is the document itself; UserFacingError when there is no such node."""
    node = document
    for step in filter(None, place.split("/")):
        found = _attribute(node, step) if step.startswith("@") else _child(node, step)
        if found is None:
            raise UserFacingError(NO_SUCH_PLACE.filled(place=place))
        node = found
    return node


def place_of(node: Node) -> str:
    """The positional path of a node."""
    steps: list[str] = []
    while node.parent is not None:
        steps.append(_step_to(node, node.parent))
        node = node.parent
    return "/" + "/".join(reversed(steps))


def _attribute(node: Node, step: str) -> Node | None:
    return next((one for one in node.attributes if one.name == step.removeprefix("@").rpartition(":")[2]), None)


def _child(node: Node, step: str) -> Node | None:
    match = _STEP.fullmatch(step)
    if match is None:
        return None
    alike = _alike(node.children, _KINDS[match["test"]])
    number = int(match["number"])
    return alike[number - 1] if 0 < number <= len(alike) else None


def _step_to(node: Node, parent: Node) -> str:
    if node.kind is NodeKind.ATTRIBUTE:
        return f"@{node.name}"
    alike = _alike(parent.children, node.kind)
    return f"{_TESTS[node.kind]}[{next(place for place, one in enumerate(alike, 1) if one is node)}]"


def _alike(nodes: Sequence[Node], kind: NodeKind) -> list[Node]:
    return [node for node in nodes if node.kind is kind]
