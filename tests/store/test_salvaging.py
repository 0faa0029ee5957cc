"""A damaged database: what can be read comes over, what cannot is told, and the damaged file is kept as it is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from cbc_desktop.base.clock import VIETNAM, SystemClock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.dossier.identity import AgencyKey, DossierIdentity
from cbc_desktop.engine.address import Address
from cbc_desktop.store import seal, trouble
from cbc_desktop.store.answers import AnswerChange, AnswerStore
from cbc_desktop.store.backups import DOSSIERS, RECEIVED
from cbc_desktop.store.database import Database
from cbc_desktop.store.dossiers import DossierStore
from cbc_desktop.store.instances import InstanceStore
from cbc_desktop.store.received.decisions import DecisionStore
from cbc_desktop.store.received.received_store import ReceivedStore
from cbc_desktop.store.salvaging.salvage import may_be_salvaged, salvage
from cbc_desktop.store.salvaging.table_words import TABLE_WORDS
from cbc_desktop.store.written_ahead import log_of, read_log

NOW = datetime(2022, 3, 25, 10, tzinfo=VIETNAM)
ANSWERS, PAGE = 400, 4096
LONG = "Đã báo cáo theo công văn số 12. " * 300
"""Longer than a page: it goes on elsewhere in the file."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """With many answers, some of them long, and rows of a table that stand in others."""
    path = tmp_path / "home" / "cbc.sqlite3"
    with Database.open(path) as database:
        DossierStore(database, SystemClock()).create(DossierIdentity("837", AgencyKey("15"), "d"), "UBND tỉnh Mẫu")
        key = InstanceStore(database).add("d", "survey", "1", Digest.of(b""), "uuid:1").key
        answers = AnswerStore(database, SystemClock())
        answers.add_row(key, Address("b", "/data/t"), "", "lan")
        answers.add_row(key, Address("a", "/data/t/u"), "b", "lan")
        given = [AnswerChange(Address("", f"/data/q{number}"), f"{number} cuốn") for number in range(ANSWERS)]
        answers.write(key, [*given, AnswerChange(Address("a", "/data/t/u/ten"), LONG)], "lan")
    return path


def rows(path: Path) -> dict[str, set[object]]:
    with Database.open(path) as database:
        return {table: set(database.query(f'SELECT * FROM "{table}"')) for table in ("answer", "change", "row", "edit")}


def no_head(content: bytearray) -> None:
    content[:100] = b"\xff" * 100


def no_first_page(content: bytearray) -> None:
    content[:PAGE] = bytes(PAGE)


def another_letter(content: bytearray) -> None:
    content[content.index("7 cuốn".encode())] = ord("8")


@pytest.mark.parametrize("damage", [no_head, no_first_page])
def test_everything_comes_over_when_no_row_is_touched(path: Path, damage: Callable[[bytearray], None]) -> None:
    whole, content = rows(path), bytearray(path.read_bytes())
    damage(content)
    path.write_bytes(content)
    done = salvage(path, NOW)
    assert rows(path) == whole
    assert (done.unread, done.rows["answer"]) == (0, ANSWERS + 1)
    assert (done.aside / path.name).read_bytes() == content


def test_a_page_that_is_lost_takes_its_own_rows_and_that_is_told(path: Path) -> None:
    whole, content = rows(path), path.read_bytes()
    pages = [number for number in range(len(content) // PAGE) if "9 cuốn".encode() in content[number * PAGE :][:PAGE]]
    for page in pages[:3]:
        damaged = bytearray(content)
        damaged[page * PAGE : (page + 1) * PAGE] = b"\x5a" * PAGE
        path.write_bytes(damaged)
        done = salvage(path, NOW)
        saved = rows(path)
        assert all(saved[table] <= whole[table] for table in whole)
        assert sum(map(len, saved.values())) > sum(map(len, whole.values())) // 2
        assert done.unread or saved == whole


def test_a_letter_that_changed_is_told_and_the_rest_comes_over(path: Path) -> None:
    content = bytearray(path.read_bytes())
    another_letter(content)
    path.write_bytes(content)
    with pytest.raises(UserFacingError) as refused:
        Database.open(path)
    assert may_be_salvaged(path, refused.value.message)
    assert salvage(path, NOW).rows["answer"] == ANSWERS + 1


def test_what_was_still_in_the_log_when_the_program_was_killed_comes_over(path: Path, tmp_path: Path) -> None:
    killed = tmp_path / "killed" / path.name
    with Database.open(path) as database:
        database.execute("UPDATE answer SET lexical = 'mới' WHERE path = '/data/q7'")
        shutil.copytree(path.parent, killed.parent)  # as a kill leaves it
    content = bytearray(killed.read_bytes())
    content[-PAGE:] = b"\x5a" * PAGE
    killed.write_bytes(content)
    salvage(killed, NOW)
    assert (1, "", "/data/q7", "mới") in rows(killed)["answer"]


@pytest.fixture
def killed(path: Path, tmp_path: Path) -> Path:
    """As a kill leaves it: twenty answers were given and acknowledged since the program was opened."""
    with Database.open(path) as database:
        for number in range(20):
            database.execute("UPDATE answer SET lexical = 'mới' WHERE path = ?", (f"/data/q{number}",))
        home = shutil.copytree(path.parent, tmp_path / "killed")
    return home / path.name


def kept_since(killed: Path) -> int:
    return sum("mới" in row for row in rows(killed)["answer"] if isinstance(row, tuple))


@pytest.mark.parametrize("place", [1, 20, 40, 3000, 8300, 10_000])
def test_a_log_that_the_disk_has_changed_is_told_and_most_of_it_comes_over(killed: Path, place: int) -> None:
    log = log_of(killed)
    damaged = bytearray(log.read_bytes())
    damaged[place] ^= 1
    log.write_bytes(damaged)
    before = killed.read_bytes()
    with pytest.raises(UserFacingError) as refused:
        Database.open(killed)
    assert may_be_salvaged(killed, refused.value.message)
    assert (killed.read_bytes(), log.read_bytes()) == (before, damaged)
    done = salvage(killed, NOW)
    assert log_of(done.aside / killed.name).read_bytes() == damaged
    assert done.unread or place < 32, "of its head nothing is missing"
    assert kept_since(killed) == 20


def test_a_last_transaction_that_the_power_cut_off_is_no_damage(killed: Path) -> None:
    log = log_of(killed)
    whole = log.read_bytes()
    for size in range(0, len(whole), 997):
        log.write_bytes(whole[:size])
        assert not read_log(killed).has_lost_something
    log.write_bytes(whole[:-1])
    assert kept_since(killed) == 19


@pytest.mark.parametrize("gone", [lambda path: path.write_bytes(b""), Path.unlink], ids=["empty", "missing"])
def test_where_only_the_log_is_left_it_is_not_thrown_away(gone: Callable[[Path], object], tmp_path: Path) -> None:
    with Database.open(tmp_path / "at work" / "cbc.sqlite3") as database:
        DossierStore(database, SystemClock()).create(DossierIdentity("837", AgencyKey("15"), "d"), "UBND tỉnh Mẫu")
        killed = shutil.copytree(database.path.parent, tmp_path / "killed") / database.path.name
    whole = log_of(killed).read_bytes()
    gone(killed)
    with pytest.raises(UserFacingError) as refused:
        Database.open(killed)
    assert may_be_salvaged(killed, refused.value.message)
    assert log_of(killed).read_bytes() == whole
    assert salvage(killed, NOW).rows["dossier"] == 1


def test_a_row_that_nobody_can_have_written_is_left_out(path: Path) -> None:
    with Database.open(path) as database:
        database.execute("INSERT INTO journal (at, who, event, dossier_id, facts) VALUES ('soon', '', '', '', '')")
    path.write_bytes(path.read_bytes() + bytes(PAGE))
    done = salvage(path, NOW)
    assert (done.rows["journal"], done.rows["dossier"], done.unread) == (0, 1, 1)


def test_what_arrived_is_salvaged_too(tmp_path: Path) -> None:
    with ReceivedStore.open(tmp_path, SystemClock()).database as database:
        DecisionStore(database, SystemClock()).add("accepted", Digest.of(b"goi"), (), who="Phúc", why="Đã gọi điện.")
    path = tmp_path / RECEIVED.database
    path.write_bytes(path.read_bytes()[:-10])
    assert salvage(path, NOW).rows["decision"] == 1
    with ReceivedStore.open(tmp_path, SystemClock()).database as database:
        assert [one.why for one in DecisionStore(database, SystemClock()).all()] == ["Đã gọi điện."]


def test_sound_data_are_left_alone(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(UserFacingError, match="nothing to salvage"):
        salvage(path, NOW)
    assert path.read_bytes() == before


def test_where_nothing_can_be_read_nothing_is_changed(path: Path) -> None:
    path.write_bytes(b"\x5a" * 20 * PAGE)
    there = {one: one.read_bytes() for one in path.parent.iterdir()}
    with pytest.raises(UserFacingError, match="Nothing can be read"):
        salvage(path, NOW)
    assert {one: one.read_bytes() for one in path.parent.iterdir() if one.is_file()} == there


def test_data_that_are_open_are_not_salvaged(path: Path) -> None:
    with Database.open(path), pytest.raises(UserFacingError) as refused:
        salvage(path, NOW)
    assert refused.value.message == trouble.ALREADY_OPEN.filled(path=path.parent)
    assert not may_be_salvaged(path, refused.value.message)


def test_every_table_has_words(tmp_path: Path) -> None:
    for series in (DOSSIERS, RECEIVED):
        with Database.open(tmp_path / series.database, migrations=series.migrations) as database:
            tables = database.query("SELECT name FROM sqlite_master WHERE type = 'table'")
        assert {name for (name,) in tables if "migration" not in name} <= set(TABLE_WORDS)


def test_the_salvaged_file_is_sealed_like_any_other(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])
    salvage(path, NOW)
    assert seal.seal_of(path).exists()
    assert seal.is_intact(path)
