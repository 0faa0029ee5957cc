"""What an earlier dossier of the agency answers is offered where a new one begins, shown, and taken with one key."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cbc_desktop.engine.address import Address
from cbc_desktop.office import Office
from cbc_desktop.store.stored_dossier import StoredDossier
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.start.copy_page import CopyPage
from cbc_desktop.ui.start.new_dossier import NewDossierPage
from cbc_desktop.ui.start.prefill_page import PrefillPage
from cbc_desktop.ui.start.room import StartRoom

Window = Callable[[], MainWindow]
Opener = Callable[[Path], AbstractContextManager[Office]]
SURVEY = "khao-sat-nhanh"
STAFF = Address("", "/data/s1/q1_06")


@pytest.fixture
def earlier(program: Program, opened: Opener) -> str:
    """A dossier with one answer; one for practice may take it."""
    with opened(program.home) as office:
        dossier = office.filling.begin(office.filling.campaigns()[0].id, "04")
        dossier.answer(SURVEY, STAFF, "27")
        return dossier.dossier_id


@pytest.fixture
def room(window: Window, earlier: str) -> StartRoom:
    entered = window().enter(Room.DOSSIERS)
    assert isinstance(entered, StartRoom)
    return entered


def idle(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: not program.tasks.running)


def click(qtbot: QtBot, program: Program, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    idle(qtbot, program)


def prefill_page(room: StartRoom) -> PrefillPage:
    page = room.pages.currentWidget()
    assert isinstance(page, PrefillPage)
    return page


def trial_of(room: StartRoom, window: Window) -> StoredDossier:
    (found,) = [one for one in window().around.office.filling.dossiers() if one.trial]
    return found


@pytest.fixture
def begun(qtbot: QtBot, program: Program, room: StartRoom) -> PrefillPage:
    """A dossier for practice was begun, and what could be taken is asked for."""
    room.begin()
    page = room.pages.currentWidget()
    assert isinstance(page, NewDossierPage)
    qtbot.keyClicks(page.search.line, "04")
    assert not page.prefill_box.isVisible(), "there is a dossier already: it is opened"
    page.trial_box.click()
    assert page.prefill_box.isVisible()
    page.prefill_box.click()
    click(qtbot, program, page.begin_button)
    idle(qtbot, program)
    return prefill_page(room)


def test_a_new_dossier_shows_what_it_can_take_and_takes_it(
    qtbot: QtBot, program: Program, begun: PrefillPage, window: Window
) -> None:
    assert begun.table.rowCount() == 1
    assert "1.6" in begun.table.item(0, 0).text()
    assert begun.table.item(0, 1).text() == "27"
    click(qtbot, program, begun.take_button)
    idle(qtbot, program)
    view = window().view
    assert view is not None
    session = view.controller.dossier.form(SURVEY).session
    assert session.value(STAFF) == "27"
    view.controller.undo()
    assert session.value(STAFF) == ""


def test_it_may_be_left_and_is_offered_again_in_the_open_draft_and_on_the_card(
    qtbot: QtBot, program: Program, begun: PrefillPage, window: Window, room: StartRoom
) -> None:
    click(qtbot, program, begun.leave_button)
    view = window().view
    assert view is not None
    assert view.controller.dossier.form(SURVEY).session.value(STAFF) == ""
    assert view.messages.isVisible()
    offered = next(one for one in view.messages.findChildren(QPushButton) if one.text() == "&Xem và lấy…")
    click(qtbot, program, offered)
    assert window().view is None
    assert prefill_page(room).table.rowCount() == 1
    click(qtbot, program, prefill_page(room).back_button)
    assert room.dossiers.isVisible()
    trial = trial_of(room, window)
    (card,) = [one for one in room.dossiers.cards if one.dossier_id == trial.identity.dossier_id]
    (link,) = [one for one in card.findChildren(QPushButton) if "hồ sơ trước" in one.text()]
    click(qtbot, program, link)
    assert prefill_page(room).table.rowCount() == 1


def test_a_real_dossier_takes_nothing_from_one_for_practice(
    qtbot: QtBot, program: Program, begun: PrefillPage, room: StartRoom, earlier: str
) -> None:
    room.back_to_list()
    (card,) = [one for one in room.dossiers.cards if one.dossier_id == earlier]
    assert not [one for one in card.findChildren(QPushButton) if "hồ sơ trước" in one.text()]


def test_where_nothing_can_be_taken_it_is_said(
    qtbot: QtBot, program: Program, begun: PrefillPage, window: Window
) -> None:
    trial = window().around.office.filling.open(begun.dossier_id)
    trial.answer(SURVEY, STAFF, "30")
    begun.look()
    idle(qtbot, program)
    assert "không có câu trả lời nào" in begun.count.text()
    assert not begun.take_button.isEnabled()


def test_a_dossier_that_was_begun_on_both_computers_takes_answers_of_the_copy(
    qtbot: QtBot, program: Program, opened: Opener, room: StartRoom, earlier: str, tmp_path: Path, window: Window
) -> None:
    copy = window().around.office.carrying.copy_out(earlier, tmp_path / "usb").path
    own = window().around.office.database
    own.execute("UPDATE instance SET instance_id = 'uuid:' || id")
    own.execute("UPDATE dossier SET dossier_id = '7c1f3c52-4c59-4a3e-8f0e-0d5c7a9b2e11'")
    own.execute("DELETE FROM answer WHERE path = ?", (STAFF.path,))
    room.carrying.look_at(copy)
    idle(qtbot, program)
    page = room.pages.currentWidget()
    assert isinstance(page, CopyPage)
    assert not page.take_button.isVisible()
    click(qtbot, program, page.prefill_button)
    assert prefill_page(room).table.item(0, 1).text() == "27"
    click(qtbot, program, prefill_page(room).take_button)
    idle(qtbot, program)
    view = window().view
    assert view is not None
    assert view.controller.dossier.form(SURVEY).session.value(STAFF) == "27"
