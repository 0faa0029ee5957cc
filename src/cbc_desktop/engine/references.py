"""References with positions, ``/data/t1[2]/ten``, which people and scripts use, and the addresses that they mean."""

from __future__ import annotations

import re

from cbc_desktop.engine.address import Address
from cbc_desktop.engine.nodes import Branch, RepeatNode
from cbc_desktop.engine.tree import Found, LiveTree

_STEP = re.compile(r"(?P<name>[^/\[\]]+)(\[(?P<position>\d+)\])?")


def located(tree: LiveTree, reference: str) -> Address | None:
    """None when there is no such node. A repeat without a position means the repeat itself, not its rows."""
    root_step, *steps = reference.strip("/").split("/")
    root = tree.document.root
    node: Found | None = root if root_step == root.name else None
    for step in steps:
        node = _below(node, step)
    return node.address if node else None


def _below(node: Found | None, step: str) -> Found | None:
    match = _STEP.fullmatch(step)
    if match is None or not isinstance(node, Branch):
        return None
    member = node.members.get(match["name"])
    return member if match["position"] is None else _at(member, int(match["position"]))


def _at(node: Found | None, position: int) -> Found | None:
    """The row at a position from 1; other nodes are there once."""
    if isinstance(node, RepeatNode):
        return node.rows[position - 1] if 1 <= position <= len(node.rows) else None
    return node if position == 1 else None


def reference_to(node: Found) -> str:
    text = node.path
    row = node.row
    while row is not None:
        text = f"{row.path}[{row.index + 1}]{text[len(row.path) :]}"
        row = row.repeat.row
    return text
