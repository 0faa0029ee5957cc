"""A printed table as flowables: its unit line, header, rows and totals in the letter size that fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.column_trading import lowest_widths
from cbc_desktop.documents.pdf.column_widths import measure
from cbc_desktop.documents.pdf.decree30 import element, letters, markup
from cbc_desktop.documents.pdf.fonts import Face
from cbc_desktop.documents.pdf.grid import BELOW_GRID, Grid, GridContent, GridRow, grid_row
from cbc_desktop.documents.printed_form import PrintedColumn, PrintedTable, PrintedValue, ValueKind

_ALIGNMENT = {
    ValueKind.INTEGER: decree30.RIGHT_ALIGNED,
    ValueKind.DECIMAL: decree30.RIGHT_ALIGNED,
    ValueKind.DATE: decree30.CENTRED,
    ValueKind.CODE: decree30.CENTRED,
}

LONGEST_TAIL = 0.2
"""Of what belongs below a table, this part of a page stays with its last row."""


def table_flowables(
    table: PrintedTable, width: float, page_height: float, below: Sequence[Flowable] = ()
) -> list[Flowable]:
    """The unit line, the table, ``width`` points wide, and what belongs below it; the text area is ``page_height``."""
    unit_line = [element(table.unit_line, decree30.UNIT_LINE)] if table.unit_line else []
    tail = min(BELOW_GRID + height_of_start(below, width, page_height), page_height * LONGEST_TAIL) if below else 0.0
    return [*unit_line, Grid(replace(_content(table, width, page_height), tail=tail)), *below]


def height_of_start(flowables: Sequence[Flowable], width: float, page_height: float) -> float:
    """How much room flowables need to begin well: all of them up to a table, and the start of the table."""
    used = 0.0
    for flowable in flowables:
        if isinstance(flowable, Grid):
            return float(used + flowable.getSpaceBefore() + flowable.height_of_start())
        used += flowable.getSpaceBefore() + flowable.wrap(width, page_height)[1] + flowable.getSpaceAfter()
    return used


def _content(table: PrintedTable, width: float, page_height: float) -> GridContent:
    measures = measure(table, width)
    widths = lowest_widths(table, measures)
    header = grid_row(_header(table.columns, measures.size), widths)
    styles = [_cell_style(column, measures.size) for column in table.columns]
    rows = [_row(row, styles, widths) for row in table.rows]
    if table.totals:
        bold = [_cell_style(column, measures.size, bold=True) for column in table.columns]
        rows.append(_row(table.totals, bold, widths))
    return GridContent(widths, header, tuple(rows), bool(table.totals), page_height)


def _header(columns: tuple[PrintedColumn, ...], size: float) -> tuple[Paragraph, ...]:
    style = letters(size, bold=True, alignment=decree30.CENTRED)
    return tuple(Paragraph(_header_markup(column), style) for column in columns)


def _header_markup(column: PrintedColumn) -> str:
    unit = f"<br/><font name='{Face.ITALIC.value}'>({markup(column.unit)})</font>" if column.unit else ""
    return f"{markup(column.label)}{unit}"


def _cell_style(column: PrintedColumn, size: float, *, bold: bool = False) -> ParagraphStyle:
    alignment = _ALIGNMENT.get(column.kind, decree30.LEFT_ALIGNED)
    return letters(size, bold=bold, alignment=alignment, allowWidows=1, allowOrphans=1)


def _row(values: tuple[PrintedValue, ...], styles: list[ParagraphStyle], widths: tuple[float, ...]) -> GridRow:
    cells = [element(value.text, style) for value, style in zip(values, styles, strict=True)]
    return grid_row(tuple(cells), widths, tuple(value.at for value in values))
