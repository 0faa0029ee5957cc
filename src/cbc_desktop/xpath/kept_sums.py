"""Sums that the tree keeps up to date itself: ``sum(/data/t1/tien)`` does not go through all rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cbc_desktop.xpath.context import Context
from cbc_desktop.xpath.nodes import Node
from cbc_desktop.xpath.operators import Evaluate
from cbc_desktop.xpath.syntax import AxisStep, Path, Syntax, plain_name
from cbc_desktop.xpath.values import Value, to_nodes


@dataclass(frozen=True, slots=True)
class Column:
    """``names`` lead down from ``start`` to the leaf, through rows somewhere on the way."""

    start: Path
    names: tuple[str, ...]


def column_of(syntax: Syntax) -> Column | None:
    """The column that a path may name; None for other expressions."""
    if not isinstance(syntax, Path):
        return None
    names = [*_names_at_the_end(syntax.steps)]
    before = len(syntax.steps) - len(names)
    return Column(Path(syntax.start, syntax.steps[:before]), tuple(names)) if len(names) > 1 else None


def _names_at_the_end(steps: Sequence[AxisStep]) -> Sequence[str]:
    names: list[str] = []
    for step in reversed(steps):
        name = plain_name(step)
        if name is None or step.axis != "child" or step.predicates:
            break
        names.insert(0, name)
    return names


def kept_sum(start: Evaluate, names: tuple[str, ...], otherwise: Evaluate, *, absolute: bool) -> Evaluate:
    """The sum as the tree keeps it, or ``otherwise``: absolute paths stay in the repeat instances around."""

    def evaluate(context: Context) -> Value:
        if absolute and context.environment.around(context.current):
            return otherwise(context)
        nodes: Sequence[Node] = to_nodes(start(context))
        for depth, name in enumerate(names[:-1], start=1):
            if len(nodes) != 1:
                break
            total = nodes[0].children_total(name, names[depth:])
            if total is not None:
                return total
            nodes = nodes[0].named_children(name, None)
        return otherwise(context)

    return evaluate
