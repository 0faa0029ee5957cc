"""The list of dossiers, and how a new one is made with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cbc_desktop.base.message import ENGLISH
from cbc_desktop.forms.agencies import AgencyRegister
from cbc_desktop.office import Office
from cbc_desktop.ui.deadlines import time_left, urgency
from cbc_desktop.ui.kit.marks import Mark
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.start.new_dossier import NewDossierPage
from cbc_desktop.ui.start.room import StartRoom

Window = Callable[[], MainWindow]
Opener = Callable[[Path], AbstractContextManager[Office]]
DEADLINE = date(2022, 3, 30)


@pytest.fixture
def room(window: Window) -> StartRoom:
    entered = window().enter(Room.DOSSIERS)
    assert isinstance(entered, StartRoom)
    return entered


@pytest.fixture
def asked_to_open(window: Window, room: StartRoom) -> list[str]:
    """The identifiers of the dossiers that the frame was asked for."""
    asked: list[str] = []
    window().around.routes.open_dossier.connect(asked.append)
    return asked


@pytest.fixture
def page(room: StartRoom, asked_to_open: list[str]) -> NewDossierPage:
    room.begin()
    shown = room.pages.currentWidget()
    assert isinstance(shown, NewDossierPage)
    return shown


def test_an_office_without_dossiers_is_told_how_to_begin(room: StartRoom) -> None:
    assert room.empty.isVisible()
    assert room.first_button.isVisible()
    assert not room.new_button.isVisible()


def test_no_state_secrets_is_said_with_and_without_dossiers(room: StartRoom) -> None:
    assert room.secrets.isVisible()
    assert "bí mật nhà nước" in room.secrets.text()


def test_each_dossier_is_a_card_that_says_how_far_it_has_come(program: Program, opened: Opener, window: Window) -> None:
    with opened(program.home) as office:
        campaign = office.filling.campaigns()[0]
        office.filling.begin(campaign.id, "04")
        office.filling.begin(campaign.id, "46", trial=True)
    room = window().enter(Room.DOSSIERS)
    assert isinstance(room, StartRoom)
    cards = {card.accessibleName().split(",")[0]: card for card in room.dossiers.cards}
    assert set(cards) == {"Ủy ban nhân dân tỉnh Cao Bằng", "THỬ NGHIỆM"}
    assert "Bản đang nhập" in cards["THỬ NGHIỆM"].accessibleName()
    assert any("còn 5 ngày" in label.text() for label in room.dossiers.findChildren(QLabel))


def test_a_dossier_is_opened_by_keys_a_double_click_or_its_link(
    qtbot: QtBot, program: Program, opened: Opener, window: Window
) -> None:
    with opened(program.home) as office:
        campaign = office.filling.campaigns()[0]
        for agency in ("04", "46"):
            office.filling.begin(campaign.id, agency)
    room = window().enter(Room.DOSSIERS)
    assert isinstance(room, StartRoom)
    asked: list[str] = []
    window().around.routes.open_dossier.connect(asked.append)
    first, second = room.dossiers.cards
    with qtbot.waitActive(window()):
        window().activateWindow()
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert asked == []
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Return)
    qtbot.mouseDClick(first, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(second.open_link, Qt.MouseButton.LeftButton)
    assert asked == [second.dossier_id, first.dossier_id, second.dossier_id]


def test_the_keyboard_is_on_the_last_changed_dossier_when_the_list_is_shown(
    qtbot: QtBot, program: Program, opened: Opener, window: Window
) -> None:
    with opened(program.home) as office:
        office.filling.begin(office.filling.campaigns()[0].id, "04")
    room = window().enter(Room.DOSSIERS)
    assert isinstance(room, StartRoom)
    with qtbot.waitActive(window()):
        window().activateWindow()
    assert room.dossiers.cards[0].hasFocus()


def test_an_agency_is_found_without_accents_and_enter_makes_its_dossier(
    qtbot: QtBot, page: NewDossierPage, program: Program, asked_to_open: list[str]
) -> None:
    qtbot.keyClicks(page.search.line, "thua thien hue")
    assert page.search.agency is not None
    assert page.search.agency.name_vi == "Ủy ban nhân dân tỉnh Thừa Thiên Huế"
    qtbot.keyClick(page.search.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not program.tasks.running)
    (dossier,) = page.around.office.filling.dossiers()
    assert asked_to_open == [dossier.identity.dossier_id]


def test_arrow_keys_move_in_the_list_while_the_keyboard_stays_in_the_line(qtbot: QtBot, page: NewDossierPage) -> None:
    qtbot.keyClicks(page.search.line, "cao")
    first = page.search.agency
    qtbot.keyClicks(page.search.line, "")
    page.search.line.setText("tinh")
    qtbot.keyClick(page.search.line, Qt.Key.Key_Down)
    qtbot.keyClick(page.search.line, Qt.Key.Key_Down)
    assert page.search.list.currentRow() == 2
    assert page.search.agency != first


def test_an_agency_is_found_by_its_code(qtbot: QtBot, page: NewDossierPage) -> None:
    qtbot.keyClicks(page.search.line, "04")
    assert page.search.list.count() == 1
    assert page.search.agency is not None
    assert page.search.agency.code == "04"


def test_nothing_found_is_told_and_nothing_can_be_begun(qtbot: QtBot, page: NewDossierPage) -> None:
    qtbot.keyClicks(page.search.line, "khong co dau")
    assert page.search.nothing.isVisible()
    assert not page.begin_button.isEnabled()


def test_the_dossier_that_an_agency_has_is_offered_instead_of_a_second_one(
    qtbot: QtBot, page: NewDossierPage, program: Program, asked_to_open: list[str]
) -> None:
    for _ in range(2):
        page.search.line.clear()
        qtbot.keyClicks(page.search.line, "04")
        told = page.begin_button.text()
        qtbot.mouseClick(page.begin_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not program.tasks.running)
    assert told == "&Mở hồ sơ đã có"
    assert len(page.around.office.filling.dossiers()) == 1
    assert len(set(asked_to_open)) == 1


def test_going_back_leads_to_the_list(qtbot: QtBot, page: NewDossierPage, room: StartRoom) -> None:
    qtbot.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    assert room.empty.isVisible()


@pytest.mark.parametrize("keys", [(Qt.Key.Key_Escape,), (Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)])
def test_both_keys_of_the_way_back_lead_to_the_list(
    qtbot: QtBot, page: NewDossierPage, room: StartRoom, keys: tuple[Any, ...]
) -> None:
    with qtbot.waitActive(page):
        page.window().activateWindow()
    qtbot.keyClick(page, *keys)
    qtbot.waitUntil(room.empty.isVisible)


@pytest.mark.parametrize(
    ("today", "words", "mark"),
    [
        (date(2022, 3, 24), "còn 6 ngày", None),
        (date(2022, 3, 28), "còn 2 ngày", Mark.WARNING),
        (date(2022, 3, 30), "hôm nay là hạn cuối", Mark.WARNING),
        (date(2022, 4, 2), "quá hạn 3 ngày", Mark.PROBLEM),
        (date(2022, 5, 29), "quá hạn 60 ngày", Mark.PROBLEM),
        (date(2022, 5, 30), "quá hạn 2 tháng", Mark.PROBLEM),
        (date(2026, 11, 26), "quá hạn 4 năm", Mark.PROBLEM),
    ],
)
def test_the_time_that_is_left_is_told_in_words(qtbot: QtBot, today: date, words: str, mark: Mark | None) -> None:
    assert time_left(DEADLINE, today) == words
    assert urgency(DEADLINE, today) is mark


def test_an_english_window_names_agencies_in_english_where_the_register_does(
    window: Window, program: Program, opened: Opener
) -> None:
    with opened(program.home) as office:
        agency = office.filling.open(office.filling.begin("837-btttt-cbc", "04").dossier_id).agency
    program.preferences.language = ENGLISH
    entered = window().enter(Room.DOSSIERS)
    assert isinstance(entered, StartRoom)
    assert agency.name_en != agency.name_vi
    assert agency.name_en in entered.dossiers.cards[0].accessibleName()
    assert agency.name_vi not in entered.dossiers.cards[0].accessibleName()


def test_an_agency_without_an_english_name_keeps_its_own() -> None:
    agency = AgencyRegister.of_csv(
        b"key,code,name_vi,name_en,kind,valid_from,valid_to,symbol,successor\nA@,A,Cua hang,,province,,,A,\n"
    ).agencies[0]
    assert agency.name.en == "Cua hang"
