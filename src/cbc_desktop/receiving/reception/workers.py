"""Work on what strangers sent, in processes of its own: each is ended when it hangs, and replaced when it dies.

What comes in one file may make a library crash or never end; the others go on. Orders are taken one by one, as
workers become free, and answers come as they are ready: nothing piles up.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from cbc_desktop.base.quiet_libraries import keep_libraries_quiet

Order = TypeVar("Order")
Answer = TypeVar("Answer")

_ORDERS_OF_ONE_PROCESS = 1000
"""Then a fresh one takes its place: what a library never gives back is given back so."""
_SECONDS_TO_START, _SECONDS_TO_END = 30.0, 5.0
_BETWEEN_PULSES = 0.5
"""Seconds."""
MOST_MEMORY = 4 * 2**30
"""Bytes of addresses for one process, where the system can limit them (not on Windows): a third of it is ever used."""


class Lost(Enum):
    """Why there is no answer."""

    DIED = "died"
    HANGS = "hangs"
    FAULT = "fault"
    """It raised: our fault, or a library's."""


@dataclass(frozen=True, slots=True)
class Workers(Generic[Order, Answer]):
    """``work`` is a function of a module, for other processes find it by its name; 0 ``count``: in this process."""

    work: Callable[[Order], Answer]
    count: int
    seconds: Callable[[Order], float]
    """How long an order may take."""
    pulse: Callable[[], object] = lambda: None
    """Called again and again while nothing has been answered yet; it may raise, which ends the processes."""

    def answers(self, orders: Iterable[Order]) -> Generator[tuple[Order, Answer | Lost], None, None]:
        """In any order; whoever stops asking ends the processes."""
        if self.count == 0:
            yield from ((order, _done(self.work, order)) for order in orders)
            return
        waiting = iter(orders)
        busy: list[_Worker[Order, Answer]] = []
        idle: list[_Worker[Order, Answer]] = []
        try:
            while self._all_at_work(waiting, busy, idle):
                self.pulse()
                yield from self._ready(busy, idle)
        finally:
            for worker in (*busy, *idle):
                worker.end()

    def _all_at_work(
        self,
        waiting: Iterator[Order],
        busy: list[_Worker[Order, Answer]],
        idle: list[_Worker[Order, Answer]],
    ) -> bool:
        """Gives every worker something to do as far as there is something; whether anybody works."""
        while len(busy) < self.count:
            order = next(waiting, None)
            if order is None:
                break
            worker = idle.pop() if idle else _Worker(self.work)
            worker.take(order, self.seconds(order))
            busy.append(worker)
        return bool(busy)

    def _ready(
        self, busy: list[_Worker[Order, Answer]], idle: list[_Worker[Order, Answer]]
    ) -> list[tuple[Order, Answer | Lost]]:
        """Waits for the first answer, or the first who takes too long, but not longer than until the next pulse."""
        soonest = min(worker.deadline for worker in busy) - time.monotonic()
        wait([worker.pipe for worker in busy], min(max(0.0, soonest), _BETWEEN_PULSES))
        found = []
        for worker in [each for each in busy if each.is_ready]:
            order = worker.order
            answer = worker.answer()
            found.append((order, answer))
            busy.remove(worker)
            if worker.is_usable:
                idle.append(worker)
            else:
                worker.end()
        return found


class _Worker(Generic[Order, Answer]):
    """One process and the pipe to it."""

    order: Order
    deadline: float

    def __init__(self, work: Callable[[Order], Answer]) -> None:
        # A fresh interpreter: threads of Qt, and locks that they hold, do not get into it as they would by fork.
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(target=_serve, args=(work, theirs), daemon=True)
        self._process.start()
        theirs.close()
        self._orders = 0
        self._lost = False

    def take(self, order: Order, seconds: float) -> None:
        starting = 0.0 if self._orders else _SECONDS_TO_START
        self.order, self.deadline = order, time.monotonic() + seconds + starting
        self._orders += 1
        with suppress(OSError):  # it has died: there will be no answer, which is told
            self.pipe.send(order)

    @property
    def is_ready(self) -> bool:
        """Whether there is an answer, or none is waited for any longer."""
        return time.monotonic() >= self.deadline or self._has_spoken()

    @property
    def is_usable(self) -> bool:
        return not self._lost and self._orders < _ORDERS_OF_ONE_PROCESS

    def answer(self) -> Answer | Lost:
        if not self._has_spoken():
            self._lost = True
            return Lost.HANGS
        try:
            answer: Answer | Lost = self.pipe.recv()
        except (EOFError, OSError):
            self._lost = True
            return Lost.DIED
        return answer

    def _has_spoken(self) -> bool:
        """Or is gone, which Windows tells by an error."""
        try:
            return self.pipe.poll()
        except OSError:
            return True

    def end(self) -> None:
        self._process.kill()
        self._process.join(_SECONDS_TO_END)
        self.pipe.close()


def _serve(work: Callable[[Order], Answer], pipe: Connection) -> None:
    """The life of a worker: until nobody is at the other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, who ends this
    keep_libraries_quiet()
    _limit_memory()
    with suppress(EOFError, OSError):
        while True:
            pipe.send(_done(work, pipe.recv()))


def _limit_memory() -> None:
    """What would take more is a fault of that one file, before the whole computer stands still."""
    try:
        import resource  # not on Windows
    except ImportError:
        return
    with suppress(ValueError, OSError):  # the system has a lower limit, or none at all
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _done(work: Callable[[Order], Answer], order: Order) -> Answer | Lost:
    try:
        return work(order)
    except Exception:  # one file must not stop the others; that it could not be judged is told
        return Lost.FAULT
