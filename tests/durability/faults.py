"""Every fault that an office may meet, tried out in copies of one office; prints the table of what was lost.

    python tests/durability/faults.py --count 1000 [--seed NUMBER] [--only BEGINNING]

A kill stands for a power failure as far as one can be made here; that all is flushed before it is told, which only a
real one would show, is looked at in tests/disk and tests/store.

``count`` is how many times the program is killed in all; other faults are tried as often as their places are. Ends with
1 when anything was lost. Full and read-only disks are mounted, for which one has to be root.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from damaged_files import backup_restored, bits_flipped, cut_off, damaged, log_damaged
from fault_table import Line, printed
from faulty_disk import full_at_every_write, read_only
from held import DATABASES
from kill_test import DESK_CHILD
from kill_test import run as kill_at_desk
from killed_deeds import killed
from migrating import killed_migrating
from office_deeds import DEEDS
from other_faults import clock_set_back, locked
from small_tmpfs import may_mount
from window_kill_test import run as kill_window
from world import World

from cbc_desktop.base.clock import VIETNAM, FixedClock

MOMENT = datetime(2022, 3, 25, 9, tzinfo=VIETNAM)
KILLED_DEEDS: Mapping[str, int] = {
    "begin": 5,
    "attach": 4,
    "remove": 4,
    "finalise": 5,
    "export": 6,
    "sign": 6,
    "pack": 10,
    "receive": 14,
    "consolidate": 2,
    "backup": 4,
    "copy to stick": 4,
}
"""How many of a hundred kills fall into each deed: fewer into those that take seconds."""
AT_THE_DESK, IN_THE_WINDOW, MIGRATING = 15, 15, 6
_SLOW = frozenset({"export", "sign", "consolidate"})
_AT_ONCE = 2


@dataclass(frozen=True)
class Trial:
    """What is tried out in ``world``; ``count`` and ``seed`` as of the whole."""

    world: World
    count: int
    seed: int

    def part(self, percent: int) -> int:
        return max(1, self.count * percent // 100)

    def typing(self, folder: Path) -> Sequence[Line]:
        folder.mkdir(parents=True)
        tally = kill_at_desk(self.part(AT_THE_DESK), DESK_CHILD, folder, self.seed)
        lost = tally.lost + tally.tried - tally.survived
        return [Line("killed: typing, rows, notes", tally.tried, tally.survived, lost=lost)]

    def window(self, folder: Path) -> Sequence[Line]:
        tally = kill_window(self.part(IN_THE_WINDOW), folder, self.seed)
        tried = tally.starting + tally.working
        lost = tally.lost + tally.damaged + tally.untrue
        return [Line("killed: typing and pasting, window", tried, tally.opened, lost=lost)]

    def killed(self, name: str) -> Callable[[Path], Sequence[Line]]:
        return lambda folder: [killed(self.world, name, self.part(KILLED_DEEDS[name]), folder, self.seed)]

    def migrating(self, folder: Path) -> Sequence[Line]:
        return [killed_migrating(self.world, self.part(MIGRATING), folder, self.seed)]

    def full(self, name: str) -> Callable[[Path], Sequence[Line]]:
        most = self.part(1 if name in _SLOW else 3)
        return lambda folder: [full_at_every_write(self.world, name, most, folder)]

    def read_only(self, folder: Path) -> Sequence[Line]:
        return [read_only(self.world, folder)]

    def locked(self, folder: Path) -> Sequence[Line]:
        return [locked(self.world, [*DEEDS][: self.part(5)], folder)]

    def clock_set_back(self, folder: Path) -> Sequence[Line]:
        return [clock_set_back(self.world, folder)]

    def damaged(self, database: str) -> Callable[[Path], Sequence[Line]]:
        return lambda folder: [
            line
            for damage in (bits_flipped, cut_off)
            for line in damaged(self.world, database, damage, self.part(5), folder, self.seed)
        ]

    def log_damaged(self, folder: Path) -> Sequence[Line]:
        return [log_damaged(self.world, self.part(5), folder, self.seed)]

    def backup_restored(self, folder: Path) -> Sequence[Line]:
        return [backup_restored(self.world, self.part(5), folder, self.seed)]

    def all(self) -> Mapping[str, Callable[[Path], Sequence[Line]]]:
        """By name, in the order of the table."""
        disks = {f"full {name}": self.full(name) for name in DEEDS} | {"read-only": self.read_only}
        return {
            "typing": self.typing,
            "window": self.window,
            **{f"killed {name}": self.killed(name) for name in KILLED_DEEDS},
            "migrating": self.migrating,
            **(disks if may_mount() else {}),
            "locked": self.locked,
            "clock": self.clock_set_back,
            **{f"damaged {database}": self.damaged(database) for database in DATABASES},
            "log": self.log_damaged,
            "backup": self.backup_restored,
        }

    def lines(self, beginning: str) -> list[Line]:
        """Two faults at once, each below a folder of its own."""
        wanted = [name for name in self.all() if name.startswith(beginning)]
        with ProcessPoolExecutor(_AT_ONCE, multiprocessing.get_context("fork"), _hold, (self,)) as workers:
            done = []
            for lines in workers.map(_tried, wanted):
                sys.stderr.write("".join(f"{line.told()}\n" for line in lines))
                done.extend(lines)
        return done


_held: list[Trial] = []
"""In a worker: keys cannot be sent to another process, but are there after a fork."""


def _hold(trial: Trial) -> None:
    _held.append(trial)


def _tried(name: str) -> Sequence[Line]:
    (trial,) = _held
    return trial.all()[name](trial.world.folder / "faults" / name)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--count", type=int, required=True)
    options.add_argument("--seed", type=int, default=837)
    options.add_argument("--only", default="", help="the beginning of the names of faults")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        world = World.made(Path(folder) / "world", FixedClock(MOMENT))
        lines = Trial(world, chosen.count, chosen.seed).lines(chosen.only)
    sys.stdout.write(printed(lines))
    if not may_mount():
        sys.stdout.write("Full and read-only disks were not tried: one has to be root to mount them.\n")
    return 1 if any(line.lost for line in lines) else 0


if __name__ == "__main__":
    sys.exit(main())
