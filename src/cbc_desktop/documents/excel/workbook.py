"""The printed dossier as an Excel workbook: a guide, each form's answers, and a sheet for every table.

The workbook is for reading and adding up; hidden sheets carry the same answers for programs. It has no macros and no
links to the outside, no answer becomes a formula, and the same dossier gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping

from openpyxl import Workbook

from cbc_desktop.base.garbage import nothing_collected
from cbc_desktop.documents.excel.answers import fill_answers
from cbc_desktop.documents.excel.data_layout import INDEX
from cbc_desktop.documents.excel.data_sheets import fill_data, planned_data
from cbc_desktop.documents.excel.file import describe, workbook_bytes
from cbc_desktop.documents.excel.guide import fill_guide
from cbc_desktop.documents.excel.plan import PlannedSheet, SheetNames, guide_name, planned_sheets
from cbc_desktop.documents.excel.style import add_styles
from cbc_desktop.documents.excel.table import fill_table
from cbc_desktop.documents.printed_form import PrintedDossier


def render_workbook(dossier: PrintedDossier) -> bytes:
    """An .xlsx file with the values typed: real numbers and dates, codes as text, blanks empty.

    Raises UserFacingError, naming the question, for text that no cell can hold.
    """
    with nothing_collected():
        return _rendered(dossier)


def _rendered(dossier: PrintedDossier) -> bytes:
    book = Workbook()
    book.remove(book.active)
    add_styles(book)
    describe(book, dossier)
    names = SheetNames(guide_name(dossier.language), INDEX)
    data = planned_data(dossier, names)
    plan = planned_sheets(dossier, names)
    fill_guide(book, dossier, plan)
    results = {planned.name: _fill(book, dossier, planned, plan) for planned in plan}
    fill_data(book, dossier, data)
    return workbook_bytes(book, results)


def _fill(
    book: Workbook, dossier: PrintedDossier, planned: PlannedSheet, plan: tuple[PlannedSheet, ...]
) -> Mapping[str, str]:
    """Returns what the formulas of the sheet come to, by cell."""
    if planned.table is None:
        fill_answers(book, dossier, planned, plan)
        return {}
    return fill_table(book, dossier, planned, planned.table)
