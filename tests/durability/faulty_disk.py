"""Disks that are full at each write of a deed in turn, or that nobody may write to."""

from __future__ import annotations

import shutil
from pathlib import Path

from fault_table import Line
from judging import Expected
from office_deeds import DEEDS
from one_try import Said, tried
from small_tmpfs import SmallDisk, small_disk
from world import World

_TENTH = 10


def full_at_every_write(world: World, name: str, most: int, folder: Path) -> Line:
    """With one more page of room each time, until the deed succeeds; with more pages where ``most`` is not enough.

    What leaves less than it needs on the way, such as writing a file anew, is given a tenth more each time.
    """
    line = Line(f"disk full: {name}")
    with small_disk(folder / "disk") as disk:
        expected = Expected.of(world, name, disk.folder / "expected")
        step = max(1, _needed(disk, expected) // most)
        room, said = 0, Said()
        while not said.done:
            said = _tried_with_room(disk, expected, room, line)
            room += max(step, room // _TENTH)
    return line


def _needed(disk: SmallDisk, expected: Expected) -> int:
    """Pages that the deed leaves on the disk; it may want more while it is at work."""
    place = expected.world.place(disk.folder / "measured")
    before = disk.used
    tried(expected.world, expected.deed, place)
    needed = disk.used - before
    shutil.rmtree(place.folder)
    return needed


def _tried_with_room(disk: SmallDisk, expected: Expected, room: int, line: Line) -> Said:
    place = expected.world.place(disk.folder / "tried")
    with disk.with_room_for(room):
        said = tried(expected.world, expected.deed, place)
    line.count(said.fault or expected.lost(place, said), place.folder, refused=bool(said.words))
    shutil.rmtree(place.folder)
    return said


def read_only(world: World, folder: Path) -> Line:
    """Each deed in a folder that may not be written: it is refused, and goes on when that is mended."""
    line = Line("read-only folder")
    with small_disk(folder / "disk") as disk:
        for name in DEEDS:
            expected = Expected.of(world, name, disk.folder / "expected" / name)
            place = world.place(disk.folder / "tried" / name)
            with disk.read_only():
                said = tried(world, expected.deed, place)
            lost = said.fault or ("not refused" if said.done else expected.lost(place, said))
            line.count(lost, place.folder, refused=bool(said.words))
    return line
