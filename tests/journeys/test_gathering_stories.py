"""Workbooks that Lan sent out come back from several hands: what is taken, what she decides, what she is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from clerk import Clerk
from command_line import Command
from entry_files import NAME, SINGLE, EntryFile, sent_by
from invented_campaign import ADDRESS, AGENCY, BOOKS, BUDGET, CAMPAIGN, OTHER_AGENCY, READING_ROOM, ROOMS, SURVEY

from cbc_desktop.documents.excel.entry.layout import FIRST_ROW, HEADER_ROW, TABLE
from cbc_desktop.filling.gathered import Gathering
from cbc_desktop.filling.gathering import gather, read_files
from cbc_desktop.filling.taking_in import take_in

SECTION = "/data/s1"
MACHINES = "Số máy"
OTHER_ADDRESS = "Số 9 đường Khác"


class Desk:
    """Files on Lan's desk; ``gathers`` is what she sees when she has them read."""

    def __init__(self, lan: Clerk, folder: Path) -> None:
        self.lan, self.folder = lan, folder

    def receives(self, **files: EntryFile) -> list[Path]:
        paths = [self.folder / f"{name}.xlsx" for name in files]
        for path, file in zip(paths, files.values(), strict=True):
            path.write_bytes(file.saved())
        return paths

    def gathers(self, **files: EntryFile) -> Gathering:
        return gather(self.lan.dossier, SURVEY, read_files(self.receives(**files), lambda _: None))

    def takes(self, gathering: Gathering, *, theirs: bool = False, delete: bool = False) -> None:
        decided = {one.address: one.versions[1].lexical for one in gathering.conflicts if theirs}
        take_in(self.lan.dossier, gathering, decided, [one.row for one in gathering.leaving if delete])


@pytest.fixture
def desk(lan: Clerk, tmp_path: Path) -> Desk:
    lan.fills_in(SURVEY)
    return Desk(lan, tmp_path)


@pytest.fixture
def file(desk: Desk) -> EntryFile:
    return EntryFile(sent_by(desk.lan, SECTION))


def codes(gathering: Gathering) -> list[str]:
    return [finding.code for finding in gathering.findings]


def test_a_workbook_that_nobody_touched_brings_nothing(desk: Desk, file: EntryFile) -> None:
    assert desk.gathers(so_a=file).is_empty


def test_what_others_filled_in_is_taken_as_one_step_that_can_be_undone(desk: Desk, file: EntryFile) -> None:
    file.answers("Số đầu sách *", 75)
    file.answers("Có phòng đọc không? *", "Không")
    file.writes("Phòng thiếu nhi", MACHINES, 14)
    file.adds("Phòng tự học", "1.250")
    desk.takes(desk.gathers(so_a=file))
    lan = desk.lan
    assert (lan.sees(BOOKS), lan.sees(READING_ROOM)) == ("75", "KHONG")
    assert lan.sees_column(ROOMS, "ten") == ["Phòng thiếu nhi", "Phòng ngoại văn", "Phòng tự học"]
    assert lan.sees_column(ROOMS, "so_may") == ["14", "30", "1250"]
    lan.dossier.undo()
    assert (lan.sees(BOOKS), lan.sees(READING_ROOM)) == ("52", "CO")
    assert lan.sees_column(ROOMS, "so_may") == ["12", "30"]


def test_what_was_changed_here_meanwhile_stays_where_the_workbook_says_nothing_new(desk: Desk, file: EntryFile) -> None:
    desk.lan.answers(BOOKS, "60")
    file.answers("Địa chỉ thư viện", OTHER_ADDRESS)
    gathering = desk.gathers(so_a=file)
    assert not gathering.conflicts
    desk.takes(gathering)
    assert (desk.lan.sees(BOOKS), desk.lan.sees(ADDRESS)) == ("60", OTHER_ADDRESS)


def test_where_both_changed_the_same_answer_lan_decides_and_what_she_does_not_decide_stays(
    desk: Desk, file: EntryFile
) -> None:
    desk.lan.answers(BOOKS, "60")
    file.answers("Số đầu sách *", 75)
    gathering = desk.gathers(so_a=file)
    (conflict,) = gathering.conflicts
    assert conflict.where.vi == "Số đầu sách"
    assert [(one.text, one.files) for one in conflict.versions] == [("60", ()), ("75", ("so_a.xlsx",))]
    desk.takes(gathering)
    assert desk.lan.sees(BOOKS) == "60"
    desk.takes(gathering, theirs=True)
    assert desk.lan.sees(BOOKS) == "75"


def test_several_files_that_agree_are_one_answer_and_those_that_differ_a_question(desk: Desk, file: EntryFile) -> None:
    other = EntryFile(file.saved())
    for one, address in ((file, "Số 9 đường Khác"), (other, "Số 10 đường Khác")):
        one.answers("Địa chỉ thư viện", address)
        one.answers("Kinh phí năm", 1300)
    gathering = desk.gathers(so_a=file, so_b=other)
    assert list(gathering.answers.values()) == ["1300"]
    (conflict,) = gathering.conflicts
    assert [one.files for one in conflict.versions] == [(), ("so_a.xlsx",), ("so_b.xlsx",)]


def test_the_same_figure_written_otherwise_is_no_change(desk: Desk, file: EntryFile) -> None:
    file.answers("Kinh phí năm", "1.250,50 triệu đồng")
    file.writes("Phòng thiếu nhi", MACHINES, "12 ")
    assert desk.gathers(so_a=file).is_empty
    desk.lan.answers(BUDGET, "1400")
    file.answers("Kinh phí năm", "1.400")
    assert desk.gathers(so_a=file).is_empty


def test_a_row_that_is_missing_in_a_file_goes_only_when_lan_says_so(desk: Desk, file: EntryFile) -> None:
    file.sheet().delete_rows(file.row("Phòng thiếu nhi"))
    gathering = desk.gathers(so_a=file)
    assert [one.where.vi for one in gathering.leaving] == ["Các phòng máy, dòng 1 (Phòng thiếu nhi)"]
    desk.takes(gathering)
    assert desk.lan.sees_column(ROOMS, "ten") == ["Phòng thiếu nhi", "Phòng ngoại văn"]
    desk.takes(gathering, delete=True)
    assert desk.lan.sees_column(ROOMS, "ten") == ["Phòng ngoại văn"]


def test_a_row_that_was_only_emptied_counts_as_missing(desk: Desk, file: EntryFile) -> None:
    row = file.row("Phòng thiếu nhi")
    for column in (NAME, MACHINES):
        file.sheet().cell(row, file.column(column)).value = None
    gathering = desk.gathers(so_a=file)
    assert len(gathering.leaving) == 1
    assert not gathering.answers


def test_rows_that_were_sorted_without_their_hidden_names_are_matched_by_their_contents(
    desk: Desk, file: EntryFile
) -> None:
    sheet, first, second = file.sheet(), FIRST_ROW, FIRST_ROW + 1
    for column in (file.column(NAME), file.column(MACHINES)):
        one, other = sheet.cell(first, column), sheet.cell(second, column)
        one.value, other.value = other.value, one.value
    assert desk.gathers(so_a=file).is_empty
    file.writes("Phòng thiếu nhi", MACHINES, 99)
    gathering = desk.gathers(so_a=file)
    assert codes(gathering) == ["rows-realigned"]
    desk.takes(gathering)
    assert desk.lan.sees_column(ROOMS, "so_may") == ["99", "30"]


def test_a_row_copied_with_its_hidden_name_is_a_new_one_and_the_same_file_read_twice_adds_nothing(
    desk: Desk, file: EntryFile
) -> None:
    sheet, source = file.sheet(), file.row("Phòng thiếu nhi")
    for column, value in ((1, sheet.cell(source, 1).value), (2, "Phòng báo"), (3, 4)):
        sheet.cell(FIRST_ROW + 2, column).value = value
    desk.takes(desk.gathers(so_a=file))
    assert desk.lan.sees_column(ROOMS, "ten")[2:] == ["Phòng báo"]
    again = desk.gathers(so_a=file)
    assert again.is_empty
    assert codes(again) == ["row-left-out"]


def test_a_new_row_that_two_files_bring_is_taken_once(desk: Desk, file: EntryFile) -> None:
    file.adds("Phòng báo", 4)
    file.adds("Phòng báo", 4)
    gathering = desk.gathers(so_a=file, so_a_ban_sao=file)
    assert codes(gathering) == ["row-left-out", "row-left-out"]
    desk.takes(gathering)
    assert desk.lan.sees_column(ROOMS, "ten")[2:] == ["Phòng báo", "Phòng báo"]


def test_an_answer_beside_a_copy_of_its_column_is_taken(desk: Desk, file: EntryFile) -> None:
    sheet, machines = file.sheet(), file.column(MACHINES)
    copy = sheet.max_column + 1
    for row in range(1, sheet.max_row + 1):
        sheet.cell(row, copy).value = sheet.cell(row, machines).value
    file.writes("Phòng thiếu nhi", MACHINES, 99)
    desk.takes(desk.gathers(so_a=file))
    assert "99" in desk.lan.sees_column(ROOMS, "so_may")


def test_findings_name_file_sheet_and_cell(desk: Desk, file: EntryFile) -> None:
    file.writes("Phòng thiếu nhi", MACHINES, "khoảng chục")
    file.adds("Tổng cộng", 42)
    file.sheet().cell(HEADER_ROW, 7).value = "Ghi chú riêng"
    gathering = desk.gathers(so_a=file)
    assert [(one.code, one.where) for one in gathering.findings] == [
        ("column-left-out", f"so_a.xlsx, Cac phong may!G{HEADER_ROW}"),
        ("not-readable", f"so_a.xlsx, Cac phong may!C{FIRST_ROW}"),
        ("row-left-out", f"so_a.xlsx, Cac phong may!{FIRST_ROW + 2}"),
    ]
    desk.takes(gathering)
    assert desk.lan.sees_column(ROOMS, "so_may") == ["khoảng chục", "30"]


def test_rows_that_were_deleted_here_and_filled_in_there_are_told(desk: Desk, file: EntryFile) -> None:
    file.writes("Phòng thiếu nhi", MACHINES, 15)
    desk.lan.deletes_row(f"{ROOMS}[1]")
    gathering = desk.gathers(so_a=file)
    assert gathering.is_empty
    assert codes(gathering) == ["row-gone"]


def test_files_that_do_not_belong_here_are_refused_and_the_others_are_taken(desk: Desk, file: EntryFile) -> None:
    stranger = EntryFile(file.saved())
    stranger.book.remove(stranger.book["cbc"])
    file.answers("Số đầu sách *", 75)
    gathering = desk.gathers(so_a=file, la=stranger)
    assert [(one.code, one.where) for one in gathering.findings] == [("file-refused", "la.xlsx")]
    assert len(gathering.answers) == 1
    desk.lan.dossier.stored = replace(
        desk.lan.dossier.stored, identity=replace(desk.lan.dossier.stored.identity, dossier_id="another")
    )
    refused = desk.gathers(so_a=file)
    assert refused.is_empty
    assert "hồ sơ khác (Thư viện tỉnh Mẫu" in refused.findings[0].message.vi


def test_words_mean_what_they_meant_when_they_went_out_whatever_language_the_window_is_in(
    desk: Desk, file: EntryFile
) -> None:
    session = desk.lan.dossier.form(SURVEY).session
    session.show_language("English (en)")
    file.answers("Có phòng đọc không? *", "Không")
    desk.lan.answers(BOOKS, "60")
    file.answers("Số đầu sách *", 75)
    gathering = desk.gathers(so_a=file)
    assert list(gathering.answers.values()) == ["KHONG"]
    assert gathering.conflicts[0].where.en == "Titles"
    assert session.language == "English (en)"
    assert EntryFile(sent_by(desk.lan, SECTION)).shows(SINGLE)[0][0] == "Câu hỏi"
    assert EntryFile(sent_by(desk.lan, SECTION)).shows(SINGLE)[2][:2] == ["Có phòng đọc không? *", "Có"]


def test_the_command_shows_what_comes_and_takes_it_when_asked(cbc: Command, tmp_path: Path) -> None:
    cbc("new", CAMPAIGN, AGENCY)
    sent, back = tmp_path / "giao.xlsx", tmp_path / "nhan.xlsx"
    assert cbc("split", AGENCY, SURVEY, SECTION, "--out", sent).code == 0
    file = EntryFile(sent.read_bytes())
    file.answers("Số đầu sách *", 75)
    back.write_bytes(file.saved())
    seen = cbc("gather", AGENCY, SURVEY, back)
    assert (seen.code, "1 câu trả lời mới" in seen.out) == (0, True)
    cbc("answer", AGENCY, SURVEY, BOOKS, "60")
    undecided = cbc("gather", AGENCY, SURVEY, back, "--take")
    assert undecided.code == 1
    assert f"? {BOOKS}  Số đầu sách" in undecided.out
    assert cbc("gather", AGENCY, SURVEY, back, "--take", "--theirs").code == 0
    assert "75" in cbc("show", AGENCY, SURVEY, BOOKS).out


def test_the_command_says_that_nothing_was_taken_when_no_file_could_be_used(cbc: Command, tmp_path: Path) -> None:
    for agency in (AGENCY, OTHER_AGENCY):
        cbc("new", CAMPAIGN, agency)
    elsewhere = tmp_path / "noi-khac.xlsx"
    cbc("split", OTHER_AGENCY, SURVEY, SECTION, "--out", elsewhere)
    for refused in (elsewhere, tmp_path / "khong-co.xlsx"):
        told = cbc("gather", AGENCY, SURVEY, refused, "--take")
        assert (told.code, "Đã nhận" in told.out) == (1, False)


def test_a_sheet_of_single_questions_without_its_key_is_left_alone(desk: Desk, file: EntryFile) -> None:
    file.answers("Số đầu sách *", 75)
    file.sheet(SINGLE).delete_cols(file.column("Trả lời", SINGLE))
    assert desk.gathers(so_a=file).is_empty


def test_what_is_no_longer_in_this_version_of_the_form_is_told_and_the_rest_is_taken(
    desk: Desk, file: EntryFile
) -> None:
    file.answers("Số đầu sách *", 75)
    file.answers("Địa chỉ thư viện", OTHER_ADDRESS)
    file.writes("Phòng thiếu nhi", MACHINES, 14)
    file.changes_hidden(BOOKS, f"{BOOKS}_cu")
    file.changes_hidden(ROOMS, f"{ROOMS}_cu")
    gathering = desk.gathers(so_a=file)
    assert codes(gathering) == ["row-gone", "table-gone"]
    assert list(gathering.answers.values()) == [OTHER_ADDRESS]


@pytest.mark.parametrize(("before", "after"), [("2030-02-01 ", "ngay "), ("made_by", "by"), ("form_digest", "made")])
def test_a_hidden_part_that_this_program_would_not_have_written_is_refused(
    desk: Desk, file: EntryFile, before: str, after: str
) -> None:
    file.changes_hidden(before, after)
    gathering = desk.gathers(so_a=file)
    assert gathering.is_empty
    assert codes(gathering) == ["file-refused"]


def test_a_table_whose_hidden_name_somebody_wrote_over_is_left_alone(desk: Desk, file: EntryFile) -> None:
    file.writes("Phòng thiếu nhi", MACHINES, 14)
    cell = next(cell for row in file.sheet().iter_rows() for cell in row if str(cell.value).startswith(TABLE))
    cell.value = TABLE
    assert desk.gathers(so_a=file).is_empty
