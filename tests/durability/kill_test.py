"""Kills a program that is saving, again and again, and checks that nothing it had acknowledged is lost.

    python tests/durability/kill_test.py --times 200 [--child SCRIPT] [--seed NUMBER]

A child script has two sides. Run as ``SCRIPT FOLDER SEED`` it edits until it is killed, and says on its output, for
each edit, ``try CHANGES`` before and ``done`` after the commit; CHANGES is JSON, names to new values, null for what
goes. Imported, its ``state(folder)`` opens what is left, checks its integrity and gives names and values. Between a
``try`` and its ``done`` either outcome is right; everything else must be there exactly. ``STARTS_WITHIN`` is how many
seconds it takes at most to start.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import multiprocessing
import os
import random
import runpy
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from cbc_desktop.base.errors import BugError, UserFacingError

State = dict[str, Any]

DESK_CHILD = Path(__file__).with_name("desk_child.py")
STORE_CHILD = Path(__file__).with_name("store_child.py")
_FORK = multiprocessing.get_context("fork")
"""A child that is forked from a process which has imported everything starts in a fraction of a second."""
_STARTING = 0.1
"""The share of kills that fall into the child's start, when the database is opened or made."""
_FRESH = 0.1
"""The share of kills in a new folder; all others go on with what the kill before left behind."""


@dataclass(slots=True)
class Tally:
    """``survived``: kills after which the database opened whole; ``lost``: values that were not as acknowledged."""

    tried: int = 0
    survived: int = 0
    acknowledged: int = 0
    lost: int = 0

    def __str__(self) -> str:
        return (
            f"{self.tried} kills tried, {self.survived} survived; "
            f"{self.acknowledged} changes acknowledged, {self.lost} lost"
        )


@dataclass(frozen=True, slots=True)
class Said:
    """What a child had said when it was killed."""

    acknowledged: tuple[State, ...]
    pending: State | None


def run(times: int, script: Path, folder: Path, seed: int) -> Tally:
    """Kill the child ``times`` times in folders below ``folder`` and compare what is left with what it had said."""
    chance, tally, expected = random.Random(seed), Tally(), State()
    child, home = _imported(script), folder / "0"
    for number in range(times):
        if chance.random() < _FRESH:
            home, expected = folder / str(number), State()
        said = _killed(script, home, chance, child.STARTS_WITHIN)
        tally.tried += 1
        tally.acknowledged += len(said.acknowledged)
        for changes in said.acknowledged:
            expected = _after(expected, changes)
        try:
            found: State = child.state(home)
        except (AssertionError, BugError, UserFacingError) as error:
            sys.stderr.write(f"kill {number} with seed {seed}: {error!r}\n")
            home, expected = folder / f"after {number}", State()
            continue
        tally.survived += 1
        tally.lost += _lost(expected, said.pending, found)
        expected = found
    return tally


def _imported(script: Path) -> Any:
    spec = importlib.util.spec_from_file_location(script.stem, script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _killed(script: Path, folder: Path, chance: random.Random, starts_within: float) -> Said:
    reading, writing = os.pipe()
    child = _FORK.Process(target=_live, args=(script, folder, chance.randrange(2**32), writing))
    child.start()
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as output:
        if chance.random() < _STARTING:
            time.sleep(chance.uniform(0, starts_within))
            lines = []
        else:
            lines = _lines_until(output, chance.randrange(1, 60))
            time.sleep(chance.uniform(0, 0.004))
        child.kill()
        lines += output.readlines()
    child.join()
    return _said(lines)


def _live(script: Path, folder: Path, seed: int, output: int) -> None:
    """As if the script were started by itself, but for the modules that are imported already."""
    sys.argv = [str(script), str(folder), str(seed)]
    sys.stdout = os.fdopen(output, "w", encoding="utf-8")
    runpy.run_path(str(script), run_name="__main__")


def _lines_until(output: IO[str], acknowledgements: int) -> list[str]:
    lines: list[str] = []
    while acknowledgements:
        line = output.readline()
        if not line:
            raise SystemExit("the child ended by itself; see its error above")
        lines.append(line)
        acknowledgements -= line == "done\n"
    return lines


def _said(lines: list[str]) -> Said:
    """A last line that was cut off by the kill was a ``try`` that cannot have been followed by a commit."""
    acknowledged: list[State] = []
    pending: State | None = None
    for line in lines:
        if line.startswith("try ") and line.endswith("\n"):
            pending = json.loads(line.removeprefix("try "))
        elif line == "done\n" and pending is not None:
            acknowledged.append(pending)
            pending = None
    return Said(tuple(acknowledged), pending)


def _after(state: State, changes: Mapping[str, Any]) -> State:
    return {name: value for name, value in {**state, **changes}.items() if value is not None}


def _lost(expected: State, pending: State | None, found: State) -> int:
    """How many names differ from what was acknowledged; 0 when the one pending change came through whole."""
    if pending is not None and found == _after(expected, pending):
        return 0
    return sum(expected.get(name) != found.get(name) for name in {*expected, *found})


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--times", type=int, default=200)
    options.add_argument("--child", type=Path, default=DESK_CHILD)
    options.add_argument("--seed", type=int, default=837)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tally = run(chosen.times, chosen.child, Path(folder), chosen.seed)
    sys.stdout.write(f"{tally}\n")
    return 0 if tally.survived == tally.tried and tally.lost == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
