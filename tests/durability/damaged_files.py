"""Databases of which bits were flipped or that were cut off: told or whole, never made worse, salvaged, put back."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from fault_table import Line
from held import DATABASES, Held
from invented_campaign import BOOKS, SURVEY
from world import DRAFT, Place, World, dossier_of

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.engine.address import Address
from cbc_desktop.store.backups import backups_in, series_of
from cbc_desktop.store.putting_back import put_back
from cbc_desktop.store.salvaging.salvage import Salvaged, salvage
from cbc_desktop.store.written_ahead import log_of

MOST_BITS = 8
_ANSWERS = 10
Damage = Callable[[bytes, random.Random], bytes]
Repair = Callable[[Path], object]


def bits_flipped(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.randrange(1, MOST_BITS + 1)):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def cut_off(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def damaged(world: World, database: str, damage: Damage, times: int, folder: Path, seed: int) -> tuple[Line, Line]:
    """How often that was told, and what a salvage then brings back."""
    chance, whole = random.Random(seed), Held.at(world.national.home)
    told = Line(f"{damage.__name__.replace('_', ' ')}: {database}")
    salvaged = Line(f"… then salvaged: {database}")
    for _ in range(times):
        place = world.place(folder / "tried")
        path = place.home / database
        content = damage(path.read_bytes(), chance)
        path.write_bytes(content)
        lost, refused = _opened(world, place, path, whole)
        told.count(lost, place.folder, refused=refused)
        if refused:
            salvaged.count(_salvaged(world, place, path, content), place.folder)
        shutil.rmtree(place.folder)
    return told, salvaged


def log_damaged(world: World, times: int, folder: Path, seed: int) -> Line:
    """Answers that were saved last before a kill, and a bit of them flipped: told, kept, and salvaged."""
    chance, line = random.Random(seed), Line("bit flipped: log after a kill")
    for _ in range(times):
        place = _killed_after_answers(world, folder)
        path = place.home / DATABASES[0]
        content, log = path.read_bytes(), bytearray(log_of(path).read_bytes())
        log[chance.randrange(len(log) // 2)] ^= 1 << chance.randrange(8)  # behind it stand whole transactions
        log_of(path).write_bytes(log)
        lost, refused = _opened(world, place, path, Held(frozenset()))
        if refused and log_of(path).read_bytes() != log:
            lost = "the log was made worse"
        line.count(lost or _salvaged(world, place, path, content), place.folder, refused=refused)
        shutil.rmtree(place.folder)
    return line


def _killed_after_answers(world: World, folder: Path) -> Place:
    at_work, place = world.place(folder / "at work"), world.place(folder / "tried")
    shutil.rmtree(place.home)
    with world.office(at_work.home) as office:
        for number in range(_ANSWERS):
            dossier_of(office, DRAFT).answer(SURVEY, Address("", BOOKS), f"{number}")
        shutil.copytree(at_work.home, place.home, symlinks=True)
    shutil.rmtree(at_work.folder)
    return place


def _opened(world: World, place: Place, path: Path, whole: Held) -> tuple[str, bool]:
    """What is wrong, and whether a person was told of the damage: then not a byte has changed."""
    content = path.read_bytes()
    try:
        with world.office(place.home) as office:
            office.reception.arrivals("")
        return ("" if Held.at(place.home) == whole else "opened without a word, and is not what it was"), False
    except UserFacingError:
        return ("" if path.read_bytes() == content else "made worse"), True
    except Exception as error:
        return repr(error), False


def _salvaged(world: World, place: Place, path: Path, content: bytes) -> str:
    """What can be read is brought over, or a person is told that nothing can; the damaged file is kept."""
    try:
        done = salvage(path, world.clock.now())
    except UserFacingError:
        return "" if path.read_bytes() == content else "made worse"
    except Exception as error:
        return repr(error)
    return _after(world, place, path, done, content)


def _after(world: World, place: Place, path: Path, done: Salvaged, content: bytes) -> str:
    if (done.aside / path.name).read_bytes() != content:
        return "the damaged file was not kept"
    try:
        with world.office(place.home) as office:
            office.reception.arrivals("")
            for dossier in office.filling.dossiers():
                with suppress(UserFacingError):  # told in words what it lacks
                    office.filling.open(dossier.identity.dossier_id)
        Held.at(place.home)
    except Exception as error:  # whatever it is, it is what a person must never see
        return f"salvaged, and does not open: {error!r}"
    return ""


def backup_restored(world: World, times: int, folder: Path, seed: int) -> Line:
    """After any damage the backup is put back, and all is as it was when it was made."""
    chance, line, whole = random.Random(seed), Line("backup restored"), Held.at(world.national.home)
    for _ in range(times):
        place = world.place(folder / "tried")
        path = place.home / "cbc.sqlite3"
        path.write_bytes(chance.choice((bits_flipped, cut_off))(path.read_bytes(), chance))
        (latest,) = backups_in(place.home, series_of(path))
        put_back(latest.path, path, world.clock.now())
        with world.office(place.home):
            pass
        line.count("" if Held.at(place.home) == whole else "not as it was", place.folder)
        shutil.rmtree(place.folder)
    return line
