"""Measuring two ways of doing something in turns, so that whatever else the machine does hits both."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

ROUNDS = 5


@dataclass(frozen=True)
class Measure:
    """How an amount is shown."""

    sign: str
    factor: float


MILLISECONDS = Measure("ms", 1000)
"""For amounts in seconds."""
MICROSECONDS = Measure("µs", 1_000_000)
"""For small amounts in seconds."""
MEBIBYTES = Measure("MiB", 2**-20)
"""For amounts in bytes."""


@dataclass(frozen=True)
class Comparison:
    """Seconds (or what ``measure`` says) for one unit, the best of several rounds."""

    what: str
    unit: str
    floor: str
    ours: float
    least: float
    measure: Measure = MILLISECONDS

    @property
    def ratio(self) -> float:
        return self.ours / self.least


def compared(
    what: str,
    unit: str,
    floor: str,
    ours: Callable[[], object],
    least: Callable[[], object],
    *,
    ours_units: int = 1,
    least_units: int = 1,
    between: Callable[[], object] = lambda: None,
    measure: Measure = MILLISECONDS,
    rounds: int = ROUNDS,
) -> Comparison:
    """``ours_units`` and ``least_units`` are how many units one call does; ``between`` the rounds nobody measures."""
    pairs = []
    for _ in range(rounds):
        pairs.append((_seconds(ours), _seconds(least)))
        between()
    best_ours, best_least = (min(column) for column in zip(*pairs, strict=True))
    return Comparison(what, unit, floor, best_ours / ours_units, best_least / least_units, measure)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def most_memory() -> int:
    """What this process held at most, in bytes.

    Linux counts to a process what the one that started it had in memory, but not here.
    """
    (kibibytes,) = re.findall(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text())
    return int(kibibytes) * 1024


def table(comparisons: Iterable[Comparison]) -> str:
    return "\n".join([_line("what", "ours", "floor", "ratio", "floor is"), *map(_line_of, comparisons)])


def _line_of(one: Comparison) -> str:
    measure = one.measure
    ours, least = (f"{amount * measure.factor:.2f} {measure.sign}/{one.unit}" for amount in (one.ours, one.least))
    return _line(one.what, ours, least, f"{one.ratio:.{1 if one.ratio >= 1 else 2}f}", one.floor)


def _line(what: str, ours: str, least: str, ratio: str, floor: str) -> str:
    return f"{what:40} {ours:>20} {least:>20} {ratio:>7}  {floor}"
