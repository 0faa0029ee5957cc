"""What a text may hold to go on paper and into a cell: characters of the document's fonts, no more than Excel takes.

One rule for the question's field, the review, the PDF and the workbook.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from cbc_desktop.base.message import Message
from cbc_desktop.base.paths import resources
from cbc_desktop.base.text import nfc

UNPRINTABLE = Message(
    "Không in được ký tự {character} vì phông chữ của văn bản không có ký tự này. Hãy xóa hoặc thay ký tự đó.",
    "The character {character} cannot be printed, because the document's font does not have it. Delete or replace it.",
)
TOO_LONG = Message(
    "Nội dung quá dài: một ô Excel chỉ chứa được 32.767 ký tự. Hãy rút gọn hoặc chuyển bớt sang tệp gửi kèm.",
    "The text is too long: an Excel cell holds 32,767 characters. Shorten it or move part of it to an attached file.",
)

MOST_IN_A_CELL = 32767
"""In UTF-16, as Excel counts."""
MOST_IN_A_REMARK = 15000
"""A note and an explanation stand in one cell, with their titles and an amount in words."""
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def character_file() -> Path:
    """Ranges of code points for which every face of the documents has a glyph: ``0020-007E``, one a line."""
    return resources() / "fonts" / "characters.txt"


def unprintable(text: str) -> str:
    """The first character that cannot go on paper; "" when all can."""
    found = _pattern().search(nfc(text))
    return found.group() if found else ""


def printable_text(text: str) -> str:
    """With a question mark for every character that has no glyph: for paper that is not handed over."""
    return _pattern().sub("?", nfc(text))


def described(character: str) -> str:
    """For example ``“☃” (U+2603 SNOWMAN)``; what cannot be shown is only named."""
    code = f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
    return f"“{character}” ({code})" if character.isprintable() else code


def in_a_cell(text: str) -> str:
    """As a workbook writes it: "_x000D_" would be read as a line end (ECMA-376, 22.9.2.19)."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _LOOKS_ESCAPED.sub("_x005F_", lines)


def too_long(text: str, most: int = MOST_IN_A_CELL) -> bool:
    # No character takes more than two, escaped or not: nearly every text is told by its length alone.
    return len(text) * 2 > most and len(in_a_cell(text).encode("utf-16-le", "surrogatepass")) // 2 > most


def faults_of(text: str, most: int = MOST_IN_A_CELL) -> tuple[Message, ...]:
    """What stands in the way of printing the text, and what to do about it."""
    character = unprintable(text)
    faults = [UNPRINTABLE.filled(character=described(character))] if character else []
    return (*faults, TOO_LONG) if too_long(text, most) else tuple(faults)


@cache
def _pattern() -> re.Pattern[str]:
    ranges = character_file().read_text(encoding="utf-8").split()
    pairs = [[chr(int(end, 16)) for end in each.split("-")] for each in ranges]
    allowed = "".join(f"{re.escape(first)}-{re.escape(last)}" for first, last in pairs)
    return re.compile(f"[^\n\r\t{allowed}]")
