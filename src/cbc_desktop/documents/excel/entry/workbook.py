"""The entry workbook as a file: a guide, a sheet for each table and for the single questions, and two hidden ones."""

from __future__ import annotations

from datetime import UTC

from openpyxl import Workbook

from cbc_desktop.base.message import VIETNAMESE
from cbc_desktop.documents.excel.cells import put_text
from cbc_desktop.documents.excel.entry.book import EntryBook, EntryTable, EntryTicket
from cbc_desktop.documents.excel.entry.checks import ListSheet
from cbc_desktop.documents.excel.entry.guide import fill_guide
from cbc_desktop.documents.excel.entry.layout import CHOICES, GUIDE
from cbc_desktop.documents.excel.entry.sheets import fill_list, fill_table
from cbc_desktop.documents.excel.entry.slip import NAME, slip_rows
from cbc_desktop.documents.excel.entry.style import add_entry_styles
from cbc_desktop.documents.excel.file import workbook_bytes
from cbc_desktop.documents.excel.plan import SheetNames

TEXT_FORMAT = "@"


def render_entry_workbook(entry: EntryBook, language: str = VIETNAMESE) -> bytes:
    """An .xlsx file; the same answers give the same bytes.

    Raises UserFacingError, naming the question, for text that no cell can hold.
    """
    book = Workbook()
    book.remove(book.active)
    add_entry_styles(book)
    _describe(book, entry.ticket)
    names = SheetNames(GUIDE.in_language(language))
    titles = [names.name_for("", sheet.title) for sheet in entry.sheets]
    fill_guide(book, GUIDE.in_language(language), entry, titles, language)
    lists = ListSheet(book, names.name_for("", CHOICES.in_language(language)))
    for name, sheet in zip(titles, entry.sheets, strict=True):
        if isinstance(sheet, EntryTable):
            fill_table(book, name, sheet, entry.ticket, lists, language)
        else:
            fill_list(book, name, sheet, entry.ticket, lists, language)
    _fill_slip(book, entry)
    book.move_sheet(lists.sheet, len(titles) + 1)
    book.active = 1
    return workbook_bytes(book)


def _describe(book: Workbook, ticket: EntryTicket) -> None:
    book.properties.creator, book.properties.title = ticket.agency, ticket.title
    moment = ticket.made.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    book.properties.created = book.properties.modified = moment


def _fill_slip(book: Workbook, entry: EntryBook) -> None:
    sheet = book.create_sheet(NAME)
    sheet.sheet_state = "veryHidden"
    sheet.protection.sheet = True
    for row, texts in enumerate(slip_rows(entry), 1):
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(row, column)
            put_text(cell, text, entry.ticket.title)
            cell.number_format = TEXT_FORMAT
