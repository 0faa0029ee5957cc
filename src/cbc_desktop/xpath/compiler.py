"""Turns syntax into evaluators: functions from a context to a value, put together once and called often."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from cbc_desktop.base.message import Message
from cbc_desktop.xpath.context import Context
from cbc_desktop.xpath.errors import XPathError, XPathSyntaxError
from cbc_desktop.xpath.functions import FUNCTIONS
from cbc_desktop.xpath.kept_sums import column_of, kept_sum
from cbc_desktop.xpath.lookup import Lookup, Lookups
from cbc_desktop.xpath.matching import matches_of
from cbc_desktop.xpath.messages import UNKNOWN_FUNCTION, UNKNOWN_FUNCTION_NEAR, WRONG_ARITY
from cbc_desktop.xpath.operators import OPERATORS, Combine, Evaluate, in_a_row, negative
from cbc_desktop.xpath.paths import CompiledStep, filtered, from_root, path
from cbc_desktop.xpath.syntax import AxisStep, Call, Filter, Literal, Negation, Operation, Path, Start, Syntax
from cbc_desktop.xpath.values import NodeSet

_LONG = 50
"""Operations; nested calls are quicker, and fewer than Python's limit."""
_FUNCTIONS_OF_ONE_NODE = frozenset({"current", "instance"})


@dataclass(frozen=True, slots=True)
class Manner:
    """``patient``: a call that cannot be made fails when it is evaluated, which it may never be."""

    source: str
    patient: bool = False


def compiled(syntax: Syntax, manner: Manner) -> Evaluate:
    """An evaluator of ``syntax``; raises XPathSyntaxError for an unknown function or a wrong number of arguments."""
    match syntax:
        case Literal(value):
            return lambda context: value
        case Negation(operand):
            return negative(compiled(operand, manner))
        case Operation():
            return _operations(syntax, manner)
        case Call():
            return _call(syntax, manner)
        case Filter(primary, predicates):
            return filtered(compiled(primary, manner), [compiled(each, manner) for each in predicates])
    return _path(syntax, manner)


def _operations(syntax: Operation, manner: Manner) -> Evaluate:
    """``a + b + c`` is nested to the left, as deep as it is long: what is long is worked off in a row."""
    backwards: list[tuple[Combine, Syntax]] = []
    first: Syntax = syntax
    while isinstance(first, Operation):
        backwards.append((OPERATORS[first.operator], first.right))
        first = first.left
    rest = [(combine, compiled(right, manner)) for combine, right in reversed(backwards)]
    evaluate = compiled(first, manner)
    if len(rest) > _LONG:
        return in_a_row(evaluate, rest)
    for combine, right in rest:
        evaluate = combine(evaluate, right)
    return evaluate


def _path(syntax: Path, manner: Manner) -> Evaluate:
    steps = [_step(step, manner) for step in syntax.steps]
    if syntax.start is Start.ROOT:
        return from_root(steps)
    if syntax.start is Start.CONTEXT:
        return path(_context_node, steps, single_start=True)
    single = isinstance(syntax.start, Call) and syntax.start.name in _FUNCTIONS_OF_ONE_NODE
    return path(compiled(syntax.start, manner), steps, single_start=single)


def _step(step: AxisStep, manner: Manner) -> CompiledStep:
    matches = matches_of(step)
    lookups = tuple(
        Lookup(match.leaf, match.leaf_filing, compiled(match.key, manner), match.key_filing)
        for match in matches.found
        if not match.differs
    )
    whole = matches.whole and len(lookups) == len(matches.found)
    return CompiledStep(step, [compiled(each, manner) for each in step.predicates], Lookups(lookups, whole))


def _context_node(context: Context) -> NodeSet:
    return [context.node]


def _call(call: Call, manner: Manner) -> Evaluate:
    function = FUNCTIONS.get(call.name)
    if function is None:
        return _refused(_unknown(call.name), call, manner)
    count = len(call.arguments)
    if not function.accepts(count):
        return _refused(WRONG_ARITY.filled(name=call.name, wanted=function.arity(), found=count), call, manner)
    evaluate = function.call([compiled(argument, manner) for argument in call.arguments])
    column = column_of(call.arguments[0]) if call.name == "sum" else None
    if column is None:
        return evaluate
    absolute = column.start.start is Start.ROOT
    return kept_sum(compiled(column.start, manner), column.names, evaluate, absolute=absolute)


def _refused(message: Message, call: Call, manner: Manner) -> Evaluate:
    if not manner.patient:
        raise XPathSyntaxError(message, call.position, manner.source)

    def fail(context: Context) -> NodeSet:
        raise XPathError(message)

    return fail


def _unknown(name: str) -> Message:
    near = get_close_matches(name, FUNCTIONS, n=1)
    return UNKNOWN_FUNCTION_NEAR.filled(name=name, nearest=near[0]) if near else UNKNOWN_FUNCTION.filled(name=name)
