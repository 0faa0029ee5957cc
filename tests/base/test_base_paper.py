"""What a text may hold to go on paper and into a cell of a workbook."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbc_desktop.base.paper import MOST_IN_A_CELL, described, faults_of, in_a_cell, too_long, unprintable

LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"


@given(st.text(LETTERS + LETTERS.upper() + "0123456789 .,;:!?%()–“”‘’/+-=€₫§°²³½×≤≥•\n\t"))
def test_vietnamese_can_be_printed(text: str) -> None:
    assert unprintable(text) == ""


@pytest.mark.parametrize("character", ["☃", "😀", "\ue001", "\x0b", "中", "\ud800"])
def test_the_first_character_without_a_glyph_is_named(character: str) -> None:
    assert unprintable(f"Ủy ban {character} ☃") == character
    assert f"U+{ord(character):04X}" in described(character)


def test_letters_made_of_several_characters_are_printed_as_one() -> None:
    assert unprintable("Vie\u0323\u0302t") == ""


def test_a_cell_counts_as_excel_counts() -> None:
    assert not too_long("ă" * MOST_IN_A_CELL)
    assert too_long("ă" * (MOST_IN_A_CELL + 1))
    assert too_long("😀" * (MOST_IN_A_CELL // 2 + 1))
    assert too_long("_x000D_" * (MOST_IN_A_CELL // 8))
    assert in_a_cell("_x000D_\r\n") == "_x005F_x000D_\n"


def test_both_faults_are_told_in_both_languages() -> None:
    character, length = faults_of("😀" * MOST_IN_A_CELL)
    assert "“😀” (U+1F600 GRINNING FACE)" in character.vi
    assert "Shorten it" in length.en
    assert faults_of("Ủy ban nhân dân tỉnh") == ()
