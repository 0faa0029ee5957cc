"""The log of the program's own faults, in the person's data folder; answers never get into it."""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

from cbc_desktop.base.errors import BugError
from cbc_desktop.base.message import Message
from cbc_desktop.base.this_program import was_replaced

OUR_FAULT = Message(
    "Chương trình gặp lỗi ngoài dự kiến ({kind}). Những gì đã báo “đã lưu” vẫn còn nguyên. Chi tiết kỹ thuật (không có "
    "câu trả lời) ở “{log}”; hãy gửi tệp này cho bộ phận hỗ trợ.",
    "The program met an unexpected fault ({kind}). Everything reported as saved is still there. Technical details "
    "(without any answer) are in “{log}”; please send that file to support.",
)
REPLACED = Message(
    "CBC được cài bản khác trong khi đang mở, nên phần này không dùng được nữa. Những gì đã báo “đã lưu” vẫn còn "
    "nguyên; hãy đóng cửa sổ rồi mở lại.",
    "Another version of CBC was installed while it was open, so this part of it cannot be used any more. Everything "
    "reported as saved is still there; close the window and open it again.",
)
LOG_FILE = "cbc-desktop.log"
_MOST_BYTES = 1_000_000


def record_fault(home: Path, error: BaseException) -> Path:
    """Writes where the fault happened (files, lines, kind), not what it said: its text might quote an answer.

    What a fault says for the log is written besides.
    """
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = home / LOG_FILE
    handler = RotatingFileHandler(path, maxBytes=_MOST_BYTES, backupCount=2, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    frames = traceback.format_list(traceback.extract_tb(error.__traceback__))
    said = f"{error.logged}\n" if isinstance(error, BugError) and error.logged else ""
    told = f"{type(error).__name__}\n{''.join(frames)}{said}"
    record = logging.makeLogRecord({"msg": told, "levelno": logging.ERROR})
    handler.emit(record)
    handler.close()
    path.chmod(0o600)
    return path


def told_fault(home: Path, error: BaseException) -> Message:
    """Records the fault and answers what a person is told of it; a log that cannot be written is told as ``-``.

    Where the program's own files were replaced while it ran, that is the reason, and nothing is recorded.
    """
    kind = type(error).__name__
    if was_replaced():
        return REPLACED
    try:
        return OUR_FAULT.filled(kind=kind, log=record_fault(home, error))
    except OSError:
        return OUR_FAULT.filled(kind=kind, log="-")
