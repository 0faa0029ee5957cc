"""Lets thousands of hostile and damaged files arrive at an office: ``make mutations N=10000``.

Each must be judged without a crash, in bounded time and memory, without anything written beside the office's own
folder, and be kept with a reason or a doubt. What is not so is told at the end, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from flood_packages import ARRIVED
from mutant import Material, Mutant, mutants
from mutant_list import ALL, MAY_BE_ENDED, MAY_PASS, SLOW
from watched_judging import WatchedWorkers

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.receiving.reception.reasons import Reason
from cbc_desktop.receiving.reception.taking import TakenIn, Taking
from cbc_desktop.receiving.reception.workers import Lost
from cbc_desktop.receiving.route import Route
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.store.received.arrivals import Arrival
from cbc_desktop.store.received.received_store import ReceivedStore

MOST_SECONDS, MOST_MEMORY = 60.0, 1024 * 2**20
"""For one file: of the processor, and in the process that judges it."""
PORTION = 200
_CRASHED = {Reason.DIED.value, Reason.HANGS.value, Reason.FAULT.value}


@dataclass
class FamilyTally:
    outcomes: Counter[str] = field(default_factory=Counter)
    seconds: float = 0
    memory: int = 0

    def line(self, family: str) -> str:
        found = ", ".join(f"{what} {times}" for what, times in sorted(self.outcomes.items()))
        return f"{family:34} {self.seconds:6.1f} s {self.memory // 2**20:5} MiB  {found}"


@dataclass
class Tally:
    """``troubles`` are what must not be."""

    families: dict[str, FamilyTally] = field(default_factory=lambda: defaultdict(FamilyTally))
    troubles: list[str] = field(default_factory=list)

    @property
    def summary(self) -> str:
        return f"{sum(one.outcomes.total() for one in self.families.values())} arrivals, {len(self.troubles)} troubles"

    def lines(self) -> Iterator[str]:
        yield from (tally.line(family) for family, tally in sorted(self.families.items()))
        yield self.summary
        yield from self.troubles


def let_arrive(
    arriving: Iterable[Mutant],
    folder: Path,
    trust: TrustAnchors,
    jobs: int = 2,
    progress: Callable[[Tally], object] = lambda _: None,
    seconds: float = MOST_SECONDS * 3,
) -> Tally:
    """Into an office below ``folder``; 0 ``jobs`` would judge in this process, which nobody watches."""
    tally = Tally()
    store = ReceivedStore.open(folder / "home", FixedClock(ARRIVED))
    with store.database:
        for number, portion in enumerate(_portions(arriving)):
            parcel = folder / f"parcel-{number}"
            families = _written(portion, parcel)
            workers, told = WatchedWorkers(jobs, seconds), list[TakenIn]()
            Taking(store, workers, trust, FixedClock(ARRIVED), "Phúc", told.append).take([parcel], Route.FOLDER)  # type: ignore[arg-type]
            _tell(tally, families, told)
            _tell_of_watching(tally, families, workers)
            shutil.rmtree(parcel)
            progress(tally)
    tally.troubles += _strange_files(folder)
    return tally


def _portions(arriving: Iterable[Mutant]) -> Iterator[list[Mutant]]:
    portion: list[Mutant] = []
    for one in arriving:
        portion.append(one)
        if len(portion) == PORTION:
            yield portion
            portion = []
    if portion:
        yield portion


def _written(arriving: Iterable[Mutant], parcel: Path) -> dict[str, str]:
    """The family of each file by its name in the folder, which begins with a number of its own."""
    parcel.mkdir()
    families = {}
    for number, one in enumerate(arriving):
        name = f"{number:04}-{one.name}"
        (parcel / name).write_bytes(one.content)
        families[name] = one.family
    return families


def _tell(tally: Tally, families: dict[str, str], told: Iterable[TakenIn]) -> None:
    """What was in a mail is told under the mail's family as far as it can be; else under that of mails."""
    family = ""
    for taken in told:
        family = families.get(taken.name, "mail: attached")
        if taken.again:
            tally.families[family].outcomes["again"] += 1
        for arrival in taken.arrivals if not taken.again else ():
            outcome = _outcome(arrival)
            tally.families[family].outcomes[outcome] += 1
            crashed = outcome in _CRASHED and family not in MAY_BE_ENDED
            if crashed or (outcome == "passed" and family not in MAY_PASS and family != "mail: attached"):
                tally.troubles.append(f"{family} {taken.name}: {outcome} ({arrival.digest})")


def _outcome(arrival: Arrival) -> str:
    if arrival.set_aside:
        return arrival.set_aside
    return arrival.verdict if arrival.verdict != "passed" or not arrival.doubts else "passed with doubts"


def _tell_of_watching(tally: Tally, families: dict[str, str], workers: WatchedWorkers) -> None:
    for name, watched in workers.took.items():
        if isinstance(watched, Lost):
            continue
        family = families.get(name, "mail: attached")
        one = tally.families[family]
        one.seconds, one.memory = max(one.seconds, watched.seconds), max(one.memory, watched.memory)
        if watched.seconds > MOST_SECONDS or watched.memory > MOST_MEMORY or watched.deeds:
            took = f"{watched.seconds:.1f} s, {watched.memory // 2**20} MiB"
            tally.troubles.append(f"{family} {name}: {took}, {', '.join(watched.deeds)}")


def _strange_files(folder: Path) -> list[str]:
    """What lies where nobody but a hostile file would have put it."""
    own = {"home", "parcel"}
    found = [path.name for path in folder.iterdir() if path.name.split("-")[0] not in own]
    kept = [path.name for path in (folder / "home" / "received").iterdir() if len(path.name) != 64]
    return [f"a strange file: {name}" for name in (*found, *kept)]


def _tell_so_far(tally: Tally) -> None:
    print("\n".join([tally.summary, *tally.troubles]), file=sys.stderr)


def main(count: int, first: int, jobs: int, only: str) -> int:
    families = {family: make for family, make in ALL.items() if only in family}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        material = Material.gathered(folder / "forms")
        (folder / "office").mkdir()
        found = islice(mutants(families, material, SLOW), first, first + count)
        trust = TrustAnchors.from_pem(material.mailroom.authority.pem)
        tally = let_arrive(found, folder / "office", trust, jobs, _tell_so_far)
    for line in tally.lines():
        print(line)
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB at most in the receiving process")
    return 1 if tally.troubles else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="", help="a part of the name of a family")
    given = parser.parse_args()
    sys.exit(main(given.count, given.first, given.jobs, given.only))
