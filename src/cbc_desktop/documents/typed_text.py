"""Between what a person types the Vietnamese way and the lexical form that is kept.

What cannot be read is kept exactly as it was typed: validity is a state, and the engine marks it.

typed     number  | because
--------  ------- | -------
1.234,5   1234.5  | points between groups of three, a comma before decimals (Accounting Law 2015, article 11)
1 234,5   1234.5  | spaces between groups, as other programs write
1.234     1234    | one to three digits, then only groups of exactly three: points between thousands
0.125     0.125   | no group of thousands begins with 0
1234.567  1234.567| no first group has four digits
1,5       1.5     | a comma is never between thousands
1.23      1.23    | no group has two digits
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from decimal import Decimal, InvalidOperation

from cbc_desktop.base.text import folded, keepable
from cbc_desktop.documents.vietnamese import amount_in_words, date_text, number_text, time_text
from cbc_desktop.engine.choice_list import LiveChoice
from cbc_desktop.engine.codecs import fits
from cbc_desktop.forms.definition import Control, DataType, LeafDef

_NUMBERS = frozenset({DataType.INT, DataType.DECIMAL})
_SPACES = " \u00a0\u202f\u2009"
_GROUPS = re.compile(rf"(?P<sign>[+-]?)(?P<whole>[1-9]\d{{0,2}}(?:[.{_SPACES}]\d{{3}})+)(?:,(?P<part>\d+))?")
_PLAIN = re.compile(r"(?P<sign>[+-]?)(?P<whole>\d+)(?:[.,](?P<part>\d+))?")
_DAY = re.compile(r"(?:ngày\s*)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})\s*(?:[:hg]|giờ)\s*(\d{2})?(?:\s*(?:phút|p))?", re.IGNORECASE)
_UNIT_BEHIND = re.compile(r"(?P<number>[+-]?[\d.,\s]*\d)\s*(?P<unit>\D+)")
_MINUS = str.maketrans({"−": "-", "–": "-"})
_BETWEEN_CHOICES = (re.compile(r"[;\n]"), re.compile(r"[;\n]|, "))
"""Commas come second: labels have them too."""


def typed(text: str, question: LeafDef) -> str:
    """The lexical form of what was typed, or the text itself when it is no answer of the question's kind."""
    kept = keepable(text).strip() if question.bind.type is not DataType.STRING else keepable(text)
    read = _READERS.get(question.bind.type)
    if read is None or question.control in (Control.SELECT_ONE, Control.SELECT_MULTIPLE):
        return kept
    return read(kept, question) or kept


def shown(lexical: str, question: LeafDef) -> str:
    """The same as people read it; what is no lexical form of the question's kind is shown as it is."""
    kind = question.bind.type
    if not lexical or not fits(lexical, kind):
        return lexical
    if kind in _NUMBERS:
        return lexical if question.bind.own.year else number_text(Decimal(lexical))
    if kind is DataType.DATE:
        return date_text(date.fromisoformat(lexical[:10]))
    return time_text(time.fromisoformat(lexical)) if kind is DataType.TIME else lexical


def in_words(lexical: str, question: LeafDef) -> str:
    """An amount in words, for the line "Bằng chữ"; "" for what is no number."""
    if not lexical or question.bind.type not in _NUMBERS or not fits(lexical, question.bind.type):
        return ""
    unit = question.bind.own.unit
    return amount_in_words(Decimal(lexical), unit.vi if unit else "")


def typed_choice(text: str, choices: Sequence[LiveChoice]) -> str | None:
    """The value that was meant: by value, label, label without accents, or the only label that begins so."""
    wanted = keepable(text).strip()
    by_value = [choice.value for choice in choices if choice.value == wanted]
    same = [choice.value for choice in choices if choice.label == wanted]
    alike = [choice.value for choice in choices if folded(choice.label) == folded(wanted)]
    begins = [choice.value for choice in choices if folded(choice.label).startswith(folded(wanted))]
    for found in (by_value, same, alike, begins if wanted else []):
        if len(found) == 1:
            return found[0]
    return None


def typed_choices(text: str, choices: Sequence[LiveChoice]) -> str | None:
    """Several, between semicolons, new lines or commas, as codes with spaces between; None when one is unknown."""
    for between in _BETWEEN_CHOICES:
        parts = [part.strip() for part in between.split(text) if part.strip()]
        found = [typed_choice(part, choices) for part in parts]
        values = [value for value in found if value is not None]
        if len(values) == len(parts):
            return " ".join(dict.fromkeys(values))
    codes = text.split()
    known = {choice.value for choice in choices}
    return " ".join(dict.fromkeys(codes)) if codes and known.issuperset(codes) else None


def _number(text: str, question: LeafDef) -> str:
    bare = _without_unit(text.translate(_MINUS), question)
    match = _GROUPS.fullmatch(bare) or _PLAIN.fullmatch(bare)
    if match is None:
        return ""
    whole = "".join(digit for digit in match["whole"] if digit.isdigit())
    sign = "-" if match["sign"] == "-" else ""
    return f"{sign}{whole}" + (f".{match['part']}" if match["part"] else "")


def _without_unit(text: str, question: LeafDef) -> str:
    """Takes off a percent sign or the question's own unit; any other word makes it no number."""
    match = _UNIT_BEHIND.fullmatch(text)
    if match is None:
        return text
    unit = question.bind.own.unit
    own = {folded(unit.vi), folded(unit.en)} if unit else set()
    return match["number"].strip() if folded(match["unit"].strip()) in own | {"%"} else text


def _integer(text: str, question: LeafDef) -> str:
    number = _number(text, question)
    try:
        value = Decimal(number)
    except InvalidOperation:
        return ""
    whole = value.to_integral_value()
    return "" if whole != value else f"{whole:f}" if whole else "0"


def typed_day(text: str) -> date | None:
    """A day as people write it (``9/3/2022``), or as computers do (``2022-03-09``); None when it is neither."""
    match = _DAY.fullmatch(text.strip())
    try:
        if match is None:
            return date.fromisoformat(text.strip())
        day, month, year = (int(part) for part in match.groups())
        return date(year, month, day)
    except ValueError:
        return None


def _date(text: str, question: LeafDef) -> str:
    day = typed_day(text)
    return day.isoformat() if day is not None else ""


def _time(text: str, question: LeafDef) -> str:
    match = _CLOCK.fullmatch(text)
    if match is None:
        return ""
    hour, minute = int(match[1]), int(match[2] or 0)
    return f"{hour:02}:{minute:02}:00.000" if hour < 24 and minute < 60 else ""


_READERS: Mapping[DataType, Callable[[str, LeafDef], str]] = {
    DataType.INT: _integer,
    DataType.DECIMAL: _number,
    DataType.DATE: _date,
    DataType.TIME: _time,
}
