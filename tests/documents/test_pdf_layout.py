"""The pages as a records clerk measures them: margins, page numbers, wide tables, splits (Decree 30, Appendix I)."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from pdf_reading import Page, page_texts, pages_of, printed, text_of, with_blocks
from printed_samples import cover_letter, large_dossier, small_dossier
from printed_values import answer, column, decimal, integer, table, text

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.documents.pdf.field_names import AGENCY_FIELD, DATE_FIELD, LEADER_FIELD, NUMBER_FIELD
from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.documents.printed_form import PrintedHeading

MM = 72 / 25.4
LEFT, RIGHT, TOP, BOTTOM = 30 * MM, 15 * MM, 20 * MM, 20 * MM
SLACK = 1.5  # points; poppler measures letters with their side bearings


def large_pages() -> list[Page]:
    return pages_of(render_pdf(large_dossier()).content)


def test_no_text_leaves_the_margins() -> None:
    for page in large_pages():
        assert page.body
        assert min(word.left for word in page.body) >= LEFT - SLACK
        assert max(word.right for word in page.body) <= page.width - RIGHT + SLACK
        assert min(word.top for word in page.body) >= TOP - SLACK
        assert max(word.bottom for word in page.body) <= page.height - BOTTOM + SLACK


def test_the_letter_and_each_appendix_are_numbered_on_their_own_and_not_on_their_first_page() -> None:
    numbers = [page.number for page in large_pages()]
    starts = [place for place, number in enumerate(numbers) if number == ""]
    assert len(starts) == 3
    parts = [numbers[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    assert parts == [["", *map(str, range(2, len(part) + 1))] for part in parts]


def test_wide_tables_stand_on_landscape_pages_at_the_end_of_their_appendix_and_share_pages() -> None:
    pages = page_texts(render_pdf(large_dossier()).content)
    turned = [page.width > page.height for page in large_pages()]
    start = next(place for place, page in enumerate(pages) if page.startswith("Phụ lục II"))
    plan = turned[start:]
    assert plan == sorted(plan)
    first_landscape = pages[start + plan.index(True)]
    assert all(f"Biểu {number} " in first_landscape for number in (1, 2))
    assert "Bảng nhiệm vụ, hoạt động: xem Biểu 3 kèm theo Phụ lục II" in " ".join(pages)


def test_a_table_of_a_thousand_rows_prints_every_row_once_under_its_header() -> None:
    columns = [column("stt", "Thứ tự", width=1), column("ten", "Tên xã", width=5)]
    rows = [[integer(number), text(f"Xã tên{number}x")] for number in range(1000)]
    pages = page_texts(printed(table("t", "Danh sách xã", columns, rows, totals=[text("Cộng"), integer(1000)])))[1:]
    assert len(pages) > 20
    assert all("Thứ tự Tên xã" in page for page in pages)
    assert [word for page in pages for word in page.split() if word.startswith("tên")] == [
        f"tên{n}x" for n in range(1000)
    ]


def test_a_row_taller_than_a_page_goes_on_over_the_next_pages() -> None:
    words = [f"từ{number}" for number in range(4000)]
    columns = [column("a", "Tình huống", width=1), column("b", "Kịch bản", width=1)]
    rows = [[text("trước"), text("x")], [text("giữa"), text(" ".join(words))], [text("sau"), text("x")]]
    pages = page_texts(printed(table("t", "Rủi ro", columns, rows)))[1:]
    assert len(pages) > 3
    assert [word for page in pages for word in page.split() if word.startswith("từ")] == words
    assert "sau" in pages[-1]


def test_a_word_longer_than_its_column_is_broken_not_cut_off() -> None:
    columns = [column("a", "Tên"), column("b", "Đường dẫn"), column("c", "Ghi chú")]
    rows = [[text("x"), text("https://" + "w" * 300), text("y")]]
    assert text_of(printed(table("t", "Tệp", columns, rows))).count("w") == 300


def test_a_table_without_rows_is_one_line() -> None:
    columns = [column("a", "Cột không được in")]
    found = text_of(
        printed(table("t", "Danh mục quy định", columns, [], unit_line="Đơn vị tính: đồng", landscape=True))
    )
    assert "Danh mục quy định: (không có)" in found
    assert "Cột không được in" not in found


def test_totals_never_stand_alone_on_a_page() -> None:
    columns = [column("a", "Tên", width=3), column("b", "Số", width=1)]
    for count in range(25, 40):
        rows = [[text(f"dòng {number}"), integer(number)] for number in range(count)]
        pages = page_texts(printed(table("t", "Bảng", columns, rows, totals=[text("Tổng cộng"), integer(1)])))
        with_total = next(page for page in pages if "Tổng cộng" in page)
        assert f"dòng {count - 1}" in with_total


def test_what_is_remarked_about_a_table_never_stands_on_a_page_without_a_row() -> None:
    columns = [column("a", "Tên", width=3), column("b", "Số", width=1)]
    for count in range(25, 40):
        rows = [[text(f"dòng {number}"), integer(number)] for number in range(count)]
        pages = page_texts(printed(table("t", "Bảng", columns, rows, words="Một trăm", note="Đã đối chiếu")))
        for said in ("Bằng chữ: Một trăm.", "Ghi chú: Đã đối chiếu"):
            assert [f"dòng {count - 1}" in page for page in pages if said in page] == [True]


def test_a_heading_is_never_the_last_thing_on_a_page() -> None:
    blocks = [
        block
        for number in range(120)
        for block in (PrintedHeading(1, f"ĐẦU{number}"), answer(f"q{number}", f"Câu{number}", integer(number)))
    ]
    for page in page_texts(printed(*blocks))[1:]:
        assert page.count("ĐẦU") == page.count("Câu")


def test_figures_and_units_follow_the_decree() -> None:
    columns = [column("nam", "Năm"), column("tien", "Kinh phí")]
    money = table(
        "t",
        "Kinh phí",
        columns,
        [[text("2021"), decimal("1174.6")]],
        unit_line="Đơn vị tính: triệu đồng",
        words="Một tỷ",
    )
    assert (
        "Kinh phí: Đơn vị tính: triệu đồng Năm Kinh phí 2021 1.174,6 Bằng chữ: Một tỷ." in page_texts(printed(money))[1]
    )


def test_headings_appendices_and_wide_tables_are_in_the_outline() -> None:
    with pikepdf.open(BytesIO(render_pdf(large_dossier()).content)) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        plan = [item.title for item in outline.root[2].children]
    assert titles[0] == "Công văn"
    assert titles[1].startswith("Phụ lục I. Phiếu khảo sát")
    assert plan[0] == "I. MỤC ĐÍCH, YÊU CẦU"
    assert plan[-1] == "Biểu 4. Rủi ro và xử lý khủng hoảng truyền thông"


def test_headings_may_begin_at_any_level() -> None:
    assert "1. a) Việc" in text_of(printed(PrintedHeading(3, "1."), PrintedHeading(9, "a) Việc")))


def test_the_letter_has_the_elements_of_the_decree_in_their_order() -> None:
    letter = page_texts(render_pdf(small_dossier()).content)[0]
    order = [
        "CỘNG HÒA XÃ HỘI",
        "Độc lập - Tự do - Hạnh phúc",
        "V/v cung cấp",
        "Kính gửi: Bộ",
        "Thực hiện Công văn",
        "Trân trọng./.",
        "TM. ỦY BAN NHÂN DÂN",
        "PHÓ CHỦ TỊCH",
        "- Lưu: VT, VX (NT).",
        "Nông Thị Ví Dụ",
    ]
    places = [letter.index(element) for element in order]
    assert places == sorted(places)
    assert "- Như trên;" in letter


def test_several_addressees_stand_under_the_colon_one_to_a_line() -> None:
    cover = replace(cover_letter(), addressees=("Bộ Tài chính", "Bộ Nội vụ"), urgency="Hỏa tốc")
    letter = page_texts(render_pdf(replace(small_dossier(), document=cover)).content)[0]
    assert "HỎA TỐC Kính gửi: - Bộ Tài chính; - Bộ Nội vụ." in letter


def test_a_hundred_recipients_go_on_below_the_signature() -> None:
    cover = replace(cover_letter(), recipients=tuple(f"Nơi{number}" for number in range(100)))
    found = text_of(render_pdf(replace(small_dossier(), document=cover)).content)
    assert all(f"- Nơi{number};" in found for number in range(99))
    assert "- Nơi99." in found


def test_the_signature_stays_with_the_last_paragraph() -> None:
    for count in range(2, 9):
        cover = replace(cover_letter(), paragraphs=("Đoạn văn dài. " * 20,) * count + ("Trân trọng./.",))
        pages = page_texts(render_pdf(replace(small_dossier(), document=cover)).content)
        assert next(page for page in pages if "PHÓ CHỦ TỊCH" in page).count("Trân trọng./.") == 1


def test_the_largest_seal_covers_the_left_third_of_the_leaders_signature() -> None:
    places = render_pdf(small_dossier()).places
    seal, leader = places[AGENCY_FIELD], places[LEADER_FIELD]
    assert (seal.width, seal.height) == pytest.approx((42 * MM, 42 * MM))
    assert seal.left + seal.width == pytest.approx(leader.left + leader.width / 3)
    assert seal.bottom + seal.height / 2 == pytest.approx(leader.bottom + leader.height / 2)
    assert list(places).index(AGENCY_FIELD) > list(places).index(LEADER_FIELD)  # it is painted over the signature


def test_the_leader_signs_in_the_middle_between_position_and_name() -> None:
    rendered = render_pdf(small_dossier())
    leader = rendered.places[LEADER_FIELD]
    words = pages_of(rendered.content)[leader.page].words
    (position,) = [word for word in words if word.text == "PHÓ"]
    name = [word for word in words if word.text in cover_letter().signature.name.split() and word.top > position.bottom]
    middle = leader.left + leader.width / 2
    assert (name[0].left + name[-1].right) / 2 == pytest.approx(middle, abs=1)
    centre = pages_of(rendered.content)[leader.page].height - (position.bottom + name[0].top) / 2
    assert leader.bottom + leader.height / 2 == pytest.approx(centre, abs=3)


@pytest.mark.parametrize("recipient", ["Như trên", "WWW " * 40], ids=["short", "many lines"])
def test_no_field_touches_a_word_beside_it(recipient: str) -> None:
    cover = replace(cover_letter(), recipients=(recipient,) * 3)
    rendered = render_pdf(replace(small_dossier(), document=cover))
    page = pages_of(rendered.content)[0]
    for place in rendered.places.values():
        top, bottom = page.height - place.bottom - place.height, page.height - place.bottom
        for word in page.words:
            assert (
                word.bottom <= top + 3
                or word.top >= bottom - 3
                or word.right <= place.left
                or word.left >= place.left + place.width
            )


def test_number_and_date_have_fields_on_one_line_of_the_first_page() -> None:
    places = render_pdf(small_dossier()).places
    number, date = places[NUMBER_FIELD], places[DATE_FIELD]
    assert number.page == date.page == 0
    assert number.bottom == date.bottom
    assert number.left + number.width < date.left
    assert number.field.text == "Số:        /UBND-VX"
    assert date.field.text.startswith("Cao Bằng, ngày ")


def test_what_cannot_be_laid_out_is_refused_in_plain_words() -> None:
    cover = replace(cover_letter(), agency="Cơ quan " * 3000)
    with pytest.raises(UserFacingError, match="too long to be laid out"):
        render_pdf(replace(with_blocks(), document=cover))
