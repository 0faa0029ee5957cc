"""How the workbook looks: named cell styles and page setup."""

from __future__ import annotations

from copy import copy
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.worksheet import Worksheet

from cbc_desktop.base.message import Message
from cbc_desktop.documents.printed_form import PrintedDossier

NORMAL = "Normal"
TITLE = "CBC title"
SUBTITLE = "CBC subtitle"
MARK = "CBC mark"
UNIT_LINE = "CBC unit line"
HEADER = "CBC header"
SECTION = "CBC section"
TEXT = "CBC text"
CENTRED = "CBC centred"
NUMBER = "CBC number"
LINK = "CBC link"
LINKED_NUMBER = "CBC linked number"
BODY_TEXT = "CBC body text"
BODY_CENTRED = "CBC body centred"
BODY_NUMBER = "CBC body number"
"""Of tables: unlocked, because spreadsheets sort no locked cells."""
TOTAL_TEXT = "CBC total text"
TOTAL_NUMBER = "CBC total number"
REMARK = "CBC remark"

PAGE = Message("Trang {page}/{pages}", "Page {page} of {pages}").filled(page="&P", pages="&N")
CONTENT_DIGEST = Message("Mã nội dung: {digest}", "Content digest: {digest}")
DRAFT = Message("DỰ THẢO", "DRAFT")
TRIAL = Message("THỬ NGHIỆM", "TRIAL")

_FONT = "Times New Roman"
_DARK = "1F3864"
_BLUE = "0563C1"
_RED = "C00000"
_A4 = 9
_LINE = Side(style="thin", color="A6A6A6")
_FIGURE = Alignment(horizontal="right", vertical="top", indent=1)
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def add_styles(book: Workbook) -> None:
    # openpyxl has no public way to the font of "Normal", in whose digits Excel counts the widths of columns.
    book._fonts[0] = book._named_styles[NORMAL].font = _font(12)
    for style in _styles():
        book.add_named_style(style)


def marks(dossier: PrintedDossier) -> str:
    """ "DỰ THẢO", "THỬ NGHIỆM", both or nothing, in the dossier's language."""
    applying = [mark for mark, applies in ((DRAFT, dossier.draft), (TRIAL, dossier.trial)) if applies]
    return " - ".join(mark.in_language(dossier.language) for mark in applying)


def set_up_page(sheet: Worksheet, dossier: PrintedDossier) -> None:
    """A4 landscape, with page numbers, the content digest and the marks of every page."""
    digest = CONTENT_DIGEST.filled(digest=dossier.content_digest).in_language(dossier.language)
    set_up_paper(sheet, digest, marks(dossier), dossier.language)


def set_up_paper(sheet: Worksheet, foot: str, mark: str, language: str) -> None:
    """A4 landscape, as wide as the paper, with page numbers; ``foot`` on the left of them, ``mark`` above each page."""
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.page_margins.top = sheet.page_margins.bottom = 0.75
    sheet.page_margins.header = sheet.page_margins.footer = 0.35
    _head_or_foot(sheet.oddHeader.center, mark, size=14, colour=_RED)
    _head_or_foot(sheet.oddFooter.left, foot, size=8)
    _head_or_foot(sheet.oddFooter.right, PAGE.in_language(language), size=10)


def freeze_above(sheet: Worksheet, first_row: int) -> None:
    """The header, the row above ``first_row``, stays on the screen and is repeated on every page."""
    sheet.freeze_panes = f"A{first_row}"
    sheet.print_title_rows = f"{first_row - 1}:{first_row - 1}"


def _head_or_foot(part: Any, text: str, *, size: int, colour: str = "000000") -> None:
    part.text, part.size, part.font, part.color = text, size, f"{_FONT},Regular", colour


def _styles() -> tuple[NamedStyle, ...]:
    header_fill, section_fill, total_fill = _fill(_DARK), _fill("DEEAF6"), _fill("F2F2F2")
    return (
        NamedStyle(TITLE, font=_font(16, bold=True, color=_DARK), alignment=Alignment(vertical="center")),
        NamedStyle(SUBTITLE, font=_font(12, italic=True, color="404040")),
        NamedStyle(MARK, font=_font(14, bold=True, color=_RED)),
        NamedStyle(UNIT_LINE, font=_font(12, italic=True), alignment=Alignment(horizontal="right")),
        NamedStyle(
            HEADER,
            font=_font(12, bold=True, color="FFFFFF"),
            fill=header_fill,
            border=_GRID,
            alignment=Alignment(horizontal="center", vertical="center", wrap_text=True),
        ),
        NamedStyle(SECTION, font=_font(12, bold=True), fill=section_fill, border=_GRID, alignment=_wrapped()),
        NamedStyle(TEXT, font=_font(12), border=_GRID, alignment=_wrapped()),
        NamedStyle(CENTRED, font=_font(12), border=_GRID, alignment=_wrapped("center")),
        NamedStyle(NUMBER, font=_font(12), border=_GRID, alignment=_FIGURE),
        NamedStyle(LINK, font=_font(12, color=_BLUE, underline=True), border=_GRID, alignment=_wrapped()),
        NamedStyle(LINKED_NUMBER, font=_font(12, color=_BLUE, underline=True), border=_GRID, alignment=_FIGURE),
        open_style(BODY_TEXT),
        open_style(BODY_CENTRED, "center"),
        open_style(BODY_NUMBER, "right"),
        NamedStyle(TOTAL_TEXT, font=_font(12, bold=True), fill=total_fill, border=_GRID, alignment=_wrapped()),
        NamedStyle(TOTAL_NUMBER, font=_font(12, bold=True), fill=total_fill, border=_GRID, alignment=_FIGURE),
        NamedStyle(REMARK, font=_font(12, italic=True), alignment=_wrapped()),
    )


class Looks:
    """Puts styles and number formats on cells; each is found once, for openpyxl looks a style up by its name."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._found: dict[tuple[str, str], StyleArray] = {}

    def put_on(self, cell: Cell, style: str, number_format: str = "General") -> None:
        found = self._found.get((style, number_format))
        if found is None:
            pattern = Cell(self._sheet, 1, 1)
            pattern.style = style
            pattern.number_format = number_format
            found = self._found[style, number_format] = pattern._style
        cell._style = copy(found)


def open_style(name: str, horizontal: str = "left", fill: str = "") -> NamedStyle:
    """A cell of the grid that stays open for people when its sheet is protected; ``fill`` is a colour, "" for none."""
    alignment = _FIGURE if horizontal == "right" else _wrapped(horizontal)
    style = NamedStyle(name, font=_font(12), border=_GRID, alignment=alignment)
    style.protection = Protection(locked=False)
    if fill:
        style.fill = _fill(fill)
    return style


def _font(
    size: int, *, bold: bool = False, italic: bool = False, underline: bool = False, color: str = "000000"
) -> Font:
    return Font(name=_FONT, size=size, bold=bold, italic=italic, underline="single" if underline else None, color=color)


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=colour)


def _wrapped(horizontal: str = "left") -> Alignment:
    """Text on the left is indented, else it touches the figure in the cell before."""
    return Alignment(horizontal=horizontal, vertical="top", wrap_text=True, indent=int(horizontal == "left"))
