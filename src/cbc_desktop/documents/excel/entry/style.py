"""How an entry sheet looks: white cells take answers, grey ones are for reading; only headings are locked."""

from __future__ import annotations

from collections.abc import Mapping

from openpyxl import Workbook

from cbc_desktop.documents.excel.entry.book import EntryKind
from cbc_desktop.documents.excel.style import add_styles, open_style

OPEN_TEXT = "CBC open text"
OPEN_NUMBER = "CBC open number"
OPEN_DATE = "CBC open date"
GREY = "CBC grey"

_GREY = "EDEDED"

STYLES: Mapping[EntryKind, str] = {
    EntryKind.INTEGER: OPEN_NUMBER,
    EntryKind.YEAR: OPEN_NUMBER,
    EntryKind.DECIMAL: OPEN_NUMBER,
    EntryKind.DATE: OPEN_DATE,
}
FORMATS: Mapping[EntryKind, str] = {
    EntryKind.TEXT: "@",
    EntryKind.INTEGER: "#,##0",
    EntryKind.YEAR: "0",
    EntryKind.DATE: "dd/mm/yyyy",
}
"""Cells for text take codes and telephone numbers as they are typed; decimals show as many places as they have."""


def add_entry_styles(book: Workbook) -> None:
    add_styles(book)
    for style in (
        open_style(OPEN_TEXT),
        open_style(OPEN_NUMBER, "right"),
        open_style(OPEN_DATE, "center"),
        open_style(GREY, fill=_GREY),
    ):
        book.add_named_style(style)
