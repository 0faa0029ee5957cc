"""The clerk's fields: number and date can be read on paper as they are, typed over later, and the signatures wait."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from pdf_archive import fields, finished, opened
from pdf_reading import page_texts, text_of
from pikepdf import Name
from printed_samples import cover_letter, small_dossier
from test_pdf_text import VIETNAMESE

from cbc_desktop.documents.pdf.field_place import FieldKind, RenderedPdf
from cbc_desktop.documents.pdf.fonts import Face, text_width
from cbc_desktop.documents.pdf.form_fields import fitting_size, text_appearance
from cbc_desktop.documents.pdf.pdfa import to_pdfa
from cbc_desktop.documents.pdf.rendering import render_pdf

TYPED = {"so_ky_hieu": "Số: 05/UBND-VX", "dia_danh_ngay": "Đắk Lắk, ngày 28 tháng 3 năm 2022"}


def with_letter(**changed: str) -> RenderedPdf:
    return render_pdf(replace(small_dossier(), document=replace(cover_letter(), **changed)))


def texts_of(rendered: RenderedPdf) -> tuple[str, str]:
    """What stands in the fields for number and date."""
    return rendered.places["so_ky_hieu"].field.text, rendered.places["dia_danh_ngay"].field.text


def test_number_and_date_stand_on_paper_with_their_blanks() -> None:
    letter = page_texts(finished())[0]
    assert "Số: /UBND-VX Cao Bằng, ngày tháng năm" in letter
    with opened() as pdf:
        assert str(fields(pdf)["so_ky_hieu"].V) == "Số:        /UBND-VX"


def test_number_and_date_that_are_known_stand_in_their_fields_and_over_every_appendix() -> None:
    rendered = with_letter(number="45", date="ngày 25 tháng 3 năm 2022")
    assert texts_of(rendered) == ("Số: 45/UBND-VX", "Cao Bằng, ngày 25 tháng 3 năm 2022")
    attached = "(Kèm theo Công văn số 45/UBND-VX ngày 25 tháng 3 năm 2022 của Ủy ban nhân dân tỉnh Cao Bằng)"
    assert text_of(rendered.content).count(attached) == 2


def test_a_number_without_a_date_leaves_room_for_the_date() -> None:
    rendered = with_letter(number="45")
    number, date = texts_of(rendered)
    assert number == "Số: 45/UBND-VX"
    assert date.startswith("Cao Bằng, ngày      tháng      năm")
    assert any("Công văn số 45/UBND-VX ngày tháng năm của" in page for page in page_texts(rendered.content))


def test_without_a_place_the_date_begins_with_room_for_it() -> None:
    place = with_letter(place="").places["dia_danh_ngay"]
    before, _, after = place.field.text.partition(",")
    assert before.isspace()
    assert text_width(before, Face.ITALIC, place.field.size) > text_width("Cao Bằng", Face.ITALIC, place.field.size)
    assert after.startswith(" ngày ")
    assert fitting_size(place.field.text, place) == place.field.size


def test_all_fields_are_printed_named_for_screen_readers_and_not_left_to_the_viewer_to_draw() -> None:
    with opened() as pdf:
        assert Name.NeedAppearances not in pdf.Root.AcroForm
        for name in ("so_ky_hieu", "dia_danh_ngay", "ky_lanh_dao", "ky_co_quan"):
            field = fields(pdf)[name]
            assert field.F == 4
            assert str(field.TU)
            assert field.AP.N.Type == Name.XObject
            assert field.P.objgen == pdf.pages[0].obj.objgen


def test_signature_fields_are_empty_and_lock_nothing() -> None:
    with opened() as pdf:
        for name in ("ky_lanh_dao", "ky_co_quan"):
            field = fields(pdf)[name]
            assert Name.Sig == field.FT
            assert {Name.V, Name.Lock, Name.SV}.isdisjoint(field.keys())
        assert Name.Perms not in pdf.Root


def test_fields_lie_where_the_pages_left_room() -> None:
    places = render_pdf(small_dossier()).places
    with opened() as pdf:
        for name, field in fields(pdf).items():
            place = places[name]
            edges = [place.left, place.bottom, place.left + place.width, place.bottom + place.height]
            assert [float(edge) for edge in field.Rect] == pytest.approx(edges, abs=0.01)


def test_the_fonts_of_the_fields_have_every_vietnamese_letter_and_digit() -> None:
    with opened() as pdf:
        for font in pdf.Root.AcroForm.DR.Font.values():
            known = font.ToUnicode.read_bytes().decode()
            for letter in [*VIETNAMESE, *"0123456789/-,. "]:
                assert f"> <{ord(letter):04X}>" in known
                assert f"> <{ord(letter.upper()):04X}>" in known


def test_the_default_appearance_names_a_font_of_the_form() -> None:
    with opened() as pdf:
        known = set(pdf.Root.AcroForm.DR.Font.keys())
        for name in TYPED:
            assert str(fields(pdf)[name].DA).split()[0] in known


def test_what_the_clerk_types_is_readable_on_paper() -> None:
    places = render_pdf(small_dossier()).places
    with opened() as pdf:
        for name, typed in TYPED.items():
            fields(pdf)[name].AP.N.write(text_appearance(typed, places[name]))
        content = BytesIO()
        pdf.save(content)
    found = text_of(content.getvalue(), "-layout")
    assert all(typed in found for typed in TYPED.values())


def test_a_line_too_long_for_its_field_is_set_smaller() -> None:
    place = render_pdf(small_dossier()).places["so_ky_hieu"]
    long = "Số: 12345/UBND-KGVX-NCPC-TTTT"
    size = fitting_size(long, place)
    assert 8 <= size < place.field.size == fitting_size("Số: 5", place)
    assert text_width(long, Face.REGULAR, size) <= place.width + 0.01


def test_a_long_symbol_fits_its_field_from_the_beginning() -> None:
    cover = replace(cover_letter(), symbol="UBND-KGVX-TTTT-NCPC-VP")
    rendered = render_pdf(replace(small_dossier(), document=cover))
    place = rendered.places["so_ky_hieu"]
    assert place.field.kind is FieldKind.TEXT
    with pikepdf.open(BytesIO(to_pdfa(rendered, []))) as pdf:
        size = float(str(fields(pdf)["so_ky_hieu"].DA).split()[1])
    assert text_width(place.field.text, Face.REGULAR, size) <= place.width + 0.1
