"""Which words can be Vietnamese, judged by their shape alone: an onset, a rime, at most one tone.

Made for telling encodings apart, so it is generous: names of places with foreign sounds (Krông, Lắk) pass, and where
in the rime the tone stands (hòa, hoà) does not matter.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from cbc_desktop.base.paths import resources

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_OF_STOPPED = frozenset({"\u0301", "\u0323"})
"""A rime that ends in a stop has one of these tones (sắc, nặng)."""
_STOPS = ("c", "ch", "k", "p", "t")
_WRITTEN_ONSETS = "b c ch d đ g gh gi h k kh kr l m n ng ngh nh p ph qu r s t th tr v x"
_ONSETS = ("", *_WRITTEN_ONSETS.split())
_HARD = frozenset({"c", "g", "ng"})
"""Before e, ê, i and y these are written k, gh and ngh."""
_SOFT = ("e", "ê", "i", "y")
_ENDINGS = {
    "a": "- i o u y m n ng nh p t c ch k",
    "ă": "m n ng p t c k",
    "â": "u y m n ng p t c",
    "e": "- o m n ng p t c",
    "ê": "- u m n nh p t ch",
    "i": "- a u m n nh p t ch",
    "iê": "u m n ng p t c",
    "yê": "u m n ng t",
    "o": "- i m n ng p t c",
    "oo": "ng c",
    "oa": "- i o y m n ng nh p t c ch",
    "oă": "m n ng t c",
    "oe": "- o n t",
    "ô": "- i m n ng p t c",
    "ơ": "- i m n p t",
    "u": "- a i m n ng p t c",
    "uâ": "y n ng t",
    "uê": "- nh ch",
    "uô": "i m n ng t c",
    "uơ": "-",
    "uy": "- a u n nh p t ch",
    "uyê": "n t",
    "ư": "- a i u m ng t c",
    "ươ": "i u m n ng p t c",
    "y": "- n nh t ch",
}
_RIMES = {
    nucleus + ending.strip("-"): ending in _STOPS for nucleus, endings in _ENDINGS.items() for ending in endings.split()
}
"""Every rime without its tone, and whether it ends in a stop."""


@lru_cache(maxsize=1)
def written_syllables() -> frozenset[str]:
    """The syllables with Vietnamese letters, in small letters, that official texts and common names use."""
    return frozenset((resources() / "language" / "syllables.txt").read_text(encoding="utf-8").split())


def is_syllable(word: str) -> bool:
    """Whether a word in NFC could be a Vietnamese one: "Nghĩa", "HÒA", but not "nghÜa", "hßa" or "für"."""
    if not (word.islower() or word.isupper() or word.istitle()):
        return False
    tones, plain = _split(word.lower())
    if len(tones) > 1:
        return False
    return any(_fits(plain[: len(onset)], plain[len(onset) :], tones) for onset in _ONSETS if plain.startswith(onset))


def _fits(onset: str, rime: str, tones: str) -> bool:
    stopped = _RIMES.get(rime)
    if stopped is None or (onset in _HARD and rime.startswith(_SOFT) and (onset, rime[0]) != ("g", "i")):
        return False
    return not stopped or tones in _OF_STOPPED


def _split(word: str) -> tuple[str, str]:
    """The tones, and the word without them; the marks of ă, â, ê, ô, ơ and ư stay."""
    decomposed = unicodedata.normalize("NFD", word)
    tones = "".join(letter for letter in decomposed if letter in _TONES)
    plain = "".join(letter for letter in decomposed if letter not in _TONES)
    return tones, unicodedata.normalize("NFC", plain)
