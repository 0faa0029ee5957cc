"""Functions about repeat instances: https://getodk.github.io/xforms-spec/#fn:Repeat-Functions."""

from __future__ import annotations

import math
from collections.abc import Iterator

from cbc_desktop.xpath.axes import ancestor
from cbc_desktop.xpath.context import Context
from cbc_desktop.xpath.functions.function import ANY, NODES, Function, in_context, lazily
from cbc_desktop.xpath.operators import Evaluate
from cbc_desktop.xpath.values import NodeSet, Value, to_nodes, to_number


def position(context: Context, nodes: NodeSet | None = None) -> float:
    """Without argument that of XPath 1.0; with one the node's place among its siblings of the same name."""
    if nodes is None:
        return float(context.position)
    return float(nodes[0].sibling_position()) if nodes else math.nan


def indexed_repeat(context: Context, target: Evaluate, *pairs: Evaluate) -> NodeSet:
    """The targets within the repeat instances that ``pairs`` choose: repeat, index, repeat, index ...

    Indexes count from 1, each within the instance that was chosen around it; the pairs may come in any order. Its
    absolute paths mean all instances, wherever it stands.
    """
    environment = context.environment
    anywhere = Context(context.node, environment, context.position, context.size, environment.root)
    targets, chosen = to_nodes(target(anywhere)), None
    for repeats, index in sorted(_pairs(pairs, anywhere, context), key=_depth):
        within = repeats if chosen is None else [repeat for repeat in repeats if chosen in ancestor(repeat)]
        if not (1 <= index <= len(within)):
            return []
        chosen = within[int(index) - 1]
    return [target for target in targets if chosen in ancestor(target)]


def _pairs(pairs: tuple[Evaluate, ...], anywhere: Context, here: Context) -> Iterator[tuple[NodeSet, float]]:
    for repeats, index in zip(pairs[::2], pairs[1::2], strict=True):
        yield to_nodes(repeats(anywhere)), to_number(index(here), here)


def _depth(pair: tuple[NodeSet, float]) -> int:
    repeats, _ = pair
    return len(ancestor(repeats[0])) if repeats else 0


def once(context: Context, calculation: Evaluate) -> Value:
    """The context node's own value, or when it is blank what the calculation gives."""
    value = context.node.typed_value()
    return calculation(context) if value == "" else value


REPEAT_FUNCTIONS: tuple[Function, ...] = (
    in_context("position", position, optional=(NODES,)),
    Function("indexed-repeat", indexed_repeat, (ANY, ANY, ANY), rest=(ANY, ANY), lazy=True),
    lazily("once", once, ANY),
)
