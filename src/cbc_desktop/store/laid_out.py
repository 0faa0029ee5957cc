"""Copies of attached files for other programs to open: read-only, in a private folder that is emptied again."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.dossier.revision import Attachment
from cbc_desktop.store.places import make_private_folder

FOLDER = "opened"
_FOR_READING, _FOR_REMOVING = 0o400, 0o700
_DIGITS = 16


def lay_out(home: Path, attachment: Attachment, content: bytes) -> Path:
    """Where the copy lies under its name in the dossier; UserFacingError when the disk says no."""
    folder = home / FOLDER / str(attachment.digest)[:_DIGITS]
    make_private_folder(folder)
    path = folder / attachment.name
    write_atomically(path, content)
    path.chmod(_FOR_READING)
    return path


def take_up(home: Path) -> None:
    """Removes all copies; one that another program still holds stays until the next time."""
    for path in (home / FOLDER).rglob("*"):
        with suppress(OSError):
            path.chmod(_FOR_REMOVING)  # Windows removes nothing that is read-only
    shutil.rmtree(home / FOLDER, ignore_errors=True)
