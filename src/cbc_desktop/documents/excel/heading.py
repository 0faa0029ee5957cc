"""The three lines above every sheet of a form: what it is, where it belongs, and the line for units."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from cbc_desktop.base.message import Message
from cbc_desktop.documents.excel.cells import put_text
from cbc_desktop.documents.excel.links import lead_to
from cbc_desktop.documents.excel.plan import PlannedSheet, guide_name
from cbc_desktop.documents.excel.style import MARK, SUBTITLE, TITLE, marks
from cbc_desktop.documents.printed_form import PrintedDossier

APPENDIX = Message("Phụ lục {number}", "Appendix {number}")
TO_THE_GUIDE = Message("Về trang Hướng dẫn", "To the guide")

UNIT_ROW, HEADER_ROW, FIRST_ROW = 3, 4, 5
"""The same on every sheet, so that a reader of many workbooks finds them."""


def put_heading(sheet: Worksheet, dossier: PrintedDossier, planned: PlannedSheet, title: str) -> None:
    """The title, where it belongs (from where one click leads to the guide), and the mark of a draft or trial."""
    lines = ((1, TITLE, title), (2, SUBTITLE, _origin(dossier, planned)), (UNIT_ROW, MARK, marks(dossier)))
    for row, style, text in lines:
        cell = sheet.cell(row, 1)
        cell.style = style
        put_text(cell, text, title)
    lead_to(sheet.cell(2, 1), guide_name(dossier.language), TO_THE_GUIDE.in_language(dossier.language))


def _origin(dossier: PrintedDossier, planned: PlannedSheet) -> str:
    number = planned.form.number
    appendix = APPENDIX.filled(number=number).in_language(dossier.language) if number else ""
    title = planned.form.title if planned.table else ""
    return " - ".join(part for part in (appendix, title, dossier.agency, dossier.campaign) if part)
