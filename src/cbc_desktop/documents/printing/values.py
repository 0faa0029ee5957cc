"""Answers as printed values: choices in words, numbers and dates the Vietnamese way, typed for the workbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

from cbc_desktop.base.message import ENGLISH
from cbc_desktop.documents.printed_form import PrintedValue, ValueKind
from cbc_desktop.documents.vietnamese import amount_in_words, date_text, number_text, time_text
from cbc_desktop.engine.choices import values_of
from cbc_desktop.engine.codecs import fits
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.forms.definition import DataType, LeafDef

BLANK_TEXT = ""
_LIST_SEPARATOR = "; "


def kind_of(question: LeafDef) -> ValueKind:
    if question.choices:
        return ValueKind.CHOICE
    return _KINDS.get(question.bind.type, ValueKind.TEXT)


_KINDS: Mapping[DataType, ValueKind] = {
    DataType.INT: ValueKind.INTEGER,
    DataType.DECIMAL: ValueKind.DECIMAL,
    DataType.DATE: ValueKind.DATE,
    DataType.DATE_TIME: ValueKind.DATE,
    DataType.BINARY: ValueKind.FILE,
}


class ValuePrinter:
    """Prints the leaves of one session; ``file_names`` gives the original name of an attached file."""

    def __init__(self, session: FormSession, file_names: Mapping[str, str]) -> None:
        self._session, self._file_names = session, file_names
        self._english = "(en)" in session.language

    def of(self, leaf: LeafNode) -> PrintedValue:
        """A value of the wrong type is printed as the text that it is."""
        return replace(self._printed(leaf), at=leaf.address)

    def _printed(self, leaf: LeafNode) -> PrintedValue:
        kind = kind_of(leaf.definition)
        if not leaf.lexical or not leaf.relevant:
            return PrintedValue(kind, BLANK_TEXT)
        if not fits(leaf.lexical, leaf.definition.bind.type):
            return PrintedValue(ValueKind.TEXT, leaf.lexical, leaf.lexical)
        if kind is ValueKind.CHOICE:
            return self._choice(leaf)
        if kind is ValueKind.FILE:
            name = self._file_names.get(leaf.lexical, leaf.lexical)
            return PrintedValue(kind, name, name)
        if leaf.definition.bind.own.year:
            return PrintedValue(ValueKind.INTEGER, leaf.lexical, int(leaf.lexical))
        return _WRITERS.get(leaf.definition.bind.type, _text)(leaf.lexical)

    def _choice(self, leaf: LeafNode) -> PrintedValue:
        values = values_of(leaf.definition, leaf.lexical)
        text = _LIST_SEPARATOR.join(self._chosen(leaf, value) for value in values)
        return PrintedValue(ValueKind.CHOICE, text, text)

    def _chosen(self, leaf: LeafNode, value: str) -> str:
        """A chosen row of a table stands on paper for its code (``DT01``), when the form has one."""
        row = self._session.tree.rows.get(value)
        code = row.members.get(leaf.definition.bind.own.printed_leaf) if row else None
        return code.lexical if isinstance(code, LeafNode) else self._session.choice_label(leaf, value)

    def unit(self, question: LeafDef) -> str:
        unit = question.bind.own.unit
        return "" if unit is None else unit.in_language(ENGLISH if self._english else "vi")


def _text(lexical: str) -> PrintedValue:
    return PrintedValue(ValueKind.TEXT, lexical, lexical)


def _integer(lexical: str) -> PrintedValue:
    return PrintedValue(ValueKind.INTEGER, number_text(int(lexical)), int(lexical))


def _decimal(lexical: str) -> PrintedValue:
    return decimal_value(Decimal(lexical))


def _date(lexical: str) -> PrintedValue:
    day = date.fromisoformat(lexical[:10])
    return PrintedValue(ValueKind.DATE, date_text(day), day)


def _time(lexical: str) -> PrintedValue:
    text = time_text(time.fromisoformat(lexical))
    return PrintedValue(ValueKind.TEXT, text, text)


def _moment(lexical: str) -> PrintedValue:
    moment = datetime.fromisoformat(lexical)
    return PrintedValue(ValueKind.DATE, f"{time_text(moment.time())} {date_text(moment.date())}", moment)


_WRITERS: Mapping[DataType, Callable[[str], PrintedValue]] = {
    DataType.INT: _integer,
    DataType.DECIMAL: _decimal,
    DataType.DATE: _date,
    DataType.TIME: _time,
    DataType.DATE_TIME: _moment,
}


def decimal_value(number: Decimal) -> PrintedValue:
    """Without trailing zeros: 120.50 is "120,5", 3.0 is "3"."""
    plain = number.normalize()
    if plain == plain.to_integral_value():
        plain = plain.quantize(Decimal(1))
    return PrintedValue(ValueKind.DECIMAL, number_text(plain), plain)


def number_of(value: PrintedValue) -> Decimal | None:
    """The number of a printed value, None when it is none."""
    if isinstance(value.value, int | Decimal):
        return Decimal(value.value)
    try:
        return Decimal(value.value) if isinstance(value.value, str) else None
    except InvalidOperation:
        return None


def in_words(value: PrintedValue, unit: str) -> str:
    """The amount in words, "" for a blank."""
    number = number_of(value)
    return "" if number is None else amount_in_words(number, unit or "đồng")
