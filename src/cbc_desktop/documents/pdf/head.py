"""The head of a document: state and motto, agency, number, place and date, and what it is about (positions 1 to 5, 10).

Decree 30/2020/NĐ-CP, Appendix I, part II and the diagram of positions.
"""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from cbc_desktop.documents.document_kinds import DOCUMENT_TYPES
from cbc_desktop.documents.page_map import HEAD
from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.decree30 import (
    PLAIN,
    as_list,
    balanced,
    element,
    letters,
    rule_as_long_as,
    rule_under,
)
from cbc_desktop.documents.pdf.field_names import DATE_FIELD, NUMBER_FIELD
from cbc_desktop.documents.pdf.field_place import FieldDef, FieldKind, Places
from cbc_desktop.documents.pdf.field_slot import FieldSlot
from cbc_desktop.documents.pdf.fonts import Face, text_width
from cbc_desktop.documents.pdf.landmarks import Anchor, origin_anchor
from cbc_desktop.documents.printed_form import OfficialDocument
from cbc_desktop.forms.campaign_documents import DocumentKind

STATE_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

AGENCY_COLUMN = 69 * mm
AGENCY_ROOM = 63 * mm
STATE_COLUMN = decree30.PORTRAIT_WIDTH - AGENCY_COLUMN
FIELD_LINE = 20
SUBJECT_GAP = 1.5
"""Between the field of the number and the subject: 6 pt and a little between their lines (Decree 30, II.5.b)."""
ADDRESSEE_INDENT = 25 * mm
URGENCY_HEIGHT = 8 * mm
URGENCY_WIDTHS = {"HỎA TỐC": 30 * mm, "THƯỢNG KHẨN": 40 * mm, "KHẨN": 20 * mm}
"""Appendix I, part II.10.b."""

BLANK_DATE = "ngày      tháng      năm      "
_ROOM_FOR_NUMBER = 7 * " "
_ROOM_IN_TEXT = 9 * " "
_ROOM_FOR_PLACE = 24 * " "
_ADDRESSED = (DocumentKind.LETTER, DocumentKind.REPORT)


def number_line(document: OfficialDocument) -> str:
    """ "Số: 45/UBND-VX", or the line that the clerk completes: "Số:        /UBND-VX"."""
    return f"Số: {document.number or _ROOM_FOR_NUMBER}/{document.symbol}"


def date_line(document: OfficialDocument) -> str:
    """ "Bắc Mẫu, ngày 25 tháng 3 năm 2022", with room for what is not known."""
    return f"{document.place or _ROOM_FOR_PLACE}, {document.date or BLANK_DATE}"


def attached_to(document: OfficialDocument) -> str:
    """ "(Kèm theo Công văn số      /UBND-VX ngày … của …)", above what is attached."""
    noun = DOCUMENT_TYPES[document.kind].noun
    number = f"{document.number or _ROOM_IN_TEXT}/{document.symbol}"
    date = (document.date or BLANK_DATE).replace(" ", "\u00a0")  # a date is not broken over two lines
    return decree30.with_gaps(f"(Kèm theo {noun} số {number} {date} của {document.agency})")


def head(document: OfficialDocument, places: Places) -> list[Flowable]:
    """From the quốc hiệu to the addressees; drawing it fills ``places``."""
    title = type_and_summary(DOCUMENT_TYPES[document.kind].title, document.subject)
    addressees = _addressees(document.addressees) if document.kind in _ADDRESSED else []
    said = [origin_anchor(document.origins.subject), *title, Anchor(HEAD)] if title else []
    return [_letterhead(document, places), Spacer(0, 14), *said, *addressees, Spacer(0, 8)]


def type_and_summary(title: str, summary: str) -> list[Flowable]:
    """KẾ HOẠCH and what it is about, a line under it; nothing for a công văn, which says that under its number."""
    if not title:
        return []
    about = balanced(summary, decree30.SUMMARY, decree30.PORTRAIT_WIDTH)
    under = rule_under(about, decree30.PORTRAIT_WIDTH)
    return [element(title, decree30.TYPE_NAME), about, under, Spacer(0, 6)]


def _letterhead(document: OfficialDocument, places: Places) -> Table:
    number = FieldDef(NUMBER_FIELD, FieldKind.TEXT, "Số, ký hiệu văn bản", number_line(document))
    date = FieldDef(DATE_FIELD, FieldKind.TEXT, "Địa danh, ngày, tháng, năm", date_line(document), Face.ITALIC)
    rows = [
        [_agency(document), _state()],
        [FieldSlot(number, AGENCY_ROOM, FIELD_LINE, places), FieldSlot(date, STATE_COLUMN, FIELD_LINE, places)],
        [[*_letter_subject(document), *_urgency(document.urgency)], ""],
    ]
    gap = [("RIGHTPADDING", (0, 0), (0, -1), AGENCY_COLUMN - AGENCY_ROOM), ("TOPPADDING", (0, 1), (-1, 1), 4)]
    gap += [("ALIGN", (0, 0), (-1, -1), "CENTER"), ("TOPPADDING", (0, 2), (0, 2), SUBJECT_GAP)]
    return Table(rows, colWidths=[AGENCY_COLUMN, STATE_COLUMN], style=[*PLAIN, *gap])


def _agency(document: OfficialDocument) -> list[Flowable]:
    lines = document.letterhead or (document.agency,)
    agency = balanced("\n".join(lines).upper(), decree30.AGENCY, AGENCY_ROOM)
    parent = balanced(document.parent_agency.upper(), decree30.PARENT_AGENCY, AGENCY_ROOM)
    return [*([parent] if document.parent_agency else []), agency, rule_under(agency, AGENCY_ROOM)]


def _state() -> list[Flowable]:
    return [
        element(STATE_NAME, decree30.STATE_NAME),
        element(MOTTO, decree30.MOTTO),
        rule_as_long_as(MOTTO, decree30.MOTTO),
    ]


def _letter_subject(document: OfficialDocument) -> list[Flowable]:
    if document.kind is not DocumentKind.LETTER:
        return []
    subject = document.subject if document.subject.startswith("V/v") else f"V/v {document.subject}"
    return [balanced(subject, decree30.LETTER_SUBJECT, AGENCY_ROOM)]


def _urgency(mark: str) -> list[Flowable]:
    """HỎA TỐC, THƯỢNG KHẨN or KHẨN: red in a red frame."""
    if not mark:
        return []
    title = mark.upper()
    natural = text_width(title, Face.BOLD, decree30.URGENCY.fontSize) + 6 * mm
    width = URGENCY_WIDTHS.get(title, natural)
    frame = [*PLAIN, ("BOX", (0, 0), (-1, -1), 1, "red"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    framed = Table([[element(title, decree30.URGENCY)]], colWidths=[width], rowHeights=[URGENCY_HEIGHT], style=frame)
    return [Spacer(0, 8), framed]


def _addressees(names: tuple[str, ...]) -> list[Flowable]:
    """One addressee on the line of "Kính gửi:"; several below it, their hyphens under the colon."""
    if len(names) == 1:
        return [element(f"Kính gửi: {names[0]}", letters(14, alignment=decree30.CENTRED))]
    indent = ADDRESSEE_INDENT + text_width("Kính gửi", Face.REGULAR, decree30.ADDRESSEE.fontSize)
    listed = letters(14, leftIndent=indent + 10, firstLineIndent=-10, spaceBefore=3)
    title = element("Kính gửi:", letters(14, leftIndent=ADDRESSEE_INDENT))
    return [title, *(element(f"- {line}", listed) for line in as_list(names))]
