"""A table with too many columns for a page is printed in parts that can be read, and nothing of it is lost."""

from __future__ import annotations

from pdf_reading import page_texts, pages_of, printed
from printed_values import blank, column, day, integer, table, text

from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.column_widths import measure
from cbc_desktop.documents.pdf.table_parts import LEGIBLE, in_parts
from cbc_desktop.documents.printed_form import PrintedTable

WIDTH = decree30.LANDSCAPE_WIDTH


def many_columns(count: int) -> PrintedTable:
    columns = [column("tt", "TT"), *(column(f"c{n}", f"Ngày{n}") for n in range(count))]
    row = [integer(1), *(day("2022-12-31") for _ in range(count))]
    totals = [text("Cộng"), *(blank() for _ in range(count - 1)), integer(1)]
    return table("t", "Bảng rộng", columns, [row] * 3, totals=totals, words="Một", note="Đã kiểm tra", landscape=True)


def test_a_table_whose_words_fit_stays_whole() -> None:
    whole = many_columns(8)
    assert in_parts(whole, WIDTH) == [whole]


def test_parts_are_legible_share_the_columns_in_order_and_repeat_the_first() -> None:
    parts = in_parts(many_columns(40), WIDTH)
    assert len(parts) > 1
    assert all(measure(part, WIDTH).fits and measure(part, WIDTH).size >= LEGIBLE for part in parts)
    assert all(part.columns[0].id == "tt" and part.rows[0][0].text == "1" for part in parts)
    assert [each.id for part in parts for each in part.columns[1:]] == [f"c{n}" for n in range(40)]


def test_totals_words_and_remarks_stand_below_the_last_part() -> None:
    *before, last = in_parts(many_columns(40), WIDTH)
    assert [(part.totals, part.words, part.remarks) for part in before] == [((), "", ())] * len(before)
    assert (last.words, last.remarks[0].text) == ("Một", "Đã kiểm tra")
    assert last.totals[-1].text == "1"


def test_every_part_has_its_title_on_paper() -> None:
    pages = " ".join(page_texts(printed(many_columns(40))))
    count = len(in_parts(many_columns(40), WIDTH))
    assert all(f"Biểu 1 (phần {number}/{count}) Bảng rộng" in pages for number in range(1, count + 1))
    assert all(f"Ngày{number}" in pages for number in range(40))


def test_a_table_too_wide_for_portrait_is_turned_without_being_asked() -> None:
    columns = [column(f"c{n}", f"Ngày{n}") for n in range(12)]
    pages = pages_of(printed(table("t", "Bảng", columns, [[day("2022-12-31")] * 12])))
    assert pages[-1].width > pages[-1].height


def test_a_table_of_one_column_of_texts_is_a_list_of_points() -> None:
    purposes = [[text(f"Mục đích thứ {number}")] for number in range(1, 26)]
    found = " ".join(page_texts(printed(table("t", "Mục đích", [column("c", "Mục đích")], purposes))))
    assert "Mục đích: a) Mục đích thứ 1 b) Mục đích thứ 2" in found
    assert "d) Mục đích thứ 4 đ) Mục đích thứ 5 e) Mục đích thứ 6" in found
    assert "y) Mục đích thứ 23 - Mục đích thứ 24" in found


def test_a_single_column_with_a_name_of_its_own_or_figures_stays_a_table() -> None:
    named = printed(table("t", "Tài liệu", [column("c", "Tên tài liệu")], [[text("Kế hoạch")]]))
    counted = printed(table("t", "Số người", [column("c", "Số người", unit="người")], [[text("5")]]))
    assert "Tài liệu: Tên tài liệu Kế hoạch" in page_texts(named)[1]
    assert "(người) 5" in page_texts(counted)[1]
