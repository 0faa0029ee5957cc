"""Long work beside the window: the one place with threads. Work takes plain data and answers plain data.

A task never touches a widget or a ``QObject``; what it answers arrives on the main thread.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from threading import Event, Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.garbage import nothing_collected
from cbc_desktop.base.message import Message

T = TypeVar("T")


class CancelledError(Exception):
    """Raised inside a task, by its progress function, after a person has pressed "Dừng"."""


@dataclass(frozen=True, slots=True)
class _Task:
    """What ``Tasks.run`` is given."""

    asker: QObject
    work: Callable[[Callable[[Message], None]], Any]
    done: Callable[[Any], None]
    failed: Callable[[UserFacingError], None]
    cancelled: Callable[[], None]
    yields: bool


class Tasks(QObject):
    """One task at a time, which is all that a person can follow; ``busy`` tells the window of what a person asked for.

    Pages that wait while something runs follow ``busy``: what gives way to everybody keeps nobody waiting.
    """

    busy = Signal(bool)
    working = Signal(bool)
    """Also for what nobody asked for."""
    progressed = Signal(object)
    """A ``Message`` from the work's progress function."""
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._thread: Thread | None = None
        self._yields = False
        self._next: _Task | None = None
        self._pause = ExitStack()
        self._ended.connect(self._deliver)

    @property
    def running(self) -> bool:
        return self._thread is not None

    @property
    def asked_for(self) -> bool:
        """Whether a person waits for what runs: it may not be given up without asking."""
        return self.running and (not self._yields or self._next is not None)

    def run(
        self,
        asker: QObject,
        work: Callable[[Callable[[Message], None]], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[UserFacingError], None],
        cancelled: Callable[[], None] = lambda: None,
        yields: bool = False,
    ) -> bool:
        """Starts ``work`` with a progress function; False while another task runs.

        Exactly one of ``done``, ``failed`` and ``cancelled`` is called later, on the main thread, if the ``asker`` is
        still there: people close pages meanwhile. An error that is not for people, or that nobody is left to tell, is
        raised there, so that it reaches the window like every other that nobody caught.

        A task that nobody asked for ``yields``: it is cancelled for the next one, which begins when it has ended.
        """
        task = _Task(asker, work, done, failed, cancelled, yields)
        if not self.running:
            self._start(task)
            return True
        if yields or not self._yields or self._next is not None:
            return False
        self._next = task
        self._stop.set()
        return True

    def _start(self, task: _Task) -> None:
        self._stop.clear()
        self._yields = task.yields

        def carry_out() -> None:
            self._ended.emit(self._outcome(task))

        # Python collects garbage in whichever thread allocates: widgets that are garbage would be taken apart in the
        # task's thread, which crashes Qt. So nothing is collected until the task has ended.
        self._pause.enter_context(nothing_collected())
        self._thread = Thread(target=carry_out, name="task")
        self.working.emit(True)
        if not task.yields:
            self.busy.emit(True)
        self._thread.start()

    def cancel(self) -> None:
        """Asks the task to stop at its next step of progress."""
        self._stop.set()

    def wait(self) -> None:
        """Until the task has ended; for closing the window."""
        if self._thread is not None:
            self._thread.join()
            self._pause.close()

    def _outcome(self, task: _Task) -> Callable[[], None]:
        asker = task.asker
        try:
            answer = task.work(self._progress)
        except CancelledError:
            return lambda: task.cancelled() if isValid(asker) else None
        except UserFacingError as error:
            told = error
            return lambda: task.failed(told) if isValid(asker) else _raise(told)
        except BaseException as error:
            fault = error
            return lambda: _raise(fault)
        return lambda: task.done(answer) if isValid(asker) else None

    def _progress(self, message: Message) -> None:
        if self._stop.is_set():
            raise CancelledError
        self.progressed.emit(message)

    def _deliver(self, outcome: Callable[[], None]) -> None:
        self.wait()
        self._thread = None
        following, self._next = self._next, None
        if following is not None:
            self._start(following)
        else:
            if not self._yields:
                self.busy.emit(False)
            self.working.emit(False)
        outcome()


def _raise(fault: BaseException) -> None:
    raise fault
