"""Vietnamese text from before Unicode: TCVN3 (ABC, the .Vn fonts) and VNI, recognised and converted.

Both put Vietnamese letters on the codes of Western ones, and rely on a font that draws them. What Word, Excel and the
clipboard hand over are those Western letters: "Céng hßa x· héi" in TCVN3 and "Coäng hoøa xaõ hoäi" in VNI both mean
"Cộng hòa xã hội". TCVN3 has no capitals with tones: a capital font (.VnTimeH) draws small letters as capitals.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from cbc_desktop.base.syllables import is_syllable, written_syllables
from cbc_desktop.base.text import nfc


class OldEncoding(Enum):
    """The value is the name under which people know it."""

    TCVN3 = "TCVN3"
    VNI = "VNI"


@dataclass(frozen=True, slots=True)
class OldText:
    """What was recognised, and ``text``, the same in Unicode."""

    encoding: OldEncoding
    text: str


def recognise(text: str, *, capitals: bool = False) -> OldText | None:
    """The old encoding a text is in; None for Unicode, for other languages, and where a few letters prove nothing.

    ``capitals``: the text stood in a capital font (``is_capital_font``).
    """
    if text.isascii() or not _WESTERN.fullmatch(text):
        return None
    words = [word for word in _WORD.findall(text) if any(map(str.isalpha, word))]
    odd = [word for word in words if not word.isascii()]
    if not odd:
        return None
    scores = {encoding: _score(odd, encoding) for encoding in _DECODERS}
    encoding = max(scores, key=scores.__getitem__)
    if list(scores.values()).count(scores[encoding]) > 1 or not _is_proven(words, odd, encoding):
        return None
    return OldText(encoding, decode(text, encoding, capitals=capitals))


def decode(text: str, encoding: OldEncoding, *, capitals: bool = False) -> str:
    """In Unicode NFC; what is no letter of the encoding stays. No judgement whether the text is in it."""
    decoded = nfc(_DECODERS[encoding](text))
    return decoded.upper() if capitals else decoded


def is_capital_font(family: str) -> bool:
    """Whether a font draws the small letters of TCVN3 as capitals: .VnTimeH, .VnArialH."""
    return family.casefold().startswith(".vn") and family.casefold().endswith("h")


# --- telling them apart --------------------------------------------------------------------------------------

_WORD = re.compile("[A-Za-z\u00a1-\u00ff]+")
_WESTERN = re.compile("[\u0000-\u00ff\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]*")
"""The letters of Windows-1252: a single ế or đ, and it is Unicode already."""
_LEAST_LETTERS = 3
"""In different words: "où" and "2 µm × 3 µm" prove nothing."""
_LEAST_SHARE = 0.8
"""Of the words with odd letters that must make Vietnamese when decoded; the rest are foreign names."""


def _is_proven(words: list[str], odd: list[str], encoding: OldEncoding) -> bool:
    """Decoded, the words are Vietnamese; more of them are so only then than only as they stand."""
    good = {word for word in odd if is_syllable(decode(word, encoding))}
    only_decoded = {word for word in good if not is_syllable(word)}
    only_standing = {word for word in odd if word not in good and is_syllable(word)}
    enough = sum(word in good for word in odd) >= _LEAST_SHARE * len(odd)
    return enough and len(only_decoded) > len(only_standing) and _says_enough(words, good, encoding)


def _says_enough(words: list[str], good: set[str], encoding: OldEncoding) -> bool:
    """A short one is believed in company: "Cµ Mau", but not "5 µm"."""
    if sum(map(len, good)) >= _LEAST_LETTERS:
        return True
    others = [word for word in words if word not in good]
    known = all(decode(word, encoding).lower() in written_syllables() for word in good)
    return known and bool(others) and all(map(is_syllable, others))


def _score(words: list[str], encoding: OldEncoding) -> tuple[int, int]:
    """How many make Vietnamese, and how many of these the Vietnamese that official texts use."""
    decoded = [decode(word, encoding) for word in words]
    return sum(map(is_syllable, decoded)), sum(word.lower() in written_syllables() for word in decoded)


# --- TCVN3 (TCVN 5712:1993, VN3) ------------------------------------------------------------------------------

_TCVN3_LETTERS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
"""Runs of letters by the code of their first."""
_TCVN3 = {start + place: letter for start, run in _TCVN3_LETTERS.items() for place, letter in enumerate(run)}
_TCVN3_WORD = re.compile("[A-Za-z" + "".join(map(chr, _TCVN3)) + "]+")


def _from_tcvn3(text: str) -> str:
    """A word typed with Caps Lock has capitals only where no tone is (CéNG): the font drew it all as capitals."""
    loud = _is_loud(text)
    return _TCVN3_WORD.sub(lambda match: _tcvn3_word(match[0], loud=loud), text)


def _tcvn3_word(word: str, *, loud: bool) -> str:
    decoded = word.translate(_TCVN3)
    return decoded.upper() if _is_loud(word) or (loud and decoded[0].isupper()) else decoded


def _is_loud(text: str) -> bool:
    """Whether a letter behind the first is a capital, and no letter without a tone is a small one."""
    plain = "".join(letter for letter in text if letter.isascii() and letter.isalpha())
    return plain.isupper() and (len(plain) > 1 or plain != text[0])


# --- VNI (VNI-Windows): a letter, and behind it its mark ------------------------------------------------------

_VNI_TONES = "ùøûõï"
"""Sắc, huyền, hỏi, ngã, nặng, as they stand behind a letter."""
_VNI_MARKED = {
    "a": ("áàảãạ", _VNI_TONES),
    "e": ("éèẻẽẹ", _VNI_TONES),
    "o": ("óòỏõọ", _VNI_TONES),
    "u": ("úùủũụ", _VNI_TONES),
    "y": ("ýỳỷỹ", "ùøûõ"),
    "ô": ("ớờởỡợ", _VNI_TONES),
    "ö": ("ứừửữự", _VNI_TONES),
}
_VNI_HATS = {"a": "âấầẩẫậ", "e": "êếềểễệ", "o": "ôốồổỗộ"}
"""With the mark of â alone, and then with each tone."""
_VNI = {
    "ô": "ơ",
    "ö": "ư",
    "ñ": "đ",
    "í": "í",
    "ì": "ì",
    "æ": "ỉ",
    "ó": "ĩ",
    "ò": "ị",
    "î": "ỵ",
    **{base + mark: one for base, (ones, marks) in _VNI_MARKED.items() for one, mark in zip(ones, marks, strict=True)},
    **{base + mark: one for base, ones in _VNI_HATS.items() for one, mark in zip(ones, "âáàåãä", strict=True)},
    **{"a" + mark: one for one, mark in zip("ăắằẳẵặ", "êéèúüë", strict=True)},
}
_VNI_LETTER = re.compile("|".join(sorted(_VNI, key=len, reverse=True)), re.IGNORECASE)


def _from_vni(text: str) -> str:
    return _VNI_LETTER.sub(_vni_letter, text)


def _vni_letter(match: re.Match[str]) -> str:
    """The letter decides about capitals; its mark may be a small one behind a capital."""
    letter = _VNI[match[0].lower()]
    return letter.upper() if match[0][0].isupper() else letter


_DECODERS: dict[OldEncoding, Callable[[str], str]] = {
    OldEncoding.TCVN3: _from_tcvn3,
    OldEncoding.VNI: _from_vni,
}
