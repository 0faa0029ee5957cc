"""Copies of the databases in time: made while the program runs, thinned out with age, put back when a person wants it.

An office has one for its dossiers, and a receiving office another for what arrived. Files beside them need no copies on
this disk: they are kept by their digest and are never changed or deleted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.clock import VIETNAM, Clock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.store import seal
from cbc_desktop.store.database import Database
from cbc_desktop.store.migrations import MIGRATIONS, Migration
from cbc_desktop.store.received.migrations import RECEIVED_MIGRATIONS
from cbc_desktop.store.staging import Stages

FOLDER = "backups"
MEDIA = "media"
"""Beside a database: the attached files, named by their digests."""
ALL_OF_THE_LAST = 12
"""So many are kept whatever their age; of older ones the last of each day."""
DAYS = 30
"""Of so many days with backups."""
LARGEST_BY_ITSELF = 100 * 2**20
"""Bytes of a database: copies of a larger one would hold up the window and fill the disk, so a person makes them."""
_NAME = "{stem}-%Y%m%d-%H%M%S.sqlite3"
_WHOLE = "cbc-sao-luu-%Y%m%d-%H%M%S"
COPYING = Message("Đang chép tệp đính kèm {number}/{total}…", "Copying attached file {number}/{total}…")
NOT_READABLE = Message(
    "Không đọc được “{path}”. Hãy kiểm tra ổ đĩa hoặc USB rồi làm lại; dữ liệu hiện nay không bị thay đổi.",
    "“{path}” cannot be read. Check the disk or USB stick and try again; the present data have not been changed.",
)


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of data: its file is ``stem``.sqlite3, ``files`` the folder beside it with what is kept by digest."""

    stem: str
    files: str
    migrations: Sequence[Migration]

    @property
    def database(self) -> str:
        return f"{self.stem}.sqlite3"


DOSSIERS = Series("cbc", MEDIA, MIGRATIONS)
RECEIVED = Series("received", "received", RECEIVED_MIGRATIONS)


def series_of(path: Path) -> Series:
    """What a database or a backup of it holds, by its name."""
    return RECEIVED if path.name.startswith(RECEIVED.stem) else DOSSIERS


@dataclass(frozen=True, slots=True)
class Backup:
    """``size`` is in bytes."""

    path: Path
    made_at: datetime
    size: int

    @property
    def series(self) -> Series:
        return series_of(self.path)


class Backups:
    """The backups of one database, in a folder beside it."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock
        self._folder = database.path.parent / FOLDER
        self._series = series_of(database.path)

    @property
    def too_large_by_itself(self) -> bool:
        """Whether it is left to a person when a copy is made."""
        return self._database.path.stat().st_size > LARGEST_BY_ITSELF

    def make(self) -> Backup:
        """A copy of the data as they are now; the last backup when nothing has changed since."""
        before = self.all()
        path = self._folder / self._moment(before).strftime(_NAME.format(stem=self._series.stem))
        self._database.back_up(path)
        if before and _same(before[0].path, path):
            _remove(path)
            return before[0]
        self._thin_out()
        return self.all()[0]

    def _moment(self, before: Sequence[Backup]) -> datetime:
        """Behind all others, also when the clock was set back: the latest backup is the one that was made last."""
        now = self._clock.now()
        return max(now, before[0].made_at + timedelta(seconds=1)) if before else now

    def copy_whole(self, folder: Path, progress: Callable[[Message], None], others: Iterable[Backups] = ()) -> Path:
        """The data as they are now, with all attached files, in a new folder in ``folder``: for a USB stick.

        The data of ``others`` beside them; all of it or nothing. Answers the copied database, which ``put_back``
        takes. UserFacingError when the disk says no.
        """
        name = self._clock.now().strftime(_WHOLE)
        with Stages(self._folder.parent).staged(folder) as stage:
            for one in (self, *others):
                one.copy_into(stage.folder / name, progress)
        return folder / name / self._database.path.name

    def copy_into(self, target: Path, progress: Callable[[Message], None]) -> Path:
        """The same into this folder, beside what another series has there."""
        files = files_kept(self._folder.parent / self._series.files)
        for number, file in enumerate(files, start=1):
            progress(COPYING.filled(number=number, total=len(files)))
            copy_file(file, target / self._series.files / file.name)
        database = target / self._database.path.name
        self._database.back_up(database)  # last: a folder with a database in it is whole
        return database

    def all(self) -> tuple[Backup, ...]:
        """The newest first."""
        return backups_in(self._folder.parent, self._series)

    def databases(self) -> tuple[Path, ...]:
        """Every file in which earlier data lie: the backups, and what was put aside when one was put back."""
        aside = sorted(self._folder.glob(f"replaced-*/{self._database.path.name}"))
        return (*(backup.path for backup in self.all()), *aside)

    def _thin_out(self) -> None:
        backups = self.all()
        kept = kept_moments(backup.made_at for backup in backups)
        for backup in backups:
            if backup.made_at not in kept:
                with suppress(OSError):  # one too many does no harm, and the next backup tries again
                    _remove(backup.path)


def backups_in(home: Path, series: Series = DOSSIERS) -> tuple[Backup, ...]:
    """Those in a folder of data, which need not be open; the newest first. Files of other names are left alone."""
    found = [_backup(path, series) for path in (home / FOLDER).glob(f"{series.stem}-*.sqlite3")]
    return tuple(sorted((one for one in found if one), key=lambda backup: backup.made_at, reverse=True))


def kept_moments(moments: Iterable[datetime]) -> frozenset[datetime]:
    """Which backups to keep: the last ones, and the last one of each of the last days."""
    newest_first = sorted(moments, reverse=True)
    last_of_days: dict[object, datetime] = {}
    for moment in newest_first:
        last_of_days.setdefault(moment.date(), moment)
    return frozenset([*newest_first[:ALL_OF_THE_LAST], *list(last_of_days.values())[:DAYS]])


def files_kept(folder: Path) -> list[Path]:
    """Not what is being written meanwhile, which begins with a dot."""
    return sorted(folder.glob("[!.]*"))


def copy_file(source: Path, target: Path) -> None:
    try:
        content = source.read_bytes()
    except OSError as error:
        raise UserFacingError(NOT_READABLE.filled(path=source)) from error
    write_atomically(target, content)


def _same(before: Path, now: Path) -> bool:
    """One that cannot be read any more is another."""
    try:
        return Digest.of_file(before) == Digest.of_file(now)
    except OSError:
        return False


def _remove(backup: Path) -> None:
    seal.take_off(backup)
    backup.unlink()


def _backup(path: Path, series: Series) -> Backup | None:
    """None for a file whose name is not a moment."""
    try:
        moment = datetime.strptime(path.name, _NAME.format(stem=series.stem)).replace(tzinfo=VIETNAM)
        return Backup(path, moment, path.stat().st_size)
    except (ValueError, OSError):
        return None
