"""What may be done in a sheet without thinking: sorting, filtering, widening, copying; what would only do harm may not.

There is never a password: it is against slips of the hand, not against people.
"""

from __future__ import annotations

from openpyxl.styles import Protection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from cbc_desktop.base.message import Message

FOR_READING = Message("Sổ này để đọc", "This workbook is for reading")
NOT_HERE = Message(
    "Sửa ở đây không làm thay đổi báo cáo. Bấm Hủy để giữ nguyên; muốn tính toán thêm, hãy ghi vào các cột trống bên "
    "phải hoặc chép sang tệp khác.",
    "Changes made here do not change the report. Press Cancel; to work on with the figures, write into the empty "
    "columns at the right or copy them into another file.",
)

_LAST_COLUMN = 16_384


def protect(sheet: Worksheet, *, free_rows: bool = False) -> None:
    """Locked cells cannot be typed into; ``free_rows``: rows may be added and deleted."""
    protection = sheet.protection
    protection.sheet = True
    protection.sort = protection.autoFilter = protection.formatColumns = protection.formatRows = False
    protection.formatCells = protection.insertColumns = False
    protection.insertRows = protection.deleteRows = not free_rows


def unlock_from(sheet: Worksheet, first_column: int) -> None:
    """Columns that nobody has asked for are free: for notes, and so that whole rows can be deleted."""
    dimension = sheet.column_dimensions[sheet.cell(1, first_column).column_letter]
    dimension.min, dimension.max = first_column, _LAST_COLUMN
    dimension.protection = Protection(locked=False)


def refuse_typing(sheet: Worksheet, cells: str, language: str) -> None:
    """For cells that must be unlocked because spreadsheets sort no locked ones: what is typed over them is refused."""
    sheet.add_data_validation(
        DataValidation(
            type="custom",
            formula1="FALSE",
            sqref=cells,
            errorStyle="stop",
            showErrorMessage=True,
            errorTitle=FOR_READING.in_language(language),
            error=NOT_HERE.in_language(language),
        )
    )
