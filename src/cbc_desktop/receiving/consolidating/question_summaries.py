"""What all answers to one question come to: how many for each choice, sums of figures; and the answers one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from cbc_desktop.base.message import Message
from cbc_desktop.documents.consolidated_book import Plain
from cbc_desktop.engine.choices import values_of
from cbc_desktop.forms.indicators import Labelled
from cbc_desktop.receiving.consolidating.form_tables import Column, FormTable, Storage
from cbc_desktop.receiving.consolidating.laid_forms import LaidForm
from cbc_desktop.receiving.consolidating.told_answers import ToldAnswers, asked_columns
from cbc_desktop.store.tables_file import AskedTables

_HUNDREDTH = Decimal("0.01")
_MANY = 30
"""Of longer lists (agencies, provinces) only what was selected is told."""


@dataclass(frozen=True, slots=True)
class LaidQuestion:
    """A question where its answers lie."""

    form: LaidForm
    table: FormTable
    column: Column

    @property
    def label(self) -> Message:
        return self.form.words.label(self.column.question)

    @property
    def unit(self) -> Message:
        return self.column.question.bind.own.unit or Message("", "")


@dataclass(frozen=True, slots=True)
class AddedUp:
    """Of figures; the mean to two decimals."""

    total: Decimal
    mean: Decimal
    least: Decimal
    most: Decimal


@dataclass(frozen=True, slots=True)
class QuestionSummary:
    """``answered`` counts answers: rows, where the question is one of a table; ``choices`` how often each was taken."""

    answered: int
    choices: tuple[tuple[Labelled, int], ...] = ()
    added_up: AddedUp | None = None


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """One answer in words; ``row`` is the row of a table from 1 on, 0 outside of tables."""

    agency: str
    name: Message
    row: int
    told: Plain
    chosen: frozenset[str]


def laid_questions(form: LaidForm) -> Iterator[LaidQuestion]:
    """What somebody is asked, in the order of the form, tables after it."""
    for table in form.tables:
        for column in asked_columns(table):
            yield LaidQuestion(form, table, column)


def summary(asked: AskedTables, question: LaidQuestion) -> QuestionSummary:
    table, column = question.table, question.column
    ((answered,),) = asked.rows(f"SELECT count({column.name}) FROM {table.name}")
    choices = question.form.words.choices.get(column.question.path, ())
    if choices:
        found = _selected(asked, question)
        told = ((one, found.get(one.value, 0)) for one in choices if one.value in found or len(choices) <= _MANY)
        return QuestionSummary(answered, tuple(told))
    if column.storage is not Storage.TEXT and not column.question.bind.own.year and answered:
        return QuestionSummary(answered, added_up=_added_up(asked, question, answered))
    return QuestionSummary(answered)


def given_answers(asked: AskedTables, question: LaidQuestion, language: str) -> Iterator[GivenAnswer]:
    """By agency in the order of the register; nothing for who left it out."""
    table, column = question.table, question.column
    told = ToldAnswers(question.form, asked, language)
    row = "t.row_number" if table.path else "0"
    sql = (
        f"SELECT a.id, a.name, a.name_en, {row}, t.{column.name} FROM {table.name} AS t "
        f"JOIN agency AS a ON a.id = t.agency WHERE t.{column.name} IS NOT NULL ORDER BY t.id"
    )
    for agency, vi, en, number, value in asked.rows(sql):
        chosen = values_of(column.question, str(value)) if column.question.choices else ()
        yield GivenAnswer(agency, Message(vi, en), number, told.told(agency, column, value), frozenset(chosen))


def _selected(asked: AskedTables, question: LaidQuestion) -> Mapping[str, int]:
    """How often each choice was selected, also of several in one answer."""
    column, counts = question.column, dict[str, int]()
    sql = f"SELECT {column.name}, count(*) FROM {question.table.name} WHERE {column.name} IS NOT NULL GROUP BY 1"
    for value, count in asked.rows(sql):
        for one in values_of(column.question, str(value)):
            counts[one] = counts.get(one, 0) + count
    return counts


def _added_up(asked: AskedTables, question: LaidQuestion, answered: int) -> AddedUp:
    """Tenths are added as decimals."""
    name, table = question.column.name, question.table.name
    values = (Decimal(repr(value)) for (value,) in asked.rows(f"SELECT {name} FROM {table} WHERE {name} IS NOT NULL"))
    total = sum(values, Decimal(0))
    ((least, most),) = asked.rows(f"SELECT min({name}), max({name}) FROM {table}")
    return AddedUp(
        total, (total / answered).quantize(_HUNDREDTH, ROUND_HALF_UP), Decimal(repr(least)), Decimal(repr(most))
    )
