"""Regular expressions as forms write them (Java's and ECMAScript's), read by Python: ``\\p{L}`` is what it lacks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

from cbc_desktop.base.message import Message
from cbc_desktop.xpath.errors import XPathError

BAD_PATTERN = Message(
    "Mẫu “{pattern}” trong hàm regex() không phải là biểu thức chính quy đúng ({reason}).",
    "The pattern “{pattern}” of regex() is not a regular expression ({reason}).",
)
_PIECE = re.compile(r"\\p\{(?P<category>[A-Z][a-z]?)\}|\\.|[\[\]]", re.DOTALL)
_LAST_CHARACTER = 0xFFFF  # of the Basic Multilingual Plane, where living scripts are


@lru_cache(maxsize=256)
def compiled_pattern(pattern: str) -> re.Pattern[str]:
    """Raises XPathError for what is no regular expression."""
    try:
        return re.compile(_without_categories(pattern))
    except re.error as error:
        raise XPathError(BAD_PATTERN.filled(pattern=pattern, reason=error)) from error


def _without_categories(pattern: str) -> str:
    """``\\p{L}`` written out as ranges of characters: ``[A-Za-z...]``, without brackets where some are open."""
    in_brackets = False

    def written_out(piece: re.Match[str]) -> str:
        nonlocal in_brackets
        if piece["category"]:
            ranges = _ranges(piece["category"])
            return ranges if in_brackets else f"[{ranges}]"
        if piece.group() in "[]":
            in_brackets = piece.group() == "["
        return piece.group()

    return _PIECE.sub(written_out, pattern)


@lru_cache(maxsize=32)
def _ranges(category: str) -> str:
    """The characters of a general category of Unicode, ``L`` or ``Lu``, as ranges."""
    codes = [code for code in range(_LAST_CHARACTER + 1) if unicodedata.category(chr(code)).startswith(category)]
    runs = ([code for _, code in run] for _, run in groupby(enumerate(codes), lambda pair: pair[1] - pair[0]))
    return "".join(f"{re.escape(chr(run[0]))}-{re.escape(chr(run[-1]))}" for run in runs)
