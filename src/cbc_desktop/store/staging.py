"""Files that appear together: written into a hidden folder beside their place, moved there when all are good.

What lay there before is not written over: it gets another name (``x.pdf`` becomes ``x-cu-1.pdf``), because the clerk
may have numbered or sealed it. Where a stage is open is noted in the folder of data, so that the next start of the
program removes what one that was killed has left, wherever that is.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from cbc_desktop.base.atomic_file import STAGE, disk_trouble, remove_unfinished, write_atomically

ASIDE = "cu"
NOTES = "stages"
"""In the folder of data: a file for each stage that is open, which says where it is."""
_DIGITS = 8
_AS_THE_DISK_NAMES_IT = ("utf-8", "surrogateescape")
"""Sticks of other systems have names that are no UTF-8."""


@dataclass(slots=True)
class Stage:
    """``folder`` is to be written into; ``set_aside`` tells afterwards where files went that were in the way."""

    folder: Path
    set_aside: list[Path] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Stages:
    """Those of the program over the folder of data ``home``."""

    home: Path

    @contextmanager
    def staged(self, folder: Path) -> Iterator[Stage]:
        """A stage whose files are moved into ``folder`` at the end, and thrown away after an exception.

        Raises UserFacingError when the disk says no.
        """
        with self.hidden(folder) as hidden:
            stage = Stage(hidden)
            yield stage
            stage.set_aside = _moved_all(hidden, folder)

    @contextmanager
    def hidden(self, folder: Path) -> Iterator[Path]:
        """A private folder in ``folder`` that nobody sees, and that is gone after the block, or at the next start.

        Unless it was moved. Raises UserFacingError when the disk says no.
        """
        hidden = folder.absolute() / f"{STAGE}{secrets.token_hex(_DIGITS // 2)}"
        note = self.home / NOTES / hidden.name
        write_atomically(note, str(hidden).encode(*_AS_THE_DISK_NAMES_IT))
        try:
            with _made(hidden):
                yield hidden
        finally:
            with suppress(OSError):  # a note too many does no harm
                note.unlink()

    def remove_left(self) -> None:
        """What a program that was killed has left; nobody may be working over ``home`` now."""
        remove_unfinished(self.home / NOTES)
        for note in (self.home / NOTES).glob(f"{STAGE}*"):
            with suppress(OSError):  # of a damaged note, or a disk that does not answer: it is no reason not to start
                _remove_noted(note)
        for hidden in self.home.glob(f"{STAGE}{'[0-9a-z_]' * _DIGITS}"):  # of a campaign that was being installed
            shutil.rmtree(hidden, ignore_errors=True)


def _remove_noted(note: Path) -> None:
    """The note is for later where the stick is not there, or lets nothing be removed."""
    hidden = Path(note.read_bytes().decode(*_AS_THE_DISK_NAMES_IT))
    if not hidden.parent.exists():
        return
    if hidden.name == note.name and not hidden.is_symlink():
        shutil.rmtree(hidden, ignore_errors=True)
        if hidden.exists():
            return
    note.unlink()


@contextmanager
def _made(hidden: Path) -> Iterator[None]:
    try:
        hidden.parent.mkdir(parents=True, exist_ok=True)
        hidden.mkdir(mode=0o700)
    except OSError as error:
        raise disk_trouble(hidden.parent, error) from error
    try:
        yield
    finally:
        shutil.rmtree(hidden, ignore_errors=True)


def _moved_all(stage: Path, folder: Path) -> list[Path]:
    """Where files went that were in the way. When one file cannot be moved, all are put back where they were."""
    renamed: list[tuple[Path, Path]] = []
    for path in sorted(stage.iterdir()):
        target = folder / path.name
        try:
            if target.exists():
                renamed.append((target, target.rename(_free_name(target))))
            renamed.append((path, path.rename(target)))
        except OSError as error:
            _put_back(renamed)
            raise disk_trouble(target, error) from error
    return [now for before, now in renamed if before.parent == folder]


def _put_back(renamed: Sequence[tuple[Path, Path]]) -> None:
    for before, now in reversed(renamed):
        with suppress(OSError):  # what went wrong first is what the person must hear
            now.rename(before)


def _free_name(path: Path) -> Path:
    names = (path.with_name(f"{path.stem}-{ASIDE}-{number}{path.suffix}") for number in count(1))
    return next(name for name in names if not name.exists())
