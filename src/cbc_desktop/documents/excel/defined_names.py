"""Names for what is in the workbook, which formulas and programs may use: tables, their totals, the content digest."""

from __future__ import annotations

import re

from openpyxl import Workbook
from openpyxl.utils import absolute_coordinate, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from cbc_desktop.base.text import without_marks

CONTENT_DIGEST = "content_digest"
TABLE, TOTAL = "table", "total"

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_]+")
_LONGEST = 200


def define(book: Workbook, sheet: Worksheet, cells: str, *parts: str) -> None:
    """``table_phieu_t1``: made of names in the form, never of labels; a second one of that name gets a number.

    Without full stops, which LibreOffice takes for the one between a sheet and a cell.
    """
    name = wanted = _NOT_IN_NAMES.sub("_", without_marks("_".join(parts)))[:_LONGEST]
    count = 1
    while name in book.defined_names:
        count += 1
        name = f"{wanted}_{count}"
    book.defined_names[name] = DefinedName(
        name, attr_text=f"{quote_sheetname(sheet.title)}!{absolute_coordinate(cells)}"
    )
