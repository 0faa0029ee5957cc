"""Many packages at once: every commune stands as what it sent lets expect, however often the run was killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from national_campaign import NATIONAL
from national_round import NationalRound, wrong_standings
from small_round import PACKAGES

from cbc_desktop.receiving.reception.taking import TakenIn


@pytest.fixture
def at_home(national: NationalRound, tmp_path: Path) -> NationalRound:
    """The same round, received by an office to which nothing has come yet."""
    return national.received_at(tmp_path / "home")


def test_each_is_judged_once_and_stands_where_it_belongs(at_home: NationalRound, sent: Path) -> None:
    told: list[TakenIn] = []
    with at_home.office() as office:
        assert office.reception.receive([sent], told.append, jobs=2) == PACKAGES
        assert wrong_standings(office.reception, PACKAGES) == ""
        before = office.reception.arrivals(NATIONAL)
        told.clear()
        assert office.reception.receive([sent], told.append, jobs=2) == PACKAGES
        assert all(one.again for one in told)
        assert office.reception.arrivals(NATIONAL) == before


def test_killed_again_and_again_nothing_is_lost_and_nothing_is_done_twice(at_home: NationalRound, sent: Path) -> None:
    with at_home.office():
        pass  # who signs is trusted now
    told: set[str] = set()
    for lines in (1, 6, 15):
        told |= set(_killed_after(lines, at_home, sent))
        with at_home.office() as office:
            assert told <= {arrival.name for arrival in office.reception.arrivals(NATIONAL)}
    with at_home.office() as office:
        new: list[str] = []
        office.reception.receive([sent], lambda one: None if one.again else new.append(one.name), jobs=2)
        assert not told & set(new)
        assert wrong_standings(office.reception, PACKAGES) == ""


def _killed_after(lines: int, national: NationalRound, sent: Path) -> Iterator[str]:
    """The names of the files that the command told of before it was killed."""
    home, campaigns = national.home, national.folder / "campaigns"
    command = [sys.executable, "-m", "cbc_desktop", "--home", str(home), "--campaigns", str(campaigns)]
    with subprocess.Popen([*command, "receive", str(sent)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _, line in zip(range(lines), process.stdout, strict=False):
            yield line.split()[1].rstrip(":")
        os.kill(process.pid, signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
