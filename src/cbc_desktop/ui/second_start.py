"""The program started once more over the same data: the window that is open shows what the second start was to show.

A request is a small file in the folder of data, which is nobody else's; whoever answers it takes it away.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal
from PySide6.QtWidgets import QApplication

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.office import DATABASE
from cbc_desktop.store.lock import is_locked
from cbc_desktop.store.places import make_private_folder

FOLDER = "asked"
_SUFFIX = ".path"
PATIENCE = 3.0
"""Seconds that an open window has to answer."""
_STEP = 0.02


def shown_by_open_window(home: Path, file: Path | None, patience: float = PATIENCE) -> bool:
    """Asks the window over ``home`` to come forward, and to show ``file`` if there is one.

    False where none is open, and where it does not answer: it may be asking a person something, or it is no window
    that has the data open.
    """
    if not is_locked(home / DATABASE):
        return False
    request = home / FOLDER / f"{uuid4().hex}{_SUFFIX}"
    try:
        make_private_folder(request.parent)
        write_atomically(request, os.fsencode(file.absolute()) if file else b"")
    except UserFacingError:  # told when the data are opened
        return False
    until = time.monotonic() + patience
    while request.exists():
        if time.monotonic() > until:
            request.unlink(missing_ok=True)
            return False
        time.sleep(_STEP)
    return True


class SecondStarts(QObject):
    """Listens for them while the data in ``home`` are open; what nobody answered before is forgotten."""

    asked = Signal(object)
    """The file to show, or None."""

    def __init__(self, home: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = home / FOLDER
        make_private_folder(self._folder)
        for left in self._requests():
            left.unlink(missing_ok=True)
        watcher = QFileSystemWatcher([str(self._folder)], self)
        watcher.directoryChanged.connect(self._answer)

    def _requests(self) -> list[Path]:
        return sorted(self._folder.glob(f"*{_SUFFIX}"))

    def _answer(self) -> None:
        if QApplication.activeModalWidget() is not None:
            return
        for request in self._requests():
            file = request.read_bytes()
            request.unlink()
            self.asked.emit(Path(os.fsdecode(file)) if file else None)
