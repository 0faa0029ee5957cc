"""The checks that the spreadsheet itself makes: drop-down lists, numbers and dates, each with a sentence that helps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from cbc_desktop.base.message import Message
from cbc_desktop.documents.excel.cells import put_text
from cbc_desktop.documents.excel.entry.book import EntryKind, EntryQuestion

CHOOSE = Message("Chọn trong danh sách.", "Choose from the list.")
NOT_IN_LIST = Message(
    "Câu trả lời phải là một mục trong danh sách. Bấm mũi tên ở góc ô để chọn, hoặc để trống.",
    "The answer must be an entry of the list. Press the arrow at the cell to choose, or leave it empty.",
)
SEVERAL = Message(
    "Có thể ghi nhiều mục, cách nhau bằng dấu chấm phẩy (;). Các mục nằm ở trang “Huong dan”.",
    "Several entries may be given, with semicolons (;) between. They are listed on the sheet “Guide”.",
)
WHOLE = Message(
    "Cần một số nguyên, ví dụ 1200. Không gõ dấu chấm ngăn cách hàng nghìn và đơn vị tính.",
    "A whole number is needed, such as 1200, without separators and units.",
)
FIGURE = Message(
    "Cần một số, ví dụ 1200 hoặc 12,5. Nếu đã ghi đúng thì vẫn chọn tiếp tục được.",
    "A number is needed, such as 1200 or 12.5. If it is right, you may go on all the same.",
)
DAY = Message(
    "Cần ngày/tháng/năm, ví dụ 25/3/2022. Nếu máy không nhận ra mà ngày đã đúng thì vẫn chọn tiếp tục được.",
    "Day/month/year is needed, such as 25/3/2022. If it is right but not recognised, you may go on all the same.",
)

_LONGEST_PROMPT, _LONGEST_TITLE = 255, 32
"""Characters that Excel takes: [MS-XLSB] 2.4.349; a longer one makes the file unreadable for it."""
_LARGEST = 10**15

_STOP, _WARN = "stop", "warning"


@dataclass(frozen=True, slots=True)
class _Check:
    told: Message
    style: str
    settings: Mapping[str, str] = field(default_factory=dict)


_CHECKS: Mapping[EntryKind, _Check] = {
    EntryKind.INTEGER: _Check(
        WHOLE, _STOP, {"type": "whole", "operator": "between", "formula1": f"-{_LARGEST}", "formula2": f"{_LARGEST}"}
    ),
    EntryKind.YEAR: _Check(
        WHOLE, _STOP, {"type": "whole", "operator": "between", "formula1": "1900", "formula2": "2200"}
    ),
    EntryKind.DECIMAL: _Check(
        FIGURE,
        _WARN,
        {"type": "decimal", "operator": "between", "formula1": f"-{_LARGEST}", "formula2": f"{_LARGEST}"},
    ),
    EntryKind.DATE: _Check(DAY, _WARN, {"type": "date", "operator": "greaterThan", "formula1": "1"}),
    EntryKind.CHOICES: _Check(SEVERAL, _STOP),
}


class ListSheet:
    """The hidden sheet from which drop-down lists take their entries; each list is there once."""

    def __init__(self, book: Workbook, name: str) -> None:
        self.sheet = book.create_sheet(name)
        self.sheet.sheet_state = "hidden"
        self._columns: dict[tuple[str, ...], int] = {}

    def formula(self, choices: tuple[str, ...]) -> str:
        """A reference to the cells with these entries."""
        if choices not in self._columns:
            self._columns[choices] = len(self._columns) + 1
            for row, choice in enumerate(choices, 1):
                put_text(self.sheet.cell(row, self._columns[choices]), choice, choice)
        letter = get_column_letter(self._columns[choices])
        return f"{quote_sheetname(self.sheet.title)}!${letter}$1:${letter}${len(choices)}"


def add_check(
    sheet: Worksheet, cells: str, question: EntryQuestion, choices: tuple[str, ...], lists: ListSheet, language: str
) -> None:
    """``cells`` is a range, such as ``C6:C40``; text of which nothing is to be said needs no check."""
    check = _CHECKS.get(question.kind, _Check(CHOOSE, _STOP))
    validation = DataValidation(sqref=cells, allow_blank=True, errorStyle=check.style, **check.settings)
    if question.kind is EntryKind.CHOICE and choices:
        validation.type, validation.formula1 = "list", lists.formula(choices)
    _tell(validation, question, check.told if question.kind in _CHECKS or choices else None, language)
    if validation.type is not None or validation.showInputMessage:
        sheet.add_data_validation(validation)


def _tell(validation: DataValidation, question: EntryQuestion, told: Message | None, language: str) -> None:
    said = [question.hint, told.in_language(language) if told else ""]
    error = NOT_IN_LIST if validation.type == "list" else told
    if error is not None and validation.type is not None:
        validation.showErrorMessage = True
        validation.errorTitle = _cut(question.label, _LONGEST_TITLE)
        validation.error = _cut(error.in_language(language), _LONGEST_PROMPT)
    if any(said):
        validation.showInputMessage = True
        validation.promptTitle = _cut(question.label, _LONGEST_TITLE)
        validation.prompt = _cut("\n".join(filter(None, said)), _LONGEST_PROMPT)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
