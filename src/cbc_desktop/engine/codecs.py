"""Between the lexical form of an answer, which is kept as it was given, and the typed value that formulas read.

Lexical forms: https://getodk.github.io/xforms-spec/#data-types
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from cbc_desktop.forms.definition import DataType
from cbc_desktop.xpath import Scalar
from cbc_desktop.xpath.values import number_text

_INTEGER = re.compile(r"[+-]?\d{1,18}")
_DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


def _integer(text: str) -> Scalar:
    if not _INTEGER.fullmatch(text):
        raise ValueError(text)
    return float(text)


def _decimal(text: str) -> Scalar:
    if not _DECIMAL.fullmatch(text):
        raise ValueError(text)
    return float(text)


def _boolean(text: str) -> Scalar:
    if text not in _BOOLEANS:
        raise ValueError(text)
    return _BOOLEANS[text]


def _date(text: str) -> Scalar:
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text).date()


_DECODERS: Mapping[DataType, Callable[[str], Scalar]] = {
    DataType.INT: _integer,
    DataType.DECIMAL: _decimal,
    DataType.BOOLEAN: _boolean,
    DataType.DATE: _date,
    DataType.TIME: time.fromisoformat,
    DataType.DATE_TIME: datetime.fromisoformat,
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
    return not lexical or kind not in _DECODERS or not isinstance(typed(lexical, kind), str)


def lexical_form(value: Scalar, kind: DataType) -> str:
    """The lexical form in which a calculated value is kept; NaN is blank, as in JavaRosa."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number(value, kind)
    if isinstance(value, datetime) and kind is DataType.DATE:
        return value.date().isoformat()
    if isinstance(value, datetime | time):
        return value.isoformat(timespec="milliseconds")
    if isinstance(value, date):
        return value.isoformat()
    return value


def _number(value: float, kind: DataType) -> str:
    if math.isnan(value):
        return ""
    if kind is DataType.INT and math.isfinite(value):
        return str(int(value))
    return number_text(value)
