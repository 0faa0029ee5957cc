"""Width traded between the columns of a table until its rows are low: the form's weights are where it begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cbc_desktop.base.text import nfc
from cbc_desktop.documents.pdf.column_widths import PADDING, TableMeasures
from cbc_desktop.documents.pdf.fonts import Face, text_width
from cbc_desktop.documents.printed_form import PrintedTable

STEPS = (0.01, 0.02, 0.04, 0.08, 0.16)
"""What changes hands in one trade, as parts of the table's width: more only where less is of no use."""
TALL = 4
ROWS_LOOKED_AT = 40
"""Of a longer table these many rows, evenly spread, speak for all."""

Cell = tuple[tuple[float, ...], ...]
"""The widths of a text's words, line by line."""


@dataclass(slots=True)
class _Columns:
    """How many lines the cells of each column take, for any width."""

    cells: Sequence[Sequence[Cell]]
    space: float
    known: dict[tuple[int, int], list[int]] = field(default_factory=dict)

    def lines(self, column: int, width: float) -> list[int]:
        key = column, round(width * 10)
        if key not in self.known:
            room = width - 2 * PADDING
            self.known[key] = [_lines(cell, room, self.space) for cell in self.cells[column]]
        return self.known[key]

    def burden(self, column: int, width: float) -> int:
        """What a column does to the height of its rows: tall cells count far more than low ones, as they decide it."""
        return sum(lines**TALL for lines in self.lines(column, width))

    def height(self, widths: Sequence[float]) -> int:
        """Of all rows, in lines."""
        return sum(map(max, zip(*(self.lines(*pair) for pair in enumerate(widths)), strict=True)))


def lowest_widths(table: PrintedTable, measures: TableMeasures) -> tuple[float, ...]:
    """Widths that add up to the same, each wide enough for its words, at which the table takes fewer lines."""
    columns = _Columns(_cells(table, measures.size), text_width(" ", Face.REGULAR, measures.size))
    widths = list(measures.widths)
    steps = [sum(widths) * part for part in STEPS]
    while any(_trade(columns, widths, measures.least, step) for step in steps):
        pass
    return tuple(widths) if columns.height(widths) < columns.height(measures.widths) else measures.widths


def _trade(columns: _Columns, widths: list[float], least: Sequence[float], step: float) -> bool:
    """Makes the most useful trade of this size; False when none is of use."""
    there = [columns.burden(*pair) for pair in enumerate(widths)]
    gains = [now - columns.burden(column, widths[column] + step) for column, now in enumerate(there)]
    spare = [column for column, width in enumerate(widths) if width - step >= least[column]]
    costs = {column: columns.burden(column, widths[column] - step) - there[column] for column in spare}
    useful = [(gains[taker] - costs[giver], giver, taker) for giver in spare for taker in range(len(widths))]
    gain, giver, taker = max((trade for trade in useful if trade[1] != trade[2]), default=(0, 0, 0))
    if gain <= 0:
        return False
    widths[giver] -= step
    widths[taker] += step
    return True


def _cells(table: PrintedTable, size: float) -> list[list[Cell]]:
    """By column: its header, and what stands in the rows that are looked at."""
    rows = table.rows[:: -(-len(table.rows) // ROWS_LOOKED_AT) or 1]
    return [
        [
            _cell(f"{column.label}\n({column.unit})" if column.unit else column.label, Face.BOLD, size),
            *(_cell(row[place].text, Face.REGULAR, size) for row in rows),
        ]
        for place, column in enumerate(table.columns)
    ]


def _cell(text: str, face: Face, size: float) -> Cell:
    return tuple(tuple(text_width(word, face, size) for word in line.split()) for line in nfc(text).splitlines())


def _lines(cell: Cell, room: float, space: float) -> int:
    """As words are set: as many to a line as there is room for; a word that is too long takes several lines."""
    count = 0
    for line in cell:
        count, left = count + 1, room
        for word in line:
            if word > left and left < room:
                count, left = count + 1, room
            count += int(word // room) if word > room else 0
            left -= word + space
    return max(count, 1)
