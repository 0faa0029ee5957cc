"""A submission as rows of the form's tables, typed; what does not fit its type is told apart and lost nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.engine.address import RowId
from cbc_desktop.engine.choices import values_of
from cbc_desktop.engine.codecs import fits
from cbc_desktop.engine.saved_form import SavedForm
from cbc_desktop.engine.submission import read_submission
from cbc_desktop.forms.definition import DataType, FormDefinition, Path
from cbc_desktop.receiving.consolidating.form_tables import Column, FormTable, Storage
from cbc_desktop.store.tables_file import Value

MOST = 1e15
"""A number that is larger, or as much below zero, is none that anybody counts: sums over all would be wrong by it, or
impossible."""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One row: of the form itself (``rid`` "") or of a repeat; ``parent`` is the ``rid`` of the row around it."""

    table: FormTable
    rid: RowId
    parent: RowId
    number: int
    """Of the row among those of the same repeat in the same row around it, counted from 1."""
    values: tuple[Value, ...]
    """In the order of the table's columns."""
    unfit: tuple[tuple[Column, str], ...]
    """Answers not of their question's type, or beyond all counting, as they were given; their value is NULL."""


def answer_rows(definition: FormDefinition, tables: Sequence[FormTable], submission: bytes) -> Iterator[AnswerRow]:
    """Those of the form first, then those of each repeat, a row never before the one around it.

    UserFacingError when the submission cannot be read.
    """
    saved = read_submission(definition, submission, SeededIdentifiers())
    by_path = {table.path: table for table in tables}
    given = _by_row(saved)
    yield _row(by_path[""], given, "", "", 1)
    numbers: dict[tuple[RowId, str], int] = {}
    for row in saved.rows:
        number = numbers[row.parent, row.path] = numbers.get((row.parent, row.path), 0) + 1
        yield _row(by_path[row.path], given, row.id, row.parent, number)


def _by_row(saved: SavedForm) -> dict[RowId, dict[Path, str]]:
    given: dict[RowId, dict[Path, str]] = {}
    for address, lexical in saved.values.items():
        given.setdefault(address.row, {})[address.path] = lexical
    return given


def _row(
    table: FormTable, by_row: Mapping[RowId, Mapping[Path, str]], rid: RowId, parent: RowId, number: int
) -> AnswerRow:
    given = by_row.get(rid, {})
    unfit = tuple(
        (column, given[column.question.path])
        for column in table.questions
        if column.question.path in given and not _can_be_counted(column, given[column.question.path])
    )
    misfits = {column.question.path for column, _ in unfit}
    values = tuple(
        None if column.question.path in misfits else stored(column, given.get(column.question.path, ""))
        for column in table.columns
    )
    return AnswerRow(table, rid, parent, number, values, unfit)


def _can_be_counted(column: Column, lexical: str) -> bool:
    if not fits(lexical, column.question.bind.type):
        return False
    is_number = column.question.bind.type in (DataType.INT, DataType.DECIMAL)
    return not is_number or abs(float(lexical)) <= MOST


def stored(column: Column, lexical: str) -> Value:
    """The value that the table keeps: NULL for no answer."""
    if not lexical:
        return None
    if column.choice:
        return int(column.choice in values_of(column.question, lexical))
    if column.storage is Storage.TEXT:
        return lexical
    return float(lexical) if column.storage is Storage.REAL else int(_TRUTHS.get(lexical, lexical))


_TRUTHS = {"true": "1", "false": "0"}
