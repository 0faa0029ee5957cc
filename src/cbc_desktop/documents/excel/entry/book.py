"""What goes out to be filled in by others: the questions, the answers that are there, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from cbc_desktop.base.digests import Digest
from cbc_desktop.documents.printed_form import PrintedValue
from cbc_desktop.engine.address import Address, RowId


class EntryKind(Enum):
    """What a person types; decides the check that the spreadsheet makes."""

    TEXT = "text"
    INTEGER = "integer"
    YEAR = "year"
    DECIMAL = "decimal"
    DATE = "date"
    CHOICE = "choice"
    CHOICES = "choices"


@dataclass(frozen=True, slots=True)
class EntryQuestion:
    """A column of a table or a line of a list. ``choices`` are labels; () where every row has its own."""

    path: str
    label: str
    kind: EntryKind
    choices: tuple[str, ...] = ()
    unit: str = ""
    hint: str = ""
    required: bool = False
    readonly: bool = False
    """Shown to find one's way, never taken back."""


@dataclass(frozen=True, slots=True)
class EntryAnswer:
    """What is there: ``lexical`` as it is kept, ``printed`` as it is shown; not ``open``: not to be answered now."""

    lexical: str
    printed: PrintedValue
    open: bool = True
    choices: tuple[str, ...] = ()
    """Of this cell alone, where they differ from row to row."""


@dataclass(frozen=True, slots=True)
class EntryRow:
    id: RowId
    answers: tuple[EntryAnswer, ...]
    """One for each column."""


@dataclass(frozen=True, slots=True)
class EntryTable:
    """A repeat; ``free``: rows may be added and taken away."""

    title: str
    repeat: Address
    columns: tuple[EntryQuestion, ...]
    rows: tuple[EntryRow, ...]
    free: bool = True

    def answers(self) -> Iterator[tuple[Address, EntryAnswer]]:
        for row in self.rows:
            for column, answer in zip(self.columns, row.answers, strict=True):
                yield Address(row.id, column.path), answer


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One question outside tables."""

    address: Address
    question: EntryQuestion
    answer: EntryAnswer


@dataclass(frozen=True, slots=True)
class EntryList:
    """Single questions, one below the other."""

    title: str
    lines: tuple[EntryLine, ...]

    def answers(self) -> Iterator[tuple[Address, EntryAnswer]]:
        return ((line.address, line.answer) for line in self.lines)


EntrySheet = EntryTable | EntryList


@dataclass(frozen=True, slots=True)
class EntryTicket:
    """Whose answers these are, who sent them out, and when."""

    dossier_id: str
    agency: str
    campaign: str
    form_id: str
    form_title: str
    form_version: str
    form_digest: Digest
    title: str
    """Of the part that went out."""
    made: datetime
    made_by: str


@dataclass(frozen=True, slots=True)
class EntryBook:
    ticket: EntryTicket
    sheets: tuple[EntrySheet, ...]
