"""The sheets of answers: each question over all agencies, each agency over all questions, each table, all comments."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cbc_desktop.documents.consolidated_book import (
    HEADINGS,
    Band,
    BookColumn,
    BookSheet,
    Form,
    Leading,
    Place,
    Plain,
    Row,
)
from cbc_desktop.receiving.consolidating import book_words as words
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.form_tables import Column, FormTable
from cbc_desktop.receiving.consolidating.laid_forms import LaidForm
from cbc_desktop.receiving.consolidating.question_summaries import LaidQuestion, summary
from cbc_desktop.receiving.consolidating.told_answers import ToldAnswers, asked_columns, shown_as
from cbc_desktop.store.tables_file import AskedTables

_WIDTHS = {Form.TEXT: 34, Form.NUMBER: 15, Form.YEAR: 9, Form.DATE: 14, Form.SHARE: 13}


class AnswerSheets:
    """Of one consolidation, in Vietnamese."""

    def __init__(self, consolidated: Consolidated, asked: AskedTables) -> None:
        self._consolidated, self._asked = consolidated, asked

    def sheets(self) -> Iterator[BookSheet]:
        yield BookSheet(
            "questions",
            words.QUESTIONS.vi,
            words.ABOUT_QUESTIONS.vi,
            (
                *(BookColumn(words.TABLE.vi, 40), BookColumn(words.QUESTION.vi, 70)),
                *(BookColumn(words.COUNTED_AS.vi, 44), BookColumn(words.VALUE.vi, 16, Form.NUMBER)),
                BookColumn(words.OF_ANSWERED.vi, 14, Form.SHARE),
                BookColumn(words.OF_ASKED.vi, 14, Form.SHARE),
            ),
            self._question_rows(),
        )
        for form in self._consolidated.forms:
            for table in form.tables:
                yield self._table_sheet(form, table)
        yield BookSheet(
            "texts",
            words.TEXTS.vi,
            words.ABOUT_TEXTS.vi,
            (BookColumn(words.AGENCY.vi, 46), BookColumn(words.TEXT.vi, 110)),
            self._text_rows(),
        )

    def _table_sheet(self, form: LaidForm, table: FormTable) -> BookSheet:
        own = [BookColumn(words.AGENCY.vi, 46)]
        title, about = words.ANSWERS.filled(form=form.definition.title), words.ABOUT_ANSWERS
        if table.path:
            own.append(BookColumn(words.ROW_NUMBER.vi, 9, Form.NUMBER))
            title, about = form.title_of(table), words.ABOUT_TABLE
        columns = (self._column(form, column) for column in asked_columns(table))
        about_it = about.filled(form=form.definition.title).vi
        return BookSheet(
            table.name, title.vi, about_it, (*own, *columns), self._table_rows(form, table), reference=True
        )

    def _column(self, form: LaidForm, column: Column) -> BookColumn:
        unit = column.question.bind.own.unit
        label = form.words.label(column.question).vi
        shown = shown_as(column)
        return BookColumn(f"{label}\n({unit.vi})" if unit else label, _WIDTHS[shown], shown)

    def _table_rows(self, form: LaidForm, table: FormTable) -> Iterator[Row]:
        told, columns = ToldAnswers(form, self._asked, "vi"), asked_columns(table)
        own = "a.id, a.name, t.row_number" if table.path else "a.id, a.name"
        named = "".join(f", t.{column.name}" for column in columns)
        sql = f"SELECT {own}{named} FROM {table.name} AS t JOIN agency AS a ON a.id = t.agency ORDER BY t.id"
        for row in self._asked.rows(sql):
            (agency, *head), values = row[: len(row) - len(columns)], row[len(row) - len(columns) :]
            yield (*head, *(told.told(agency, column, value) for column, value in zip(columns, values, strict=True)))

    def _question_rows(self) -> Iterator[Row]:
        """Each value leads to the column with the answers that it is made of."""
        for form in self._consolidated.forms:
            for table in form.tables:
                title = form.title_of(table).vi
                yield Band(title)
                for number, column in enumerate(asked_columns(table), _own_columns(table)):
                    question = LaidQuestion(form, table, column)
                    to = Place(table.name, HEADINGS, number)
                    for counted_as, value, of_answered in self._measured(question):
                        of_asked = None if table.path or of_answered is None else _part(value, self._consolidated.asked)
                        yield (title, question.label.vi, counted_as, Leading(value, to), of_answered, of_asked)

    def _measured(self, question: LaidQuestion) -> Iterator[tuple[str, Plain, Decimal | None]]:
        """What is told of one question: its name, its value, its part of all answers where it is one."""
        told = summary(self._asked, question)
        yield words.ANSWERED.vi, told.answered, None
        for choice, count in told.choices:
            yield choice.label.vi, count, _part(count, told.answered)
        if told.added_up is not None:
            yield words.SUM.vi, told.added_up.total, None
            yield words.MEAN.vi, told.added_up.mean, None
            yield words.LEAST.vi, told.added_up.least, None
            yield words.MOST.vi, told.added_up.most, None

    def _text_rows(self) -> Iterator[Row]:
        for form in self._consolidated.forms:
            for table in form.tables:
                for column in asked_columns(table):
                    if form.is_comment(column.question):
                        rows = [(name, text) for name, text in self._texts(table, column)]
                        if rows:
                            yield Band(form.words.label(column.question).vi)
                            yield from rows

    def _texts(self, table: FormTable, column: Column) -> Iterator[tuple[str, str]]:
        return self._asked.rows(
            f"SELECT a.name, t.{column.name} FROM {table.name} AS t JOIN agency AS a ON a.id = t.agency "
            f"WHERE t.{column.name} IS NOT NULL ORDER BY t.id"
        )


def _own_columns(table: FormTable) -> int:
    """Before the questions stand the agency and, in tables, the number of the row."""
    return 2 if table.path else 1


def _part(count: Plain, whole: int) -> Decimal | None:
    return Decimal(count) / whole if isinstance(count, int) and whole else None
