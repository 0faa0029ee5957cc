"""The one door to SQLite: a file that one process at a time has open, in which one action is one transaction.

Write-ahead log and a flush at every commit: what was acknowledged survives a crash and a power failure. The connection
may be used from several threads; a lock lets one transaction or query in at a time.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import sqlite_utils
from filelock import FileLock

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.store import seal, trouble
from cbc_desktop.store.lock import locked
from cbc_desktop.store.migrations import APPLICATION_ID, MIGRATIONS, Migration
from cbc_desktop.store.places import make_private_folder, on_network_share
from cbc_desktop.store.sqlite_errors import DamagedDataError, believed_rows, translated
from cbc_desktop.store.written_ahead import log_of, read_log

Value = str | int | float | bytes | None
Row = tuple[Any, ...]

IN_MEMORY = "temp_store = MEMORY"
"""What SQLite sets aside meanwhile holds answers: else it lies in the system's temporary folder."""
_RULES = (
    *("synchronous = FULL", "foreign_keys = ON", "cell_size_check = ON", "trusted_schema = OFF"),
    "secure_delete = ON",  # what is deleted, such as the image of a signature, is overwritten
    IN_MEMORY,
)
_WAIT_FOR_OTHERS = 5.0
Made = TypeVar("Made")


class Database:
    """SQL in, rows out, and our errors instead of SQLite's. Make one with ``Database.open``."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: FileLock | None = None) -> None:
        self.path = path
        self._tables = sqlite_utils.Database(connection, execute_plugins=False)
        self._file_lock = lock
        self._turn = threading.RLock()
        self._depth = 0
        self._numbers: dict[str, int] = {}
        self._sealed = False
        """Whether the file is sealed when it is closed."""

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        is_network: Callable[[Path], bool] = on_network_share,
        migrations: Sequence[Migration] = MIGRATIONS,
    ) -> Database:
        """Open or create the file and bring its tables up to date.

        Raises UserFacingError when it is on a network share, already open, damaged, another program's, or newer.
        """
        if is_network(path.parent):
            raise UserFacingError(trouble.NETWORK_SHARE.filled(path=path.parent))
        make_private_folder(path.parent)
        with ExitStack() as undone:
            lock = locked(path)
            undone.callback(lock.release)
            _require_intact(path)
            _require_whole_log(path)
            connection = _connected(path)
            undone.callback(connection.close)
            database = cls(path, connection, lock)
            with _room_to_open(path):
                database._prepare(migrations)
            undone.pop_all()
        return database

    @classmethod
    def look(cls, path: Path, table: str, sql: str) -> list[Row]:
        """The rows of one query, read-only, also while somebody has the file open; none when there is no such table.

        Raises UserFacingError when the file is there and cannot be read.
        """
        if not path.exists():
            return []
        with translated(path), closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            known = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,))
            return connection.execute(sql).fetchall() if known.fetchone() else []

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All or nothing; may be nested, and the outermost block commits."""
        with self._turn:
            if not self._depth:
                self._numbers.clear()
            self._depth += 1
            try:
                with self._translated(), self._tables.atomic():
                    yield
            finally:
                self._depth -= 1

    def number_of_action(self, name: str, make: Callable[[], int]) -> int:
        """The number that ``make`` gave when it was first asked for under ``name`` in the open transaction."""
        if not self._depth:
            raise BugError(f"no transaction is open that could have a number of {name}")
        if name not in self._numbers:
            self._numbers[name] = make()
        return self._numbers[name]

    def next_action(self) -> None:
        """What follows in the open transaction is another action, with numbers of its own."""
        self._numbers.clear()

    def number_given(self, name: str) -> int | None:
        """The number that the open transaction has had under ``name``; None when nobody has asked for one."""
        return self._numbers.get(name) if self._depth else None

    def execute(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Run one statement; the number of rows it changed."""
        with self._turn:
            return self._run(sql, values).rowcount

    def execute_many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run one statement for each row of values."""
        with self._turn, self._going_on():
            self._tables.conn.executemany(sql, rows)

    def insert(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Run one INSERT; the integer primary key of the new row."""
        with self._turn:
            cursor = self._run(sql, values)
        if cursor.rowcount != 1 or cursor.lastrowid is None:
            raise BugError(f"not one row was inserted: {sql}")
        return cursor.lastrowid

    def query(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        with self._turn, self._translated():
            return self._run(sql, values).fetchall()

    def read(self, make: Callable[[Row], Made], sql: str, values: Sequence[Value] = ()) -> list[Made]:
        """What ``make`` makes of each row; DamagedDataError when one says what is never written here."""
        with believed_rows(self.path), self._turn, self._translated():
            return [make(row) for row in self._run(sql, values)]

    def first(self, sql: str, values: Sequence[Value] = ()) -> Row | None:
        return next(iter(self.query(sql, values)), None)

    def back_up(self, path: Path) -> None:
        """Write a whole copy to ``path``: copying the file itself would miss what is still in the log."""
        _take_seal_off(path)
        write_atomically(path, self.content())
        seal.put_on(path, self._roots())

    def content(self) -> bytes:
        """All of it, as the bytes of a file."""
        with self._turn, self._translated():
            return self._tables.conn.serialize()

    def write_anew(self) -> None:
        """The whole file once more, so that neither it nor its log holds anything that was deleted.

        UserFacingError when the disk has no room for that: what was deleted stays readable for a while.
        """
        with self._turn, self._translated():
            self._tables.execute("VACUUM")
            self._tables.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        with self._turn:
            try:
                roots = self._roots() if self._sealed else {}
                with self._translated():
                    self._tables.close()
                if roots and not log_of(self.path).exists():
                    seal.put_on(self.path, roots)
            finally:
                self._sealed = False
                if self._file_lock is not None:
                    self._file_lock.release()

    def _roots(self) -> dict[str, int]:
        """On which pages the tables begin; nothing where the disk does not tell it any more."""
        try:
            return dict(self.query("SELECT name, rootpage FROM sqlite_master WHERE type = 'table'"))
        except UserFacingError:
            return {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _run(self, sql: str, values: Sequence[Value]) -> sqlite3.Cursor:
        with self._going_on():
            return self._tables.execute(sql, values)

    @contextmanager
    def _going_on(self) -> Iterator[None]:
        if self._depth and not self._tables.conn.in_transaction:
            raise BugError("going on after the transaction was rolled back by a full or failing disk")
        try:
            with self._translated():
                yield
        except UnicodeEncodeError as error:
            raise BugError("text with half a surrogate pair reached the database") from error

    @contextmanager
    def _translated(self) -> Iterator[None]:
        with translated(self.path):
            yield

    def _prepare(self, migrations: Sequence[Migration]) -> None:
        """Look before touching: nothing is written until the file is known to be ours, whole and not newer."""
        with self._translated():
            self._refuse_newer_and_foreign(migrations)
            self._refuse_damaged()
            _take_seal_off(self.path)
            self._sealed = True
            self._tables.enable_wal()
            keep_rules(self._tables.conn)
            _steps(migrations).apply(self._tables)

    def _refuse_newer_and_foreign(self, migrations: Sequence[Migration]) -> None:
        steps = _steps(migrations)
        with believed_rows(self.path):
            applied = {step.name for step in steps.applied(self._tables)}
        if applied - {migration.name for migration in migrations}:
            raise UserFacingError(trouble.NEWER.filled(path=self.path))
        (application,) = self._tables.execute("PRAGMA application_id").fetchone()
        if bool(applied) != (application == APPLICATION_ID):
            raise DamagedDataError(self.path)
        if not applied and set(self._tables.table_names()) - {steps.migrations_table}:
            raise UserFacingError(trouble.FOREIGN.filled(path=self.path))

    def _refuse_damaged(self) -> None:
        # A check reads every page, 4 ms for a megabyte: worth it at every start for what answers take, too long for
        # gigabytes, of which a damaged page is told when it is read.
        if self.path.stat().st_size > seal.LARGEST:
            return
        if self._tables.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise DamagedDataError(self.path)


def keep_rules(connection: sqlite3.Connection) -> None:
    """Those that SQLite forgets with every connection."""
    for pragma in _RULES:
        connection.execute(f"PRAGMA {pragma}")


def _connected(path: Path) -> sqlite3.Connection:
    """The log has its index in memory where the disk has no room for it, so that what is there can be read."""
    _create_privately(path)
    with translated(path):
        connection = _connection(path)
        if _has_no_room_for_index(connection):
            connection.close()
            connection = _connection(path)
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")  # https://www.sqlite.org/wal.html#noshm
        return connection


def _connection(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=_WAIT_FOR_OTHERS, check_same_thread=False)


def _has_no_room_for_index(connection: sqlite3.Connection) -> bool:
    """Whatever else is wrong is told by who reads next."""
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.Error as error:
        return getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_IOERR_SHMSIZE
    return False


@contextmanager
def _room_to_open(path: Path) -> Iterator[None]:
    """A disk that is full while nothing was changed yet is told as what it is."""
    try:
        yield
    except UserFacingError as error:
        if error.message == trouble.DISK_FULL.filled(path=path):
            raise UserFacingError(trouble.NO_ROOM_TO_OPEN.filled(folder=path.parent)) from error
        raise


def _require_intact(path: Path) -> None:
    """As it was sealed; a file that is not there is made."""
    try:
        intact = not path.exists() or seal.is_intact(path)
    except OSError as error:
        raise UserFacingError(trouble.cannot_open(path, error)) from error
    if not intact:
        raise UserFacingError(trouble.CHANGED_OUTSIDE.filled(path=path, seal=seal.seal_of(path)))


def _require_whole_log(path: Path) -> None:
    """Before SQLite sees it, which throws away what it cannot use; a long one is left to it, as a large file is."""
    try:
        log = log_of(path)
        if not log.exists() or log.stat().st_size > seal.LARGEST:
            return
        empty, written = not path.exists() or not path.stat().st_size, read_log(path)
    except OSError as error:
        raise UserFacingError(trouble.cannot_open(path, error)) from error
    if written.has_lost_something or (empty and written.tells_anything):
        raise DamagedDataError(path)


def _take_seal_off(path: Path) -> None:
    try:
        seal.take_off(path)
    except OSError as error:
        raise UserFacingError(trouble.READ_ONLY.filled(path=path)) from error


def _create_privately(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise UserFacingError(trouble.cannot_open(path, error)) from error


def _steps(migrations: Sequence[Migration]) -> sqlite_utils.Migrations:
    steps = sqlite_utils.Migrations("cbc-desktop")
    for migration in migrations:
        steps(name=migration.name)(_step(migration.sql))
    return steps


def _step(sql: str) -> Callable[[sqlite_utils.Database], None]:
    def run(tables: sqlite_utils.Database) -> None:
        tables.executescript(sql)

    return run
