"""Where libraries put their temporary files: a private folder of the person's data, emptied at every start.

openpyxl writes each sheet into such a file; in the system's folder the answers would stay there after a kill.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cbc_desktop.store.places import make_private_folder

FOLDER = "temporary"


_outside: list[str] = []
"""The folder that was Python's own, while an office of this process has put another in its place."""


@contextmanager
def own_temporary_files(home: Path) -> Iterator[None]:
    """For all of this process; where an office around this one has such a folder already, that one is used.

    UserFacingError when the folder cannot be made.
    """
    if _outside:
        yield
        return
    folder = home.absolute() / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    make_private_folder(folder)
    _outside.append(tempfile.gettempdir())
    tempfile.tempdir = str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = _outside.pop()
        shutil.rmtree(folder, ignore_errors=True)
