"""The workbook as its readers find it: what the cells hold, what stands where, and that the bytes repeat."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from printed_samples import dossier, large_dossier, small_dossier
from printed_values import answer, blank, choice, code, column, day, decimal, integer, table, text

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.documents.excel.fit import pages_beside, repeated_columns
from cbc_desktop.documents.excel.workbook import render_workbook
from cbc_desktop.documents.printed_form import (
    PrintedBlock,
    PrintedDossier,
    PrintedForm,
    PrintedTable,
    PrintedValue,
    ValueKind,
)

ANSWER_COLUMN = 3


def opened(printed: PrintedDossier) -> Any:
    return load_workbook(BytesIO(render_workbook(printed)))


def form(*blocks: PrintedBlock) -> PrintedDossier:
    return dossier(PrintedForm("mau", "", "Biểu mẫu thử", blocks))


def answered(value: PrintedValue) -> Any:
    """The cell in which the only answer of a form stands."""
    return opened(form(answer("q1", "Câu hỏi thử", value))).worksheets[1].cell(5, ANSWER_COLUMN)


def all_cells(printed: PrintedDossier) -> list[Any]:
    return [cell for sheet in opened(printed).worksheets for row in sheet.iter_rows() for cell in row]


def test_the_guide_says_whose_workbook_it_is_and_what_is_where() -> None:
    book = opened(large_dossier())
    guide = book.worksheets[0]
    facts = {row[1]: row[2] for row in guide.iter_rows(values_only=True) if row[1] and row[2]}
    assert guide.title == "Huong dan"
    assert facts["Cơ quan báo cáo"] == "Ủy ban nhân dân tỉnh Cao Bằng"
    assert facts["Trả lời văn bản số"] == "837/BTTTT-CBC"
    assert facts["Lần lập"] == "1"
    assert facts["Thời điểm hoàn tất (giờ Việt Nam)"] == "25/03/2022 15:04:05"
    assert facts["Mã nội dung (SHA-256)"] == str(large_dossier().content_digest)
    assert facts.keys() >= set(book.sheetnames[1:])


def test_every_form_has_a_sheet_of_answers_and_every_table_a_sheet() -> None:
    tables = [block for one in large_dossier().forms for block in one.blocks if isinstance(block, PrintedTable)]
    assert len(opened(large_dossier()).sheetnames) == 1 + len(large_dossier().forms) + len(tables)


def test_an_answer_stands_beside_its_question_with_code_unit_and_remarks() -> None:
    sheet = opened(
        form(answer("q1", "Số người", integer(1246), unit="người", words="Một nghìn", note="Cả xã", reason="Do dịch"))
    ).worksheets[1]
    row = [cell.value for cell in sheet[5]]
    assert row == ["q1", "Số người", 1246, "người", "Bằng chữ: Một nghìn\nGhi chú: Cả xã\nGiải trình: Do dịch"]


def test_the_answers_say_on_which_sheet_a_table_is() -> None:
    book = opened(form(table("t1", "Nhân sự", [column("a", "Tên")], [[text("x")], [text("y")]])))
    reference = book.worksheets[1].cell(5, ANSWER_COLUMN).value
    assert reference == f"Xem trang tính “{book.worksheets[2].title}” (2 dòng)"


@pytest.mark.parametrize(
    ("printed", "value", "number_format"),
    [
        (integer(1246), 1246, "#,##0"),
        (integer(0), 0, "#,##0"),
        (PrintedValue(ValueKind.INTEGER, "2022", 2022), 2022, "0"),
        (decimal("1024.6"), 1024.6, "#,##0.0"),
        (decimal("5"), 5, "#,##0"),
        (decimal("0.125"), 0.125, "#,##0.000"),
        (decimal("-3.5"), -3.5, "#,##0.0"),
        (day("2022-03-09"), datetime(2022, 3, 9), "dd/mm/yyyy"),  # noqa: DTZ001 - a cell knows no time zone
        (code("01"), "01", "@"),
        (text("0206 000 000"), "0206 000 000", "General"),
        (choice("Có"), "Có", "General"),
        (PrintedValue(ValueKind.CHOICE, "Đã ban hành", "XONG"), "Đã ban hành", "General"),
        (blank(), None, "General"),
        (blank(ValueKind.INTEGER), None, "General"),
    ],
)
def test_a_value_becomes_a_cell_of_its_own_type(printed: PrintedValue, value: object, number_format: str) -> None:
    cell = answered(printed)
    assert (cell.value, cell.number_format) == (value, number_format)


def test_figures_and_days_that_a_spreadsheet_would_change_stay_text() -> None:
    assert answered(integer(1234567890123456789)).value == "1.234.567.890.123.456.789"
    assert answered(day("1899-12-30")).value == "30/12/1899"


def test_a_moment_is_told_in_vietnams_time() -> None:
    cell = answered(PrintedValue(ValueKind.DATE, "25/03/2022 07:30:00", datetime(2022, 3, 25, 0, 30, tzinfo=UTC)))
    assert cell.value == datetime(2022, 3, 25, 7, 30)  # noqa: DTZ001 - a cell knows no time zone


def test_a_table_has_a_header_that_filters_typed_rows_and_totals() -> None:
    columns = [
        column("ten", "Tên"),
        column("tien", "Kinh phí", ValueKind.DECIMAL, unit="triệu đồng"),
        column("ngay", "Ngày", ValueKind.DATE),
    ]
    rows = [[text("A"), decimal("1.5"), day("2022-03-09")], [text("B"), blank(ValueKind.DECIMAL), blank()]]
    sheet = opened(
        form(
            table(
                "t1",
                "Biểu thử",
                columns,
                rows,
                totals=[text("Cộng"), decimal("1.5"), blank()],
                unit_line="Đơn vị tính: triệu đồng",
                words="Một triệu năm trăm nghìn đồng",
                note="Số tạm tính",
            )
        )
    ).worksheets[2]
    values = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    assert values == [
        ["Biểu thử"],
        ["Biểu mẫu thử - Ủy ban nhân dân tỉnh Cao Bằng - 837/BTTTT-CBC"],
        ["Đơn vị tính: triệu đồng"],
        ["Tên", "Kinh phí\n(triệu đồng)", "Ngày"],
        ["A", 1.5, datetime(2022, 3, 9)],  # noqa: DTZ001 - a cell knows no time zone
        ["B"],
        ["Cộng", "=SUM(B5:B6)"],
        [],
        ["Bằng chữ: Một triệu năm trăm nghìn đồng"],
        ["Ghi chú: Số tạm tính"],
    ]
    assert sheet.auto_filter.ref == "A4:C6"


def test_the_figures_of_a_column_have_the_decimals_of_the_most_exact_one() -> None:
    columns = [column("tien", "Kinh phí", ValueKind.DECIMAL)]
    sheet = opened(form(table("t1", "Biểu", columns, [[decimal("1")], [decimal("2.25")]]))).worksheets[2]
    assert {sheet["A5"].number_format, sheet["A6"].number_format} == {"#,##0.00"}


def test_a_table_without_rows_still_shows_its_header_and_says_so() -> None:
    sheet = opened(form(table("t1", "Biểu", [column("a", "Tên"), column("b", "Số")], []))).worksheets[2]
    assert [cell.value for cell in sheet[4]] == ["Tên", "Số"]
    assert sheet["A6"].value == "Bảng không có dòng nào."
    assert sheet.auto_filter.ref == "A4:B4"


def test_every_sheet_prints_on_a4_landscape_as_wide_as_the_page_under_its_header() -> None:
    for sheet in opened(large_dossier()).worksheets[1:]:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.freeze_panes, sheet.print_title_rows) == ("A5", "$4:$4")
        assert str(large_dossier().content_digest) in sheet.oddFooter.left.text


def test_a_table_with_very_many_columns_prints_on_pages_beside_each_other_that_repeat_the_first_columns() -> None:
    assert pages_beside([20] * 11) == 1
    assert (pages_beside([9, 19, 19] + [15] * 20), repeated_columns([9, 19, 19] + [15] * 20)) == (2, 3)
    assert repeated_columns([60, 10]) == 1


def test_every_cell_with_a_value_is_in_times_new_roman() -> None:
    assert {cell.font.name for cell in all_cells(small_dossier()) if cell.value is not None} == {"Times New Roman"}


def test_every_page_of_a_draft_signed_for_trial_says_so() -> None:
    for sheet in opened(replace(small_dossier(), draft=True, trial=True)).worksheets:
        assert sheet.oddHeader.center.text == "DỰ THẢO - THỬ NGHIỆM"
        assert sheet["A3"].value == "DỰ THẢO - THỬ NGHIỆM"


def test_a_workbook_in_english_has_english_headings() -> None:
    book = opened(replace(small_dossier(), language="en"))
    assert book.sheetnames[:2] == ["Guide", "I Answers"]
    assert [cell.value for cell in book.worksheets[1][4]] == ["Code", "Question", "Answer", "Unit", "Note/Explanation"]


def test_sheet_names_are_ascii_short_and_unique_whatever_the_tables_are_called() -> None:
    labels = ["Danh mục quy định, quy chế đã ban hành"] * 12 + ["[*]:?/\\", "", "History", "Đ" * 40, "đ" * 40]
    tables = [table(f"t{number}", label, [column("a", "A")], []) for number, label in enumerate(labels)]
    names = opened(form(*tables)).sheetnames
    assert len({name.casefold() for name in names}) == len(labels) + 2
    assert all(name.isascii() and len(name) <= 31 and name == name.strip() for name in names)
    assert "history" not in {name.casefold() for name in names}


@pytest.mark.parametrize("typed", ["=1+1", "+84 24", "-5", "@SUM(A1)", "\t=1", "\r=1", "=", "#N/A", "=HYPERLINK(1)"])
def test_text_that_looks_like_a_formula_stays_text(typed: str) -> None:
    cell = answered(text(typed))
    assert cell.data_type == "s"
    assert cell.value == typed.replace("\r", "\n")
    assert cell.quotePrefix or typed == "#N/A"


def test_no_answer_becomes_a_formula_and_nothing_leads_out_of_the_workbook() -> None:
    typed = "=cmd|'/C calc'!A0"
    printed = replace(form(answer(typed, typed, text(typed), unit=typed, note=typed)), title=typed, agency=typed)
    content = render_workbook(printed)
    assert all(cell.data_type != "f" for cell in all_cells(printed))
    assert not [name for name in ZipFile(BytesIO(content)).namelist() if "vba" in name or "externalLink" in name]
    assert b'TargetMode="External"' not in b"".join(ZipFile(BytesIO(content)).read(name) for name in parts_of(content))


def parts_of(content: bytes) -> list[str]:
    return ZipFile(BytesIO(content)).namelist()


# --- totals -----------------------------------------------------------------------------------------------------------


def total_of(*figures: PrintedValue, total: PrintedValue) -> tuple[Any, Any]:
    """The cell of a column's total: as it is written, and as a viewer shows it that does not calculate."""
    columns = [column("ten", "Tên"), column("so", "Số", ValueKind.DECIMAL)]
    rows = [[text("A"), figure] for figure in figures]
    content = render_workbook(form(table("t1", "Biểu", columns, rows, totals=[text("Cộng"), total])))
    cells = (load_workbook(BytesIO(content), data_only=only).worksheets[2] for only in (False, True))
    written, shown = (sheet.cell(5 + len(figures), 2).value for sheet in cells)
    return written, shown


def test_a_total_is_a_formula_and_shows_its_figure_where_nothing_calculates() -> None:
    assert total_of(decimal("0.1"), decimal("0.2"), total=decimal("0.3")) == ("=SUM(B5:B6)", 0.3)


def test_where_a_figure_stays_text_the_total_is_no_formula() -> None:
    long = "1234567890123456.5"
    written, shown = total_of(decimal(long), decimal("1"), total=decimal("1234567890123457.5"))
    assert written == shown == "1.234.567.890.123.457,5"


def test_where_a_spreadsheet_would_come_to_another_figure_the_total_is_no_formula() -> None:
    much = "100000000000000"
    assert total_of(decimal(much), decimal("0.3"), decimal(f"-{much}"), total=decimal("0.3")) == (0.3, 0.3)


def test_a_column_without_a_total_has_none() -> None:
    assert total_of(decimal("1"), total=blank(ValueKind.DECIMAL)) == (None, None)


# --- percentages ------------------------------------------------------------------------------------------------------


def test_a_percentage_is_one_for_the_spreadsheet_too() -> None:
    cell = opened(form(answer("q1", "Tỷ lệ", decimal("12.5"), unit="%"))).worksheets[1].cell(5, ANSWER_COLUMN)
    assert (cell.value, cell.number_format) == (0.125, "#,##0.0%")


def test_a_column_of_percentages_holds_percentages() -> None:
    columns = [column("tyle", "Tỷ lệ", ValueKind.DECIMAL, unit="%")]
    rows = [[decimal("12.5")], [decimal("50")]]
    sheet = opened(form(table("t1", "Biểu", columns, rows, totals=[decimal("62.5")]))).worksheets[2]
    assert [sheet["A5"].value, sheet["A6"].value, sheet["A7"].value] == [0.125, 0.5, "=SUM(A5:A6)"]
    assert {sheet[cell].number_format for cell in ("A5", "A6", "A7")} == {"#,##0.0%"}


# --- finding one's way ------------------------------------------------------------------------------------------------


def links(printed: PrintedDossier) -> list[tuple[str, str, str]]:
    """From which cell of which sheet to where."""
    cells = [cell for cell in all_cells(printed) if cell.hyperlink]
    return [(cell.parent.title, cell.coordinate, cell.hyperlink.location) for cell in cells]


def test_the_guide_leads_to_every_sheet_and_every_sheet_back_to_the_guide() -> None:
    names = opened(large_dossier()).sheetnames
    led = links(large_dossier())
    assert [to for sheet, _, to in led if sheet == names[0]] == [f"'{name}'!A1" for name in names[1:]]
    assert [sheet for sheet, cell, to in led if (cell, to) == ("A2", f"'{names[0]}'!A1")] == names[1:]


def test_the_answers_lead_to_the_sheet_of_a_table() -> None:
    printed = form(table("t1", "Nhân sự", [column("a", "Tên")], [[text("x")]]))
    assert ("Cau tra loi", "C5", "'Nhan su'!A1") in links(printed)


def test_tables_totals_and_the_digest_have_names() -> None:
    columns = [column("ten", "Tên"), column("tien", "Tiền", ValueKind.DECIMAL)]
    totals = [text("Cộng"), decimal("3")]
    rows = [[text("A"), decimal("1")], [text("B"), decimal("2")]]
    blocks = [table("t1", label, columns, rows, totals=totals) for label in ("Thu", "Chi")]
    book = opened(form(*blocks))
    named = {name: defined.attr_text for name, defined in book.defined_names.items()}
    assert named.pop("content_digest").startswith("'Huong dan'!$C$")
    assert named == {
        "table_mau_t1": "'Thu'!$A$4:$B$6",
        "total_mau_t1_tien": "'Thu'!$B$7",
        "table_mau_t1_2": "'Chi'!$A$4:$B$6",
        "total_mau_t1_tien_2": "'Chi'!$B$7",
    }


def test_the_name_of_the_digest_leads_to_the_digest() -> None:
    book = opened(small_dossier())
    sheet, _, cell = book.defined_names["content_digest"].attr_text.partition("!")
    assert book[sheet.strip("'")][cell.replace("$", "")].value == str(small_dossier().content_digest)


@pytest.mark.parametrize(
    ("draft", "trial", "state"),
    [
        (False, False, "Đã chốt số liệu"),
        (True, False, "DỰ THẢO"),
        (False, True, "Đã chốt số liệu - THỬ NGHIỆM"),
        (True, True, "DỰ THẢO - THỬ NGHIỆM"),
    ],
)
def test_the_guide_says_how_the_dossier_stands(draft: bool, trial: bool, state: str) -> None:
    guide = opened(replace(small_dossier(), draft=draft, trial=trial)).worksheets[0]
    assert {row[1]: row[2] for row in guide.iter_rows(values_only=True)}["Trạng thái"] == state


# --- what may be done in it -------------------------------------------------------------------------------------------


def test_every_sheet_is_locked_without_a_password_and_may_be_filtered_sorted_and_widened() -> None:
    for sheet in opened(large_dossier()).worksheets:
        allowed = sheet.protection
        assert allowed.sheet
        assert allowed.password is None
        forbidden = [allowed.autoFilter, allowed.sort, allowed.formatColumns, allowed.formatRows]
        assert not any([*forbidden, allowed.selectLockedCells])


def test_the_rows_of_a_table_can_be_sorted_but_not_typed_over() -> None:
    """Excel and LibreOffice sort unlocked cells only."""
    columns = [column("ten", "Tên"), column("so", "Số", ValueKind.INTEGER), column("ngay", "Ngày", ValueKind.DATE)]
    rows = [[text("A"), integer(1), day("2022-03-09")], [text("B"), integer(2), blank()]]
    sheet = opened(form(table("t1", "Biểu", columns, rows, totals=[text("Cộng"), integer(3), blank()]))).worksheets[2]
    locked = {cell.coordinate: cell.protection.locked for row in sheet["A4:C7"] for cell in row}
    assert [cell for cell, is_locked in locked.items() if is_locked] == ["A4", "B4", "C4", "A7", "B7", "C7"]
    (refusing,) = sheet.data_validations.dataValidation
    assert (str(refusing.sqref), refusing.type, refusing.formula1) == ("A5:C6", "custom", "FALSE")
    assert (refusing.errorStyle, refusing.showErrorMessage) == ("stop", True)
    assert len(refusing.error) <= 255
    assert len(refusing.errorTitle) <= 32


def test_the_columns_at_the_right_are_free_for_notes() -> None:
    for sheet in opened(small_dossier()).worksheets[1:]:
        *_, right = sheet.column_dimensions.values()
        assert (right.min, right.max) == (sheet.max_column + 1, 16_384)
        assert not right.protection.locked


@pytest.mark.parametrize("hidden", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_a_hidden_character_is_refused_with_the_name_of_the_question(hidden: str) -> None:
    with pytest.raises(UserFacingError) as refused:
        render_workbook(form(answer("q1", "Kết quả nổi bật", text(f"chữ{hidden}"))))
    assert "“Kết quả nổi bật”" in refused.value.message.vi
    assert f"U+{ord(hidden):04X}" in refused.value.message.vi


def test_a_hidden_character_in_a_table_is_refused_with_row_and_column() -> None:
    rows = [[text("tốt")], [text("xấu\x02")]]
    with pytest.raises(UserFacingError) as refused:
        render_workbook(form(table("t1", "Nhân sự", [column("ten", "Tên đơn vị")], rows)))
    assert "“Nhân sự, dòng 2, cột Tên đơn vị”" in refused.value.message.vi


def test_the_longest_text_of_a_cell_is_kept_whole_and_one_letter_more_is_refused() -> None:
    assert answered(text("ă" * 32767)).value == "ă" * 32767
    with pytest.raises(UserFacingError, match="32,767"):
        answered(text("ă" * 32768))
    with pytest.raises(UserFacingError, match="32,767"):
        answered(text("😀" * 16384))  # two UTF-16 units each, as Excel counts


def test_a_long_answer_is_spread_over_rows_so_that_all_of_it_shows() -> None:
    long = "Công tác truyền thông chính sách còn hạn chế. " * 80
    sheet = opened(form(answer("q1", "Tồn tại", text(long)), answer("q2", "Sau đó", text("ngắn")))).worksheets[1]
    assert sheet["C5"].value == long
    merged = next(one for one in sheet.merged_cells.ranges if one.coord.startswith("C5"))
    assert sum(sheet.row_dimensions[row].height for row in range(5, merged.max_row + 1)) > 409
    assert sheet.cell(merged.max_row + 1, ANSWER_COLUMN).value == "ngắn"


def test_a_cell_too_tall_for_excel_is_whole_and_the_sheet_says_so() -> None:
    long = "Bước 1: phát hiện, xác minh thông tin. " * 120
    sheet = opened(form(table("t1", "Rủi ro", [column("a", "Kịch bản")], [[text(long)]]))).worksheets[2]
    assert sheet["A5"].value == long
    assert "bản PDF" in sheet["A7"].value


def test_tables_of_a_thousand_rows_keep_every_row() -> None:
    columns = [column("ten", "Tên"), column("so", "Số", ValueKind.INTEGER), column("ngay", "Ngày", ValueKind.DATE)]
    rows = [[text(f"Xã số {number}"), integer(number), day("2022-03-09")] for number in range(1000)]
    book = opened(form(*(table(f"t{number}", f"Biểu {number}", columns, rows) for number in range(4))))
    for sheet in book.worksheets[2:]:
        assert [row[1] for row in sheet.iter_rows(min_row=5, values_only=True)] == list(range(1000))


VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyÀẢÃÁẠẰẲẴẮẶỄếệỗợữựỵ ABC0123456789.,;:-–'\"<>&%=+@_x()/\n\t😀"


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(VIETNAMESE, max_size=60), min_size=50, max_size=50))
def test_a_thousand_texts_come_back_as_they_were_typed(typed: list[str]) -> None:
    rows = [[text(content) if content else blank()] for content in typed]
    sheet = opened(form(table("t1", "Biểu", [column("a", "Nội dung")], rows))).worksheets[2]
    read = [sheet.cell(row, 1).value or "" for row in range(5, 5 + len(typed))]
    assert [content.replace("_x005F_", "_") for content in read] == typed


@settings(max_examples=40, deadline=None)
@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=4))
def test_a_figure_of_up_to_fifteen_digits_comes_back_exactly(figure: Decimal) -> None:
    cell = answered(PrintedValue(ValueKind.DECIMAL, str(figure), figure))
    assert float(cell.value) == float(figure)


def test_the_same_dossier_gives_the_same_bytes() -> None:
    assert render_workbook(large_dossier()) == render_workbook(large_dossier())


def test_the_same_dossier_gives_the_same_bytes_in_another_process() -> None:
    program = (
        "import hashlib; from printed_samples import large_dossier; from cbc_desktop.documents.excel.workbook import "
        "render_workbook; print(hashlib.sha256(render_workbook(large_dossier())).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent), "TZ": zone},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Ho_Chi_Minh"))
    }
    assert len(digests) == 1


def test_the_properties_tell_the_moment_of_finalising_and_not_of_rendering() -> None:
    properties = opened(small_dossier()).properties
    finalised = small_dossier().finalised_at.astimezone(UTC).replace(tzinfo=None)
    assert (properties.created, properties.modified) == (finalised, finalised)
    assert properties.creator == "Ủy ban nhân dân tỉnh Cao Bằng"
    content = ZipFile(BytesIO(render_workbook(small_dossier())))
    assert {entry.date_time for entry in content.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_disk_without_room_for_temporary_files_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("openpyxl.worksheet._writer.create_temporary_file", full)
    with pytest.raises(UserFacingError, match="temporary file"):
        render_workbook(small_dossier())


def test_days_at_the_edge_of_excels_calendar_are_themselves() -> None:
    assert answered(PrintedValue(ValueKind.DATE, "01/03/1900", date(1900, 3, 1))).value == datetime(1900, 3, 1)  # noqa: DTZ001
    assert answered(PrintedValue(ValueKind.DATE, "28/02/1900", date(1900, 2, 28))).value == "28/02/1900"
