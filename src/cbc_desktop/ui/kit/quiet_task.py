"""Work that nobody pressed a button for: it waits for other tasks, gives way to them, and only the latest matters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Progress
from cbc_desktop.ui.tasks import Tasks

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Wanted:
    work: Callable[[Progress], Any]
    done: Callable[[Any], None]
    failed: Callable[[UserFacingError], None]


class QuietTask(QObject):
    """One kind of work of one page; what is wanted later takes the place of what was wanted before."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._wanted: _Wanted | None = None
        self._begun: _Wanted | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._start)
        tasks.working.connect(self._go_on)

    @property
    def waits(self) -> bool:
        """Whether something is wanted that has not begun."""
        return self._wanted is not None

    def want(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[UserFacingError], None],
        *,
        after: int = 0,
    ) -> None:
        """Begins ``after`` milliseconds at the earliest, and not before whoever asks has begun a task of their own."""
        self._wanted, self._begun = _Wanted(work, done, failed), None
        self._soon.start(after)

    def forget(self) -> None:
        """Nothing is wanted any more; what is being done is not told."""
        self._wanted = self._begun = None

    def _go_on(self, working: bool) -> None:
        if not working and self._wanted is not None and not self._soon.isActive():
            self._soon.start(0)

    def _start(self) -> None:
        wanted = self._wanted
        if wanted is None or self._tasks.running:
            return
        self._wanted, self._begun = None, wanted
        self._tasks.run(
            self,
            wanted.work,
            done=lambda answer: wanted.done(answer) if self._begun is wanted else None,
            failed=lambda error: wanted.failed(error) if self._begun is wanted else None,
            cancelled=lambda: self._give_way(wanted),
            yields=True,
        )

    def _give_way(self, wanted: _Wanted) -> None:
        """A person wanted something else to be done first."""
        if self._begun is wanted:
            self._wanted, self._begun = wanted, None
