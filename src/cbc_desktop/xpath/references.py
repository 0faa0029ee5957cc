"""Which nodes an expression reads, told from its text alone: what a form's dependency graph is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal as OneOf

from cbc_desktop.xpath.functions import FUNCTIONS
from cbc_desktop.xpath.syntax import (
    SELF,
    AxisStep,
    Call,
    Filter,
    Literal,
    NameTest,
    Negation,
    Operation,
    Path,
    Start,
    Syntax,
)

Origin = OneOf["root", "context", "instance"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: an axis of XPath and a local name, "*" for any name, or a node test such as "node()"."""

    axis: str
    name: str


@dataclass(frozen=True, slots=True)
class PathReference:
    """Nodes that an expression reads: ``steps`` from the document, the context node, or the document of ``instance``.

    Predicates are left out; what they read is references of their own, which start with the steps they stand behind.
    """

    origin: Origin
    steps: tuple[Step, ...]
    instance: str = ""

    def __str__(self) -> str:
        start = {"root": "/", "context": "", "instance": f"instance('{self.instance}')/"}[self.origin]
        return start + "/".join(_text(step) for step in self.steps)


_ROOT = PathReference("root", ())
_CONTEXT = PathReference("context", ())


def references_of(syntax: Syntax) -> frozenset[PathReference]:
    """Every location path of the expression, predicates and arguments of functions included."""
    reader = _Reader()
    reader.read(syntax, _CONTEXT)
    return frozenset(reader.found)


def functions_of(syntax: Syntax) -> frozenset[str]:
    """The names of all functions that are called."""
    return frozenset(part.name for part in _parts(syntax) if isinstance(part, Call))


def resolve(reference: PathReference, context_path: str) -> str | None:
    """The generic absolute path, ``/data/s1/t1/n``, of a reference seen from the generic path of a context node.

    None when it leads into another instance, above the document, or by other steps than named children, parents
    and self: then ``known_prefix`` tells under which node everything lies that it may reach.
    """
    names, rest = _followed(reference, context_path)
    return None if rest or names is None else _joined(names)


def known_prefix(reference: PathReference, context_path: str) -> str | None:
    """The deepest generic path at or under which all nodes of the reference lie; "" is the whole document.

    ``//x`` seen from anywhere: ""; ``/data/s1//x`` and ``/data/s1/*``: ``/data/s1``. None for another instance.
    """
    names, rest = _followed(reference, context_path)
    if names is None:
        return None
    for step in rest:
        if step.axis == "parent":
            names = names[:-1]
        elif step.axis not in _DOWNWARD:
            names = []
    return _joined(names)


_DOWNWARD = frozenset({"child", "attribute", "self", "descendant", "descendant-or-self", "namespace"})


def _followed(reference: PathReference, context_path: str) -> tuple[list[str] | None, tuple[Step, ...]]:
    """The names on the way as far as it is certain, and the steps from there on; None for another instance."""
    if reference.origin == "instance":
        return None, ()
    names = [name for name in context_path.split("/") if name] if reference.origin == "context" else []
    for index, step in enumerate(reference.steps):
        if step.axis == "child" and step.name != "*" and not step.name.endswith(")"):
            names.append(step.name)
        elif step.axis == "parent" and names:
            names.pop()
        elif step.axis != "self":
            return names, reference.steps[index:]
    return names, ()


def _joined(names: Iterable[str]) -> str:
    return "".join(f"/{name}" for name in names)


def _text(step: Step) -> str:
    if step == Step("parent", "node()"):
        return ".."
    return step.name if step.axis == "child" else f"{step.axis}::{step.name}"


def _parts(syntax: Syntax) -> Iterator[Syntax]:
    """The expression and everything within it."""
    yield syntax
    for part in _direct_parts(syntax):
        yield from _parts(part)


def _direct_parts(syntax: Syntax) -> tuple[Syntax, ...]:
    match syntax:
        case Literal():
            return ()
        case Negation(operand):
            return (operand,)
        case Operation(_, left, right):
            return (left, right)
        case Call(_, arguments):
            return arguments
        case Filter(primary, predicates):
            return (primary, *predicates)
        case Path(start, steps):
            predicates = tuple(predicate for step in steps for predicate in step.predicates)
            return predicates if isinstance(start, Start) else (start, *predicates)


class _Reader:
    """Goes through an expression and collects what it reads; ``here`` is the node that a part is evaluated at."""

    def __init__(self) -> None:
        self.found: set[PathReference] = set()

    def read(self, syntax: Syntax, here: PathReference) -> None:
        match syntax:
            case Path() | Filter():
                self.found.update(self._nodes(syntax, here))
            case Call():
                self._read_call(syntax, here)
            case _:
                self._read_all(_direct_parts(syntax), here)

    def _read_all(self, parts: Iterable[Syntax], here: PathReference) -> None:
        for part in parts:
            self.read(part, here)

    def _read_call(self, call: Call, here: PathReference) -> None:
        start = _start(call)
        if start is not None:
            self.found.add(start)
        elif not call.arguments and FUNCTIONS[call.name].of_context:
            self.found.add(here)
        self._read_all(call.arguments, here)

    def _nodes(self, syntax: Syntax, here: PathReference) -> list[PathReference]:
        """The nodes that an expression in front of steps or predicates gives; collects what it reads on the way."""
        match syntax:
            case Path(start, steps):
                return [self._stepped(reference, steps) for reference in self._started(start, here)]
            case Filter(primary, predicates):
                return [self._filtered(reference, predicates) for reference in self._nodes(primary, here)]
            case Operation("|", left, right):
                return [*self._nodes(left, here), *self._nodes(right, here)]
            case Call():
                return self._nodes_of_call(syntax, here)
        self.read(syntax, here)
        return []

    def _started(self, start: Start | Syntax, here: PathReference) -> list[PathReference]:
        if start is Start.ROOT:
            return [_ROOT]
        return [here] if isinstance(start, Start) else self._nodes(start, here)

    def _nodes_of_call(self, call: Call, here: PathReference) -> list[PathReference]:
        """``current()`` or an instance; the nodes of any other function come from its arguments."""
        start = _start(call)
        if start is not None:
            return [start]
        self._read_all(call.arguments, here)
        return [reference for argument in call.arguments for reference in self._nodes(argument, here)]

    def _stepped(self, reference: PathReference, steps: Iterable[AxisStep]) -> PathReference:
        for step in steps:
            if step != SELF:
                reference = replace(reference, steps=(*reference.steps, Step(step.axis, _name(step))))
                self._read_all(step.predicates, reference)
        return reference

    def _filtered(self, reference: PathReference, predicates: Iterable[Syntax]) -> PathReference:
        self._read_all(predicates, reference)
        return reference


def _start(call: Call) -> PathReference | None:
    """The node that ``current()`` or ``instance('id')`` stands for; None for other functions."""
    match call:
        case Call("current"):
            return _CONTEXT
        case Call("instance" | "pulldata", (Literal(str(instance)), *_)):
            return PathReference("instance", (), instance)
    return None


def _name(step: AxisStep) -> str:
    test = step.test
    if isinstance(test, NameTest):
        return test.name
    return f"{test.kind.value if test.kind else 'node'}()"
