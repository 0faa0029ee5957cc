"""A dossier is removed for good: nothing of it is left in any file of the data, and nothing else is touched."""

from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path

import pytest
from clerk import Clerk, OpenOffice
from command_line import Command
from invented_campaign import ADDRESS, AGENCY, BOOKS, CAMPAIGN, OTHER_AGENCY, SURVEY
from stamp_images import signature_png

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.dossier.profile import Signatory
from cbc_desktop.engine.address import Address
from cbc_desktop.office import Office
from cbc_desktop.signing.signer import Signer
from cbc_desktop.store.database import Database
from cbc_desktop.store.dossier_rows import read_rows
from cbc_desktop.store.dossier_tables import dossier_tables
from cbc_desktop.store.sqlite_errors import BrokenRuleError
from cbc_desktop.store.trouble import DISK_FULL

PHONE = "Phố Bí Mật Của Lan 0900000001"
NAME, IMAGE = "Bà Bí Mật", signature_png()
NOTE = "Điều chỉ Lan mới biết"
FILES = [b"%PDF-1.7 of Lan alone\n%%EOF", b"%PDF-1.7 of both\n%%EOF"]


def holding(folder: Path, text: str | bytes) -> set[str]:
    """Files in whose bytes the text is, whatever else they are."""
    wanted = text.encode() if isinstance(text, str) else text
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)) for path in found if wanted in path.read_bytes()}


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    made = [tmp_path / "cua-lan.pdf", tmp_path / "cua-ca-hai.pdf"]
    for path, content in zip(made, FILES, strict=True):
        path.write_bytes(content)
    return made


@pytest.fixture
def others(office: Office, papers: list[Path]) -> str:
    """Another library's dossier, with a file that Lan's has too."""
    dossier = office.filling.begin(CAMPAIGN, OTHER_AGENCY)
    dossier.answer(SURVEY, Address("", ADDRESS), "Phố Khác")
    dossier.put_beside(SURVEY, Address("", ADDRESS), papers[1])
    return dossier.dossier_id


@pytest.fixture
def used(lan: Clerk, others: str, papers: list[Path], clock: FixedClock) -> Clerk:
    """Written, overwritten, finalised, reopened, and backed up on the way; one backup was put aside."""
    office = lan.office
    lan.fills_in()
    lan.answers(ADDRESS, PHONE)
    lan.notes(ADDRESS, NOTE)
    for path in papers:
        lan.dossier.put_beside(SURVEY, Address("", ADDRESS), path)
    first = office.backups.make().path
    aside = first.parent / "replaced-20300210-083000"
    aside.mkdir()
    (aside / office.database.path.name).write_bytes(first.read_bytes())
    lan.finalises()
    lan.dossier.reopen()
    lan.answers(ADDRESS, "Phố Mẫu")
    clock.advance(3600)
    office.backups.make()
    return lan


def test_nothing_of_it_is_left_in_any_file(used: Clerk, home: Path) -> None:
    assert len(holding(home, PHONE)) > 3
    assert used.office.removing.remove(used.dossier.dossier_id) == ()
    for text in (PHONE, NOTE, used.dossier.dossier_id, FILES[0]):
        assert holding(home, text) == set()
    assert list(home.rglob("*.lock")) == [home / "cbc.sqlite3.lock"]


def test_its_files_are_gone_also_where_the_disk_is_too_full_to_write_the_data_anew(
    used: Clerk, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_anew = Database.write_anew

    def refuse(self: Database) -> None:
        if self.path == home / "cbc.sqlite3":
            raise UserFacingError(DISK_FULL.filled(path=self.path))
        write_anew(self)

    monkeypatch.setattr(Database, "write_anew", refuse)
    with pytest.raises(UserFacingError):
        used.office.removing.remove(used.dossier.dossier_id)
    assert holding(home, FILES[0]) == set()


def test_a_file_that_another_program_holds_is_gone_after_the_next_start(
    used: Clerk, home: Path, open_lans_office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def refuse(self: Path, missing_ok: bool = False) -> None:
        if self.parent.name == "media":
            raise PermissionError(errno.EACCES, "as when an anti-virus program looks at it")
        unlink(self, missing_ok)

    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", refuse)
        with pytest.raises(UserFacingError):
            used.office.removing.remove(used.dossier.dossier_id)
    assert holding(home, FILES[0])
    used.office.database.close()
    with open_lans_office():
        assert holding(home, FILES[0]) == set()
        assert len(list((home / "media").iterdir())) == 1, "the other dossier needs this file"


def test_a_backup_for_which_the_disk_is_too_full_is_none_that_cannot_be_read(
    used: Clerk, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Database) -> None:
        raise UserFacingError(DISK_FULL.filled(path=self.path))

    with monkeypatch.context() as full:
        full.setattr(Database, "write_anew", refuse)
        with pytest.raises(UserFacingError):
            used.office.removing.remove(used.dossier.dossier_id)
    assert used.office.removing.remove(used.dossier.dossier_id) == (), "it can be done again"
    assert holding(home, PHONE) == set()


def test_copies_of_its_files_that_other_programs_were_shown_are_gone(used: Clerk, home: Path) -> None:
    name, _ = used.dossier.files_beside(SURVEY, Address("", ADDRESS))
    copy = used.dossier.attached_copy(name)
    assert copy.read_bytes() in FILES
    used.office.removing.remove(used.dossier.dossier_id)
    assert not copy.exists()


def test_everything_else_stays_as_it_was(used: Clerk, others: str, home: Path) -> None:
    office = used.office
    before = read_rows(office.database, others)
    office.removing.remove(used.dossier.dossier_id)
    assert read_rows(office.database, others) == before
    assert [stored.identity.dossier_id for stored in office.filling.dossiers()] == [others]
    assert any("media" in path for path in holding(home, FILES[1])), "the other dossier needs this file"
    for backup in office.backups.databases():
        with Database.open(backup) as opened:
            assert read_rows(opened, others)
            assert not read_rows(opened, used.dossier.dossier_id)["dossier"]


def test_the_journal_says_that_it_was_removed_by_whom_and_the_rules_hold_again(used: Clerk, others: str) -> None:
    office = used.office
    office.removing.remove(used.dossier.dossier_id)
    last = office.store.journal.entries()[-1]
    assert (last.event, last.who, last.dossier_id) == ("dossier_removed", "Lan", "")
    assert AGENCY in last.facts["agency"]
    for table in ("change", "attachment", "journal"):
        with pytest.raises(BrokenRuleError):
            office.database.execute(f"DELETE FROM {table}")


def test_every_table_of_a_dossier_is_emptied(used: Clerk) -> None:
    database, dossier_id = used.office.database, used.dossier.dossier_id
    full = {name for name, rows in read_rows(database, dossier_id).items() if rows}
    assert full >= {"dossier", "revision", "instance", "answer", "remark", "change", "submission", "attachment"}
    used.office.removing.remove(dossier_id)
    assert {name for name, rows in read_rows(database, dossier_id).items() if rows} == set()
    assert database.query("PRAGMA foreign_key_check") == []
    assert {table.name for table in dossier_tables(database)} >= full


def test_the_agency_begins_anew_and_what_comes_after_is_kept(
    used: Clerk, open_lans_office: OpenOffice, signer: Signer
) -> None:
    office = used.office
    office.removing.remove(used.dossier.dossier_id)
    again = Clerk.begins(office, signer)
    again.answers(BOOKS, "7")
    assert again.sees(BOOKS) == "7"


def test_a_backup_that_cannot_be_read_is_named(used: Clerk, home: Path) -> None:
    broken = home / "backups" / "cbc-20300101-080000.sqlite3"
    broken.write_bytes(b"not a database" * 100)
    assert used.office.removing.remove(used.dossier.dossier_id) == (broken,)


def test_a_removed_profile_is_overwritten(open_lans_office: OpenOffice, home: Path) -> None:
    with open_lans_office() as office:
        desk = office.profiles
        blank = desk.blank(office.filling.begin(CAMPAIGN, AGENCY).stored.identity.agency)
        kept = desk.keep(replace(blank, signatories=(Signatory(NAME, signature_image=IMAGE),)))
    for trace in (NAME, IMAGE[200:264]):
        assert holding(home, trace) == {"cbc.sqlite3"}
    with open_lans_office() as office:
        office.profiles.remove(kept)
    for trace in (NAME, IMAGE[200:264]):
        assert holding(home, trace) == set()


def test_the_command_removes_nothing_before_it_is_told_so(cbc: Command, home: Path) -> None:
    cbc("new", CAMPAIGN, AGENCY)
    cbc("answer", AGENCY, SURVEY, ADDRESS, PHONE)
    told = cbc("remove", AGENCY)
    assert (told.code, "Chưa xóa gì" in told.out) == (0, True)
    assert "lần 1 (Bản đang nhập)" in told.out
    assert PHONE in cbc("show", AGENCY, SURVEY).out
    done = cbc("remove", AGENCY, "--for-good")
    assert (done.code, "Đã xóa hẳn" in done.out) == (0, True)
    assert holding(home, PHONE) == set()
    assert cbc("show", AGENCY, SURVEY).code == 1
