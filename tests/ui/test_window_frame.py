"""The window opens on what there is, tells troubles in itself, and keeps its place in other clothes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from cbc_desktop.base.errors import BugError
from cbc_desktop.base.log import LOG_FILE
from cbc_desktop.office import Office, open_office
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.theme.colours import Scheme
from cbc_desktop.ui.trouble_window import TroubleWindow

Window = Callable[[], MainWindow]
Opener = Callable[[Path], AbstractContextManager[Office]]


def test_a_folder_that_the_system_does_not_open_is_told_with_its_place(
    window: Window, monkeypatch: pytest.MonkeyPatch, program: Program
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    room = window().enter(Room.SETUP)
    next(one for one in room.findChildren(QPushButton) if one.text() == "&Mở thư mục").click()
    assert str(program.home) in window().messages.text.text()


def test_the_window_begins_with_the_dossiers(window: Window) -> None:
    assert window().room is Room.DOSSIERS
    assert window().windowTitle() == "CBC – Hồ sơ"


def test_a_room_is_reached_by_its_keys_and_built_when_it_is_first_entered(qtbot: QtBot, window: Window) -> None:
    shown = window()
    with qtbot.waitActive(shown):
        shown.activateWindow()
    assert shown.stack.count() == 1
    qtbot.keyClick(shown, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown.stack.count() == 2)
    assert shown.room is Room.SETUP


def test_f1_leads_to_the_keys_and_the_way_of_a_dossier(qtbot: QtBot, window: Window) -> None:
    shown = window()
    with qtbot.waitActive(shown):
        shown.activateWindow()
    qtbot.keyClick(shown, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: shown.room is Room.HELP)


def test_a_chosen_language_is_spoken_at_once_and_at_the_same_place(qtbot: QtBot, window: Window) -> None:
    window().enter(Room.SETUP)
    choose(qtbot, window(), "English")
    assert window().room is Room.SETUP
    assert window().windowTitle() == "CBC – Settings"


def test_colours_and_letters_are_worn_at_once_and_remembered(
    qtbot: QtBot, window: Window, program: Program, qapp: QApplication
) -> None:
    window().enter(Room.SETUP)
    before = qapp.font().pointSizeF()
    choose(qtbot, window(), "Tối")
    choose(qtbot, window(), "200 %")
    assert qapp.font().pointSizeF() == pytest.approx(2 * before)
    assert (program.preferences.scheme, program.preferences.scale) == (Scheme.DARK, 200)


def test_who_follows_the_desktop_gets_its_dark_colours_when_it_becomes_dark(
    window: Window, program: Program, qapp: QApplication
) -> None:
    light = window()
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert window() is not light
    program.preferences.scheme = Scheme.LIGHT
    chosen = window()
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert window() is chosen


def test_data_that_are_open_elsewhere_are_told_in_the_window_and_opened_when_they_are_free(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    with open_office(tmp_path):
        program.start()
        trouble = program.window
        assert isinstance(trouble, TroubleWindow)
        assert "đang được mở bằng một cửa sổ khác" in texts(trouble)
    qtbot.mouseClick(button_named(trouble, "&Thử mở lại"), Qt.MouseButton.LeftButton)
    assert isinstance(program.window, MainWindow)


def test_damaged_data_are_told_in_the_window_and_left_alone(program: Program, tmp_path: Path) -> None:
    (tmp_path / "cbc.sqlite3").write_bytes(b"not a database" * 100)
    program.start()
    assert isinstance(program.window, TroubleWindow)
    assert "đã bị hỏng" in texts(program.window)
    assert (tmp_path / "cbc.sqlite3").read_bytes() == b"not a database" * 100


def test_a_fault_of_ours_is_logged_and_told_and_the_window_goes_on(
    window: Window,
    program: Program,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = window()
    monkeypatch.setattr(program.faults, "_before", sys.__excepthook__)
    error = BugError("số điện thoại 0912 345 678")
    program.faults.take(BugError, error, None)
    assert shown.messages.isVisible()
    assert "vẫn còn nguyên" in shown.messages.text.text()
    log = (tmp_path / LOG_FILE).read_text(encoding="utf-8")
    assert "BugError" in log
    assert "0912" not in log + "".join(capsys.readouterr())


def choose(qtbot: QtBot, window: MainWindow, title: str) -> None:
    radio = next(radio for radio in window.findChildren(QRadioButton) if radio.text() == title)
    qtbot.mouseClick(radio, Qt.MouseButton.LeftButton, pos=radio.rect().center() - radio.rect().center() / 1.1)


def button_named(window: TroubleWindow, text: str) -> QPushButton:
    return next(button for button in window.findChildren(QPushButton) if button.text() == text)


def texts(window: TroubleWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel))
