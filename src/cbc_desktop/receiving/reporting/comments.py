"""What agencies wrote in their own words, under the questions that they answered with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from cbc_desktop.documents.printed_form import PrintedBlock, ValueKind
from cbc_desktop.documents.vietnamese import number_text
from cbc_desktop.receiving.reporting.words import MOST_ROWS, columns, numbered_table, text_cell
from cbc_desktop.store.tables_file import AskedTables

_QUESTIONS = """SELECT q.answer_table, q.column_name, q.label, t.label, t.path FROM question AS q
JOIN answer_table AS t ON t.name = q.answer_table WHERE q.is_asked AND q.is_long AND q.choice IS NULL ORDER BY q.id"""
NAMED = 12
"""Of agencies that wrote the same, so many are named."""


def comments(asked: AskedTables, opinions: Collection[str]) -> Iterator[PrintedBlock]:
    """One table for each of these questions, ``table.column``, in the order of the forms; same words are one row."""
    of = columns(words=("Ý kiến", ValueKind.TEXT, 7), agency=("Cơ quan", ValueKind.TEXT, 4))
    for table, column, label, of_table, path in list(asked.rows(_QUESTIONS)):
        said = _by_words(asked, table, column) if f"{table}.{column}" in opinions else {}
        if said:
            title = f"{of_table}: {label}" if path and of_table != label else label
            printed = islice(said.items(), MOST_ROWS)
            rows = [(text_cell(words), text_cell(_named(agencies))) for words, agencies in printed]
            yield numbered_table(column, title, of, rows, len(said) - len(rows))


def _by_words(asked: AskedTables, table: str, column: str) -> Mapping[str, Sequence[str]]:
    """The agencies by what they wrote, in the order in which it was first written."""
    said: dict[str, dict[str, None]] = {}
    for name, words in asked.rows(_answers(table, column)):
        said.setdefault(str(words).strip(), {})[name] = None
    return {words: list(names) for words, names in said.items() if words}


def _answers(table: str, column: str) -> str:
    """Both names are of our own making (see table_names.py)."""
    return (
        f"SELECT a.name, t.{column} FROM {table} AS t JOIN agency AS a ON a.id = t.agency "
        f"WHERE t.{column} IS NOT NULL ORDER BY t.id"
    )


def _named(agencies: Sequence[str]) -> str:
    others = len(agencies) - NAMED
    named = "; ".join(agencies[:NAMED])
    return f"{named}; và {number_text(others)} cơ quan khác" if others > 0 else named
