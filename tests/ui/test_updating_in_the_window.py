"""A newer version of a form is offered when a draft is opened; the draft goes over when its person says so."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from older_form import GONE, SURVEY, begun_with_an_older_form
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cbc_desktop.engine.address import Address
from cbc_desktop.office import Office
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.start.room import StartRoom
from cbc_desktop.ui.start.update_page import UpdatePage

Window = Callable[[], MainWindow]
Opener = Callable[[Path], AbstractContextManager[Office]]
ALL = Address("", "/data/s1/q1_06")


@pytest.fixture
def dossier_id(program: Program, opened: Opener) -> str:
    with opened(program.home) as office:
        begun = office.filling.begin(office.filling.campaigns()[0].id, "04")
        begun.answer(SURVEY, ALL, "12")
        begun_with_an_older_form(office, begun.dossier_id)
        return begun.dossier_id


def open_dossier(qtbot: QtBot, window: Window) -> None:
    room = window().enter(Room.DOSSIERS)
    assert isinstance(room, StartRoom)
    qtbot.mouseDClick(room.dossiers.cards[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window().view is not None)


def press(window: MainWindow, text: str) -> None:
    next(one for one in window.findChildren(QPushButton) if one.text() == text and one.isVisible()).click()


def test_a_draft_of_an_older_form_is_shown_what_becomes_of_it_and_goes_over(
    qtbot: QtBot, window: Window, program: Program, dossier_id: str
) -> None:
    open_dossier(qtbot, window)
    view = window().view
    assert view is not None
    assert view.controller.dossier.form(SURVEY).session.value(GONE) == "Ghi theo mẫu cũ"
    press(window(), "&Xem và chuyển…")
    qtbot.waitUntil(lambda: not program.tasks.running)
    page = window().findChild(UpdatePage)
    assert page is not None
    assert page.counts.text().startswith("1 câu trả lời không còn chỗ")
    assert page.table.item(0, 2).text() == "Ghi theo mẫu cũ"
    qtbot.keyClick(page.take_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window().view is not None)
    again = window().view
    assert again is not None
    session = again.controller.dossier.form(SURVEY).session
    assert session.value(ALL) == "12"
    assert not session.tree.holds(GONE)
    assert "phiên bản mới" not in again.messages.text.text()


def test_it_may_stay_in_its_version(qtbot: QtBot, window: Window, program: Program, dossier_id: str) -> None:
    open_dossier(qtbot, window)
    press(window(), "&Xem và chuyển…")
    qtbot.waitUntil(lambda: not program.tasks.running)
    press(window(), "Để &sau, mở hồ sơ")
    qtbot.waitUntil(lambda: window().view is not None)
    view = window().view
    assert view is not None
    assert view.controller.dossier.form(SURVEY).session.value(GONE) == "Ghi theo mẫu cũ"
