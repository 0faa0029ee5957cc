"""Backups are made and put back in the window."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from dialog_answers import answer
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.office import DATABASE, Office
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.start.backups_page import BackupsPage
from cbc_desktop.ui.start.room import StartRoom
from cbc_desktop.ui.trouble_window import TroubleWindow

Window = Callable[[], MainWindow]


@pytest.fixture
def page(qtbot: QtBot, window: Window) -> BackupsPage:
    room = window().enter(Room.DOSSIERS)
    assert isinstance(room, StartRoom)
    qtbot.mouseClick(room.backups_button, Qt.MouseButton.LeftButton)
    shown = room.pages.currentWidget()
    assert isinstance(shown, BackupsPage)
    return shown


def test_a_backup_is_made_now_and_told(qtbot: QtBot, page: BackupsPage) -> None:
    assert not page.restore_button.isEnabled()
    qtbot.mouseClick(page.make_button, Qt.MouseButton.LeftButton)
    assert page.list.count() == 1
    assert "đã được sao lưu" in page.messages.text.text()
    assert page.list.item(0).text().startswith("25/03/2022 10:00:00")


def test_a_backup_is_put_back_after_asking(qtbot: QtBot, page: BackupsPage, window: Window, program: Program) -> None:
    qtbot.mouseClick(page.make_button, Qt.MouseButton.LeftButton)
    office = window().around.office
    assert isinstance(office.clock, FixedClock)
    office.clock.advance(60)
    office.filling.begin(office.filling.campaigns()[0].id, "04")
    answer(lambda dialog: dialog.leave_button.click())
    qtbot.mouseClick(page.restore_button, Qt.MouseButton.LeftButton)
    assert len(window().around.office.filling.dossiers()) == 1
    answer(lambda dialog: dialog.do_button.click())
    qtbot.mouseClick(page.restore_button, Qt.MouseButton.LeftButton)
    assert window().around.office.filling.dossiers() == ()
    assert len(window().around.office.backups.all()) == 2


def test_the_data_are_copied_to_a_stick_beside_the_window_and_come_back_from_it(
    qtbot: QtBot, page: BackupsPage, window: Window, program: Program, tmp_path: Path
) -> None:
    page.copy_to(tmp_path / "usb")
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert "đã được chép vào" in page.messages.text.text()
    office = window().around.office
    office.filling.begin(office.filling.campaigns()[0].id, "04")
    (copied,) = (tmp_path / "usb").glob("*/cbc.sqlite3")
    answer(lambda dialog: dialog.do_button.click())
    page.restore_copy(copied)
    assert window().around.office.filling.dossiers() == ()


def test_what_arrived_is_backed_up_too_and_put_back_alone(
    qtbot: QtBot, page: BackupsPage, window: Window, tmp_path: Path
) -> None:
    office = window().around.office
    office.reception  # noqa: B018  # something was received here
    qtbot.mouseClick(page.make_button, Qt.MouseButton.LeftButton)
    assert [page.list.item(row).text()[:19] for row in range(page.list.count())] == ["25/03/2022 10:00:00"] * 2
    office.filling.begin(office.filling.campaigns()[0].id, "04")
    (tmp_path / "la.docx").write_bytes(b"PK")
    office.reception.receive([tmp_path / "la.docx"], lambda _: None, jobs=0)
    row = next(row for row in range(2) if "đã nhận" in page.list.item(row).text())
    page.list.setCurrentRow(row)
    answer(lambda dialog: dialog.do_button.click())
    qtbot.mouseClick(page.restore_button, Qt.MouseButton.LeftButton)
    assert window().around.office.reception.strangers() == ()
    assert len(window().around.office.filling.dossiers()) == 1


def test_damaged_data_of_what_arrived_are_put_back_and_the_dossiers_stay(
    qtbot: QtBot, page: BackupsPage, window: Window, program: Program, tmp_path: Path
) -> None:
    office = window().around.office
    (tmp_path / "la.docx").write_bytes(b"PK")
    office.reception.receive([tmp_path / "la.docx"], lambda _: None, jobs=0)
    office.filling.begin(office.filling.campaigns()[0].id, "04")
    qtbot.mouseClick(page.make_button, Qt.MouseButton.LeftButton)
    office.received.close()
    (program.home / "received.sqlite3").write_bytes(b"damaged" * 1000)
    page.list.setCurrentRow(next(row for row in range(2) if "đã nhận" in page.list.item(row).text()))
    answer(lambda dialog: dialog.do_button.click())
    qtbot.mouseClick(page.restore_button, Qt.MouseButton.LeftButton)
    assert [one.name for one in window().around.office.reception.strangers()] == ["la.docx"]
    assert len(window().around.office.filling.dossiers()) == 1


@pytest.mark.parametrize(
    "harm", [lambda data: data.write_bytes(b"damaged" * 1000), Path.unlink], ids=["damaged", "gone"]
)
def test_data_that_cannot_be_opened_are_replaced_by_the_latest_backup_from_the_window_that_tells_it(
    harm: Callable[[Path], object],
    qtbot: QtBot,
    program: Program,
    opened: Callable[[Path], AbstractContextManager[Office]],
) -> None:
    with opened(program.home) as office:
        office.filling.begin(office.filling.campaigns()[0].id, "04")
        office.backups.make()
    harm(program.home / DATABASE)
    program.start()
    assert isinstance(program.window, TroubleWindow)
    ways_out = program.window.findChildren(QPushButton)
    restore = next(button for button in ways_out if "25/03/2022 10:00" in button.text())
    answer(lambda dialog: dialog.do_button.click())
    qtbot.mouseClick(restore, Qt.MouseButton.LeftButton)
    assert isinstance(program.window, MainWindow)
    assert len(program.window.around.office.filling.dossiers()) == 1


def test_damaged_data_without_a_backup_are_salvaged_from_the_window_that_tells_it(
    qtbot: QtBot, program: Program, opened: Callable[[Path], AbstractContextManager[Office]]
) -> None:
    with opened(program.home) as office:
        office.filling.begin(office.filling.campaigns()[0].id, "04")
    damaged = (program.home / DATABASE).read_bytes()[:-10]
    (program.home / DATABASE).write_bytes(damaged)
    program.start()
    assert isinstance(program.window, TroubleWindow)
    ways_out = program.window.findChildren(QPushButton)
    salvage = next(button for button in ways_out if "Cứu" in button.text())
    answer(lambda dialog: dialog.do_button.click())
    qtbot.mouseClick(salvage, Qt.MouseButton.LeftButton)
    assert isinstance(program.window, MainWindow)
    assert len(program.window.around.office.filling.dossiers()) == 1
    (kept,) = (program.home / "backups").glob(f"replaced-*/{DATABASE}")
    assert kept.read_bytes() == damaged


def test_damaged_data_of_what_arrived_are_salvaged_from_the_page_of_backups(
    qtbot: QtBot, window: Window, program: Program, tmp_path: Path
) -> None:
    office = window().around.office
    (tmp_path / "la.docx").write_bytes(b"PK")
    office.reception.receive([tmp_path / "la.docx"], lambda _: None, jobs=0)
    office.received.close()
    damaged = (program.home / "received.sqlite3").read_bytes()[:-10]
    (program.home / "received.sqlite3").write_bytes(damaged)
    room = window().enter(Room.DOSSIERS)
    assert isinstance(room, StartRoom)
    qtbot.mouseClick(room.backups_button, Qt.MouseButton.LeftButton)
    shown = room.pages.currentWidget()
    assert isinstance(shown, BackupsPage)
    salvage = next(button for button in shown.messages.findChildren(QPushButton) if "Cứu" in button.text())
    answer(lambda dialog: dialog.do_button.click())
    qtbot.mouseClick(salvage, Qt.MouseButton.LeftButton)
    assert "Tệp hỏng được giữ" in shown.messages.text.text()
    assert [one.name for one in office.reception.strangers()] == ["la.docx"]
