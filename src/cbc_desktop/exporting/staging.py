"""Files that appear together: written into a hidden folder beside their place, moved there when all are good."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cbc_desktop.base.atomic_file import disk_trouble


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """A folder to write into; its files are moved into ``folder`` at the end, and thrown away after an exception.

    What lay in ``folder`` before stays untouched until then. Raises UserFacingError when the disk says no.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=".cbc-", dir=folder))
    except OSError as error:
        raise disk_trouble(folder, error) from error
    try:
        yield stage
        _move_all(stage, folder)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _move_all(stage: Path, folder: Path) -> None:
    for path in sorted(stage.iterdir()):
        target = folder / path.name
        try:
            path.replace(target)
        except OSError as error:
            raise disk_trouble(target, error) from error
