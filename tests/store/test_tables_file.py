"""A file that is handed out: whole or not there; queries of strangers read it and can do nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.store import tables_file
from cbc_desktop.store.tables_file import AskedTables, RefusedQueryError, asked_tables, new_tables


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[AskedTables]:
    write(tmp_path / "so.sqlite")
    with asked_tables(tmp_path / "so.sqlite") as tables:
        yield tables


def write(path: Path) -> None:
    with new_tables(path) as tables:
        tables.run("CREATE TABLE so (id INTEGER PRIMARY KEY, n INTEGER)")
        tables.insert_all("INSERT INTO so VALUES (NULL, ?)", ((n,) for n in range(1000)))


def test_queries_read_with_values_by_name(asked: AskedTables) -> None:
    assert list(asked.named_rows("SELECT max(n) AS lon FROM so WHERE n < :year", {"year": 500})) == [{"lon": 499}]


def test_a_query_may_count_on_by_itself(asked: AskedTables) -> None:
    counting = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 9) SELECT sum(x) FROM c"
    assert list(asked.rows(counting)) == [(45,)]


def test_who_stops_reading_may_let_go_of_the_tables_first(tmp_path: Path) -> None:
    write(tmp_path / "so.sqlite")
    with asked_tables(tmp_path / "so.sqlite") as tables:
        rows = tables.named_rows("SELECT n FROM so ORDER BY n")
        assert next(rows) == {"n": 0}
    rows.close()


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM so",
        "INSERT INTO so VALUES (NULL, 1)",
        "CREATE TABLE t (x)",
        "CREATE TEMP TABLE t (x)",
        "DROP TABLE so",
        "ATTACH DATABASE 'khac.sqlite' AS khac",
        "PRAGMA query_only = OFF",
        "PRAGMA writable_schema = ON",
        "VACUUM INTO 'chep.sqlite'",
        "SELECT load_extension('x')",
        "SELECT zeroblob(1000000000)",
        "BEGIN",
        "SELECT 1; DELETE FROM so",
        "SELECT khong_co FROM so",
        "không phải SQL",
        "",
    ],
)
def test_what_does_more_than_read_is_refused_and_changes_nothing(
    tmp_path: Path, asked: AskedTables, query: str
) -> None:
    before = (tmp_path / "so.sqlite").read_bytes()
    if query:
        with pytest.raises(RefusedQueryError):
            list(asked.rows(query))
    else:
        assert asked.columns(query) == ()
    assert (tmp_path / "so.sqlite").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["so.sqlite"]


def test_a_query_without_end_is_stopped(asked: AskedTables, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables_file, "_MOST_STEPS", 3_000_000)
    with pytest.raises(RefusedQueryError):
        list(asked.rows("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c"))
    assert list(asked.rows("SELECT count(*) FROM so")) == [(1000,)]


def test_a_text_without_end_is_refused(asked: AskedTables) -> None:
    with pytest.raises(RefusedQueryError):
        list(asked.rows("SELECT replace(printf('%.*c', 10000000, 'x'), 'x', 'xxx')"))


def test_when_writing_fails_what_was_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "so.sqlite"
    write(path)
    before = path.read_bytes()
    with pytest.raises(BugError), new_tables(path) as tables:
        tables.insert_all("INSERT INTO khong_co VALUES (?)", [(1,)])
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["so.sqlite"]


def test_the_same_statements_give_the_same_bytes(tmp_path: Path) -> None:
    write(tmp_path / "1.sqlite")
    write(tmp_path / "2.sqlite")
    assert (tmp_path / "1.sqlite").read_bytes() == (tmp_path / "2.sqlite").read_bytes()


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "khac").write_bytes(b"x" * 4096)
    with pytest.raises(UserFacingError), asked_tables(tmp_path / "khac"):
        pass
