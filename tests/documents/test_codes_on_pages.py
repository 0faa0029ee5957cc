"""Codes on the pages of a document, seen by poppler: where they stand, how large a module is, what stands beside."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from random import Random

import pikepdf
import pytest
import zxingcpp
from pdf_reading import page_texts, pages_of
from PIL import Image, ImageChops
from printed_samples import small_dossier

from cbc_desktop.documents.pdf.pdfa import to_pdfa
from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.documents.printed_codes import MOST_BYTES, ON_A_PAGE, CodePage, PrintedCode, PrintedCodes
from cbc_desktop.documents.printed_form import PrintedDossier
from cbc_desktop.documents.scans.codes import Effort, codes_on

MILLIMETRE = 72 / 25.4


def code(number: int, size: int = MOST_BYTES) -> PrintedCode:
    return PrintedCode(Random(number).randbytes(size), f"Mã {number}/12")


def with_codes(*pages: int) -> PrintedDossier:
    """As many codes as each number says on a page of the survey; the plan has none, and says so."""
    dossier = small_dossier()
    survey, plan = dossier.forms
    numbered = [
        CodePage(f"(trang mã {page})", tuple(code(10 * page + number) for number in range(count)))
        for page, count in enumerate(pages, start=1)
    ]
    codes = {
        survey.form_id: PrintedCodes("MÃ SỐ LIỆU CỦA PHỤ LỤC I", "Các mã này chứa số liệu.", tuple(numbered), "abcd"),
        plan.form_id: PrintedCodes("", "Phụ lục II quá dài để in thành mã.", (), ""),
    }
    return replace(dossier, codes=codes)


def drawn(pdf: bytes, page: int, dpi: int) -> Image.Image:
    command = ["pdftoppm", "-r", str(dpi), "-f", str(page), "-l", str(page), "-"]
    return Image.open(BytesIO(subprocess.run(command, input=pdf, capture_output=True, check=True).stdout))


def pages_with_codes(pdf: bytes) -> list[int]:
    return [number for number, text in enumerate(page_texts(pdf), start=1) if "MÃ SỐ LIỆU" in text]


def test_codes_follow_their_form_on_pages_of_their_own_and_are_read_from_what_poppler_draws() -> None:
    dossier = with_codes(ON_A_PAGE, 4)
    pdf = render_pdf(dossier).content
    pages = pages_with_codes(pdf)
    assert pages == [pages[0], pages[0] + 1]
    assert "Phụ lục II" in page_texts(pdf)[pages[1]]
    printed = [set(codes_on(drawn(pdf, page, 150), Effort.AS_IT_IS)) for page in pages]
    survey = dossier.codes[dossier.forms[0].form_id]
    assert printed == [{one.content for one in page.codes} for page in survey.pages]


def test_every_page_of_codes_says_what_it_is_and_only_the_first_explains_it() -> None:
    pdf = render_pdf(with_codes(ON_A_PAGE, 1)).content
    first, second = (page_texts(pdf)[page - 1] for page in pages_with_codes(pdf))
    assert "Các mã này chứa số liệu." in first
    assert "Các mã này chứa số liệu." not in second
    for text, place in ((first, 1), (second, 2)):
        assert f"(trang mã {place})" in text
        assert "abcd" in text
    assert re.findall(r"Mã \d+/12", first) == [f"Mã {number}/12" for number in range(10, 19)]


def test_a_form_without_codes_says_so_behind_its_text_and_takes_no_page_for_it() -> None:
    pages = page_texts(render_pdf(with_codes(1)).content)
    without = page_texts(render_pdf(small_dossier()).content)
    (page,) = [text for text in pages if "Phụ lục II quá dài để in thành mã." in text]
    assert page != pages[-1]  # where a table lies on its side
    assert len(pages) == len(without) + len(pages_with_codes(render_pdf(with_codes(1)).content))


def test_a_module_has_049_millimetres_and_codes_keep_to_the_margins_and_apart() -> None:
    pdf = render_pdf(with_codes(3)).content
    page = drawn(pdf, pages_with_codes(pdf)[0], 300).convert("1")
    inches = 300 / 25.4
    top = [word.bottom for word in pages_of(pdf)[pages_with_codes(pdf)[0] - 1].words if word.text == "liệu."]
    band = page.crop((0, round((top[0] + 4) / 72 * 300), page.width, round((top[0] + 140) / 72 * 300)))
    columns = [x for x in range(band.width) if band.crop((x, 0, x + 1, band.height)).getextrema()[0] == 0]
    gaps = [(left, right) for left, right in pairwise(columns) if right - left > 10]
    assert columns[0] / inches == pytest.approx(30, abs=0.2)
    assert columns[-1] / inches == pytest.approx(210 - 15, abs=0.2)
    assert (gaps[0][0] - columns[0]) / inches / 109 == pytest.approx(0.49, abs=0.002)
    assert [(right - left) / inches > 4 * 0.49 for left, right in gaps] == [True, True]


def test_a_short_content_makes_a_small_code() -> None:
    dossier = with_codes(1)
    survey = dossier.forms[0].form_id
    small = replace(dossier.codes[survey], pages=(CodePage("", (code(1, size=60),)),))
    pdf = render_pdf(replace(dossier, codes={survey: small})).content
    (page,) = pages_with_codes(pdf)
    assert codes_on(drawn(pdf, page, 150), Effort.AS_IT_IS) == [code(1, size=60).content]
    assert pdf == render_pdf(replace(dossier, codes={survey: small})).content


def test_codes_are_drawn_as_areas_and_the_document_is_still_pdfa() -> None:
    """``to_pdfa`` validates what it made."""
    with pikepdf.open(BytesIO(to_pdfa(render_pdf(with_codes(ON_A_PAGE)), []))) as pdf:
        assert not any("/XObject" in page.resources for page in map(pikepdf.Page, pdf.pages))


@pytest.mark.parametrize("ink", ["#cc2330", "#2040c8"], ids=["a red seal", "a blue stamp"])
def test_strokes_of_ink_all_over_a_code_vanish(ink: str) -> None:
    pdf = render_pdf(with_codes(1)).content
    page = drawn(pdf, pages_with_codes(pdf)[0], 200).convert("RGB")
    stamped = ImageChops.multiply(page, Image.new("RGB", page.size, ink))
    for left in range(0, page.width, 12):
        page.paste(stamped.crop((left, 0, left + 5, page.height)), (left, 0))
    assert codes_on(page, Effort.AS_IT_IS) == [code(10).content]
    assert zxingcpp.read_barcodes(page.convert("L")) == []
