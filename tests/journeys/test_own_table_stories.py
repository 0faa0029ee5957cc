"""Lan has the figures in a table of her own: its columns are matched, the rest is said, and one step takes it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from clerk import Clerk
from command_line import Command
from invented_campaign import AGENCY, CAMPAIGN, ROOMS, SURVEY
from openpyxl import Workbook

from cbc_desktop.documents.excel.reading import SheetTexts, read_tables
from cbc_desktop.documents.excel.table_matching import Matching, likeness
from cbc_desktop.filling.old_tables import converted
from cbc_desktop.filling.own_table import OwnTable
from cbc_desktop.filling.pasting import paste
from cbc_desktop.filling.references import table

NAME, MACHINES = f"{ROOMS}/ten", f"{ROOMS}/so_may"
OFFICIAL = (
    ("UBND TỈNH MẪU", None, None, None),
    (None, "BÁO CÁO PHÒNG MÁY NĂM 2030", None, None),
    ("TT", "Tên của phòng (*)", "Trang bị", "Trang bị"),
    (None, None, "Số máy (bộ)", "Ghi chú"),
    ("(1)", "(2)", "(3)", "(4)"),
    (1, "Phòng thiếu nhi", 12, None),
    (2, "Phòng ngoại văn", "1.250", "mới"),
    (None, "Tổng cộng", 1262, None),
)


def workbook(*sheets: tuple[str, tuple[tuple[Any, ...], ...]]) -> bytes:
    book, written = Workbook(), BytesIO()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(written)
    return written.getvalue()


def read(*rows: tuple[Any, ...]) -> SheetTexts:
    return read_tables(workbook(("Bảng", rows)), "bang.xlsx")[0]


def own_table(lan: Clerk) -> OwnTable:
    session = lan.dossier.form(SURVEY).session
    return OwnTable(session, table(session, ROOMS))


def test_an_official_table_is_understood_headings_numbers_of_columns_sums_and_all(lan: Clerk) -> None:
    own, sheet = own_table(lan), read(*OFFICIAL)
    matching = own.guess(sheet)
    assert (matching.first, matching.behind) == (2, 4)
    assert matching.columns == {NAME: 1, MACHINES: 2}
    plan = own.plan(sheet, matching)
    assert [(one.code, one.where) for one in plan.findings] == [
        ("row-left-out", "Bảng!5"),
        ("row-left-out", "Bảng!8"),
    ]
    paste(lan.dossier, SURVEY, plan.paste)
    assert lan.sees_column(ROOMS, "ten") == ["Phòng thiếu nhi", "Phòng ngoại văn"]
    assert lan.sees_column(ROOMS, "so_may") == ["12", "1250"]
    lan.dossier.undo()
    assert lan.sees_column(ROOMS, "ten") == []


def test_rows_come_behind_those_that_are_there_and_empty_ones_are_used(lan: Clerk) -> None:
    lan.fills_in(SURVEY)
    lan.adds_row(ROOMS)
    own, sheet = own_table(lan), read(("Tên phòng", "Số máy"), ("Phòng báo", 3), ("Phòng tranh", 4))
    paste(lan.dossier, SURVEY, own.plan(sheet, own.guess(sheet)).paste)
    assert lan.sees_column(ROOMS, "ten") == ["Phòng thiếu nhi", "Phòng ngoại văn", "Phòng báo", "Phòng tranh"]


def test_lan_matches_the_columns_herself_where_the_guess_is_wrong(lan: Clerk) -> None:
    own, sheet = own_table(lan), read(("A", "B", "C"), ("x", "Phòng báo", 3))
    assert own.guess(sheet).columns == {}
    plan = own.plan(sheet, Matching(0, 1, {NAME: 1, MACHINES: 2}))
    assert [texts for _, texts in plan.rows] == [{NAME: "Phòng báo", MACHINES: "3"}]


def test_what_cannot_be_read_is_told_cell_by_cell_and_taken_as_it_is(lan: Clerk) -> None:
    own, sheet = own_table(lan), read(("Tên phòng", "Số máy"), ("Phòng báo", "vài chiếc"))
    plan = own.plan(sheet, own.guess(sheet))
    assert [(one.code, one.where) for one in plan.findings] == [("not-readable", "Bảng!B2")]
    paste(lan.dossier, SURVEY, plan.paste)
    assert lan.sees_column(ROOMS, "so_may") == ["vài chiếc"]


def test_the_sheet_whose_headings_fit_is_found_among_others(lan: Clerk) -> None:
    sheets = read_tables(workbook(("Bìa", (("Báo cáo",),)), ("Số liệu", OFFICIAL)), "bang.xlsx")
    assert own_table(lan).likeliest(sheets) == 1


def test_a_table_in_the_letters_of_old_fonts_is_converted_before_it_is_matched(lan: Clerk) -> None:
    sheet = read(("Tªn phßng", "Sè m¸y"), ("Phßng thiÕu nhi", 12), ("Phßng ngo¹i v¨n", 30))
    own, unicode = own_table(lan), converted(sheet)
    assert {encoding.value for encoding in unicode.encodings.values()} == {"TCVN3"}
    assert own.guess(unicode.sheet).columns == {NAME: 0, MACHINES: 1}
    assert unicode.sheet.rows[1] == ("Phòng thiếu nhi", "12")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Họ và tên (*)", "Họ, tên"),
        ("SỐ LƯỢNG NGƯỜI (người)", "Số lượng người"),
        ("Đơn vị", "Tên đơn vị"),
        ("Ngày ban hành", "ngay ban hanh"),
    ],
)
def test_headings_that_mean_the_same_are_alike(one: str, other: str) -> None:
    assert likeness(one, other) >= 0.5
    assert likeness(other, one) == likeness(one, other)
    assert likeness(one, "Kinh phí thực hiện") < 0.5


def test_a_heading_that_was_made_to_keep_the_reader_busy_takes_no_longer_than_another() -> None:
    started = process_time()
    assert likeness("(" * 200_000, "Họ và tên") == 0
    assert process_time() - started < 1


def test_the_command_shows_the_matching_and_takes_it_corrected(cbc: Command, tmp_path: Path) -> None:
    cbc("new", CAMPAIGN, AGENCY)
    file = tmp_path / "bang.csv"
    file.write_text("STT;Phòng máy;Số máy\n1;Phòng báo;3\n", encoding="utf-8")
    seen = cbc("take-table", AGENCY, SURVEY, ROOMS, file)
    assert "so_may = C  Số máy" in seen.out
    assert cbc("take-table", AGENCY, SURVEY, ROOMS, file, "--column", "ten=B", "--take").code == 0
    assert "Phòng báo" in cbc("show", AGENCY, SURVEY, ROOMS).out
    refused = cbc("take-table", AGENCY, SURVEY, ROOMS, file, "--column", "dien_tich=B")
    assert (refused.code, "ten, so_may" in refused.err) == (1, True)
    assert "bang.csv" in cbc("take-table", AGENCY, SURVEY, ROOMS, file, "--sheet", "x").err
