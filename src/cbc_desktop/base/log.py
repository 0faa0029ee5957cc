"""The log of the program's own faults, in the person's data folder; answers never get into it."""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

from cbc_desktop.base.errors import BugError
from cbc_desktop.base.message import Message

OUR_FAULT = Message(
    "Chương trình gặp lỗi ngoài dự kiến ({kind}). Những gì đã báo “đã lưu” vẫn còn nguyên. Chi tiết kỹ thuật (không có "
    "câu trả lời) ở “{log}”; hãy gửi tệp này cho bộ phận hỗ trợ.",
    "The program met an unexpected fault ({kind}). Everything reported as saved is still there. Technical details "
    "(without any answer) are in “{log}”; please send that file to support.",
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
    """Records the fault and answers what a person is told of it; a log that cannot be written is told as ``-``."""
    kind = type(error).__name__
    try:
        return OUR_FAULT.filled(kind=kind, log=record_fault(home, error))
    except OSError:
        return OUR_FAULT.filled(kind=kind, log="-")
