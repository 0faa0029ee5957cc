"""A table of the form as a sheet: typed rows under one header that filters, then totals, words and remarks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from cbc_desktop.base.message import Message
from cbc_desktop.documents.excel.answers import IN_WORDS
from cbc_desktop.documents.excel.cells import NUMERIC, put_text
from cbc_desktop.documents.excel.columns import header_text, put_column
from cbc_desktop.documents.excel.defined_names import TABLE, TOTAL, define
from cbc_desktop.documents.excel.fit import (
    LINES_SHOWN,
    column_widths,
    fit_row,
    lines_of,
    pages_beside,
    repeated_columns,
)
from cbc_desktop.documents.excel.heading import FIRST_ROW, HEADER_ROW, UNIT_ROW, put_heading
from cbc_desktop.documents.excel.plan import PlannedSheet
from cbc_desktop.documents.excel.protection import protect, refuse_typing, unlock_from
from cbc_desktop.documents.excel.style import REMARK, UNIT_LINE, Looks, freeze_above, set_up_page
from cbc_desktop.documents.printed_form import PrintedDossier, PrintedForm, PrintedTable

TALL_CELLS = Message(
    "Có ô dài hơn mức Excel hiện được trên một dòng; nội dung vẫn đủ trong ô (xem ở thanh công thức) và trong bản PDF.",
    "Some cells are longer than Excel can show in one row; their text is whole in the cell (see the formula bar) and "
    "in the PDF.",
)
NO_ROWS = Message("Bảng không có dòng nào.", "The table has no rows.")


def fill_table(
    book: Workbook, dossier: PrintedDossier, planned: PlannedSheet, table: PrintedTable
) -> Mapping[str, str]:
    """Returns what the formulas of the sheet come to, by cell."""
    sheet = book.create_sheet(planned.name)
    set_up_page(sheet, dossier)
    put_heading(sheet, dossier, planned, table.label)
    _put_unit_line(sheet, table)
    widths = column_widths(_texts(table), [header_text(column) for column in table.columns])
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    looks, results = Looks(sheet), dict[str, str]()
    for number in range(1, len(table.columns) + 1):
        results |= put_column(sheet, looks, table, number, dossier.language)
    row_lines = _fit_rows(sheet, table, widths)
    freeze_above(sheet, FIRST_ROW)
    _spread(sheet, widths)
    tall = max(row_lines, default=0) > LINES_SHOWN
    below = HEADER_ROW + len(table.rows) + 2 + bool(table.totals)
    _put_below(sheet, below, _remarks(table, tall, dossier.language), table, sum(widths))
    _define(book, sheet, planned.form, table)
    _protect(sheet, table, dossier.language)
    return results


def _spread(sheet: Worksheet, widths: Sequence[int]) -> None:
    """A table that is too wide for one page is printed on several beside each other, page by page for each row."""
    pages = pages_beside(widths)
    if pages > 1:
        sheet.page_setup.fitToWidth, sheet.page_setup.pageOrder = pages, "overThenDown"
        sheet.print_title_cols = f"A:{get_column_letter(repeated_columns(widths))}"


def _define(book: Workbook, sheet: Worksheet, form: PrintedForm, table: PrintedTable) -> None:
    define(book, sheet, _cells(table, HEADER_ROW), TABLE, form.form_id, table.id)
    for number, (column, total) in enumerate(zip(table.columns, table.totals, strict=False), 1):
        if total.kind in NUMERIC and not total.blank:
            cell = f"{get_column_letter(number)}{FIRST_ROW + len(table.rows)}"
            define(book, sheet, cell, TOTAL, form.form_id, table.id, column.id)


def _protect(sheet: Worksheet, table: PrintedTable, language: str) -> None:
    sheet.auto_filter.ref = _cells(table, HEADER_ROW)
    if table.rows:
        refuse_typing(sheet, _cells(table, FIRST_ROW), language)
    unlock_from(sheet, len(table.columns) + 1)
    protect(sheet)


def _cells(table: PrintedTable, first_row: int) -> str:
    """From this row to the last of the table's."""
    return f"A{first_row}:{get_column_letter(len(table.columns))}{HEADER_ROW + len(table.rows)}"


def _put_unit_line(sheet: Worksheet, table: PrintedTable) -> None:
    cell = sheet.cell(UNIT_ROW, len(table.columns))
    if table.unit_line:
        cell.style = UNIT_LINE
        put_text(cell, table.unit_line, table.label)


def _texts(table: PrintedTable) -> list[list[str]]:
    """By column, the totals with the rows."""
    rows = (*table.rows, *((table.totals,) if table.totals else ()))
    return [[row[number].text for row in rows] for number in range(len(table.columns))]


def _fit_rows(sheet: Worksheet, table: PrintedTable, widths: Sequence[int]) -> list[int]:
    """Gives the rows their heights; returns how many lines each row of the table has."""
    headers = zip(table.columns, widths, strict=True)
    fit_row(sheet, HEADER_ROW, max(lines_of(header_text(column), width, bold=True) for column, width in headers))
    lines = [max(lines_of(value.text, width) for value, width in zip(row, widths, strict=True)) for row in table.rows]
    for row, count in enumerate(lines, FIRST_ROW):
        fit_row(sheet, row, count)
    return lines


def _remarks(table: PrintedTable, tall: bool, language: str) -> list[str]:
    empty = [] if table.rows else [NO_ROWS.in_language(language)]
    words = [IN_WORDS.filled(words=table.words).in_language(language)] if table.words else []
    remarks = [f"{remark.title}: {remark.text}" for remark in table.remarks]
    return [*empty, *words, *remarks, *([TALL_CELLS.in_language(language)] if tall else [])]


def _put_below(sheet: Worksheet, first_row: int, remarks: list[str], table: PrintedTable, width: int) -> None:
    """Lines as wide as the table."""
    for row, text in enumerate(remarks, first_row):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(table.columns))
        cell = sheet.cell(row, 1)
        cell.style = REMARK
        put_text(cell, text, table.label)
        fit_row(sheet, row, lines_of(text, width))
