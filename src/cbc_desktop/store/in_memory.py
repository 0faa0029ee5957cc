"""Databases in memory: blank ones that go into a file as a whole, and those that come from elsewhere in one.

Nothing of a stranger's is used before its tables are known to be ours (https://www.sqlite.org/security.html).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.store import trouble
from cbc_desktop.store.database import Database, Row, keep_rules
from cbc_desktop.store.migrations import APPLICATION_ID, Migration
from cbc_desktop.store.sqlite_errors import translated

_CHECKS = {"quick_check(1)": [("ok",)], "foreign_key_check": []}
"""What each says of a sound file."""


def blank_database(path: Path, migrations: Sequence[Migration]) -> Database:
    """Tables with nothing in them: what they hold is ``content``, to be written to ``path``."""
    with translated(path):
        return Database(path, _blank(migrations))


def strangers_database(content: bytes, path: Path, migrations: Sequence[Migration]) -> Database:
    """The ``content`` of a blank database that comes from elsewhere, at ``path``, brought up to date.

    Raises UserFacingError when its tables are not ours, or it is damaged or newer.
    """
    connection = _connected()
    try:
        keep_rules(connection)
        _take(connection, content, path, migrations)
    except (sqlite3.Error, UnicodeDecodeError) as error:  # Python decodes SQLite's words about damaged tables
        connection.close()
        raise UserFacingError(trouble.NO_COPY.filled(path=path)) from error
    except UserFacingError:
        connection.close()
        raise
    return Database(path, connection)


def merged_log(path: Path) -> bytes:
    """The bytes of a closed, perhaps damaged database that may be changed: with its log, as far as SQLite takes it."""
    with suppress(sqlite3.Error, UnicodeDecodeError), closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return path.read_bytes()


def _take(connection: sqlite3.Connection, content: bytes, path: Path, migrations: Sequence[Migration]) -> None:
    if not content:  # Python takes nothing at all for a lack of memory
        raise UserFacingError(trouble.NO_COPY.filled(path=path))
    connection.deserialize(content)
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (steps,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID or steps < 1:
        raise UserFacingError(trouble.NO_COPY.filled(path=path))
    if steps > len(migrations):
        raise UserFacingError(trouble.NEWER_COPY.filled(path=path))
    with closing(_blank(migrations[:steps])) as ours:
        same = _schema(connection) == _schema(ours)
    if not same or any(connection.execute(f"PRAGMA {name}").fetchall() != sound for name, sound in _CHECKS.items()):
        raise UserFacingError(trouble.NO_COPY.filled(path=path))
    _go_on_from(steps, connection, migrations)


def _blank(migrations: Sequence[Migration]) -> sqlite3.Connection:
    connection = _connected()
    keep_rules(connection)
    _go_on_from(0, connection, migrations)
    return connection


def _connected() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", check_same_thread=False)


def _go_on_from(step: int, connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    """The number of steps that were taken is kept in the head of the file."""
    for migration in migrations[step:]:
        connection.executescript(migration.sql)
    connection.execute(f"PRAGMA user_version = {len(migrations)}")


def _schema(connection: sqlite3.Connection) -> set[Row]:
    return set(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall())
