"""In the window a person sends a table out, takes filled-in files back, and takes a table of the office's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from dossier_showing import ShowDossier
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.engine.address import Address
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.ui.dossier.places import PageKey
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.sheets.gathering import GatheringPage
from cbc_desktop.ui.sheets.own_table import OwnTablePage
from cbc_desktop.ui.sheets.request import SheetWork
from cbc_desktop.ui.sheets.sending import SendingPage
from cbc_desktop.ui.tables.card import TableCard

FORM, STAFF = "khao-sat-nhanh", PageKey("khao-sat-nhanh", 1)
ALL, HEAD = Address("", "/data/s1/q1_06"), Address("", "/data/s1/q1_05")
UNITS = Address("", "/data/s1/q1_10/t1")
FIRST_ROW = 6
OWN = (
    ("TT", "Tên đơn vị", "Chuyên trách", "Kiêm nhiệm", "Ghi chú"),
    (1, "Sở A", 2, 3, None),
    (2, "Sở B", 1, "nhiều", "hỏi lại"),
)


@pytest.fixture
def view(show_dossier: ShowDossier, new_dossier: OpenDossier) -> DossierView:
    shown = show_dossier(new_dossier)
    shown.go(STAFF)
    shown.controller.type(FORM, ALL, "10")
    return shown


def card(view: DossierView) -> TableCard:
    return view.go(STAFF).contents.tables[UNITS]


def press(button: QPushButton) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def names(view: DossierView) -> list[str]:
    session = view.controller.dossier.form(FORM).session
    return [session.value(Address(row.id, f"{UNITS.path}/don_vi")) for row in session.tree.repeat(UNITS).rows]


def sent(qtbot: QtBot, view: DossierView, path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that a person has the window write of the whole section."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    press(view.go(STAFF).head.buttons[SheetWork.SEND])
    page = view.sheets
    assert isinstance(page, SendingPage)
    press(page.first)
    qtbot.waitUntil(page.messages.isVisible)
    assert path.name in page.messages.text.text()
    return path


def gathering(view: DossierView, paths: list[Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> GatheringPage:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in paths], ""))
    press(card(view).sheet_buttons[SheetWork.GATHER])
    page = view.sheets
    assert isinstance(page, GatheringPage)
    press(page.first)
    qtbot.waitUntil(lambda: bool(page.summary.text()))
    return page


def filled_in(path: Path, unit: str, head: str = "") -> Path:
    book = load_workbook(path)
    sheet = next(sheet for sheet in book if str(sheet["B1"].value).startswith("1.10"))
    row = next(row for row in range(FIRST_ROW, 60) if sheet.cell(row, 2).value is None)
    sheet.cell(row, 2).value = unit
    sheet.cell(row, 3).value = 4
    if head:
        single = next(sheet for sheet in book if sheet["B5"].value == "Câu hỏi")
        line = next(row[0].row for row in single.iter_rows(min_row=6) if row[0].value == f"|{HEAD.path}")
        single.cell(line, 3).value = head
    back = path.with_name(f"{unit}.xlsx")
    book.save(back)
    return back


def test_a_section_goes_out_and_two_files_come_back_into_one_step(
    qtbot: QtBot, view: DossierView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = sent(qtbot, view, tmp_path / "phan-1.xlsx", monkeypatch)
    page = gathering(view, [filled_in(file, "Sở A"), filled_in(file, "Sở B")], qtbot, monkeypatch)
    assert "2 dòng mới" in page.summary.text()
    press(page.take_button)
    assert names(view) == ["Sở A", "Sở B"]
    assert card(view).isVisible()
    assert "2 dòng mới" in view.messages.text.text()
    view.controller.undo()
    assert names(view) == []


def test_what_differs_is_chosen_and_ours_stays_until_then(
    qtbot: QtBot, view: DossierView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = sent(qtbot, view, tmp_path / "phan-1.xlsx", monkeypatch)
    view.controller.perform(FORM, lambda: view.controller.dossier.answer(FORM, HEAD, "Nguyễn Thị Mẫu"))
    page = gathering(view, [filled_in(file, "Sở A", head="Trần Văn Thử")], qtbot, monkeypatch)
    (box,) = page.conflicts.boxes
    assert [version.text for version in box.conflict.versions] == ["Nguyễn Thị Mẫu", "Trần Văn Thử"]
    assert box.chosen.text == "Nguyễn Thị Mẫu"
    press(page.conflicts.theirs)
    press(page.take_button)
    assert view.controller.dossier.form(FORM).session.value(HEAD) == "Trần Văn Thử"


def test_a_file_that_is_none_of_ours_is_told_and_nothing_can_be_taken(
    qtbot: QtBot, view: DossierView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Workbook().save(tmp_path / "la.xlsx")
    page = gathering(view, [tmp_path / "la.xlsx"], qtbot, monkeypatch)
    assert view.topic is Topic.TABLES
    assert not page.take_button.isVisible()
    assert any("la.xlsx" in text for text in page.findings.texts())
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert card(view).isVisible()
    assert view.sheets is None


def test_whoever_goes_elsewhere_while_files_are_read_is_not_disturbed(
    qtbot: QtBot, view: DossierView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = sent(qtbot, view, tmp_path / "phan-1.xlsx", monkeypatch)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(filled_in(file, "Sở A"))], ""))
    press(card(view).sheet_buttons[SheetWork.GATHER])
    page = view.sheets
    assert isinstance(page, GatheringPage)
    press(page.first)
    shown = view.go(STAFF)
    qtbot.waitUntil(lambda: not page.around.tasks.running)
    assert view.stack.currentWidget() is shown
    assert names(view) == []


def test_a_table_of_the_office_is_matched_corrected_and_taken(
    qtbot: QtBot, view: DossierView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = Workbook()
    for row in OWN:
        book.active.append(row)
    book.save(tmp_path / "nhan-su.xlsx")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "nhan-su.xlsx"), ""))
    press(card(view).sheet_buttons[SheetWork.OWN])
    page = view.sheets
    assert isinstance(page, OwnTablePage)
    press(page.first)
    qtbot.waitUntil(page.settings.isVisible)
    box = page.matching.boxes[f"{UNITS.path}/kiem_nhiem"]
    assert "Kiêm nhiệm" in box.currentText()
    assert page.preview.item(0, 0).text() == "Sở A"
    assert any("nhiều" in text for text in page.findings.texts())
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    assert not any("nhiều" in text for text in page.findings.texts())
    press(page.take_button)
    assert names(view) == ["Sở A", "Sở B"]
    assert view.stack.currentWidget() is view.go(STAFF)
