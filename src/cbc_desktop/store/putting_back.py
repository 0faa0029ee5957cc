"""A backup takes the place of a closed database; what was there is kept, and something is there at every moment."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from cbc_desktop.base.atomic_file import disk_trouble, write_atomically
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.store import seal, trouble
from cbc_desktop.store.backups import FOLDER, NOT_READABLE, Series, copy_file, files_kept, series_of
from cbc_desktop.store.database import Database
from cbc_desktop.store.lock import kept_closed
from cbc_desktop.store.staging import Stages

DAMAGED = Message(
    "Bản sao lưu “{path}” đã bị hỏng. Hãy chọn bản khác; dữ liệu hiện nay không bị thay đổi.",
    "The backup “{path}” is damaged. Choose another one; the present data have not been changed.",
)
_ASIDE = "replaced-%Y%m%d-%H%M%S"
_COMPANIONS = (seal.SUFFIX, "-wal", "-shm")


def put_back(backup: Path, database: Path, now: datetime) -> Path:
    """Puts a backup in the place of a database that is closed; answers where what was there is kept.

    UserFacingError, and nothing has been changed, when the backup is damaged, foreign or newer, or the database open.
    """
    try:
        content, intact = backup.read_bytes(), seal.is_intact(backup)
    except OSError as error:
        raise UserFacingError(NOT_READABLE.filled(path=backup)) from error
    if not intact:
        raise UserFacingError(DAMAGED.filled(path=backup))
    with Stages(database.parent).hidden(database.parent) as hidden:
        fresh = hidden / database.name
        try:
            write_atomically(fresh, content)
            _require_sound(fresh, backup, series_of(database))
            with kept_closed(database):
                _bring_files(backup.parent / series_of(database).files, database.parent / series_of(database).files)
                return exchange(fresh, database, now)
        except OSError as error:
            raise disk_trouble(database, error) from error


def _require_sound(fresh: Path, backup: Path, series: Series) -> None:
    """Brings it up to date, too."""
    try:
        Database.open(fresh, migrations=series.migrations).close()
    except UserFacingError as error:
        if error.message == trouble.DAMAGED.filled(path=fresh):
            raise UserFacingError(DAMAGED.filled(path=backup)) from error
        raise


def _bring_files(carried: Path, own: Path) -> None:
    """Files that came with the backup; those that are here already are the same, by their names."""
    for file in files_kept(carried):
        if not (own / file.name).exists():
            copy_file(file, own / file.name)


def exchange(fresh: Path, database: Path, now: datetime) -> Path:
    """Puts a closed database in the place of another; the folder in which that one is kept. Raises OSError.

    The database is there at every moment: what a kill leaves in its place is the old one or the new one.
    """
    aside = database.parent / FOLDER / now.strftime(_ASIDE)
    aside.mkdir(parents=True, exist_ok=True, mode=0o700)
    companions = [Path(f"{database}{suffix}") for suffix in _COMPANIONS]
    for present in (database, *companions):
        if present.exists():
            _keep(present, aside / present.name)
    for companion in companions:
        companion.unlink(missing_ok=True)  # a log or a seal of the old one, which is not for the new one
    fresh.replace(database)
    with suppress(OSError):  # a missing seal does no harm
        seal.seal_of(fresh).replace(seal.seal_of(database))
    return aside


def _keep(present: Path, aside: Path) -> None:
    """Under a second name; as a copy where the disk has no such thing."""
    aside.unlink(missing_ok=True)
    try:
        os.link(present, aside)
    except OSError:
        shutil.copy2(present, aside)
