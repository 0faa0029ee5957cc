"""Whatever comes through a door is accepted or refused in words; ``make fuzz`` tries for as long as one likes."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from all_doors import DOORS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office_at_work import OfficeAtWork
from tally import Tally
from trying import CORPUS, in_corpus


@pytest.fixture
def tally(tmp_path: Path) -> Tally:
    return Tally(tmp_path)


@pytest.mark.parametrize("name", DOORS)
def test_what_the_program_wrote_itself_is_accepted(name: str, at_work: OfficeAtWork, tally: Tally) -> None:
    for seed in DOORS[name].seeds(at_work):
        tally.visit(DOORS[name], at_work, seed)
    assert (tally.places, tally.outcomes["accepted"] > 0) == ({}, True)


@pytest.mark.parametrize("name", DOORS)
@pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")
def test_what_was_changed_a_little_is_accepted_or_refused_in_words(
    name: str, at_work: OfficeAtWork, tally: Tally
) -> None:
    door = DOORS[name]
    seeds = [*door.seeds(at_work), *in_corpus(name)]

    @settings(max_examples=door.tries, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(range(len(seeds))), st.integers(0, 2**32))
    def visit(seed: int, chance: int) -> None:
        found = tally.visit(door, at_work, door.mutate(seeds[seed], Random(chance)))
        assert not found.trace, found.trace

    visit()


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*/*")), ids=lambda path: f"{path.parent.name}/{path.name}")
@pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")
def test_what_was_found_once_stays_harmless(path: Path, at_work: OfficeAtWork, tally: Tally) -> None:
    door = next(door for door in DOORS.values() if door.folder == path.parent.name)
    assert not tally.visit(door, at_work, path.read_bytes()).trace
