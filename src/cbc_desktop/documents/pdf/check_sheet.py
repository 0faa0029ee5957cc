"""The check sheet as PDF pages: a head with counts, then for each form and section a table to tick off by pen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Spacer

from cbc_desktop.base.paper import printable_text
from cbc_desktop.documents.check_sheet import CheckKind, CheckLine, CheckPart, CheckSection, CheckSheet
from cbc_desktop.documents.page_map import HEAD, PageMap
from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.decree30 import balanced, element, letters, markup
from cbc_desktop.documents.pdf.grid import Grid, GridContent, grid_row
from cbc_desktop.documents.pdf.landmarks import Anchor, LandmarkNotes
from cbc_desktop.documents.pdf.pages import Bookmark, DecreePage, PageCount, PageMarks
from cbc_desktop.documents.pdf.rendering import canvas_dated, new_document
from cbc_desktop.documents.pdf.tables import height_of_start

TITLE = "PHIẾU KIỂM TRA SỐ LIỆU"
NOT_A_DOCUMENT = "(In để rà soát trong cơ quan; không phải văn bản gửi đi)"
NOTHING = "Không có mục nào cần xem."
BEYOND = "… và {count} mục nữa, xem trong phần mềm."
HEADERS = ("Xong", "Loại", "Câu hỏi", "Nội dung")
DONE = "x"
NO_BOX = "–"
WIDTHS = (13 * mm, 25 * mm, 55 * mm, decree30.PORTRAIT_WIDTH - 93 * mm)
SIZE = 11
LANGUAGE = "vi"

KIND_NAMES: Mapping[CheckKind, str] = {
    CheckKind.RETURNED: "Bị trả lại",
    CheckKind.REMARK: "Ý kiến khi tiếp nhận",
    CheckKind.ERROR: "Lỗi",
    CheckKind.MISSING: "Còn thiếu",
    CheckKind.WARNING: "Lưu ý",
    CheckKind.OFFER: "Đề xuất",
    CheckKind.CHANGED: "Đã đổi",
    CheckKind.OPEN: "Để trống",
}
_NOTHING_TO_TICK = frozenset({CheckKind.CHANGED, CheckKind.OPEN})
_BOLD = frozenset({CheckKind.RETURNED, CheckKind.ERROR, CheckKind.MISSING})

SHEET_TITLE = letters(14, bold=True, alignment=decree30.CENTRED)
UNDER_TITLE = letters(12, italic=True, alignment=decree30.CENTRED, spaceAfter=6)
FACT = letters(12, spaceBefore=2)
VERDICT = letters(13, bold=True, spaceBefore=8, spaceAfter=4)
PART = letters(13, bold=True, spaceBefore=12, spaceAfter=3)
SECTION = letters(12, bold=True, italic=True, spaceBefore=8, spaceAfter=3)
PLAIN = letters(12, italic=True, spaceBefore=4)
HEADER = letters(SIZE, bold=True, alignment=decree30.CENTRED)
CELL = letters(SIZE, allowWidows=1, allowOrphans=1)
TICK = letters(SIZE, alignment=decree30.CENTRED)
KIND, KIND_BOLD = letters(SIZE), letters(SIZE, bold=True)


@dataclass(frozen=True, slots=True)
class SheetPages:
    """The PDF, and which question stands where on its pages."""

    content: bytes
    map: PageMap


def render_check_sheet(sheet: CheckSheet) -> SheetPages:
    """The same sheet gives the same bytes; a character that the font lacks is printed as a question mark."""
    content, notes = BytesIO(), LandmarkNotes()
    document = new_document(
        content, title=f"{TITLE} - {sheet.agency}", author=sheet.agency, subject=sheet.campaign, language=LANGUAGE
    )
    footer = f"{sheet.campaign}  |  {sheet.agency}  |  in lúc {sheet.printed_at:%H:%M ngày %d/%m/%Y}"
    marks = PageMarks(decree30.with_gaps(printable_text(footer)), ("THỬ NGHIỆM",) if sheet.trial else ())
    document.addPageTemplates([DecreePage("sheet", decree30.PORTRAIT, PageCount(), marks)])
    document.landmarks = notes
    document.build([*_head(sheet), *_parts(sheet.parts)], canvasmaker=canvas_dated(sheet.printed_at))
    return SheetPages(content.getvalue(), PageMap(tuple(notes.noted)))


def _head(sheet: CheckSheet) -> Iterator[Flowable]:
    yield Bookmark(TITLE, 0)
    yield balanced(printable_text(sheet.agency.upper()), SHEET_TITLE, decree30.PORTRAIT_WIDTH)
    yield Spacer(0, 8)
    yield element(TITLE, SHEET_TITLE)
    yield element(NOT_A_DOCUMENT, UNDER_TITLE)
    for name, text in sheet.facts:
        yield Paragraph(f"<b>{_safe(name)}:</b> {_safe(text)}", FACT)
    yield element(printable_text(sheet.verdict), VERDICT)


def _parts(parts: Iterable[CheckPart]) -> Iterator[Flowable]:
    for part in parts:
        yield from (Anchor(HEAD, part.form_id), Bookmark(printable_text(part.title), 0))
        title = element(printable_text(part.title), PART)
        if not part.sections:
            yield from (title, element(NOTHING, PLAIN))
        for number, section in enumerate(part.sections):
            yield from _section(section, [title] if number == 0 else [])


def _section(section: CheckSection, titles: list[Flowable]) -> Iterator[Flowable]:
    """Titles stay with the beginning of the table under them."""
    head = [*titles, element(printable_text(section.title), SECTION)] if section.title else titles
    grid = _grid(section.lines)
    room = height_of_start([*head, grid], decree30.PORTRAIT_WIDTH, decree30.PORTRAIT_HEIGHT)
    yield CondPageBreak(min(room, decree30.PORTRAIT_HEIGHT))
    yield from (Anchor(HEAD), *head, grid)
    if section.beyond:
        yield element(BEYOND.format(count=section.beyond), PLAIN)


def _grid(lines: Iterable[CheckLine]) -> Grid:
    header = grid_row(tuple(element(text, HEADER) for text in HEADERS), WIDTHS)
    rows = tuple(grid_row(_cells(line), WIDTHS, (line.at,)) for line in lines)
    return Grid(GridContent(WIDTHS, header, rows, False, decree30.PORTRAIT_HEIGHT))


def _cells(line: CheckLine) -> tuple[Paragraph, ...]:
    box = DONE if line.done else NO_BOX if line.kind in _NOTHING_TO_TICK else ""
    kind = element(KIND_NAMES[line.kind], KIND_BOLD if line.kind in _BOLD and not line.done else KIND)
    place = f"<br/><i>{_safe(line.place)}</i>" if line.place else ""
    said = f"<br/><i>{_safe(line.said)}</i>" if line.said else ""
    question = Paragraph(f"{_safe(line.label)}{place}", CELL)
    return element(box, TICK), kind, question, Paragraph(f"{_safe(line.text)}{said}", CELL)


def _safe(text: str) -> str:
    return markup(printable_text(text))
