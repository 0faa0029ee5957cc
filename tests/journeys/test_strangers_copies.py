"""Copies that no program of ours has written are refused in words, whatever is wrong in them; nothing is changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from clerk import Clerk, refused
from invented_campaign import BOOKS, FILES, ROOMS

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.store.copy_file import STEPS, seal_of
from cbc_desktop.store.dossier_rows import read_rows
from cbc_desktop.store.in_memory import strangers_database

_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"

_NO_PDF = Digest.of(b"\0")
_SLIP = "INSERT INTO return_slip (revision, digest, content, who, at)"


@pytest.fixture
def copy(lan: Clerk, tmp_path: Path) -> Path:
    """Of a dossier with a finalised revision, an attached file and a draft that goes on."""
    document = tmp_path / "Quyết định.pdf"
    document.write_bytes(b"%PDF-1.7 quyet dinh\n%%EOF")
    lan.fills_in()
    lan.adds_row(FILES)
    lan.attaches(f"{FILES}[1]/noi_dung", document)
    lan.finalises()
    lan.dossier.reopen()
    lan.answers(BOOKS, "120")
    return lan.office.carrying.copy_out(lan.dossier.dossier_id, tmp_path / "usb").path


def change(copy: Path, sql: str) -> None:
    """As a stranger would: around the triggers, which stand there again afterwards, and under a seal that fits."""
    with closing(sqlite3.connect(copy)) as connection, connection:
        triggers = connection.execute(_TRIGGERS).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        assert connection.execute(sql).rowcount > 0
        for _, again in triggers:
            connection.execute(again)
    with suppress(BugError, UserFacingError), strangers_database(copy.read_bytes(), copy, STEPS) as changed:
        seal = seal_of(changed)  # what cannot even be read has none
        with closing(sqlite3.connect(copy)) as connection, connection:
            connection.execute("UPDATE carried_seal SET digest = ?", (seal,))


def test_an_answer_that_was_damaged_on_the_way_is_never_taken_for_a_newer_one(lan: Clerk, copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        assert connection.execute("UPDATE answer SET lexical = '130' WHERE lexical = '120'").rowcount == 1
    with refused("không phải là bản chép của một hồ sơ, hoặc đã bị hỏng"):
        lan.office.carrying.look_at(copy)


def test_the_copy_itself_is_sound(lan: Clerk, copy: Path) -> None:
    assert lan.office.carrying.look_at(copy).nothing_to_take


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE dossier SET agency = 'no key'",
        "UPDATE dossier SET trial = 1",
        "UPDATE dossier SET created_at = 'yesterday'",
        "UPDATE dossier SET created_at = '2030-02-10T08:30:00'",
        "UPDATE dossier SET agency_name = 'Thư viện' || char(0)",
        "UPDATE revision SET state = 'lost'",
        "UPDATE revision SET state = 'draft' WHERE number = 1",
        "UPDATE revision SET state = 'finalised' WHERE number = 2",
        "UPDATE revision SET number = 3 WHERE number = 2",
        "UPDATE revision SET replaces = NULL",
        "UPDATE revision SET finalised_at = '2030-02-10' WHERE number = 1",
        "UPDATE revision SET issue_date = 'soon'",
        "DELETE FROM instance WHERE form_id LIKE 'ke-hoach%'",
        "UPDATE answer SET path = '/data/unknown' WHERE path = '/data/s1/so_sach'",
        "UPDATE answer SET lexical = 'a' || char(1)",
        "UPDATE answer SET lexical = CAST(x'ff41' AS TEXT)",
        "UPDATE row SET path = '/data/s1' WHERE path LIKE '%/tep'",
        "UPDATE row SET parent = 'nobody' WHERE path LIKE '%/tep'",
        "UPDATE remark SET kind = 'rumour'",
        "UPDATE change SET kind = 'guess'",
        "UPDATE change SET at = '2030-02-10T08:30:00'",
        "UPDATE change SET after = '[]' WHERE kind = 'row added'",
        "UPDATE change SET after = '[1]' WHERE kind = 'remark'",
        "UPDATE transition SET action = 'dance'",
        "UPDATE attachment SET name = '../../start.pdf'",
        "UPDATE attachment SET name = 'tep.exe', original_name = 'tep.exe'",
        "UPDATE attachment SET size = 3",
        "UPDATE attachment SET digest = 'none'",
        "UPDATE submission SET content = x'3c612f3e'",
        "UPDATE submission SET digest = 'none'",
        "UPDATE submitted_remark SET text = 'Khác'",
        "UPDATE submitted_attachment SET name = '../../start.pdf'",
        "UPDATE journal SET facts = 'none'",
        "UPDATE journal SET facts = '255'",
        "UPDATE journal SET at = ''",
        f"{_SLIP} VALUES (1, 'none', x'7b7d', '', '')",
        f"{_SLIP} VALUES (1, '{Digest.of(b'{}')}', x'7b7d', '', '')",
    ],
)
def test_what_our_program_would_not_have_written_is_no_copy(lan: Clerk, copy: Path, sql: str) -> None:
    before = read_rows(lan.office.database, lan.dossier.dossier_id)
    change(copy, sql)
    with refused("không phải là bản chép"):
        lan.office.carrying.look_at(copy)
    assert read_rows(lan.office.database, lan.dossier.dossier_id) == before


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE issued SET step = 'nonsense'",
        "UPDATE issued SET at = 'soon'",
        "UPDATE issued SET at = '2030-02-10T08:30:00'",
        "UPDATE issued SET digest = 'none'",
        "UPDATE issued SET content = x'00'",
        f"UPDATE issued SET content = x'00', digest = '{_NO_PDF}'",
        "UPDATE issued SET document = 'none'",
        "UPDATE issued SET name = '../../start.pdf'",
        "UPDATE journal SET facts = '{}' WHERE event = 'exported'",
        "UPDATE journal SET facts = '{\"folder\": 1}' WHERE event = 'copied_out' OR event = 'exported'",
    ],
)
def test_a_document_on_its_way_out_that_is_none_of_ours_is_not_taken(lan: Clerk, tmp_path: Path, sql: str) -> None:
    """Whoever numbers and seals it relies on it."""
    lan.fills_in()
    lan.finalises()
    lan.exports(tmp_path / "ra")
    copy = lan.office.carrying.copy_out(lan.dossier.dossier_id, tmp_path / "usb").path
    assert lan.office.carrying.look_at(copy).nothing_to_take
    change(copy, sql)
    with refused("không phải là bản chép"):
        lan.office.carrying.look_at(copy)


def test_rows_that_break_a_rule_only_here_are_refused_when_they_are_taken(lan: Clerk, tmp_path: Path) -> None:
    """The ODK instanceIDs are those of another dossier of this computer."""
    copy = lan.office.carrying.copy_out(lan.dossier.dossier_id, tmp_path / "usb").path
    change(copy, "UPDATE dossier SET dossier_id = '7c1f3c52-4c59-4a3e-8f0e-0d5c7a9b2e11', agency = 'TVT@'")
    looked_at = lan.office.carrying.look_at(copy)
    with refused("không phải là bản chép"):
        lan.office.carrying.take(looked_at)
    assert len(lan.office.filling.dossiers()) == 1


def test_a_copy_of_a_dossier_is_not_taken_for_another(lan: Clerk, copy: Path) -> None:
    change(copy, "UPDATE dossier SET agency = 'TVT@'")
    with refused("không phải là bản chép"):
        lan.office.carrying.look_at(copy)
    assert lan.sees_column(ROOMS, "ten") == ["Phòng thiếu nhi", "Phòng ngoại văn"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"CREATE TABLE revision", b"CREATE TAB\xceE revision"),
        (b"CREATE TABLE answer", b"CREATE TABLE \xe1nswer"),
        (b"-4", b"\xff4"),
        (b"content BLOB NOT NULL", b"content BLOB NOT N\x85LL"),
    ],
)
def test_a_copy_whose_bytes_were_damaged_on_the_way_is_refused(
    lan: Clerk, copy: Path, before: bytes, after: bytes
) -> None:
    content = copy.read_bytes()
    assert before in content
    copy.write_bytes(content.replace(before, after))
    with refused("không phải là bản chép"):
        lan.office.carrying.look_at(copy)


@pytest.mark.parametrize("column", ["digest", "content"])
def test_a_copy_whose_files_cannot_be_read_is_refused(lan: Clerk, copy: Path, column: str) -> None:
    change(copy, f"UPDATE carried_file SET {column} = CAST(x'ff41' AS {'TEXT' if column == 'digest' else 'BLOB'})")
    with refused("không phải là bản chép"):
        lan.office.carrying.look_at(copy)


def test_a_copy_whose_dossier_has_no_readable_name_is_refused(lan: Clerk, copy: Path) -> None:
    change(copy, "UPDATE dossier SET dossier_id = CAST(x'ff41' AS TEXT)")
    with refused("không phải là bản chép"):
        lan.office.carrying.look_at(copy)
