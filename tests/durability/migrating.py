"""Old data are brought up to date while the program is killed again and again: they open as they were, or as new."""

from __future__ import annotations

import random
import shutil
import time
from pathlib import Path

from fault_table import Line
from held import Held, passing_files
from office_deeds import Around
from old_archives import ARCHIVES, unpack
from one_try import Trying, tried
from world import Place, World

from cbc_desktop import __version__
from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.office import Office


def killed_migrating(world: World, times: int, folder: Path, seed: int) -> Line:
    """The archives in turn."""
    chance, line = random.Random(seed), Line("killed: migrating")
    archives = [archive for archive in ARCHIVES if __version__ not in archive.name]
    homes = [_unpacked(archive, folder / archive.name) for archive in archives]
    seconds = max(_seconds(world, home, folder / "measured") for home in homes)
    while line.tried < times:
        home = homes[line.tried % len(homes)]
        place = _place(home, folder / "tried")
        said = Trying.begin(world, _open_all, place).killed_after(chance.uniform(0, seconds))
        if not said.done:
            line.count(_lost(world, home, place), place.folder)
        shutil.rmtree(place.folder)
    return line


def _unpacked(archive: Path, folder: Path) -> Path:
    unpack(archive, folder)
    return folder / "home"


def _place(home: Path, folder: Path) -> Place:
    place = Place(folder)
    for made in (place.out, place.temporary):
        made.mkdir(parents=True)
    shutil.copytree(home, place.home)
    return place


def _seconds(world: World, home: Path, folder: Path) -> float:
    place = _place(home, folder)
    began = time.monotonic()
    tried(world, _open_all, place)
    shutil.rmtree(folder)
    return time.monotonic() - began


def _open_all(office: Office, _: Around) -> None:
    """What opening does is the deed."""
    office.reception.campaigns()


def _lost(world: World, home: Path, place: Place) -> str:
    """Every row is there that was, and the tables are as they are today; new columns stand behind the old ones."""
    again = tried(world, _open_all, place)
    if not again.done:
        return f"does not open: {again}"
    try:
        before, now = Held.at(home), Held.at(place.home)
    except (AssertionError, BugError, UserFacingError) as error:
        return repr(error)
    beginnings = {row[:length] for row in now.rows for length in range(1, len(row) + 1)}
    gone = [row for row in before.rows if row not in beginnings]
    left = passing_files(place)
    return f"{len(gone)} rows are gone" if gone else f"left behind: {left}" if left else ""
