"""Judging under watch: how long a file takes, how much memory, and whether anything is written or asked beside it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from cbc_desktop.receiving.reception.judging import Judged, JudgingOrder, judge
from cbc_desktop.receiving.reception.workers import Lost, Workers

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_ASKING = ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn")
_CHANGING = ("os.remove", "os.rename", "os.mkdir", "os.link", "os.symlink", "shutil.rmtree")
_deeds: list[str] = []
_watching = False


@dataclass(frozen=True)
class Watched:
    """What judging one file took: seconds of the processor, bytes of memory at most; ``deeds`` should be none."""

    found: tuple[Judged, ...]
    seconds: float
    memory: int
    deeds: tuple[str, ...]


def judge_watched(order: JudgingOrder) -> Watched:
    """In a worker's process, which it begins to watch when it is first called."""
    _begin_to_watch()
    _deeds.clear()
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # what was held at most is counted anew
    _deeds.clear()
    began = time.process_time()
    found = judge(order)
    seconds, deeds = time.process_time() - began, tuple(_deeds)
    return Watched(found, seconds, _most_memory(), deeds)


@dataclass
class WatchedWorkers:
    """Stands for `Workers`, and keeps what each order took, by the name of its first file."""

    count: int
    seconds: float
    took: dict[str, Watched | Lost] = field(default_factory=dict)

    def answers(
        self, orders: Iterable[JudgingOrder]
    ) -> Generator[tuple[JudgingOrder, tuple[Judged, ...] | Lost], None, None]:
        for order, answer in Workers(judge_watched, self.count, lambda _: self.seconds).answers(orders):
            self.took[order.files[0].name] = answer
            yield order, answer if isinstance(answer, Lost) else answer.found


def _begin_to_watch() -> None:
    global _watching
    if not _watching:
        sys.addaudithook(_watch)
        _watching = True


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook, https://docs.python.org/3/library/audit_events.html."""
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING and arguments[0] != os.devnull:
        _deeds.append(f"wrote {arguments[0]!r}")
    elif event in _ASKING or event in _CHANGING:
        _deeds.append(f"{event} {arguments!r}"[:300])


def _most_memory() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024
