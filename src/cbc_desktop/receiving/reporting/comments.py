"""What agencies wrote in their own words, under the questions that they answered with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

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
        said, beyond = _by_words(asked, table, column) if f"{table}.{column}" in opinions else ({}, 0)
        if said:
            title = f"{of_table}: {label}" if path and of_table != label else label
            rows = [(text_cell(words), text_cell(agencies.named)) for words, agencies in said.items()]
            yield numbered_table(column, title, of, rows, beyond)


@dataclass(slots=True)
class _Agencies:
    """Those that wrote the same; who wrote it in several rows stands once."""

    names: list[str] = field(default_factory=list)
    others: int = 0
    last: str = ""

    def take(self, name: str) -> None:
        if name == self.last:
            return
        self.last = name
        if len(self.names) < NAMED:
            self.names.append(name)
        else:
            self.others += 1

    @property
    def named(self) -> str:
        named = "; ".join(self.names)
        return f"{named}; và {number_text(self.others)} cơ quan khác" if self.others else named


def _by_words(asked: AskedTables, table: str, column: str) -> tuple[Mapping[str, _Agencies], int]:
    """The agencies by what they wrote, in the order in which it was first written; how many more texts there are.

    Of those only a mark is kept, so that memory does not grow with what people write.
    """
    said: dict[str, _Agencies] = {}
    beyond: set[int] = set()
    for name, answer in asked.rows(_answers(table, column)):
        words = str(answer).strip()
        if words in said or (words and len(said) < MOST_ROWS):
            said.setdefault(words, _Agencies()).take(name)
        elif words:
            beyond.add(hash(words))
    return said, len(beyond)


def _answers(table: str, column: str) -> str:
    """Both names are of our own making (see table_names.py)."""
    return (
        f"SELECT a.name, t.{column} FROM {table} AS t JOIN agency AS a ON a.id = t.agency "
        f"WHERE t.{column} IS NOT NULL ORDER BY t.id"
    )
