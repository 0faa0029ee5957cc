"""All that the databases of a home hold, row by row, read by SQLite itself; and what else lies there."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from world import Place

from cbc_desktop.store.backups import DOSSIERS, RECEIVED

DATABASES = (DOSSIERS.database, RECEIVED.database)
_PASSING = (".*.part", ".cbc-*", "restoring.*", "opened/*", "temporary/*", "stages/*")
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
