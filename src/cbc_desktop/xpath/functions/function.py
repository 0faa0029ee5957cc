"""A row of the function table: a name, what it takes, and the small function that computes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from cbc_desktop.xpath.context import Context
from cbc_desktop.xpath.operators import Evaluate
from cbc_desktop.xpath.values import NodeSet, Value, to_boolean, to_nodes, to_number, to_string

Parameter = Callable[[Value, Context], Any]
"""What an argument is converted to before the implementation sees it (XPath 1.0, section 3.2)."""


def STRING(value: Value, context: Context) -> str:  # noqa: N802 - reads as a type in the tables
    return to_string(value)


def BOOLEAN(value: Value, context: Context) -> bool:  # noqa: N802
    return to_boolean(value)


def NODES(value: Value, context: Context) -> NodeSet:  # noqa: N802
    return to_nodes(value)


def ANY(value: Value, context: Context) -> Value:  # noqa: N802
    return value


NUMBER: Parameter = to_number


@dataclass(frozen=True, slots=True)
class Function:
    """How a function is called.

    ``parameters`` must be given, ``optional`` may follow, ``rest`` may follow again and again as a group.
    ``of_context``: without arguments the function speaks of the context node.
    ``with_context``: the implementation takes the context before its arguments.
    ``lazy``: the implementation takes the context and unevaluated arguments.
    """

    name: str
    implementation: Callable[..., Value]
    parameters: tuple[Parameter, ...] = ()
    optional: tuple[Parameter, ...] = ()
    rest: tuple[Parameter, ...] = ()
    of_context: bool = False
    with_context: bool = False
    lazy: bool = False

    def accepts(self, count: int) -> bool:
        if self.of_context and count == 0:
            return True
        more = count - len(self.parameters) - len(self.optional)
        if more <= 0 or not self.rest:
            return len(self.parameters) <= count and more <= 0
        return more % len(self.rest) == 0

    def arity(self) -> str:
        """How many arguments, for a message: ``2``, ``1–2``, ``≥ 3``."""
        least = 0 if self.of_context else len(self.parameters)
        if self.rest:
            return f"≥ {least}"
        most = len(self.parameters) + len(self.optional)
        return str(least) if least == most else f"{least}–{most}"

    def call(self, arguments: Sequence[Evaluate]) -> Evaluate:
        """An evaluator of a call with these arguments, whose number was accepted."""
        implementation = self.implementation
        if self.lazy:
            return lambda context: implementation(context, *arguments)
        if self.of_context and not arguments:
            arguments = [_context_node]
        converted = [_converted(*pair) for pair in zip(arguments, self._parameters(len(arguments)), strict=True)]
        if self.with_context:
            return lambda context: implementation(context, *[argument(context) for argument in converted])
        return _pure_call(implementation, converted)

    def _parameters(self, count: int) -> list[Parameter]:
        parameters = [*self.parameters, *self.optional][:count]
        while len(parameters) < count:
            parameters.extend(self.rest)
        return parameters


def _context_node(context: Context) -> NodeSet:
    return [context.node]


def _converted(argument: Evaluate, parameter: Parameter) -> Callable[[Context], Any]:
    return lambda context: parameter(argument(context), context)


def _pure_call(implementation: Callable[..., Value], arguments: Sequence[Callable[[Context], Any]]) -> Evaluate:
    """Calls with one or two arguments are written out: they are most of all calls, and this is quicker."""
    match arguments:
        case [only]:
            return lambda context: implementation(only(context))
        case [first, second]:
            return lambda context: implementation(first(context), second(context))
        case _:
            return lambda context: implementation(*[argument(context) for argument in arguments])


def pure(
    name: str,
    implementation: Callable[..., Value],
    *parameters: Parameter,
    optional: tuple[Parameter, ...] = (),
    rest: tuple[Parameter, ...] = (),
) -> Function:
    """A function of its arguments alone."""
    return Function(name, implementation, parameters, optional, rest)


def of_node(name: str, implementation: Callable[..., Value], parameter: Parameter) -> Function:
    """A function of one argument, which is the context node unless given."""
    return Function(name, implementation, (parameter,), of_context=True)


def in_context(
    name: str,
    implementation: Callable[..., Value],
    *parameters: Parameter,
    optional: tuple[Parameter, ...] = (),
    rest: tuple[Parameter, ...] = (),
) -> Function:
    """A function that also asks the context or the environment: ``implementation(context, *arguments)``."""
    return Function(name, implementation, parameters, optional, rest, with_context=True)


def lazily(
    name: str, implementation: Callable[..., Value], *parameters: Parameter, optional: tuple[Parameter, ...] = ()
) -> Function:
    """A function that evaluates its arguments itself, or not: ``implementation(context, *evaluators)``."""
    return Function(name, implementation, parameters, optional, lazy=True)
