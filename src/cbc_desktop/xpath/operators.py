"""The operators of XPath 1.0, sections 3.3 to 3.5, as functions that make an evaluator out of two."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from cbc_desktop.xpath.axes import in_document_order
from cbc_desktop.xpath.calendar import day_of, zone_of
from cbc_desktop.xpath.context import Context
from cbc_desktop.xpath.nodes import Scalar
from cbc_desktop.xpath.values import Value, to_boolean, to_nodes, to_number

Evaluate = Callable[[Context], Value]
"""A compiled expression: from where it is evaluated to its value."""

Combine = Callable[[Evaluate, Evaluate], Evaluate]
_Holds = Callable[[Scalar, Scalar, Context], bool]

SAME_NUMBER = 1e-12
"""DIVERGES from XPath 1.0, as JavaRosa does: 0.1 + 0.2 = 0.3 is true."""


def disjunction(left: Evaluate, right: Evaluate) -> Evaluate:
    return lambda context: to_boolean(left(context)) or to_boolean(right(context))


def conjunction(left: Evaluate, right: Evaluate) -> Evaluate:
    return lambda context: to_boolean(left(context)) and to_boolean(right(context))


def union(left: Evaluate, right: Evaluate) -> Evaluate:
    return lambda context: in_document_order([*to_nodes(left(context)), *to_nodes(right(context))])


def negative(operand: Evaluate) -> Evaluate:
    return lambda context: -to_number(operand(context), context)


def arithmetic(compute: Callable[[float, float], float]) -> Combine:
    def combine(left: Evaluate, right: Evaluate) -> Evaluate:
        return lambda context: compute(to_number(left(context), context), to_number(right(context), context))

    return combine


def quotient(dividend: float, divisor: float) -> float:
    """IEEE 754 division: by zero it is infinite, or NaN for 0 div 0."""
    if divisor:
        return dividend / divisor
    if dividend == 0 or math.isnan(dividend):
        return math.nan
    return math.copysign(math.inf, dividend) * math.copysign(1.0, divisor)


def remainder(dividend: float, divisor: float) -> float:
    """The remainder with the sign of the dividend, as ``%`` in Java and ECMAScript."""
    if divisor == 0 or math.isinf(dividend):
        return math.nan
    return math.fmod(dividend, divisor)


def relation(compare: Callable[[float, float], bool]) -> Combine:
    """``<`` and its kind compare numbers, one of each set that will do.

    DIVERGES from XPath 1.0, where a set beside a truth value is a truth value too: both ODK engines take its numbers.
    """

    def combine(left: Evaluate, right: Evaluate) -> Evaluate:
        def evaluate(context: Context) -> bool:
            one, other = left(context), right(context)
            if not isinstance(one, list) and not isinstance(other, list):
                return compare(to_number(one, context), to_number(other, context))
            others = [to_number(scalar, context) for scalar in _scalars(other)]
            for scalar in _scalars(one):
                number = to_number(scalar, context)
                for another in others:
                    if compare(number, another):
                        return True
            return False

        return evaluate

    return combine


def equality(holds: _Holds) -> Combine:
    """``=`` and ``!=``."""

    def combine(left: Evaluate, right: Evaluate) -> Evaluate:
        return lambda context: some_pair(holds, left(context), right(context), context)

    return combine


def some_pair(holds: _Holds, one: Value, other: Value, context: Context) -> bool:
    """Of sets one pair that holds will do; beside a truth value a set is a truth value."""
    if isinstance(one, bool) or isinstance(other, bool):
        return holds(to_boolean(one), to_boolean(other), context)
    others = _scalars(other)
    for scalar in _scalars(one):
        for another in others:
            if holds(scalar, another, context):
                return True
    return False


def _scalars(value: Value) -> list[Scalar]:
    """DIVERGES from XPath 1.0, where nothing equals an empty set: a missing node counts as blank, as in JavaRosa."""
    if not isinstance(value, list):
        return [value]
    return [node.typed_value() for node in value] or [""]


def in_a_row(first: Evaluate, rest: Sequence[tuple[Combine, Evaluate]]) -> Evaluate:
    """The operations one after the other, each on what the one before gives."""

    def evaluate(context: Context) -> Value:
        value = first(context)
        for combine, right in rest:
            value = combine(_always(value), right)(context)
        return value

    return evaluate


def _always(value: Value) -> Evaluate:
    return lambda context: value


def same(one: Scalar, other: Scalar, context: Context) -> bool:
    """Truth before numbers before text; a date is a number of days, and the same as any moment of that day."""
    if isinstance(one, str) and isinstance(other, str):
        return one == other
    if isinstance(one, bool) or isinstance(other, bool):
        return to_boolean(one) == to_boolean(other)
    if isinstance(one, date) and isinstance(other, date) and type(one) is not type(other):
        return day_of(one, zone_of(context)) == day_of(other, zone_of(context))
    number, another = to_number(one, context), to_number(other, context)
    return number == another or abs(number - another) < SAME_NUMBER


def different(one: Scalar, other: Scalar, context: Context) -> bool:
    return not same(one, other, context)


OPERATORS: Mapping[str, Combine] = {
    "or": disjunction,
    "and": conjunction,
    "=": equality(same),
    "!=": equality(different),
    "<": relation(operator.lt),
    "<=": relation(operator.le),
    ">": relation(operator.gt),
    ">=": relation(operator.ge),
    "+": arithmetic(operator.add),
    "-": arithmetic(operator.sub),
    "*": arithmetic(operator.mul),
    "div": arithmetic(quotient),
    "mod": arithmetic(remainder),
    "|": union,
}
