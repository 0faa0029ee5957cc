"""Answers in the tables as people read them: choices in words, days as days, rows of other tables by their number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
        self._rows: Mapping[str, str] = dict(self._numbered(form, asked))

    def told(self, column: Column, value: str | int | float | None) -> Plain:
        if value is None:
            return None
        question = column.question
        if question.choices:
            return "; ".join(self._chosen(question, one) for one in values_of(question, str(value)))
        if question.bind.type is DataType.DATE:
            return date.fromisoformat(str(value)[:_DAY])
        return Decimal(repr(value)) if isinstance(value, float) else value

    def _chosen(self, question: LeafDef, value: str) -> str:
        return self._labels.get(question.path, {}).get(value) or self._rows.get(value, value)

    def _numbered(self, form: LaidForm, asked: AskedTables) -> Iterator[tuple[str, str]]:
        """The rows of those tables whose rows are choices, by their names."""
        chosen_from = {
            node.choices.start
            for node in form.definition.nodes()
            if isinstance(node, LeafDef) and isinstance(node.choices, Itemset)
        }
        for table in form.tables:
            if table.path and table.path in chosen_from:
                for rid, number in asked.rows(f"SELECT rid, row_number FROM {table.name}"):
                    yield rid, ROW.filled(number=number).in_language(self._language)


def shown_as(column: Column) -> Form:
    if column.question.bind.own.year:
        return Form.YEAR
    if column.storage is not Storage.TEXT:
        return Form.NUMBER
    return Form.DATE if column.question.bind.type is DataType.DATE else Form.TEXT


def asked_columns(table: FormTable) -> tuple[Column, ...]:
    """Those that somebody was asked for, or that the form shows; not what it only calculates with."""
    return tuple(column for column in table.questions if column.question.control is not None)
