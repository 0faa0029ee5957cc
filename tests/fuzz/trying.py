"""One door in a process of its own: with what an office has written and the corpus, memory bounded, all counted."""

from __future__ import annotations

import resource
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from all_doors import DOORS
from door import Door, Outcome
from office_at_work import OFFICES, OfficeAtWork
from tally import Tally

CORPUS = Path(__file__).parent / "corpus"
MOST_MEMORY = 4 * 2**30
"""Bytes that the process may ask for: whoever wants more has crashed."""


@dataclass
class Trying:
    door: Door
    at_work: OfficeAtWork
    seeds: list[bytes]
    tally: Tally
    saved: float = 0

    def visit(self, content: bytes) -> None:
        visit = self.tally.visit(self.door, self.at_work, content)
        if visit.outcome is Outcome.CRASHED or monotonic() - self.saved > 1:  # atheris ends the process where it stands
            self.tally.save()
            self.saved = monotonic()


def in_corpus(door: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted((CORPUS / DOORS[door].folder).glob("*"))]


@contextmanager
def trying(door: str, office: str, folder: Path) -> Iterator[Trying]:
    warnings.simplefilter("error")
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    with TemporaryDirectory() as home, OFFICES[office](Path(home)) as at_work:
        one = Trying(DOORS[door], at_work, [*DOORS[door].seeds(at_work), *in_corpus(door)], Tally(folder))
        for seed in one.seeds:
            one.visit(seed)
        yield one
        one.tally.save()
