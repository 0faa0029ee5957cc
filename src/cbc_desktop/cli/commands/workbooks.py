"""Tables that go out as workbooks, come back, or are an office's own."""

from __future__ import annotations

from cbc_desktop.base.message import Message
from cbc_desktop.cli.command import DOSSIER, FORM, Command, Word, file_of_kind, given_path

COMMANDS: tuple[Command, ...] = (
    Command(
        "split",
        Message(
            "ghi một bảng hoặc một phần ra tệp Excel để đơn vị khác điền",
            "write a table or a section as a workbook for others to fill in",
        ),
        "entry_sheets.split",
        (
            DOSSIER,
            FORM,
            Word(
                "ref",
                Message("bảng hoặc phần, ví dụ /data/s1/t1", "table or section, such as /data/s1/t1"),
                {"nargs": "+"},
            ),
            Word(
                "--out",
                Message("tệp .xlsx để ghi", "the .xlsx file to write"),
                {"type": file_of_kind(".xlsx"), "required": True},
            ),
        ),
    ),
    Command(
        "gather",
        Message("xem (hoặc nhận) số liệu trong các tệp Excel đã điền", "see (or take) what filled-in workbooks bring"),
        "entry_sheets.gather",
        (
            DOSSIER,
            FORM,
            Word(
                "files",
                Message("các tệp .xlsx đã điền", "the filled-in .xlsx files"),
                {"nargs": "+", "type": given_path},
            ),
            Word("--take", Message("nhận vào hồ sơ", "take it into the dossier"), {"action": "store_true"}),
            Word(
                "--theirs",
                Message("chỗ khác nhau thì lấy theo tệp (mặc định: giữ hồ sơ)", "where they differ, the files count"),
                {"action": "store_true"},
            ),
            Word(
                "--delete",
                Message("xóa các dòng không còn trong tệp", "delete the rows that are missing in the files"),
                {"action": "store_true"},
            ),
        ),
    ),
    Command(
        "take-table",
        Message("xem (hoặc lấy) bảng Excel của cơ quan vào một bảng", "see (or take) an office's own table"),
        "entry_sheets.take_table",
        (
            DOSSIER,
            FORM,
            Word("ref", Message("bảng, ví dụ /data/s1/t1", "the table, such as /data/s1/t1")),
            Word("file", Message("tệp .xlsx hoặc .csv", "the .xlsx or .csv file"), {"type": given_path}),
            Word("--sheet", Message("tên trang tính (mặc định: trang khớp nhất)", "sheet (default: the likeliest)")),
            Word(
                "--column",
                Message("câu hỏi=cột, ví dụ don_vi=C; cột trống là bỏ", "question=column, such as unit=C; empty: none"),
                {"action": "append", "default": []},
            ),
            Word("--take", Message("lấy vào bảng", "take it into the table"), {"action": "store_true"}),
        ),
    ),
)
