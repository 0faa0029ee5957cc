"""Decree 30/2020/NĐ-CP, Appendix I, Part I, as a table: every element of our documents and how it is to stand there."""

from __future__ import annotations

from collections.abc import Callable

import decree_texts as texts
from decree_checks import (
    apart,
    at_left_margin,
    begins_indented,
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


def _only(of: texts.Texts) -> Callable[[Reading], Passage]:
    """The first passage of these texts; an empty one where there is none, as of a signature that nobody has named."""
    return lambda reading: next((found for text in of(reading.dossier) for found in reading.passages(text)), ())


_THE_STATE = _only(texts.state_name)
_THE_AGENCY = _only(texts.agency)
_THE_NUMBER = _only(texts.number)
_THE_AUTHORITY = _only(texts.authority)

_RUNNING = (indented, justified, well_spaced, apart(6))
_HEADING = (indented, well_spaced, apart(6))
_LINE_UNDER = underlined(1 / 3, 1 / 2)

HEAD = (
    Element("Quốc hiệu", "II.1.a", texts.state_name, "bold", (12, 13), (capitals, right_of(_THE_AGENCY))),
    Element("Tiêu ngữ", "II.1.b", texts.motto, "bold", (13, 14), (centred_with(_THE_STATE), underlined(1, 1))),
    Element(
        "Cơ quan chủ quản", "II.2.b", texts.parent_agency, "upright", (12, 13), (capitals, centred_with(_THE_AGENCY))
    ),
    Element("Cơ quan ban hành", "II.2.b", texts.agency, "bold", (12, 13), (capitals, _LINE_UNDER)),
    Element("Số, ký hiệu", "II.3.c", texts.number, "upright", (13, 13), (centred_with(_THE_AGENCY),)),
    Element(
        "Địa danh, thời gian",
        "II.4.c",
        texts.date,
        "italic",
        (13, 14),
        (centred_with(_THE_STATE), level_with(_THE_NUMBER)),
    ),
    Element("Tên loại", "II.5.b", texts.type_names, "bold", (13, 14), (capitals, centred)),
    Element("Trích yếu", "II.5.b", texts.summaries, "bold", (13, 14), (centred, well_spaced, _LINE_UNDER)),
    Element(
        "Trích yếu công văn",
        "II.5.b",
        texts.letter_subject,
        "upright",
        (12, 13),
        (centred_with(_THE_NUMBER), apart(6)),
    ),
    Element("Dấu chỉ mức độ khẩn", "III.2.b", texts.urgency, "bold", (13, 14), (framed(8),), "red"),
    Element("Kính gửi", "II.9.d", texts.addressees, "upright", (13, 14)),
    Element("Nơi được kính gửi", "II.9.d", texts.listed_addressees, "upright", (13, 14)),
)

TEXT = (
    Element("Thẩm quyền ban hành", "Phụ lục III, mẫu 1.2", texts.deciding, "bold", (14, 14), (capitals, centred)),
    Element("Căn cứ ban hành", "II.6.b", texts.bases, "italic", (13, 14), _RUNNING),
    Element("Quyết định", "Phụ lục III, mẫu 1.2", texts.decides, "bold", (13, 14), (capitals, centred)),
    Element("Điều", "II.6.đ", texts.numbers_of_articles, "bold", (13, 14), (begins_indented, apart(6))),
    Element("Lời văn của điều", "II.6.e", texts.texts_of_articles, "upright", (13, 14), (justified, well_spaced)),
    Element("Nội dung văn bản", "II.6.e", texts.paragraphs, "upright", (13, 14), _RUNNING),
    Element("Mục", "II.6.đ; V.6.b", texts.sections, "bold", (13, 14), (capitals, *_HEADING)),
    Element("Khoản có tiêu đề", "II.6.đ", texts.clauses, "bold", (13, 14), _HEADING),
    Element("Điểm", "II.6.đ", texts.points, "upright", (13, 14), _HEADING),
    Element("Số tiền bằng chữ", "của ta", texts.words, "italic", (13, 14), (indented, justified)),
    Element("Ghi chú, giải trình", "của ta", texts.remarks, "italic", (12, 13), (well_spaced,)),
    Element("Tên biểu đồ", "của ta", texts.charts, "italic", (13, 13), (centred,)),
    Element("Đơn vị tính", "của ta", texts.unit_lines, "italic", (12, 12)),
)

END = (
    Element(
        "Quyền hạn, chức vụ của người ký",
        "II.7.đ",
        texts.authority,
        "bold",
        (13, 14),
        (capitals, centred_with(_THE_AUTHORITY)),
    ),
    Element("Họ và tên của người ký", "II.7.đ", texts.signer, "bold", (13, 14), (centred_with(_THE_AUTHORITY),)),
    Element(
        "Nơi nhận",
        "II.9.d",
        texts.recipients_title,
        "bold italic",
        (12, 12),
        (at_left_margin, level_with(_THE_AUTHORITY)),
    ),
    Element("Từng nơi nhận", "II.9.d", texts.recipients, "upright", (11, 11), (at_left_margin,)),
)

APPENDIX = (
    Element("Phụ lục", "III.1.b", texts.appendices, "bold", (14, 14), (centred,)),
    Element("Tên phụ lục", "III.1.b", texts.titles_of_appendices, "bold", (13, 14), (capitals, centred)),
    Element("Kèm theo văn bản", "III.1.c", texts.attached, "italic", (13, 14), (centred,)),
    Element("Số của biểu", "của ta", texts.numbers_of_wide_tables, "bold", (13, 14), (centred,)),
    Element("Tên biểu", "của ta", texts.titles_of_wide_tables, "bold", (13, 14), (centred,)),
    Element("Biểu kèm theo phụ lục", "III.1.c", texts.appendices_of_tables, "italic", (13, 14), (centred,)),
)

ELEMENTS = (*HEAD, *TEXT, *END, *APPENDIX)
