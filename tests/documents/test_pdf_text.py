"""What goes on paper is what was answered: every letter, nothing invisible, nothing taken for markup."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from font_characters import characters_of_the_fonts
from pdf_reading import page_texts, printed, text_of, with_blocks
from printed_samples import large_dossier, small_dossier
from printed_survey import SHORTCOMINGS
from printed_values import answer, blank, column, integer, table, text

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.paper import character_file
from cbc_desktop.base.text import nfc
from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.documents.printed_form import PrintedHeading

VOWELS = "aăâeêioôơuưy"
MARKS = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VIETNAMESE = [nfc(vowel + mark) for vowel in VOWELS for mark in MARKS if vowel + mark not in "aeiouy"] + ["đ"]
HOSTILE = '<b>đậm</b> & </para> <img src="file:///etc/passwd"/> &amp; ]]> <a href="x">y</a> {0} %s'


def test_all_134_vietnamese_letters_come_back_from_the_page() -> None:
    letters = [*VIETNAMESE, *(letter.upper() for letter in VIETNAMESE)]
    assert len(letters) == 134
    found = text_of(printed(answer("q", "Chữ cái", text(" ".join(letters)))))
    assert all(letter in found for letter in letters)


def test_long_answers_come_back_word_for_word() -> None:
    found = text_of(printed(answer("q", "Tồn tại, hạn chế chủ yếu", text(SHORTCOMINGS))))
    assert " ".join(SHORTCOMINGS.split()) in found


def test_text_that_was_typed_in_pieces_is_printed_in_whole_letters() -> None:
    decomposed = unicodedata.normalize("NFD", "Ủy ban nhân dân tỉnh Thừa Thiên Huế")
    assert "Ủy ban nhân dân tỉnh Thừa Thiên Huế" in text_of(printed(answer("q", "Tên", text(decomposed))))


def test_markup_in_an_answer_is_text() -> None:
    units = table(
        "t", HOSTILE, [column("c", HOSTILE, unit=HOSTILE)], [[text(HOSTILE)]], unit_line=HOSTILE, note=HOSTILE
    )
    found = text_of(printed(PrintedHeading(1, HOSTILE), answer("q", HOSTILE, text(HOSTILE), note=HOSTILE), units))
    assert found.count("</para>") == 10
    assert found.count('<img src="file:///etc/passwd"/> &amp; ]]>') == 10


def test_a_question_without_an_answer_is_not_a_zero() -> None:
    pages = printed(answer("q1", "Số lớp tập huấn", blank()), answer("q2", "Số cuộc họp báo", integer(0), unit="cuộc"))
    found = text_of(pages)
    assert "Số lớp tập huấn: (chưa trả lời)" in found
    assert "Số cuộc họp báo: 0 cuộc" in found


def test_words_notes_and_explanations_stand_under_their_answer() -> None:
    money = answer(
        "q", "Kinh phí", integer(5), unit="đồng", words="Năm đồng", note="Đã quyết toán", reason="Giảm so với 2020"
    )
    assert "Kinh phí: 5 đồng Bằng chữ: Năm đồng. Ghi chú: Đã quyết toán Giải trình: Giảm so với 2020" in text_of(
        printed(money)
    )


def test_the_list_of_printable_characters_is_that_of_the_fonts() -> None:
    renew = "renew it: python tests/documents/font_characters.py --write"
    assert character_file().read_text(encoding="utf-8") == characters_of_the_fonts(), renew


@pytest.mark.parametrize(
    ("character", "named"),
    [("☃", "“☃” (U+2603 SNOWMAN)"), ("\x0b", "U+000B"), ("\ue001", "U+E001"), ("\U0001f600", "U+1F600 GRINNING FACE")],
)
def test_a_character_without_a_glyph_stops_the_export_and_is_named_with_its_place(character: str, named: str) -> None:
    question = answer("q1_03", "Tên đơn vị đầu mối", text(f"Văn phòng {character}"))
    with pytest.raises(UserFacingError) as refused:
        render_pdf(with_blocks(question))
    for sentence in (refused.value.message.vi, refused.value.message.en):
        assert named in sentence
        assert "q1_03: Tên đơn vị đầu mối" in sentence


@pytest.mark.parametrize("place", ["label", "unit", "words", "note"])
def test_no_part_of_a_question_may_lose_a_character(place: str) -> None:
    parts = {"label": "Nhãn", "unit": "", "words": "", "note": ""} | {place: "☃"}
    question = answer("q", parts["label"], integer(1), unit=parts["unit"], words=parts["words"], note=parts["note"])
    with pytest.raises(UserFacingError, match="U\\+2603"):
        render_pdf(with_blocks(question))


def test_a_character_without_a_glyph_in_a_table_is_found_by_row_and_column() -> None:
    rows = [[text("Đơn vị A")], [text("Đơn vị ☃")]]
    with pytest.raises(UserFacingError, match="q1_10: Nhân sự, dòng 2, don_vi: Tên đơn vị"):
        render_pdf(with_blocks(table("q1_10", "Nhân sự", [column("don_vi", "Tên đơn vị")], rows)))


def test_line_breaks_of_every_system_and_tabs_are_printed_as_white_space() -> None:
    assert "một hai ba bốn" in text_of(printed(answer("q", "Dòng", text("một\r\nhai\rba\tbốn"))))


def test_the_same_dossier_gives_the_same_bytes() -> None:
    assert render_pdf(large_dossier()).content == render_pdf(large_dossier()).content


def test_every_page_tells_which_revision_it_belongs_to() -> None:
    dossier = replace(large_dossier(), revision=7)
    line = f"837/BTTTT-CBC | Ủy ban nhân dân tỉnh Cao Bằng | Lần 7 | {str(dossier.content_digest)[:16]}"
    pages = page_texts(render_pdf(dossier).content)
    assert len(pages) > 15
    assert all(line in page for page in pages)


@pytest.mark.parametrize(("draft", "trial"), [(False, False), (True, False), (False, True), (True, True)])
def test_drafts_and_trials_are_marked_on_every_page_and_nothing_else_is(draft: bool, trial: bool) -> None:
    pages = page_texts(render_pdf(replace(small_dossier(), draft=draft, trial=trial)).content)
    assert [("DỰ THẢO" in page, "THỬ NGHIỆM" in page) for page in pages] == [(draft, trial)] * len(pages)
