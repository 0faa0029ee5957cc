"""Reads the fields of a JSON file from anybody: each is judged before it becomes a value.

Whatever the bytes are, nothing but ``NotJsonError`` and ``WrongFieldError`` is raised.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import MAXYEAR, MINYEAR, datetime
from typing import Any, NoReturn, TypeVar

_LARGEST_NUMBER = 2**53 - 1
_Value = TypeVar("_Value")


class NotJsonError(Exception):
    """The bytes are no JSON that every program would read alike."""


class WrongFieldError(Exception):
    """``field`` names the place, such as ``forms[1].id``; it is missing there, or not what it should be."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class JsonFields:
    """The fields of one JSON object, with the place of the object for messages."""

    def __init__(self, content: object, place: str) -> None:
        if not isinstance(content, dict):
            raise WrongFieldError(place or "{}")
        self._content: dict[str, Any] = content
        self._place = place

    @classmethod
    def of(cls, content: bytes) -> JsonFields:
        """The outermost object of a file in UTF-8."""
        return cls(_parsed(content), "")

    def text(self, name: str) -> str:
        value = self._content.get(name)
        return value if isinstance(value, str) and _is_unicode(value) else self._wrong(name)

    def number(self, name: str, smallest: int = 0) -> int:
        value = self._content.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or not smallest <= value <= _LARGEST_NUMBER:
            self._wrong(name)
        return value

    def truth(self, name: str) -> bool:
        value = self._content.get(name)
        return value if isinstance(value, bool) else self._wrong(name)

    def converted(self, name: str, convert: Callable[[str], _Value]) -> _Value:
        text = self.text(name)
        try:
            return convert(text)
        except ValueError:
            return self._wrong(name)

    def moment(self, name: str) -> datetime:
        """ISO 8601 with its offset from UTC."""
        return self.converted(name, _moment)

    def optional(self, name: str, convert: Callable[[str], _Value]) -> _Value | None:
        return None if self._content.get(name) is None else self.converted(name, convert)

    def inside(self, name: str) -> JsonFields:
        return JsonFields(self._content.get(name), self._placed(name))

    def each(self, name: str) -> tuple[JsonFields, ...]:
        values = self._content.get(name)
        if not isinstance(values, list):
            self._wrong(name)
        return tuple(JsonFields(value, f"{self._placed(name)}[{index}]") for index, value in enumerate(values))

    def require_different(self, name: str, values: Sequence[str]) -> None:
        """Nothing may stand twice in the list of this name."""
        if len(set(values)) < len(values):
            self._wrong(name)

    def _placed(self, name: str) -> str:
        return f"{self._place}.{name}" if self._place else name

    def _wrong(self, name: str) -> NoReturn:
        raise WrongFieldError(self._placed(name))


def _parsed(content: bytes) -> object:
    try:
        return json.loads(content.decode("utf-8"), object_pairs_hook=_object, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise NotJsonError from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Two values under one name could be read differently by two programs: refused."""
    content = dict(pairs)
    if len(content) < len(pairs):
        raise ValueError("a name occurs twice")
    return content


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment needs its offset from UTC")
    if moment.year in (MINYEAR, MAXYEAR):
        raise ValueError("another time zone could not tell this moment")
    return moment


def _is_unicode(text: str) -> bool:
    """JSON can escape half a surrogate pair, which no file and no database could hold."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)
