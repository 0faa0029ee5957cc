"""May a workbook from outside be read at all? Its kind, and how large it would become, before it is unpacked."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from lzma import LZMAError
from zipfile import BadZipFile, ZipFile

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message

MOST_UNPACKED = 64 * 1024 * 1024
MOST_PARTS = 2_000
MOST_CELLS = 600_000
"""Of a sheet, empty ones included: each takes a third of a kilobyte of memory."""

OLD_OR_LOCKED = Message(
    "Tệp “{name}” là sổ tính Excel đời cũ (.xls) hoặc có mật khẩu mở tệp nên không đọc được. Hãy mở tệp bằng Excel, "
    "WPS hoặc LibreOffice, chọn “Lưu thành” dạng .xlsx, không đặt mật khẩu, rồi chọn lại.",
    "The file “{name}” is an old Excel workbook (.xls) or has a password and cannot be read. Open it, choose “Save as” "
    ".xlsx without a password, and choose it again.",
)
OTHER_KIND = Message(
    "Tệp “{name}” không phải là tệp .xlsx hoặc .csv (có thể là .ods hoặc .xlsb). Hãy mở tệp bằng LibreOffice hoặc "
    "Excel, chọn “Lưu thành” dạng .xlsx rồi chọn lại.",
    "The file “{name}” is no .xlsx or .csv file (perhaps .ods or .xlsb). Open it in LibreOffice or Excel, choose “Save "
    "as” .xlsx, and choose it again.",
)
SUSPICIOUS = Message(
    "Tệp “{name}” không được mở vì bên trong có thành phần bất thường hoặc quá lớn. Hãy chép bảng cần lấy sang một tệp "
    "mới; nếu tệp do người khác gửi, hãy hỏi lại người gửi.",
    "The file “{name}” was not opened: something in it is unusual or too large. Copy the table into a new file; if "
    "somebody sent it, ask them about it.",
)
NOT_CALCULATED = Message(
    "Tệp “{name}” có công thức chưa được tính nên chưa biết kết quả. Hãy mở tệp bằng Excel hoặc LibreOffice, bấm Lưu "
    "rồi chọn lại.",
    "The file “{name}” has formulas that were never calculated. Open it in Excel or LibreOffice, save it, and choose "
    "it again.",
)

_COMPOUND_FILE = bytes.fromhex("d0cf11e0a1b11ae1")
"""Begins .xls files and .xlsx files with a password: [MS-CFB] 2.2."""
_ZIP = b"PK\x03\x04"
_BOOK = "xl/workbook.xml"
_DOCTYPE = re.compile(b"<\0?!\0?(D|E)\0?(O|N)\0?(C|T)\0?(T|I)")
"""No office program writes a document type; entity bombs need one. Also in UTF-16."""
_NO_RESULT = re.compile(
    rb"<c\b(?P<of>[^<>]*+)>\s*+<f\b[^<>]*+(?:(?<=/)>|>[^<]*+</f>)\s*+(?:<v>\s*+</v>|<v\s*+/>)?+\s*+</c>"
)
"""Nothing in it is tried twice, or a file could be written that takes hours."""
_UNREADABLE = (BadZipFile, EOFError, NotImplementedError, OSError, ValueError, RuntimeError, zlib.error, LZMAError)
_EMPTY_TEXT = b't="str"'
_SHEETS = "xl/worksheets/"
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")


def require_harmless(content: bytes, name: str) -> bool:
    """True for a workbook that may be read, False for what is no workbook of any kind; else UserFacingError."""
    if content.startswith(_COMPOUND_FILE):
        raise UserFacingError(OLD_OR_LOCKED.filled(name=name))
    if not content.startswith(_ZIP):
        return False
    try:
        with ZipFile(BytesIO(content)) as archive:
            _check(archive, name)
    except _UNREADABLE as error:
        raise UserFacingError(SUSPICIOUS.filled(name=name)) from error
    return True


def _check(archive: ZipFile, name: str) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise UserFacingError(SUSPICIOUS.filled(name=name))
    if _BOOK not in archive.namelist():
        raise UserFacingError(OTHER_KIND.filled(name=name))
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            _check_part(archive.read(part), part.filename, name)


def _check_part(xml: bytes, part: str, name: str) -> None:
    if _DOCTYPE.search(xml):
        raise UserFacingError(SUSPICIOUS.filled(name=name))
    if not part.startswith(_SHEETS):
        return
    if sum(1 for _ in _CELL.finditer(xml)) > MOST_CELLS:
        raise UserFacingError(SUSPICIOUS.filled(name=name))
    if any(_EMPTY_TEXT not in cell["of"] for cell in _NO_RESULT.finditer(xml)):
        raise UserFacingError(NOT_CALCULATED.filled(name=name))
