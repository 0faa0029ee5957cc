"""The columns of a table's sheet: a heading, values of their own types, and what they add up to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from cbc_desktop.base.message import Message
from cbc_desktop.documents.excel.cells import as_share, cell_format, format_for, put_content, put_text
from cbc_desktop.documents.excel.heading import FIRST_ROW, HEADER_ROW
from cbc_desktop.documents.excel.style import (
    BODY_CENTRED,
    BODY_NUMBER,
    BODY_TEXT,
    HEADER,
    TOTAL_NUMBER,
    TOTAL_TEXT,
    Looks,
)
from cbc_desktop.documents.excel.totals import sum_formula
from cbc_desktop.documents.printed_form import PERCENT, PrintedColumn, PrintedTable, PrintedValue, ValueKind

PLACE = Message("{table}, dòng {row}, cột {column}", "{table}, row {row}, column {column}")

_STYLES = {
    ValueKind.INTEGER: BODY_NUMBER,
    ValueKind.DECIMAL: BODY_NUMBER,
    ValueKind.DATE: BODY_CENTRED,
    ValueKind.CODE: BODY_CENTRED,
}


class _Place(NamedTuple):
    """A cell, for the person; put into words only when there is something to say of it."""

    table: str
    row: int
    column: str
    language: str

    def __str__(self) -> str:
        return PLACE.filled(table=self.table, row=self.row, column=self.column).in_language(self.language)


def header_text(column: PrintedColumn) -> str:
    return f"{column.label}\n({column.unit})" if column.unit else column.label


def put_column(sheet: Worksheet, looks: Looks, table: PrintedTable, number: int, language: str) -> Mapping[str, str]:
    """The column ``number``, counted from 1; returns what its formula comes to, by cell."""
    column = table.columns[number - 1]
    values = [row[number - 1] for row in table.rows]
    totals = [table.totals[number - 1]] if table.totals else []
    number_format = format_for([*values, *totals], column.unit)
    if column.unit == PERCENT:
        values, totals = list(map(as_share, values)), list(map(as_share, totals))
    looks.put_on(sheet.cell(HEADER_ROW, number), HEADER)
    put_text(sheet.cell(HEADER_ROW, number), header_text(column), table.label)
    style = _STYLES.get(column.kind, BODY_TEXT)
    for place, value in enumerate(values, 1):
        cell = sheet.cell(HEADER_ROW + place, number)
        looks.put_on(cell, style, cell_format(value, number_format))
        put_content(cell, value, _Place(table.label, place, column.label, language))
    return _put_total(sheet, looks, number, totals[0], values, number_format) if totals else {}


def _put_total(
    sheet: Worksheet,
    looks: Looks,
    number: int,
    total: PrintedValue,
    values: list[PrintedValue],
    number_format: str,
) -> Mapping[str, str]:
    cell = sheet.cell(FIRST_ROW + len(values), number)
    is_figure = total.kind in (ValueKind.INTEGER, ValueKind.DECIMAL)
    looks.put_on(cell, TOTAL_NUMBER if is_figure else TOTAL_TEXT, cell_format(total, number_format))
    formula = sum_formula(total, values, number, FIRST_ROW)
    if not formula:
        put_content(cell, total, total.text)
        return {}
    cell.value = formula
    return {cell.coordinate: format(total.value, "f")}
