"""Our own faults while the window is open: into the log without answers, and told to the person; the window goes on."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.log import told_fault


class Faults(QObject):
    """Takes what nobody caught; ``happened`` has a ``Message``."""

    happened = Signal(object)

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self._before = sys.excepthook

    def take_over(self) -> None:
        """From here on, an error in a slot comes here instead of only to a terminal that nobody looks at."""
        sys.excepthook = self.take

    def give_back(self) -> None:
        sys.excepthook = self._before

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        if isinstance(error, UserFacingError):
            self.happened.emit(error.message)
            return
        if self._somebody_looks():
            self._before(kind, error, trace)
        self.happened.emit(told_fault(self._home, error))

    def _somebody_looks(self) -> bool:
        """The error's text might quote an answer: elsewhere than on a terminal the desktop would keep it."""
        return self._before is not sys.__excepthook__ or (sys.stderr is not None and sys.stderr.isatty())
