"""Number functions: XPath 1.0, section 4.4, and those of https://getodk.github.io/xforms-spec/#fn:Number-Functions."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal

from cbc_desktop.xpath.context import Context
from cbc_desktop.xpath.functions.function import ANY, NODES, NUMBER, Function, in_context, of_node, pure
from cbc_desktop.xpath.nodes import Scalar
from cbc_desktop.xpath.values import NodeSet, Value, to_number

_MOST_PLACES = 30


def whole(number: float) -> float:
    """Without its fraction."""
    return float(math.trunc(number)) if math.isfinite(number) else number


def floor(number: float) -> float:
    return float(math.floor(number)) if math.isfinite(number) else number


def ceiling(number: float) -> float:
    return float(math.ceil(number)) if math.isfinite(number) else number


def rounded(number: float, places: float | None = None) -> float:
    """To a whole number, halves going up: round(-2.5) is -2 (XPath 1.0, section 4.4).

    To ``places`` decimals (negative: tens, hundreds) halves go away from zero, as in ODK Web Forms: round(-2.5, 0) is
    -3. DIVERGES from JavaRosa, where it is -2.
    """
    if not math.isfinite(number):
        return number
    if places is None:
        places, mode = 0.0, ROUND_HALF_DOWN if number < 0 else ROUND_HALF_UP
    else:
        mode = ROUND_HALF_UP
    if not abs(places) <= _MOST_PLACES:  # beyond reason, or NaN
        return math.nan
    exact = Decimal(repr(number))  # as it is written, so that 2.15 has a half to round
    return float(exact.scaleb(int(places)).to_integral_value(mode).scaleb(-int(places)))


def power(base: float, exponent: float) -> float:
    try:
        return math.pow(base, exponent)
    except OverflowError:
        return math.inf
    except ValueError:  # a root of a negative number, or zero to a negative power
        return math.inf if base == 0 else math.nan


def or_nan(compute: Callable[..., float]) -> Callable[..., float]:
    """The function, with NaN where mathematics has no answer and infinity where the answer is too large."""

    def answer(*numbers: float) -> float:
        try:
            return compute(*numbers)
        except ValueError:
            return math.nan
        except OverflowError:
            return math.inf

    return answer


def logarithm(compute: Callable[[float], float]) -> Callable[[float], float]:
    return or_nan(lambda number: compute(number) if number else -math.inf)


_SUM = or_nan(math.fsum)


def total(context: Context, nodes: NodeSet) -> float:
    """DIVERGES from XPath 1.0: blank answers are left out instead of making the sum NaN, as in JavaRosa."""
    return _SUM(to_number(part, context) for part in _parts((nodes,)) if part != "")


def largest(context: Context, *values: Value) -> float:
    """NaN when there are none, or one is blank or no number (XPath 3.0, fn:max)."""
    return _extreme(max, values, context)


def smallest(context: Context, *values: Value) -> float:
    """NaN when there are none, or one is blank or no number (XPath 3.0, fn:min)."""
    return _extreme(min, values, context)


def _extreme(choose: Callable[[list[float]], float], values: tuple[Value, ...], context: Context) -> float:
    numbers = [to_number(part, context) for part in _parts(values)]
    return choose(numbers) if numbers and not any(map(math.isnan, numbers)) else math.nan


def _parts(values: tuple[Value, ...]) -> Iterator[Scalar]:
    """The values, the nodes of sets one by one."""
    for value in values:
        if isinstance(value, list):
            yield from (node.typed_value() for node in value)
        else:
            yield value


NUMBER_FUNCTIONS: tuple[Function, ...] = (
    of_node("number", float, NUMBER),
    pure("int", whole, NUMBER),
    pure("floor", floor, NUMBER),
    pure("ceiling", ceiling, NUMBER),
    pure("round", rounded, NUMBER, optional=(NUMBER,)),
    pure("abs", abs, NUMBER),
    pure("pow", power, NUMBER, NUMBER),
    pure("sqrt", or_nan(math.sqrt), NUMBER),
    pure("exp", or_nan(math.exp), NUMBER),
    pure("exp10", lambda exponent: power(10.0, exponent), NUMBER),
    pure("log", logarithm(math.log), NUMBER),
    pure("log10", logarithm(math.log10), NUMBER),
    pure("pi", lambda: math.pi),
    pure("sin", or_nan(math.sin), NUMBER),
    pure("cos", or_nan(math.cos), NUMBER),
    pure("tan", or_nan(math.tan), NUMBER),
    pure("asin", or_nan(math.asin), NUMBER),
    pure("acos", or_nan(math.acos), NUMBER),
    pure("atan", math.atan, NUMBER),
    pure("atan2", math.atan2, NUMBER, NUMBER),
    in_context("sum", total, NODES),
    in_context("max", largest, ANY, rest=(ANY,)),
    in_context("min", smallest, ANY, rest=(ANY,)),
)
