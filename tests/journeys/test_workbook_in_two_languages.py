"""The workbook for whoever reads English: the same answers under English words, and the same sheets for programs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from clerk import Clerk, OpenOffice, refused
from command_line import Command
from invented_campaign import AGENCY
from openpyxl import load_workbook

from cbc_desktop.documents.excel.data_reading import read_data_sheets
from cbc_desktop.signing.signer import Signer


@pytest.fixture
def finalised(lan: Clerk) -> Clerk:
    lan.fills_in()
    lan.finalises()
    return lan


def workbook_in(language: str, lan: Clerk, folder: Path) -> Path:
    desk = lan.office.exporting
    content = desk.workbook(desk.plan(lan.dossier.dossier_id, folder), language)
    path = folder / f"{language}.xlsx"
    path.write_bytes(content)
    return path


def texts_of(sheet: Any) -> list[Any]:
    return [value for row in sheet.iter_rows(values_only=True) for value in row if value is not None]


def test_sheets_headings_and_questions_are_in_english(finalised: Clerk, tmp_path: Path) -> None:
    book = load_workbook(workbook_in("en", finalised, tmp_path))
    assert book.sheetnames[:3] == ["Guide", "I Answers", "I Computer rooms"]
    guide = texts_of(book["Guide"])
    assert {"Inventory of libraries 2030", "Library of Mẫu", "Reporting agency", "Finalised"} <= set(guide)
    answers = texts_of(book["I Answers"])
    assert {"Titles", "titles", "Is there a reading room?", "The library"} <= set(answers)
    assert any(text.startswith("Explanation: ") for text in answers if isinstance(text, str))
    rooms = texts_of(book["I Computer rooms"])
    assert {"Computer rooms", "Name of the room", "Computers", "Total"} <= set(rooms)


def test_what_was_answered_is_the_same_in_both_and_so_are_the_sheets_for_programs(
    finalised: Clerk, tmp_path: Path
) -> None:
    english, vietnamese = (workbook_in(language, finalised, tmp_path) for language in ("en", "vi"))
    read, also = (read_data_sheets(path.read_bytes(), path.name) for path in (english, vietnamese))
    assert read == also
    rooms = load_workbook(english)["I Computer rooms"], load_workbook(vietnamese)["I Cac phong may"]
    assert [[cell.value for cell in row] for row in rooms[0]["A5:B6"]] == [
        [cell.value for cell in row] for row in rooms[1]["A5:B6"]
    ]


def test_the_workbook_of_an_export_is_the_vietnamese_one(finalised: Clerk, tmp_path: Path) -> None:
    exported = load_workbook(finalised.exports(tmp_path).workbook)
    assert exported.sheetnames == load_workbook(workbook_in("vi", finalised, tmp_path)).sheetnames


def test_looking_at_the_english_workbook_changes_nothing_of_the_dossier(finalised: Clerk, tmp_path: Path) -> None:
    before = finalised.exports(tmp_path / "1").workbook.read_bytes()
    workbook_in("en", finalised, tmp_path)
    assert finalised.exports(tmp_path / "2").workbook.read_bytes() == before


def test_a_draft_has_no_workbook_yet(lan: Clerk, tmp_path: Path) -> None:
    with refused("chưa chốt số liệu"):
        workbook_in("en", lan, tmp_path)


def test_the_command_line_writes_it(open_lans_office: OpenOffice, signer: Signer, cbc: Command, tmp_path: Path) -> None:
    with open_lans_office() as office:
        lan = Clerk.begins(office, signer)
        lan.fills_in()
        lan.finalises()
    path = tmp_path / "so.xlsx"
    said = cbc("workbook", AGENCY, "--out", path, "--language", "en")
    assert (said.code, said.out) == (0, f"Đã ghi {path}\n")
    assert load_workbook(path).sheetnames[0] == "Guide"
