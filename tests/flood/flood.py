"""Floods an office with packages, in portions, and tells what each thousand cost: ``make flood N=10000``.

Seconds are those of the processors (all processes together), which hardly depend on what else the machine does, and by
the clock. What a portion was made of is deleted once it is received.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from national_campaign import NATIONAL
from national_round import NationalRound, wrong_standings

PORTION = 1000


@dataclass(frozen=True)
class Cost:
    """Of something that was done: by the clock, by the processors, and the most memory that this process ever had."""

    seconds: float
    busy: float
    memory: int

    @classmethod
    def of(cls, work: Callable[[], object]) -> Cost:
        began, busy = time.perf_counter(), _busy()
        work()
        return cls(time.perf_counter() - began, _busy() - busy, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)

    def line(self, what: str, units: int = 1) -> str:
        per = f"{self.seconds / units * 1000:9.2f} ms {self.busy / units * 1000:9.2f} ms busy"
        return f"{what:34} {per}   {self.memory // 1024:6} MiB at most"


def flood(folder: Path, packages: int, jobs: int) -> None:
    whole = NationalRound.begin(folder, packages)
    with whole.office() as office:
        desk, parcel = office.reception, folder / "parcel"
        for start in range(0, packages, PORTION):
            numbers = range(start, min(start + PORTION, packages))
            made = Cost.of(lambda numbers=numbers: whole.send(numbers, parcel))
            cost = Cost.of(lambda: desk.receive([parcel], lambda _: None, jobs=jobs))
            print(cost.line(f"{numbers.stop:7} received, for each", len(numbers)), f"(made in {made.seconds:.0f} s)")
            if numbers.stop == packages:
                print(Cost.of(lambda: desk.receive([parcel], lambda _: None, jobs=jobs)).line("again", len(numbers)))
            shutil.rmtree(parcel)
    with whole.office() as office:
        desk = office.reception
        print(Cost.of(lambda: desk.arrivals(NATIONAL)).line("all arrivals"))
        print(Cost.of(lambda: desk.standings(NATIONAL)).line("standings"))
        print(Cost.of(lambda: desk.roll(NATIONAL)).line("roll"))
        print(wrong_standings(desk, packages) or "every commune stands as it should")
        consolidating = office.consolidating
        print(Cost.of(lambda: consolidating.consolidate(NATIONAL, folder / "out")).line("consolidated"))


def _busy() -> float:
    """Seconds of the processors, of this process and all that it has ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--packages", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True, help="a folder that is not there yet; it stays")
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    flood(given.out, given.packages, given.jobs)
