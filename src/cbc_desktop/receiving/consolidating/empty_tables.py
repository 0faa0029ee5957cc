"""The tables before any answer is in them: made, their columns described, and known again when they lie there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cbc_desktop.base.message import Message
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.receiving.consolidating.form_tables import Column, FormTable
from cbc_desktop.receiving.consolidating.laid_forms import LaidForm
from cbc_desktop.receiving.consolidating.own_tables import RESULTS, SCHEMA
from cbc_desktop.store.tables_file import AskedTables, NewTables, Value

NO_UNIT = Message("", "")


def lay_empty(tables: NewTables, forms: Sequence[LaidForm]) -> None:
    """All tables, and in them what is known without an answer."""
    for sql in (*SCHEMA, *RESULTS):
        tables.run(sql)
    for form in forms:
        for table in form.tables:
            tables.run(_created(table))
            _describe(tables, form, table)


def lay_about(tables: NewTables, campaign: Campaign) -> None:
    """Of what campaign the file is, so that two files can be compared."""
    tables.insert_all("INSERT INTO about VALUES (?, ?)", _facts(campaign).items())


def is_laid_down_so(asked: AskedTables, campaign: Campaign, forms: Sequence[LaidForm]) -> bool:
    """Whether the file is of this campaign, and has our tables and those of its forms as they are now."""
    there = {sql for (sql,) in asked.rows("SELECT sql FROM sqlite_master WHERE type = 'table'")}
    if there != {*SCHEMA, *RESULTS, *(_created(table) for form in forms for table in form.tables)}:
        return False
    return set(asked.rows("SELECT name, value FROM about")) >= set(_facts(campaign).items())


def _facts(campaign: Campaign) -> Mapping[str, str]:
    return {
        "campaign": campaign.id,
        "campaign_version": campaign.version,
        "title": campaign.title.vi,
        "letter": campaign.letter.number,
        "report_year": str(campaign.report_year),
        "register_date": campaign.register_date.isoformat(),
        "deadline": campaign.deadline.isoformat(),
    }


def _created(table: FormTable) -> str:
    if table.path:
        own = [
            "id INTEGER PRIMARY KEY",
            "agency TEXT NOT NULL REFERENCES agency (id)",
            f"parent INTEGER NOT NULL REFERENCES {table.parent} (id)",
            "row_number INTEGER NOT NULL",
            "rid TEXT NOT NULL",
        ]
    else:
        own = [
            "id INTEGER PRIMARY KEY",
            "agency TEXT NOT NULL UNIQUE REFERENCES agency (id)",
            "source INTEGER NOT NULL REFERENCES source (id)",
        ]
    return f"CREATE TABLE {table.name} ({', '.join([*own, *map(_declared, table.columns)])})"


def _declared(column: Column) -> str:
    return f"{column.name} {column.storage.value}"


def _describe(tables: NewTables, form: LaidForm, table: FormTable) -> None:
    label = form.title_of(table)
    tables.insert(
        "INSERT INTO answer_table VALUES (?, ?, ?, ?, ?, ?)",
        (table.name, table.form_id, table.path, table.parent or None, label.vi, label.en),
    )
    tables.insert_all(
        "INSERT INTO question VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_question_row(form, table, column) for column in table.columns),
    )
    tables.insert_all(
        "INSERT INTO choice VALUES (NULL, ?, ?, ?, ?, ?)",
        (
            (table.name, column.name, choice.value, choice.label.vi, choice.label.en)
            for column in table.questions
            for choice in form.words.choices.get(column.question.path, ())
        ),
    )


def _question_row(form: LaidForm, table: FormTable, column: Column) -> Sequence[Value]:
    question = column.question
    label = form.words.label(question)
    if column.choice:
        labels = {choice.value: choice.label for choice in form.words.choices[question.path]}
        chosen = labels[column.choice]
        label = Message(f"{label.vi}: {chosen.vi}", f"{label.en}: {chosen.en}")
    unit = question.bind.own.unit or NO_UNIT
    kind = question.control.value if question.choices and question.control else question.bind.type.value
    return (
        *(
            table.name,
            column.name,
            question.path,
            kind,
            int(question.control is not None),
            int(form.is_comment(question)),
        ),
        *(column.choice or None, label.vi, label.en, unit.vi, unit.en),
    )
