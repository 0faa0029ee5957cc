"""Conversions between the types of the language: text, number, truth, date, and sets of nodes (XPath 1.0, section 4).

A value may also be a date or a time, as in JavaRosa: as numbers these are days since 1 January 1970 UTC
(https://getodk.github.io/xforms-spec/#fn:number), which makes them comparable and lets days be added.
"""

from __future__ import annotations

import math
import re
from datetime import datetime, time
from decimal import Decimal

from cbc_desktop.xpath.calendar import (
    clock_text,
    day_fraction,
    days_since_epoch,
    moment_text,
    parsed_moment,
    zone_of,
)
from cbc_desktop.xpath.context import Context
from cbc_desktop.xpath.errors import XPathError
from cbc_desktop.xpath.messages import NOT_A_NODE_SET
from cbc_desktop.xpath.nodes import Node, Scalar

NodeSet = list[Node]
Value = Scalar | NodeSet

_EXACT_INTEGERS = 2**53
_AS_GOOD_AS_WHOLE = 1e-12
_NUMBER = re.compile(r"\s*-?(?:\d+(?:\.\d*)?|\.\d+)\s*", re.ASCII)


def to_string(value: Value) -> str:
    """``string()``; of a set: the string-value of its first node, '' when it is empty."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return value[0].string_value() if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float | int):
        return number_text(value)
    if isinstance(value, datetime):
        return moment_text(value)
    return clock_text(value) if isinstance(value, time) else value.isoformat()


def to_number(value: Value, context: Context) -> float:
    """``number()``; NaN for what is no number; dates and text that looks like a date give days."""
    if type(value) is float:
        return value
    if isinstance(value, list):
        return to_number(value[0].typed_value(), context) if value else math.nan
    if isinstance(value, str):
        return _number_of_text(value, context)
    if isinstance(value, bool | int | float):
        return float(value)
    if isinstance(value, time):
        return day_fraction(value)
    return days_since_epoch(value, zone_of(context))


def to_boolean(value: Value) -> bool:
    """``boolean()``; of a set: whether there are any, a single one as it ``holds``."""
    if value is True or value is False:
        return value
    if isinstance(value, list):
        return value[0].holds() if len(value) == 1 else bool(value)
    if isinstance(value, str):
        return bool(value)
    if isinstance(value, float | int):
        return not (value == 0 or math.isnan(value))
    return True


def to_nodes(value: Value) -> NodeSet:
    """The value as a set of nodes; raises XPathError when it is none."""
    if isinstance(value, list):
        return value
    raise XPathError(NOT_A_NODE_SET)


def number_text(number: float) -> str:
    """XPath 1.0, section 4.2: no exponent, no superfluous zero.

    DIVERGES as JavaRosa does: what is as good as a whole number is written as one (100 * 1.1 is 110).
    """
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if abs(number) < _EXACT_INTEGERS and _is_as_good_as_whole(number):
        return str(round(number))
    return f"{Decimal(repr(number)).normalize():f}"


def _is_as_good_as_whole(number: float) -> bool:
    whole = round(number)
    return number == whole or (whole != 0 and abs(number - whole) < _AS_GOOD_AS_WHOLE)


def plain_number(text: str) -> float | None:
    """The number that the text is by itself, dates left out; None when it is none."""
    return float(text) if _NUMBER.fullmatch(text) else None


def _number_of_text(text: str, context: Context) -> float:
    number = plain_number(text)
    if number is not None:
        return number
    moment = parsed_moment(text, zone_of(context)) if "-" in text else None
    return math.nan if moment is None else days_since_epoch(moment, zone_of(context))
