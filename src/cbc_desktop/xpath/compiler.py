"""Turns syntax into evaluators: functions from a context to a value, put together once and called often."""

from __future__ import annotations

from difflib import get_close_matches

from cbc_desktop.base.message import Message
from cbc_desktop.xpath.context import Context
from cbc_desktop.xpath.errors import XPathSyntaxError
from cbc_desktop.xpath.functions import FUNCTIONS
from cbc_desktop.xpath.messages import UNKNOWN_FUNCTION, UNKNOWN_FUNCTION_NEAR, WRONG_ARITY
from cbc_desktop.xpath.operators import OPERATORS, Evaluate, negative
from cbc_desktop.xpath.paths import filtered, path
from cbc_desktop.xpath.syntax import Call, Filter, Literal, Negation, Operation, Path, Start, Syntax
from cbc_desktop.xpath.values import NodeSet

_FUNCTIONS_OF_ONE_NODE = frozenset({"current", "instance"})


def compiled(syntax: Syntax, source: str) -> Evaluate:
    """An evaluator of ``syntax``; raises XPathSyntaxError for an unknown function or a wrong number of arguments."""
    match syntax:
        case Literal(value):
            return lambda context: value
        case Negation(operand):
            return negative(compiled(operand, source))
        case Operation(operator, left, right):
            return OPERATORS[operator](compiled(left, source), compiled(right, source))
        case Call():
            return _call(syntax, source)
        case Filter(primary, predicates):
            return filtered(compiled(primary, source), [compiled(each, source) for each in predicates])
    return _path(syntax, source)


def _path(syntax: Path, source: str) -> Evaluate:
    steps = [(step, [compiled(each, source) for each in step.predicates]) for step in syntax.steps]
    if isinstance(syntax.start, Start):
        return path(_STARTS[syntax.start], steps, single_start=True)
    single = isinstance(syntax.start, Call) and syntax.start.name in _FUNCTIONS_OF_ONE_NODE
    return path(compiled(syntax.start, source), steps, single_start=single)


def _root(context: Context) -> NodeSet:
    return [context.environment.root]


def _context_node(context: Context) -> NodeSet:
    return [context.node]


_STARTS = {Start.ROOT: _root, Start.CONTEXT: _context_node}


def _call(call: Call, source: str) -> Evaluate:
    function = FUNCTIONS.get(call.name)
    if function is None:
        raise XPathSyntaxError(_unknown(call.name), call.position, source)
    count = len(call.arguments)
    if not function.accepts(count):
        message = WRONG_ARITY.filled(name=call.name, wanted=function.arity(), found=count)
        raise XPathSyntaxError(message, call.position, source)
    return function.call([compiled(argument, source) for argument in call.arguments])


def _unknown(name: str) -> Message:
    near = get_close_matches(name, FUNCTIONS, n=1)
    return UNKNOWN_FUNCTION_NEAR.filled(name=name, nearest=near[0]) if near else UNKNOWN_FUNCTION.filled(name=name)
