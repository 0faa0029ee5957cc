"""A copy of a dossier as a file: what comes from elsewhere is known to be ours before anything of it is used."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.dossier.identity import DossierIdentity
from cbc_desktop.engine.address import Address
from cbc_desktop.store import trouble
from cbc_desktop.store.answers import AnswerChange, AnswerStore
from cbc_desktop.store.bringing import bring
from cbc_desktop.store.copy_file import CARRIED_FILES, STEPS, carried_dossier, carried_files, read_copy, write_copy
from cbc_desktop.store.database import Database
from cbc_desktop.store.dossier_rows import read_rows
from cbc_desktop.store.dossier_tables import RULES, dossier_tables
from cbc_desktop.store.edits import EditStore
from cbc_desktop.store.files import DigestFolder
from cbc_desktop.store.in_memory import strangers_database
from cbc_desktop.store.instances import FormInstance
from cbc_desktop.store.migrations import Migration


@pytest.fixture
def filled(
    database: Database, survey: FormInstance, identity: DossierIdentity, answers: AnswerStore
) -> DossierIdentity:
    """Rows inside rows, answers, and something to undo."""
    with database.atomic():
        answers.add_row(survey.key, Address("z", "/data/t"), "", "lan")
        answers.add_row(survey.key, Address("a", "/data/t/u"), "z", "lan")
        answers.write(survey.key, [AnswerChange(Address("a", "/data/t/u/x"), "1")], "lan")
        EditStore(database).done(identity.dossier_id)
    return identity


@pytest.fixture
def copy(database: Database, filled: DossierIdentity, tmp_path: Path) -> Path:
    media = DigestFolder(tmp_path / "media")
    return write_copy(database, media, filled.dossier_id, tmp_path / "usb" / "ho-so.cbcd").path


@contextmanager
def changed_by_a_stranger(copy: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(copy)) as connection, connection:
        yield connection


def refusal(path: Path) -> str:
    with pytest.raises(UserFacingError) as refused:
        read_copy(path).close()
    return refused.value.message.en


def test_a_copy_holds_the_same_dossier(database: Database, filled: DossierIdentity, copy: Path) -> None:
    with read_copy(copy) as read:
        assert carried_dossier(read) == filled.dossier_id
        assert read_rows(read, filled.dossier_id) == read_rows(database, filled.dossier_id)


def test_a_dossier_goes_through_many_hands_unchanged(
    database: Database, filled: DossierIdentity, clock: FixedClock, tmp_path: Path
) -> None:
    first = read_rows(database, filled.dossier_id)
    with Database.open(tmp_path / "other" / "cbc.sqlite3") as other:
        bring(first, other, filled.dossier_id)
        bring(read_rows(other, filled.dossier_id), database, filled.dossier_id)
        assert read_rows(other, filled.dossier_id) == read_rows(database, filled.dossier_id) == first
        assert EditStore(other).next_to_undo(filled.dossier_id) is not None


def test_it_is_decided_for_every_table_how_a_copy_goes_into_it(database: Database) -> None:
    """A new table with a part of a dossier needs a rule."""
    assert {table.name for table in dossier_tables(database)} == set(RULES)


def test_nothing_of_other_dossiers_goes_along(
    database: Database, filled: DossierIdentity, survey: FormInstance, tmp_path: Path
) -> None:
    other = "00000000-0000-4000-8000-000000000000"
    database.execute(
        "INSERT INTO dossier (dossier_id, campaign_id, agency, agency_name, trial, created_at) "
        "SELECT ?, campaign_id, '99@', agency_name, trial, created_at FROM dossier",
        (other,),
    )
    path = write_copy(database, DigestFolder(tmp_path / "media"), filled.dossier_id, tmp_path / "a.cbcd").path
    with read_copy(path) as read:
        assert read.query("SELECT count(*) FROM dossier") == [(1,)]


def test_a_copy_of_an_older_version_is_brought_up_to_date(
    database: Database, filled: DossierIdentity, copy: Path
) -> None:
    added = Migration("9999_added", "CREATE TABLE added (id INTEGER PRIMARY KEY) STRICT;")
    with strangers_database(copy.read_bytes(), copy, (*STEPS, added)) as read:
        assert read.query("SELECT * FROM added") == []
        assert carried_dossier(read) == filled.dossier_id


def test_a_copy_of_a_newer_version_is_refused_in_words(copy: Path) -> None:
    with changed_by_a_stranger(copy) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    assert refusal(copy) == trouble.NEWER_COPY.filled(path=copy).en


@pytest.mark.parametrize(
    "change",
    [
        lambda content: b"",
        lambda content: b"%PDF-1.7 " * 1000,
        lambda content: content[: len(content) // 2],
        lambda content: content[:5000] + b"\xff" * 4000 + content[9000:],
        lambda content: content[:18] + b"\x02\x02" + content[20:],
    ],
    ids=["empty", "another file", "cut off", "overwritten", "said to have a log"],
)
def test_a_file_that_is_no_copy_is_told(copy: Path, change: Callable[[bytes], bytes]) -> None:
    copy.write_bytes(change(copy.read_bytes()))
    assert refusal(copy) == trouble.NO_COPY.filled(path=copy).en


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE more (a)",
        "CREATE VIEW more AS SELECT load_extension('x')",
        "CREATE TRIGGER more AFTER INSERT ON answer BEGIN DELETE FROM dossier; END",
        "CREATE INDEX more ON answer (hex(lexical))",
        "DROP TRIGGER change_is_never_deleted",
        "PRAGMA application_id = 1",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = 2",
        "PRAGMA user_version = -1",
        "PRAGMA foreign_keys = OFF; INSERT INTO instance SELECT 99, 77, 'a', 'b', 'c', 'd', 'e'",
    ],
)
def test_tables_that_are_not_ours_are_never_used(copy: Path, sql: str) -> None:
    with changed_by_a_stranger(copy) as connection:
        connection.executescript(sql)
    assert refusal(copy) == trouble.NO_COPY.filled(path=copy).en


def test_a_copy_with_no_dossier_or_two_is_none(copy: Path) -> None:
    with changed_by_a_stranger(copy) as connection:
        connection.execute("INSERT INTO dossier SELECT 2, 'b', 'c', 'd', 'e', 0, created_at FROM dossier")
    with read_copy(copy) as read, pytest.raises(UserFacingError, match="no copy"):
        carried_dossier(read)


def test_an_attached_file_that_is_not_what_it_is_said_to_be_makes_it_no_copy(copy: Path) -> None:
    with changed_by_a_stranger(copy) as connection:
        connection.execute("INSERT INTO carried_file VALUES (?, ?)", ("0" * 64, b"%PDF-1.7"))
    with read_copy(copy) as read, pytest.raises(UserFacingError, match="no copy"):
        carried_files(read)


def test_what_cannot_be_read_or_is_too_large_is_told_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "cannot be read" in refusal(tmp_path / "khong-co.cbcd")
    large = tmp_path / "lon.cbcd"
    with large.open("wb") as file:
        file.truncate(600 * 2**20)
    assert "larger than 512 MB" in refusal(large)


def test_the_table_of_files_is_in_copies_only(database: Database) -> None:
    assert CARRIED_FILES not in STEPS[1:]
    assert database.query("SELECT * FROM sqlite_master WHERE name = 'carried_file'") == []
