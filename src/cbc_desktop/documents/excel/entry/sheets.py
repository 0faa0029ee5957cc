"""A table or a list of questions as a sheet to be filled in: keys hidden, headings locked, answers checked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from cbc_desktop.base.message import Message
from cbc_desktop.documents.excel.cells import put_text, put_value
from cbc_desktop.documents.excel.entry.book import (
    EntryAnswer,
    EntryKind,
    EntryLine,
    EntryList,
    EntryQuestion,
    EntryTable,
    EntryTicket,
)
from cbc_desktop.documents.excel.entry.checks import ListSheet, add_check
from cbc_desktop.documents.excel.entry.layout import (
    ANSWER,
    FIRST_ROW,
    HEADER_ROW,
    KEY_COLUMN,
    KEY_ROW,
    LIST,
    TABLE,
    address_key,
    key_of,
)
from cbc_desktop.documents.excel.entry.style import FORMATS, GREY, OPEN_TEXT, STYLES
from cbc_desktop.documents.excel.fit import column_widths, fit_row, lines_of
from cbc_desktop.documents.excel.protection import protect, unlock_from
from cbc_desktop.documents.excel.style import HEADER, SUBTITLE, TEXT, TITLE, freeze_above

SPARE_ROWS = 200
"""Empty rows below the last one that are ready to take answers."""
HOW = Message(
    "Điền vào ô trắng; ô xám chỉ để xem. Cột có dấu * là bắt buộc. Xem thêm trang “Huong dan”.",
    "Fill in the white cells; grey ones are for reading. * marks what is required. See the sheet “Guide”.",
)
QUESTION = Message("Câu hỏi", "Question")
REPLY = Message("Trả lời", "Answer")
UNIT = Message("Đơn vị", "Unit")
HINT = Message("Hướng dẫn", "Hint")

_LEAST_WIDTHS = {EntryKind.TEXT: 22, EntryKind.CHOICE: 18, EntryKind.CHOICES: 26, EntryKind.DATE: 14}
_LIST_WIDTHS = (64, 52, 14, 44)
_A4 = 9


def fill_table(
    book: Workbook, name: str, table: EntryTable, ticket: EntryTicket, lists: ListSheet, language: str
) -> None:
    sheet = _begun(book, name, table.title, ticket, language)
    put_text(sheet.cell(KEY_ROW, KEY_COLUMN), key_of(TABLE, table.repeat), table.title)
    last = FIRST_ROW - 1 + len(table.rows) + (SPARE_ROWS if table.free else 0)
    widths = _widths(table)
    for number, question in enumerate(table.columns, KEY_COLUMN + 1):
        width = widths[number - KEY_COLUMN - 1]
        _put_heading(sheet, number, question, width)
        answers = [row.answers[number - KEY_COLUMN - 1] for row in table.rows]
        _put_column(sheet, number, question, answers, last)
        _check_column(sheet, number, question, answers, last, lists, language)
    for number in range(FIRST_ROW, last + 1):
        sheet.cell(number, KEY_COLUMN).style = OPEN_TEXT  # a locked cell would forbid sorting
    for number, row in enumerate(table.rows, FIRST_ROW):
        put_text(sheet.cell(number, KEY_COLUMN), row.id, table.title)
        lines = max(lines_of(one.printed.text, width) for one, width in zip(row.answers, widths, strict=True))
        if lines > 1:  # a row of a given height no longer grows with what is typed
            fit_row(sheet, number, lines)
    headings = zip(table.columns, widths, strict=True)
    fit_row(sheet, HEADER_ROW, max(lines_of(heading(question), width - 2, bold=True) for question, width in headings))
    columns = KEY_COLUMN + len(table.columns)
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{get_column_letter(columns)}{last}"
    _finish(sheet, columns, free=table.free)
    sheet.freeze_panes = sheet.cell(FIRST_ROW, KEY_COLUMN + 2)  # what a row is about stays in sight


def fill_list(
    book: Workbook, name: str, entries: EntryList, ticket: EntryTicket, lists: ListSheet, language: str
) -> None:
    sheet = _begun(book, name, entries.title, ticket, language)
    put_text(sheet.cell(KEY_ROW, KEY_COLUMN), LIST, entries.title)
    put_text(sheet.cell(KEY_ROW, KEY_COLUMN + 2), ANSWER, entries.title)
    for number, (label, width) in enumerate(zip((QUESTION, REPLY, UNIT, HINT), _LIST_WIDTHS, strict=True), 2):
        cell = sheet.cell(HEADER_ROW, number)
        cell.style = HEADER
        put_text(cell, label.in_language(language), entries.title)
        sheet.column_dimensions[cell.column_letter].width = width
    for row, line in enumerate(entries.lines, FIRST_ROW):
        _put_line(sheet, row, line, lists, language)
    _finish(sheet, KEY_COLUMN + len(_LIST_WIDTHS), free=False)


def heading(question: EntryQuestion) -> str:
    label = f"{question.label} *" if question.required else question.label
    return f"{label}\n({question.unit})" if question.unit else label


def _begun(book: Workbook, name: str, title: str, ticket: EntryTicket, language: str) -> Worksheet:
    sheet = book.create_sheet(name)
    origin = f"{ticket.agency} – {ticket.form_title}"
    for row, (style, text) in enumerate(
        ((TITLE, title), (SUBTITLE, origin), (SUBTITLE, HOW.in_language(language))), start=1
    ):
        cell = sheet.cell(row, KEY_COLUMN + 1)
        cell.style = style
        put_text(cell, text, title)
    sheet.row_dimensions[KEY_ROW].hidden = True
    return sheet


def _put_heading(sheet: Worksheet, number: int, question: EntryQuestion, width: int) -> None:
    cell = sheet.cell(HEADER_ROW, number)
    cell.style = HEADER
    put_text(cell, heading(question), question.label)
    put_text(sheet.cell(KEY_ROW, number), question.path, question.label)
    sheet.column_dimensions[cell.column_letter].width = width


def _put_column(
    sheet: Worksheet, number: int, question: EntryQuestion, answers: Sequence[EntryAnswer], last: int
) -> None:
    for row, answer in enumerate(answers, FIRST_ROW):
        _put_answer(sheet.cell(row, number), question, answer)
    for row in range(FIRST_ROW + len(answers), last + 1):
        _style(sheet.cell(row, number), question, is_open=True)


def _put_answer(cell: Cell, question: EntryQuestion, answer: EntryAnswer) -> None:
    _style(cell, question, is_open=answer.open)
    put_value(cell, answer.printed, cell.number_format, question.label)


def _style(cell: Cell, question: EntryQuestion, *, is_open: bool) -> None:
    is_white = is_open and not question.readonly
    cell.style = STYLES.get(question.kind, OPEN_TEXT) if is_white else GREY
    cell.number_format = FORMATS.get(question.kind, "General") if is_white else "General"


def _check_column(
    sheet: Worksheet,
    number: int,
    question: EntryQuestion,
    answers: Sequence[EntryAnswer],
    last: int,
    lists: ListSheet,
    language: str,
) -> None:
    """One check for all rows that offer the same; rows that are new get what the question offers everywhere."""
    if question.readonly:
        return
    letter = get_column_letter(number)
    offered = [answer.choices or question.choices for answer in answers]
    offered += [question.choices] * (last + 1 - FIRST_ROW - len(answers))
    row = FIRST_ROW
    for choices, same in groupby(offered):
        behind = row + len(list(same))
        add_check(sheet, f"{letter}{row}:{letter}{behind - 1}", question, choices, lists, language)
        row = behind


def _put_line(sheet: Worksheet, row: int, line: EntryLine, lists: ListSheet, language: str) -> None:
    question = line.question
    put_text(sheet.cell(row, KEY_COLUMN), address_key(line.address), question.label)
    label = f"{question.label} *" if question.required else question.label
    for number, text in enumerate((label, "", question.unit, question.hint), KEY_COLUMN + 1):
        sheet.cell(row, number).style = TEXT
        put_text(sheet.cell(row, number), text, question.label)
    answer = sheet.cell(row, KEY_COLUMN + 2)
    _put_answer(answer, question, line.answer)
    choices = line.answer.choices or question.choices
    add_check(sheet, answer.coordinate, question, choices, lists, language)
    texts = (label, line.answer.printed.text, question.unit, question.hint)
    fit_row(sheet, row, max(lines_of(text, width) for text, width in zip(texts, _LIST_WIDTHS, strict=True)))


def _finish(sheet: Worksheet, columns: int, *, free: bool) -> None:
    sheet.column_dimensions[get_column_letter(KEY_COLUMN)].hidden = True
    freeze_above(sheet, FIRST_ROW)
    unlock_from(sheet, columns + 1)
    protect(sheet, free_rows=free)
    sheet.page_setup.paperSize, sheet.page_setup.orientation = _A4, "landscape"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0


def _widths(table: EntryTable) -> list[int]:
    columns = [[row.answers[number].printed.text for row in table.rows] for number in range(len(table.columns))]
    natural = column_widths(columns, [heading(question) for question in table.columns])
    least = (0 if question.readonly else _LEAST_WIDTHS.get(question.kind, 0) for question in table.columns)
    return [max(width, minimum) for width, minimum in zip(natural, least, strict=True)]
