"""Answers that have no place in the tables as they are: not of their question's type, or of no question at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cbc_desktop.base.message import Message
from cbc_desktop.store.tables_file import AskedTables

_UNFIT = """SELECT a.id, a.name, q.label, q.label_en, u.given FROM unfit AS u JOIN agency AS a ON a.id = u.agency
    JOIN question AS q ON q.answer_table = u.answer_table AND q.column_name = u.column_name ORDER BY u.id"""
_PLACELESS = "SELECT a.id, a.name, u.path FROM unplaced AS u JOIN agency AS a ON a.id = u.agency ORDER BY u.id"


@dataclass(frozen=True, slots=True)
class DoubtfulAnswer:
    """``given`` is the answer as it was given; "" where only the question is known, by its path in another version."""

    agency: str
    name: str
    question: Message
    given: str = ""


def unfit_answers(asked: AskedTables) -> Iterator[DoubtfulAnswer]:
    """Not of their question's type; they are in no figure."""
    for agency, name, vi, en, given in asked.rows(_UNFIT):
        yield DoubtfulAnswer(agency, name, Message(vi, en), given)


def unplaced_answers(asked: AskedTables) -> Iterator[DoubtfulAnswer]:
    """Of another version of a form."""
    for agency, name, path in asked.rows(_PLACELESS):
        yield DoubtfulAnswer(agency, name, Message(path, path))
