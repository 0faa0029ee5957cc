"""What one form has, another takes over: one figure, a table's rows, or all of a page, from the keyboard."""

from __future__ import annotations

import pytest
from dossier_showing import ShowDossier
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cbc_desktop.engine.address import Address
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.office import Office
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.dossier.places import PageKey
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.rooms import Routes, Surroundings
from cbc_desktop.ui.tasks import Tasks

SURVEY, PLAN = "khao-sat-nhanh", "ke-hoach-truyen-thong"
UNIT, PERSON = (Address("", f"/data/m1/p1_08_{name}") for name in ("don_vi", "nguoi"))
GROUNDS = Address("", "/data/m2/p2_b1/b1")
FACTS, LEGAL = PageKey(PLAN, 0), PageKey(PLAN, 1)
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view(show_dossier: ShowDossier, new_dossier: OpenDossier) -> DossierView:
    sample = new_dossier.campaign.folder / "sample" / f"{SURVEY}.json"
    fill_form(new_dossier, SURVEY, read_prepared(sample))
    shown = show_dossier(new_dossier)
    shown.go(FACTS)
    return shown


def value(view: DossierView, address: Address) -> str:
    return view.controller.dossier.form(PLAN).session.value(address)


def press(qtbot: QtBot, modifiers: Qt.KeyboardModifier = ALT) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_D, modifiers)


def test_one_key_takes_what_is_offered_to_the_question_one_is_at(qtbot: QtBot, view: DossierView) -> None:
    view.show_question(PLAN, UNIT)
    press(qtbot)
    assert (value(view, UNIT), value(view, PERSON)) == ("Phòng Khoa giáo - Văn xã", "")
    assert not view.go(FACTS).contents.cards[UNIT].offer.isVisible()


def test_all_of_a_page_is_taken_with_one_key_and_undone_with_one(qtbot: QtBot, view: DossierView) -> None:
    page = view.go(FACTS)
    assert "2 chỗ còn trống" in page.all_offers.text.text()
    view.show_question(PLAN, UNIT)
    press(qtbot, ALT | Qt.KeyboardModifier.ShiftModifier)
    assert (value(view, UNIT), value(view, PERSON)) == ("Phòng Khoa giáo - Văn xã", "Nông Thị Thử")
    assert not page.all_offers.isVisible()
    view.controller.undo()
    assert (value(view, UNIT), value(view, PERSON)) == ("", "")
    qtbot.waitUntil(page.all_offers.isVisible)


def test_what_a_person_gave_is_not_replaced_together_with_the_rest(qtbot: QtBot, view: DossierView) -> None:
    dossier, page = view.controller.dossier, view.go(FACTS)
    view.controller.perform(PLAN, lambda: dossier.answer(PLAN, UNIT, "Phòng khác"))
    qtbot.waitUntil(lambda: not page.all_offers.isVisible())
    assert page.contents.cards[UNIT].offer.isVisible()
    page.contents.cards[UNIT].offer.take_button.click()
    assert value(view, UNIT) == "Phòng Khoa giáo - Văn xã"


def test_rows_are_taken_from_inside_the_table(qtbot: QtBot, view: DossierView) -> None:
    view.show_question(PLAN, GROUNDS)
    line = view.go(LEGAL).contents.offers[GROUNDS]
    assert "8 dòng" in line.text.text()
    press(qtbot)
    assert len(view.controller.dossier.form(PLAN).session.tree.repeat(GROUNDS).rows) == 8


def test_cells_of_a_table_are_offered_above_it(qtbot: QtBot, view: DossierView) -> None:
    dossier = view.controller.dossier
    fill_form(dossier, PLAN, read_prepared(dossier.campaign.folder / "sample" / f"{PLAN}.json"))
    (offer, *_) = [one for one in dossier.offers(PLAN) if one.address.path == "/data/m10/p10_b10/b10/nguoi_phat_ngon"]
    view.show_question(PLAN, offer.address)
    line = view.go(PageKey(PLAN, 9)).contents.offers[Address("", "/data/m10/p10_b10/b10")]
    assert "2 ô còn trống" in line.text.text()
    press(qtbot)
    assert value(view, offer.address) == offer.text


def test_one_comes_back_to_the_cell_where_one_left_off(qtbot: QtBot, view: DossierView, office: Office) -> None:
    dossier = view.controller.dossier
    rows = view.controller.perform(PLAN, lambda: dossier.add_rows(PLAN, GROUNDS, 3)).rows_added
    cell = Address(rows[1], f"{GROUNDS.path}/trich_yeu")
    view.show_question(PLAN, cell)
    assert view.leave()
    preferences = view._around.preferences
    again = DossierView(
        Surroundings(office, Look(), preferences, Tasks(), Routes()),
        DossierController(office.filling.open(dossier.dossier_id), office.clock),
    )
    qtbot.addWidget(again)
    again.resize(1278, 768)
    again.show()
    again.activateWindow()
    assert again.key == LEGAL
    assert again.go(LEGAL).contents.tables[GROUNDS].present_address() == cell
    focus = again.focusWidget()
    assert focus is not None
    assert again.go(LEGAL).contents.tables[GROUNDS].isAncestorOf(focus)
