"""Files that are whole or not there: written beside, flushed to the disk, renamed, and the folder flushed too."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.system_reasons import reason_of

DISK_FULL = Message(
    "Ổ đĩa đã đầy, không ghi được “{path}”. Hãy xóa bớt tệp hoặc chọn thư mục ở ổ khác rồi làm lại; "
    "số liệu đã nhập không bị mất.",
    "The disk is full; “{path}” could not be written. Free some space or choose a folder on another disk and try "
    "again; nothing that was entered is lost.",
)
NOT_ALLOWED = Message(
    "Không ghi được “{path}”: không có quyền ghi vào thư mục này, hoặc tệp đang mở trong chương trình khác (ví dụ "
    "Excel). Hãy đóng tệp đó hoặc chọn thư mục khác, ví dụ thư mục Tài liệu của mình; số liệu đã nhập không bị mất.",
    "“{path}” could not be written: writing there is not permitted, or the file is open in another program (for "
    "example Excel). Close it or choose another folder, for example your Documents; nothing that was entered is lost.",
)
NOT_WRITTEN = Message(
    "Không ghi được “{path}” ({reason}). Số liệu đã nhập không bị mất; hãy chọn thư mục khác rồi làm lại.",
    "“{path}” could not be written ({reason}). Nothing that was entered is lost; choose another folder and try again.",
)

STAGE = ".cbc-"
"""What the names of folders begin with in which files wait until all of them are good."""
_DIGITS = 16
FULL_DISK = {errno.ENOSPC, errno.EDQUOT}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_CANNOT_BE_FLUSHED = {errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM}
"""What network folders, and folders that one may write but not list, answer; the file itself is flushed already."""


def write_atomically(path: Path, content: bytes, *, private: bool = True) -> None:
    """Write ``content`` to ``path`` or leave what was there; raises UserFacingError when the disk says no.

    A private file is for its owner alone; one that is handed over (``private=False``) has the usual permissions.
    """
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_beside_and_rename(path, content, 0o600 if private else 0o666)
    except OSError as error:
        raise disk_trouble(path, error) from error


def _write_beside_and_rename(path: Path, content: bytes, mode: int) -> None:
    beside = beside_of(path)
    try:
        with open(beside, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        with suppress(OSError):  # what went wrong first is what the person must hear
            beside.unlink()
        raise
    flush_folder(path.parent)


def beside_of(path: Path) -> Path:
    """Where a file is written before it takes its place; not longer than its name, which may be as long as can be."""
    return path.parent / f".{secrets.token_hex(_DIGITS // 2)}.part"


def remove_unfinished(folder: Path) -> None:
    """What was left beside the files of ``folder`` by a process that was killed; nobody may be writing there now."""
    for path in folder.glob(f".{'[0-9a-f]' * _DIGITS}.part"):
        with suppress(OSError):  # it does no harm, and the next time tries again
            path.unlink()


def flush_folder(folder: Path) -> None:
    """So that what was made, renamed or removed in it stays so when the power fails."""
    if os.name == "nt":  # Windows cannot open a folder; NTFS journals the rename itself
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in _CANNOT_BE_FLUSHED:
            raise


def disk_trouble(path: Path, error: OSError) -> UserFacingError:
    """The system's error while writing ``path``, as ours: full, not permitted, or its own reason.

    A file on a stage is named where it was meant to be in the end.
    """
    path = Path(*(part for part in path.parts if not part.startswith(STAGE)))
    if error.errno in FULL_DISK:
        return UserFacingError(DISK_FULL.filled(path=path))
    if error.errno in _REFUSED:
        return UserFacingError(NOT_ALLOWED.filled(path=path))
    return UserFacingError(NOT_WRITTEN.filled(path=path, reason=reason_of(error)))
