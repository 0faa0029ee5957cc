"""Data whose file has gone: an empty one in its place would hide that, and that a backup lies beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.store import trouble
from cbc_desktop.store.backups import backups_in, files_kept, series_of
from cbc_desktop.store.seal import seal_of
from cbc_desktop.store.written_ahead import log_of, read_log

LOST = Message(
    "Tệp dữ liệu “{path}” không còn, hoặc rỗng, trong khi thư mục vẫn còn “{trace}”. Hãy chép tệp về chỗ cũ, hoặc khôi "
    "phục bản sao lưu gần nhất. Muốn bắt đầu lại từ đầu thì chuyển cả thư mục đi nơi khác. Chưa có gì bị thay đổi.",
    "The file of the data “{path}” is gone, or empty, while its folder still has “{trace}”. Put the file back, or "
    "restore the latest backup. To begin anew, move the whole folder elsewhere. Nothing has been changed.",
)


def require_not_lost(database: Path) -> None:
    """UserFacingError where there is no data, and what lies around says that there was some.

    A log that tells of any is left to who opens or salvages the database.
    """
    try:
        if (database.exists() and database.stat().st_size) or _told_by_log(database):
            return
        trace = next(_traces(database), None)
    except OSError as error:
        raise UserFacingError(trouble.cannot_open(database, error)) from error
    if trace is not None:
        raise UserFacingError(LOST.filled(path=database, trace=trace.relative_to(database.parent)))


def _told_by_log(database: Path) -> bool:
    return log_of(database).exists() and read_log(database).tells_anything


def _traces(database: Path) -> Iterator[Path]:
    home, series = database.parent, series_of(database)
    yield from (backup.path for backup in backups_in(home, series))
    yield from filter(Path.exists, [seal_of(database)])
    yield from files_kept(home / series.files)
