"""Files that appear together: written into a hidden folder beside their place, moved there when all are good.

What lay there before is not written over: it gets another name (``x.pdf`` becomes ``x-cu-1.pdf``), because the clerk
may have numbered or sealed it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from cbc_desktop.base.atomic_file import STAGE, disk_trouble

ASIDE = "cu"
_ABANDONED = 24 * 60 * 60
"""Seconds after which a stage is one that a killed program has left."""


@dataclass(slots=True)
class Stage:
    """``folder`` is to be written into; ``set_aside`` tells afterwards where files went that were in the way."""

    folder: Path
    set_aside: list[Path] = field(default_factory=list)


@contextmanager
def staged(folder: Path) -> Iterator[Stage]:
    """A stage whose files are moved into ``folder`` at the end, and thrown away after an exception.

    Raises UserFacingError when the disk says no.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stage = Stage(Path(tempfile.mkdtemp(prefix=STAGE, dir=folder)))
        _sweep(stage.folder)
    except OSError as error:
        raise disk_trouble(folder, error) from error
    try:
        yield stage
        stage.set_aside = _moved_all(stage.folder, folder)
    finally:
        shutil.rmtree(stage.folder, ignore_errors=True)


def _sweep(fresh: Path) -> None:
    """Removes the stages of programs that were killed: old by the disk's own time, and holding nothing but files."""
    now = fresh.stat().st_mtime
    for old in fresh.parent.glob(f"{STAGE}????????"):
        with suppress(OSError):  # somebody else's, or gone meanwhile
            if old.is_dir() and not old.is_symlink() and now - old.stat().st_mtime > _ABANDONED:
                for left in old.iterdir():
                    left.unlink()
                old.rmdir()


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
