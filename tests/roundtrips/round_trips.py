"""Texts and random dossiers through all ways and back: how many came back as they went, and how many did not.

``python tests/roundtrips/round_trips.py`` (``make round-trips``) takes 10,000 texts and 1,000 dossiers, on all
processors, in half an hour on two of them; the exit code is 1 when anything came back otherwise.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from random import Random

from random_dossiers import fill_at_random
from texts_in_a_dossier import fill_with_texts
from trip import Trip, travellers_office, trips
from vietnamese_texts import texts
from ways import WAYS

from cbc_desktop.filling.open_dossier import OpenDossier

TEXTS, DOSSIERS = 10_000, 1_000
TEXTS_IN_A_DOSSIER = 100
DOSSIERS_IN_AN_OFFICE = 25
"""Each of another agency."""
SHOWN = 300

Filler = Callable[[OpenDossier], None]


@dataclass
class Tally:
    """``different``: for each way the dossiers that came back otherwise, the first of them in ``examples``."""

    dossiers: int = 0
    answers: int = 0
    notes: int = 0
    different: Counter[str] = field(default_factory=Counter)
    seconds: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        self.dossiers += other.dossiers
        self.answers += other.answers
        self.notes += other.notes
        self.different += other.different
        self.seconds += other.seconds
        self.examples = {**other.examples, **self.examples}


def fillers(text_count: int, dossier_count: int) -> list[Filler]:
    """Always the same: first the texts, then the random dossiers."""
    said = texts(text_count)
    starts = range(0, text_count, TEXTS_IN_A_DOSSIER)
    with_texts = [partial(fill_with_texts, texts=said[start : start + TEXTS_IN_A_DOSSIER]) for start in starts]
    return [*with_texts, *(partial(fill_at_random, random=Random(seed)) for seed in range(dossier_count))]


def travelled(some: Sequence[Filler]) -> Tally:
    """In an office of their own."""
    tally = Tally()
    with travellers_office() as office:
        for trip in trips(office, iter(some)):
            tally.dossiers += 1
            tally.answers += sum(map(len, trip.answers.values()))
            tally.notes += len(trip.revision.remarks)
            _measure(trip, tally)
    return tally


def _measure(trip: Trip, tally: Tally) -> None:
    started = time.perf_counter()
    assert trip.embedded  # what all ways share is made before any of them is timed
    tally.seconds["(printing)"] += time.perf_counter() - started
    for name, way in WAYS.items():
        started = time.perf_counter()
        example = next((_told(trip, went, came) for went, came in way(trip) if went != came), None)
        tally.seconds[name] += time.perf_counter() - started
        if example is not None:
            tally.different[name] += 1
            tally.examples.setdefault(name, example)


def _told(trip: Trip, went: object, came: object) -> str:
    """Whose dossier it is, and where what came begins to differ from what went."""
    if isinstance(went, dict) and isinstance(came, dict):
        places = [place for place in {**went, **came} if went.get(place) != came.get(place)]
        went, came = ({place: texts.get(place) for place in places} for texts in (went, came))
    pair = [repr(went), repr(came)]
    at = next((at for at, (one, other) in enumerate(zip(*pair, strict=False)) if one != other), min(map(len, pair)))
    shown = [text[max(0, at - SHOWN // 2) : at + SHOWN // 2] for text in pair]
    return f"{trip.dossier.agency.name_vi}\n  went: {shown[0]}\n  came: {shown[1]}"


def _offices(all_of_them: Sequence[Filler]) -> Iterator[list[Filler]]:
    waiting = iter(all_of_them)
    while some := list(islice(waiting, DOSSIERS_IN_AN_OFFICE)):
        yield some


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--texts", type=int, default=TEXTS)
    parser.add_argument("--dossiers", type=int, default=DOSSIERS)
    wanted = parser.parse_args(arguments)
    tally = Tally()
    with ProcessPoolExecutor() as pool:
        for part in pool.map(travelled, _offices(fillers(wanted.texts, wanted.dossiers))):
            tally.add(part)
            print(f"{tally.dossiers} dossiers, {tally.different.total()} different", file=sys.stderr)
    print(f"{wanted.texts} texts and {wanted.dossiers} random dossiers: {tally.dossiers} dossiers")
    print(f"with {tally.answers} answers and {tally.notes} notes")
    for name, seconds in tally.seconds.items():
        print(f"{name:20} {tally.different[name]:5} different {1000 * seconds / tally.dossiers:8.0f} ms/dossier")
    for name, example in tally.examples.items():
        print(f"\n{name}: {example}")
    return 1 if tally.different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
