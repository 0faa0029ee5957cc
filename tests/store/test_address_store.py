"""Addresses of agencies that an office entered: the last one of each counts, and one that is taken away is gone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.store.received.received_store import ReceivedStore


@pytest.fixture
def store(tmp_path: Path, clock: FixedClock) -> Iterator[ReceivedStore]:
    store = ReceivedStore.open(tmp_path / "home", clock)
    with store.database:
        yield store


def test_the_last_address_of_each_agency_is_given_back(store: ReceivedStore) -> None:
    store.addresses.keep({"04@": "vt@mau.example", "20@": "ls@mau.example"}, who="Phúc")
    store.addresses.keep({"04@": "vp@mau.example"}, who="Phúc")
    assert store.addresses.all() == {"04@": "vp@mau.example", "20@": "ls@mau.example"}


def test_one_that_is_taken_away_is_gone_and_the_others_stay(store: ReceivedStore) -> None:
    store.addresses.keep({"04@": "vt@mau.example", "20@": "ls@mau.example"}, who="Phúc")
    store.addresses.keep({"04@": "", "20@": "moi@mau.example", "31@": ""}, who="Hoa")
    assert store.addresses.all() == {"20@": "moi@mau.example"}


def test_who_entered_an_address_and_when_is_kept_beside_it(store: ReceivedStore, clock: FixedClock) -> None:
    store.addresses.keep({"04@": "vt@mau.example"}, who="Phúc")
    store.addresses.keep({"04@": "vp@mau.example"}, who="Hoa")
    kept = store.database.query("SELECT address, at, who FROM agency_address")
    assert kept == [("vp@mau.example", clock.now().isoformat(), "Hoa")]
