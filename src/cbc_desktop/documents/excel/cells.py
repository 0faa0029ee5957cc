"""Values into cells: numbers and dates typed, text never taken for a formula and never cut."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from openpyxl.cell import Cell

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.paper import in_a_cell, too_long
from cbc_desktop.documents.printed_form import PrintedValue, TypedValue, ValueKind

CONTROL_CHARACTER = Message(
    "“{where}” có ký tự ẩn (mã {code}) mà tệp Excel không chứa được, thường do dán từ chương trình khác. Hãy mở mục "
    "này, xóa đoạn chữ đó, gõ lại rồi xuất lại; số liệu đã nhập không bị mất.",
    "“{where}” holds a hidden character ({code}) that an Excel file cannot hold; it usually comes from pasting. Open "
    "this place, delete that piece of text, type it again and export again; nothing that was entered is lost.",
)
TOO_LONG = Message(
    "Nội dung của “{where}” quá dài: một ô Excel chỉ chứa được 32.767 ký tự. Hãy rút gọn hoặc chuyển bớt sang tệp gửi "
    "kèm rồi xuất lại; số liệu đã nhập không bị mất.",
    "The text of “{where}” is too long: an Excel cell holds 32,767 characters. Shorten it or move part of it to an "
    "attached file and export again; nothing that was entered is lost.",
)

DATE_FORMAT = "dd/mm/yyyy"
MOMENT_FORMAT = "dd/mm/yyyy hh:mm:ss"
TEXT_FORMAT = "@"

_FIRST_TRUE_DATE = date(1900, 3, 1)
"""Excel believes that 1900 was a leap year; earlier days would show as other days."""
_EXACT_DIGITS = 15
_TAKEN_FOR_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_NO_CELL_HOLDS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def put_text(cell: Cell, text: str, where: str) -> None:
    """``text`` as text, whatever it looks like; ``where`` names the place for the person if it cannot be held."""
    if not text:
        return
    require_holdable(text, where)
    cell.value = in_a_cell(text)
    cell.data_type = "s"
    if text.startswith(_TAKEN_FOR_FORMULA):
        cell.quotePrefix = True


def put_value(cell: Cell, printed: PrintedValue, number_format: str, where: str) -> None:
    """The typed value where a spreadsheet can keep it exactly, else what is printed; a blank stays empty."""
    if printed.blank:
        return
    if is_number(printed):
        cell.value = printed.value
        cell.number_format = number_format
    elif isinstance(printed.value, date) and _as_day(printed.value) >= _FIRST_TRUE_DATE:
        cell.value = _as_told_in_vietnam(printed.value)
        cell.number_format = MOMENT_FORMAT if isinstance(printed.value, datetime) else DATE_FORMAT
    else:
        put_text(cell, printed.text, where)
        if printed.kind is ValueKind.CODE:
            cell.number_format = TEXT_FORMAT


def require_holdable(text: str, where: str) -> None:
    """Raises UserFacingError, naming the place, for text that a cell would change or cut."""
    unholdable = _NO_CELL_HOLDS.search(text)
    if unholdable:
        raise UserFacingError(CONTROL_CHARACTER.filled(where=where, code=f"U+{ord(unholdable.group()):04X}"))
    if too_long(text):
        raise UserFacingError(TOO_LONG.filled(where=where))


def is_number(printed: PrintedValue) -> bool:
    """Whether the cell holds a number: figures that a double (15 digits) would change stay text."""
    return (
        printed.kind in (ValueKind.INTEGER, ValueKind.DECIMAL)
        and isinstance(printed.value, int | Decimal)
        and len(_digits(printed.value)) <= _EXACT_DIGITS
    )


def format_for(values: Iterable[PrintedValue]) -> str:
    """One number format for values that stand together: as many decimals as the most exact one needs.

    Figures printed without separators (a year) get none here either.
    """
    numbers = [printed for printed in values if is_number(printed)]
    if any(printed.text.isdigit() and len(printed.text) > 3 for printed in numbers):
        return "0"
    places = max((_decimal_places(printed.value) for printed in numbers), default=0)
    return "#,##0" + ("." + "0" * places if places else "")


def _digits(number: int | Decimal) -> str:
    return format(Decimal(number).copy_abs(), "f").replace(".", "").strip("0")


def _decimal_places(number: TypedValue) -> int:
    exponent = number.as_tuple().exponent if isinstance(number, Decimal) else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _as_day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _as_told_in_vietnam(value: date) -> date:
    """Spreadsheets know no time zones: a moment is told in Vietnam's."""
    if isinstance(value, datetime) and value.tzinfo:
        return value.astimezone(VIETNAM).replace(tzinfo=None)
    return value
