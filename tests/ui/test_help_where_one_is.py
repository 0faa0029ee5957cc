"""F1 tells about the page one is on, and leads back to the field where one was."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.engine.address import Address
from cbc_desktop.ui.dossier.places import LastStep
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.help.room import HelpRoom
from cbc_desktop.ui.help.written import place_of
from cbc_desktop.ui.issuing.page import IssuingPage
from cbc_desktop.ui.kit.side_page import SidePage
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.receiving.room import ReceivingRoom
from cbc_desktop.ui.receiving.sections import Section
from cbc_desktop.ui.rooms import RoomPage
from cbc_desktop.ui.start.room import StartRoom

FORM, ALL = "khao-sat-nhanh", Address("", "/data/s1/q1_06")
GROUNDS = Address("", "/data/m2/p2_b1/b1")


@pytest.fixture
def shown(qtbot: QtBot, window: Callable[[], MainWindow]) -> MainWindow:
    made = window()
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


@pytest.fixture
def view(qtbot: QtBot, program: Program, shown: MainWindow) -> DossierView:
    dossier = shown.around.office.filling.begin("837-btttt-cbc", "04")
    shown.around.routes.open_dossier.emit(dossier.dossier_id)
    qtbot.waitUntil(lambda: shown.view is not None)
    assert shown.view is not None
    return shown.view


def told(shown: MainWindow) -> Topic:
    """The chapter that is open."""
    room = shown.enter(Room.HELP)
    assert isinstance(room, HelpRoom)
    return place_of(room.chapter.source().toString()).topic


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key)


def test_from_a_question_to_help_about_filling_and_back_to_the_question(
    qtbot: QtBot, shown: MainWindow, view: DossierView
) -> None:
    view.show_question(FORM, ALL)
    field = QApplication.focusWidget()
    press(qtbot, Qt.Key.Key_F1)
    assert shown.room is Room.HELP
    assert told(shown) is Topic.FILLING
    press(qtbot, Qt.Key.Key_Escape)
    assert (shown.room, QApplication.focusWidget()) == (Room.DOSSIERS, field)
    press(qtbot, Qt.Key.Key_F1)
    press(qtbot, Qt.Key.Key_F1)
    assert (shown.room, QApplication.focusWidget()) == (Room.DOSSIERS, field)


def test_from_a_table_and_from_the_last_steps(qtbot: QtBot, shown: MainWindow, view: DossierView) -> None:
    view.show_question("ke-hoach-truyen-thong", GROUNDS)
    assert view.topic is Topic.TABLES
    view.go(LastStep.REVIEW)
    assert view.topic is Topic.CHECKING
    page = view.go(LastStep.ISSUING)
    assert isinstance(page, IssuingPage)
    page.take_keyboard()
    assert view.topic is Topic.SIGNING
    page.returning.findChild(QPushButton).setFocus()
    assert view.topic is Topic.RETURNED


PAGES: list[tuple[Topic, Callable[[MainWindow], object]]] = [
    (Topic.START, lambda shown: shown.enter(Room.DOSSIERS)),
    (Topic.START, lambda shown: start_of(shown).begin()),
    (Topic.CARRYING, lambda shown: start_of(shown).show_backups()),
    (Topic.RECEIVING, lambda shown: shown.enter(Room.RECEIVING)),
    (Topic.CONSOLIDATING, lambda shown: receiving_of(shown).turn_to(Section.CONSOLIDATING)),
    (Topic.SETUP, lambda shown: shown.enter(Room.SETUP)),
    (Topic.SETUP, lambda shown: shown.around.routes.profiles.emit()),
    (Topic.TRUST, lambda shown: shown.around.routes.trust.emit()),
]


@pytest.mark.parametrize(("topic", "go"), PAGES)
def test_from_a_room_or_a_page_in_it_to_help_about_it(
    shown: MainWindow, topic: Topic, go: Callable[[MainWindow], object]
) -> None:
    go(shown)
    shown.turn_help()
    assert told(shown) is topic


def test_every_room_and_every_page_in_the_list_s_place_has_a_chapter() -> None:
    for module in ("new_dossier", "backups_page", "copy_page", "prefill_page", "update_page"):
        import_module(f"cbc_desktop.ui.start.{module}")
    import_module("cbc_desktop.ui.receiving.arrived.ways_on")
    kinds = [*RoomPage.__subclasses__(), *SidePage.__subclasses__()]
    assert [kind.__name__ for kind in kinds if not isinstance(vars(kind).get("about"), Topic)] == []


def receiving_of(shown: MainWindow) -> ReceivingRoom:
    room = shown.enter(Room.RECEIVING)
    assert isinstance(room, ReceivingRoom)
    return room


def start_of(shown: MainWindow) -> StartRoom:
    room = shown.enter(Room.DOSSIERS)
    assert isinstance(room, StartRoom)
    return room
