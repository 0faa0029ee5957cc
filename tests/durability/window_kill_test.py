"""Kills the real window while somebody types, pastes and adds rows, and checks that nothing it called saved is lost.

    python tests/durability/window_kill_test.py --times 1000 [--seed NUMBER]

After each kill the database is opened: SQLite's own check finds nothing, the dossier opens, the log of changes tells
the state that a person finds, and up to the edit that the window last showed as saved it tells what was shown then.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields
from pathlib import Path

from aftermath import aftermath
from desk_child import AGENCY, CAMPAIGN, State
from window_child import READY, live

from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.office import open_office

_FORK = multiprocessing.get_context("fork")
"""A child that is forked from a process which has imported everything starts in a fraction of a second."""
_AT_ONCE = 2
_STARTING = 0.1
"""The share of kills that fall into the time in which the window opens."""
_STARTS_WITHIN = 1.5
_EARLIEST, _LATEST = 0.2, 2.0
"""Seconds after the window is there."""
_FRESH = 0.1
"""The share of kills in a new home; all others go on with what the kill before left behind."""
_MOST_UNSAID = 1
"""So many edits can be on the disk without being shown as saved: the one during whose commit the kill came."""


@dataclass(slots=True)
class Tally:
    """``lost``: answers and tables that were not as shown; ``untrue``: logs that do not tell what a person finds."""

    starting: int = 0
    working: int = 0
    saved: int = 0
    acknowledged: int = 0
    lost: int = 0
    opened: int = 0
    damaged: int = 0
    untrue: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Tally)))

    @property
    def clean(self) -> bool:
        return self.opened == self.starting + self.working and not (self.lost or self.damaged or self.untrue)

    def __str__(self) -> str:
        return (
            f"{self.starting + self.working} kills ({self.starting} while the window opened, {self.working} within "
            f"{_EARLIEST} to {_LATEST} s of work); shown as saved {self.saved} times, {self.acknowledged} answers and "
            f"tables acknowledged, {self.lost} lost; {self.opened} databases opened, {self.damaged} integrity "
            f"failures, {self.untrue} logs that do not replay"
        )


@dataclass(frozen=True, slots=True)
class Known:
    """What is certain to be on the disk: everything up to this edit."""

    edit: int
    state: State


def run(times: int, folder: Path, seed: int) -> Tally:
    """Two at once, each in a row of homes of its own below ``folder``."""
    template, _ = sample_home(folder / "template")
    shares = [times // _AT_ONCE + (number < times % _AT_ONCE) for number in range(_AT_ONCE)]
    with ProcessPoolExecutor(_AT_ONCE, mp_context=_FORK) as workers:
        tasks = [
            workers.submit(_killed_again_and_again, share, template, folder / str(number), seed + number)
            for number, share in enumerate(shares)
        ]
        return sum((task.result() for task in tasks), Tally())


def sample_home(home: Path) -> tuple[Path, Known]:
    """With a dossier in which much is answered, so that there are rows to move and answers to change."""
    home.mkdir(parents=True)
    with open_office(home, who="lan") as office:
        dossier = office.filling.begin(CAMPAIGN, AGENCY)
        for form_id in dossier.forms:
            fill_form(dossier, form_id, read_prepared(dossier.campaign.folder / "sample" / f"{form_id}.json"))
    return home, _known(home)


def _killed_again_and_again(times: int, template: Path, folder: Path, seed: int) -> Tally:
    chance, tally = random.Random(seed), Tally()
    home, known = _fresh(template, folder / "0")
    for number in range(times):
        if chance.random() < _FRESH:
            shutil.rmtree(home)
            home, known = _fresh(template, folder / str(number))
        said = _killed(home, folder / "said", chance, tally)
        left = judged(tally, home, known, said)
        if left is None:
            kept = shutil.copytree(home, Path(tempfile.mkdtemp()) / "home")
            sys.stderr.write(f"kill {number} with seed {seed} left {kept}\n")
            home, left = _fresh(template, folder / f"after {number}")
        known = left
    return tally


def _fresh(template: Path, home: Path) -> tuple[Path, Known]:
    shutil.copytree(template, home)
    return home, _known(home)


def _known(home: Path) -> Known:
    """Of a home in which nobody works."""
    found = aftermath(home, 0)
    return Known(found.last_edit, found.held)


def _killed(home: Path, said: Path, chance: random.Random, tally: Tally) -> list[tuple[int, State]]:
    """Starts a window, kills it, and answers what it had said: a line that the kill cut off was not said."""
    said.write_bytes(b"")
    child = _FORK.Process(target=_live, args=(home, chance.randrange(2**32), said))
    child.start()
    if chance.random() < _STARTING:
        tally.starting += 1
        child.join(chance.uniform(0, _STARTS_WITHIN))
    else:
        tally.working += 1
        while child.is_alive() and not said.read_bytes():
            time.sleep(0.01)
        child.join(chance.uniform(_EARLIEST, _LATEST))
    if child.exitcode is not None:
        raise SystemExit("the window ended by itself; see its error above")
    child.kill()
    child.join()
    lines = said.read_text(encoding="utf-8").splitlines(keepends=True)
    return [_read(line) for line in lines if line.endswith("\n") and line != f"{READY}\n"]


def _read(line: str) -> tuple[int, State]:
    edit, changes = json.loads(line)
    return edit, changes


def _live(home: Path, seed: int, said: Path) -> None:
    """An error anywhere in the window ends the child, so that it is noticed."""

    def end(kind: type[BaseException], error: BaseException, trace: object) -> None:
        sys.__excepthook__(kind, error, trace)  # type: ignore[arg-type]
        os._exit(1)

    sys.excepthook = end
    live(home, seed, said)


def judged(tally: Tally, home: Path, known: Known, said: list[tuple[int, State]]) -> Known | None:
    """What is known from now on; None when something is wrong."""
    for edit, changes in said:
        tally.saved += 1
        tally.acknowledged += len(changes)
        present = {name: value for name, value in {**known.state, **changes}.items() if value is not None}
        known = Known(edit, present)
    try:
        found = aftermath(home, known.edit)
    except (AssertionError, BugError, UserFacingError) as error:
        sys.stderr.write(f"{error!r}\n")
        tally.damaged += 1
        return None
    tally.opened += 1
    lost, untrue = _differences(known.state, found.told_then), bool(_differences(found.held, found.told))
    tally.lost += lost
    tally.untrue += untrue or found.later_edits > _MOST_UNSAID
    return None if lost or untrue else Known(found.last_edit, found.held)


def _differences(one: State, other: State) -> int:
    return sum(one.get(name) != other.get(name) for name in {*one, *other})


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--times", type=int, default=1000)
    options.add_argument("--seed", type=int, default=837)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tally = run(chosen.times, Path(folder), chosen.seed)
    sys.stdout.write(f"{tally}\n")
    return 0 if tally.clean else 1


if __name__ == "__main__":
    sys.exit(main())
