"""Deeds that are killed at random moments, again and again, each in a copy of the same office."""

from __future__ import annotations

import random
import shutil
import time
from pathlib import Path

from fault_table import Line
from judging import Expected
from one_try import Trying, tried
from world import World

_LONGER = 1.1
"""Kills fall into a little more than the time that the deed takes, so that its end is hit too."""


def killed(world: World, name: str, times: int, folder: Path, seed: int) -> Line:
    """A deed that has ended before the kill was not killed, and is tried again."""
    chance, line = random.Random(seed), Line(f"killed: {name}")
    expected = Expected.of(world, name, folder / "expected")
    seconds = _seconds(expected, folder / "measured")
    while line.tried < times:
        place = world.place(folder / "tried")
        said = Trying.begin(world, expected.deed, place).killed_after(chance.uniform(0, seconds * _LONGER))
        if not said.done:
            line.count(expected.lost(place, said), folder)
        shutil.rmtree(place.folder)
    return line


def _seconds(expected: Expected, folder: Path) -> float:
    place = expected.world.place(folder)
    began = time.monotonic()
    tried(expected.world, expected.deed, place)
    return time.monotonic() - began
