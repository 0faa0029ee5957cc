"""One file, one process, one transaction for each action; what is told when the disk or another program is at fault."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.store import seal, trouble
from cbc_desktop.store.database import Database
from cbc_desktop.store.migrations import MIGRATIONS, Migration


class PlugPulledError(Exception):
    """Ends an action in the middle."""


@contextmanager
def undone_action(database: Database) -> Iterator[None]:
    with suppress(PlugPulledError), database.atomic():
        yield
        raise PlugPulledError


NEXT = Migration("9999_next", "CREATE TABLE added (id INTEGER PRIMARY KEY) STRICT;")


def noted(database: Database) -> list[str]:
    return [event for (event,) in database.query("SELECT event FROM journal ORDER BY id")]


def note(database: Database, event: str) -> None:
    database.execute("INSERT INTO journal (at, who, event, dossier_id, facts) VALUES ('', '', ?, '', '{}')", (event,))


def note_in_one_action(database: Database, *events: str) -> None:
    with database.atomic():
        for event in events:
            with database.atomic():
                note(database, event)


def test_a_new_database_is_private_durable_and_strict(path: Path, database: Database) -> None:
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert database.query("PRAGMA journal_mode") == [("wal",)]
    assert database.query("PRAGMA synchronous") == [(2,)]
    assert database.query("PRAGMA foreign_keys") == [(1,)]
    with pytest.raises(BugError):
        database.execute("INSERT INTO dossier VALUES (1, 'id', '837', '15@', 'name', 'perhaps', 'now')")


def test_an_empty_folder_of_somebodys_choice_becomes_private(tmp_path: Path) -> None:
    (tmp_path / "chosen").mkdir(mode=0o755)
    Database.open(tmp_path / "chosen" / "cbc.sqlite3").close()
    assert stat.S_IMODE((tmp_path / "chosen").stat().st_mode) == 0o700


def test_what_was_written_is_there_after_opening_again(path: Path) -> None:
    with Database.open(path) as database:
        note(database, "first")
    with Database.open(path) as database:
        assert noted(database) == ["first"]


def test_an_action_that_fails_leaves_nothing_behind(database: Database) -> None:
    with undone_action(database):
        note(database, "half")
    assert noted(database) == []


def test_nested_actions_are_one_transaction_and_an_inner_one_may_fail_alone(database: Database) -> None:
    with database.atomic():
        note(database, "outer")
        with undone_action(database):
            note(database, "inner")
        with database.atomic():
            note(database, "inner again")
    assert noted(database) == ["outer", "inner again"]
    with undone_action(database), database.atomic():
        note(database, "committed inside, undone outside")
    assert noted(database) == ["outer", "inner again"]


def test_transactions_of_two_threads_do_not_mix(database: Database) -> None:
    inside, may_end = threading.Event(), threading.Event()

    def worker() -> None:
        with undone_action(database):
            note(database, "worker")
            inside.set()
            may_end.wait(5)

    thread = threading.Thread(target=worker)
    thread.start()
    assert inside.wait(5)
    threading.Timer(0.05, may_end.set).start()
    note(database, "window")
    thread.join()
    assert noted(database) == ["window"]


def test_a_second_process_is_told_and_after_the_first_was_killed_it_may_open(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from cbc_desktop.store.database import Database\n"
        "database = Database.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(UserFacingError) as refusal:
            Database.open(path)
        assert refusal.value.message == trouble.ALREADY_OPEN.filled(path=path.parent)
        other.kill()
    Database.open(path).close()


def test_a_second_window_of_the_same_process_is_told_too(path: Path, database: Database) -> None:
    with pytest.raises(UserFacingError) as refusal:
        Database.open(path)
    assert refusal.value.message == trouble.ALREADY_OPEN.filled(path=path.parent)
    note(database, "still at work")


def test_a_network_share_is_refused_before_anything_is_made_there(path: Path) -> None:
    with pytest.raises(UserFacingError) as refusal:
        Database.open(path, is_network=lambda folder: folder == path.parent)
    assert refusal.value.message == trouble.NETWORK_SHARE.filled(path=path.parent)
    assert not path.parent.exists()


def test_a_newer_database_is_refused_and_not_touched(path: Path) -> None:
    Database.open(path, migrations=(*MIGRATIONS, NEXT)).close()
    before = path.read_bytes()
    with pytest.raises(UserFacingError) as refusal:
        Database.open(path)
    assert refusal.value.message == trouble.NEWER.filled(path=path)
    assert path.read_bytes() == before


def test_an_older_database_gets_the_missing_steps_and_keeps_what_it_holds(path: Path) -> None:
    with Database.open(path) as database:
        note(database, "before the update")
    with Database.open(path, migrations=(*MIGRATIONS, NEXT)) as database:
        assert noted(database) == ["before the update"]
        assert database.query("SELECT * FROM added") == []


def test_a_step_that_fails_is_undone_and_the_database_opens_with_the_program_before(path: Path) -> None:
    with Database.open(path) as database:
        note(database, "before the update")
    broken = Migration("9999_broken", f"{NEXT.sql} INSERT INTO nowhere VALUES (1);")
    with pytest.raises(BugError):
        Database.open(path, migrations=(*MIGRATIONS, broken))
    with Database.open(path) as database:
        assert noted(database) == ["before the update"]
        assert database.query("SELECT * FROM sqlite_master WHERE name = 'added'") == []


def test_another_programs_database_is_refused_and_not_touched(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE bookmarks (id)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(UserFacingError) as refusal:
        Database.open(path)
    assert refusal.value.message == trouble.FOREIGN.filled(path=path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_told_as_damaged_and_not_touched(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"PK\x03\x04 not a database " * 100)
    before = path.read_bytes()
    with pytest.raises(UserFacingError) as refusal:
        Database.open(path)
    assert refusal.value.message == trouble.DAMAGED.filled(path=path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(("place", "length"), [(-40_000, 20_000), (-8192, 4096), (-9000, 300)])
def test_overwritten_pages_are_told_as_damaged(path: Path, place: int, length: int) -> None:
    with Database.open(path) as database, database.atomic():
        for number in range(500):
            note(database, f"event {number}")
    content = bytearray(path.read_bytes())
    content[place : place + length] = b"\x01" * length
    path.write_bytes(content)
    seal.take_off(path)
    with pytest.raises(UserFacingError) as refusal:
        Database.open(path)
    assert refusal.value.message == trouble.DAMAGED.filled(path=path)


def test_a_letter_that_changed_while_the_program_was_closed_is_told_and_nothing_is_touched(path: Path) -> None:
    with Database.open(path) as database:
        note(database, "nộp 52 cuốn")
    content = path.read_bytes().replace("nộp 52 cuốn".encode(), "nộp 82 cuốn".encode())
    path.write_bytes(content)
    with pytest.raises(UserFacingError) as refusal:
        Database.open(path)
    assert refusal.value.message == trouble.CHANGED_OUTSIDE.filled(path=path, seal=seal.seal_of(path))
    assert path.read_bytes() == content
    seal.seal_of(path).unlink()  # as the words say, for a file that somebody put there
    with Database.open(path) as database:
        assert noted(database) == ["nộp 82 cuốn"]


def test_a_program_that_was_killed_leaves_no_seal_and_a_seal_that_is_damaged_says_nothing(path: Path) -> None:
    with Database.open(path) as database:
        assert not seal.seal_of(path).exists()
        note(database, "first")
    seal.seal_of(path).write_bytes(b'{"sha256": "')
    with Database.open(path) as database:
        assert noted(database) == ["first"]


def test_the_seal_is_off_for_good_before_anything_is_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a power failure would bring it back over data that were changed since."""
    Database.open(path).close()
    flushed: list[tuple[Path, bool]] = []
    monkeypatch.setattr(seal, "flush_folder", lambda folder: flushed.append((folder, seal.seal_of(path).exists())))
    with Database.open(path):
        assert flushed == [(path.parent, False)]


def test_what_is_too_large_to_be_read_at_every_start_is_not_sealed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seal, "LARGEST", 4096)
    Database.open(path).close()
    assert not seal.seal_of(path).exists()


@pytest.mark.parametrize("place", range(0, 4096, 61))
def test_a_flipped_bit_in_the_first_page_opens_or_is_told_in_words(path: Path, place: int) -> None:
    Database.open(path).close()
    content = bytearray(path.read_bytes())
    content[place] ^= 0x10
    path.write_bytes(content)
    with suppress(UserFacingError):
        Database.open(path).close()


def test_a_full_disk_is_told_loses_nothing_and_leaves_the_database_usable(database: Database) -> None:
    note(database, "saved")
    (pages,) = database.query("PRAGMA page_count")[0]
    database.query(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserFacingError) as refusal:
        note(database, "x" * 200_000)
    assert refusal.value.message == trouble.DISK_FULL.filled(path=database.path)
    assert noted(database) == ["saved"]
    database.query("PRAGMA max_page_count = 1000000")
    note(database, "saved again")
    assert noted(database) == ["saved", "saved again"]


def test_a_full_disk_in_the_middle_of_an_action_undoes_all_of_it(database: Database) -> None:
    (pages,) = database.query("PRAGMA page_count")[0]
    database.query(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(UserFacingError) as refusal:
        note_in_one_action(database, "first half", "x" * 200_000)
    assert refusal.value.message == trouble.DISK_FULL.filled(path=database.path)
    assert noted(database) == []


def test_nothing_is_written_alone_after_a_full_disk_ended_the_action(database: Database) -> None:
    def go_on() -> None:
        with database.atomic():
            database.execute("ROLLBACK")  # as SQLite does by itself when the disk is full at the wrong moment
            note(database, "second half")

    with pytest.raises(BugError):
        go_on()
    assert noted(database) == []


def test_a_read_only_disk_is_told(path: Path, database: Database) -> None:
    database.query("PRAGMA query_only = ON")
    with pytest.raises(UserFacingError) as refusal:
        note(database, "never")
    assert refusal.value.message == trouble.READ_ONLY.filled(path=path)


def test_another_program_that_holds_the_file_is_told(path: Path, database: Database) -> None:
    database.query("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(UserFacingError) as refusal:
        note(database, "in vain")
    assert refusal.value.message == trouble.BUSY.filled(path=path)
    other.execute("ROLLBACK")
    other.close()
    note(database, "now")
    assert noted(database) == ["now"]


def test_a_text_that_a_bit_of_the_disk_has_changed_is_told_as_damaged(path: Path) -> None:
    with Database.open(path) as database:
        database.execute(
            "INSERT INTO journal (at, who, event, dossier_id, facts) VALUES ('', CAST(x'ff' AS TEXT), '', '', '')"
        )
        with pytest.raises(UserFacingError) as refusal:
            database.query("SELECT who FROM journal")
    assert refusal.value.message == trouble.DAMAGED.filled(path=path)


def test_a_database_that_lost_its_mark_or_its_steps_is_told_as_damaged(path: Path) -> None:
    with Database.open(path) as database:
        database.query("PRAGMA application_id = 0")
    with pytest.raises(UserFacingError) as refusal:
        Database.open(path)
    assert refusal.value.message == trouble.DAMAGED.filled(path=path)


@pytest.mark.parametrize("name", ["cbc.sqlite3", "cbc.sqlite3.lock"])
def test_a_folder_where_the_file_should_be_is_told(path: Path, name: str) -> None:
    (path.parent / name).mkdir(parents=True)
    with pytest.raises(UserFacingError) as refusal:
        Database.open(path)
    assert refusal.value.message == trouble.CANNOT_OPEN.filled(path=path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserFacingError) as refusal:
        Database.open(tmp_path / "file" / "folder" / "cbc.sqlite3")
    assert refusal.value.message == trouble.CANNOT_OPEN.filled(path=tmp_path / "file" / "folder")


def test_our_own_mistakes_are_bugs_and_not_somebody_elses_fault(database: Database) -> None:
    for sql in ("SELEKT 1", "INSERT INTO journal (at) VALUES (NULL)", "UPDATE journal SET nothing = 1"):
        with pytest.raises(BugError):
            database.execute(sql)
    with pytest.raises(BugError):
        database.query("SELECT ?", ("\ud800",))
    with pytest.raises(BugError):
        database.insert("INSERT INTO revision (dossier, number, state) SELECT id, 1, '' FROM dossier")


def test_a_number_of_an_action_lasts_as_long_as_the_action(database: Database) -> None:
    numbers = iter(range(1, 9))
    with database.atomic():
        first = [database.number_of_action("edit", numbers.__next__) for _ in range(2)]
        with database.atomic():
            first.append(database.number_of_action("edit", numbers.__next__))
    with database.atomic():
        second = database.number_of_action("edit", numbers.__next__)
    assert (first, second) == ([1, 1, 1], 2)
    with pytest.raises(BugError):
        database.number_of_action("edit", numbers.__next__)


def test_a_backup_holds_what_is_still_in_the_log_and_opens_as_a_database(tmp_path: Path, database: Database) -> None:
    note(database, "only in the log")
    database.back_up(tmp_path / "copy" / "backup.sqlite3")
    with Database.open(tmp_path / "copy" / "backup.sqlite3") as copy:
        assert noted(copy) == ["only in the log"]


@pytest.mark.parametrize("code", [10 | (3 << 8), 13, 14, 8 | (1 << 8)])
def test_the_environments_result_codes_have_words_with_their_extensions(code: int) -> None:
    message = trouble.message_for(code)
    assert message is not None
    assert message.vi


def test_constraint_and_logic_errors_have_none() -> None:
    assert trouble.message_for(1) is None
    assert trouble.message_for(19 | (6 << 8)) is None
