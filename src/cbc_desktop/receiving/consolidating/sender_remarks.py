"""What agencies wrote beside their answers, read from the consolidated file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cbc_desktop.base.message import Message
from cbc_desktop.dossier.revision import RemarkKind
from cbc_desktop.store.tables_file import AskedTables

_REMARKS = """SELECT a.id, a.name, r.label, r.label_en, r.row_number, r.kind, r.words FROM remark AS r
    JOIN agency AS a ON a.id = r.agency ORDER BY r.id"""


@dataclass(frozen=True, slots=True)
class SenderRemark:
    """``row`` is the row of a table from 1 on, None outside of tables."""

    agency: str
    name: str
    question: Message
    row: int | None
    kind: RemarkKind
    words: str


def sender_remarks(asked: AskedTables) -> Iterator[SenderRemark]:
    """By agency, in the order of the register."""
    for agency, name, vi, en, row, kind, words in asked.rows(_REMARKS):
        yield SenderRemark(agency, name, Message(vi, en), row, RemarkKind(kind), words)
