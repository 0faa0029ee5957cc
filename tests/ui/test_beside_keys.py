"""What stands beside an answer is reached from the keyboard: note, history, and why; and back to where one was."""

from __future__ import annotations

from pathlib import Path

import pytest
from dossier_showing import ShowDossier
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cbc_desktop.dossier.revision import RemarkKind
from cbc_desktop.engine.address import Address
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.ui.dossier.places import LastStep
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.kit.jump_line import JumpLine
from cbc_desktop.ui.questions.card import card_of
from cbc_desktop.ui.questions.section_page import SectionPage

FORM = "khao-sat-nhanh"
ALL, TRAINED = (Address("", f"/data/s1/{name}") for name in ("q1_06", "q1_09"))
UNITS = Address("", "/data/s1/q1_10/t1")


@pytest.fixture
def view(show_dossier: ShowDossier, new_dossier: OpenDossier) -> DossierView:
    shown = show_dossier(new_dossier)
    shown.show_question(FORM, ALL)
    return shown


def keyboard() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(keyboard(), key, Qt.KeyboardModifier.AltModifier)


def told(view: DossierView) -> list[str]:
    return [one.text() for one in view.beside.why.page.findChildren(QLabel) if one.isVisible()]


def test_a_note_is_written_from_the_keyboard_and_escape_leads_back(qtbot: QtBot, view: DossierView) -> None:
    field = keyboard()
    press(qtbot, Qt.Key.Key_1)
    assert keyboard() is view.beside.note
    qtbot.keyClicks(view.beside.note, "hoi lai")
    qtbot.keyClick(view.beside.note, Qt.Key.Key_Escape)
    assert keyboard() is field
    assert view.controller.remark_text(FORM, ALL, RemarkKind.NOTE) == "hoi lai"


def test_the_keys_turn_from_side_to_side_of_the_same_question(qtbot: QtBot, view: DossierView) -> None:
    press(qtbot, Qt.Key.Key_1)
    press(qtbot, Qt.Key.Key_2)
    assert view.beside.tabs.tabText(view.beside.tabs.currentIndex()) == "Lịch sử"
    press(qtbot, Qt.Key.Key_3)
    assert view.beside.tabs.tabText(view.beside.tabs.currentIndex()) == "Vì sao?"
    assert view.beside.title.text().startswith("1.6.")


def test_a_hidden_question_says_in_words_on_what_it_waits_and_leads_there(qtbot: QtBot, view: DossierView) -> None:
    view.controller.type(FORM, ALL, "0")
    view.show_question(FORM, TRAINED)
    press(qtbot, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: bool(told(view)))
    assert "chưa phải trả lời. Chỉ phải trả lời khi:" in told(view)[0]
    assert told(view)[1].startswith("“1.6. Tổng số người")
    assert told(view)[1].endswith("” lớn hơn 0.")
    assert not any("/data/" in text for text in told(view))
    (line,) = view.beside.why.page.findChildren(JumpLine)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    card = card_of(keyboard())
    assert card is not None
    assert card.address == ALL


def test_the_formula_is_folded_away_until_it_is_wanted(qtbot: QtBot, view: DossierView) -> None:
    view.show_question(FORM, TRAINED)
    press(qtbot, Qt.Key.Key_3)
    fold = next(one for one in view.beside.why.page.findChildren(QWidget) if one.property("text") == "Công thức…")
    fold.setFocus()
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: any("/data/s1/q1_06" in text for text in told(view)))


def test_a_cell_of_a_table_has_them_too(qtbot: QtBot, view: DossierView) -> None:
    view.controller.type(FORM, ALL, "10")
    dossier = view.controller.dossier
    row = view.controller.perform(FORM, lambda: dossier.add_rows(FORM, UNITS, 1)).rows_added[0]
    view.show_question(FORM, Address(row, f"{UNITS.path}/chuyen_trach"))
    press(qtbot, Qt.Key.Key_1)
    assert (view.beside.title.text(), keyboard()) == ("Chuyên trách", view.beside.note)


def test_where_no_question_has_the_keyboard_the_person_is_told(qtbot: QtBot, view: DossierView) -> None:
    view.go(LastStep.REVIEW).take_keyboard()
    qtbot.keyClick(view, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert not view.beside.isVisible()
    assert view.messages.text.text() == "Hãy đặt con trỏ vào một câu hỏi, rồi bấm lại phím này."


def test_the_question_stays_in_sight_when_the_panel_makes_the_page_narrower(qtbot: QtBot, view: DossierView) -> None:
    last = Address("", "/data/s1/q1_13")
    view.show_question(FORM, last)
    page = view.stack.currentWidget()
    assert isinstance(page, SectionPage)
    card = page.contents.cards[last]

    def height() -> int:
        return card.mapTo(page.viewport(), QPoint(0, 0)).y()

    before, wide = height(), page.width()
    press(qtbot, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: page.width() < wide)
    assert height() == before
    press_escape(qtbot)
    qtbot.waitUntil(lambda: page.width() == wide)
    assert height() == before


def press_escape(qtbot: QtBot) -> None:
    qtbot.keyClick(keyboard(), Qt.Key.Key_Escape)


def test_a_file_is_put_beside_an_answer_opened_taken_away_and_undone(
    qtbot: QtBot, view: DossierView, tmp_path: Path
) -> None:
    decision = tmp_path / "quyet-dinh.pdf"
    decision.write_bytes(b"%PDF-1.7 invented\n%%EOF")
    press(qtbot, Qt.Key.Key_1)
    view.beside.files.attach(decision)
    (name,) = view.controller.dossier.files_beside(FORM, ALL)
    (line,) = view.beside.files.lines
    take_away = next(one for one in line.findChildren(QPushButton) if one.text() == "Bỏ")
    assert take_away.accessibleName() == f"Bỏ {name}"
    qtbot.mouseClick(take_away, Qt.MouseButton.LeftButton)
    assert view.controller.dossier.files_beside(FORM, ALL) == ()
    assert view.beside.files.lines == []
    view.controller.undo()
    assert view.controller.dossier.files_beside(FORM, ALL) == (name,)


def test_a_file_that_cannot_be_taken_is_told_and_nothing_changes(
    qtbot: QtBot, view: DossierView, tmp_path: Path
) -> None:
    program = tmp_path / "run.exe"
    program.write_bytes(b"MZ")
    press(qtbot, Qt.Key.Key_1)
    view.beside.files.attach(program)
    assert "PDF, DOCX hoặc XLSX" in view.messages.text.text()
    assert view.controller.dossier.files_beside(FORM, ALL) == ()
