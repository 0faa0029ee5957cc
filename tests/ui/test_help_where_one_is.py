"""F1 tells about the page one is on, and leads back to the field where one was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cbc_desktop.engine.address import Address
from cbc_desktop.ui.dossier.places import LastStep
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.help.room import HelpRoom
from cbc_desktop.ui.help.topics import Topic
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program

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
    qtbot.waitUntil(lambda: shown.view is not None, timeout=30_000)
    assert shown.view is not None
    return shown.view


def told_first(shown: MainWindow) -> Topic:
    """The first topic that is in sight from its beginning."""
    room = shown.enter(Room.HELP)
    assert isinstance(room, HelpRoom)
    area = room.area
    edge = area.verticalScrollBar().value()
    return next(topic for topic, panel in room.panels.items() if panel.y() >= edge)


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
    qtbot.waitUntil(lambda: told_first(shown) is Topic.FILLING)
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
    view.go(LastStep.ISSUING)
    assert view.topic is Topic.ISSUING


@pytest.mark.parametrize(("room", "topic"), [(Room.DOSSIERS, Topic.WAY), (Room.RECEIVING, Topic.RECEIVING)])
def test_from_a_room_to_help_about_it(qtbot: QtBot, shown: MainWindow, room: Room, topic: Topic) -> None:
    shown.enter(room)
    shown.turn_help()
    qtbot.waitUntil(lambda: told_first(shown) is topic)
