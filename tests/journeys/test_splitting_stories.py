"""Lan sends a part of the form to others as a workbook: what they find in it, and that it survives other programs."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import Clerk, refused
from command_line import Command
from entry_files import ROOMS_SHEET, SINGLE, EntryFile, sent_by
from invented_campaign import AGENCY, CAMPAIGN, PLAN, ROOMS, SURVEY
from openpyxl.worksheet.worksheet import Worksheet
from other_programs import said_by

from cbc_desktop.documents.excel.entry.layout import FIRST_ROW, HEADER_ROW, KEY_COLUMN, KEY_ROW
from cbc_desktop.documents.excel.entry.returned import ReturnedBook, read_returned
from cbc_desktop.filling.splitting import NOTHING_TO_SEND

SECTION = "/data/s1"


def checks_of(sheet: Worksheet, cell: str) -> list[tuple[str, str]]:
    """The kind of check and the list or first limit of a cell."""
    return [(one.type, one.formula1) for one in sheet.data_validations.dataValidation if cell in one.sqref]


def test_a_section_goes_out_with_its_questions_and_its_tables_in_words_that_people_read(lan: Clerk) -> None:
    lan.fills_in(SURVEY)
    file = EntryFile(sent_by(lan, SECTION))
    assert file.shows(SINGLE)[:4] == [
        ["Câu hỏi", "Trả lời", "Đơn vị", "Hướng dẫn"],
        ["Số đầu sách *", 52, "cuốn", None],
        ["Có phòng đọc không? *", "Có", None, None],
        ["Số chỗ ngồi *", 1200, None, None],
    ]
    assert file.shows(ROOMS_SHEET) == [["Tên phòng *", "Số máy"], ["Phòng thiếu nhi", 12], ["Phòng ngoại văn", 30]]


def test_the_spreadsheet_checks_what_is_typed_also_in_rows_that_are_not_there_yet(lan: Clerk) -> None:
    lan.fills_in(SURVEY)
    file = EntryFile(sent_by(lan, SECTION))
    rooms, single = file.sheet(ROOMS_SHEET), file.sheet(SINGLE)
    assert [kind for kind, _ in checks_of(rooms, f"C{FIRST_ROW + 100}")] == ["whole"]
    ((kind, where),) = checks_of(single, f"C{file.row('Có phòng đọc không? *', SINGLE)}")
    assert kind == "list"
    name, _, cells = where.replace("'", "").partition("!")
    assert [row[0].value for row in file.book[name][cells.replace("$", "")]] == ["Có", "Không"]
    assert file.book[name].sheet_state == "hidden"


def test_headings_are_locked_and_everything_that_people_need_is_free(lan: Clerk) -> None:
    lan.fills_in(SURVEY)
    sheet = EntryFile(sent_by(lan, ROOMS)).sheet()
    assert sheet.protection.sheet
    assert sheet.cell(HEADER_ROW, 2).protection.locked
    assert not any(cell.protection.locked for row in sheet.iter_rows(min_row=FIRST_ROW) for cell in row)
    assert not sheet.protection.sort
    assert sheet.row_dimensions[KEY_ROW].hidden
    assert sheet.column_dimensions["A"].hidden


def test_the_same_answers_give_the_same_workbook_and_what_is_read_back_is_what_went_out(lan: Clerk) -> None:
    lan.fills_in(SURVEY)
    content = sent_by(lan, SECTION)
    assert sent_by(lan, SECTION) == content
    book = read_returned(content, "phong.xlsx")
    assert rooms_in(book) == [("Phòng thiếu nhi", "12"), ("Phòng ngoại văn", "30")]
    assert book.slip.ticket.dossier_id == lan.dossier.dossier_id
    assert book.slip.ticket.form_digest == lan.dossier.form(SURVEY).session.definition.digest
    assert all(book.slip.sent[address].text in (cell.text, "1.250,5") for address, cell in book.answers.items())


def test_rows_keep_their_names_when_people_sort_and_add_columns_and_rename_sheets(lan: Clerk) -> None:
    lan.fills_in(SURVEY)
    file = EntryFile(sent_by(lan, ROOMS))
    sheet = file.sheet()
    first, second = ([cell.value for cell in sheet[FIRST_ROW + row]] for row in range(2))
    for column, (one, other) in enumerate(zip(first, second, strict=True), 1):
        sheet.cell(FIRST_ROW, column).value, sheet.cell(FIRST_ROW + 1, column).value = other, one
    sheet.insert_cols(3)
    sheet.cell(HEADER_ROW, 3).value = "Ghi chú riêng"
    sheet.cell(FIRST_ROW, 3).value = "hỏi lại"
    sheet.title = "Bảng của tôi"
    book = read_returned(file.saved(), "phong.xlsx")
    assert rooms_in(book) == [("Phòng ngoại văn", "30"), ("Phòng thiếu nhi", "12")]
    assert [row.id for row in book.tables[0].rows] == [second[KEY_COLUMN - 1], first[KEY_COLUMN - 1]]
    assert [str(place) for place in book.tables[0].unknown] == [f"Bảng của tôi!C{HEADER_ROW}"]


@pytest.mark.slow
def test_a_workbook_that_libreoffice_saved_is_read_like_our_own(lan: Clerk, tmp_path: Path) -> None:
    lan.fills_in(SURVEY)
    sent, back = tmp_path / "phong.xlsx", tmp_path / "back"
    sent.write_bytes(sent_by(lan, SECTION))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    said_by("soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", back, sent, language="vi_VN.UTF-8")
    ours = read_returned(sent.read_bytes(), "phong.xlsx")
    theirs = read_returned((back / "phong.xlsx").read_bytes(), "phong.xlsx")
    assert theirs.slip == ours.slip
    assert rooms_in(theirs) == rooms_in(ours)
    assert {at: cell.text for at, cell in theirs.answers.items()} == {at: one.text for at, one in ours.answers.items()}


def test_where_nothing_is_asked_nothing_goes_out(lan: Clerk) -> None:
    with refused(NOTHING_TO_SEND.vi):
        sent_by(lan, "/data/s0")


def test_workbooks_of_others_and_broken_ones_are_told(lan: Clerk) -> None:
    file = EntryFile(sent_by(lan, ROOMS))
    file.book["cbc"]["C2"].value = "another dossier"
    with refused("Phần ẩn của tệp “phong.xlsx”"):
        read_returned(file.saved(), "phong.xlsx")
    file.book["cbc"]["B1"].value = "2"
    with refused("phiên bản mới hơn"):
        read_returned(file.saved(), "phong.xlsx")
    del file.book["cbc"]
    with refused("không phải là tệp nhập liệu"):
        read_returned(file.saved(), "phong.xlsx")


def test_the_command_writes_the_workbook(cbc: Command, tmp_path: Path) -> None:
    cbc("new", CAMPAIGN, AGENCY)
    file = tmp_path / "giao.xlsx"
    assert cbc("split", AGENCY, PLAN, "/data/g_giao", "--out", file).code == 0
    assert EntryFile(file.read_bytes()).sheet("Phan cong").max_row > FIRST_ROW


def rooms_in(book: ReturnedBook) -> list[tuple[str, ...]]:
    (table,) = book.tables
    return [tuple(row.cells[f"{ROOMS}/{name}"].text for name in ("ten", "so_may")) for row in table.rows]
