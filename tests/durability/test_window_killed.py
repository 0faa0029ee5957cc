"""What the window showed as saved survives its sudden death."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from window_kill_test import Known, Tally, judged, sample_home

SCRIPT = Path(__file__).with_name("window_kill_test.py")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Known]:
    return sample_home(tmp_path_factory.mktemp("sample") / "home")


@pytest.mark.slow
def test_nothing_that_was_shown_as_saved_is_lost_when_the_window_is_killed() -> None:
    done = subprocess.run([sys.executable, SCRIPT, "--times", "5"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.match(r"5 kills .* 0 lost; 5 databases opened, 0 integrity failures, 0 logs", done.stdout)


@pytest.mark.slow
def test_a_window_that_says_saved_too_early_is_caught(sample: tuple[Path, Known]) -> None:
    tally, (home, known) = Tally(working=1), sample
    lie = (known.edit + 1, {"khao-sat-nhanh /data/s1/q1_06": "3001"})
    assert judged(tally, home, known, [lie]) is None
    assert (tally.opened, tally.lost, tally.clean) == (1, 1, False)


@pytest.mark.slow
def test_a_database_that_is_damaged_is_counted(sample: tuple[Path, Known], tmp_path: Path) -> None:
    tally, (home, known) = Tally(working=1), sample
    damaged = shutil.copytree(home, tmp_path / "home")
    (damaged / "cbc.sqlite3").write_bytes(b"no database")
    assert judged(tally, damaged, known, []) is None
    assert (tally.opened, tally.damaged, tally.clean) == (0, 1, False)
