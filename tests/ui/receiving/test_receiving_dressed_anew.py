"""The language is changed while Phúc is at work: the room is where it was, and what is done next is done."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot
from received_sample import Postman

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import ENGLISH, Message
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.receiving.room import ReceivingRoom
from cbc_desktop.ui.receiving.sections import Section

Libraries = dict[str, Agency]
LONG = Message(
    "Chương trình gặp lỗi. Không có gì bị mất; mọi câu trả lời đã lưu. " * 4, "The program met a fault. " * 12
)


@pytest.fixture
def turn_everywhere(qtbot: QtBot, window: Callable[[], MainWindow], program: Program) -> Callable[[], ReceivingRoom]:
    """Through all rooms of the present window, and all pages of the receiving room; ends in the last of these."""

    def turn() -> ReceivingRoom:
        for each in (*Room, Room.RECEIVING):
            room = window().enter(each)
        assert isinstance(room, ReceivingRoom)
        for section in Section:
            room.turn_to(section)
            qtbot.waitUntil(lambda: not program.tasks.running)
        return room

    return turn


def change_language(program: Program, window: MainWindow) -> None:
    """As the room for settings does; the old window is really gone."""
    program.preferences.language = ENGLISH
    window.around.routes.dress_anew.emit()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_what_runs_after_the_language_was_changed_meets_nothing_of_the_old_window(
    qtbot: QtBot,
    window: Callable[[], MainWindow],
    program: Program,
    postman: Postman,
    libraries: Libraries,
    turn_everywhere: Callable[[], ReceivingRoom],
) -> None:
    postman.brings(libraries["TVM"])
    told: list[Message] = []
    program.faults.happened.connect(told.append)
    turn_everywhere()
    change_language(program, window())
    turn_everywhere()
    answers: list[int] = []

    def refused(error: UserFacingError) -> None:
        raise error

    program.tasks.run(window(), lambda progress: progress(LONG) or 42, done=answers.append, failed=refused)
    qtbot.waitUntil(lambda: answers == [42])
    assert told == []


def test_the_page_and_the_dossiers_for_practice_stay_when_the_window_is_dressed_anew(
    window: Callable[[], MainWindow], program: Program, turn_everywhere: Callable[[], ReceivingRoom]
) -> None:
    room = turn_everywhere()
    assert room.scope.campaign is not None
    room.scope.choose(room.scope.campaign, trial=True)
    for _ in range(2):  # the second time without having entered the room meanwhile
        window().enter(Room.SETUP)
        change_language(program, window())
    again = window().enter(Room.RECEIVING)
    assert isinstance(again, ReceivingRoom)
    assert (again.section, again.scope.trial) == (Section.ONE_FILE, True)
    again.turn_to(Section.ARRIVED)
    assert again.scope_line.trial.isVisible()
    assert again.scope_line.kinds.currentIndex() == 1


def test_a_message_for_all_rooms_does_not_make_the_window_larger(
    qtbot: QtBot, window: Callable[[], MainWindow], turn_everywhere: Callable[[], ReceivingRoom]
) -> None:
    window().resize(1278, 700)
    room = turn_everywhere()
    before = window().size()
    window().tell_trouble(LONG)
    for section in Section:
        room.turn_to(section)
        qtbot.wait(1)
        assert window().size() == before
    assert window().minimumSizeHint().height() <= before.height()
