"""String functions: XPath 1.0, section 4.2, and those of https://getodk.github.io/xforms-spec/#fn:String-Functions."""

from __future__ import annotations

import base64
import hashlib
import math
import re
from collections.abc import Iterator

from cbc_desktop.base.message import Message
from cbc_desktop.xpath.errors import XPathError
from cbc_desktop.xpath.functions.function import ANY, NUMBER, STRING, Function, of_node, pure
from cbc_desktop.xpath.functions.numbers import rounded
from cbc_desktop.xpath.values import Value, to_string

UNKNOWN_ALGORITHM = Message(
    "Hàm digest() không có thuật toán “{algorithm}”. Dùng được: {known}.",
    "digest() has no algorithm “{algorithm}”. It knows {known}.",
)
UNKNOWN_ENCODING = Message(
    "Hàm digest() không có cách mã hóa “{encoding}”. Dùng được: base64, hex.",
    "digest() has no encoding “{encoding}”. It knows base64 and hex.",
)
_WORD = re.compile(r"[^ \t\r\n]+")  # the white space of XML, no other
_ALGORITHMS = {"MD5": "md5", "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512"}


def concat(*values: Value) -> str:
    return "".join(_texts(values))


def join(separator: str, *values: Value) -> str:
    return separator.join(_texts(values))


def _texts(values: tuple[Value, ...]) -> Iterator[str]:
    """The text of each value; of a set: the text of each node."""
    for value in values:
        if isinstance(value, list):
            yield from (node.string_value() for node in value)
        else:
            yield to_string(value)


def substr(text: str, start: float, end: float = math.inf) -> str:
    """From the 0-based ``start`` up to before ``end``; negative numbers count from the end."""
    if math.isnan(start) or math.isnan(end):
        return ""
    return text[_clamped(start, text) : _clamped(end, text)]


def _clamped(index: float, text: str) -> int:
    """The index within the text: what lies beyond either end is that end."""
    place = index + len(text) if index < 0 else index
    return int(max(0, min(place, len(text))))


def substring(text: str, start: float, length: float = math.inf) -> str:
    """From the 1-based, rounded ``start``, by the rules of XPath 1.0 for fractions, infinity and NaN."""
    first = rounded(start)
    end = first + rounded(length)
    return "".join(letter for place, letter in enumerate(text, 1) if first <= place < end)


def substring_before(text: str, mark: str) -> str:
    before, found, _ = text.partition(mark) if mark else ("", "", "")
    return before if found else ""


def substring_after(text: str, mark: str) -> str:
    return text.partition(mark)[2] if mark else text


def translate(text: str, letters: str, replacements: str) -> str:
    table: dict[int, str | None] = {}
    for place, letter in enumerate(letters):
        table.setdefault(ord(letter), replacements[place] if place < len(replacements) else None)
    return text.translate(table)


def normalize_space(text: str) -> str:
    return " ".join(_WORD.findall(text))


def contains(text: str, part: str) -> bool:
    return part in text


def string_length(text: str) -> float:
    return float(len(text))


def digest(text: str, algorithm: str, encoding: str = "base64") -> str:
    """https://getodk.github.io/xforms-spec/#fn:digest; raises XPathError for what it does not know."""
    if algorithm not in _ALGORITHMS:
        raise XPathError(UNKNOWN_ALGORITHM.filled(algorithm=algorithm, known=", ".join(_ALGORITHMS)))
    sum_of_text = hashlib.new(_ALGORITHMS[algorithm], text.encode(), usedforsecurity=False).digest()
    if encoding == "hex":
        return sum_of_text.hex()
    if encoding == "base64":
        return base64.b64encode(sum_of_text).decode()
    raise XPathError(UNKNOWN_ENCODING.filled(encoding=encoding))


def base64_decode(text: str) -> str:
    """The text that was encoded; '' for what is no base64 of UTF-8."""
    try:
        return base64.b64decode(text, validate=True).decode()
    except ValueError:  # no base64, no ASCII, or no UTF-8 in it
        return ""


STRING_FUNCTIONS: tuple[Function, ...] = (
    of_node("string", str, STRING),
    pure("concat", concat, ANY, rest=(ANY,)),
    pure("join", join, STRING, rest=(ANY,)),
    pure("substr", substr, STRING, NUMBER, optional=(NUMBER,)),
    pure("substring", substring, STRING, NUMBER, optional=(NUMBER,)),
    pure("substring-before", substring_before, STRING, STRING),
    pure("substring-after", substring_after, STRING, STRING),
    pure("translate", translate, STRING, STRING, STRING),
    of_node("string-length", string_length, STRING),
    of_node("normalize-space", normalize_space, STRING),
    pure("contains", contains, STRING, STRING),
    pure("starts-with", str.startswith, STRING, STRING),
    pure("ends-with", str.endswith, STRING, STRING),
    pure("digest", digest, STRING, STRING, optional=(STRING,)),
    pure("base64-decode", base64_decode, STRING),
)
