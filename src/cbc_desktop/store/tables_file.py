"""A SQLite file that is handed out: its tables are written once, beside, and moved into place; then it is only asked.

Asking takes queries of a campaign's owner, so the connection that answers them can read tables and do nothing else.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from cbc_desktop.base.atomic_file import beside_of, disk_trouble
from cbc_desktop.store.database import IN_MEMORY
from cbc_desktop.store.sqlite_errors import translated

Value = str | int | float | None
Row = tuple[Any, ...]

_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
_NEVER = {"load_extension", "writefile", "readfile", "edit", "zeroblob"} | {
    *("random", "randomblob", "current_date", "current_time", "current_timestamp")
}
"""What reaches outside or takes room without end; and what would say something else each time."""
_MOST_STEPS = 2_000_000_000
"""Of SQLite's virtual machine: about a minute, and a query that runs on is stopped."""
_BETWEEN_LOOKS = 1_000_000
_LONGEST = 16 * 2**20
"""Bytes of a text that a query makes."""


class RefusedQueryError(Exception):
    """A query that is wrong, or wants more than to read; the reason is SQLite's, in English."""


class AskedTables:
    """Tables that are asked and never changed."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._connection = connection

    def rows(self, sql: str, values: Mapping[str, Value] | Sequence[Value] = ()) -> Iterator[Row]:
        """One after the other, in the order of the query. Raises RefusedQueryError."""
        with self._asking() as cursor:
            yield from cursor.execute(sql, values)

    def named_rows(
        self, sql: str, values: Mapping[str, Value] | Sequence[Value] = ()
    ) -> Generator[Mapping[str, Any], None, None]:
        """The same with each value under the name of its column."""
        with self._asking() as cursor:
            cursor.execute(sql, values)
            names = [column[0] for column in cursor.description or ()]
            for row in cursor:
                yield dict(zip(names, row, strict=True))

    def columns(self, sql: str, values: Mapping[str, Value] | Sequence[Value] = ()) -> tuple[str, ...]:
        """What the columns of the answer are called. Raises RefusedQueryError."""
        with self._asking() as cursor:
            return tuple(column[0] for column in cursor.execute(sql, values).description or ())

    @contextmanager
    def _asking(self) -> Iterator[sqlite3.Cursor]:
        """What a query may take is counted anew whenever one begins: while an owner's runs, no other begins here."""
        steps = iter(range(_MOST_STEPS // _BETWEEN_LOOKS))
        self._connection.set_progress_handler(lambda: next(steps, None) is None, _BETWEEN_LOOKS)
        cursor = self._connection.cursor()
        try:
            yield cursor
        except (sqlite3.OperationalError, sqlite3.DatabaseError, sqlite3.ProgrammingError) as error:
            raise RefusedQueryError(str(error)) from error
        finally:
            with suppress(sqlite3.ProgrammingError):  # rows that nobody wanted any more outlived the tables
                cursor.close()


class NewTables:
    """Tables that are being written: the same statements in the same order give the same bytes."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._connection = connection

    def run(self, sql: str) -> None:
        with translated(self.path):
            self._connection.execute(sql)

    def insert(self, sql: str, values: Sequence[Value]) -> int:
        """The integer primary key of the new row."""
        with translated(self.path):
            return self._connection.execute(sql, values).lastrowid or 0

    def insert_all(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        with translated(self.path):
            self._connection.executemany(sql, rows)

    @contextmanager
    def asked(self) -> Iterator[AskedTables]:
        """What is written so far, to be asked."""
        with translated(self.path):
            self._connection.commit()
        with asked_tables(self.path) as asked:
            yield asked


@contextmanager
def new_tables(path: Path) -> Iterator[NewTables]:
    """A file at ``path`` when all went well, else what was there before. UserFacingError when the disk says no."""
    beside = beside_of(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with translated(path), closing(sqlite3.connect(beside)) as connection:
            _settle(connection)
            yield NewTables(connection, beside)
            connection.commit()
        with beside.open("r+b") as file:  # Windows flushes only what may be written
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise disk_trouble(path, error) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


@contextmanager
def asked_tables(path: Path) -> Iterator[AskedTables]:
    """The file at ``path``, which nothing in the queries can change. UserFacingError when it cannot be read."""
    uri = f"{path.resolve().as_uri()}?mode=ro"
    with translated(path), closing(sqlite3.connect(uri, uri=True, check_same_thread=False)) as connection:
        for pragma in ("query_only = ON", "trusted_schema = OFF", IN_MEMORY):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # is it a database at all?
        _only_reading(connection)
        yield AskedTables(connection, path)


def _settle(connection: sqlite3.Connection) -> None:
    """No journal and no flushing: until it is moved into place the file belongs to nobody."""
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "page_size = 4096", "foreign_keys = ON", IN_MEMORY):
        connection.execute(f"PRAGMA {pragma}")


def _only_reading(connection: sqlite3.Connection) -> None:
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.set_authorizer(_judge)


def _judge(action: int, _first: str | None, second: str | None, _database: str | None, _by: str | None) -> int:
    harmless = action in _ALLOWED and not (action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in _NEVER)
    return sqlite3.SQLITE_OK if harmless else sqlite3.SQLITE_DENY
