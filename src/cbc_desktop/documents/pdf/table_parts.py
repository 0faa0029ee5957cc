"""A table with more columns than a page can show legibly, as several tables that repeat its first column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cbc_desktop.documents.pdf.column_widths import measure
from cbc_desktop.documents.printed_form import PrintedTable

LEGIBLE = 10.0
"""The letter size, in points, that the parts have at least."""


def in_parts(table: PrintedTable, width: float) -> list[PrintedTable]:
    """The table itself where its words fit; else the fewest parts that are legible, their columns in order.

    What is said below the table stands below its last part.
    """
    if measure(table, width).fits:
        return [table]
    for count in range(2, len(table.columns)):
        parts = [_with_columns(table, chosen) for chosen in _dealt(len(table.columns), count)]
        if all(_is_legible(part, width) for part in parts):
            return [*(replace(part, words="", remarks=()) for part in parts[:-1]), parts[-1]]
    return [table]


def _is_legible(part: PrintedTable, width: float) -> bool:
    measures = measure(part, width)
    return measures.fits and measures.size >= LEGIBLE


def _dealt(columns: int, parts: int) -> Iterator[Sequence[int]]:
    """The columns of each part: always the first, and a fair share of the others."""
    others = columns - 1
    for part in range(parts):
        yield [0, *range(1 + others * part // parts, 1 + others * (part + 1) // parts)]


def _with_columns(table: PrintedTable, chosen: Sequence[int]) -> PrintedTable:
    totals = tuple(table.totals[index] for index in chosen) if table.totals else ()
    return replace(
        table,
        columns=tuple(table.columns[index] for index in chosen),
        rows=tuple(tuple(row[index] for index in chosen) for row in table.rows),
        totals=totals if any(not total.blank for total in totals[1:]) else (),
    )
