"""Compiled location paths: steps, node tests and predicates (XPath 1.0, section 2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from cbc_desktop.xpath.axes import AXES, REVERSE_AXES, in_document_order
from cbc_desktop.xpath.context import Context
from cbc_desktop.xpath.lookup import NO_LOOKUPS, Find, Found, Lookups, children_by_lookup
from cbc_desktop.xpath.nodes import Node, NodeKind
from cbc_desktop.xpath.operators import Evaluate
from cbc_desktop.xpath.syntax import DESCENDANT_OR_SELF, AxisStep, KindTest, NameTest
from cbc_desktop.xpath.values import NodeSet, Value, to_boolean, to_nodes

Select = Callable[[Node], Sequence[Node]]
Predicate = Callable[[NodeSet, Context], NodeSet]
StepFrom = Callable[[NodeSet, Context], NodeSet]

_LEVEL_AXES = frozenset({"child", "attribute", "self"})
"""Axes that lead from nodes of one level, in document order, to nodes of one level, in document order."""


@dataclass(frozen=True, slots=True)
class CompiledStep:
    """``lookups`` are what its first predicate asks for first, and may be looked up."""

    step: AxisStep
    predicates: Sequence[Evaluate] = ()
    lookups: Lookups = NO_LOOKUPS


def path(start: Evaluate, steps: Sequence[CompiledStep], single_start: bool) -> Evaluate:
    """An evaluator of ``steps`` from the nodes of ``start``; ``single_start``: which is known to be one at most."""
    return _walker(start, _walks(steps, single_start))


def _walks(steps: Sequence[CompiledStep], single_start: bool) -> list[StepFrom]:
    walks: list[StepFrom] = []
    level = single_start
    for step in _merged(steps):
        axis = step.step.axis
        level_after = level and axis in _LEVEL_AXES
        walks.append(_walk(step, keeps_order=level_after or (level and axis.startswith("descendant"))))
        level = level_after
    return walks


def from_root(steps: Sequence[CompiledStep]) -> Evaluate:
    """An evaluator of an absolute path: as far as it leads through the repeat instances around, it stays in them.

    One that ends at a repeat means all its instances.
    """
    names = _plain_names(steps[:-1])
    rests = [_walks(steps[taken:], single_start=True) for taken in range(len(names) + 1)]

    def evaluate(context: Context) -> NodeSet:
        node, taken = context.environment.root, 0
        for around in context.environment.around(context.current):
            if taken == len(names) or not _is_called(around, names[taken]):
                break
            node, taken = around, taken + 1
        nodes: NodeSet = [node]
        for walk in rests[taken]:
            nodes = walk(nodes, context)
        return nodes

    return evaluate


def _plain_names(steps: Sequence[CompiledStep]) -> list[NameTest]:
    """The first steps that lead to children by name, without a predicate."""
    plain = takewhile(lambda step: step.step.axis == "child" and not step.predicates, steps)
    tests = takewhile(lambda test: isinstance(test, NameTest) and test.name != "*", (step.step.test for step in plain))
    return [test for test in tests if isinstance(test, NameTest)]


def _is_called(node: Node, test: NameTest) -> bool:
    return node.name == test.name and test.namespace in (None, node.namespace)


def _walker(start: Evaluate, walks: Sequence[StepFrom]) -> Evaluate:
    def evaluate(context: Context) -> NodeSet:
        nodes = to_nodes(start(context))
        for walk in walks:
            nodes = walk(nodes, context)
        return nodes

    return evaluate


def _merged(steps: Sequence[CompiledStep]) -> list[CompiledStep]:
    """``//name`` as one descendant step; with predicates it stays two, since they count within each parent."""
    merged: list[CompiledStep] = []
    for step in steps:
        above = merged[-1].step if merged else None
        if step.step.axis == "child" and not step.predicates and above is DESCENDANT_OR_SELF:
            merged[-1] = CompiledStep(AxisStep("descendant", step.step.test))
        else:
            merged.append(step)
    return merged


def _walk(compiled: CompiledStep, keeps_order: bool) -> StepFrom:
    select, find = _selector(compiled.step), _finder(compiled)
    reverse = compiled.step.axis in REVERSE_AXES
    predicates = [predicate(condition) for condition in compiled.predicates]

    def one(node: Node, context: Context) -> NodeSet:
        first = find(node, context)
        found = list(first.nodes)
        for keep in predicates[1:] if first.certain else predicates:
            found = keep(found, context)
        return found[::-1] if reverse else found

    def walk(nodes: NodeSet, context: Context) -> NodeSet:
        if len(nodes) == 1:
            return one(nodes[0], context)
        gathered = [found for node in nodes for found in one(node, context)]
        return gathered if keeps_order else in_document_order(gathered)

    def quick_walk(nodes: NodeSet, context: Context) -> NodeSet:
        if len(nodes) == 1:
            return list(select(nodes[0]))
        gathered = [found for node in nodes for found in select(node)]
        return gathered if keeps_order else in_document_order(gathered)

    return walk if predicates or reverse else quick_walk


def _finder(compiled: CompiledStep) -> Find:
    test = compiled.step.test
    if compiled.lookups.every and isinstance(test, NameTest):
        return children_by_lookup(test.name, compiled.lookups)
    select = _selector(compiled.step)
    return lambda node, context: Found(select(node))


def _selector(step: AxisStep) -> Select:
    test = step.test
    axis = AXES[step.axis]
    if isinstance(test, KindTest):
        return axis if test.kind is None else _of_kind(axis, test)
    if step.axis == "child" and test.name != "*":
        name, namespace = test.name, test.namespace
        return lambda node: node.named_children(name, namespace)
    principal = NodeKind.ATTRIBUTE if step.axis == "attribute" else NodeKind.ELEMENT
    return _of_name(axis, test, principal)


def _of_kind(axis: Select, test: KindTest) -> Select:
    kind, target = test.kind, test.target

    def select(node: Node) -> list[Node]:
        return [found for found in axis(node) if found.kind is kind and target in ("", found.name)]

    return select


def _of_name(axis: Select, test: NameTest, principal: NodeKind) -> Select:
    names = None if test.name == "*" else test.name
    namespace = test.namespace

    def matches(node: Node) -> bool:
        return (
            node.kind is principal
            and (names is None or node.name == names)
            and (namespace is None or node.namespace == namespace)
        )

    return lambda node: [found for found in axis(node) if matches(found)]


def predicate(condition: Evaluate) -> Predicate:
    """Keeps the nodes for which ``condition`` holds; a number holds at that position (XPath 1.0, section 2.4)."""

    def keep(nodes: NodeSet, context: Context) -> NodeSet:
        inner = Context(context.node, context.environment, 0, len(nodes), context.current)
        kept = []
        for position, node in enumerate(nodes, 1):
            inner.node, inner.position = node, position
            if _holds(condition(inner), position):
                kept.append(node)
        return kept

    return keep


def _holds(value: Value, position: int) -> bool:
    """A set of nodes holds when there are any, blank or not: ``item[name]`` asks whether it has a name."""
    if isinstance(value, list):
        return bool(value)
    return value == position if isinstance(value, float) else to_boolean(value)


def filtered(primary: Evaluate, conditions: Sequence[Evaluate]) -> Evaluate:
    """A filter expression: positions count in document order (XPath 1.0, section 3.3)."""
    predicates = [predicate(condition) for condition in conditions]

    def evaluate(context: Context) -> NodeSet:
        nodes = to_nodes(primary(context))
        for keep in predicates:
            nodes = keep(nodes, context)
        return nodes

    return evaluate
