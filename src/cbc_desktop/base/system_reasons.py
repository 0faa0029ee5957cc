"""Why a file could not be read or written, in a person's words: what the system, or a reader of text, says of it."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from json import JSONDecodeError

from cbc_desktop.base.message import Message

_FULL = Message("ổ đĩa đã đầy", "the disk is full")
_NOT_ALLOWED = Message(
    "không có quyền, hoặc tệp đang mở trong chương trình khác", "not permitted, or open in another program"
)
_TOO_MANY = Message("có quá nhiều tệp đang mở", "too many files are open")
_FAULTY = Message("ổ đĩa hoặc USB có lỗi, hoặc đã rút ra", "the disk or stick is faulty, or was taken out")
_NO_WAY = Message("không có mạng, hoặc không tới được máy chủ", "no network, or no way to the server")
_CUT = Message("kết nối bị ngắt giữa chừng", "the connection was cut")
_REASONS: Mapping[int, Message] = {
    errno.ENOENT: Message("không có tệp hoặc thư mục này", "there is no such file or folder"),
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: Message("ổ đĩa này chỉ đọc được", "this disk can only be read"),
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EISDIR: Message("đây là thư mục, không phải tệp", "this is a folder, not a file"),
    errno.ENOTDIR: Message("một phần của đường dẫn không phải là thư mục", "a part of the path is no folder"),
    errno.EEXIST: Message("đã có tệp cùng tên", "there is a file of that name"),
    errno.ENAMETOOLONG: Message("tên hoặc đường dẫn quá dài", "the name or path is too long"),
    errno.EINVAL: Message("tên không dùng được trên ổ đĩa này", "such a name cannot be used on this disk"),
    errno.EFBIG: Message("tệp quá lớn cho ổ đĩa này", "the file is too large for this disk"),
    errno.EIO: _FAULTY,
    errno.ENODEV: _FAULTY,
    errno.ENXIO: _FAULTY,
    errno.EBUSY: Message("đang được chương trình khác dùng", "another program is using it"),
    errno.ELOOP: Message("đường dẫn đi vòng tròn", "the path leads in a circle"),
    errno.ENOEXEC: Message("không phải chương trình của loại máy này", "it is no program for this kind of computer"),
    errno.EMFILE: _TOO_MANY,
    errno.ENFILE: _TOO_MANY,
    errno.ENOMEM: Message("máy không đủ bộ nhớ", "there is not enough memory"),
    errno.ETIMEDOUT: Message("chờ quá lâu mà không có trả lời", "there was no answer in time"),
    errno.ECONNREFUSED: Message("máy chủ từ chối kết nối", "the server refused the connection"),
    errno.ENETUNREACH: _NO_WAY,
    errno.EHOSTUNREACH: _NO_WAY,
    errno.ENETDOWN: _NO_WAY,
    errno.ECONNRESET: _CUT,
    errno.ECONNABORTED: _CUT,
    errno.EPIPE: _CUT,
}
_OTHER = Message("hệ thống báo lỗi số {number}", "the system's error {number}")
_NOT_TEXT = Message("không phải là tệp chữ (UTF-8)", "it is no text in UTF-8")
_NOT_JSON = Message(
    "sai cú pháp JSON ở dòng {line}, cột {column}", "it is no JSON from line {line}, column {column} on"
)
_UNKNOWN = Message("không rõ lý do", "the reason is unknown")


def reason_of(error: OSError | ValueError) -> Message:
    """A part of a sentence, to stand in brackets."""
    if isinstance(error, JSONDecodeError):
        return _NOT_JSON.filled(line=error.lineno, column=error.colno)
    if isinstance(error, UnicodeError):
        return _NOT_TEXT
    if not isinstance(error, OSError) or (error.errno is None and not isinstance(error, TimeoutError)):
        return _UNKNOWN
    number = errno.ETIMEDOUT if error.errno is None else error.errno
    return _REASONS.get(number) or _OTHER.filled(number=number)
