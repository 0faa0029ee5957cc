"""Values into cells: numbers and dates typed, text never taken for a formula and never cut."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import TypeGuard

from openpyxl.cell import Cell

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.paper import in_a_cell, too_long
from cbc_desktop.documents.printed_form import PERCENT, PrintedValue, TypedValue, ValueKind

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
GENERAL = "General"
NUMERIC = (ValueKind.INTEGER, ValueKind.DECIMAL)

_FIRST_TRUE_DATE = date(1900, 3, 1)
"""Excel believes that 1900 was a leap year; earlier days would show as other days."""
_EXACT_DIGITS = 15
_TAKEN_FOR_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_NO_CELL_HOLDS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def put_text(cell: Cell, text: str, where: object) -> None:
    """``text`` as text, whatever it looks like; ``where``, as text, names the place if it cannot be held."""
    if not text:
        return
    require_holdable(text, where)
    cell.value = in_a_cell(text)
    cell.data_type = "s"
    if text.startswith(_TAKEN_FOR_FORMULA):
        cell.quotePrefix = True


def put_value(cell: Cell, printed: PrintedValue, number_format: str, where: object) -> None:
    """The typed value where a spreadsheet can keep it exactly, else what is printed; a blank stays empty."""
    shown_as = cell_format(printed, number_format)
    if shown_as != GENERAL:
        cell.number_format = shown_as
    put_content(cell, printed, where)


def put_content(cell: Cell, printed: PrintedValue, where: object) -> None:
    """As ``put_value``, into a cell that has its format."""
    if printed.blank:
        return
    if (number := cell_number(printed)) is not None:
        cell.value = number
    elif holds_day(printed.value):
        cell.value = as_told_in_vietnam(printed.value)
    else:
        put_text(cell, printed.text, where)


def cell_format(printed: PrintedValue, number_format: str) -> str:
    """The number format of the value's cell; ``number_format`` is that of numbers around it."""
    if printed.blank:
        return GENERAL
    if is_number(printed):
        return number_format
    if holds_day(printed.value):
        return MOMENT_FORMAT if isinstance(printed.value, datetime) else DATE_FORMAT
    return TEXT_FORMAT if printed.kind is ValueKind.CODE else GENERAL


def require_holdable(text: str, where: object) -> None:
    """Raises UserFacingError, naming the place, for text that a cell would change or cut."""
    unholdable = _NO_CELL_HOLDS.search(text)
    if unholdable:
        raise UserFacingError(CONTROL_CHARACTER.filled(where=where, code=f"U+{ord(unholdable.group()):04X}"))
    if too_long(text):
        raise UserFacingError(TOO_LONG.filled(where=where))


def without_unholdable(text: str) -> str:
    """With a replacement character for each that no cell holds."""
    return _NO_CELL_HOLDS.sub("\N{REPLACEMENT CHARACTER}", text)


def is_number(printed: PrintedValue) -> bool:
    """Whether the cell holds a number."""
    return cell_number(printed) is not None


def cell_number(printed: PrintedValue) -> int | Decimal | None:
    """The number of its cell; None also for figures that a double (15 digits) would change: they stay text."""
    value = printed.value
    if printed.kind not in NUMERIC or not isinstance(value, int | Decimal) or len(_digits(value)) > _EXACT_DIGITS:
        return None
    return value


def as_share(printed: PrintedValue) -> PrintedValue:
    """12.5 of a question whose unit is "%" is 0.125 for a spreadsheet, which shows it as 12.5%."""
    number = cell_number(printed)
    return printed if number is None else replace(printed, value=Decimal(number) / 100)


def format_for(values: Iterable[PrintedValue], unit: str = "") -> str:
    """One number format for values that stand together: as many decimals as the most exact one needs.

    Figures printed without separators (a year) get none here either; values in percent are still as they are printed.
    """
    numbers = [printed for printed in values if is_number(printed)]
    if any(printed.text.isdigit() and len(printed.text) > 3 for printed in numbers):
        return "0"
    places = max((_decimal_places(printed.value) for printed in numbers), default=0)
    return "#,##0" + ("." + "0" * places if places else "") + (PERCENT if unit == PERCENT else "")


def _digits(number: int | Decimal) -> str:
    return format(Decimal(number).copy_abs(), "f").replace(".", "").strip("0")


def _decimal_places(number: TypedValue) -> int:
    exponent = number.as_tuple().exponent if isinstance(number, Decimal) else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def holds_day(value: TypedValue) -> TypeGuard[date]:
    """Of those that Excel's calendar has."""
    return isinstance(value, date) and (value.date() if isinstance(value, datetime) else value) >= _FIRST_TRUE_DATE


def as_told_in_vietnam(value: date) -> date:
    """Spreadsheets know no time zones: a moment is told in Vietnam's."""
    if isinstance(value, datetime) and value.tzinfo:
        return value.astimezone(VIETNAM).replace(tzinfo=None)
    return value
