"""Date and time functions: https://getodk.github.io/xforms-spec/#fn:Date-and-Time-Functions."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from cbc_desktop.xpath.calendar import (
    as_moment,
    day_fraction,
    days_since_epoch,
    moment_of_days,
    parsed_clock,
    parsed_moment,
    zone_of,
)
from cbc_desktop.xpath.context import Context
from cbc_desktop.xpath.errors import XPathError
from cbc_desktop.xpath.functions.calendar_names import CalendarNames, names_for
from cbc_desktop.xpath.functions.function import ANY, STRING, Function, in_context
from cbc_desktop.xpath.messages import NOT_A_DATE
from cbc_desktop.xpath.nodes import Scalar
from cbc_desktop.xpath.values import Value

_DIRECTIVE = re.compile(r"%[YymnBbdeAaHhMS3]")


def today(context: Context) -> date:
    return context.environment.now().date()


def now(context: Context) -> datetime:
    return context.environment.now()


def to_date(context: Context, value: Value) -> date | datetime | str:
    """The date that a text, a moment or a whole number of days means; '' for what is none.

    The time of day in a text, or in a fraction of days, is kept (getodk/xforms-spec, issue 289). DIVERGES from
    JavaRosa, which stops with an error when the text is no date.
    """
    scalar = _scalar(value)
    moment = _moment(scalar, context)
    has_time = isinstance(scalar, str) or (isinstance(scalar, float) and not scalar.is_integer())
    if isinstance(moment, datetime) and not (has_time and moment.timetz().replace(tzinfo=None) != time()):
        return moment.date()
    return moment or ""


def to_date_time(context: Context, value: Value) -> datetime | str:
    """The moment of a date (its first instant), a moment or a number of days; '' for what is none."""
    moment = _moment(value, context)
    return "" if moment is None else as_moment(moment, zone_of(context))


def decimal_date_time(context: Context, value: Value) -> float:
    """Days since 1 January 1970 UTC, NaN for a blank; raises XPathError for a text that is no date (JavaRosa)."""
    scalar = _scalar(value)
    moment = _moment(scalar, context)
    if moment is None and isinstance(scalar, str) and scalar.strip():
        raise XPathError(NOT_A_DATE.filled(text=scalar))
    return math.nan if moment is None else days_since_epoch(moment, zone_of(context))


def decimal_time(context: Context, value: Value) -> float:
    """The part of the local day that has passed at a time or moment: noon is 0.5."""
    scalar = _scalar(value)
    clock = parsed_clock(scalar, zone_of(context)) if isinstance(scalar, str) else scalar
    if isinstance(clock, time):
        return day_fraction(clock)
    moment = _moment(scalar, context)
    return math.nan if moment is None else day_fraction(as_moment(moment, zone_of(context)).time())


def format_moment(context: Context, value: Value, pattern: str) -> str:
    """The date or moment written by ``pattern``; months and days are named in the language on show."""
    moment = _moment(value, context)
    if moment is None:
        return ""
    local = as_moment(moment, zone_of(context))
    names = names_for(context.environment.language)
    return _DIRECTIVE.sub(lambda match: _DIRECTIVES[match.group()[1]](local, names), pattern)


def _moment(value: Value, context: Context) -> date | datetime | None:
    scalar = _scalar(value)
    zone = zone_of(context)
    if isinstance(scalar, datetime):
        return as_moment(scalar, zone)
    if isinstance(scalar, str):
        return parsed_moment(scalar, zone)
    if isinstance(scalar, date):
        return scalar
    if isinstance(scalar, bool | time):
        return None
    return moment_of_days(scalar, zone)


def _scalar(value: Value) -> Scalar:
    if isinstance(value, list):
        return value[0].typed_value() if value else ""
    return value


_DIRECTIVES: Mapping[str, Callable[[datetime, CalendarNames], str]] = {
    "Y": lambda moment, names: f"{moment.year:04}",
    "y": lambda moment, names: f"{moment.year % 100:02}",
    "m": lambda moment, names: f"{moment.month:02}",
    "n": lambda moment, names: str(moment.month),
    "B": lambda moment, names: names.months[moment.month - 1],
    "b": lambda moment, names: names.short_months[moment.month - 1],
    "d": lambda moment, names: f"{moment.day:02}",
    "e": lambda moment, names: str(moment.day),
    "A": lambda moment, names: names.days[moment.weekday()],
    "a": lambda moment, names: names.short_days[moment.weekday()],
    "H": lambda moment, names: f"{moment.hour:02}",
    "h": lambda moment, names: str(moment.hour),
    "M": lambda moment, names: f"{moment.minute:02}",
    "S": lambda moment, names: f"{moment.second:02}",
    "3": lambda moment, names: f"{moment.microsecond // 1000:03}",
}

DATE_FUNCTIONS: tuple[Function, ...] = (
    in_context("today", today),
    in_context("now", now),
    in_context("date", to_date, ANY),
    in_context("date-time", to_date_time, ANY),
    in_context("decimal-date-time", decimal_date_time, ANY),
    in_context("decimal-time", decimal_time, ANY),
    in_context("format-date", format_moment, ANY, STRING),
    in_context("format-date-time", format_moment, ANY, STRING),
)
