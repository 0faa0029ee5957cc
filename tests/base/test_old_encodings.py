"""Text in TCVN3 and VNI is recognised and converted; text in Unicode, in whatever language, never is."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
import xml.etree.ElementTree as ET
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbc_desktop.base.old_encodings import OldEncoding, decode, is_capital_font, recognise
from cbc_desktop.base.syllables import is_syllable

_TRANSLATIONS = Path(__file__).parents[2] / "resources/translations/cbc_en.ts"
_WORDS = [
    (element.text or "").replace("&", "")
    for name in ("source", "translation")
    for element in ET.parse(_TRANSLATIONS).iter(name)
    if element.text
]
"""What the program itself says, in both languages."""

_ICONV = pytest.mark.skipif(shutil.which("iconv") is None, reason="there is no iconv to compare with")
_TCVN3_CODES = [*range(0xA1, 0xAF), *range(0xB5, 0xBA), *range(0xBB, 0xBF), *range(0xC6, 0xCD), *range(0xCE, 0xD9)]
_TCVN3_CODES += [*range(0xDC, 0xE0), *range(0xE1, 0xF0), *range(0xF1, 0xFF)]


def _in_tcvn3(text: str) -> str:
    """As Word hands it over; in small letters, because there are no others with tones."""
    small = unicodedata.normalize("NFC", text).lower().encode()
    done = subprocess.run(["iconv", "-f", "UTF-8", "-t", "TCVN5712-1"], input=small, capture_output=True, check=True)
    return done.stdout.decode("latin-1")


@pytest.mark.parametrize(
    ("text", "encoding", "meant"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", OldEncoding.TCVN3, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("§éc lËp - Tù do - H¹nh phóc", OldEncoding.TCVN3, "Độc lập - Tự do - Hạnh phúc"),
        ("Së Th«ng tin vµ TruyÒn th«ng", OldEncoding.TCVN3, "Sở Thông tin và Truyền thông"),
        ("CéNG HßA X· HéI", OldEncoding.TCVN3, "CỘNG HÒA XÃ HỘI"),
        ("TØNH §¾K L¾K: 12 m¸y", OldEncoding.TCVN3, "TỈNH ĐẮK LẮK: 12 máy"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", OldEncoding.VNI, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", OldEncoding.VNI, "Độc lập - Tự do - Hạnh phúc"),
        ("Uûy ban nhaân daân tænh", OldEncoding.VNI, "Ủy ban nhân dân tỉnh"),
        ("COÄNG HOØA", OldEncoding.VNI, "CỘNG HÒA"),
        ("Hueá", OldEncoding.VNI, "Huế"),
        ("HuÕ", OldEncoding.TCVN3, "Huế"),
        ("Thoâng tö", OldEncoding.VNI, "Thông tư"),
        ("Chæ thò", OldEncoding.VNI, "Chỉ thị"),
        ("Khoâng coâng boá", OldEncoding.VNI, "Không công bố"),
        ("Thaønh phoá Hoà Chí Minh", OldEncoding.VNI, "Thành phố Hồ Chí Minh"),
        ("Traàn Thò Hoàng", OldEncoding.VNI, "Trần Thị Hồng"),
        ("Bé X©y dùng", OldEncoding.TCVN3, "Bộ Xây dựng"),
        ("Cµ Mau", OldEncoding.TCVN3, "Cà Mau"),
        ("Hµ Giang", OldEncoding.TCVN3, "Hà Giang"),
    ],
)
def test_old_text_is_recognised_and_becomes_unicode(text: str, encoding: OldEncoding, meant: str) -> None:
    found = recognise(text)
    assert found is not None
    assert (found.encoding, found.text) == (encoding, meant)


@pytest.mark.parametrize(
    "text",
    [
        *("Hà Nội", "Thông tin báo cáo", "là", "Cô", "xã Hòa An", "THÔNG TIN", "BÁO CÁO"),
        *("café", "où", "Théâtre Français", "août", "Müller", "Zoë", "São Paulo", "Größe", "El Niño", "José Peña"),
        *(
            "25 °C",
            "10 µm × 2 µm",
            "30 µg",
            "m²",
            "© 2024 FPT",
            "Windows®",
            "Nº 5",
            "«Báo cáo»",
            "· An · Ba",
            "½",
            "100 £",
        ),
        *("", "12.345,6", "A-01/2024", "THCS-07", "https://example.vn/?a=1&b=2"),
    ],
)
def test_unicode_in_whatever_language_is_left_alone(text: str) -> None:
    assert recognise(text) is None


def test_nothing_the_program_itself_says_is_taken_for_old() -> None:
    assert len(_WORDS) > 400
    assert [text for text in _WORDS if recognise(text) is not None] == []


@given(st.text(st.characters(max_codepoint=127)))
def test_codes_and_numbers_are_never_taken_for_old(text: str) -> None:
    assert recognise(text) is None


_SYLLABLES = [
    word
    for onset, rime, tone in product(
        ["b", "ch", "đ", "h", "ng", "tr", "v"], ["a", "ông", "anh", "ai", "uân", "oa"], "\u0301\u0300 "
    )
    if is_syllable(word := unicodedata.normalize("NFC", onset + rime[0] + tone.strip() + rime[1:]))
]


@given(st.lists(st.sampled_from(_SYLLABLES), min_size=1, max_size=8))
def test_vietnamese_in_unicode_is_never_taken_for_old(words: list[str]) -> None:
    assert recognise(" ".join(words)) is None


@_ICONV
def test_every_code_of_tcvn3_is_the_letter_that_iconv_knows() -> None:
    codes = bytes(_TCVN3_CODES)
    done = subprocess.run(["iconv", "-f", "TCVN5712-1", "-t", "UTF-8"], input=codes, capture_output=True, check=True)
    letters = unicodedata.normalize("NFC", done.stdout.decode())
    assert len(letters) == len(codes) == 74
    assert [decode(chr(code), OldEncoding.TCVN3) for code in codes] == list(letters)


@_ICONV
def test_what_the_program_says_is_recognised_in_tcvn3() -> None:
    kept = [text for text in map(str.lower, _WORDS) if _has_words(text)]
    assert len(kept) > 60
    for text in kept:
        found = recognise(_in_tcvn3(text))
        assert found is not None, text
        assert found.text == text


def _has_words(text: str) -> bool:
    """Enough words that are none in the old letters, so that a person would see it too; all of it in the code table."""
    told = [word for word in text.split() if is_syllable(word) and not is_syllable(_in_tcvn3(word))]
    return len(told) > 2 and all(letter.isascii() or letter.isalpha() for letter in text)


_VNI_ROWS = {
    "a á à ả ã ạ": "a aù aø aû aõ aï",
    "ă ắ ằ ẳ ẵ ặ": "aê aé aè aú aü aë",
    "â ấ ầ ẩ ẫ ậ": "aâ aá aà aå aã aä",
    "e é è ẻ ẽ ẹ": "e eù eø eû eõ eï",
    "ê ế ề ể ễ ệ": "eâ eá eà eå eã eä",
    "i í ì ỉ ĩ ị": "i í ì æ ó ò",
    "o ó ò ỏ õ ọ": "o où oø oû oõ oï",
    "ô ố ồ ổ ỗ ộ": "oâ oá oà oå oã oä",
    "ơ ớ ờ ở ỡ ợ": "ô ôù ôø ôû ôõ ôï",
    "u ú ù ủ ũ ụ": "u uù uø uû uõ uï",
    "ư ứ ừ ử ữ ự": "ö öù öø öû öõ öï",
    "y ý ỳ ỷ ỹ ỵ đ": "y yù yø yû yõ î ñ",
}
"""The letters in the order of the alphabet, as xvnkb's table of VNI for Windows has them."""


@pytest.mark.parametrize(("meant", "typed"), _VNI_ROWS.items())
def test_every_letter_of_vni_is_converted_small_and_capital(meant: str, typed: str) -> None:
    assert decode(typed, OldEncoding.VNI) == meant
    assert decode(typed.upper(), OldEncoding.VNI) == meant.upper()


def test_a_capital_may_have_a_small_mark_in_vni() -> None:
    assert decode("Aùnh Ñaûo", OldEncoding.VNI) == "Ánh Đảo"


def test_what_stood_in_a_capital_font_becomes_capitals() -> None:
    assert is_capital_font(".VnTimeH")
    assert not is_capital_font(".VnTime")
    assert not is_capital_font("Bosch")
    found = recognise("Céng hßa", capitals=True)
    assert found is not None
    assert found.text == "CỘNG HÒA"


@pytest.mark.parametrize("word", ["nghĩa", "Giêng", "gì", "Quốc", "quýt", "khuya", "HÒA", "hoà", "Đắk", "yêu", "ngoằn"])
def test_vietnamese_words_have_the_shape_of_vietnamese_words(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["nghÜa", "hßa", "für", "thùc", "môc", "café", "cé", "Việtnam", "ắ", "áà", ""])
def test_other_words_have_not(word: str) -> None:
    assert not is_syllable(word)
