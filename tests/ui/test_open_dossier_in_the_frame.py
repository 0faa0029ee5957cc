"""A dossier is opened from the list and closed again; what was typed is never given up without asking."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from dialog_answers import answer
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.message import Message
from cbc_desktop.engine.address import Address
from cbc_desktop.filling.review import is_asked
from cbc_desktop.forms.definition import Control, DataType
from cbc_desktop.office import Office
from cbc_desktop.ui.dossier.places import LastStep, PageKey, Place
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.start.room import StartRoom
from cbc_desktop.ui.theme.colours import Scheme

Window = Callable[[], MainWindow]
Opener = Callable[[Path], AbstractContextManager[Office]]


@pytest.fixture
def dossier_id(program: Program, opened: Opener) -> str:
    with opened(program.home) as office:
        return office.filling.begin(office.filling.campaigns()[0].id, "04").dossier_id


@pytest.fixture
def shown(qtbot: QtBot, window: Window, dossier_id: str) -> Window:
    """The window with the dossier open in it."""
    room = window().enter(Room.DOSSIERS)
    assert isinstance(room, StartRoom)
    qtbot.mouseDClick(room.dossiers.cards[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window().view is not None)
    return window


def a_text_question(window: MainWindow) -> tuple[str, Address]:
    """A text that nobody has answered."""
    assert window.view is not None
    for form_id, filling in window.view.controller.dossier.forms.items():
        for leaf in filling.session.leaves():
            is_text = leaf.definition.bind.type is DataType.STRING and leaf.definition.control is Control.INPUT
            if is_text and is_asked(leaf) and not leaf.lexical:
                return form_id, leaf.address
    raise AssertionError("the form has no such question")


def test_a_double_click_opens_the_dossier_in_the_place_of_the_list(shown: Window, dossier_id: str) -> None:
    view = shown().view
    assert view is not None
    assert view.controller.dossier.dossier_id == dossier_id
    assert shown().stack.currentWidget() is view


def test_another_room_is_visited_and_the_dossier_is_still_open(shown: Window) -> None:
    view = shown().view
    shown().enter(Room.SETUP)
    shown().enter(Room.DOSSIERS)
    assert shown().stack.currentWidget() is view


def test_in_other_colours_the_same_dossier_is_open(shown: Window, program: Program) -> None:
    assert shown().view is not None
    controller = shown().view.controller
    program.preferences.scheme = Scheme.DARK
    shown().around.routes.dress_anew.emit()
    assert shown().view is not None
    assert shown().view.controller is controller


def test_what_happens_in_the_dossier_no_longer_reaches_the_view_that_is_gone(
    qtbot: QtBot, shown: Window, program: Program, qapp: QApplication
) -> None:
    form_id, address = a_text_question(shown())
    shown().around.routes.dress_anew.emit()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert shown().view is not None
    controller = shown().view.controller
    with qtbot.captureExceptions() as faults:
        controller.type(form_id, address, "mới")
        controller.leave()
        controller.undo()
    assert faults == []


def test_what_was_told_goes_when_the_person_goes_on_and_what_can_be_pressed_stays(shown: Window) -> None:
    form_id, address = a_text_question(shown())
    view = shown().view
    assert view is not None
    dossier = view.controller.dossier
    for go_on in (
        lambda: view.go_by(1),
        lambda: view.controller.perform(form_id, lambda: dossier.answer(form_id, address, "mới")),
    ):
        view.controller.refused.emit(Message("Không được", "No"))
        assert view.messages.isVisible()
        go_on()
        assert not view.messages.isVisible()
    view.messages.say("Có thể lấy", Tone.INFO, QPushButton("Lấy"))
    view.go_by(-1)
    assert view.messages.isVisible()


@pytest.mark.parametrize("place", [LastStep.ISSUING, PageKey("ke-hoach-truyen-thong", 3)])
def test_in_other_clothes_one_is_on_the_same_page_of_a_window_as_large(
    shown: Window, program: Program, place: Place
) -> None:
    view = shown().view
    assert view is not None
    view.go(place)
    shown().resize(1300, 700)
    program.preferences.scale = 125
    shown().around.routes.dress_anew.emit()
    again = shown().view
    assert again is not None
    assert again is not view
    assert again.key == place
    assert shown().size() == QSize(1300, 700)


def test_closing_the_dossier_leads_back_to_the_list(shown: Window) -> None:
    shown().around.routes.close_dossier.emit()
    assert shown().view is None
    assert isinstance(shown().stack.currentWidget(), StartRoom)


def test_what_was_typed_when_the_window_is_closed_is_saved(
    shown: Window, program: Program, opened: Opener, dossier_id: str
) -> None:
    form_id, address = a_text_question(shown())
    assert shown().view is not None
    shown().view.controller.type(form_id, address, "gõ dở")
    assert shown().close()
    program.close()
    with opened(program.home) as office:
        session = office.filling.open(dossier_id).forms[form_id].session
        assert session.tree.leaf(address).lexical == "gõ dở"


def test_what_cannot_be_saved_keeps_the_window_open_until_a_person_gives_it_up(
    qtbot: QtBot, shown: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown()
    assert window.view is not None
    monkeypatch.setattr(window.view.controller, "leave", lambda: False)
    answer(lambda dialog: dialog.leave_button.click())
    assert not window.close()
    assert window.isVisible()
    answer(lambda dialog: dialog.do_button.click())
    assert window.close()


def test_a_dossier_whose_forms_are_gone_is_told_in_the_list(
    qtbot: QtBot, window: Window, program: Program, dossier_id: str
) -> None:
    window().around.office.database.execute("UPDATE instance SET form_digest = ?", ("0" * 64,))
    window().around.routes.open_dossier.emit(dossier_id)
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert window().view is None
    assert "phiên bản" in window().messages.text.text()


def test_the_list_says_how_far_a_dossier_is_once_it_was_open_and_until_it_is_changed_elsewhere(
    shown: Window, dossier_id: str
) -> None:
    window = shown()
    assert window.view is not None
    form_id, address = a_text_question(window)
    window.view.controller.type(form_id, address, "Số 1 phố Mẫu")
    window.close_dossier()
    room = window.enter(Room.DOSSIERS)
    assert isinstance(room, StartRoom)
    assert re.search(r"Đã trả lời [1-9]\d*/\d+ câu", room.dossiers.cards[0].accessibleName())
    clock = window.around.office.clock
    assert isinstance(clock, FixedClock)
    clock.advance(60)
    window.around.office.filling.open(dossier_id).answer(form_id, address, "Số 2 phố Mẫu")
    room.entered()
    assert "Đã trả lời" not in room.dossiers.cards[0].accessibleName()


def test_the_keyboard_is_in_the_first_question_when_a_dossier_is_opened_and_where_one_was_when_it_is_opened_again(
    qtbot: QtBot, shown: Window, dossier_id: str
) -> None:
    window = shown()
    assert window.view is not None
    here = window.view.stack.here()
    assert here is not None
    form_id, address = a_text_question(window)
    assert window.view.show_question(form_id, address)
    window.around.routes.close_dossier.emit()
    window.around.routes.open_dossier.emit(dossier_id)
    qtbot.waitUntil(lambda: window.view is not None)
    assert window.view is not None
    assert window.view.stack.here() == (form_id, address)


def test_opening_a_dossier_twice_in_a_hurry_is_no_mistake(
    qtbot: QtBot, window: Window, program: Program, dossier_id: str
) -> None:
    window().around.routes.open_dossier.emit(dossier_id)
    window().around.routes.open_dossier.emit(dossier_id)
    assert not window().messages.isVisible()
    qtbot.waitUntil(lambda: window().view is not None)


def test_f7_and_f8_lead_on_in_an_open_dossier(qtbot: QtBot, shown: Window) -> None:
    view = shown().view
    assert view is not None
    before = view.stack.here()
    qtbot.keyClick(shown(), Qt.Key.Key_F7)
    unanswered = view.stack.here()
    assert unanswered not in (None, before)
    qtbot.keyClick(shown(), Qt.Key.Key_F8)
    assert view.stack.here() not in (None, unanswered)
