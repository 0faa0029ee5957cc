"""Decree 30/2020/NĐ-CP, Appendix I, Part I, as a table: every element of our documents and how it is to stand there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from decree_checks import (
    apart,
    at_left_margin,
    capitals,
    centred,
    centred_with,
    framed,
    indented,
    justified,
    level_with,
    right_of,
    underlined,
    well_spaced,
)
from decree_reading import Element, Passage, Reading

from cbc_desktop.documents.printed_form import (
    PrintedAnswer,
    PrintedDossier,
    PrintedForm,
    PrintedHeading,
    PrintedRemark,
    PrintedTable,
)

STATE_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def _agency(dossier: PrintedDossier) -> list[str]:
    return ["\n".join(dossier.document.letterhead or (dossier.document.agency,)).upper()]


def _number(dossier: PrintedDossier) -> list[str]:
    return [f"Số: {dossier.document.number}/{dossier.document.symbol}"]


def _date(dossier: PrintedDossier) -> list[str]:
    return [f"{dossier.document.place}, {_day(dossier)}"]


def _day(dossier: PrintedDossier) -> str:
    return dossier.document.date or "ngày tháng năm"


def _addressees(dossier: PrintedDossier) -> list[str]:
    names = dossier.document.addressees
    return [f"Kính gửi: {names[0]}"] if len(names) == 1 else ["Kính gửi:"]


def _listed_addressees(dossier: PrintedDossier) -> list[str]:
    return _listed(dossier.document.addressees) if len(dossier.document.addressees) > 1 else []


def _listed(names: tuple[str, ...]) -> list[str]:
    """Each behind a hyphen, with a semicolon at its end, the last with a full stop."""
    return [*(f"- {name};" for name in names[:-1]), *(f"- {name}." for name in names[-1:])]


def _appendix(form: PrintedForm) -> str:
    return f"Phụ lục {form.number}"


def _attached(dossier: PrintedDossier) -> list[str]:
    """In an electronic document the number and the date are left open (III.1.c)."""
    number = f"{dossier.document.number}/{dossier.document.symbol}"
    return [f"(Kèm theo Công văn số {number} {_day(dossier)} của {dossier.document.agency})"]


def _headings(level: int) -> Callable[[PrintedDossier], list[str]]:
    def texts(dossier: PrintedDossier) -> list[str]:
        found = (block for form in dossier.forms for block in form.blocks if isinstance(block, PrintedHeading))
        return [heading.text for heading in found if min(heading.level, 3) == level]

    return texts


def _tables(dossier: PrintedDossier) -> list[PrintedTable]:
    return [block for form in dossier.forms for block in form.blocks if isinstance(block, PrintedTable)]


def _remarks(dossier: PrintedDossier) -> list[str]:
    return [f"{remark.title}: {remark.text}" for remark in _all_remarks(dossier)]


def _all_remarks(dossier: PrintedDossier) -> Iterator[PrintedRemark]:
    for form in dossier.forms:
        for block in form.blocks:
            if not isinstance(block, PrintedHeading):
                yield from block.remarks


def _words(dossier: PrintedDossier) -> list[str]:
    blocks = [block for form in dossier.forms for block in form.blocks]
    said = [block.words for block in blocks if isinstance(block, PrintedAnswer | PrintedTable)]
    return [f"Bằng chữ: {words}." for words in said if words]


def _numbers_of_wide_tables(dossier: PrintedDossier) -> list[str]:
    numbers = range(1, len(_tables(dossier)) + 1)
    parts = [f"(phần {part}/{parts})" for parts in range(2, 6) for part in range(1, parts + 1)]
    return [f"Biểu {number}{part}" for number, part in product(numbers, ["", *parts])]


def _only(texts: Callable[[PrintedDossier], list[str]]) -> Callable[[Reading], Passage]:
    return lambda reading: next(reading.passages(texts(reading.dossier)[0]))


_THE_STATE = _only(lambda dossier: [STATE_NAME])
_THE_AGENCY = _only(_agency)
_THE_NUMBER = _only(_number)
_THE_AUTHORITY = _only(lambda dossier: list(dossier.document.signature.lines))

LETTER = (
    Element("Quốc hiệu", "II.1.a", lambda _: [STATE_NAME], "bold", (12, 13), (capitals, right_of(_THE_AGENCY))),
    Element("Tiêu ngữ", "II.1.b", lambda _: [MOTTO], "bold", (13, 14), (centred_with(_THE_STATE), underlined(1, 1))),
    Element(
        "Cơ quan chủ quản",
        "II.2.b",
        lambda dossier: [dossier.document.parent_agency.upper()],
        "upright",
        (12, 13),
        (capitals, centred_with(_THE_AGENCY)),
    ),
    Element("Cơ quan ban hành", "II.2.b", _agency, "bold", (12, 13), (capitals, underlined(1 / 3, 1 / 2))),
    Element("Số, ký hiệu", "II.3.c", _number, "upright", (13, 13), (centred_with(_THE_AGENCY),)),
    Element(
        "Địa danh, thời gian",
        "II.4.c",
        _date,
        "italic",
        (13, 14),
        (centred_with(_THE_STATE), level_with(_THE_NUMBER)),
    ),
    Element(
        "Trích yếu công văn",
        "II.5.b",
        lambda dossier: [dossier.document.subject],
        "upright",
        (12, 13),
        (centred_with(_THE_NUMBER), apart(6)),
    ),
    Element(
        "Dấu chỉ mức độ khẩn",
        "III.2.b",
        lambda dossier: [dossier.document.urgency.upper()],
        "bold",
        (13, 14),
        (framed(8),),
        "red",
    ),
    Element("Kính gửi", "II.9.d", _addressees, "upright", (13, 14)),
    Element("Nơi được kính gửi", "II.9.d", _listed_addressees, "upright", (13, 14)),
    Element(
        "Nội dung công văn",
        "II.6.e",
        lambda dossier: list(dossier.document.paragraphs),
        "upright",
        (13, 14),
        (indented, justified, well_spaced, apart(6)),
    ),
    Element(
        "Quyền hạn, chức vụ của người ký",
        "II.7.đ",
        lambda dossier: list(dossier.document.signature.lines),
        "bold",
        (13, 14),
        (capitals, centred_with(_THE_AUTHORITY)),
    ),
    Element(
        "Họ và tên của người ký",
        "II.7.đ",
        lambda dossier: [dossier.document.signature.name],
        "bold",
        (13, 14),
        (centred_with(_THE_AUTHORITY),),
    ),
    Element(
        "Nơi nhận",
        "II.9.d",
        lambda _: ["Nơi nhận:"],
        "bold italic",
        (12, 12),
        (at_left_margin, level_with(_THE_AUTHORITY)),
    ),
    Element(
        "Từng nơi nhận",
        "II.9.d",
        lambda dossier: _listed(dossier.document.recipients),
        "upright",
        (11, 11),
        (at_left_margin,),
    ),
)

APPENDIX = (
    Element(
        "Phụ lục",
        "III.1.b",
        lambda dossier: [_appendix(form) for form in dossier.forms],
        "bold",
        (14, 14),
        (centred,),
    ),
    Element(
        "Tên phụ lục",
        "III.1.b",
        lambda dossier: [form.title.upper() for form in dossier.forms],
        "bold",
        (13, 14),
        (capitals, centred),
    ),
    Element("Kèm theo văn bản", "III.1.c", _attached, "italic", (13, 14), (centred,)),
    Element("Mục", "II.6.đ; V.6.b", _headings(1), "bold", (13, 14), (capitals, indented, well_spaced, apart(6))),
    Element("Khoản có tiêu đề", "II.6.đ", _headings(2), "bold", (13, 14), (indented, well_spaced, apart(6))),
    Element("Điểm", "II.6.đ", _headings(3), "upright", (13, 14), (indented, well_spaced, apart(6))),
    Element("Số tiền bằng chữ", "Phụ lục của ta", _words, "italic", (13, 14), (indented, justified)),
    Element("Ghi chú, giải trình", "Phụ lục của ta", _remarks, "italic", (12, 12), (well_spaced,)),
    Element(
        "Đơn vị tính",
        "Phụ lục của ta",
        lambda dossier: [table.unit_line for table in _tables(dossier)],
        "italic",
        (12, 12),
    ),
    Element("Số của biểu", "Phụ lục của ta", _numbers_of_wide_tables, "bold", (13, 14), (centred,)),
    Element(
        "Tên biểu",
        "Phụ lục của ta",
        lambda dossier: [table.label for table in _tables(dossier)],
        "bold",
        (13, 14),
        (centred,),
    ),
    Element(
        "Biểu kèm theo phụ lục",
        "III.1.c",
        lambda dossier: [f"(Kèm theo {_appendix(form)})" for form in dossier.forms],
        "italic",
        (13, 14),
        (centred,),
    ),
)

ELEMENTS = (*LETTER, *APPENDIX)
