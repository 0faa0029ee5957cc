"""The covering công văn of Decree 30/2020/NĐ-CP (Appendix I, diagram of positions 1 to 13) as flowables."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.decree30 import balanced, element, letters, rule_as_long_as, rule_under
from cbc_desktop.documents.pdf.field_place import FieldDef, FieldKind, FieldPlace, FieldSlot
from cbc_desktop.documents.pdf.fonts import Face, text_width
from cbc_desktop.documents.printed_form import OfficialDocument

STATE_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
NUMBER_FIELD = "so_ky_hieu"
DATE_FIELD = "dia_danh_ngay"
LEADER_FIELD = "ky_lanh_dao"
AGENCY_FIELD = "ky_co_quan"

AGENCY_COLUMN = 69 * mm
AGENCY_ROOM = 63 * mm
STATE_COLUMN = decree30.PORTRAIT_WIDTH - AGENCY_COLUMN
FIELD_LINE = 20
SUBJECT_GAP = 1.5
"""Between the field of the number and the subject: 6 pt and a little between their lines (Decree 30, II.5.b)."""
SEAL = 36 * mm
"""The diameter of a province's or ministry's seal; the leader's signature gets as much room."""
SIGNATURE_COLUMN = 3 * SEAL
RECIPIENTS_COLUMN = decree30.PORTRAIT_WIDTH - SIGNATURE_COLUMN
RECIPIENTS_BESIDE = 140 * mm
"""Of a longer list of recipients the rest goes under the signature, where it can run over pages."""
ADDRESSEE_INDENT = 25 * mm

_PLAIN = [
    ("FONTNAME", (0, 0), (-1, -1), Face.REGULAR.value),  # reportlab's default would slip in an unembedded Helvetica
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]

Places = dict[str, FieldPlace]

BLANK_DATE = "ngày      tháng      năm      "
_ROOM_FOR_NUMBER = 7 * " "
_ROOM_FOR_PLACE = 24 * " "


def number_line(cover: OfficialDocument) -> str:
    """ "Số: 45/UBND-VX", or the line that the clerk completes: "Số:        /UBND-VX"."""
    return f"Số: {cover.number or _ROOM_FOR_NUMBER}/{cover.symbol}"


def date_line(cover: OfficialDocument) -> str:
    """ "Bắc Mẫu, ngày 25 tháng 3 năm 2022", with room for what is not known."""
    return f"{cover.place or _ROOM_FOR_PLACE}, {cover.date or BLANK_DATE}"


def cover_pages(cover: OfficialDocument, places: Places) -> list[Flowable]:
    """The letter from the quốc hiệu to "Nơi nhận"; drawing it fills ``places``."""
    *body, last = [element(text, decree30.BODY) for text in cover.paragraphs] or [Spacer(0, 0)]
    return [
        _head(cover, places),
        Spacer(0, 14),
        *_addressees(cover.addressees),
        Spacer(0, 8),
        *body,
        KeepTogether([last, Spacer(0, 14), _closing(cover, places)]),
        *_recipients(cover.recipients)[1],
    ]


def _head(cover: OfficialDocument, places: Places) -> Table:
    number = FieldDef(NUMBER_FIELD, FieldKind.TEXT, "Số, ký hiệu văn bản", number_line(cover))
    date = FieldDef(DATE_FIELD, FieldKind.TEXT, "Địa danh, ngày, tháng, năm", date_line(cover), Face.ITALIC)
    rows = [
        [_agency(cover), _state()],
        [
            FieldSlot(number, AGENCY_ROOM, FIELD_LINE, places),
            FieldSlot(date, STATE_COLUMN, FIELD_LINE, places),
        ],
        [[balanced(_subject(cover.subject), decree30.LETTER_SUBJECT, AGENCY_ROOM), *_urgency(cover.urgency)], ""],
    ]
    gap = [("RIGHTPADDING", (0, 0), (0, -1), AGENCY_COLUMN - AGENCY_ROOM), ("TOPPADDING", (0, 1), (-1, 1), 4)]
    gap += [("ALIGN", (0, 0), (-1, -1), "CENTER"), ("TOPPADDING", (0, 2), (0, 2), SUBJECT_GAP)]
    return Table(rows, colWidths=[AGENCY_COLUMN, STATE_COLUMN], style=[*_PLAIN, *gap])


def _agency(cover: OfficialDocument) -> list[Flowable]:
    lines = cover.letterhead or (cover.agency,)
    agency = balanced("\n".join(lines).upper(), decree30.AGENCY, AGENCY_ROOM)
    parent = balanced(cover.parent_agency.upper(), decree30.PARENT_AGENCY, AGENCY_ROOM)
    return [*([parent] if cover.parent_agency else []), agency, rule_under(agency, AGENCY_ROOM)]


def _state() -> list[Flowable]:
    return [
        element(STATE_NAME, decree30.STATE_NAME),
        element(MOTTO, decree30.MOTTO),
        rule_as_long_as(MOTTO, decree30.MOTTO),
    ]


def _subject(subject: str) -> str:
    return subject if subject.startswith("V/v") else f"V/v {subject}"


def _urgency(mark: str) -> list[Flowable]:
    """HỎA TỐC, THƯỢNG KHẨN or KHẨN: red in a red frame of 8 mm."""
    if not mark:
        return []
    width = text_width(mark, Face.BOLD, decree30.URGENCY.fontSize) + 6 * mm
    frame = [*_PLAIN, ("BOX", (0, 0), (-1, -1), 1, "red"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    framed = Table([[element(mark.upper(), decree30.URGENCY)]], colWidths=[width], rowHeights=[8 * mm], style=frame)
    return [Spacer(0, 8), framed]


def _addressees(names: tuple[str, ...]) -> list[Flowable]:
    """One addressee on the line of "Kính gửi:"; several below it, their hyphens under the colon."""
    if len(names) == 1:
        return [element(f"Kính gửi: {names[0]}", letters(14, alignment=decree30.CENTRED))]
    indent = ADDRESSEE_INDENT + text_width("Kính gửi", Face.REGULAR, decree30.ADDRESSEE.fontSize)
    listed = letters(14, leftIndent=indent + 10, firstLineIndent=-10, spaceBefore=3)
    title = element("Kính gửi:", letters(14, leftIndent=ADDRESSEE_INDENT))
    return [title, *(element(f"- {line}", listed) for line in _as_list(names))]


def _closing(cover: OfficialDocument, places: Places) -> Table:
    beside, _ = _recipients(cover.recipients)
    row = [[*beside, Spacer(0, 0)], _signature(cover, places)]
    return Table([row], colWidths=[RECIPIENTS_COLUMN, SIGNATURE_COLUMN], style=_PLAIN)


def _signature(cover: OfficialDocument, places: Places) -> Table:
    """Authority and position, room for the agency's seal left of the leader's signature, the name."""
    leader = FieldDef(LEADER_FIELD, FieldKind.SIGNATURE, "Chữ ký số của người có thẩm quyền")
    agency = FieldDef(AGENCY_FIELD, FieldKind.SIGNATURE, "Chữ ký số của cơ quan, tổ chức")
    authority = [element(line, decree30.AUTHORITY) for line in cover.signature.lines] or [Spacer(0, 0)]
    rows = [
        [authority, "", ""],
        [FieldSlot(agency, SEAL, SEAL, places), FieldSlot(leader, SEAL, SEAL, places), ""],
        [element(cover.signature.name, decree30.SIGNER), "", ""],
    ]
    spans = [("SPAN", (0, 0), (-1, 0)), ("SPAN", (0, 2), (-1, 2)), ("TOPPADDING", (0, 1), (-1, 1), 3)]
    return Table(rows, colWidths=[SEAL] * 3, style=[*_PLAIN, *spans])


def _recipients(names: tuple[str, ...]) -> tuple[list[Flowable], list[Flowable]]:
    """ "Nơi nhận": what stands beside the signature, and what a very long list leaves for below it."""
    if not names:
        return [], []
    lines = [element("Nơi nhận:", decree30.RECIPIENTS_TITLE)]
    lines += [element(f"- {line}", decree30.RECIPIENT) for line in _as_list(names)]
    used = 0.0
    for count, line in enumerate(lines):
        used += line.wrap(RECIPIENTS_COLUMN - 3 * mm, RECIPIENTS_BESIDE)[1]
        if used > RECIPIENTS_BESIDE:
            return lines[:count], lines[count:]
    return lines, []


def _as_list(names: tuple[str, ...]) -> list[str]:
    """Each line ends in a semicolon and the last in a full stop, unless its author has ended it."""
    ends = [";" if number < len(names) else "." for number in range(1, len(names) + 1)]
    return [name if name.endswith((";", ".", ",")) else f"{name}{end}" for name, end in zip(names, ends, strict=True)]
