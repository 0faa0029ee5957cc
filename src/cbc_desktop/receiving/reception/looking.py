"""Walks through what a person points at, folder by folder: files only, and never through a link to somewhere else."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.package.archive import NOT_FOUND
from cbc_desktop.receiving.reception.kinds import is_nobodys


def found_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Those that are somebody's, each folder by name. UserFacingError for what is not there, before anything else."""
    paths = list(paths)
    for path in paths:
        if not path.exists():
            raise UserFacingError(NOT_FOUND.filled(path=path))
    for path in paths:
        if path.is_dir():
            yield from _below(path)
        else:
            yield path


def _below(folder: Path) -> Iterator[Path]:
    """A folder that cannot be listed is passed over, as `os.walk` does."""
    for place, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not is_nobodys(name))
        files = (Path(place, name) for name in sorted(names) if not is_nobodys(name))
        yield from (path for path in files if path.is_file() and not path.is_symlink())
