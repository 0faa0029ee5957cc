"""A few of all faults: nothing is lost, and a table that hides a loss is caught."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from damaged_files import bits_flipped, damaged, log_damaged
from fault_table import Line, printed
from faults import MOMENT
from faulty_disk import full_at_every_write
from judging import Expected
from killed_deeds import killed
from migrating import killed_migrating
from one_try import Said, tried
from small_tmpfs import may_mount
from world import PREPARED, Place, World

from cbc_desktop.base.clock import FixedClock

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World.made(tmp_path_factory.mktemp("world") / "world", FixedClock(MOMENT))


def clean(*lines: Line) -> bool:
    return all(line.tried == line.survived and not line.lost for line in lines)


def test_nothing_is_lost_when_a_package_is_being_made(world: World, tmp_path: Path) -> None:
    assert clean(killed(world, "pack", 2, tmp_path, seed=1))


def test_nothing_is_lost_when_old_data_are_brought_up_to_date(world: World, tmp_path: Path) -> None:
    assert clean(killed_migrating(world, 2, tmp_path, seed=1))


@pytest.mark.skipif(not may_mount(), reason="one has to be root to mount a disk")
def test_a_full_disk_is_told_wherever_it_becomes_full(world: World, tmp_path: Path) -> None:
    line = full_at_every_write(world, "answer", 2, tmp_path)
    assert clean(line)
    assert line.refused == line.tried - 1


def test_flipped_bits_are_told_and_what_is_left_is_salvaged(world: World, tmp_path: Path) -> None:
    told, salvaged = damaged(world, "cbc.sqlite3", bits_flipped, 1, tmp_path, seed=1)
    assert clean(told, salvaged)
    assert told.refused == 1


@pytest.mark.parametrize(
    ("deed", "loses", "told"),
    [
        ("receive", lambda place: next((place.home / "received").iterdir()).unlink(), "files that rows name"),
        ("backup", lambda place: max((place.home / "backups").glob("*.sqlite3")).unlink(), "the backup"),
        ("copy to stick", lambda place: next(place.out.rglob("*.sqlite3")).unlink(), "the copy"),
        ("remove", lambda place: (place.home / "stick.txt").write_text(PREPARED), "what was removed"),
    ],
)
def test_a_deed_that_leaves_less_than_it_tells_is_caught(
    deed: str, loses: Callable[[Place], object], told: str, world: World, tmp_path: Path
) -> None:
    expected, place = Expected.of(world, deed, tmp_path / "expected"), world.place(tmp_path / "tried")
    said = tried(world, expected.deed, place)
    assert expected.lost(place, said) == ""
    loses(place)
    assert told in expected.lost(place, said)


def test_a_log_that_the_disk_has_changed_after_a_kill_is_told(world: World, tmp_path: Path) -> None:
    line = log_damaged(world, 2, tmp_path, seed=1)
    assert clean(line)
    assert line.refused == 2


def test_a_program_that_tells_too_early_is_caught_and_counted(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    expected, line = Expected.of(world, "answer", tmp_path / "expected"), Line("a lie")
    line.count(expected.lost(world.place(tmp_path / "tried"), Said(done=True)), tmp_path)
    assert (line.tried, line.survived, line.lost) == (1, 0, 1)
    assert "told as done" in capsys.readouterr().err
    assert printed([line]).splitlines()[1].split() == ["a", "lie", "1", "0", "0", "1"]
