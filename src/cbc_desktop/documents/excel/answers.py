"""A form's single answers as a sheet, in the order of the form; a table appears as a line that says where it is."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from cbc_desktop.base.message import Message
from cbc_desktop.documents.excel.cells import as_share, format_for, is_number, put_text, put_value
from cbc_desktop.documents.excel.fit import LINES_SHOWN, fit_row, lines_of
from cbc_desktop.documents.excel.heading import FIRST_ROW, HEADER_ROW, put_heading
from cbc_desktop.documents.excel.links import lead_to
from cbc_desktop.documents.excel.plan import PlannedSheet
from cbc_desktop.documents.excel.protection import protect, unlock_from
from cbc_desktop.documents.excel.style import (
    HEADER,
    LINK,
    NUMBER,
    SECTION,
    TEXT,
    freeze_above,
    set_up_page,
)
from cbc_desktop.documents.printed_form import PERCENT, PrintedAnswer, PrintedDossier, PrintedHeading, PrintedTable

IN_WORDS = Message("Bằng chữ: {words}", "In words: {words}")
SEE_SHEET = Message("Xem trang tính “{sheet}” ({rows} dòng)", "See sheet “{sheet}” (rows: {rows})")

_COLUMNS = (
    (Message("Mã", "Code"), 14),
    (Message("Câu hỏi", "Question"), 52),
    (Message("Trả lời", "Answer"), 64),
    (Message("Đơn vị", "Unit"), 14),
    (Message("Ghi chú/Giải trình", "Note/Explanation"), 46),
)
_ID, _LABEL, _ANSWER, _UNIT, _REMARKS = range(1, len(_COLUMNS) + 1)


def fill_answers(
    book: Workbook, dossier: PrintedDossier, planned: PlannedSheet, plan: tuple[PlannedSheet, ...]
) -> None:
    sheet = book.create_sheet(planned.name)
    set_up_page(sheet, dossier)
    put_heading(sheet, dossier, planned, planned.form.title)
    _put_header(sheet, dossier.language)
    row = FIRST_ROW
    for block in planned.form.blocks:
        match block:
            case PrintedHeading():
                _put_section(sheet, row, block)
                row += 1
            case PrintedTable():
                _put_reference(sheet, row, block, _sheet_name(plan, planned, block), dossier.language)
                row += 1
            case PrintedAnswer():
                row += _put_answer(sheet, row, block, dossier.language)
    unlock_from(sheet, len(_COLUMNS) + 1)
    protect(sheet)


def _put_header(sheet: Worksheet, language: str) -> None:
    for number, (label, width) in enumerate(_COLUMNS, 1):
        cell = sheet.cell(HEADER_ROW, number)
        cell.style = HEADER
        put_text(cell, label.in_language(language), sheet.title)
        sheet.column_dimensions[cell.column_letter].width = width
    fit_row(sheet, HEADER_ROW, 1)
    freeze_above(sheet, FIRST_ROW)


def _put_section(sheet: Worksheet, row: int, heading: PrintedHeading) -> None:
    _style_row(sheet, row, SECTION)
    put_text(sheet.cell(row, _LABEL), heading.text, heading.text)
    fit_row(sheet, row, lines_of(heading.text, _width(_LABEL), bold=True))


def _put_reference(sheet: Worksheet, row: int, table: PrintedTable, name: str, language: str) -> None:
    _style_row(sheet, row, TEXT)
    sheet.cell(row, _ANSWER).style = LINK
    lead_to(sheet.cell(row, _ANSWER), name)
    reference = SEE_SHEET.filled(sheet=name, rows=len(table.rows)).in_language(language)
    _put_texts(sheet, row, {_ID: table.id, _LABEL: table.label, _ANSWER: reference}, table.label)
    fit_row(sheet, row, lines_of(table.label, _width(_LABEL)))


def _sheet_name(plan: tuple[PlannedSheet, ...], planned: PlannedSheet, table: PrintedTable) -> str:
    return next(other.name for other in plan if other.form is planned.form and other.table is table)


def _put_answer(sheet: Worksheet, row: int, answer: PrintedAnswer, language: str) -> int:
    """Fills the answer's line; returns how many rows it takes."""
    _style_row(sheet, row, TEXT)
    cell = sheet.cell(row, _ANSWER)
    cell.style = NUMBER if is_number(answer.value) else TEXT
    value = as_share(answer.value) if answer.unit == PERCENT else answer.value
    put_value(cell, value, format_for((answer.value,), answer.unit), answer.label)
    texts = {_ID: answer.id, _LABEL: answer.label, _UNIT: answer.unit, _REMARKS: _remarks(answer, language)}
    _put_texts(sheet, row, texts, answer.label)
    texts[_ANSWER] = answer.value.text
    return _spread(sheet, row, max(lines_of(text, _width(column)) for column, text in texts.items()))


def _remarks(answer: PrintedAnswer, language: str) -> str:
    words = [IN_WORDS.filled(words=answer.words).in_language(language)] if answer.words else []
    return "\n".join([*words, *(f"{remark.title}: {remark.text}" for remark in answer.remarks)])


def _spread(sheet: Worksheet, row: int, lines: int) -> int:
    """An answer higher than the highest row of Excel is spread over several merged rows, so that all of it shows."""
    rows = ceil(lines / LINES_SHOWN)
    for number in range(row, row + rows):
        fit_row(sheet, number, ceil(lines / rows))
    if rows > 1:
        for column in range(1, len(_COLUMNS) + 1):
            sheet.merge_cells(start_row=row, end_row=row + rows - 1, start_column=column, end_column=column)
    return rows


def _put_texts(sheet: Worksheet, row: int, texts: Mapping[int, str], where: str) -> None:
    for column, text in texts.items():
        put_text(sheet.cell(row, column), text, where)


def _style_row(sheet: Worksheet, row: int, style: str) -> None:
    for column in range(1, len(_COLUMNS) + 1):
        sheet.cell(row, column).style = style


def _width(column: int) -> int:
    return _COLUMNS[column - 1][1]
