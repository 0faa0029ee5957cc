"""Under which marks a value is filed, so that what equals a value, or has it among its words, is found at once.

Filing never decides: values that belong together share a mark, but not all that share one belong together. What is
found under a mark is still to be tested.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from enum import Enum

from cbc_desktop.xpath.nodes import Scalar
from cbc_desktop.xpath.operators import SAME_NUMBER
from cbc_desktop.xpath.values import Value, plain_number, to_string

Mark = str | float
Marks = frozenset[Mark] | None
"""None: the value may belong to any other."""

_MARK_DIGITS = 6
"""Decimals of a number's mark: far coarser than what counts as the same number."""
_LIKE_A_DATE = re.compile(r"\d{4}-\d", re.ASCII)


class Filing(Enum):
    """What of a value counts."""

    VALUE = "value"
    """The typed values, which are compared with ``=``."""
    TEXT = "text"
    """The text without outer spaces, as one word."""
    WORDS = "words"
    """Each word of the text; a blank text is one blank word."""


def marks_of(filing: Filing, value: Value) -> Marks:
    """The marks of what a path or a constant gives."""
    return _MARKS[filing](value)


def _of_value(value: Value) -> Marks:
    if not isinstance(value, list):
        return _of_scalar(value)
    every = _of_scalar(value[0].typed_value()) if value else _BLANK
    for node in value[1:]:
        more = _of_scalar(node.typed_value())
        every = None if every is None or more is None else every | more
    return every


def _of_scalar(value: Scalar) -> Marks:
    """Dates, moments and truth values equal texts and numbers of many kinds; whoever asks for one looks at all."""
    if isinstance(value, str):
        number = plain_number(value)
        if number is not None:
            return _of_number(number)
        return None if _LIKE_A_DATE.match(value) else frozenset((value,))
    return _of_number(value) if isinstance(value, float) else None


def _of_number(number: float) -> Marks:
    """Both sides of its neighbourhood: numbers that count as the same share at least one."""
    if math.isnan(number):
        return frozenset()
    return frozenset((round(number - SAME_NUMBER, _MARK_DIGITS), round(number + SAME_NUMBER, _MARK_DIGITS)))


def _of_text(value: Value) -> Marks:
    return frozenset((to_string(value).strip(),))


def _of_words(value: Value) -> Marks:
    return frozenset(to_string(value).split()) or _BLANK


_BLANK: Marks = frozenset(("",))
_MARKS: Mapping[Filing, Callable[[Value], Marks]] = {
    Filing.VALUE: _of_value,
    Filing.TEXT: _of_text,
    Filing.WORDS: _of_words,
}
