"""Cells that lead to another sheet of the same workbook; nothing ever leads out of it."""

from __future__ import annotations

from openpyxl.cell import Cell
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink


def lead_to(cell: Cell, sheet_name: str, told: str = "") -> None:
    """``told`` is what the spreadsheet says when the pointer rests on the cell."""
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"{quote_sheetname(sheet_name)}!A1", tooltip=told or None)
