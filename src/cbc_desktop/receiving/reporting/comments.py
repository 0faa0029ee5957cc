"""What agencies wrote in their own words, under the questions that they answered with it."""

from __future__ import annotations

from collections.abc import Iterator

from cbc_desktop.documents.printed_form import PrintedBlock, ValueKind
from cbc_desktop.receiving.reporting.words import columns, numbered_table, text_cell
from cbc_desktop.store.tables_file import AskedTables

_QUESTIONS = """SELECT q.answer_table, q.column_name, q.label, t.label, t.path FROM question AS q
JOIN answer_table AS t ON t.name = q.answer_table WHERE q.is_asked AND q.is_long AND q.choice IS NULL ORDER BY q.id"""


def comments(asked: AskedTables) -> Iterator[PrintedBlock]:
    """One table a question, in the order of the forms; questions that nobody answered are left out."""
    of = columns(agency=("Cơ quan", ValueKind.TEXT), words=("Ý kiến", ValueKind.TEXT))
    for table, column, label, of_table, path in list(asked.rows(_QUESTIONS)):
        rows = [(text_cell(name), text_cell(said)) for name, said in asked.rows(_answers(table, column))]
        if rows:
            where = f"{of_table}: " if path else ""
            yield numbered_table(column, f"{where}{label} ({len(rows)})", of, rows)


def _answers(table: str, column: str) -> str:
    """Both names are of our own making (see table_names.py)."""
    return (
        f"SELECT a.name, t.{column} FROM {table} AS t JOIN agency AS a ON a.id = t.agency "
        f"WHERE t.{column} IS NOT NULL ORDER BY t.id"
    )
