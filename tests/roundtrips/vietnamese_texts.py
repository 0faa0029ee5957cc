"""Texts as Vietnamese offices type and paste them, and such as have broken programs: always the same ones."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from random import Random

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
CONSONANTS = "bcdđghklmnpqrstvx"
LETTERS = [
    letter
    for small in (*(unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES), *CONSONANTS)
    for letter in (small, small.upper())
]
"""All 178 letters of Vietnamese, and of those that are only in loan words none."""
ONSETS = ("", *CONSONANTS, "ch", "gh", "gi", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr")
CODAS = ("", "", "c", "ch", "m", "n", "ng", "nh", "p", "t", "i", "o", "u", "y")
LINE_BREAKS = ("\n", "\r\n", "\r", "\n\n", "\u2028", "\u2029", "\x85", "\v")
QUOTES = ("“", "”", "‘", "’", "«", "»", '"', "'", "„", "`", "''", '""', "…", "–", "—", "\u00a0", "\u2011")
MARKUP = ("<b>", "</a>", "<br/>", "&", "&amp;", "&#10;", "&lt;", "]]>", "<![CDATA[", "<!--", "-->", "<?x?>", "<", ">")
FORMULAS = ("=1+1", "+84 24 3943", "-5", "@SUM(A1)", '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0", "\t=1", "'=1", "=")
FIGURES = (
    "0125",
    "1.234.567,5",
    "1e5",
    "-0",
    "0.1",
    "12.50",
    "007",
    "1/2",
    "01/02/2022",
    "2022-03-25",
    "TRUE",
    "1E400",
)
CODES = (
    *("_x000D_", "_x005F_x000D_", "_x0041_", "${ten}", "{0}", "%s", "%(a)s", "\\n", "\\u0041", "\\", "null", "#REF!"),
    *("uuid:0e02b2c3-d479-4372-a567-f47ac10b58cc", "0e02b2c3-d479-4372-a567-f47ac10b58cc", "$A$1", "'; DROP TABLE x;"),
)
UNSEEN = ("\u200b", "\ufeff", "\xad", "\u202e", "\x00", "\x01", "\x02", "\x03", "\x1f", "\ufffe", "\ud800", "\t", "  ")
LONGEST = 3000


def texts(count: int, seed: int = 1) -> list[str]:
    """``count`` texts that differ, long ones rarely: one in two hundred, of up to LONGEST characters."""
    random = Random(seed)
    found: dict[str, None] = {}
    while len(found) < count:
        found.setdefault(_text(random))
    return list(found)


def short_text(random: Random) -> str:
    return "".join(random.choice(_KINDS)(random) for _ in range(random.choice((1, 1, 2, 3, 5))))


def _text(random: Random) -> str:
    text = _sentence(random, LONGEST) if random.random() < 1 / 200 else short_text(random)
    return random.choice(_FORMS)(text)


def _sentence(random: Random, length: int = 60) -> str:
    words: list[str] = []
    while sum(map(len, words)) + len(words) < length:
        words.append(_word(random))
    return " ".join(words)[:length]


def _word(random: Random) -> str:
    """Onset, vowel with its tone, coda: not all of them are words, all of them look like some."""
    vowel = unicodedata.normalize("NFC", random.choice(VOWELS) + random.choice(TONES))
    word = random.choice(ONSETS) + vowel + random.choice(CODAS)
    return random.choice((word, word, word.capitalize(), word.upper()))


def _letters(random: Random) -> str:
    return "".join(random.choices(LETTERS, k=random.randint(1, 12)))


def _one_of(*kinds: str) -> Callable[[Random], str]:
    return lambda random: random.choice(kinds)


_KINDS: tuple[Callable[[Random], str], ...] = (
    *(_sentence, _word, _letters),
    *(_one_of(*kinds) for kinds in (LINE_BREAKS, QUOTES, MARKUP, FORMULAS, FIGURES, CODES, UNSEEN)),
)
_FORMS: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    lambda text: unicodedata.normalize("NFC", text),
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: f" {text}",
    lambda text: f"{text}\n",
)
"""In which form of Unicode they come, and with what around them."""
