"""What the receiving office wrote itself is passed over; what only looks like it is kept."""

from __future__ import annotations

import sqlite3
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from cbc_desktop.receiving.reception.own_files import is_own, is_own_draft

HEADS = b"From: a@example.vn\nMessage-ID: <1@%s>\nIn-Reply-To: <2@%s>\n\nxin chao"


@pytest.mark.parametrize(
    ("mail", "own"),
    [
        (HEADS % (b"cbc-desktop.invalid", b"example.vn"), True),
        (HEADS % (b"example.vn", b"cbc-desktop.invalid"), False),
        (b"Subject: x\n\nMessage-IDs end with @cbc-desktop.invalid>", False),
    ],
)
def test_an_answer_to_a_draft_is_not_the_draft(mail: bytes, own: bool) -> None:
    assert is_own_draft(mail) is own


def workbook(identifier: str) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        archive.writestr("docProps/core.xml", f'<dc:identifier xmlns:dc="x">{identifier}</dc:identifier>')
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "own"),
    [
        ("Consolidated.xlsx", workbook("0f" * 32), True),
        ("consolidated.xlsx", workbook("Budget 2022"), False),
        ("Consolidated budget of the province.xlsx", workbook("0f" * 32), False),
        ("consolidated.xlsx", b"PK\x03\x04 torn", False),
        ("consolidated.sqlite", b"SQLite format 3\x00", False),
        ("consolidated.pdf", b"%PDF-1.7 <xmp:CreatorTool>cbc-desktop</xmp:CreatorTool>", True),
        ("consolidated.pdf", b"%PDF-1.7 <xmp:CreatorTool>cbc-desktop</xmp:CreatorTool> /ByteRange", False),
        ("consolidated.docx", b"PK", False),
    ],
)
def test_a_file_is_known_by_what_it_holds_and_not_by_its_name_alone(name: str, content: bytes, own: bool) -> None:
    assert is_own(name, content) is own


def test_another_database_of_that_name_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "consolidated.sqlite"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE answer_table (name TEXT)")
    assert not is_own(path.name, path.read_bytes())
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE finding (rule TEXT)")
    assert is_own(path.name, path.read_bytes())
