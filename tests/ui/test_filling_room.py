"""A person at the open dossier: types, chooses, fills a table, is told what is wrong, goes on to the next question."""

from __future__ import annotations

from pathlib import Path

import pytest
from dossier_showing import ShowDossier
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from cbc_desktop.engine.address import Address
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.office import Office
from cbc_desktop.ui.dossier.places import PageKey
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.preferences import Preferences
from cbc_desktop.ui.questions.card import QuestionCard
from cbc_desktop.ui.questions.fields.lines import LineField
from cbc_desktop.ui.tables.card import TableCard

FORM, STAFF = "khao-sat-nhanh", PageKey("khao-sat-nhanh", 1)
ALL, FULL_TIME, HEAD, KIND = (Address("", f"/data/s1/{name}") for name in ("q1_06", "q1_07", "q1_05", "q1_01"))
TRAINED = Address("", "/data/s1/q1_09")
UNITS = Address("", "/data/s1/q1_10/t1")


@pytest.fixture
def view(show_dossier: ShowDossier, new_dossier: OpenDossier) -> DossierView:
    shown = show_dossier(new_dossier)
    shown.go(STAFF)
    return shown


def card(view: DossierView, address: Address) -> QuestionCard:
    return view.go(STAFF).contents.cards[address]


def units(view: DossierView) -> TableCard:
    """The table of units, which is asked when there is any staff."""
    view.controller.type(FORM, ALL, "10")
    return view.go(STAFF).contents.tables[UNITS]


def value(view: DossierView, address: Address) -> str:
    return view.controller.dossier.form(FORM).session.value(address)


def press(text: str) -> None:
    """Vietnamese letters as the system sends them, which QTest cannot."""
    for letter in text:
        widget = QApplication.focusWidget()
        assert widget is not None
        QApplication.sendEvent(widget, QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def test_a_number_is_typed_the_vietnamese_way_and_shown_so_when_it_is_left(qtbot: QtBot, view: DossierView) -> None:
    field = card(view, ALL).field
    assert isinstance(field, LineField)
    field.line.setFocus()
    qtbot.keyClicks(field.line, "1234")
    assert (field.line.text(), value(view, ALL)) == ("1234", "1234")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.line.text() == "1.234"
    assert QApplication.focusWidget() is not field.line


def test_a_wrong_answer_is_kept_marked_and_told_below_the_field(qtbot: QtBot, view: DossierView) -> None:
    asked = card(view, ALL)
    assert isinstance(asked.field, LineField)
    asked.field.line.setFocus()
    qtbot.keyClicks(asked.field.line, "khoang 50")
    assert value(view, ALL) == "khoang 50"
    assert asked.errors.isVisible()
    assert "số nguyên" in asked.errors.text()
    assert asked.field.line.property("problem") == "error"
    assert "số nguyên" in asked.field.line.accessibleDescription()


def test_a_missing_answer_is_not_told_in_red_before_somebody_was_there(qtbot: QtBot, view: DossierView) -> None:
    asked = card(view, HEAD)
    assert isinstance(asked.field, LineField)
    assert not asked.errors.isVisible()
    asked.field.line.setFocus()
    qtbot.keyClick(asked.field.line, Qt.Key.Key_Tab)
    assert asked.errors.isVisible()


def test_unikey_takes_letters_back_and_types_them_anew(qtbot: QtBot, view: DossierView) -> None:
    field = card(view, HEAD).field
    assert isinstance(field, LineField)
    field.line.setFocus()
    press("Nguyen")
    for _ in "en":
        qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    press("ễn")
    composed = QInputMethodEvent()
    composed.setCommitString(" Hòa")
    QApplication.sendEvent(field.line, composed)
    assert value(view, HEAD) == "Nguyễn Hòa"


def test_a_choice_is_answered_with_the_mouse_and_can_be_taken_back(view: DossierView) -> None:
    asked = card(view, KIND)
    first = asked.field.findChildren(QRadioButton)[0]
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert value(view, KIND)
    view.controller.undo()
    assert value(view, KIND) == ""
    assert not first.isChecked()


def test_a_choice_is_taken_back_with_delete_and_never_by_tab_and_space(qtbot: QtBot, view: DossierView) -> None:
    field = card(view, KIND)
    field.take_keyboard()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    chosen = value(view, KIND)
    assert chosen
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert value(view, KIND) == chosen
    field.take_keyboard()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert value(view, KIND) == ""


def test_typing_on_the_last_line_of_a_table_makes_a_row(qtbot: QtBot, view: DossierView) -> None:
    table = units(view)
    assert table.show_cell(UNITS)
    press("Sở Y tế")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert [table.model.index(0, column).data() for column in (0, 1)] == ["Sở Y tế", ""]
    assert table.view.currentIndex().column() == 1
    press("1234")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert table.model.index(0, 1).data() == "1.234"
    assert table.model.rowCount() == 2


def test_a_block_from_excel_is_pasted_as_one_step(qtbot: QtBot, view: DossierView) -> None:
    table = units(view)
    QApplication.clipboard().setText("Tên đơn vị\tChuyên trách\nSở A\t3\t4\nSở B\tnăm\t6\n")
    table.show_cell(UNITS)
    qtbot.keyClick(table.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)  # "năm" is no number: the panel asks
    texts = [[table.model.index(row, column).data() for column in range(3)] for row in range(2)]
    assert texts == [["Sở A", "3", "4"], ["Sở B", "năm", "6"]]
    assert "Cần một số nguyên" in table.model.problem_text(table.model.leaf(table.model.index(1, 1)))  # type: ignore[arg-type]
    view.controller.undo()
    assert table.model.rows == []


def test_what_is_copied_from_a_table_can_be_pasted_back(qtbot: QtBot, view: DossierView) -> None:
    table = units(view)
    QApplication.clipboard().setText('"Sở\nA"\t1.234\t4\nSở B\t5\t6')
    table.show_cell(UNITS)
    qtbot.keyClick(table.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    table.view.selectAll()
    qtbot.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(table.view, Qt.Key.Key_Delete)
    assert table.model.index(0, 0).data() == ""
    table.view.go_to(table.model.index(0, 0))
    qtbot.keyClick(table.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [table.model.index(0, column).data() for column in range(3)] == ["Sở\nA", "1.234", "4"]


def test_rows_are_duplicated_moved_filled_and_deleted_with_keys(qtbot: QtBot, view: DossierView) -> None:
    table = units(view)
    QApplication.clipboard().setText("A\t1\nB\t2")
    table.show_cell(UNITS)
    qtbot.keyClick(table.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    table.view.go_to(table.model.index(1, 0))
    qtbot.keyClick(table.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [table.model.index(row, 0).data() for row in range(2)] == ["B", "A"]
    table.view.go_to(table.model.index(1, 1))
    qtbot.keyClick(table.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert table.model.index(1, 1).data() == "2"
    next(one for one in table.buttons if one.text() == "Nhân đôi").click()
    assert len(table.model.rows) == 3
    qtbot.keyClick(table.view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert len(table.model.rows) == 2


def test_keys_lead_to_the_next_section_and_the_next_unanswered_question(qtbot: QtBot, view: DossierView) -> None:
    view.state.on.click()
    assert view.key == PageKey(FORM, 2)
    view.state.back.click()
    view.go(PageKey(FORM, 0))
    view.go_to_next_unanswered()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert view.isAncestorOf(focus)
    card(view, ALL).take_keyboard()
    qtbot.keyClicks(QApplication.focusWidget(), "x")
    view.go(PageKey(FORM, 0)).take_keyboard()
    view.go_to_next_problem()
    assert (view.key, QApplication.focusWidget()) == (STAFF, card(view, ALL).field.focusProxy())


def test_the_outline_counts_and_marks(qtbot: QtBot, view: DossierView) -> None:
    before = view.outline.topLevelItem(0).child(1).text(1)
    card(view, ALL).take_keyboard()
    qtbot.keyClicks(QApplication.focusWidget(), "5")
    qtbot.waitUntil(lambda: view.outline.topLevelItem(0).child(1).text(1) != before)
    assert view.head.saved.text().startswith(("Đang lưu", "Đã lưu"))


def test_the_panel_tells_history_and_why(qtbot: QtBot, view: DossierView) -> None:
    card(view, ALL).take_keyboard()
    qtbot.keyClicks(QApplication.focusWidget(), "5")
    view.controller.leave()
    view.beside.show_panel(FORM, FULL_TIME, "why")
    assert view.beside.isVisible()
    view.beside.show_panel(FORM, ALL, "note")
    view.beside.note.setPlainText("Đã đối chiếu")
    view.beside.close_panel()
    assert [remark.text for remark in view.controller.dossier.remarks(FORM)] == ["Đã đối chiếu"]
    assert [line.after for line in view.controller.dossier.history(FORM, ALL)] == ["Đã đối chiếu", "5"]


def test_a_person_comes_back_to_where_they_left(view: DossierView, office: Office, tmp_path: Path) -> None:
    card(view, FULL_TIME).take_keyboard()
    assert view.leave()
    assert view._around.preferences.left_at(view.controller.dossier.dossier_id) == (FORM, FULL_TIME)


def test_who_left_in_a_row_that_is_gone_comes_back_to_its_page(
    show_dossier: ShowDossier, new_dossier: OpenDossier, tmp_path: Path
) -> None:
    left = Preferences(tmp_path)
    left.keep_left_at(new_dossier.dossier_id, FORM, Address("never-saved", f"{UNITS.path}/ten"))
    left.save()
    assert show_dossier(new_dossier).key == STAFF


def test_enter_leads_from_a_choice_to_the_next_question_and_does_not_pass_a_table(
    qtbot: QtBot, view: DossierView
) -> None:
    table = units(view)
    first, last = card(view, KIND), card(view, TRAINED)
    first.take_keyboard()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QRadioButton)
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert view.stack.here() == (FORM, HEAD)
    last.take_keyboard()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert table.view.hasFocus()
