"""What comes back in an entry workbook, however people have worked on it: rows by name, texts by question.

Rows may be sorted, added and deleted, columns added and moved, sheets renamed: everything is found by its key (see
layout.py). What the texts mean is for the desk to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.documents.excel.column_names import column_letters
from cbc_desktop.documents.excel.entry.layout import ANSWER, LIST, TABLE, read_address
from cbc_desktop.documents.excel.entry.slip import NOT_OURS, SentAnswer, Slip, is_slip, read_slip
from cbc_desktop.documents.excel.reading import SheetTexts, read_tables
from cbc_desktop.engine.address import Address, RowId


@dataclass(frozen=True, slots=True)
class Place:
    """A cell, for the person: the sheet's name, ``C7``."""

    sheet: str
    cell: str

    def __str__(self) -> str:
        return f"{self.sheet}!{self.cell}"


@dataclass(frozen=True, slots=True)
class ReturnedCell:
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """``id`` "" for a row that somebody added; ``cells`` by the path of their question, empty ones included."""

    id: RowId
    cells: Mapping[str, ReturnedCell]
    number: int


@dataclass(frozen=True, slots=True)
class ReturnedTable:
    """``unknown`` are the places of columns that somebody added, with something in them."""

    name: str
    repeat: Address
    rows: tuple[ReturnedRow, ...]
    unknown: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnedBook:
    """``answers`` are those of single questions; ``name`` is that of the file."""

    name: str
    slip: Slip
    tables: tuple[ReturnedTable, ...]
    answers: Mapping[Address, ReturnedCell]


def read_returned(content: bytes, name: str) -> ReturnedBook:
    """Raises UserFacingError, naming the file, for what is no entry workbook, or no longer a whole one."""
    sheets = read_tables(content, name)
    slip = next((sheet for sheet in sheets if is_slip(sheet.rows)), None)
    if slip is None:
        raise UserFacingError(NOT_OURS.filled(name=name))
    read = read_slip(slip.rows, name)
    tables: list[ReturnedTable] = []
    answers: dict[Address, ReturnedCell] = {}
    for sheet in sheets:
        if (corner := _corner(sheet, TABLE)) is not None and (repeat := _repeat(sheet, *corner)) is not None:
            tables.append(_Table(sheet, *corner, read.sent).read(repeat))
        elif (corner := _corner(sheet, LIST)) is not None:
            answers.update(_answers(sheet, *corner))
    return ReturnedBook(name, read, tuple(tables), answers)


def _corner(sheet: SheetTexts, mark: str) -> tuple[int, int] | None:
    """Where key row and key column cross."""
    for number, row in enumerate(sheet.rows):
        for column, text in enumerate(row):
            if text.startswith(mark):
                return number, column
    return None


def _repeat(sheet: SheetTexts, key_row: int, key_column: int) -> Address | None:
    """Which table it is; None when somebody has written over that."""
    return read_address(sheet.rows[key_row][key_column])


class _Table:
    """One sheet; its columns are known by their keys, of which a copied column has the same."""

    def __init__(self, sheet: SheetTexts, key_row: int, key_column: int, sent: Mapping[Address, SentAnswer]) -> None:
        self._sheet, self._key_row, self._key_column, self._sent = sheet, key_row, key_column, sent
        self._columns: dict[str, list[int]] = {}
        for column, path in enumerate(sheet.rows[key_row]):
            if path and column != key_column:
                self._columns.setdefault(path, []).append(column)

    def read(self, repeat: Address) -> ReturnedTable:
        rows = []
        for number, row in enumerate(self._sheet.rows[self._key_row + 2 :], self._key_row + 3):
            row_id = row[self._key_column]
            cells = {path: self._cell(row, number, Address(row_id, path)) for path in self._columns}
            if any(cell.text.strip() for cell in cells.values()) or row_id:
                rows.append(ReturnedRow(row_id, cells, number))
        known = {self._key_column, *(column for columns in self._columns.values() for column in columns)}
        return ReturnedTable(self._sheet.name, repeat, tuple(rows), tuple(_unknown(self._sheet, self._key_row, known)))

    def _cell(self, row: Sequence[str], number: int, address: Address) -> ReturnedCell:
        """Of several columns the first that says something new."""
        sent = self._sent.get(address)
        before = "" if sent is None else sent.text.strip()
        columns = self._columns[address.path]
        column = next((column for column in columns if row[column].strip() != before), columns[0])
        return ReturnedCell(row[column], _place(self._sheet, number, column))


def _unknown(sheet: SheetTexts, key_row: int, known: set[int]) -> Iterator[Place]:
    """The columns without a key in which something stands from the headings on."""
    for column in range(len(sheet.rows[key_row])):
        if column not in known and any(row[column].strip() for row in sheet.rows[key_row + 1 :]):
            yield _place(sheet, key_row + 2, column)


def _answers(sheet: SheetTexts, key_row: int, key_column: int) -> Iterator[tuple[Address, ReturnedCell]]:
    keys = sheet.rows[key_row]
    if ANSWER not in keys:
        return
    column = keys.index(ANSWER)
    for number, row in enumerate(sheet.rows[key_row + 1 :], key_row + 2):
        address = read_address(row[key_column])
        if address is not None:
            yield address, ReturnedCell(row[column], _place(sheet, number, column))


def _place(sheet: SheetTexts, row: int, column: int) -> Place:
    return Place(sheet.name, f"{column_letters(column)}{row}")
