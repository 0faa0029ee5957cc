"""A person pastes blocks into a grid: at once when all is well, with a look at it first when it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cbc_desktop.base.message import Message
from cbc_desktop.engine.address import Address
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.clipboard import in_capital_font
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.preferences import Preferences
from cbc_desktop.ui.tables.card import TableCard

FORM, UNITS = "khao-sat-nhanh", Address("", "/data/s1/q1_10/t1")
STAFF = Address("", "/data/s1/q1_06")
"""The table of units is asked when there is any staff."""


@pytest.fixture
def units(qtbot: QtBot, controller: DossierController, tmp_path: Path) -> TableCard:
    controller.perform(FORM, lambda: controller.dossier.answer(FORM, STAFF, "10"))
    card = TableCard(Look(), controller, FORM, UNITS, Preferences(tmp_path), None)  # type: ignore[arg-type]
    qtbot.addWidget(card)
    card.resize(1000, 700)
    card.show()
    card.show_cell(UNITS)
    return card


def paste(qtbot: QtBot, card: TableCard, text: str) -> None:
    QApplication.clipboard().setText(text)
    qtbot.keyClick(card.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def texts(card: TableCard, columns: int = 3) -> list[list[str]]:
    rows = range(len(card.model.rows))
    return [[card.model.index(row, column).data() for column in range(columns)] for row in rows]


def findings(card: TableCard) -> list[list[str]]:
    shown = card.paste_panel.findings
    return [[shown.item(row, column).text() for column in range(4)] for row in range(shown.rowCount())]


def test_a_block_that_fits_is_taken_at_once_and_told(
    qtbot: QtBot, units: TableCard, controller: DossierController
) -> None:
    told: list[Message] = []
    controller.did.connect(told.append)
    paste(qtbot, units, "Tên đơn vị\tChuyên trách\nSở A\t3\t4\nSở B\t5\t6\n")
    assert texts(units) == [["Sở A", "3", "4"], ["Sở B", "5", "6"]]
    assert not units.paste_panel.isVisible()
    assert [message.vi for message in told] == ["Đã dán 2 dòng – hoàn tác: Ctrl+Z."]
    controller.undo()
    assert texts(units) == []


def test_a_block_with_findings_waits_until_it_is_taken_with_enter(qtbot: QtBot, units: TableCard) -> None:
    paste(qtbot, units, "Sở A\tnăm\t4")
    panel = units.paste_panel
    assert texts(units) == []
    assert panel.isVisible()
    assert [line[0] for line in findings(units)] == ["1"]
    assert findings(units)[0][2:] == ["năm", "Không đúng kiểu của cột; vẫn giữ và đánh dấu lỗi"]
    assert QApplication.focusWidget() is panel.take_button
    qtbot.keyClick(panel.take_button, Qt.Key.Key_Return)
    assert texts(units) == [["Sở A", "năm", "4"]]
    assert not panel.isVisible()
    assert QApplication.focusWidget() is units.view


def test_escape_drops_the_block(qtbot: QtBot, units: TableCard) -> None:
    paste(qtbot, units, "Sở A\tnăm\t4")
    qtbot.keyClick(units.paste_panel.findings, Qt.Key.Key_Escape)
    assert not units.paste_panel.isVisible()
    assert texts(units) == []
    assert QApplication.focusWidget() is units.view


def test_answers_are_spared_when_a_person_wishes_so(qtbot: QtBot, units: TableCard) -> None:
    paste(qtbot, units, "Sở A\t3\t4")
    units.show_cell(UNITS)
    paste(qtbot, units, "Sở B\t7\t4\nSở C\t1\t2")
    panel = units.paste_panel
    assert [line[3] for line in findings(units)] == ["Đang có “Sở A”", "Đang có “3”"]
    qtbot.mouseClick(panel.overwrite, Qt.MouseButton.LeftButton)
    assert len(findings(units)) == 2
    qtbot.mouseClick(panel.take_button, Qt.MouseButton.LeftButton)
    assert texts(units) == [["Sở A", "3", "4"], ["Sở C", "1", "2"]]


def test_old_encodings_are_converted_before_a_persons_eyes(qtbot: QtBot, units: TableCard) -> None:
    paste(qtbot, units, "Së Th«ng tin\t3\t4\nSôû Y teá\t5\t6")
    panel = units.paste_panel
    assert findings(units)[0][3] == "Có vẻ gõ bằng phông cũ; nghĩa là “Sở Thông tin”"
    assert [panel.sample.item(row, 0).text() for row in range(2)] == ["Sở Thông tin", "Sở Y tế"]
    qtbot.keyClick(panel.convert, Qt.Key.Key_Space)
    assert panel.sample.item(0, 0).text() == "Së Th«ng tin"
    qtbot.keyClick(panel.convert, Qt.Key.Key_Space)
    qtbot.keyClick(panel.take_button, Qt.Key.Key_Return)
    assert [row[0] for row in texts(units)] == ["Sở Thông tin", "Sở Y tế"]


def test_the_first_row_is_pasted_when_a_person_says_that_it_is_no_heading(qtbot: QtBot, units: TableCard) -> None:
    paste(qtbot, units, "Tên đơn vị\tChuyên trách\nSở A\tba")
    panel = units.paste_panel
    assert panel.headings.isChecked()
    qtbot.mouseClick(panel.headings, Qt.MouseButton.LeftButton)
    qtbot.keyClick(panel.take_button, Qt.Key.Key_Return)
    assert [row[0] for row in texts(units)] == ["Tên đơn vị", "Sở A"]


def test_a_table_that_changes_under_the_panel_is_looked_at_anew(
    qtbot: QtBot, units: TableCard, controller: DossierController
) -> None:
    paste(qtbot, units, "Sở A\t3\t4")
    units.show_cell(UNITS)
    paste(qtbot, units, "Sở B\t3\t4")
    assert len(findings(units)) == 1
    controller.undo()
    assert findings(units) == []
    qtbot.keyClick(units.paste_panel.take_button, Qt.Key.Key_Return)
    assert texts(units) == [["Sở B", "3", "4"]]


@pytest.mark.parametrize(
    ("html", "capital"),
    [
        (
            '<style>@font-face{font-family:".VnTime"}</style><!--StartFragment--><p style=\'font-family:".VnTimeH"\'>x',
            True,
        ),
        ("<!--StartFragment--><font face=.VnTimeH>x</font><font face=.VnTime>y</font><!--EndFragment-->", False),
        ("<p style='font-family:Arial'>x</p>", False),
        ("", False),
    ],
)
def test_word_tells_whether_text_stood_in_a_capital_font(html: str, *, capital: bool) -> None:
    content = QMimeData()
    if html:
        content.setHtml(html)
    assert in_capital_font(content) is capital
