"""Whether a name in a certificate is that of an agency: without accents and abbreviated too, but no look-alike.

Certificates of offices are written by many hands: "UBND tinh Bac Mau" is "Ủy ban nhân dân tỉnh Bắc Mẫu". What is
written with accents must have the right ones, wherever the tone stands ("Uỷ", "Ủy").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import Enum

from cbc_desktop.base.text import folded

_ABBREVIATIONS = {
    "ubnd": "ủy ban nhân dân",
    "ub": "ủy ban",
    "hđnd": "hội đồng nhân dân",
    "hdnd": "hội đồng nhân dân",
    "tp": "thành phố",
    "vp": "văn phòng",
}
_PARTS = re.compile(r" ?[,;/–—] ?| - ")
_WORDS = re.compile(r"\w+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
LONGEST_NAME, MOST_NAMES = 500, 20
"""Of a certificate; authorities stay far below (RFC 5280, Appendix A.1)."""
_LATIN = "LATIN"


class Fit(Enum):
    """How a certificate's names fit an agency's; the value is the reason in the sentences, the best first."""

    FITS = ""
    NEARLY = "nearly"
    """Only without accents or spaces: a slip of the pen, or of somebody's who hopes that nobody looks."""
    DIFFERENT = "different"
    UNNAMED = "unnamed"
    """No name but the holder's own."""


def fit(names: Sequence[str], holder: str, agency: str) -> tuple[Fit, str]:
    """The best fit, and the name that it was found in; the first of ``names`` that is ``holder`` may be a person's."""
    tidy = [" ".join(name[:LONGEST_NAME].split()) for name in names[:MOST_NAMES]]
    parts = [part for name in tidy for part in (name, *_PARTS.split(name))]
    for kind, alike in ((Fit.FITS, _same), (Fit.NEARLY, _nearly_same)):
        found = next((part for part in parts if alike(part, agency)), None)
        if found is not None:
            return kind, found
    others = list(names)
    if holder in others:
        others.remove(holder)
    return (Fit.DIFFERENT, others[0]) if others else (Fit.UNNAMED, "")


def deceptive_letter(name: str) -> str:
    """The first letter of another script among Latin ones, or character that nobody sees; "" when there is none."""
    latin = any(_script(letter) == _LATIN for letter in name)
    return next((letter for letter in name if _is_unseen(letter) or (latin and _is_foreign(letter))), "")


def _same(name: str, agency: str) -> bool:
    written, wanted = _words(name), _words(agency)
    if name.isascii():
        return [folded(word) for word in written] == [folded(word) for word in wanted]
    return [_with_tone_last(word) for word in written] == [_with_tone_last(word) for word in wanted]


def _words(name: str) -> list[str]:
    """In small letters, without punctuation, abbreviations written out."""
    words = _WORDS.findall(name.casefold())
    return [full for word in words for full in _ABBREVIATIONS.get(word, word).split()]


def _with_tone_last(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = [letter for letter in letters if letter in _TONES]
    return "".join([letter for letter in letters if letter not in _TONES] + tones)


def _nearly_same(name: str, agency: str) -> bool:
    return _squeezed(name) == _squeezed(agency)


def _squeezed(name: str) -> str:
    return "".join(folded(word) for word in _words(name))


def _script(letter: str) -> str:
    """The first word of a letter's name in Unicode: LATIN, CYRILLIC, GREEK, FULLWIDTH …"""
    return unicodedata.name(letter, "?").split()[0] if letter.isalpha() else ""


def _is_foreign(letter: str) -> bool:
    return _script(letter) not in ("", _LATIN)


def _is_unseen(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cf", "Cc", "Co", "Cn")
