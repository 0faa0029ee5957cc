"""A CSV file of unknown origin as rows of texts: which letters and which separator it has is found out.

UTF-8 and UTF-16 are told by their marks or by being valid; what is neither is cp1258, the letters of old Windows.
"""

from __future__ import annotations

import codecs
import csv
from collections import Counter
from io import StringIO
from itertools import islice

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.old_encodings import recognise
from cbc_desktop.base.text import keepable

NOT_A_TABLE = Message(
    "Không đọc được tệp “{name}” như một bảng. Hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx rồi chọn "
    "lại.",
    "The file “{name}” cannot be read as a table. Open it in Excel or LibreOffice, save it as .xlsx and choose it "
    "again.",
)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATORS = ("\t", ";", "|", ",")
"""The comma comes last: it may be the decimal comma of a file separated by another."""
_LOOKED_AT = 50
_RECOGNISED_BY = 20_000
"""Bytes."""
_TOLD_BY_EXCEL = "sep="


def csv_rows(content: bytes, name: str, most_rows: int, most_columns: int) -> list[list[str]]:
    """Raises UserFacingError for what is no text, or larger than a table may be."""
    text = _decoded(content, name)
    separator, text = _separated(text)
    try:
        read = islice(csv.reader(StringIO(text, newline=""), delimiter=separator), most_rows + 1)
        rows = [[keepable(cell) for cell in row] for row in read]
    except csv.Error as error:
        raise UserFacingError(NOT_A_TABLE.filled(name=name)) from error
    if len(rows) > most_rows or max(map(len, rows), default=0) > most_columns:
        raise UserFacingError(NOT_A_TABLE.filled(name=name))
    return rows


def _decoded(content: bytes, name: str) -> str:
    encoding = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), "")
    for candidate in [encoding] if encoding else ["utf-8", _western(content), "cp1258"]:
        try:
            text = content.decode(candidate)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UserFacingError(NOT_A_TABLE.filled(name=name))


def _western(content: bytes) -> str:
    """cp1252 for text of the .Vn and VNI fonts, which lies on Western letters; else the letters of Vietnam."""
    return "cp1252" if recognise(content[:_RECOGNISED_BY].decode("cp1252", errors="ignore")) else "cp1258"


def _separated(text: str) -> tuple[str, str]:
    """The separator, and the text without the line in which Excel tells it."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith(_TOLD_BY_EXCEL) and len(first.strip()) == len(_TOLD_BY_EXCEL) + 1:
        return first.strip()[-1], rest
    beginning = "".join(islice(StringIO(text, newline=None), _LOOKED_AT))
    return max(_SEPARATORS, key=lambda separator: _regularity(beginning, separator)), text


def _regularity(beginning: str, separator: str) -> int:
    """How many of the first rows have the same number of cells, more than one."""
    try:
        widths = Counter(len(row) for row in csv.reader(StringIO(beginning, newline=""), delimiter=separator) if row)
    except csv.Error:
        return 0
    return max((count for width, count in widths.items() if width > 1), default=0)
