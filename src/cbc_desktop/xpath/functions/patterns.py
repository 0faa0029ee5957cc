"""Regular expressions of forms, matched in a time that grows with the text alone, whoever wrote them and however.

RE2 (https://github.com/google/re2/wiki/Syntax) follows all ways at once, so that ``(a+)+$`` holds up nobody. What it
lacks of Java's and ECMAScript's language and can have is written out for it: ``\\w``, ``\\d``, ``\\s`` beyond ASCII,
``\\u1EA1``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import groupby

from cbc_desktop.base.message import Message
from cbc_desktop.xpath.errors import XPathError

BAD_PATTERN = Message(
    "Mẫu “{pattern}” trong hàm regex() không phải là biểu thức chính quy dùng được ({reason}). Không có (?=…) và các "
    "dạng nhìn trước, nhìn sau khác, không có \\1, không lặp quá 1.000 lần: hãy nối các điều kiện bằng “and”, đếm ký "
    "tự bằng string-length().",
    "The pattern “{pattern}” of regex() is not a regular expression that can be used ({reason}). There is no (?=…) nor "
    "other look-around, no \\1, and nothing is repeated more than 1,000 times: join conditions with “and”, count "
    "characters with string-length().",
)
Matcher = Callable[[bytes], object]
"""None for a text that does not match."""
_PIECE = re.compile(
    r"\\Q.*?(?:\\E|\Z)|\\u(?P<code>[0-9A-Fa-f]{4})|(?P<before>-?)\\(?P<kind>[dDsSwW])(?P<after>-(?!\]))?|\\."
    r"|\[:\^?[a-z]+:\]|(?P<bracket>\[\^?\]?|\])",
    re.DOTALL,
)
_KINDS: dict[str, Callable[[str], bool]] = {
    "d": str.isdecimal,
    "s": str.isspace,
    "w": lambda character: character.isalnum() or character == "_",
}
_LAST_CHARACTER = 0xFFFF  # of the Basic Multilingual Plane, where living scripts are
_BEYOND = r"\x{10000}-\x{10ffff}"


def matches(text: str, pattern: str) -> bool:
    """Whether the pattern matches the whole text (https://docs.getodk.org/form-operators-functions/#regex).

    DIVERGES from the ODK XForms specification, where any part of the text will do: Collect wants the whole. Raises
    XPathError for what is no regular expression.
    """
    return matcher_of(pattern)(_bytes(text)) is not None


def matcher_of(pattern: str) -> Matcher:
    """Raises XPathError for what is no regular expression."""
    matcher = _made(pattern)
    if isinstance(matcher, Message):
        raise XPathError(matcher)
    return matcher


@lru_cache(maxsize=256)
def _made(pattern: str) -> Matcher | Message:
    """Or why there is none, which takes as long to find out."""
    import re2  # when a form has a pattern, and not at the start of the program

    options = re2.Options()
    options.log_errors = False
    options.never_capture = True
    try:
        matcher: Matcher = re2.compile(_bytes(_for_re2(pattern)), options).fullmatch
    except re2.error as error:
        return BAD_PATTERN.filled(pattern=pattern, reason=error.args[0].decode(errors="replace"))
    return matcher


def _bytes(text: str) -> bytes:
    """Half a pair of surrogates, which somebody may have pasted, is a character that no pattern matches."""
    return text.encode("utf-8", "surrogatepass")


def _for_re2(pattern: str) -> str:
    """Written out in brackets where none are open."""
    in_brackets = False

    def written_out(piece: re.Match[str]) -> str:
        nonlocal in_brackets
        if piece["code"]:
            return rf"\x{{{piece['code']}}}"
        if piece["kind"]:
            ranges, (before, after) = _characters(piece["kind"]), piece.group("before", "after")
            return f"{_kept(before)}{ranges}{_kept(after)}" if in_brackets else f"{before}[{ranges}]{after or ''}"
        if piece["bracket"]:
            in_brackets = piece["bracket"] != "]" and not (in_brackets and piece["bracket"].endswith("]"))
        return piece.group()

    return _PIECE.sub(written_out, pattern)


def _kept(hyphen: str | None) -> str:
    """Beside many characters it stands for itself, and not for those between two."""
    return r"\-" if hyphen else ""


@lru_cache
def _characters(kind: str) -> str:
    """The characters that ``\\d``, ``\\s`` or ``\\w`` stands for, or ``\\D``, ``\\S``, ``\\W`` leaves, as ranges."""
    belongs = _KINDS[kind.lower()]
    codes = [code for code in range(_LAST_CHARACTER + 1) if belongs(chr(code)) is kind.islower()]
    runs = ([code for _, code in run] for _, run in groupby(enumerate(codes), lambda pair: pair[1] - pair[0]))
    ranges = "".join(rf"\x{{{run[0]:x}}}-\x{{{run[-1]:x}}}" for run in runs)
    return ranges if kind.islower() else ranges + _BEYOND
