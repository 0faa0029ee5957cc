"""Vietnamese text: one Unicode form everywhere (NFC, TCVN 6909:2001), and one folding for searches."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_BREAKS = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_UNSEEN = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
"""Soft hyphens, joiners, marks of direction and of the look of a character."""
_DEVICE_OF_WINDOWS = re.compile("con|prn|aux|nul|(com|lpt)[0-9]")


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def keepable(text: str) -> str:
    """In NFC, with new lines for the line breaks of Word, Excel and the web, and plain hyphens for those of Word.

    Without what XML 1.0 (section 2.2) cannot hold, and without marks that nobody sees: they come with what is pasted,
    would be printed as boxes or turn the writing around, and nobody could find them to delete them.
    """
    return nfc(_NOT_IN_XML.sub("", _UNSEEN.sub("", _LINE_BREAKS.sub("\n", text).replace("\u2011", "-"))))


def without_marks(text: str) -> str:
    """No diacritics, đ as d; upper and lower case stay: "Thừa Thiên Huế" becomes "Thua Thien Hue"."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Lower case without diacritics, đ as d: "Thừa Thiên Huế" and "thua thien hue" are the same.

    Remembered for a while: a paste compares each cell with all labels of its column.
    """
    return without_marks(text.casefold())


def ascii_name(text: str) -> str:
    """A file name that every system and mail program takes: ASCII letters, digits and hyphens; "" when none is left."""
    kept = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in folded(text))
    name = "-".join(part for part in kept.split("-") if part)
    return f"tep-{name}" if _DEVICE_OF_WINDOWS.fullmatch(name) else name
