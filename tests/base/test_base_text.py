"""Vietnamese text: one form everywhere, one folding for searches, names that every system takes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbc_desktop.base.text import ascii_name, folded, keepable, nfc, without_marks

RESERVED_BY_WINDOWS = {"con", "prn", "aux", "nul"} | {
    f"{device}{port}" for device in ("com", "lpt") for port in "123456789"
}


@pytest.mark.parametrize(
    ("typed", "sought"),
    [
        ("Thừa Thiên Huế", "thua thien hue"),
        ("ĐẮK LẮK", "dak lak"),
        ("Bà Rịa - Vũng Tàu", "ba ria - vung tau"),
        ("HOÀ", "hoa"),
        ("HÒA", "hoa"),
    ],
)
def test_a_search_without_diacritics_finds_the_name(typed: str, sought: str) -> None:
    assert folded(typed) == sought


def test_capitals_stay_when_only_the_marks_go() -> None:
    assert without_marks("Đắk Lắk, ƯƠNG Ủy ban") == "Dak Lak, UONG Uy ban"


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text())
def test_the_folding_is_the_same_for_both_ways_to_type_a_letter(text: str) -> None:
    assert folded(unicodedata.normalize("NFD", text)) == folded(nfc(text))


@given(st.text("aăâđêôơưAĂÂĐÊÔƠƯỆỮẶ\u0300\u0301\u0303\u0309\u0323", max_size=20))
def test_capitals_and_small_letters_fold_alike(text: str) -> None:
    assert folded(text.upper()) == folded(text.lower())


@given(st.text())
def test_text_in_its_one_form_stays_as_it_is(text: str) -> None:
    assert nfc(nfc(text)) == nfc(text)
    assert unicodedata.is_normalized("NFC", nfc(text))


def test_vietnamese_in_its_one_form_has_one_character_a_letter() -> None:
    assert nfc("Vie\u0323\u0302t") == nfc("Vi\u00ea\u0323t") == "Việt"


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("a\u200bb\ufeffc", "abc"),
        ("\u202egnp.exe", "gnp.exe"),
        ("thông\u00adtin", "thôngtin"),
        ("một\u2028hai\u2029ba\x0bbốn\r\nnăm\rsáu", "một\nhai\nba\nbốn\nnăm\nsáu"),
        ("837\u2011CBC", "837-CBC"),
        ("1.000\u00a0đồng – ½ m²", "1.000\u00a0đồng – ½ m²"),
        ("\x00\x1f\ufffe", ""),
    ],
)
def test_what_nobody_sees_of_a_pasted_text_is_not_kept(pasted: str, kept: str) -> None:
    assert keepable(pasted) == kept


@given(st.text())
def test_what_is_kept_once_stays_as_it_is(text: str) -> None:
    assert keepable(keepable(text)) == keepable(text)


def test_a_file_name_keeps_what_can_be_read() -> None:
    assert ascii_name("Kế hoạch số 05/KH-UBND (bản 2).xlsx") == "ke-hoach-so-05-kh-ubnd-ban-2-xlsx"


@given(st.text())
def test_a_file_name_has_ascii_letters_digits_and_single_hyphens_only(text: str) -> None:
    name = ascii_name(text)
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert "--" not in name
    assert name == name.strip("-")
    assert ascii_name(name) == name


@pytest.mark.parametrize("device", sorted(RESERVED_BY_WINDOWS))
def test_no_file_gets_the_name_of_a_device_of_windows(device: str) -> None:
    assert ascii_name(device.upper()) not in RESERVED_BY_WINDOWS
