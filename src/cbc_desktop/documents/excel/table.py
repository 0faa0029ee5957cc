"""A table of the form as a sheet: typed rows under one header that filters, then totals, words and remarks."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from cbc_desktop.base.message import Message
from cbc_desktop.documents.excel.answers import IN_WORDS
from cbc_desktop.documents.excel.cells import format_for, put_text, put_value
from cbc_desktop.documents.excel.fit import LINES_SHOWN, column_widths, fit_row, lines_of
from cbc_desktop.documents.excel.heading import FIRST_ROW, HEADER_ROW, UNIT_ROW, put_heading
from cbc_desktop.documents.excel.plan import PlannedSheet
from cbc_desktop.documents.excel.style import (
    CENTRED,
    HEADER,
    NUMBER,
    REMARK,
    TEXT,
    TOTAL_NUMBER,
    TOTAL_TEXT,
    UNIT_LINE,
    freeze_above,
    set_up_page,
)
from cbc_desktop.documents.printed_form import PrintedColumn, PrintedDossier, PrintedTable, PrintedValue, ValueKind

PLACE = Message("{table}, dòng {row}, cột {column}", "{table}, row {row}, column {column}")
TALL_CELLS = Message(
    "Có ô dài hơn mức Excel hiện được trên một dòng; nội dung vẫn đủ trong ô (xem ở thanh công thức) và trong bản PDF.",
    "Some cells are longer than Excel can show in one row; their text is whole in the cell (see the formula bar) and "
    "in the PDF.",
)

_STYLES = {
    ValueKind.INTEGER: NUMBER,
    ValueKind.DECIMAL: NUMBER,
    ValueKind.DATE: CENTRED,
    ValueKind.CODE: CENTRED,
}


def fill_table(book: Workbook, dossier: PrintedDossier, planned: PlannedSheet, table: PrintedTable) -> None:
    sheet = book.create_sheet(planned.name)
    set_up_page(sheet, dossier)
    put_heading(sheet, dossier, planned, table.label)
    _put_unit_line(sheet, table)
    widths = column_widths(_texts(table), [_header(column) for column in table.columns])
    for number, column in enumerate(table.columns, 1):
        _put_column(sheet, number, column, table, dossier.language)
        sheet.column_dimensions[get_column_letter(number)].width = widths[number - 1]
    row_lines = _fit_rows(sheet, table, widths)
    freeze_above(sheet, FIRST_ROW)
    last_row = HEADER_ROW + len(table.rows)
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{get_column_letter(len(table.columns))}{last_row}"
    tall = max(row_lines, default=0) > LINES_SHOWN
    _put_below(sheet, last_row + 2 + bool(table.totals), _remarks(table, tall, dossier.language), table, sum(widths))


def _put_unit_line(sheet: Worksheet, table: PrintedTable) -> None:
    cell = sheet.cell(UNIT_ROW, len(table.columns))
    if table.unit_line:
        cell.style = UNIT_LINE
        put_text(cell, table.unit_line, table.label)


def _put_column(sheet: Worksheet, number: int, column: PrintedColumn, table: PrintedTable, language: str) -> None:
    values = [row[number - 1] for row in table.rows]
    total = table.totals[number - 1] if table.totals else None
    printed = [*values, total] if total else values
    number_format = format_for(printed)
    header = sheet.cell(HEADER_ROW, number)
    header.style = HEADER
    put_text(header, _header(column), table.label)
    for row, value in enumerate(values, FIRST_ROW):
        cell = sheet.cell(row, number)
        cell.style = _STYLES.get(column.kind, TEXT)
        put_value(cell, value, number_format, _place(table, row, column, language))
    if total:
        _put_total(sheet, FIRST_ROW + len(values), number, total, number_format, table)


def _put_total(
    sheet: Worksheet, row: int, number: int, total: PrintedValue, number_format: str, table: PrintedTable
) -> None:
    cell = sheet.cell(row, number)
    cell.style = TOTAL_NUMBER if total.kind in (ValueKind.INTEGER, ValueKind.DECIMAL) else TOTAL_TEXT
    put_value(cell, total, number_format, table.label)


def _texts(table: PrintedTable) -> list[list[str]]:
    """By column, the totals with the rows."""
    rows = (*table.rows, *((table.totals,) if table.totals else ()))
    return [[row[number].text for row in rows] for number in range(len(table.columns))]


def _header(column: PrintedColumn) -> str:
    return f"{column.label}\n({column.unit})" if column.unit else column.label


def _place(table: PrintedTable, row: int, column: PrintedColumn, language: str) -> str:
    return PLACE.filled(table=table.label, row=row - HEADER_ROW, column=column.label).in_language(language)


def _fit_rows(sheet: Worksheet, table: PrintedTable, widths: Sequence[int]) -> list[int]:
    """Gives the rows their heights; returns how many lines each row of the table has."""
    headers = zip(table.columns, widths, strict=True)
    fit_row(sheet, HEADER_ROW, max(lines_of(_header(column), width - 2, bold=True) for column, width in headers))
    lines = [max(lines_of(value.text, width) for value, width in zip(row, widths, strict=True)) for row in table.rows]
    for row, count in enumerate(lines, FIRST_ROW):
        fit_row(sheet, row, count)
    return lines


def _remarks(table: PrintedTable, tall: bool, language: str) -> list[str]:
    words = [IN_WORDS.filled(words=table.words).in_language(language)] if table.words else []
    remarks = [f"{remark.title}: {remark.text}" for remark in table.remarks]
    return [*words, *remarks, *([TALL_CELLS.in_language(language)] if tall else [])]


def _put_below(sheet: Worksheet, first_row: int, remarks: list[str], table: PrintedTable, width: int) -> None:
    """Lines as wide as the table."""
    for row, text in enumerate(remarks, first_row):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(table.columns))
        cell = sheet.cell(row, 1)
        cell.style = REMARK
        put_text(cell, text, table.label)
        fit_row(sheet, row, lines_of(text, width))
