"""A backup takes the place of a closed database; what was there is kept, and something is there at every moment."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from cbc_desktop.base.atomic_file import disk_trouble
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.store import seal, trouble
from cbc_desktop.store.backups import FOLDER, NOT_READABLE, Series, copy_file, files_kept, series_of
from cbc_desktop.store.database import Database
from cbc_desktop.store.in_memory import merged_log
from cbc_desktop.store.lock import kept_closed
from cbc_desktop.store.staging import Stages
from cbc_desktop.store.written_ahead import SUFFIX as LOG_SUFFIX
from cbc_desktop.store.written_ahead import log_of

DAMAGED = Message(
    "Bản sao lưu “{path}” đã bị hỏng. Hãy chọn bản khác; dữ liệu hiện nay không bị thay đổi.",
    "The backup “{path}” is damaged. Choose another one; the present data have not been changed.",
)
_OF_THE_BACKUP = (
    (trouble.DAMAGED, DAMAGED),
    (trouble.NEWER, trouble.NEWER),
    (trouble.FOREIGN, trouble.FOREIGN),
)
"""What is said of its copy, and what it means for the backup."""
_ASIDE = "replaced-%Y%m%d-%H%M%S"
_COMPANIONS = (seal.SUFFIX, LOG_SUFFIX, "-shm")


def put_back(backup: Path, database: Path, now: datetime) -> Path:
    """Puts a backup in the place of a database that is closed; answers where what was there is kept.

    UserFacingError, and nothing has been changed, when the backup is damaged, foreign or newer, or the database open.
    """
    try:
        intact = seal.is_intact(backup)
    except OSError as error:
        raise UserFacingError(NOT_READABLE.filled(path=backup)) from error
    if not intact:
        raise UserFacingError(DAMAGED.filled(path=backup))
    with Stages(database.parent).hidden(database.parent) as hidden:
        fresh = hidden / database.name
        try:
            _copy_with_log(backup, fresh)
            _require_sound(fresh, backup, series_of(database))
            with kept_closed(database):
                _bring_files(backup.parent / series_of(database).files, database.parent / series_of(database).files)
                return exchange(fresh, database, now)
        except OSError as error:
            raise disk_trouble(database, error) from error


def _copy_with_log(database: Path, copy: Path) -> None:
    """A program that was killed leaves what it saved last in the log beside the file."""
    copy_file(database, copy)
    if log_of(database).exists():
        copy_file(log_of(database), log_of(copy))


def _require_sound(fresh: Path, backup: Path, series: Series) -> None:
    """Brings it up to date, too."""
    try:
        Database.open(fresh, migrations=series.migrations).close()
    except UserFacingError as error:
        for said, meant in _OF_THE_BACKUP:
            if error.message == said.filled(path=fresh):
                raise UserFacingError(meant.filled(path=backup)) from error
        raise


def _bring_files(carried: Path, own: Path) -> None:
    """Files that came with the backup; those that are here already, undamaged, are the same, by their names."""
    for file in files_kept(carried):
        if not _undamaged(own / file.name):
            copy_file(file, own / file.name)


def _undamaged(kept: Path) -> bool:
    return kept.exists() and str(Digest.of_file(kept)) == kept.name


def exchange(fresh: Path, database: Path, now: datetime) -> Path:
    """Puts a closed database in the place of another; the folder in which that one is kept. Raises OSError.

    The database is there at every moment, with what stands in its log: what a kill leaves in its place is the old one
    or the new one.
    """
    aside = _new_folder(database.parent / FOLDER, now)
    companions = [Path(f"{database}{suffix}") for suffix in _COMPANIONS]
    logged = log_of(database).exists()
    for present in (database, *companions):
        if present.exists():
            _keep(present, aside / present.name, as_it_is=logged)
    if logged:
        merged_log(database)
    for companion in companions:
        companion.unlink(missing_ok=True)  # a log or a seal of the old one, which is not for the new one
    fresh.replace(database)
    with suppress(OSError):  # a missing seal does no harm
        seal.seal_of(fresh).replace(seal.seal_of(database))
    return aside


def _new_folder(backups: Path, now: datetime) -> Path:
    """Named by the moment, or the next one that is free: what was kept before stays."""
    names = ((now + timedelta(seconds=later)).strftime(_ASIDE) for later in count())
    folder = next(backups / name for name in names if not (backups / name).exists())
    folder.mkdir(parents=True, mode=0o700)
    return folder


def _keep(present: Path, aside: Path, *, as_it_is: bool) -> None:
    """Under a second name; as a copy where the disk has no such thing, or where the file is going to be written."""
    if as_it_is or not _linked(present, aside):
        copy_file(present, aside)


def _linked(present: Path, second: Path) -> bool:
    try:
        os.link(present, second)
    except OSError:
        return False
    return True
