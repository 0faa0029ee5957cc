"""A person looks for something in a dossier without taking the hands off the keyboard."""

from __future__ import annotations

import pytest
from dossier_showing import ShowDossier
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cbc_desktop.engine.address import Address
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.ui.dossier.places import PageKey
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.questions.card import card_of

FORM, STAFF = "khao-sat-nhanh", PageKey("khao-sat-nhanh", 1)
ALL, HEAD = (Address("", f"/data/s1/{name}") for name in ("q1_06", "q1_05"))
UNITS = Address("", "/data/s1/q1_10/t1")


@pytest.fixture
def view(show_dossier: ShowDossier, new_dossier: OpenDossier) -> DossierView:
    shown = show_dossier(new_dossier)
    shown.show_question(FORM, ALL)
    return shown


def look_for(qtbot: QtBot, view: DossierView, text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.search.hasFocus()
    qtbot.keyClicks(view.search, text)


def test_a_table_that_is_not_asked_now_is_told_with_its_condition(qtbot: QtBot, view: DossierView) -> None:
    """The table of units is asked once there is any staff."""
    view.show_question(FORM, Address("", "/data/s1/q1_10/t1"))
    told = view.messages.text.text()
    assert "1.10" in told
    assert "1.6" in told


def keyboard_at(view: DossierView) -> Address | None:
    return view.go(STAFF).present_address() if view.key == STAFF else None


def test_ctrl_f_letters_and_enter_lead_to_a_question(qtbot: QtBot, view: DossierView) -> None:
    look_for(qtbot, view, "lanh dao co quan phu")
    assert view.search.results.isVisible()
    assert view.search.hits.item(0).text().startswith("1.5. Lãnh đạo cơ quan")
    qtbot.keyClick(view.search, Qt.Key.Key_Return)
    assert not view.search.results.isVisible()
    assert keyboard_at(view) == HEAD


def test_escape_closes_and_gives_the_keyboard_back(qtbot: QtBot, view: DossierView) -> None:
    before = QApplication.focusWidget()
    look_for(qtbot, view, "kinh phi")
    qtbot.keyClick(view.search, Qt.Key.Key_Escape)
    assert not view.search.results.isVisible()
    assert QApplication.focusWidget() is before
    assert keyboard_at(view) == ALL


def test_arrows_go_through_the_results_and_lead_to_another_page(qtbot: QtBot, view: DossierView) -> None:
    look_for(qtbot, view, "kinh phi")
    hits = view.search.hits
    assert hits.count() > 3
    for _ in range(2):
        qtbot.keyClick(view.search, Qt.Key.Key_Down)
    qtbot.keyClick(view.search, Qt.Key.Key_Up)
    assert hits.currentRow() == 1
    assert view.search.accessibleDescription() == hits.item(1).text()
    qtbot.keyClick(view.search, Qt.Key.Key_Return)
    assert view.key == PageKey(FORM, 3)
    card = card_of(QApplication.focusWidget())
    assert card is not None
    assert "kinh phí" in card.label.text()


def test_what_was_looked_for_last_is_there_again_to_go_on_with(qtbot: QtBot, view: DossierView) -> None:
    look_for(qtbot, view, "kinh phi")
    qtbot.keyClick(view.search, Qt.Key.Key_Return)
    look_for(qtbot, view, "")
    assert (view.search.selectedText(), view.search.results.isVisible()) == ("kinh phi", True)
    qtbot.keyClicks(view.search, "q")
    assert view.search.text() == "q"


def test_an_answer_typed_just_now_is_found_and_a_cell_is_gone_to(qtbot: QtBot, view: DossierView) -> None:
    look_for(qtbot, view, "bao tang mau")
    assert not view.search.hits.isVisible()
    view.controller.type(FORM, ALL, "10")
    dossier = view.controller.dossier
    rows = view.controller.perform(FORM, lambda: dossier.add_rows(FORM, UNITS, 3)).rows_added
    cell = Address(rows[1], f"{UNITS.path}/don_vi")
    view.controller.perform(FORM, lambda: dossier.answer(FORM, cell, "Bảo tàng Mẫu"))
    qtbot.keyClick(view.search, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(view.search, "bao tang mau")
    assert "dòng 2" in view.search.hits.item(0).text()
    qtbot.keyClick(view.search, Qt.Key.Key_Return)
    assert keyboard_at(view) == cell


def test_a_result_is_gone_to_with_the_mouse(qtbot: QtBot, view: DossierView) -> None:
    look_for(qtbot, view, "kinh phi")
    hits = view.search.hits
    place = hits.visualItemRect(hits.item(1)).center()
    qtbot.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert not view.search.results.isVisible()
    assert view.key == PageKey(FORM, 3)


def test_nothing_found_says_so(qtbot: QtBot, view: DossierView) -> None:
    look_for(qtbot, view, 'zzz" OR *')
    assert view.search.told.text() == 'Không tìm thấy “zzz" OR *”. Hãy thử ít chữ hơn; không cần gõ dấu.'
    qtbot.keyClick(view.search, Qt.Key.Key_Return)
    assert view.search.hasFocus()
