"""Whoever closes a page while it waits for a task is not told of a fault, and nothing is exchanged under the task."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.engine.address import Address
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.sheets.page import SheetsPage
from cbc_desktop.ui.sheets.request import SheetRequest, SheetWork
from cbc_desktop.ui.start.backups_page import BackupsPage
from cbc_desktop.ui.start.room import StartRoom

Window = Callable[[], MainWindow]
SURVEY, UNITS = "khao-sat-nhanh", Address("", "/data/s1/q1_10/t1")


@contextmanager
def left_alone(qtbot: QtBot, program: Program) -> Iterator[Event]:
    """A task waits until the block is left."""
    go_on = Event()
    yield go_on
    go_on.set()
    qtbot.waitUntil(lambda: not program.tasks.running)


@pytest.fixture
def page(qtbot: QtBot, program: Program, window: Window) -> SheetsPage:
    shown = window()
    shown.around.routes.open_dossier.emit(shown.around.office.filling.begin("837-btttt-cbc", "04").dossier_id)
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert shown.view is not None
    shown.view.go(shown.view.outline.keys()[1])
    shown.view.controller.sheets_wanted.emit(SURVEY, SheetRequest(SheetWork.GATHER, UNITS))
    assert shown.view.sheets is not None
    return shown.view.sheets


def test_a_dossier_that_is_closed_while_files_are_read(
    qtbot: QtBot, program: Program, window: Window, page: SheetsPage
) -> None:
    with left_alone(qtbot, program) as go_on:
        page.run(lambda _: go_on.wait(10), lambda _: page.back.setText("Xong"))
        window().close_dossier()
        qtbot.waitUntil(lambda: not isValid(page))
    assert not window().messages.isVisible()


def test_what_went_wrong_is_told_in_the_window_when_its_page_is_gone(
    qtbot: QtBot, program: Program, page: SheetsPage
) -> None:
    def fails(_progress: object) -> None:
        go_on.wait(10)
        raise UserFacingError(Message("Ổ đĩa đầy.", "The disk is full."))

    with qtbot.captureExceptions() as raised, left_alone(qtbot, program) as go_on:
        page.run(fails, lambda _: None)
        page.closed.emit()
        qtbot.waitUntil(lambda: not isValid(page))
    assert [str(error) for _, error, _ in raised] == ["The disk is full."]


def test_data_are_not_exchanged_while_a_task_has_them(qtbot: QtBot, program: Program, window: Window) -> None:
    room = window().enter(Room.DOSSIERS)
    assert isinstance(room, StartRoom)
    room.show_backups()
    page = room.pages.currentWidget()
    assert isinstance(page, BackupsPage)
    page.make()
    assert page.restore_button.isEnabled()
    with left_alone(qtbot, program) as go_on:
        program.tasks.run(program, lambda _: go_on.wait(10), done=lambda _: None, failed=lambda _: None)
        page.list.setCurrentRow(-1)
        page.list.setCurrentRow(0)
        assert not page.restore_button.isEnabled()
        assert not page.other_button.isEnabled()
    assert page.restore_button.isEnabled()
