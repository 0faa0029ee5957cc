"""What counts is added up beside the window; each figure leads to the agencies behind it, and on to what they sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from kept_arrivals import keep_arrivals
from keyboard import Keyboard
from many_offices import ManyOffices
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cbc_desktop.office import open_catalogue
from cbc_desktop.receiving.counted import Counted
from cbc_desktop.ui.consolidating.page import ConsolidatingPage
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.receiving.arrived.sieve import Pick
from cbc_desktop.ui.receiving.room import ReceivingRoom
from cbc_desktop.ui.receiving.sections import Section

Window = Callable[[], MainWindow]
CAMPAIGN = "837-btttt-cbc"
FILES = {"consolidated.sqlite", "consolidated.xlsx", "consolidated.pdf"}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Counted]:
    """Of a ministry, an agency and two provinces."""
    catalogue = open_catalogue(tmp_path_factory.mktemp("catalogue"))
    campaign = catalogue.campaign(CAMPAIGN)
    offices = ManyOffices(campaign, [catalogue.form(campaign, form) for form in campaign.forms])
    return tuple(offices.counted([campaign.awaited[place] for place in (0, 25, 40, 60)]))


@pytest.fixture
def turn_to(qtbot: QtBot, window: Window, program: Program) -> Callable[[], ConsolidatingPage]:
    """Enters the page and waits until it has read what counts."""

    def turn() -> ConsolidatingPage:
        program.preferences.keep_consolidated_folder(f"tong-hop-{CAMPAIGN}", program.home / "out")
        room = window().enter(Room.RECEIVING)
        assert isinstance(room, ReceivingRoom)
        page = room.turn_to(Section.CONSOLIDATING)
        assert isinstance(page, ConsolidatingPage)
        with qtbot.waitSignal(page.reading.read, timeout=20_000):
            page.entered()
        qtbot.waitUntil(lambda: not program.tasks.running)
        return page

    return turn


def consolidated(qtbot: QtBot, page: ConsolidatingPage) -> ConsolidatingPage:
    with qtbot.waitSignal(page.running.made, timeout=60_000):
        qtbot.mouseClick(page.start.start_button, Qt.MouseButton.LeftButton)
    return page


def room_of(window: MainWindow) -> ReceivingRoom:
    room = window.enter(Room.RECEIVING)
    assert isinstance(room, ReceivingRoom)
    return room


def test_what_lies_in_a_folder_that_was_chosen_is_opened_without_adding_up_anew(
    qtbot: QtBot,
    window: Window,
    program: Program,
    answers: Sequence[Counted],
    turn_to: Callable[[], ConsolidatingPage],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keep_arrivals(window().around.office, answers)
    page = consolidated(qtbot, turn_to())
    page.show_start()
    for folder, is_there in ((program.home, False), (program.home / "out", True)):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, folder=folder: str(folder))
        qtbot.mouseClick(page.start.folder.choose_button, Qt.MouseButton.LeftButton)
        assert page.start.latest_button.isVisibleTo(page.start) is is_there
    qtbot.mouseClick(page.start.latest_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.results.isVisibleTo(page))
    (program.home / "out" / "consolidated.sqlite").write_bytes((program.home / "cbc.sqlite3").read_bytes())
    page.show_start()
    qtbot.mouseClick(page.start.latest_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert page.messages.text.text().startswith("Bản tổng hợp trong thư mục không thuộc đợt này")
    assert page.start.isVisibleTo(page)


def test_before_anything_is_added_up_it_is_told_what_counts_and_what_waits_for_a_person(
    qtbot: QtBot, window: Window, answers: Sequence[Counted], turn_to: Callable[[], ConsolidatingPage]
) -> None:
    rival = replace(answers[1], dossier_id="ff" * 16, arrival=answers[0].content_digest)
    keep_arrivals(window().around.office, (*answers[:3], replace(rival, content_digest=answers[2].content_digest)))
    page = turn_to()
    assert page.start.told.text().startswith("Tính 2/93 cơ quan")
    assert "90 cơ quan chưa gửi." in page.start.told.text()
    undecided = page.start.undecided
    assert undecided is not None
    assert "1 cơ quan có nhiều bản mâu thuẫn" in undecided.accessibleName()
    qtbot.waitUntil(undecided.isVisible)
    undecided.setFocus()
    Keyboard().press(Qt.Key.Key_Return)
    room = room_of(window())
    assert (room.section, room.arrived.sieve.pick) == (Section.ARRIVED, Pick.DECIDE)


def test_nothing_can_be_added_up_where_nothing_counts(turn_to: Callable[[], ConsolidatingPage]) -> None:
    page = turn_to()
    assert page.start.told.text().startswith("Tính 0/93 cơ quan.")
    assert not page.start.start_button.isEnabled()


def test_with_the_keyboard_alone_from_what_counts_to_a_figure_and_to_what_an_agency_behind_it_has_sent(
    qtbot: QtBot,
    window: Window,
    program: Program,
    answers: Sequence[Counted],
    turn_to: Callable[[], ConsolidatingPage],
) -> None:
    keep_arrivals(window().around.office, answers)
    page, keyboard = turn_to(), Keyboard()
    assert keyboard.here is page.start.start_button
    with qtbot.waitSignal(page.running.made, timeout=60_000):
        keyboard.press(Qt.Key.Key_Return)
    assert {path.name for path in (program.home / "out").iterdir()} == FILES
    assert page.messages.text.text() == "Đã tổng hợp 4 cơ quan."
    results = page.results
    assert keyboard.here is results.indicators.list.tree
    assert results.indicators.title.text() == "Cơ quan đã gửi báo cáo"
    keyboard.tab_to(results.indicators.bars)
    keyboard.press(Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_Return)
    table = results.indicators.agencies.table
    assert keyboard.here is table
    assert table.line is not None
    assert table.line.cells[:3] == (answers[0].agency.name_vi, "Bộ", "có")
    keyboard.press(Qt.Key.Key_Return)
    room = room_of(window())
    qtbot.waitUntil(lambda: (one := room.arrived.table.record) is not None and one.key == answers[0].agency.key)


def test_results_are_kept_when_somebody_looks_elsewhere_and_what_arrives_later_is_told(
    qtbot: QtBot,
    window: Window,
    program: Program,
    answers: Sequence[Counted],
    turn_to: Callable[[], ConsolidatingPage],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    office = window().around.office
    keep_arrivals(office, answers[:2])
    page = consolidated(qtbot, turn_to())
    first = page.results.shown
    room_of(window()).turn_to(Section.ARRIVED)
    assert turn_to().results.shown is first
    assert not page.messages.isVisible()
    keep_arrivals(office, answers[2:3])
    turn_to()
    assert page.messages.text.text() == "Hồ sơ được tính đã đổi từ lần tổng hợp này."
    with qtbot.waitSignal(page.running.made, timeout=60_000):
        page.consolidate()
    assert page.messages.text.text().startswith("Đã tổng hợp 3 cơ quan. So với lần trước: 1 cơ quan và ")
    page.results.turn_to(page.results.changes)
    assert page.results.changes.picks[0].text() == "Mới gửi 1"
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.fileName()) is None)
    files = page.results.files
    for each in (files.report_button, files.workbook_button, files.folder_button):
        qtbot.mouseClick(each, Qt.MouseButton.LeftButton)
    assert opened == ["consolidated.pdf", "consolidated.xlsx", "out"]


def test_what_was_added_up_before_is_there_again_when_the_window_is_dressed_anew(
    qtbot: QtBot, window: Window, answers: Sequence[Counted], turn_to: Callable[[], ConsolidatingPage]
) -> None:
    keep_arrivals(window().around.office, answers[:1])
    before = consolidated(qtbot, turn_to()).results.shown
    window().around.routes.dress_anew.emit()
    page = turn_to()
    qtbot.waitUntil(lambda: page.results.shown is not None)
    assert before is not None
    assert page.results.shown is not None
    assert page.results.shown.digest == before.digest
    assert page.results.isVisible()


def test_a_folder_that_cannot_be_written_is_told_in_words(
    qtbot: QtBot,
    window: Window,
    program: Program,
    answers: Sequence[Counted],
    turn_to: Callable[[], ConsolidatingPage],
) -> None:
    keep_arrivals(window().around.office, answers[:1])
    page = turn_to()
    (program.home / "tep").write_bytes(b"")
    page.start.folder.use(program.home / "tep")
    with qtbot.waitSignal(page.running.told, timeout=60_000):
        page.consolidate()
    assert "tep" in page.messages.text.text()
    assert page.results.shown is None


def test_practice_is_written_to_a_folder_of_its_own(window: Window, turn_to: Callable[[], ConsolidatingPage]) -> None:
    page = turn_to()
    folder: Path = page.start.folder.folder
    scope = room_of(window()).scope
    assert scope.campaign is not None
    scope.choose(scope.campaign, trial=True)
    assert page.start.folder.folder != folder
    assert page.start.folder.folder.name == f"tong-hop-{CAMPAIGN}-thu"
