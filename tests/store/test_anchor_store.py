"""What an office trusts is kept with its story, can be looked at while it is open, and what was trusted stays known."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.store.anchors import AnchorStore, KeptAnchor, look_at_anchors
from cbc_desktop.store.database import Database
from cbc_desktop.store.migrations import MIGRATIONS
from cbc_desktop.store.service_settings import STATUS, TIMESTAMPS, ServiceStore


@pytest.fixture
def anchors(database: Database, clock: FixedClock) -> AnchorStore:
    return AnchorStore(database, clock)


def test_an_anchor_is_kept_with_since_when_by_whom_and_why(anchors: AnchorStore, clock: FixedClock) -> None:
    anchors.add(b"one", "own", who="lan", why="called the ministry")
    (kept,) = anchors.all()
    assert kept == KeptAnchor(b"one", "own", clock.now(), "lan", "called the ministry")
    assert str(kept.fingerprint).startswith("7692c3ad")


def test_what_is_trusted_already_stays_as_it_was(anchors: AnchorStore) -> None:
    anchors.add(b"one", "own", who="lan", why="first")
    anchors.add(b"one", "public", who="thu", why="second")
    assert [(anchor.group, anchor.why) for anchor in anchors.all()] == [("own", "first")]


def test_what_was_trusted_once_is_known_for_ever_and_can_be_trusted_again(
    anchors: AnchorStore, clock: FixedClock
) -> None:
    anchors.add(b"one", "own", who="lan", why="first")
    clock.advance(60)
    anchors.remove(b"one", who="thu")
    anchors.remove(b"one", who="nobody")
    assert anchors.all() == ()
    anchors.add(b"one", "own", who="lan", why="again")
    assert [(each.why, each.removed_by, each.removed_at) for each in anchors.ever()] == [
        ("first", "thu", clock.now()),
        ("again", "", None),
    ]


def test_others_can_look_while_the_office_is_open(anchors: AnchorStore, path: Path) -> None:
    anchors.add(b"one", "own", who="lan", why="first")
    anchors.add(b"two", "own", who="lan", why="second")
    anchors.remove(b"one", who="lan")
    assert [anchor.der for anchor in look_at_anchors(path)] == [b"two"]


def test_where_there_is_no_office_nothing_is_trusted_and_none_is_made(tmp_path: Path) -> None:
    assert look_at_anchors(tmp_path / "home" / "cbc.sqlite3") == ()
    assert list(tmp_path.iterdir()) == []


def test_an_office_from_before_anchors_were_kept_trusts_nothing(path: Path) -> None:
    Database.open(path, migrations=MIGRATIONS[:8]).close()
    assert look_at_anchors(path) == ()


def test_a_damaged_office_is_told(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(UserFacingError):
        look_at_anchors(path)


def test_services_are_off_until_somebody_switches_them_on(database: Database) -> None:
    services = ServiceStore(database)
    assert (services.value(TIMESTAMPS), services.value(STATUS)) == ("", "")
    services.keep(TIMESTAMPS, "http://tsa.invalid")
    services.keep(TIMESTAMPS, "http://other.invalid")
    assert services.value(TIMESTAMPS) == "http://other.invalid"
