"""Backups are made without being asked for, thinned out with age, and put back without losing what was there."""

from __future__ import annotations

import errno
import shutil
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.store.backups import (
    ALL_OF_THE_LAST,
    DAYS,
    FOLDER,
    RECEIVED,
    Backups,
    backups_in,
    kept_moments,
)
from cbc_desktop.store.database import Database
from cbc_desktop.store.files import DigestFolder
from cbc_desktop.store.putting_back import put_back
from cbc_desktop.store.received.decisions import DecisionStore
from cbc_desktop.store.received.received_store import ReceivedStore

SOME = Digest.of(b"goi")
NOW = datetime(2022, 3, 25, 10, tzinfo=VIETNAM)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


def change(database: Database, event: str) -> None:
    database.execute(f"PRAGMA user_version = {len(event)}")


def version(path: Path) -> int:
    with Database.open(path) as database:
        row = database.first("PRAGMA user_version")
        assert row is not None
        return int(row[0])


def test_a_backup_holds_what_was_there_when_it_was_made(tmp_path: Path, clock: FixedClock) -> None:
    with Database.open(tmp_path / "cbc.sqlite3") as database:
        change(database, "one")
        backup = Backups(database, clock).make()
        change(database, "later")
    assert version(backup.path) == len("one")
    assert backup.made_at == NOW


def test_nothing_is_copied_twice(tmp_path: Path, clock: FixedClock) -> None:
    with Database.open(tmp_path / "cbc.sqlite3") as database:
        backups = Backups(database, clock)
        first = backups.make()
        clock.advance(1800)
        assert backups.make() == first
        change(database, "one")
        clock.advance(1800)
        assert backups.make() != first
        assert len(backups.all()) == 2


def test_a_backup_that_cannot_be_read_any_more_does_not_stop_the_next(tmp_path: Path, clock: FixedClock) -> None:
    with Database.open(tmp_path / "cbc.sqlite3") as database:
        backups = Backups(database, clock)
        unreadable = backups.make().path
        unreadable.unlink()
        unreadable.mkdir()
        clock.advance(1800)
        made = backups.make()
    assert made.path != unreadable
    assert version(made.path) == 0


def test_the_latest_backup_is_the_one_that_was_made_last_whatever_the_clock_says(
    tmp_path: Path, clock: FixedClock
) -> None:
    with Database.open(tmp_path / "cbc.sqlite3") as database:
        change(database, "of a clock that was wrong")
        Backups(database, clock).make()
        clock.advance(-timedelta(days=400).total_seconds())
        change(database, "one")
        made = Backups(database, clock).make()
    assert made == backups_in(tmp_path)[0]
    assert version(made.path) == len("one")


def test_a_backup_is_put_back_and_what_was_there_is_kept(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "cbc.sqlite3"
    with Database.open(path) as database:
        change(database, "one")
        backup = Backups(database, clock).make()
        change(database, "later")
    aside = put_back(backup.path, path, NOW)
    assert version(path) == len("one")
    assert version(aside / path.name) == len("later")
    assert [one.path for one in backups_in(tmp_path)] == [backup.path]


def test_a_disk_that_says_no_in_the_middle_leaves_the_data_in_their_place(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cbc.sqlite3"
    with Database.open(path) as database:
        change(database, "one")
        backup = Backups(database, clock).make()
        change(database, "later")
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target == path:
            raise OSError(errno.EIO, "as when the power fails here")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UserFacingError):
        put_back(backup.path, path, NOW)
    assert version(path) == len("later")
    assert not list(tmp_path.glob(".*"))


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """Data as a kill leaves them: what was saved last stands in the log beside the file."""
    with Database.open(tmp_path / "at work" / "cbc.sqlite3") as database:
        change(database, "one")
        Backups(database, FixedClock(NOW)).make()
        change(database, "later")
        home = shutil.copytree(database.path.parent, tmp_path / "killed")
    return home / database.path.name


def test_what_was_kept_after_a_kill_comes_back_with_what_was_saved_last(killed: Path) -> None:
    (backup,) = backups_in(killed.parent)
    aside = put_back(backup.path, killed, NOW)
    assert version(killed) == len("one")
    put_back(aside / killed.name, killed, NOW + timedelta(minutes=1))
    assert version(killed) == len("later")


def test_a_disk_that_says_no_after_a_kill_leaves_what_was_saved_last(
    killed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (backup,) = backups_in(killed.parent)
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target == killed:
            raise OSError(errno.EACCES, "as when another program has it open")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UserFacingError):
        put_back(backup.path, killed, NOW)
    assert version(killed) == len("later")


def test_what_was_kept_stays_when_two_are_put_back_at_one_moment(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "cbc.sqlite3"
    with Database.open(path) as database:
        change(database, "one")
        backup = Backups(database, clock).make()
        change(database, "later")
    aside, again = put_back(backup.path, path, NOW), put_back(backup.path, path, NOW)
    assert (version(aside / path.name), version(again / path.name)) == (len("later"), len("one"))


def test_a_damaged_database_is_replaced_and_kept(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "cbc.sqlite3"
    with Database.open(path) as database:
        change(database, "one")
        backup = Backups(database, clock).make()
    path.write_bytes(b"damaged" * 1000)
    aside = put_back(backup.path, path, NOW)
    assert version(path) == len("one")
    assert (aside / path.name).read_bytes() == b"damaged" * 1000


def test_a_damaged_backup_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "cbc.sqlite3"
    Database.open(path).close()
    before = path.read_bytes()
    damaged = tmp_path / "hong.sqlite3"
    damaged.write_bytes(b"damaged" * 1000)
    there = {one for one in tmp_path.rglob("*") if one.is_file()}
    for backup in (damaged, tmp_path / "khong-co.sqlite3"):
        with pytest.raises(UserFacingError, match=backup.name):
            put_back(backup, path, NOW)
    assert path.read_bytes() == before
    assert {one for one in tmp_path.rglob("*") if one.is_file()} == there


def test_a_backup_in_which_a_letter_changed_is_not_put_back(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "cbc.sqlite3"
    with Database.open(path) as database:
        change(database, "one")
        backup = Backups(database, clock).make()
    content = bytearray(backup.path.read_bytes())
    content[63] ^= 1  # of the number that ``change`` wrote: SQLite sees nothing
    backup.path.write_bytes(content)
    with pytest.raises(UserFacingError, match="damaged"):
        put_back(backup.path, path, NOW)
    assert version(path) == len("one")


def test_the_whole_data_go_on_a_stick_and_come_back_on_another_computer(tmp_path: Path, clock: FixedClock) -> None:
    here, there, stick = (tmp_path / name for name in ("here", "there", "stick"))
    told: list[str] = []
    with Database.open(here / "cbc.sqlite3") as database:
        change(database, "one")
        (here / "media").mkdir()
        (here / "media" / "a1").write_bytes(b"quyet dinh")
        copied = Backups(database, clock).copy_whole(stick, lambda message: told.append(message.vi))
    assert told == ["Đang chép tệp đính kèm 1/1…"]
    put_back(copied, there / "cbc.sqlite3", NOW)
    assert version(there / "cbc.sqlite3") == len("one")
    assert (there / "media" / "a1").read_bytes() == b"quyet dinh"


def received(home: Path, clock: FixedClock) -> ReceivedStore:
    return ReceivedStore.open(home, clock)


def test_what_arrived_has_backups_of_its_own_beside_those_of_the_dossiers(tmp_path: Path, clock: FixedClock) -> None:
    with Database.open(tmp_path / "cbc.sqlite3") as database, closing(received(tmp_path, clock).database) as arrived:
        decisions = DecisionStore(arrived, clock)
        decisions.add("set-aside", SOME, (), who="Phúc", why="Trùng.")
        dossiers, arrivals = Backups(database, clock).make(), Backups(arrived, clock).make()
        decisions.add("accepted", SOME, (), who="Phúc", why="Đã gọi điện.")
        with pytest.raises(UserFacingError, match="already open"):
            put_back(arrivals.path, arrived.path, NOW)
    assert [one.path for one in backups_in(tmp_path)] == [dossiers.path]
    assert [(one.path, one.series) for one in backups_in(tmp_path, RECEIVED)] == [(arrivals.path, RECEIVED)]
    put_back(arrivals.path, tmp_path / "received.sqlite3", NOW)
    with closing(received(tmp_path, clock).database) as arrived:
        assert [one.kind for one in DecisionStore(arrived, clock).all()] == ["set-aside"]


def test_what_arrived_goes_on_the_stick_with_its_files_and_comes_back(tmp_path: Path, clock: FixedClock) -> None:
    here, there, stick = (tmp_path / name for name in ("here", "there", "stick"))
    store = received(here, clock)
    with closing(store.database) as arrived:
        digest = store.files.keep(b"goi ho so")
        (here / "received" / ".0123456789abcdef.part").write_bytes(b"goi")  # as another one is being taken in
        copied = Backups(arrived, clock).copy_into(stick, lambda _: None)
    assert [one.name for one in (stick / "received").iterdir()] == [str(digest)]
    put_back(copied, there / "received.sqlite3", NOW)
    back = received(there, clock)
    with closing(back.database):
        assert back.files.read(digest) == b"goi ho so"


def test_a_file_that_was_damaged_meanwhile_is_whole_again(tmp_path: Path, clock: FixedClock) -> None:
    here, stick = tmp_path / "here", tmp_path / "stick"
    with closing(received(here, clock).database) as arrived:
        digest = DigestFolder(here / "received").keep(b"goi ho so")
        copied = Backups(arrived, clock).copy_into(stick, lambda _: None)
    (here / "received" / str(digest)).write_bytes(b"goi hO so")
    put_back(copied, here / "received.sqlite3", NOW)
    assert DigestFolder(here / "received").read(digest) == b"goi ho so"


def test_data_of_one_kind_are_not_put_in_the_place_of_the_other(tmp_path: Path, clock: FixedClock) -> None:
    with Database.open(tmp_path / "cbc.sqlite3") as database, closing(received(tmp_path, clock).database) as arrived:
        backups = [Backups(database, clock).make(), Backups(arrived, clock).make()]
    for backup, name in zip(backups, ("received.sqlite3", "cbc.sqlite3"), strict=True):
        before = (tmp_path / name).read_bytes()
        with pytest.raises(UserFacingError):
            put_back(backup.path, tmp_path / name, NOW)
        assert (tmp_path / name).read_bytes() == before


def test_data_that_are_open_are_not_replaced(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "cbc.sqlite3"
    with Database.open(path) as database:
        backup = Backups(database, clock).make()
        change(database, "later")
        with pytest.raises(UserFacingError, match="already open"):
            put_back(backup.path, path, NOW)
    assert version(path) == len("later")


def test_files_of_other_names_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "cbc-cua-toi.sqlite3").write_bytes(b"")
    assert backups_in(tmp_path) == ()


@given(st.lists(st.integers(0, 60 * 24 * 90), unique=True))
def test_the_last_ones_are_kept_and_one_of_each_day(minutes: list[int]) -> None:
    moments = [NOW - timedelta(minutes=minute) for minute in minutes]
    kept = kept_moments(moments)
    newest_first = sorted(moments, reverse=True)
    assert set(newest_first[:ALL_OF_THE_LAST]) <= kept <= set(moments)
    days = sorted({moment.date() for moment in moments}, reverse=True)
    assert {moment.date() for moment in kept} >= set(days[:DAYS])
    assert len(kept) <= ALL_OF_THE_LAST + DAYS
