"""Files that another process holds, and a clock that was set back: told in words, and gone on with afterwards."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

from fault_table import Line
from held import DATABASES
from judging import Expected
from office_deeds import DEEDS
from one_try import tried
from world import Place, World

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.store.lock import kept_closed

SET_BACK = timedelta(days=400)


@contextmanager
def _open_in_another_window(place: Place) -> Iterator[None]:
    with kept_closed(place.home / DATABASES[0]):
        yield


@contextmanager
def _held_by_another_program(place: Place) -> Iterator[None]:
    """As a backup or anti-virus program does, which knows nothing of our lock; 5 seconds are waited for it."""
    with closing(sqlite3.connect(place.home / DATABASES[0], isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def locked(world: World, names: list[str], folder: Path) -> Line:
    """Each deed is refused while somebody else has the data, and done afterwards."""
    line = Line("locked by another process")
    for name in names:
        for holding in (_open_in_another_window, _held_by_another_program):
            expected = Expected.of(world, name, folder / name / holding.__name__ / "expected")
            place = world.place(folder / name / holding.__name__ / "tried")
            with holding(place):
                said = tried(world, expected.deed, place)
            lost = said.fault or ("not refused" if said.done else expected.lost(place, said))
            line.count(lost, place.folder, refused=bool(said.words))
    return line


def clock_set_back(world: World, folder: Path) -> Line:
    """Each deed is done when the clock shows a day before all that is there, and goes on when it is right again."""
    line, before = Line("clock set back"), FixedClock(world.clock.now() - SET_BACK)
    for name in DEEDS:
        expected = Expected.of(world, name, folder / name / "expected")
        place = world.place(folder / name / "tried")
        said = tried(world, expected.deed, place, before)
        line.count(said.fault or expected.lost(place, said), place.folder, refused=bool(said.words))
    return line
