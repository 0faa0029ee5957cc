"""The first sheet: whose workbook this is, how it matches the signed document, and what is where."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.message import Message
from cbc_desktop.documents.excel.cells import put_text
from cbc_desktop.documents.excel.defined_names import CONTENT_DIGEST, define
from cbc_desktop.documents.excel.fit import fit_row, lines_of
from cbc_desktop.documents.excel.links import lead_to
from cbc_desktop.documents.excel.plan import ANSWERS, PlannedSheet, guide_name
from cbc_desktop.documents.excel.protection import protect
from cbc_desktop.documents.excel.style import (
    CENTRED,
    HEADER,
    LINK,
    MARK,
    SECTION,
    SUBTITLE,
    TEXT,
    TITLE,
    marks,
    set_up_page,
)
from cbc_desktop.documents.printed_form import PrintedAnswer, PrintedDossier

HEADING = Message("Hướng dẫn, thông tin gói", "Guide and facts of the package")
AGENCY = Message("Cơ quan báo cáo", "Reporting agency")
CAMPAIGN = Message("Trả lời văn bản số", "Answers letter number")
REVISION = Message("Lần lập", "Revision")
STATE = Message("Trạng thái", "State")
FINAL = Message("Đã chốt số liệu", "Finalised")
FINALISED = Message("Thời điểm hoàn tất (giờ Việt Nam)", "Finalised at (Vietnam time)")
DIGEST = Message("Mã nội dung (SHA-256)", "Content digest (SHA-256)")
HOW_TO_READ = Message("Cách đọc tệp này", "How to read this file")
RULES = (
    Message(
        "Tệp này chứa cùng nội dung với văn bản PDF đã ký trong gói. Nếu có khác nhau thì văn bản PDF là căn cứ; sửa ở "
        "đây không làm thay đổi báo cáo.",
        "This file holds the same content as the signed PDF of the package. Where they differ, the PDF counts; changes "
        "made here do not change the report.",
    ),
    Message(
        "Mã nội dung ở trên và ở chân mỗi trang phải trùng với mã in ở chân trang của văn bản PDF.",
        "The content digest above and at the foot of each page must be the one printed at the foot of the PDF.",
    ),
    Message(
        "Bấm vào tên trang tính ở dưới để mở trang đó; bấm vào dòng chữ nghiêng ở đầu mỗi trang để quay lại đây.",
        "Click the name of a sheet below to open it, and the line in italics at the head of each sheet to come back.",
    ),
    Message(
        "Ô để trống là chưa trả lời; số 0 nghĩa là bằng không. Số và ngày là số và ngày thật, có thể cộng, lọc, sắp "
        "xếp; mã và số điện thoại là chữ.",
        "An empty cell is not answered; 0 means zero. Numbers and dates are real ones that can be added, filtered and "
        "sorted; codes and telephone numbers are text.",
    ),
    Message(
        "Các ô được khóa để khỏi sửa nhầm, không có mật khẩu; vẫn lọc, sắp xếp, chép, đổi độ rộng cột và ghi chú ở các "
        "cột trống bên phải được. Dòng cộng là công thức; tên các bảng, dòng cộng và mã nội dung có trong danh sách "
        "tên (Name Manager).",
        "Cells are locked against slips of the hand, without a password; filtering, sorting, copying, widening and "
        "notes in the empty columns at the right are free. Totals are formulas; tables, totals and the content digest "
        "have names (Name Manager).",
    ),
    Message(
        "Các trang ẩn có tên bắt đầu bằng “data” dành cho phần mềm: mỗi biểu mẫu và mỗi bảng một trang, trang “data” "
        "là mục lục.",
        "Hidden sheets whose names begin with “data” are for programs: one for each form and each table; “data” is "
        "their index.",
    ),
)
COLUMNS = (
    (Message("TT", "No."), 7),
    (Message("Trang tính", "Sheet"), 36),
    (Message("Nội dung", "Content"), 90),
    (Message("Số dòng", "Rows"), 12),
)
_NUMBER, _NAME, _CONTENT, _ROWS = range(1, len(COLUMNS) + 1)


def fill_guide(book: Workbook, dossier: PrintedDossier, plan: tuple[PlannedSheet, ...]) -> None:
    sheet = book.create_sheet(guide_name(dossier.language))
    set_up_page(sheet, dossier)
    sheet.sheet_view.showGridLines = False
    for column, (_, width) in zip("ABCD", COLUMNS, strict=True):
        sheet.column_dimensions[column].width = width
    row = _put_title(sheet, dossier)
    row = _put_facts(sheet, row, dossier)
    row = _put_rules(sheet, row + 1, dossier.language)
    _put_sheets(sheet, row + 1, plan, dossier.language)
    protect(sheet)


def _put_title(sheet: Worksheet, dossier: PrintedDossier) -> int:
    lines = (
        (TITLE, dossier.title),
        (SUBTITLE, HEADING.in_language(dossier.language)),
        (MARK, marks(dossier)),
    )
    for row, (style, text) in enumerate(lines, 1):
        _put(sheet, row, 1, style, text)
    return len(lines) + 1 + bool(marks(dossier))


def _put_facts(sheet: Worksheet, row: int, dossier: PrintedDossier) -> int:
    facts = (
        (AGENCY, dossier.agency),
        (CAMPAIGN, dossier.campaign),
        (REVISION, str(dossier.revision)),
        (STATE, _state(dossier)),
        (FINALISED, f"{dossier.finalised_at.astimezone(VIETNAM):%d/%m/%Y %H:%M:%S}"),
        (DIGEST, str(dossier.content_digest)),
    )
    define(sheet.parent, sheet, f"{get_column_letter(_CONTENT)}{row + len(facts) - 1}", CONTENT_DIGEST)
    for number, (label, text) in enumerate(facts, row):
        _put(sheet, number, _NAME, SECTION, label.in_language(dossier.language))
        _put(sheet, number, _CONTENT, TEXT, text)
        fit_row(sheet, number, lines_of(text, COLUMNS[_CONTENT - 1][1]))
    return row + len(facts)


def _state(dossier: PrintedDossier) -> str:
    """A draft says that itself; what was finalised may still be for practice only."""
    said = [*([] if dossier.draft else [FINAL.in_language(dossier.language)]), marks(dossier)]
    return " - ".join(filter(None, said))


def _put_rules(sheet: Worksheet, row: int, language: str) -> int:
    for number, rule in enumerate(RULES, row):
        _put(sheet, number, _NAME, SECTION, HOW_TO_READ.in_language(language) if number == row else "")
        _put(sheet, number, _CONTENT, TEXT, rule.in_language(language))
        fit_row(sheet, number, lines_of(rule.in_language(language), COLUMNS[_CONTENT - 1][1]))
    return row + len(RULES)


def _put_sheets(sheet: Worksheet, row: int, plan: tuple[PlannedSheet, ...], language: str) -> None:
    for column, (label, _) in enumerate(COLUMNS, 1):
        _put(sheet, row, column, HEADER, label.in_language(language))
    fit_row(sheet, row, 1)
    for number, planned in enumerate(plan, 1):
        content, rows = _described(planned, language)
        _put_number(sheet, row + number, _NUMBER, number)
        _put(sheet, row + number, _NAME, LINK, planned.name)
        lead_to(sheet.cell(row + number, _NAME), planned.name)
        _put(sheet, row + number, _CONTENT, TEXT, content)
        fit_row(sheet, row + number, lines_of(content, COLUMNS[_CONTENT - 1][1]))
        _put_number(sheet, row + number, _ROWS, rows)


def _described(planned: PlannedSheet, language: str) -> tuple[str, int]:
    """What the sheet holds, and how many answers or rows."""
    if planned.table:
        return planned.table.label, len(planned.table.rows)
    answers = sum(isinstance(block, PrintedAnswer) for block in planned.form.blocks)
    return f"{ANSWERS.in_language(language)}: {planned.form.title}", answers


def _put(sheet: Worksheet, row: int, column: int, style: str, text: str) -> None:
    cell = sheet.cell(row, column)
    cell.style = style
    put_text(cell, text, HEADING.vi)


def _put_number(sheet: Worksheet, row: int, column: int, number: int) -> None:
    cell = sheet.cell(row, column)
    cell.style = CENTRED
    cell.value = number
