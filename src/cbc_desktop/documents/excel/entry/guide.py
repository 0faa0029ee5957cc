"""The first sheet of an entry workbook: who asks for what, how to fill it in, and the entries of long lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.message import Message
from cbc_desktop.documents.excel.cells import put_text
from cbc_desktop.documents.excel.entry.book import EntryBook, EntryKind, EntryQuestion, EntrySheet, EntryTable
from cbc_desktop.documents.excel.fit import fit_row, lines_of
from cbc_desktop.documents.excel.style import SECTION, SUBTITLE, TEXT, TITLE

HEADING = Message("Phiếu nhập liệu: {title}", "Entry sheet: {title}")
ASKS = Message("Cơ quan tổng hợp", "Agency that gathers")
CAMPAIGN = Message("Đợt khảo sát", "Campaign")
FORM = Message("Biểu mẫu", "Form")
MADE = Message("Tạo lúc", "Made")
MADE_TEXT = Message("{made}, người tạo: {by}", "{made}, by {by}")
SHEETS = Message("Trang cần điền", "Sheets to fill in")
HOW = Message("Cách điền", "How to fill in")
LISTS = Message("Danh mục được ghi nhiều mục", "Lists of which several entries may be given")
STEPS = (
    Message(
        "1. Chỉ điền vào các ô trắng. Ô xám để xem; sửa ô xám sẽ không được lấy về. Dấu * là mục bắt buộc.",
        "1. Fill in the white cells only. Grey cells are for reading; what is changed there is not taken. * means "
        "required.",
    ),
    Message(
        "2. Bảng: mỗi dòng là một bản ghi. Dòng mới thì điền tiếp vào dòng trống bên dưới; có thể sắp xếp, lọc, thêm "
        "cột ghi chú riêng ở bên phải.",
        "2. Tables: one record a row. New ones go into the empty rows below; you may sort, filter, and add columns of "
        "your own at the right.",
    ),
    Message(
        "3. Chưa có số liệu thì để trống; số 0 nghĩa là bằng không.",
        "3. Leave empty what is not known; 0 means zero.",
    ),
    Message(
        "4. Không xóa các trang và các cột ẩn: nhờ chúng mà số liệu được nhận lại đúng chỗ. Lưu ở dạng .xlsx.",
        "4. Do not delete hidden sheets and columns: through them the answers find their places. Save as .xlsx.",
    ),
    Message(
        "5. Điền xong, gửi lại tệp này cho cơ quan tổng hợp. Không ghi thông tin thuộc bí mật nhà nước vào tệp.",
        "5. When done, send this file back to the agency that gathers. Write no state secrets into it.",
    ),
)

_WIDTHS = {"A": 34, "B": 110}
Line = tuple[str, str, str, str]
"""The styles of the two cells, then their texts."""


def fill_guide(book: Workbook, name: str, entry: EntryBook, sheet_names: Sequence[str], language: str) -> None:
    sheet = book.create_sheet(name)
    sheet.sheet_view.showGridLines = False
    for column, width in _WIDTHS.items():
        sheet.column_dimensions[column].width = width
    _put(sheet, 1, (TITLE, "", HEADING.filled(title=entry.ticket.title).in_language(language), ""))
    _put(sheet, 2, (SUBTITLE, "", STEPS[-1].in_language(language).partition(" ")[2], ""))
    for row, line in enumerate(_lines(entry, sheet_names, language), 4):
        _put(sheet, row, line)
        fit_row(sheet, row, max(lines_of(line[2], _WIDTHS["A"], bold=True), lines_of(line[3], _WIDTHS["B"])))
    sheet.protection.sheet = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _lines(entry: EntryBook, sheet_names: Sequence[str], language: str) -> Iterator[Line]:
    ticket = entry.ticket
    moment = f"{ticket.made.astimezone(VIETNAM):%d/%m/%Y %H:%M}"
    made = MADE_TEXT.filled(made=moment, by=ticket.made_by).in_language(language)
    facts = ((ASKS, ticket.agency), (CAMPAIGN, ticket.campaign), (FORM, ticket.form_title), (MADE, made))
    for label, text in facts:
        yield SECTION, TEXT, label.in_language(language), text
    yield from _titled(HOW.in_language(language), [step.in_language(language) for step in STEPS])
    sheets = [f"{name}: {sheet.title}" for name, sheet in zip(sheet_names, entry.sheets, strict=True)]
    yield from _titled(SHEETS.in_language(language), sheets)
    several = [f"{question.label}: {'; '.join(question.choices)}" for question in _several(entry.sheets)]
    yield from _titled(LISTS.in_language(language), several)


def _titled(title: str, texts: Sequence[str]) -> Iterator[Line]:
    for number, text in enumerate(texts):
        yield SECTION, TEXT, "" if number else title, text


def _several(sheets: Sequence[EntrySheet]) -> Iterator[EntryQuestion]:
    for sheet in sheets:
        questions = sheet.columns if isinstance(sheet, EntryTable) else [line.question for line in sheet.lines]
        yield from (one for one in questions if one.kind is EntryKind.CHOICES and one.choices and not one.readonly)


def _put(sheet: Worksheet, row: int, line: Line) -> None:
    for column, (style, text) in enumerate(zip(line[:2], line[2:], strict=True), 1):
        if style:
            cell = sheet.cell(row, column)
            cell.style = style
            put_text(cell, text, line[2])
