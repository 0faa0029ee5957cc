"""A person reads the guide in the window: goes by links, looks for words without accents, saves it as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cbc_desktop.base.message import ENGLISH
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.ui.help.chapter_view import ChapterView
from cbc_desktop.ui.help.room import HelpRoom
from cbc_desktop.ui.help.written import place_of
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.theme.sizes import DOUBLE, SCALES
from cbc_desktop.ui.trouble_window import TroubleWindow


@pytest.fixture
def window_shown(qtbot: QtBot, window: Callable[[], MainWindow]) -> MainWindow:
    made = window()
    made.resize(1278, 700)
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


@pytest.fixture
def room(window_shown: MainWindow) -> HelpRoom:
    entered = window_shown.enter(Room.HELP)
    assert isinstance(entered, HelpRoom)
    return entered


def place(room: HelpRoom) -> tuple[Topic, str]:
    at = place_of(room.chapter.source().toString())
    return at.topic, at.section


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, modifier)


def test_words_are_found_without_accents_and_enter_opens_the_section(qtbot: QtBot, room: HelpRoom) -> None:
    press(qtbot, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(room.search, "chu ky bang but")
    assert not room.search.hits.isVisible()
    assert room.nothing.isVisible()
    room.search.selectAll()
    qtbot.keyClicks(room.search, "ky bang but")
    assert room.search.hits.isVisible()
    press(qtbot, Qt.Key.Key_Return)
    assert place(room) == (Topic.SIGNING, "ky-bang-but")
    assert room.chapter.verticalScrollBar().value() > 0
    assert room.contents.currentRow() == list(Topic).index(Topic.SIGNING)


def test_titles_are_found_first_and_each_section_once(qtbot: QtBot, room: HelpRoom) -> None:
    qtbot.keyClicks(room.search, "usb token")
    found = [room.search.hits.item(row).text() for row in range(room.search.hits.count())]
    assert found[0].startswith("Ký bằng USB token")
    assert len(found) == len(set(found))
    for _ in range(2):
        qtbot.keyClick(room.search, Qt.Key.Key_Down)
    assert room.search.hits.currentRow() == 2


def test_escape_first_empties_the_search_and_then_leads_back(
    qtbot: QtBot, window_shown: MainWindow, room: HelpRoom
) -> None:
    press(qtbot, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(room.search, "token")
    press(qtbot, Qt.Key.Key_Escape)
    assert (room.search.text(), window_shown.room) == ("", Room.HELP)
    assert room.contents.isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    assert window_shown.room is Room.DOSSIERS


def test_the_keys_go_from_chapter_to_chapter_and_from_link_to_link(qtbot: QtBot, room: HelpRoom) -> None:
    room.contents.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert place(room) == (Topic.FILLING, "")
    press(qtbot, Qt.Key.Key_Up)
    room.chapter.setFocus()
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Return)
    assert place(room) == (Topic.FILLING, "lay-lai-so-lieu-cu")
    press(qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert place(room)[0] is Topic.START


def test_pictures_are_never_wider_than_the_page(qtbot: QtBot, window_shown: MainWindow, room: HelpRoom) -> None:
    for width in (1278, 1000):
        window_shown.resize(width, 700)
        qtbot.wait(20)
        assert room.chapter.document().size().width() <= room.chapter.viewport().width()
        assert room.chapter.document().idealWidth() <= room.chapter.viewport().width() + DOUBLE


def test_the_guide_is_saved_as_a_pdf(qtbot: QtBot, room: HelpRoom, tmp_path: Path) -> None:
    target = tmp_path / "huong-dan.pdf"
    room.save_pdf(target)
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: room.messages.isVisible())
    assert target.read_bytes().startswith(b"%PDF-1.7")
    assert str(target) in room.messages.text.text()


@pytest.mark.parametrize("scale", SCALES)
def test_titles_of_chapters_are_never_cut_off(
    window: Callable[[], MainWindow], program: Program, scale: int, qtbot: QtBot
) -> None:
    program.preferences.language, program.preferences.scale = ENGLISH, scale
    shown = window()
    shown.resize(1366, 768)
    room = shown.enter(Room.HELP)
    assert isinstance(room, HelpRoom)
    shown.show()
    qtbot.wait(50)
    titles = room.contents
    for row in range(titles.count()):
        place = titles.visualItemRect(titles.item(row))
        needed = titles.fontMetrics().boundingRect(place, Qt.TextFlag.TextWordWrap, titles.item(row).text())
        assert needed.height() <= place.height(), titles.item(row).text()
        assert place.width() <= titles.viewport().width()


def test_when_the_data_cannot_be_opened_f1_says_what_to_do_all_the_same(qtbot: QtBot, program: Program) -> None:
    (program.home / "cbc.sqlite3").write_bytes(b"not a database" * 100)
    program.start()
    trouble = program.window
    assert isinstance(trouble, TroubleWindow)
    with qtbot.waitActive(trouble):
        trouble.activateWindow()
    press(qtbot, Qt.Key.Key_F1)
    (chapter,) = trouble.findChildren(ChapterView)
    assert chapter.isVisible()
    assert place_of(chapter.source().toString()).topic is Topic.TROUBLE
    press(qtbot, Qt.Key.Key_Escape)
    assert trouble.page.isVisible()
