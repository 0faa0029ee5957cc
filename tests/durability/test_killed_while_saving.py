"""What was acknowledged as saved survives the sudden death of the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from kill_test import DESK_CHILD, STORE_CHILD, run

LIAR = """
import itertools, sys

STARTS_WITHIN = 0.1

def state(folder):
    return {}

if __name__ == "__main__":
    for number in itertools.count():
        sys.stdout.write('try {"answer": %d}\\ndone\\n' % number)
        sys.stdout.flush()
"""


@pytest.mark.slow
@pytest.mark.parametrize("child", [STORE_CHILD, DESK_CHILD], ids=["at the store", "at the filling desk"])
def test_nothing_acknowledged_is_lost_when_the_program_is_killed(child: Path, tmp_path: Path) -> None:
    tally = run(5, child, tmp_path, seed=837)
    assert (tally.tried, tally.survived, tally.lost) == (5, 5, 0)
    assert tally.acknowledged > 5


def test_a_program_that_acknowledges_too_early_is_caught(tmp_path: Path) -> None:
    script = tmp_path / "liar.py"
    script.write_text(LIAR)
    assert run(3, script, tmp_path, seed=1).lost > 0


def test_a_program_that_leaves_a_damaged_database_is_caught(tmp_path: Path) -> None:
    script = tmp_path / "vandal.py"
    script.write_text(LIAR.replace("return {}", "raise AssertionError('integrity')"))
    tally = run(3, script, tmp_path, seed=1)
    assert (tally.tried, tally.survived) == (3, 0)
