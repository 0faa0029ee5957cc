"""All that the databases of a home hold, row by row, read by SQLite itself; and what else lies there."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from world import Place

from cbc_desktop.base.digests import Digest
from cbc_desktop.store.backups import DOSSIERS, RECEIVED, Series, files_kept

DATABASES = (DOSSIERS.database, RECEIVED.database)
_PASSING = (".*.part", ".cbc-*", "restoring.*", "opened/*", "temporary/*", "stages/*", ".*.going")
"""What stands beside files while they are made, and must not stay."""
Row = tuple[str, ...]


@dataclass(frozen=True)
class Held:
    """Each row begins with the name of its table."""

    rows: frozenset[Row]

    @classmethod
    def at(cls, home: Path) -> Held:
        """AssertionError when SQLite finds a database damaged."""
        return cls(frozenset(row for name in DATABASES if (home / name).exists() for row in _rows(home / name)))

    def sizes(self) -> Counter[str]:
        """How many rows each table has: the same whenever a deed is done, whatever its keys and signatures."""
        return Counter(row[0] for row in self.rows)


_NAMED = (
    (DOSSIERS, "SELECT digest FROM attachment"),
    (RECEIVED, "SELECT came_as FROM arrival WHERE set_aside = ''"),
)
"""Which rows name a file that is kept by its digest."""


def files_lost(home: Path) -> list[str]:
    """Files that some row names, and that are not there as they were kept."""
    return [
        digest
        for series, named in _NAMED
        for digest in _digests(home, series, named)
        if not (home / series.files / digest).exists() or str(Digest.of_file(home / series.files / digest)) != digest
    ]


def files_nobody_names(home: Path) -> list[Path]:
    """Attached files that no dossier has, in the data or in a backup."""
    databases = [home / DOSSIERS.database, *(home / "backups").glob("cbc-*.sqlite3")]
    (_, sql), _ = _NAMED
    known = {digest for path in databases for digest in _asked(path, sql)}
    return [path for path in files_kept(home / DOSSIERS.files) if path.name not in known]


def _digests(home: Path, series: Series, sql: str) -> set[str]:
    path = home / series.database
    return _asked(path, sql) if path.exists() else set()


def _asked(path: Path, sql: str) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {digest for (digest,) in connection.execute(sql)}


def rows_of(path: Path) -> frozenset[Row]:
    """Of one database; AssertionError when SQLite finds it damaged."""
    return frozenset(_rows(path))


def _rows(path: Path) -> Iterator[Row]:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)], path
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == [], path
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in connection.execute(f"SELECT * FROM {name}"):  # our own tables
                yield (name, *map(repr, row))


def passing_files(place: Place) -> list[Path]:
    """Temporary files, wherever they are."""
    found = [path for pattern in _PASSING for path in place.folder.rglob(pattern)]
    return [*found, *place.temporary.iterdir()]
