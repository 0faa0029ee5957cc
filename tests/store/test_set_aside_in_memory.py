"""What SQLite sets aside while it works holds answers, and goes into no file of the system's temporary folder."""

from __future__ import annotations

import sys
from contextlib import suppress
from itertools import islice
from pathlib import Path

import pytest

from cbc_desktop.store.database import Database
from cbc_desktop.store.tables_file import asked_tables, new_tables

MANY = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux which files are open")


def open_files() -> list[str]:
    """Also those that have no name any more."""
    told = []
    for one in Path("/proc/self/fd").iterdir():
        with suppress(OSError):  # that of the folder itself
            told.append(str(one.readlink()))
    return told


def set_aside() -> list[str]:
    return [name for name in open_files() if "etilqs" in name]


def test_what_an_action_within_an_action_may_have_to_undo(database: Database) -> None:
    noting = f"INSERT INTO journal (at, who, event, dossier_id, facts) {MANY} SELECT '', '', hex(i), '', '{{}}' FROM n"
    with database.atomic():
        database.execute(noting)
        with database.atomic():
            database.execute(noting)
            assert set_aside() == []


def test_what_is_sorted_for_a_consolidation(tmp_path: Path) -> None:
    with new_tables(tmp_path / "tables.sqlite") as tables:
        tables.run("CREATE TABLE answer (value TEXT)")
        tables.run(f"INSERT INTO answer {MANY} SELECT hex(i * 7919 % 60000) || hex(zeroblob(50)) FROM n")
        tables.run("CREATE INDEX by_value ON answer (value)")
        assert set_aside() == []
    with asked_tables(tmp_path / "tables.sqlite") as asked:
        for _ in islice(asked.rows("SELECT value || '' AS again FROM answer ORDER BY again"), 1):
            assert set_aside() == []
