"""Answers in the tables as people read them: choices in words, days as days, rows of other tables by their number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from cbc_desktop.base.message import Message
from cbc_desktop.documents.consolidated_book import Form, Plain
from cbc_desktop.engine.choices import values_of
from cbc_desktop.forms.definition import DataType, Itemset, LeafDef
from cbc_desktop.receiving.consolidating.form_tables import Column, FormTable, Storage
from cbc_desktop.receiving.consolidating.laid_forms import LaidForm
from cbc_desktop.store.tables_file import AskedTables

ROW = Message("dòng {number}", "row {number}")
_DAY = 10


class ToldAnswers:
    """Of one form, in one language."""

    def __init__(self, form: LaidForm, asked: AskedTables, language: str) -> None:
        self._language = language
        self._labels = {
            path: {choice.value: choice.label.in_language(language) for choice in choices}
            for path, choices in form.words.choices.items()
        }
        self._asked, self._numbered = asked, tuple(_queries(form))

    def told(self, agency: str, column: Column, value: str | int | float | None) -> Plain:
        """``agency`` is the key of the one that gave the answer."""
        if value is None:
            return None
        question = column.question
        if question.choices:
            return "; ".join(self._chosen(agency, question, one) for one in values_of(question, str(value)))
        if question.bind.type is DataType.DATE:
            return date.fromisoformat(str(value)[:_DAY])
        return Decimal(repr(value)) if isinstance(value, float) else value

    def _chosen(self, agency: str, question: LeafDef, value: str) -> str:
        return self._labels.get(question.path, {}).get(value) or self._row(agency, value) or value

    def _row(self, agency: str, rid: str) -> str:
        """A row of the agency's that is a choice elsewhere; "" where there is none of that name."""
        for sql in self._numbered:
            for (number,) in self._asked.rows(sql, (agency, rid)):
                return ROW.filled(number=number).in_language(self._language)
        return ""


def _queries(form: LaidForm) -> Iterator[str]:
    """For the number of a row, of those tables whose rows are choices."""
    chosen_from = {
        node.choices.start
        for node in form.definition.nodes()
        if isinstance(node, LeafDef) and isinstance(node.choices, Itemset)
    }
    for table in form.tables:
        if table.path and table.path in chosen_from:
            yield f"SELECT row_number FROM {table.name} WHERE agency = ? AND rid = ?"


def shown_as(column: Column) -> Form:
    if column.question.bind.own.year:
        return Form.YEAR
    if column.storage is not Storage.TEXT:
        return Form.NUMBER
    return Form.DATE if column.question.bind.type is DataType.DATE else Form.TEXT


def asked_columns(table: FormTable) -> tuple[Column, ...]:
    """Those that somebody was asked for, or that the form shows; not what it only calculates with."""
    return tuple(column for column in table.questions if column.question.control is not None)
