"""What stands in somebody's workbook or CSV file, as a person sees it: texts by sheet, row and column.

Numbers are read the Vietnamese way (``1.234,5``), dates as ``09/03/2022``, formulas as what they last gave. Texts in
merged cells stand in each of them, so that a heading over three columns is found over each. The file is only read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.system_reasons import reason_of
from cbc_desktop.base.text import keepable
from cbc_desktop.documents.excel.csv_reading import csv_rows
from cbc_desktop.documents.excel.strangers import require_harmless
from cbc_desktop.documents.vietnamese import date_text, number_text

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS, MOST_ROOM = 100_000, 500, 3_000_000
"""Of a sheet: its last row and column with a text, and the cells up to there, empty ones included."""
MOST_MERGED = 5_000
"""Cells of one merged area that are filled; larger ones are decoration."""

TOO_LARGE = Message(
    "Tệp “{name}” lớn quá 20 MB nên không được đọc. Hãy lưu riêng bảng cần lấy vào một tệp mới rồi chọn lại.",
    "The file “{name}” is larger than 20 MB and was not read. Save the table alone in a new file and choose that.",
)
TOO_MANY_CELLS = Message(
    "Trang tính “{sheet}” của tệp “{name}” có chữ ở quá dòng {rows} hoặc quá cột {columns} nên không được đọc. Hãy "
    "chép riêng bảng cần lấy sang một tệp mới rồi chọn lại.",
    "The sheet “{sheet}” of “{name}” goes beyond row {rows} or column {columns} and was not read. Copy the table alone "
    "into a new file and choose that.",
)
DAMAGED = Message(
    "Không đọc được tệp “{name}”: tệp bị hỏng hoặc không phải là sổ tính Excel. Hãy mở tệp bằng Excel hoặc "
    "LibreOffice, lưu lại dạng .xlsx rồi chọn lại.",
    "The file “{name}” cannot be read: it is damaged or no Excel workbook. Open it in Excel or LibreOffice, save it as "
    ".xlsx and choose it again.",
)

NOT_READ = Message(
    "Không đọc được tệp “{path}” ({reason}). Hãy đóng tệp nếu đang mở, hoặc chép tệp về máy rồi chọn lại.",
    "The file “{path}” cannot be read ({reason}). Close it if it is open, or copy it to this computer and choose it "
    "again.",
)
EMPTY = Message(
    "Tệp “{name}” trống: không có dòng nào. Hãy chọn tệp có bảng cần lấy.",
    "The file “{name}” is empty: there is no row in it. Choose the file with the table.",
)

_PLAIN_FORMATS = ("General", "0", "@")
_SHOWN_DIGITS = ".15g"
"""As many digits as a spreadsheet shows of a number; the rest is noise of the arithmetic."""


@dataclass(frozen=True, slots=True)
class SheetTexts:
    """``rows[0]`` is the sheet's row 1; all rows are equally long, empty ones at the end left out.

    ``hidden_rows`` are the numbers, from 1, of rows that a person does not see in the file; they are among ``rows``.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()


def table_file(path: Path) -> bytes:
    """The file's bytes for ``read_tables``; UserFacingError when it is too large, or cannot be read."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserFacingError(TOO_LARGE.filled(name=path.name))
        return path.read_bytes()
    except OSError as error:
        raise UserFacingError(NOT_READ.filled(path=path, reason=reason_of(error))) from error


def read_tables(content: bytes, name: str) -> tuple[SheetTexts, ...]:
    """The sheets of an .xlsx file, or the one table of a CSV file; ``name`` is the file's, for the person.

    Raises UserFacingError for what is empty, too large, damaged, protected by a password or of another kind.
    """
    if len(content) > MOST_BYTES:
        raise UserFacingError(TOO_LARGE.filled(name=name))
    sheets = _workbook_tables(content, name) if require_harmless(content, name) else (_csv_table(content, name),)
    if not any(sheet.rows for sheet in sheets):
        raise UserFacingError(EMPTY.filled(name=name))
    return sheets


def _csv_table(content: bytes, name: str) -> SheetTexts:
    return SheetTexts(name, _trimmed(csv_rows(content, name, MOST_ROWS, MOST_COLUMNS)))


def _workbook_tables(content: bytes, name: str) -> tuple[SheetTexts, ...]:
    from openpyxl import load_workbook  # takes a quarter of a second, which the window's start does not wait for

    try:
        book = load_workbook(BytesIO(content), data_only=True, keep_links=False)
    except Exception as error:  # openpyxl raises nearly everything for files that are not as they should be
        raise UserFacingError(DAMAGED.filled(name=name)) from error
    return tuple(_sheet_texts(sheet, name) for sheet in book.worksheets)


def _sheet_texts(sheet: Any, name: str) -> SheetTexts:
    rows = _trimmed(_sheet_rows(sheet, name))
    hidden = (number for number, row in sheet.row_dimensions.items() if row.hidden and number <= len(rows))
    return SheetTexts(sheet.title, rows, sheet.sheet_state != "visible", tuple(sorted(hidden)))


def _sheet_rows(sheet: Any, name: str) -> list[list[str]]:
    # iter_rows() would make every cell as far as the last one, which somebody may have left in the last row of Excel.
    texts = {place: cell_text(cell) for place, cell in sheet._cells.items() if cell.value is not None}
    texts = {place: text for place, text in texts.items() if text}
    height = max((row for row, _ in texts), default=0)
    width = max((column for _, column in texts), default=0)
    if height > MOST_ROWS or width > MOST_COLUMNS or height * width > MOST_ROOM:
        raise UserFacingError(TOO_MANY_CELLS.filled(name=name, sheet=sheet.title, rows=MOST_ROWS, columns=MOST_COLUMNS))
    rows = [[""] * width for _ in range(height)]
    for (row, column), text in texts.items():
        rows[row - 1][column - 1] = text
    for row, column, text in _spread(sheet):
        if row <= height and column <= width:
            rows[row - 1][column - 1] = text
    return rows


def _spread(sheet: Any) -> Iterator[tuple[int, int, str]]:
    """The cells of merged areas with the text of the area; figures stand once, else sums would count them twice."""
    for area in sheet.merged_cells.ranges:
        first = sheet.cell(area.min_row, area.min_col)
        if isinstance(first.value, str) and area.size["rows"] * area.size["columns"] <= MOST_MERGED:
            for row in range(area.min_row, area.max_row + 1):
                for column in range(area.min_col, area.max_col + 1):
                    yield row, column, cell_text(first)


def cell_text(cell: Any) -> str:
    """The text that a person sees in a cell; "" for an empty one."""
    value = cell.value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float | Decimal):
        return _number_text(value, cell.number_format or "General")
    if isinstance(value, datetime):
        return date_text(value.date()) + (f" {value:%H:%M:%S}" if value.time() != time() else "")
    if isinstance(value, date):
        return date_text(value)
    if isinstance(value, time | timedelta):
        return str(value)
    return "" if value is None else keepable(str(value))


def _number_text(value: float | Decimal, number_format: str) -> str:
    number = Decimal(format(value, _SHOWN_DIGITS)) if isinstance(value, float) else Decimal(value)
    behind = "%" if "%" in number_format else ""
    if behind:
        number *= 100
    plain = number.normalize()
    if plain == plain.to_integral_value():
        plain = plain.quantize(Decimal(1)) if abs(plain) < Decimal(10) ** 27 else plain
    grouped = "," in number_format and number_format not in _PLAIN_FORMATS
    text = number_text(plain) if grouped else format(plain, "f").replace(".", ",")
    return text + behind


def _trimmed(rows: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    """Without empty rows at the end, all rows of the same length."""
    height = max((number for number, row in enumerate(rows, 1) if any(row)), default=0)
    width = max((len(row) for row in rows[:height]), default=0)
    return tuple((*row, *[""] * (width - len(row))) for row in rows[:height])
