"""Between the lexical form of an answer, which is kept as it was given, and the typed value that formulas read.

Lexical forms: https://getodk.github.io/xforms-spec/#data-types
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, tzinfo

from cbc_desktop.forms.definition import DataType
from cbc_desktop.xpath import Scalar
from cbc_desktop.xpath.calendar import clock_text, moment_of_days, moment_text
from cbc_desktop.xpath.values import number_text

_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_DECIMAL = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
"""With an exponent, as JavaRosa writes large ones into its submissions: ``1.2E7``."""
_CLOCK = r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = re.compile(_CLOCK)
_MOMENT = re.compile(f"{_DAY}(T{_CLOCK})?")
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
_POINT_LIMITS = (90.0, 180.0)
_LEAST_POINTS_OF_A_TRACE = 2
_LEAST_POINTS_OF_A_SHAPE = 4


def _integer(text: str) -> Scalar:
    return float(_matching(_INTEGER, text))


def _decimal(text: str) -> Scalar:
    number = float(_matching(_DECIMAL, text))
    if math.isinf(number):
        raise ValueError(text)  # more than a number of the language can be
    return number


def _boolean(text: str) -> Scalar:
    if text not in _BOOLEANS:
        raise ValueError(text)
    return _BOOLEANS[text]


def _date(text: str) -> Scalar:
    return datetime.fromisoformat(_matching(_MOMENT, text)).date()


def _time(text: str) -> Scalar:
    return time.fromisoformat(_matching(_TIME, text))


def _date_time(text: str) -> Scalar:
    return datetime.fromisoformat(_matching(_MOMENT, text))


def _matching(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.fullmatch(text):
        raise ValueError(text)
    return text


def _point(text: str) -> Scalar:
    """Latitude, longitude and perhaps altitude and accuracy, between spaces; formulas read the text."""
    latitude, longitude, *rest = (float(_matching(_DECIMAL, number)) for number in text.split())
    most_north, most_east = _POINT_LIMITS
    if len(rest) > 2 or abs(latitude) > most_north or abs(longitude) > most_east:
        raise ValueError(text)
    return text


def _trace(text: str) -> Scalar:
    if len(_points(text)) < _LEAST_POINTS_OF_A_TRACE:
        raise ValueError(text)
    return text


def _shape(text: str) -> Scalar:
    """Comes back to the point where it began."""
    points = _points(text)
    if len(points) < _LEAST_POINTS_OF_A_SHAPE or points[0][:2] != points[-1][:2]:
        raise ValueError(text)
    return text


def _points(text: str) -> list[list[str]]:
    points = [point for point in text.split(";") if point.strip()]
    for point in points:
        _point(point)
    return [point.split() for point in points]


_PLACES = (DataType.GEOPOINT, DataType.GEOTRACE, DataType.GEOSHAPE)
_DECODERS: Mapping[DataType, Callable[[str], Scalar]] = {
    DataType.INT: _integer,
    DataType.DECIMAL: _decimal,
    DataType.BOOLEAN: _boolean,
    DataType.DATE: _date,
    DataType.TIME: _time,
    DataType.DATE_TIME: _date_time,
    DataType.GEOPOINT: _point,
    DataType.GEOTRACE: _trace,
    DataType.GEOSHAPE: _shape,
}


def typed(lexical: str, kind: DataType) -> Scalar:
    """The value that a formula reads; text that does not fit its type is read as the text it is."""
    decode = _DECODERS.get(kind)
    if not lexical or decode is None:
        return lexical
    try:
        return decode(lexical)
    except ValueError:
        return lexical


def fits(lexical: str, kind: DataType) -> bool:
    """Whether the text is a lexical form of the type; blank always is."""
    decode = _DECODERS.get(kind)
    if not lexical or decode is None:
        return True
    try:
        decode(lexical)
    except ValueError:
        return False
    return True


def canonical(lexical: str, kind: DataType) -> str:
    """The lexical form in which ODK's engines keep an answer: places always with altitude and accuracy."""
    if kind not in _PLACES or not fits(lexical, kind):
        return lexical
    return ";".join(_whole_point(point) for point in lexical.split(";") if point.strip())


def _whole_point(text: str) -> str:
    numbers = [float(number) for number in text.split()]
    return " ".join(repr(number) for number in (*numbers, 0.0, 0.0)[:4])


def lexical_form(value: Scalar, kind: DataType, zone: tzinfo) -> str:
    """The lexical form in which a calculated value is kept; NaN is blank, as in JavaRosa.

    ``zone`` is that of days that are given as numbers of days.
    """
    if isinstance(value, bool):
        return _truth(value, kind)
    if isinstance(value, float):
        return _number(value, kind, zone)
    if isinstance(value, datetime):
        return _moment(value, kind)
    if isinstance(value, date):
        return value.isoformat()
    return clock_text(value) if isinstance(value, time) else value


def _truth(value: bool, kind: DataType) -> str:
    if kind in (DataType.INT, DataType.DECIMAL):
        return "1" if value else "0"
    return "true" if value else "false"


def _number(value: float, kind: DataType, zone: tzinfo) -> str:
    if math.isnan(value):
        return ""
    if kind is DataType.INT and math.isfinite(value):
        return str(int(value))
    if kind in (DataType.DATE, DataType.DATE_TIME):
        moment = moment_of_days(value, zone)
        return number_text(value) if moment is None else _moment(moment, kind)
    return number_text(value)


def _moment(value: datetime, kind: DataType) -> str:
    if kind is DataType.DATE:
        return value.date().isoformat()
    return clock_text(value.timetz()) if kind is DataType.TIME else moment_text(value)
