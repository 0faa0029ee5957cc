"""Totals as formulas over their columns, wherever a spreadsheet comes to exactly our figure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import add

from openpyxl.utils import get_column_letter

from cbc_desktop.documents.excel.cells import cell_number
from cbc_desktop.documents.printed_form import PrintedValue

_SHOWN_DIGITS = ".15g"
"""Spreadsheets add up doubles and show 15 digits of the sum."""


def sum_formula(total: PrintedValue, values: Sequence[PrintedValue], column: int, first_row: int) -> str:
    """``=SUM(E5:E9)``; "" where the total is no number, or some value is a number for us but text in its cell."""
    sum_of_cells = cell_number(total)
    figures = [cell_number(value) for value in values if not value.blank]
    if sum_of_cells is None or None in figures:
        return ""
    # One after the other, as spreadsheets do: sum() of newer Pythons is more exact than they are.
    added = reduce(add, (float(figure) for figure in figures if figure is not None), 0.0)
    if format(added, _SHOWN_DIGITS) != format(float(sum_of_cells), _SHOWN_DIGITS):
        return ""
    letter = get_column_letter(column)
    return f"=SUM({letter}{first_row}:{letter}{first_row + len(values) - 1})"
