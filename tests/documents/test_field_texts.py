"""What the clerk fills into a finished document looks as if it had been printed there."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from pdf_archive import fields, finished, opened
from printed_samples import cover_letter, small_dossier

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.documents.pdf.field_texts import drawn_texts, number_and_date
from cbc_desktop.documents.pdf.form_fields import text_appearance
from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.documents.vietnamese import date_in_words, document_number

ISSUED = replace(cover_letter(), number=document_number(5), date=date_in_words(date(2022, 2, 5)))


def test_number_place_and_date_are_written_as_the_decree_wants_them() -> None:
    assert number_and_date(ISSUED) == {
        "so_ky_hieu": "Số: 05/UBND-VX",
        "dia_danh_ngay": "Cao Bằng, ngày 05 tháng 02 năm 2022",
    }


def test_what_is_filled_in_is_drawn_as_the_page_would_have_printed_it() -> None:
    places = render_pdf(replace(small_dossier(), document=ISSUED)).places
    drawn = drawn_texts(finished(), number_and_date(ISSUED))
    assert {text.name: text.drawing for text in drawn} == {
        name: text_appearance(text, places[name]) for name, text in number_and_date(ISSUED).items()
    }


def test_the_drawing_names_a_font_that_the_field_shows_its_blanks_in() -> None:
    with opened() as pdf:
        for text in drawn_texts(finished(), number_and_date(ISSUED)):
            assert any(name.encode() in text.drawing for name in fields(pdf)[text.name].AP.N.Resources.Font)


def test_letters_typed_in_parts_are_put_together() -> None:
    (text,) = drawn_texts(finished(), {"so_ky_hieu": unicodedata.normalize("NFD", "Số: 05/Đảng")})
    assert text.text == "Số: 05/Đảng"


def test_a_long_number_is_set_smaller_and_one_longer_still_is_refused() -> None:
    (small,) = drawn_texts(finished(), {"so_ky_hieu": "Số: 12345/UBND-KGVX-NCPC-TTTT"})
    assert b" 13 Tf" not in small.drawing
    with pytest.raises(UserFacingError, match="too long for its place"):
        drawn_texts(finished(), {"so_ky_hieu": "Số: 12345/UBND-KGVX-NCPC-TTTT-UBND-KGVX-NCPC-TTTT"})


@pytest.mark.parametrize("text", ["Số: 5\n6", "Số: 5\t6", "Số: ☃"])
def test_what_cannot_be_printed_is_refused(text: str) -> None:
    with pytest.raises(UserFacingError, match="cannot be printed"):
        drawn_texts(finished(), {"so_ky_hieu": text})


@pytest.mark.parametrize("name", ["khong_co", "ky_lanh_dao"])
def test_a_field_that_is_not_there_or_holds_no_text_is_told_so(name: str) -> None:
    with pytest.raises(UserFacingError, match=f"no field “{name}”"):
        drawn_texts(finished(), {name: "05"})
