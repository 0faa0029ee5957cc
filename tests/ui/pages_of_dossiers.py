"""How a person gets to each page on which a dossier is filled in and reviewed."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sample_window import MOMENT, folder_of, open_dossier, open_section, wait, window_of

from cbc_desktop.documents.excel.entry.workbook import render_entry_workbook
from cbc_desktop.engine.address import Address
from cbc_desktop.filling.splitting import split_off
from cbc_desktop.ui.dossier.places import LastStep
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.sheets.gathering import GatheringPage
from cbc_desktop.ui.sheets.own_table import OwnTablePage
from cbc_desktop.ui.sheets.page import SheetsPage
from cbc_desktop.ui.sheets.request import SheetRequest, SheetWork

OWN_TABLE = (
    ("BIỂU TỔNG HỢP NHÂN SỰ TRUYỀN THÔNG",),
    ("TT", "Tên đơn vị", "Số người làm truyền thông", "Số người làm truyền thông", "Ghi chú"),
    (None, None, "Chuyên trách", "Kiêm nhiệm", None),
    (1, "Sở Thông tin và Truyền thông", 4, 6, None),
    (2, "Sở Y tế", 1, "3 người", None),
    (3, "Sở Giáo dục và Đào tạo", 2, "chưa rõ", "hỏi lại"),
    (None, "Tổng cộng", 7, 9, None),
)
SURVEY = "khao-sat-nhanh"


def questions(program: Program) -> None:
    """A section with questions of every kind, as it was left."""
    open_section(program, 1)


def tables(program: Program) -> None:
    """The section of the plan with its widest table."""
    open_section(program, 12)


def pasting(program: Program) -> None:
    """A block in TCVN3 over rows that are there, before it is taken."""
    view = open_dossier(program, "04")
    view.show_question("khao-sat-nhanh", Address("", "/data/s1/q1_10/t1"))
    QApplication.clipboard().setText("Së Th«ng tin vµ TruyÒn th«ng\tba\t4\nSở Y tế\t5\t6\nSở Tư pháp\t1\t1")
    QTest.keyClick(window_of(program).focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def old_encoding(program: Program) -> None:
    """An answer in VNI, with what it means."""
    view = open_dossier(program, "46")
    view.show_question("khao-sat-nhanh", Address("", "/data/s1/q1_05"))
    QApplication.clipboard().setText("Nguyeãn Vaên Thöû, Phoù Chaùnh Vaên phoøng")
    QTest.keyClick(window_of(program).focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    view.controller.leave()


def review(program: Program) -> None:
    """Of a dossier in which nothing is answered yet."""
    open_dossier(program, "46").go(LastStep.REVIEW)


def returned(program: Program) -> None:
    """What the receiver returned and what was changed since, on the page of the review."""
    open_dossier(program, "31").show_returned()


def returned_question(program: Program) -> None:
    """A section with a returned question and a returned cell of a table."""
    view = open_dossier(program, "31")
    (form_id, *_) = view.controller.dossier.forms
    view.show_question(form_id, view.controller.dossier.form(form_id).session.locate("/data/s1/q1_10/t1"))


def searching(program: Program) -> None:
    view = open_dossier(program, "04")
    view.go(view.outline.keys()[1])
    view.search.open()
    QTest.keyClicks(view.search, "truyen thong bo")


def sending(program: Program) -> None:
    _want_sheets(program, SheetWork.SEND)


def gathering(program: Program) -> None:
    """A filled-in workbook that says something else than the dossier, has a new row, and cells that cannot be read."""
    view = open_dossier(program, "04")
    session, dossier = view.controller.dossier.form(SURVEY).session, view.controller.dossier
    parts = [session.locate("/data/s1")]
    book = split_off(dossier, SURVEY, parts, made=MOMENT, made_by="lan")
    filled_in = folder_of(program) / "so-noi-vu.xlsx"
    filled_in.write_bytes(_with_answers(render_entry_workbook(book)))
    dossier.answer(SURVEY, session.locate("/data/s1/q1_06"), "88")
    page = _want_sheets(program, SheetWork.GATHER)
    assert isinstance(page, GatheringPage)
    page.read([filled_in])
    wait(program)


def own_table(program: Program) -> None:
    """A table of the office's own with headings over two rows."""
    book = Workbook()
    for row in OWN_TABLE:
        book.active.append(row)
    path = folder_of(program) / "nhan-su-truyen-thong.xlsx"
    book.save(path)
    page = _want_sheets(program, SheetWork.OWN)
    assert isinstance(page, OwnTablePage)
    page.read(path)
    wait(program)


def _with_answers(content: bytes) -> bytes:
    book, written = load_workbook(BytesIO(content)), BytesIO()
    for sheet in book:
        for row in sheet.iter_rows(min_row=6, max_col=3):
            if row[0].value == "|/data/s1/q1_06":
                row[2].value = 91
    table = next(sheet for sheet in book if str(sheet["B1"].value).startswith("1.10"))
    new_row = next(row for row in range(6, 99) if table.cell(row, 2).value is None)
    for column, value in enumerate(("Sở Nội vụ", 3, "vài người"), 2):
        table.cell(new_row, column).value = value
    table.delete_rows(7)
    book.save(written)
    return written.getvalue()


def _want_sheets(program: Program, work: SheetWork) -> SheetsPage:
    view = open_dossier(program, "04")
    view.go(view.outline.keys()[1])
    view.controller.sheets_wanted.emit(SURVEY, SheetRequest(work, Address("", "/data/s1/q1_10/t1")))
    assert view.sheets is not None
    return view.sheets
