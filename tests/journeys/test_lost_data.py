"""The file of the data is gone, or empty: no empty one takes its place in silence, and a backup brings it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from clerk import Clerk, OpenOffice
from command_line import Command
from invented_campaign import CAMPAIGN

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.office import DATABASE
from cbc_desktop.signing.signer import Signer
from cbc_desktop.store.putting_back import put_back
from cbc_desktop.store.received.received_store import DATABASE as RECEIVED
from cbc_desktop.store.received.received_store import FILES
from cbc_desktop.store.seal import seal_of

Lose = Callable[[Path], object]


def emptied(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("lose", [Path.unlink, emptied])
def test_data_that_are_gone_are_told_and_come_back_from_a_backup(
    lose: Lose, open_lans_office: OpenOffice, signer: Signer, cbc: Command, home: Path, clock: FixedClock
) -> None:
    with open_lans_office() as office:
        Clerk.begins(office, signer)
        backup = office.backups.make()
    seal_of(home / DATABASE).unlink()  # a program that was killed leaves none
    lose(home / DATABASE)
    told = cbc("list", lang="en")
    assert (told.code, told.out) == (1, "")
    assert f"“backups/{backup.path.name}”" in told.err
    assert cbc("salvage", lang="en").err == told.err
    put_back(backup.path, home / DATABASE, clock.now())
    assert CAMPAIGN in cbc("list").out


def test_a_seal_alone_says_that_there_were_data(open_lans_office: OpenOffice, cbc: Command, home: Path) -> None:
    with open_lans_office():
        pass
    (home / DATABASE).unlink()
    assert f"“{DATABASE}.seal”" in cbc("list").err
    assert not (home / DATABASE).exists()


def test_what_was_received_is_not_begun_anew_beside_its_files(open_lans_office: OpenOffice, home: Path) -> None:
    (home / FILES).mkdir()
    (home / FILES / "goi").write_bytes(b"PK")
    with open_lans_office() as office, pytest.raises(UserFacingError, match=f"{RECEIVED}.*{FILES}"):
        office.received.store()


def test_a_first_start_that_was_killed_is_no_loss(cbc: Command, home: Path) -> None:
    home.mkdir(exist_ok=True)
    emptied(home / DATABASE)
    assert cbc("list").code == 0
