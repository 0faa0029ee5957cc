"""A door: what the program reads from outside, how it is changed to try it, and what may become of it."""

from __future__ import annotations

import re
import signal
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from random import Random

from mutation import Mutate
from office_at_work import OfficeAtWork

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding, Severity
from cbc_desktop.base.message import Message

MOST_SECONDS = 20.0
"""Of the processor, for one input; the longest honest one takes two."""


class Outcome(Enum):
    ACCEPTED = "accepted"
    REFUSED = "refused"
    CRASHED = "crashed"


@dataclass(frozen=True)
class Visit:
    """What became of one input; ``trace`` says where it crashed."""

    outcome: Outcome
    seconds: float
    trace: str = ""

    @property
    def place(self) -> str:
        """The same for inputs that crash alike: the last line of ours, and the error."""
        lines = [line.strip() for line in self.trace.splitlines()]
        ours = [line for line in lines if "/cbc_desktop/" in line] or [""]
        return f"{ours[-1].rpartition('/cbc_desktop/')[2]} {lines[-1] if lines else ''}"[:200]


Read = Callable[[OfficeAtWork, bytes, Path], bool]
"""Whether it is accepted; UserFacingError and findings refuse. The path is one in a folder of its own."""


@dataclass(frozen=True)
class Door:
    """``seeds`` are what the program itself writes; ``refuses`` are errors that the interface promises besides."""

    name: str
    file: str
    seeds: Callable[[OfficeAtWork], Sequence[bytes]]
    mutate: Mutate
    read: Read
    refuses: tuple[type[Exception], ...] = ()
    tries: int = 60
    """How many changed inputs the tests try, so that all doors together take seconds."""

    @property
    def folder(self) -> str:
        """Where its files lie."""
        return re.sub(r"\W+", "-", self.name).strip("-").lower()

    def visited(self, at_work: OfficeAtWork, content: bytes, folder: Path) -> Visit:
        """Nothing but accepting and refusing in words is right, within the time."""
        began = time.process_time()
        try:
            accepted = self._accepted(at_work, content, folder / self.file)
        except (Exception, TooLongError):
            return Visit(Outcome.CRASHED, time.process_time() - began, traceback.format_exc())
        return Visit(Outcome.ACCEPTED if accepted else Outcome.REFUSED, time.process_time() - began)

    def _accepted(self, at_work: OfficeAtWork, content: bytes, path: Path) -> bool:
        try:
            with _no_longer_than(MOST_SECONDS):
                return self.read(at_work, content, path)
        except UserFacingError as error:
            require_both_languages([error.message])
        except self.refuses:
            pass
        return False

    def changed(self, seeds: Sequence[bytes], random: Random) -> bytes:
        return self.mutate(random.choice(seeds), random)


class TooLongError(BaseException):
    """An input that takes longer than any may; what readers of ours catch of parsers does not catch it."""


@contextmanager
def _no_longer_than(seconds: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooLongError(f"longer than {seconds:g} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def require_both_languages(messages: Iterable[Message]) -> None:
    for message in messages:
        assert message.vi.strip(), message
        assert message.en.strip(), message


def sound(findings: Iterable[Finding]) -> bool:
    """Whether no finding is an error; all speak both languages."""
    findings = list(findings)
    require_both_languages(finding.message for finding in findings)
    return not any(finding.severity is Severity.ERROR for finding in findings)
