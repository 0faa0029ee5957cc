"""The parts of an expression as they were written: what the parser builds, what is compiled and read for references."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from cbc_desktop.xpath.nodes import NodeKind


class Start(Enum):
    """Where a location path starts unless at the nodes of another expression."""

    ROOT = "root"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Literal:
    value: str | float


@dataclass(frozen=True, slots=True)
class Negation:
    operand: Syntax


@dataclass(frozen=True, slots=True)
class Operation:
    """Two operands and the operator between them as it is written: ``or and = != < <= > >= + - * div mod |``."""

    operator: str
    left: Syntax
    right: Syntax


@dataclass(frozen=True, slots=True)
class Call:
    name: str
    arguments: tuple[Syntax, ...]
    position: int


@dataclass(frozen=True, slots=True)
class NameTest:
    """``name`` is "*" for any name; ``namespace`` is None for any namespace."""

    name: str
    namespace: str | None = None


@dataclass(frozen=True, slots=True)
class KindTest:
    """``node()`` when ``kind`` is None; ``target`` is that of ``processing-instruction('target')``."""

    kind: NodeKind | None = None
    target: str = ""


@dataclass(frozen=True, slots=True)
class AxisStep:
    axis: str
    test: NameTest | KindTest
    predicates: tuple[Syntax, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    start: Start | Syntax
    steps: tuple[AxisStep, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """An expression with predicates behind it: ``(a | b)[1]``."""

    primary: Syntax
    predicates: tuple[Syntax, ...]


Syntax = Literal | Negation | Operation | Call | Path | Filter

SELF = AxisStep("self", KindTest())
PARENT = AxisStep("parent", KindTest())
DESCENDANT_OR_SELF = AxisStep("descendant-or-self", KindTest())


def plain_name(step: AxisStep) -> str | None:
    """The name that a step asks for, when it is a name in any namespace."""
    test = step.test
    return test.name if isinstance(test, NameTest) and test.name != "*" and test.namespace is None else None


def parts(syntax: Syntax) -> Iterator[Syntax]:
    """The expression and everything within it."""
    waiting = [syntax]
    while waiting:
        part = waiting.pop()
        yield part
        waiting.extend(reversed(direct_parts(part)))


def direct_parts(syntax: Syntax) -> tuple[Syntax, ...]:
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
    predicates = tuple(predicate for step in syntax.steps for predicate in step.predicates)
    return predicates if isinstance(syntax.start, Start) else (syntax.start, *predicates)
