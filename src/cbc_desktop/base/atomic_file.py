"""Files that are whole or not there: written beside, flushed to the disk, renamed, and the folder flushed too."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message

DISK_FULL = Message(
    "Ổ đĩa đã đầy, không ghi được “{path}”. Hãy xóa bớt tệp hoặc chọn thư mục ở ổ khác rồi làm lại; "
    "số liệu đã nhập không bị mất.",
    "The disk is full; “{path}” could not be written. Free some space or choose a folder on another disk and try "
    "again; nothing that was entered is lost.",
)
NOT_ALLOWED = Message(
    "Không có quyền ghi vào “{path}”. Hãy chọn thư mục khác, ví dụ thư mục Tài liệu của mình; "
    "số liệu đã nhập không bị mất.",
    "Writing to “{path}” is not permitted. Choose another folder, for example your Documents; "
    "nothing that was entered is lost.",
)
NOT_WRITTEN = Message(
    "Không ghi được “{path}” ({reason}). Số liệu đã nhập không bị mất; hãy chọn thư mục khác rồi làm lại.",
    "“{path}” could not be written ({reason}). Nothing that was entered is lost; choose another folder and try again.",
)

_FULL = {errno.ENOSPC, errno.EDQUOT}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}


def write_atomically(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` or leave what was there; raises UserFacingError when the disk says no."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_beside_and_rename(path, content)
    except OSError as error:
        raise UserFacingError(_explained(path, error)) from error


def _write_beside_and_rename(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder; NTFS journals the rename itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _explained(path: Path, error: OSError) -> Message:
    if error.errno in _FULL:
        return DISK_FULL.filled(path=path)
    if error.errno in _REFUSED:
        return NOT_ALLOWED.filled(path=path)
    return NOT_WRITTEN.filled(path=path, reason=error.strerror or error)
