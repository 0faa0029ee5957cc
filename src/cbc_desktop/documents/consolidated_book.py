"""A workbook over many offices, frozen: sheets of plain rows that are handed over one by one, however many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from cbc_desktop.base.digests import Digest

Plain = str | int | Decimal | date | None
"""A date may be a moment, of any time zone: it is shown in Vietnam's."""


class Form(Enum):
    """How the cells of a column are shown."""

    TEXT = "text"
    NUMBER = "number"
    YEAR = "year"
    """2022, not 2.022."""
    SHARE = "share"
    """A part of 1, shown in percent."""
    DATE = "date"


HEADINGS = -1
"""The row in which the labels of the columns stand."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell: ``sheet`` is the key of a sheet, ``row`` counts its rows and ``column`` its columns from 0."""

    sheet: str
    row: int
    column: int = 0


@dataclass(frozen=True, slots=True)
class Leading:
    """A cell from which one click leads to another place."""

    value: Plain
    to: Place


@dataclass(frozen=True, slots=True)
class SumOf:
    """A sum that a spreadsheet makes anew: of ``column``, counted from 0, over ``count`` rows from ``first`` on.

    ``alike``: of those rows alone in which the first of these columns says what the second says in the row of the sum.
    The cell leads to ``to``, or to ``first``.
    """

    value: Decimal
    first: Place
    count: int
    column: int
    alike: tuple[int, int] | None = None
    to: Place | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """A row that heads those below it."""

    text: str


Cell = Plain | Leading | SumOf
Row = Sequence[Cell] | Band


@dataclass(frozen=True, slots=True)
class BookColumn:
    """``width`` in characters."""

    label: str
    width: int
    form: Form = Form.TEXT


@dataclass(frozen=True, slots=True)
class BookSheet:
    """``key`` is what places call it; ``rows`` are read once, while the sheet is written."""

    key: str
    title: str
    about: str
    columns: tuple[BookColumn, ...]
    rows: Iterable[Row]
    reference: bool = False
    """To look things up in, not to be read through or printed: such sheets are best put last."""


@dataclass(frozen=True, slots=True)
class ConsolidatedBook:
    """``facts`` stand on the first sheet, above the list of the others; ``rest`` says where is what does not fit."""

    title: str
    subject: str
    author: str
    language: str
    trial: bool
    """Each sheet is marked "THỬ NGHIỆM"."""
    moment: datetime
    """Stands for when it was made."""
    digest: Digest
    facts: tuple[tuple[str, Cell], ...]
    rest: str
    reference: str
    """Heads the sheets for reference in the list."""
    sheets: tuple[BookSheet, ...]
