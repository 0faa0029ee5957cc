"""Bars are as long as their figures say, stay together where a page has room, and keep apart on a grey printer."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from pdf_reading import page_texts, pages_of, printed, text_of
from preflight import as_part_1, preflight_faults
from printed_documents import people_chart, report_with_charts, stacked_chart
from printed_values import answer, text
from traced_pages import Rule, traced

from cbc_desktop.documents.pdf.charts import shade
from cbc_desktop.documents.pdf.decree30 import BOTTOM, TOP
from cbc_desktop.documents.pdf.pdfa import to_pdfa
from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.documents.printed_chart import ChartTarget, PrintedChart
from cbc_desktop.documents.printed_form import PrintedBlock, PrintedHeading, PrintedParagraph

FRAME, BETWEEN_PIECES = "0.72 0.72 0.72", "1.00 1.00 1.00"


def pieces(chart: PrintedChart) -> list[Rule]:
    """The rectangles of bars, from the top; frames and the squares of the legend are left out."""
    found = [rule for page in traced(printed(chart)) for rule in page.rules if 10 < rule.height < 12]
    return [rule for rule in found if rule.colour not in (FRAME, BETWEEN_PIECES)]


def frames(chart: PrintedChart) -> list[Rule]:
    return [rule for page in traced(printed(chart)) for rule in page.rules if rule.colour == FRAME and rule.height > 10]


def test_a_bar_is_as_long_as_its_figure_says_and_its_figure_stands_beside_it() -> None:
    bars = pieces(people_chart(4))
    lengths = [bar.length for bar in bars]
    assert lengths == pytest.approx([lengths[-1] * part / 4 for part in (1, 2, 3, 4)], abs=0.1)
    assert len({round(bar.left, 1) for bar in bars}) == 1
    assert "Nhóm 3 3 Nhóm 4 4" in text_of(printed(people_chart(4)), "-layout")


def test_pieces_of_a_stacked_bar_follow_each_other_and_blanks_are_left_to_the_end() -> None:
    chart = replace(stacked_chart(), bars=stacked_chart().bars[:1])
    in_order = sorted(pieces(chart), key=lambda rule: rule.left)
    (framed,) = frames(chart)
    assert [part.length / framed.length for part in in_order] == pytest.approx([0.40, 0.25, 0.10], abs=0.01)
    assert in_order[1].left == pytest.approx(in_order[0].right, abs=0.1)


def test_the_legend_says_what_the_pieces_are_what_is_missing_and_what_is_aimed_at() -> None:
    chart = replace(stacked_chart(), target=ChartTarget(Decimal(70), "Chỉ tiêu 70%"))
    said = text_of(printed(chart))
    for words in (*chart.series, chart.rest, "Chỉ tiêu 70%"):
        assert words in said


SENTENCE = PrintedParagraph("Có 60 trong số 63 cơ quan đã gửi trả lời nội dung này, được nêu như sau.")


def filled(lines: int, *blocks: PrintedBlock) -> bytes:
    """Pages on which so many lines stand before the blocks."""
    return printed(*(answer(f"q{line}", f"{line}. Câu hỏi", text("có")) for line in range(lines)), *blocks)


@pytest.mark.parametrize("lines", range(20, 44, 3))
def test_a_small_chart_is_not_broken(lines: int) -> None:
    pages = page_texts(filled(lines, people_chart(5)))
    assert [page for page in pages if "Biểu đồ 2" in page] == [page for page in pages if "Nhóm 5" in page]


@pytest.mark.parametrize("lines", range(20, 44, 3))
def test_a_chart_begins_on_the_page_of_its_text(lines: int) -> None:
    pages = page_texts(filled(lines, PrintedHeading(2, "1. Đội ngũ"), SENTENCE, people_chart(20)))
    (begun,) = (page for page in pages if "1. Đội ngũ" in page)
    assert "Biểu đồ 2" in begun


@pytest.mark.parametrize("lines", range(20, 44, 3))
def test_no_third_of_a_page_is_left_empty_for_a_chart(lines: int) -> None:
    charts = (PrintedHeading(2, "1. Đội ngũ"), *[SENTENCE] * 5, people_chart(20), SENTENCE, stacked_chart())
    for page in pages_of(filled(lines, *charts, *charts))[:-1]:
        lowest = max(word.bottom for word in page.words if word.bottom < page.height - BOTTOM)
        assert page.height - BOTTOM - lowest < (page.height - TOP - BOTTOM) / 3


def test_a_chart_that_goes_on_has_three_bars_at_least_on_each_page() -> None:
    for lines in range(20, 44, 3):
        counts = [page.count("Nhóm") for page in page_texts(filled(lines, people_chart(12)))]
        assert sum(counts) == 12
        assert all(count == 0 or count >= 3 for count in counts)


def test_one_that_is_higher_than_a_page_goes_on_under_the_same_header_and_to_the_same_scale() -> None:
    chart = people_chart(90)
    pages = page_texts(printed(chart))
    begun = [page for page in pages if "Nhóm" in page]
    assert len(begun) > 1
    assert all("Người" in page for page in begun)
    lengths = [bar.length for bar in pieces(chart)]
    assert len(lengths) == 90
    assert lengths == pytest.approx([lengths[-1] * part / 90 for part in range(1, 91)], abs=0.1)


@pytest.mark.parametrize("count", range(2, 8))
def test_shades_differ_without_colour(count: int) -> None:
    greys = [0.299 * one.red + 0.587 * one.green + 0.114 * one.blue for one in (shade(n, count) for n in range(count))]
    assert all(after - before > 0.08 for before, after in pairwise(greys))


def test_nothing_longer_than_the_axis_leaves_it_and_nothing_is_drawn_below_nought() -> None:
    bars = tuple(
        replace(bar, values=(value,))
        for bar, value in zip(people_chart(2).bars, (Decimal(500), Decimal(-5)), strict=True)
    )
    chart = replace(people_chart(2), bars=bars, full=Decimal(100))
    (only,) = pieces(chart)
    assert only.length == pytest.approx(frames(chart)[0].length, abs=0.5)


def test_the_pages_are_fit_for_an_archive() -> None:
    finished = to_pdfa(render_pdf(report_with_charts()), [])
    assert preflight_faults(as_part_1(finished)) == ""
