"""A dossier is removed for good in the list of dossiers, after a person was told what goes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

import pytest
from dialog_answers import answer
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.cli.main import run
from cbc_desktop.engine.address import Address
from cbc_desktop.office import Office
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.preferences import FILE
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.start.room import StartRoom


@pytest.fixture
def room(window: Callable[[], MainWindow]) -> StartRoom:
    office = window().around.office
    for agency in ("04", "20"):
        office.filling.begin("837-btttt-cbc", agency, trial=True)
    entered = window().enter(Room.DOSSIERS)
    assert isinstance(entered, StartRoom)
    return entered


def test_a_person_decides_and_the_dossier_is_gone(
    qtbot: QtBot, window: Callable[[], MainWindow], room: StartRoom
) -> None:
    window().show()
    card, left = room.dossiers.cards
    window().around.preferences.keep_left_at(card.dossier_id, "khao-sat-nhanh", Address("", "/data/s1/q1_06"))
    answer(lambda dialog: dialog.leave_button.click())
    qtbot.mouseClick(card.remove_link, Qt.MouseButton.LeftButton)
    assert len(room.dossiers.cards) == 2
    answer(lambda dialog: dialog.do_button.click())
    qtbot.mouseClick(card.remove_link, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(room.dossiers.cards) == 1)
    assert [one.dossier_id for one in room.dossiers.cards] == [left.dossier_id]
    assert "Đã xóa hẳn" in room.messages.text.text()
    assert window().around.preferences.left_at(card.dossier_id) is None


def test_lines_of_a_dossier_that_a_command_removed_go_when_the_window_opens(
    program: Program, opened: Callable[[Path], AbstractContextManager[Office]]
) -> None:
    with opened(program.home) as office:
        stays, goes = (office.filling.begin("837-btttt-cbc", agency).dossier_id for agency in ("04", "20"))
    for dossier_id in (stays, goes):
        program.preferences.keep_left_at(dossier_id, "khao-sat-nhanh", Address("", "/data/s1/q1_06"))
        program.preferences.keep_progress(dossier_id, 4, 60, datetime(2022, 3, 25, tzinfo=VIETNAM))
        program.preferences.keep_forms_language(dossier_id, "English")
    assert run(["--home", str(program.home), "remove", "20", "--for-good"]) == 0
    program.start()
    program.preferences.save()
    kept = (program.home / FILE).read_text(encoding="utf-8")
    assert (kept.count(stays), kept.count(goes)) == (3, 0)
