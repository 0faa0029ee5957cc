"""The workbook over many offices: a first sheet that leads to all others, then one after the other, row by row.

Rows are written as they come, so memory does not grow with them. The same rows give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from math import ceil

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink

from cbc_desktop.base.message import Message
from cbc_desktop.documents.consolidated_book import (
    Band,
    BookColumn,
    BookSheet,
    Cell,
    ConsolidatedBook,
    Form,
    Leading,
    Place,
    Plain,
    SumOf,
)
from cbc_desktop.documents.excel.cells import DATE_FORMAT, GENERAL, MOMENT_FORMAT, as_told_in_vietnam, holds_day
from cbc_desktop.documents.excel.file import describe_as, refusals_told, workbook_bytes
from cbc_desktop.documents.excel.fit import lines_of, row_height
from cbc_desktop.documents.excel.heading import FIRST_ROW, HEADER_ROW
from cbc_desktop.documents.excel.plan import SheetNames
from cbc_desktop.documents.excel.safe_text import put_shortened
from cbc_desktop.documents.excel.style import (
    CENTRED,
    HEADER,
    LINK,
    LINKED_NUMBER,
    MARK,
    NUMBER,
    SECTION,
    SUBTITLE,
    TEXT,
    TITLE,
    TRIAL,
    Looks,
    add_styles,
    freeze_above,
    set_up_paper,
)
from cbc_desktop.documents.vietnamese import date_text

OVERVIEW = Message("Tổng hợp", "Overview")
BACK = Message("Về trang Tổng hợp", "To the overview")
LISTED = (Message("Trang tính", "Sheet"), Message("Nội dung", "What it holds"))
FOOT = Message("Mã tệp số liệu: {digest}", "Digest of the data: {digest}")

MOST_ROWS = 20_000
"""Of a sheet: nobody reads more than that in one, and the whole is in the file of tables."""
WIDEST_PAGE = 300
"""Letters beside each other on a page of A4; smaller ones nobody reads, so a wider sheet takes more pages."""
_EXACT_DIGITS = 15
_FORMATS = {Form.SHARE: "0.0%", Form.YEAR: "0"}
_WHOLE, _TENTHS, _HUNDREDTHS = "#,##0", "#,##0.0", "#,##0.00"
_OVERVIEW_WIDTHS = (42, 110)


def render_consolidated(book: ConsolidatedBook) -> bytes:
    """An .xlsx file. Texts that no cell can hold are shortened and marked; UserFacingError when the disk says no."""
    return _Writing(book).content()


class _Writing:
    def __init__(self, book: ConsolidatedBook) -> None:
        self._book = book
        self._workbook = Workbook(write_only=True)
        add_styles(self._workbook)
        describe_as(self._workbook, book.author, book.title, book.subject, str(book.digest), book.language, book.moment)
        names = SheetNames(accented=True)
        self._overview = names.name_for("", OVERVIEW.in_language(book.language))
        self._names = {sheet.key: names.name_for("", sheet.title) for sheet in book.sheets}
        self._results: dict[str, dict[str, str]] = {}

    def content(self) -> bytes:
        with refusals_told():  # rows go to the sheets' temporary files as they are written
            self._write_overview()
            for sheet in self._book.sheets:
                self._write(sheet)
        return workbook_bytes(self._workbook, self._results)

    def _write_overview(self) -> None:
        book = self._book
        page = _Page(self, self._overview, book.title, book.subject, _OVERVIEW_WIDTHS, back="")
        for label, value in book.facts:
            page.append([page.cell(label, TEXT), page.fact(value)])
        page.append([])
        page.append([page.cell(label.in_language(book.language), HEADER) for label in LISTED])
        referring = False
        for sheet in book.sheets:
            if sheet.reference and not referring:
                page.append(page.band(book.reference))
                referring = True
            link = page.cell(self._names[sheet.key], LINK)
            self.lead(link, sheet.key, "A1")
            page.append([link, page.cell(f"{sheet.title}\n{sheet.about}", TEXT)])

    def _write(self, sheet: BookSheet) -> None:
        widths = [column.width for column in sheet.columns]
        page = _Page(self, self._names[sheet.key], sheet.title, sheet.about, widths, back=self._overview)
        page.head(sheet.columns)
        for row in sheet.rows:
            if page.rows == MOST_ROWS - 1:
                page.append([page.cell(self._book.rest, TEXT)])
                break
            page.append(page.band(row.text) if isinstance(row, Band) else page.styled(row, sheet.columns))
        page.filter()

    def lead(self, cell: WriteOnlyCell, sheet: str, where: str) -> None:
        cell.hyperlink = Hyperlink(ref="", location=f"{quote_sheetname(self._names[sheet])}!{where}")

    def lead_to(self, cell: WriteOnlyCell, to: Place) -> None:
        self.lead(cell, to.sheet, f"{get_column_letter(to.column + 1)}{FIRST_ROW + to.row}")

    def formula(self, sum_of: SumOf, row: int) -> str:
        """In this row; "" where what it adds does not all fit on its sheet."""
        first = FIRST_ROW + sum_of.first.row
        last = first + sum_of.count - 1
        if last >= MOST_ROWS or not sum_of.count:
            return ""

        def column(number: int) -> str:
            letter = get_column_letter(number + 1)
            return f"{quote_sheetname(self._names[sum_of.first.sheet])}!{letter}{first}:{letter}{last}"

        if sum_of.alike is None:
            return f"=SUM({column(sum_of.column)})"
        there, here = sum_of.alike
        # not SUMIFS: it takes ">0", "=1", "*" and "?" for conditions
        return f"=SUMPRODUCT(--EXACT({column(there)},{get_column_letter(here + 1)}{row}),{column(sum_of.column)})"

    @property
    def workbook(self) -> Workbook:
        return self._workbook

    @property
    def book(self) -> ConsolidatedBook:
        return self._book

    def note_result(self, sheet: str, cell: str, value: Decimal) -> None:
        self._results.setdefault(sheet, {})[cell] = format(value, "f")


class _Page:
    """One sheet while it is written."""

    def __init__(
        self, writing: _Writing, name: str, title: str, about: str, widths: Sequence[int], *, back: str
    ) -> None:
        self._writing, self._name, self._widths = writing, name, widths
        self._sheet = writing.workbook.create_sheet(name)
        self._looks = Looks(self._sheet)
        self.rows = 0
        language = writing.book.language
        foot = FOOT.filled(digest=writing.book.digest).in_language(language)
        mark = TRIAL.in_language(language) if writing.book.trial else ""
        set_up_paper(self._sheet, foot, mark, language)
        self._sheet.page_setup.fitToWidth = max(1, ceil(sum(widths) / WIDEST_PAGE))
        for number, width in enumerate(widths, 1):
            self._sheet.column_dimensions[get_column_letter(number)].width = width
        if back:
            freeze_above(self._sheet, FIRST_ROW)
            self._sheet.print_title_cols = "A:A"
        self.append([self.cell(title, TITLE)], high=False)
        subtitle = self.cell(about, SUBTITLE)
        if back:
            told = BACK.in_language(language)
            subtitle.hyperlink = Hyperlink(ref="", location=f"{quote_sheetname(back)}!A1", tooltip=told)
        self.append([subtitle], high=False)
        self.append([self.cell(mark, MARK)] if mark else [], high=False)

    def head(self, columns: Sequence[BookColumn]) -> None:
        self.append([self.cell(column.label, HEADER) for column in columns])

    def filter(self) -> None:
        last = max(self.rows, HEADER_ROW)
        self._sheet.auto_filter.ref = f"A{HEADER_ROW}:{get_column_letter(len(self._widths))}{last}"

    def append(self, cells: Sequence[WriteOnlyCell], *, high: bool = True) -> None:
        """``high``: the row is as high as its texts need."""
        self.rows += 1
        dimensions = self._sheet.row_dimensions
        if high:
            lines = max((_lines(cell, width) for cell, width in zip(cells, self._widths, strict=False)), default=1)
            dimensions[self.rows].height = row_height(lines)
        self._sheet.append(cells)
        dimensions.pop(self.rows, None)  # written already; a million of them would be kept otherwise

    def band(self, text: str) -> list[WriteOnlyCell]:
        return [self.cell(text if number == 0 else "", SECTION) for number in range(len(self._widths))]

    def styled(self, row: Sequence[Cell], columns: Sequence[BookColumn]) -> list[WriteOnlyCell]:
        return [
            self.made(value, column.form, number)
            for number, (value, column) in enumerate(zip(row, columns, strict=True), 1)
        ]

    def made(self, value: Cell, form: Form, number: int) -> WriteOnlyCell:
        """The cell of the next row in this column, counted from 1."""
        if isinstance(value, Leading):
            cell = self.plain(value.value, form)
            self._looks.put_on(cell, LINK if form is Form.TEXT else LINKED_NUMBER, cell.number_format)
            self._writing.lead_to(cell, value.to)
            return cell
        if isinstance(value, SumOf):
            cell = self.plain(value.value, form)
            formula = self._writing.formula(value, self.rows + 1)
            if formula:
                cell.value = formula
                where = f"{get_column_letter(number)}{self.rows + 1}"
                self._looks.put_on(cell, LINKED_NUMBER, cell.number_format)
                self._writing.note_result(self._name, where, value.value)
                self._writing.lead_to(cell, value.to or value.first)
            return cell
        return self.plain(value, form)

    def fact(self, value: Cell) -> WriteOnlyCell:
        """Beside its label: numbers and moments begin where texts do."""
        cell = self.made(value, Form.TEXT, 2)
        if not isinstance(value, Leading):
            self._looks.put_on(cell, TEXT, cell.number_format)
        return cell

    def plain(self, value: Plain, form: Form) -> WriteOnlyCell:
        if isinstance(value, str):
            return self.cell(value, TEXT)
        if isinstance(value, date) and not holds_day(value):
            return self.cell(date_text(value), TEXT)
        cell = WriteOnlyCell(self._sheet)
        if isinstance(value, date):
            self._looks.put_on(cell, CENTRED, MOMENT_FORMAT if isinstance(value, datetime) else DATE_FORMAT)
            cell.value = as_told_in_vietnam(value)
        elif value is None:
            self._looks.put_on(cell, TEXT)
        elif form is Form.SHARE:
            self._looks.put_on(cell, NUMBER, _FORMATS[form])
            cell.value = float(value)
        elif len(str(value).replace(".", "").lstrip("-0")) > _EXACT_DIGITS:
            return self.cell(format(value, "f"), TEXT)
        else:
            self._looks.put_on(cell, NUMBER, _FORMATS.get(form) or _number_format(value))
            cell.value = value
        return cell

    def cell(self, text: str, style: str) -> WriteOnlyCell:
        cell = WriteOnlyCell(self._sheet)
        self._looks.put_on(cell, style, GENERAL)
        put_shortened(cell, text, self._writing.book.rest)
        return cell


def _number_format(value: int | Decimal) -> str:
    hundreds = Decimal(value) * 100
    if hundreds % 100 == 0:
        return _WHOLE
    return _TENTHS if hundreds % 10 == 0 else _HUNDREDTHS


def _lines(cell: WriteOnlyCell, width: int) -> int:
    return lines_of(cell.value, width) if isinstance(cell.value, str) and cell.data_type == "s" else 1
