"""The sheets of answers: each question over all agencies, each agency over all questions, each table, all comments."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cbc_desktop.documents.consolidated_book import Band, BookColumn, BookSheet, Form, Plain, Row
from cbc_desktop.engine.choices import values_of
from cbc_desktop.receiving.consolidating import book_words as words
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.form_tables import Column, FormTable, Storage
from cbc_desktop.receiving.consolidating.laid_down import LaidForm
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
            title, about = form.words.label(form.around(table)), words.ABOUT_TABLE
        columns = (self._column(form, column) for column in asked_columns(table))
        about_it = about.filled(form=form.definition.title).vi
        return BookSheet(table.name, title.vi, about_it, (*own, *columns), self._table_rows(form, table))

    def _column(self, form: LaidForm, column: Column) -> BookColumn:
        unit = column.question.bind.own.unit
        label = form.words.label(column.question).vi
        shown = shown_as(column)
        return BookColumn(f"{label}\n({unit.vi})" if unit else label, _WIDTHS[shown], shown)

    def _table_rows(self, form: LaidForm, table: FormTable) -> Iterator[Row]:
        told, columns = ToldAnswers(form, self._asked, "vi"), asked_columns(table)
        own = "a.name, t.row_number" if table.path else "a.name"
        named = "".join(f", t.{column.name}" for column in columns)
        sql = f"SELECT {own}{named} FROM {table.name} AS t JOIN agency AS a ON a.id = t.agency ORDER BY t.id"
        for row in self._asked.rows(sql):
            head, values = row[: len(row) - len(columns)], row[len(row) - len(columns) :]
            yield (*head, *(told.told(column, value) for column, value in zip(columns, values, strict=True)))

    def _question_rows(self) -> Iterator[Row]:
        for form in self._consolidated.forms:
            for table in form.tables:
                label = form.words.label(form.around(table)).vi if table.path else form.definition.title
                yield Band(label)
                for column in asked_columns(table):
                    question = form.words.label(column.question).vi
                    for counted_as, value, of_answered in self._measured(form, table, column):
                        of_asked = None if table.path or of_answered is None else _part(value, self._consolidated.asked)
                        yield (label, question, counted_as, value, of_answered, of_asked)

    def _measured(
        self, form: LaidForm, table: FormTable, column: Column
    ) -> Iterator[tuple[str, Plain, Decimal | None]]:
        """What is told of one question: its name, its value, its part of all answers where it is one."""
        ((answered,),) = self._asked.rows(f"SELECT count({column.name}) FROM {table.name}")
        yield words.ANSWERED.vi, answered, None
        choices = form.words.choices.get(column.question.path, ())
        if choices:
            found = dict(self._selected(table, column))
            for choice in choices:
                if choice.value in found or len(choices) <= _MANY:
                    count = found.get(choice.value, 0)
                    yield choice.label.vi, count, _part(count, answered)
        elif column.storage is not Storage.TEXT and not column.question.bind.own.year and answered:
            yield from self._added_up(table, column, answered)

    def _selected(self, table: FormTable, column: Column) -> Iterator[tuple[str, int]]:
        """How often each choice was selected, also of several in one answer."""
        counts: dict[str, int] = {}
        sql = f"SELECT {column.name}, count(*) FROM {table.name} WHERE {column.name} IS NOT NULL GROUP BY 1 ORDER BY 1"
        for value, count in self._asked.rows(sql):
            for one in values_of(column.question, str(value)):
                counts[one] = counts.get(one, 0) + count
        yield from counts.items()

    def _added_up(self, table: FormTable, column: Column, answered: int) -> Iterator[tuple[str, Plain, None]]:
        values = (Decimal(repr(value)) for (value,) in self._given(table, column))
        total = sum(values, Decimal(0))
        yield words.SUM.vi, total, None
        yield words.MEAN.vi, round(total / answered, 2), None
        ((least, most),) = self._asked.rows(f"SELECT min({column.name}), max({column.name}) FROM {table.name}")
        yield words.LEAST.vi, Decimal(repr(least)), None
        yield words.MOST.vi, Decimal(repr(most)), None

    def _given(self, table: FormTable, column: Column) -> Iterator[tuple[int | float]]:
        return self._asked.rows(f"SELECT {column.name} FROM {table.name} WHERE {column.name} IS NOT NULL")

    def _text_rows(self) -> Iterator[Row]:
        for form in self._consolidated.forms:
            for table in form.tables:
                for column in asked_columns(table):
                    if column.question.is_multiline:
                        rows = [(name, text) for name, text in self._texts(table, column)]
                        if rows:
                            yield Band(form.words.label(column.question).vi)
                            yield from rows

    def _texts(self, table: FormTable, column: Column) -> Iterator[tuple[str, str]]:
        return self._asked.rows(
            f"SELECT a.name, t.{column.name} FROM {table.name} AS t JOIN agency AS a ON a.id = t.agency "
            f"WHERE t.{column.name} IS NOT NULL ORDER BY t.id"
        )


_MANY = 30
"""Of longer lists (agencies, provinces) only what was selected is told."""


def _part(count: Plain, whole: int) -> Decimal | None:
    return round(Decimal(count) / whole, 4) if isinstance(count, int) and whole else None
