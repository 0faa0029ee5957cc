"""A dossier goes to another computer and comes back through the window; when both went on, a person decides there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import pytest
from dropped_files import drop
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.engine.address import Address
from cbc_desktop.office import Office, open_catalogue
from cbc_desktop.store.backups import Backups
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.start.copy_page import CopyPage
from cbc_desktop.ui.start.difference_table import HERE, PLACE, THERE
from cbc_desktop.ui.start.room import StartRoom

Window = Callable[[], MainWindow]
Opener = Callable[[Path], AbstractContextManager[Office]]
SURVEY = "khao-sat-nhanh"
STAFF = Address("", "/data/s1/q1_06")
FULL_TIME = Address("", "/data/s1/q1_07")


def answer(office: Office, address: Address, text: str) -> None:
    (stored,) = office.filling.dossiers()
    assert isinstance(office.clock, FixedClock)
    office.clock.advance(60)
    office.filling.open(stored.identity.dossier_id).answer(SURVEY, address, text)


def copied(office: Office, folder: Path) -> Path:
    (stored,) = office.filling.dossiers()
    return office.carrying.copy_out(stored.identity.dossier_id, folder).path


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The forms, read once for all tests."""
    home = tmp_path_factory.mktemp("converted")
    catalogue = open_catalogue(home)
    (campaign,) = catalogue.campaigns()
    for form_id in campaign.forms:
        catalogue.form(campaign, form_id)
    return home / "cache"


@pytest.fixture
def begun(program: Program, opened: Opener, converted: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier with one answer; answers the folder of another computer with the same dossier."""
    shutil.copytree(converted, program.home / "cache")
    with opened(program.home) as office:
        office.filling.begin(office.filling.campaigns()[0].id, "04")
        answer(office, STAFF, "27")
    return Path(shutil.copytree(program.home, tmp_path_factory.mktemp("there") / "home"))


@dataclass
class Copies:
    """What the other computer has copied to a stick."""

    home: Path
    opened: Opener
    stick: Path

    def after(self, address: Address, text: str) -> Path:
        with self.opened(self.home) as office:
            answer(office, address, text)
            return copied(office, self.stick)


@pytest.fixture
def there(begun: Path, opened: Opener, tmp_path: Path) -> Copies:
    return Copies(begun, opened, tmp_path / "usb")


@pytest.fixture
def room(window: Window, begun: Path) -> StartRoom:
    entered = window().enter(Room.DOSSIERS)
    assert isinstance(entered, StartRoom)
    return entered


def looked_at(qtbot: QtBot, program: Program, room: StartRoom, copy: Path) -> CopyPage:
    room.carrying.look_at(copy)
    qtbot.waitUntil(lambda: not program.tasks.running)
    page = room.pages.currentWidget()
    assert isinstance(page, CopyPage)
    return page


def value(program: Program, address: Address) -> str:
    assert isinstance(program.window, MainWindow)
    office = program.window.around.office
    (stored,) = office.filling.dossiers()
    return office.filling.open(stored.identity.dossier_id).form(SURVEY).session.value(address)


def press(qtbot: QtBot, program: Program, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not program.tasks.running)


def test_a_dossier_is_copied_from_its_card(
    qtbot: QtBot, program: Program, room: StartRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "usb"))
    (card,) = room.dossiers.cards
    press(qtbot, program, card.copy_link)
    (copy,) = (tmp_path / "usb").iterdir()
    assert copy.suffix == ".cbcd"
    assert str(copy) in room.messages.text.text()


def test_what_went_on_elsewhere_is_shown_and_taken(
    qtbot: QtBot, program: Program, room: StartRoom, there: Copies
) -> None:
    page = looked_at(qtbot, program, room, there.after(FULL_TIME, "20"))
    assert page.table.isColumnHidden(0)
    assert [page.table.item(0, column).text() for column in (HERE, THERE)] == ["(trống)", "20"]
    assert value(program, FULL_TIME) == ""
    press(qtbot, program, page.take_button)
    assert value(program, FULL_TIME) == "20"
    assert room.dossiers.isVisible()
    assert "Đã nhận bản chép" in room.messages.text.text()


def test_nothing_changes_when_a_person_goes_back(
    qtbot: QtBot, program: Program, room: StartRoom, there: Copies
) -> None:
    page = looked_at(qtbot, program, room, there.after(FULL_TIME, "20"))
    qtbot.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    assert room.dossiers.isVisible()
    assert value(program, FULL_TIME) == ""


def test_an_older_copy_is_told_in_the_list(qtbot: QtBot, program: Program, room: StartRoom, there: Copies) -> None:
    assert isinstance(program.window, MainWindow)
    old = copied(program.window.around.office, there.stick)
    answer(program.window.around.office, FULL_TIME, "20")
    room.carrying.look_at(old)
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert room.dossiers.isVisible()
    assert "không có gì để nhận" in room.messages.text.text()


def test_a_file_that_is_no_copy_is_told(qtbot: QtBot, program: Program, room: StartRoom, tmp_path: Path) -> None:
    stranger = tmp_path / "thu.cbcd"
    stranger.write_bytes(b"PK")
    room.carrying.look_at(stranger)
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert "không phải là bản chép" in room.messages.text.text()


@pytest.fixture
def apart(qtbot: QtBot, program: Program, room: StartRoom, there: Copies) -> CopyPage:
    """The same dossier after two answers here and two there."""
    assert isinstance(program.window, MainWindow)
    answer(program.window.around.office, STAFF, "28")
    with there.opened(there.home) as office:
        answer(office, STAFF, "30")
    return looked_at(qtbot, program, room, there.after(FULL_TIME, "20"))


def test_what_both_changed_is_chosen_with_the_keyboard(qtbot: QtBot, program: Program, apart: CopyPage) -> None:
    assert [apart.table.item(row, HERE).text() for row in (0, 1)] == ["28", "(trống)"]
    assert "1.6" in apart.table.item(0, PLACE).text()
    assert apart.join_button.text() == "Giữ &tất cả như trên máy này"
    assert not apart.take_button.isVisible()
    qtbot.keyClick(apart.table, Qt.Key.Key_Down)
    qtbot.keyClick(apart.table, Qt.Key.Key_Space)
    assert apart.join_button.text() == "&Lấy 1 chỗ đã chọn, giữ các chỗ khác"
    press(qtbot, program, apart.join_button)
    assert (value(program, STAFF), value(program, FULL_TIME)) == ("28", "20")


def test_a_click_on_a_value_chooses_it(qtbot: QtBot, program: Program, apart: CopyPage) -> None:
    for column, chosen in ((THERE, 1), (HERE, 0), (THERE, 1)):
        place = apart.table.visualItemRect(apart.table.item(0, column)).center()
        qtbot.mouseClick(apart.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert len(apart.table.chosen) == chosen
        assert apart.table.item(0, THERE).font().bold() is bool(chosen)
    press(qtbot, program, apart.join_button)
    assert (value(program, STAFF), value(program, FULL_TIME)) == ("30", "")


def test_all_of_one_side_are_chosen_at_once(qtbot: QtBot, program: Program, apart: CopyPage) -> None:
    qtbot.mouseClick(apart.all_theirs_button, Qt.MouseButton.LeftButton)
    assert len(apart.table.chosen) == 2
    qtbot.mouseClick(apart.all_mine_button, Qt.MouseButton.LeftButton)
    assert apart.table.chosen == ()
    press(qtbot, program, apart.join_button)
    assert (value(program, STAFF), value(program, FULL_TIME)) == ("28", "")


def test_a_copy_is_dropped_on_an_office_without_dossiers(
    qtbot: QtBot, there: Copies, window: Window, program: Program
) -> None:
    """The list is empty when the other dossier is not here: the copy is taken as it is."""
    copy = there.after(FULL_TIME, "20")
    for path in program.home.glob("cbc.sqlite3*"):  # with its seal
        path.unlink()
    room = window().enter(Room.DOSSIERS)
    assert isinstance(room, StartRoom)
    assert room.first_copy_button.isVisible()
    drop(room, copy)
    qtbot.waitUntil(lambda: not program.tasks.running)
    page = room.pages.currentWidget()
    assert isinstance(page, CopyPage)
    assert not page.table.isVisible()
    press(qtbot, program, page.take_button)
    assert len(room.dossiers.cards) == 1
    assert value(program, FULL_TIME) == "20"


def test_other_files_cannot_be_dropped(room: StartRoom, tmp_path: Path) -> None:
    assert not drop(room, tmp_path / "thu.pdf")


def test_whoever_leaves_while_a_copy_is_joined_finds_it_done(
    qtbot: QtBot, program: Program, room: StartRoom, there: Copies, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = there.after(FULL_TIME, "20")
    office = room._around.office
    answer(office, STAFF, "28")
    page, make, left = looked_at(qtbot, program, room, copy), Backups.make, Event()
    page._choose_all(theirs=True)
    monkeypatch.setattr(Backups, "make", lambda backups: (left.wait(10), make(backups))[1])
    page.join()
    room.back_to_list()
    qtbot.waitUntil(lambda: not isValid(page))
    left.set()
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert value(program, FULL_TIME) == "20"
