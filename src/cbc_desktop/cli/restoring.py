"""The command that puts a backup in the place of the data, and what is told of ways on when the data are damaged."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from cbc_desktop.base.clock import SystemClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.store.backups import DOSSIERS, FOLDER, RECEIVED, Backup, Series, backups_in, series_of
from cbc_desktop.store.lost import require_not_lost
from cbc_desktop.store.putting_back import put_back
from cbc_desktop.store.salvaging.salvage import may_be_salvaged

_BACKUP = Message("{name}  {moment:%d/%m/%Y %H:%M:%S}  {size} byte", "{name}  {moment:%d/%m/%Y %H:%M:%S}  {size} bytes")
HOW = Message(
    "Khôi phục bản mới nhất: cbc-desktop restore --latest{received}; bản khác: cbc-desktop restore TÊN. Dữ liệu hiện "
    "nay được giữ lại trong thư mục sao lưu.",
    "The newest one takes the place of the data: cbc-desktop restore --latest{received}; another: cbc-desktop restore "
    "NAME. What is there now is kept in the folder of backups.",
)
NO_BACKUPS = Message(
    "Không có bản sao lưu nào trong “{folder}”. Nếu có bản chép ra USB: cbc-desktop restore TỆP; nếu không, "
    "cbc-desktop salvage cứu những gì còn đọc được. Chưa có gì thay đổi.",
    "There are no backups in “{folder}”. A copy on a stick is put back by cbc-desktop restore FILE; without one, "
    "cbc-desktop salvage saves what can be read. Nothing has been changed.",
)
NO_SUCH = Message(
    "Không có bản sao lưu “{name}”. Xem các bản sao lưu: cbc-desktop restore. Chưa có gì thay đổi.",
    "There is no backup “{name}”. See which there are: cbc-desktop restore. Nothing has been changed.",
)
PUT_BACK = Message(
    "Đã khôi phục “{backup}”. Dữ liệu trước đó được giữ ở “{aside}”.",
    "“{backup}” was put back. What was there before is kept in “{aside}”.",
)
RESTORING = Message(
    "cbc-desktop restore{received}: xem và khôi phục các bản sao lưu ({newest}).",
    "cbc-desktop restore{received}: see the backups, and put one back ({newest}).",
)
SALVAGING = Message(
    "cbc-desktop salvage{received}: cứu những gì còn đọc được.", "cbc-desktop salvage{received}: save what can be read."
)
NEWEST = Message("mới nhất: {moment:%d/%m/%Y %H:%M:%S}", "the newest: {moment:%d/%m/%Y %H:%M:%S}")
NONE_YET = Message("chưa có bản nào", "there are none")


def restore(arguments: Namespace, terminal: Terminal) -> int:
    """Without a name: which backups there are; 1 when there are none."""
    home, series = arguments.home, series_asked(arguments)
    backups = backups_in(home, series)
    if not backups and arguments.backup is None:
        raise UserFacingError(NO_BACKUPS.filled(folder=home / FOLDER))
    if arguments.backup is None and not arguments.latest:
        _list(backups, terminal)
        return 0
    chosen = backups[0].path if arguments.latest else _named(arguments.backup, home)
    aside = put_back(chosen, home / series_of(chosen).database, SystemClock().now())
    terminal.say(PUT_BACK.filled(backup=chosen, aside=aside))
    return 0


def series_asked(arguments: Namespace) -> Series:
    return RECEIVED if arguments.received else DOSSIERS


def word_of(series: Series) -> str:
    """What stands behind a command so that it is about this series."""
    return " --received" if series is RECEIVED else ""


def ways_on(home: Path, why: Message) -> tuple[Message, ...]:
    """Commands that help where data in ``home`` that are damaged or gone are why something could not be done."""
    for series in (DOSSIERS, RECEIVED):
        damaged = may_be_salvaged(home / series.database, why)
        if damaged or _is_lost(home / series.database, why):
            newest = next((NEWEST.filled(moment=one.made_at) for one in backups_in(home, series)), NONE_YET)
            told = (RESTORING, SALVAGING) if damaged else (RESTORING,)
            return tuple(one.filled(received=word_of(series), newest=newest) for one in told)
    return ()


def _is_lost(database: Path, why: Message) -> bool:
    try:
        require_not_lost(database)
    except UserFacingError as error:
        return error.message == why
    return False


def _list(backups: tuple[Backup, ...], terminal: Terminal) -> None:
    for one in backups:
        terminal.say(_BACKUP.filled(name=one.path.name, moment=one.made_at, size=one.size))
    terminal.say(HOW.filled(received=word_of(backups[0].series)))


def _named(given: Path, home: Path) -> Path:
    """As it is listed, or a file anywhere, such as on a stick."""
    for path in (home / FOLDER / given, given):
        if path.is_file():
            return path
    raise UserFacingError(NO_SUCH.filled(name=given))
