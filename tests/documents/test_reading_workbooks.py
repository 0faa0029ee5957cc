"""Tables that offices bring along are read as people see them; what may not be read is told, with what to do."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO
from time import monotonic
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.documents.excel.reading import read_tables
from cbc_desktop.documents.excel.strangers import MOST_CELLS, MOST_UNPACKED

Fill = Callable[[Workbook], None]


def workbook(fill: Fill) -> bytes:
    book, written = Workbook(), BytesIO()
    fill(book)
    book.save(written)
    return written.getvalue()


def one_row(*values: object, formats: dict[int, str] | None = None) -> bytes:
    def fill(book: Workbook) -> None:
        book.active.append(values)
        for column, number_format in (formats or {}).items():
            book.active.cell(1, column).number_format = number_format

    return workbook(fill)


def changed_part(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    written = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(written, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change(source.read(name)) if name == part else source.read(name))
    return written.getvalue()


def refusal(content: bytes, name: str = "bang.xlsx") -> str:
    with pytest.raises(UserFacingError) as raised:
        read_tables(content, name)
    assert name in raised.value.message.vi
    assert name in raised.value.message.en
    return raised.value.message.vi


def test_numbers_and_dates_are_read_as_people_see_them() -> None:
    content = one_row(
        *(
            "Xã Mẫu",
            1234.5,
            1234.5,
            2022,
            0.1 + 0.2,
            0.5,
            date(2022, 3, 9),
            datetime.fromisoformat("2022-03-09T14:05"),
            True,
            None,
            "x",
        ),
        formats={3: "#,##0.0", 6: "0%"},
    )
    (sheet,) = read_tables(content, "bang.xlsx")
    assert sheet.rows == (
        *(("Xã Mẫu", "1234,5", "1.234,5", "2022", "0,3", "50%", "09/03/2022", "09/03/2022 14:05:00", "TRUE", "", "x"),),
    )


def test_both_calendars_of_excel_give_the_same_day() -> None:
    def mac(book: Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904
        book.active["A1"] = date(2022, 3, 9)

    (sheet,) = read_tables(workbook(mac), "may-mac.xlsx")
    assert sheet.rows == (("09/03/2022",),)


def test_a_heading_over_several_columns_stands_over_each_but_a_merged_figure_counts_once() -> None:
    def fill(book: Workbook) -> None:
        book.active.append(["Đơn vị", "Kinh phí", None, None])
        book.active.append([None, "2022", "2023", "2024"])
        book.active.append(["Sở A", 5, None, 7])
        book.active.merge_cells("A1:A2")
        book.active.merge_cells("B1:D1")
        book.active.merge_cells("B3:C3")

    (sheet,) = read_tables(workbook(fill), "bang.xlsx")
    assert sheet.rows == (
        ("Đơn vị", "Kinh phí", "Kinh phí", "Kinh phí"),
        ("Đơn vị", "2022", "2023", "2024"),
        ("Sở A", "5", "", "7"),
    )


def test_rows_keep_their_numbers_and_hidden_sheets_are_known() -> None:
    def fill(book: Workbook) -> None:
        book.active["B3"] = "Tiếng Việt".encode().decode()
        book.active["F90"].number_format = "0"
        book.create_sheet("ẩn").sheet_state = "hidden"

    first, second = read_tables(workbook(fill), "bang.xlsx")
    assert first.rows == (("", ""), ("", ""), ("", "Tiếng Việt"))
    assert (first.hidden, second.hidden, second.name, second.rows) == (False, True, "ẩn", ())


ROWS = (("Họ tên", "Số tiền"), ("Nguyễn Thị Mẫu", "1,5"), ("Đỗ Văn; Thử", "2,5"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_csv_files_are_read_whatever_program_wrote_them(encoding: str, separator: str) -> None:
    text = "\r\n".join(separator.join(f'"{cell}"' if ";" in cell else cell for cell in row) for row in ROWS)
    (sheet,) = read_tables(text.encode(encoding), "bang.csv")
    assert sheet.rows == ROWS


def test_csv_in_the_letters_of_old_windows_and_with_excels_own_first_line() -> None:
    old = "Họ tên,Quê\nĐỗ Văn Thử,Huế\n".translate({0x1ECD: "o\u0323", 0x1ED7: "ô\u0303", 0x1EED: "ư\u0309"})
    (sheet,) = read_tables(old.replace("ế", "ê\u0301").encode("cp1258"), "bang.csv")
    assert sheet.rows == (("Họ tên", "Quê"), ("Đỗ Văn Thử", "Huế"))
    (told,) = read_tables(b"sep=,\r\na,b;c\r\n1,2;3\r\n", "bang.csv")
    assert told.rows == (("a", "b;c"), ("1", "2;3"))


def test_csv_of_the_old_fonts_keeps_its_letters_so_that_it_can_be_converted() -> None:
    old = "Tªn phßng;Sè m¸y\nPhßng thiÕu nhi;12\nPhßng ngo¹i v¨n;30\n"
    (sheet,) = read_tables(old.encode("cp1252"), "bang.csv")
    assert sheet.rows[1] == ("Phßng thiÕu nhi", "12")


def test_files_of_other_kinds_are_told_with_what_to_do() -> None:
    assert ".xlsx, không đặt mật khẩu" in refusal(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "cu.xls")
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert ".ods" in refusal(written.getvalue(), "bang.ods")
    assert "như một bảng" in refusal(b"\x00\x01\x02", "anh.csv")


def test_damaged_and_hostile_workbooks_are_refused_before_they_are_unpacked() -> None:
    good = one_row("a")
    assert "bất thường" in refusal(good[:-40])
    assert "bị hỏng" in refusal(changed_part(good, "xl/worksheets/sheet1.xml", lambda xml: xml[:-30]))
    bomb = changed_part(good, "xl/styles.xml", lambda xml: xml + b" " * MOST_UNPACKED)
    assert len(bomb) < 1_000_000
    assert "quá lớn" in refusal(bomb)
    entities = b'<!DOCTYPE a [<!ENTITY b "c">]>'
    assert "bất thường" in refusal(changed_part(good, "xl/styles.xml", lambda xml: entities + xml))
    assert "bất thường" in refusal(changed_part(good, "xl/styles.xml", lambda xml: entities.decode().encode("utf-16")))


def test_a_workbook_whose_bytes_were_damaged_on_the_way_is_refused_wherever_the_damage_is() -> None:
    good = one_row(*(f"chữ {number}" for number in range(50)))
    for place in range(4, len(good), 97):
        damaged = bytearray(good)
        damaged[place : place + 3] = b"\xff\x00\xff"
        with suppress(UserFacingError):
            read_tables(bytes(damaged), "hong.xlsx")


@pytest.mark.parametrize("written", [b"<c-" * 200_000, b"<c><f></f>" + b" " * 400_000 + b"x", b"<c " * 90_000])
def test_a_sheet_written_to_keep_the_reader_busy_is_refused_at_once(written: bytes) -> None:
    busy = changed_part(one_row("a"), "xl/worksheets/sheet1.xml", lambda xml: xml + written)
    began = monotonic()
    refusal(busy)
    assert monotonic() - began < 5


def test_a_csv_file_of_too_many_rows_is_refused_before_they_are_all_made() -> None:
    tracemalloc.start()
    try:
        assert "như một bảng" in refusal(b"a\n" * 1_000_000, "dai.csv")
        assert tracemalloc.get_traced_memory()[1] < 60_000_000
    finally:
        tracemalloc.stop()


def test_a_cell_at_the_end_of_the_sheet_does_not_fill_the_memory() -> None:
    def far(book: Workbook) -> None:
        book.active["XFD1048576"] = "x"

    assert "quá dòng" in refusal(workbook(far))


def test_rows_that_somebody_hid_are_read_and_told() -> None:
    def fill(book: Workbook) -> None:
        for number in range(1, 5):
            book.active.append([number])
        book.active.row_dimensions[2].hidden = True
        book.active.row_dimensions[9].hidden = True

    (sheet,) = read_tables(workbook(fill), "bang.xlsx")
    assert [row[0] for row in sheet.rows] == ["1", "2", "3", "4"]
    assert sheet.hidden_rows == (2,)


def test_a_sheet_of_too_many_cells_is_refused_before_they_are_made() -> None:
    good = one_row("a")
    cells = b"<row>" + b'<c r="A1"/>' * (MOST_CELLS + 1) + b"</row></sheetData>"
    many = changed_part(good, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</sheetData>", cells))
    assert "quá lớn" in refusal(many)


def test_a_long_sheet_of_few_columns_is_read_to_its_end() -> None:
    def fill(book: Workbook) -> None:
        for number in range(20_001):
            book.active.append([number])

    (sheet,) = read_tables(workbook(fill), "bang.xlsx")
    assert sheet.rows[-1] == ("20000",)


def test_formulas_are_read_by_what_they_gave_and_refused_when_they_gave_nothing_yet() -> None:
    content = one_row("=1+1")
    assert "chưa được tính" in refusal(content)

    def calculated(xml: bytes) -> bytes:
        return xml.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>").replace(b"<v/>", b"<v>2</v>")

    (sheet,) = read_tables(changed_part(content, "xl/worksheets/sheet1.xml", calculated), "bang.xlsx")
    assert sheet.rows == (("2",),)
