"""Another office's hands on an entry workbook: cells found by what stands over and beside them, as people find them."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

from clerk import Clerk
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.documents.excel.entry.layout import FIRST_ROW, HEADER_ROW
from cbc_desktop.documents.excel.entry.slip import NAME as NAME_OF_SLIP
from cbc_desktop.documents.excel.entry.slip import _seal
from cbc_desktop.documents.excel.entry.workbook import render_entry_workbook
from cbc_desktop.filling.splitting import split_off

SENT = datetime(2030, 2, 1, 9, tzinfo=VIETNAM)
NAME, COMPUTERS = "Tên phòng *", "Số máy"
SINGLE, ROOMS_SHEET = "Hien trang thu vien", "Cac phong may"


def sent_by(clerk: Clerk, *references: str) -> bytes:
    """The workbook that Lan sends out of these parts of the form in front of her."""
    session = clerk.dossier.form(clerk.form).session
    parts = [session.locate(reference) for reference in references]
    return render_entry_workbook(split_off(clerk.dossier, clerk.form, parts, made=SENT, made_by="lan"))


class EntryFile:
    """An entry workbook, opened in a spreadsheet."""

    def __init__(self, content: bytes) -> None:
        self.book: Workbook = load_workbook(BytesIO(content))

    def saved(self) -> bytes:
        written = BytesIO()
        self.book.save(written)
        return written.getvalue()

    def sheet(self, name: str = ROOMS_SHEET) -> Worksheet:
        return self.book[name]

    def column(self, heading: str, sheet: str = ROOMS_SHEET) -> int:
        return next(cell.column for cell in self.sheet(sheet)[HEADER_ROW] if str(cell.value).split("\n")[0] == heading)

    def changes_hidden(self, before: str, after: str) -> None:
        """As another version of the program would have written it: keys and seal fit again."""
        *rows, seal = (row for row in self.book[NAME_OF_SLIP].iter_rows() if row[0].value)
        for cell in (cell for sheet in self.book for row in sheet.iter_rows() for cell in row):
            if cell is not seal[1] and isinstance(cell.value, str):
                cell.value = cell.value.replace(before, after)
        seal[1].value = str(_seal([[str(cell.value or "") for cell in row] for row in rows]))

    def row(self, text: str, sheet: str = ROOMS_SHEET) -> int:
        rows = self.sheet(sheet).iter_rows(min_row=FIRST_ROW)
        return next(row[0].row for row in rows if any(cell.value == text for cell in row))

    def writes(self, row: str, heading: str, value: Any, sheet: str = ROOMS_SHEET) -> None:
        """Into the cell right of the text ``row`` and below ``heading``."""
        self.sheet(sheet).cell(self.row(row, sheet), self.column(heading, sheet)).value = value

    def answers(self, question: str, value: Any) -> None:
        self.writes(question, "Trả lời", value, SINGLE)

    def adds(self, *values: Any) -> None:
        """A row behind those that are there, its values in the order of the columns that can be seen."""
        sheet = self.sheet()
        ids = [sheet.cell(row, 2).value for row in range(FIRST_ROW, sheet.max_row + 1)]
        row = FIRST_ROW + next(number for number, text in enumerate(ids) if text is None)
        for column, value in enumerate(values, 2):
            sheet.cell(row, column).value = value

    def shows(self, name: str) -> list[list[Any]]:
        """What a person sees on a sheet from the headings on: no hidden rows and columns, no empty rows."""
        sheet = self.sheet(name)
        visible = [
            [cell.value for cell in row if not sheet.column_dimensions[cell.column_letter].hidden]
            for row in sheet.iter_rows(min_row=HEADER_ROW)
        ]
        return [row for row in visible if any(value is not None for value in row)]
