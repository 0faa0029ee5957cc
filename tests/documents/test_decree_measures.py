"""The finished PDF keeps the measures of Decree 30/2020/NĐ-CP: MuPDF reads back what stands where, and how large."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from decree_accounts import strays_in_the_margin, unaccounted
from decree_reading import LEFT, MM, RIGHT, SLACK, Element, Reading, is_page_number
from decree_table import ELEMENTS
from pdf_reading import with_blocks
from pikepdf import Name
from printed_documents import decision, plan_document, report, report_with_charts
from printed_samples import cover_letter, large_dossier, small_dossier
from printed_values import answer, text
from traced_pages import traced

from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.documents.printed_form import PrintedHeading

SAMPLES = {
    "công văn chờ văn thư cấp số": small_dossier,
    "hồ sơ lớn": large_dossier,
    "công văn đã có số": lambda: replace(
        small_dossier(), document=replace(cover_letter(), number="05", date="ngày 25 tháng 3 năm 2022")
    ),
    "công văn hỏa tốc gửi nhiều nơi": lambda: replace(
        small_dossier(),
        document=replace(
            cover_letter(),
            parent_agency="Ủy ban nhân dân tỉnh Cao Bằng",
            agency="Sở Thông tin và Truyền thông",
            addressees=("Bộ Thông tin và Truyền thông", "Bộ Nội vụ", "Bộ Tài chính"),
            urgency="Hỏa tốc",
        ),
    ),
    "phụ lục có mục, khoản, điểm": lambda: with_blocks(
        PrintedHeading(1, "I. " + "NỘI DUNG TRUYỀN THÔNG " * 5),
        PrintedHeading(2, "1. " + "Phạm vi và đối tượng " * 5),
        PrintedHeading(3, "a) " + "Đối với các sở, ban, ngành " * 5),
        answer("q", "1. Tên đơn vị", text("Sở Ví dụ"), note="Đã đổi tên. " * 20),
    ),
    "báo cáo": report,
    "kế hoạch": plan_document,
    "quyết định kèm kế hoạch": decision,
    "báo cáo tổng hợp có biểu đồ": report_with_charts,
    "dự thảo thử nghiệm": lambda: replace(small_dossier(), draft=True, trial=True),
}


@cache
def reading(name: str) -> Reading:
    return Reading.of(SAMPLES[name]())


def everything() -> Iterator[Reading]:
    return (reading(name) for name in SAMPLES)


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda element: element.name)
def test_every_element_stands_as_its_paragraph_of_the_decree_says(element: Element) -> None:
    assert any(element.passages(one) for one in everything()), (
        f"{element.name} was found in no sample as {element.source} has it"
    )
    assert [fault for one in everything() for fault in element.faults(one)] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_stands_between_the_margins_that_no_rule_accounts_for(name: str) -> None:
    assert unaccounted(reading(name)) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_the_margins_hold_page_numbers_the_line_at_the_foot_and_marks_and_nothing_else(name: str) -> None:
    assert strays_in_the_margin(reading(name)) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_pages_are_a4_and_neither_text_nor_drawn_lines_leave_the_margins(name: str) -> None:
    one = reading(name)
    for page in one.pages:
        assert sorted((page.width, page.height)) == pytest.approx([210 * MM, 297 * MM], abs=0.1)
        assert [rule for rule in page.rules if rule.left < LEFT - 1 or rule.right > page.width - RIGHT + 1] == []
    assert [
        line for line in one.body if line.left < LEFT - SLACK or line.right > one.page(line).width - RIGHT + 1
    ] == []


def test_margins_above_and_below_are_no_wider_than_twenty_five_millimetres() -> None:
    """Decree 30/2020/NĐ-CP, Appendix I, I.3; a page that ends early tells nothing of the margin below."""
    one = reading("hồ sơ lớn")
    tops = [min(line.baseline - line.size for line in one.body if line.page == page) for page in range(len(one.pages))]
    assert max(tops) < 25 * MM
    ends = [one.page(line).height - line.baseline for line in one.body if one.page(line).width < one.page(line).height]
    assert min(ends) < 25 * MM


def test_pages_of_each_part_are_numbered_from_its_second_on_in_the_middle_of_the_top_margin() -> None:
    one = reading("hồ sơ lớn")
    numbers = [[line for line in page.lines if is_page_number(line, page)] for page in one.pages]
    assert {len(found) for found in numbers} == {0, 1}
    assert {(line.face, line.size) for found in numbers for line in found} == {("upright", 13.0)}
    firsts = [place for place, found in enumerate(numbers) if not found]
    assert len(firsts) == 1 + len(one.dossier.appendices)


def test_a_stray_letter_of_another_face_or_size_is_found() -> None:
    for font, size in ((Name.Helvetica, 13), (Name("/Times-Roman"), 15), (Name("/Times-Roman"), 13)):
        strays = unaccounted(Reading(small_dossier(), traced(_with_stray(font, size))))
        assert [line.text for line in strays] == ["x"]


def _with_stray(font: Name, size: float) -> bytes:
    """The small sample with an "x" at the foot of its first page, in a font that nobody embedded."""
    with pikepdf.open(BytesIO(render_pdf(small_dossier()).content)) as pdf:
        page = pdf.pages[0]
        page.obj.Resources.Font.Stray = pikepdf.Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=font)
        page.contents_add(f"BT /Stray {size} Tf 100 100 Td (x) Tj ET".encode())
        content = BytesIO()
        pdf.save(content)
    return content.getvalue()
