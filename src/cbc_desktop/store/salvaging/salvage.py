"""Takes over what can be read of a damaged database into a new one; the damaged file is kept beside the backups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cbc_desktop.base.atomic_file import disk_trouble
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.store import trouble
from cbc_desktop.store.backups import series_of
from cbc_desktop.store.database import Database
from cbc_desktop.store.lock import kept_closed
from cbc_desktop.store.lost import require_not_lost
from cbc_desktop.store.migrations import Migration
from cbc_desktop.store.putting_back import exchange
from cbc_desktop.store.salvaging.plausible import Plausible
from cbc_desktop.store.salvaging.records import Record
from cbc_desktop.store.salvaging.trees import Column, Found, read_tables
from cbc_desktop.store.seal import seal_of, sealed_roots
from cbc_desktop.store.sqlite_errors import BrokenRuleError
from cbc_desktop.store.staging import Stages
from cbc_desktop.store.written_ahead import read_log

SOUND = Message(
    "Dữ liệu ở “{path}” không hỏng, không cần cứu. Chưa có gì thay đổi.",
    "The data in “{path}” is not damaged, there is nothing to salvage. Nothing has been changed.",
)
NOTHING_LEFT = Message(
    "Không còn đọc được gì trong “{path}”. Hãy khôi phục từ bản sao lưu hoặc bản chép ra USB; tệp không bị thay đổi.",
    "Nothing can be read in “{path}” any more. Restore a backup or a copy on a stick; the file has not been changed.",
)


_PLACES = (
    "SELECT DISTINCT path FROM answer JOIN instance ON instance.id = answer.instance "
    "JOIN form ON form.digest = instance.form_digest"
)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """``rows`` came over, by table. ``unread`` rows, or whole pages of them, could not be read or do not fit."""

    rows: Mapping[str, int]
    unread: int
    aside: Path
    """The folder in which the damaged file is kept."""


WHOLE = Message(
    "Đã cứu {rows} dòng dữ liệu, không thấy thiếu. Hãy xem lại các câu trả lời: chữ bị hỏng thì máy không biết. "
    "Tệp hỏng được giữ ở “{aside}”.",
    "{rows} rows were salvaged, and none is known to be missing. Look the answers over: a letter that is wrong cannot "
    "be told. The damaged file is kept in “{aside}”.",
)
IN_PART = Message(
    "Đã cứu {rows} dòng dữ liệu; {unread} chỗ không đọc được nên còn thiếu. Hãy xem lại từng hồ sơ và nhập bổ sung. "
    "Tệp hỏng được giữ ở “{aside}”.",
    "{rows} rows were salvaged; {unread} places could not be read, so something is missing. Look each dossier over and "
    "fill in what it lacks. The damaged file is kept in “{aside}”.",
)


def told_salvaged(done: Salvaged) -> Message:
    told = IN_PART if done.unread else WHOLE
    return told.filled(rows=sum(done.rows.values()), unread=done.unread, aside=done.aside)


def salvage(path: Path, now: datetime) -> Salvaged:
    """Puts what can be read of the closed database at ``path`` in its place.

    UserFacingError, and nothing has been changed, when it is sound, foreign, newer or open, or nothing can be read.
    """
    series = series_of(path)
    require_damaged(path)
    with Stages(path.parent).hidden(path.parent) as hidden, kept_closed(path):
        fresh = hidden / path.name
        content, damaged = _content(path)
        rows, unread = _taken_over(content, sealed_roots(path), fresh, series.migrations)
        if not any(rows.values()):
            raise UserFacingError(NOTHING_LEFT.filled(path=path))
        try:
            return Salvaged(rows, unread + damaged, exchange(fresh, path, now))
        except OSError as error:
            raise disk_trouble(path, error) from error


def may_be_salvaged(path: Path, why: Message) -> bool:
    """Whether this is why the database could not be opened."""
    return why in (
        trouble.DAMAGED.filled(path=path),
        trouble.CHANGED_OUTSIDE.filled(path=path, seal=seal_of(path)),
    )


def require_damaged(path: Path) -> None:
    """UserFacingError when the closed database at ``path`` is sound, gone, foreign, newer or open."""
    require_not_lost(path)
    try:
        with Database.open(path, migrations=series_of(path).migrations) as database:
            if database.query("PRAGMA integrity_check(1)") == [("ok",)] and _all_in_place(database):
                raise UserFacingError(SOUND.filled(path=path))
    except UserFacingError as error:
        if not may_be_salvaged(path, error.message):
            raise


def _all_in_place(database: Database) -> bool:
    """Whether every answer to a form that is kept stands where forms have one: SQLite knows nothing of that."""
    if "answer" not in _tables(database):
        return True
    forms = [xform for (xform,) in database.query("SELECT xform FROM form")]
    plausible = Plausible(forms)
    return all(plausible("answer", ("path",), place) for place in database.query(_PLACES))


def _content(path: Path) -> tuple[bytes, int]:
    """With what stands in the log beside the file, and how much of that is damaged; the file may be gone."""
    try:
        return read_log(path).over(path.read_bytes() if path.exists() else b"")
    except OSError as error:
        raise UserFacingError(trouble.cannot_open(path, error)) from error


def _taken_over(
    content: bytes, roots: Mapping[str, int], fresh: Path, migrations: Sequence[Migration]
) -> tuple[dict[str, int], int]:
    with Database.open(fresh, migrations=migrations) as database, database.atomic():
        columns = {name: _columns(database, name) for name in _tables(database)}
        found = read_tables(content, columns, roots)
        refused = _Inserting(database, columns, Plausible([*_forms(found)])).all(found.rows)
    taken = {name: len(rows) - len(refused[name]) for name, rows in found.rows.items()}
    return taken, found.unread + sum(map(len, refused.values()))


def _tables(database: Database) -> list[str]:
    known = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%migrations%'"
    return [name for (name,) in database.query(known)]


def _columns(database: Database, table: str) -> list[Column]:
    described = database.query('SELECT name, type, "notnull" OR pk FROM pragma_table_info(?) ORDER BY cid', (table,))
    return [Column(name, kind, bool(required)) for name, kind, required in described]


def _forms(found: Found) -> Iterator[bytes]:
    return (value for row in found.rows.get("form", ()) for value in row if isinstance(value, bytes))


@dataclass(frozen=True, slots=True)
class _Inserting:
    database: Database
    columns: Mapping[str, Sequence[Column]]
    plausible: Plausible

    def all(self, found: Mapping[str, Sequence[Record]]) -> Mapping[str, Sequence[Record]]:
        """What the tables refuse: damaged, there twice, or what it belongs to is gone.

        A row may refer to one that comes behind it: what is refused is tried again as long as something was taken.
        """
        waiting: Mapping[str, Sequence[Record]] = found
        while True:
            refused = {name: [row for row in rows if not self._insert(name, row)] for name, rows in waiting.items()}
            if refused == waiting or not any(refused.values()):
                return refused
            waiting = refused

    def _insert(self, table: str, row: Record) -> bool:
        """A row of an older program lacks the last columns: they have a default."""
        names = [column.name for column in self.columns[table]]
        if not 0 < len(row) <= len(names) or not self.plausible(table, names, row):
            return False
        columns, marks = ", ".join(f'"{name}"' for name in names[: len(row)]), ", ".join("?" * len(row))
        try:
            self.database.execute(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', row)
        except BrokenRuleError:
            return False
        return True
