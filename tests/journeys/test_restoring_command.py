"""The command that puts a backup back, and how a person whose data are damaged comes to hear of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import Clerk, OpenOffice
from command_line import Command
from invented_campaign import ADDRESS, AGENCY, SURVEY

from cbc_desktop.office import DATABASE
from cbc_desktop.signing.signer import Signer
from cbc_desktop.store import trouble

ANSWER = "Số 5 đường Thử Nghiệm"


@pytest.fixture
def backed_up(open_lans_office: OpenOffice, signer: Signer, cbc: Command) -> Command:
    """An office with a backup, in which the address is answered otherwise since."""
    with open_lans_office() as office:
        Clerk.begins(office, signer).fills_in()
        office.backups.make()
    assert cbc("answer", AGENCY, SURVEY, ADDRESS, "Nhà khác").code == 0
    return cbc


def damage(database: Path) -> None:
    content = bytearray(database.read_bytes())
    content[:100] = bytes(100)
    database.write_bytes(content)


def test_damaged_data_are_told_with_the_commands_that_help(backed_up: Command, home: Path) -> None:
    damage(home / DATABASE)
    said = backed_up("list", lang="en")
    assert said.code == 1
    assert "cbc-desktop restore: see the backups, and put one back (the newest: 10/02/2030 08:30:00)" in said.err
    assert "cbc-desktop salvage: save what can be read" in said.err


def test_data_that_are_gone_are_told_with_the_command_that_helps(backed_up: Command, home: Path) -> None:
    (home / DATABASE).unlink()
    said = backed_up("list", lang="en")
    assert "cbc-desktop restore: see the backups" in said.err
    assert "cbc-desktop salvage" not in said.err
    assert backed_up("restore", "--latest").code == 0
    assert ANSWER in backed_up("show", AGENCY, SURVEY).out


def test_the_backups_are_listed_and_the_newest_is_put_back(backed_up: Command, home: Path) -> None:
    (backup,) = (home / "backups").glob("cbc-*.sqlite3")
    damage(home / DATABASE)
    listed = backed_up("restore", lang="en")
    assert listed.code == 0
    assert f"{backup.name}  " in listed.out
    assert "restore --latest" in listed.out
    done = backed_up("restore", "--latest", lang="en")
    assert (done.code, done.err) == (0, "")
    assert ANSWER in backed_up("show", AGENCY, SURVEY).out
    (aside,) = (home / "backups").glob(f"replaced-*/{DATABASE}")
    assert str(aside.parent) in done.out


def test_a_backup_is_put_back_by_its_name_or_from_elsewhere(backed_up: Command, home: Path, tmp_path: Path) -> None:
    (backup,) = (home / "backups").glob("cbc-*.sqlite3")
    assert backed_up("restore", backup.name).code == 0
    assert ANSWER in backed_up("show", AGENCY, SURVEY).out
    stick = tmp_path / "usb" / DATABASE
    stick.parent.mkdir()
    stick.write_bytes(backup.read_bytes())
    assert str(stick) in backed_up("restore", stick, lang="en").out
    assert "There is no backup “cbc-2020.sqlite3”" in backed_up("restore", "cbc-2020.sqlite3", lang="en").err


def test_what_is_put_back_must_be_whole_and_ours(backed_up: Command, tmp_path: Path) -> None:
    strange = tmp_path / "khac.sqlite3"
    strange.write_text("không phải cơ sở dữ liệu", encoding="utf-8")
    said = backed_up("restore", strange, lang="en")
    assert said.code == 1
    assert f"The backup “{strange}” is damaged" in said.err
    assert "Nhà khác" in backed_up("show", AGENCY, SURVEY).out


def test_where_there_is_no_backup_the_command_says_what_else_there_is(cbc: Command, home: Path) -> None:
    for words in (("restore",), ("restore", "--latest"), ("restore", "--received")):
        said = cbc(*words, lang="en")
        assert said.code == 1
        assert f"There are no backups in “{home / 'backups'}”" in said.err
        assert "cbc-desktop salvage" in said.err


def test_salvaging_names_the_backup_first_and_goes_on_when_told(backed_up: Command, home: Path) -> None:
    assert "nothing to salvage" in backed_up("salvage", lang="en").err
    damage(home / DATABASE)
    said = backed_up("salvage", lang="en")
    assert said.code == 1
    assert "There is a backup of 10/02/2030 08:30:00" in said.err
    assert list((home / "backups").glob("replaced-*")) == []
    assert "rows were salvaged" in backed_up("salvage", "--anyway", lang="en").out


def test_data_of_a_newer_program_are_named(backed_up: Command, open_lans_office: OpenOffice, home: Path) -> None:
    with open_lans_office() as office:
        office.database.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('cbc-desktop', 'later', 'x')"
        )
    assert f"The data in “{home / DATABASE}” was made by a newer version" in backed_up("list", lang="en").err
    assert trouble.NEWER.filled(path=home / DATABASE).en in backed_up("salvage", lang="en").err
    elsewhere = home / "backups" / "moi-hon.sqlite3"
    elsewhere.write_bytes((home / DATABASE).read_bytes())
    (home / DATABASE).unlink()
    assert trouble.NEWER.filled(path=elsewhere).en in backed_up("restore", elsewhere.name, lang="en").err
