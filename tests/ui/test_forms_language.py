"""The forms of a dossier are shown in another of their languages at once, and the dossier remembers which."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cbc_desktop.engine.address import Address
from cbc_desktop.office import Office, open_office
from cbc_desktop.ui.application import load_fonts
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.dossier.places import PageKey
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.preferences import Preferences
from cbc_desktop.ui.questions.card import card_of
from cbc_desktop.ui.rooms import Routes, Surroundings
from cbc_desktop.ui.tasks import Tasks

FORM, STAFF = "khao-sat-nhanh", PageKey("khao-sat-nhanh", 1)
ALL, KIND = (Address("", f"/data/s1/{name}") for name in ("q1_06", "q1_01"))
UNITS = Address("", "/data/s1/q1_10/t1")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path, who="lan") as opened:
        yield opened


@pytest.fixture
def around(office: Office, tmp_path: Path) -> Surroundings:
    load_fonts()
    return Surroundings(office, Look(), Preferences(tmp_path), Tasks(), Routes())


def opened(qtbot: QtBot, around: Surroundings, dossier_id: str) -> DossierView:
    office = around.office
    shown = DossierView(around, DossierController(office.filling.open(dossier_id), office.clock))
    qtbot.addWidget(shown)
    shown.resize(1278, 768)
    shown.show()
    return shown


@pytest.fixture
def view(qtbot: QtBot, around: Surroundings) -> DossierView:
    return opened(qtbot, around, around.office.filling.begin("837-btttt-cbc", "04").dossier_id)


def test_one_key_shows_the_other_language_and_the_keyboard_stays(qtbot: QtBot, view: DossierView) -> None:
    view.controller.type(FORM, ALL, "10")
    view.show_question(FORM, ALL)
    page, field = view.go(STAFF), QApplication.focusWidget()
    assert field is not None
    assert page.contents.cards[ALL].label.text().startswith("1.6. Tổng số người")
    qtbot.keyClick(field, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is field
    card = card_of(field)
    assert card is not None
    assert card.label.text().startswith("1.6. Total communication staff")
    assert page.head.title.text() == "1. Staff, unit, focal point"
    assert page.contents.tables[UNITS].model.heading(0).startswith("Unit")
    assert "Staff, unit, focal point" in [
        view.outline.topLevelItem(0).child(number).text(0).removeprefix("1. ") for number in range(3)
    ]
    qtbot.keyClick(field, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert card.label.text().startswith("1.6. Tổng số người")


def test_what_is_being_typed_in_a_cell_is_kept_when_the_language_changes(qtbot: QtBot, view: DossierView) -> None:
    view.controller.type(FORM, ALL, "10")
    view.show_question(FORM, UNITS)
    grid = view.go(STAFF).contents.tables[UNITS].view
    qtbot.keyClicks(grid, "S")
    cell = QApplication.focusWidget()
    assert cell is not None
    qtbot.keyClicks(cell, "o Y te")
    qtbot.keyClick(cell, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert grid.model().index(0, 0).data() == "So Y te"
    assert QApplication.focusWidget() is grid


def test_the_search_finds_what_is_shown(qtbot: QtBot, view: DossierView) -> None:
    view.head.language_wanted.emit("English (en)")
    view.search.open()
    qtbot.keyClicks(view.search, "spokesperson")
    assert "spokesperson" in view.search.hits.item(0).text().lower()


def test_the_menu_names_the_languages_and_the_dossier_remembers(
    qtbot: QtBot, around: Surroundings, view: DossierView
) -> None:
    names = [action.text() for action in view.head.languages.actions()]
    assert names == ["Tiếng Việt (vi)", "English (en)"]
    view.head.languages.actions()[1].trigger()
    assert view.head.language.text() == "English ▾"
    again = opened(qtbot, around, view.controller.dossier.dossier_id)
    assert again.language.present == "English (en)"
    other = opened(qtbot, around, around.office.filling.begin("837-btttt-cbc", "46").dossier_id)
    assert other.language.present == "Tiếng Việt (vi)"
