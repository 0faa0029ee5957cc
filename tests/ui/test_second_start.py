"""The program is started a second time: the window that is open comes forward and shows what was clicked on."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from cbc_desktop.office import open_office
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.second_start import FOLDER, shown_by_open_window

Window = Callable[[], MainWindow]
LONG_ENOUGH = 60.0


@pytest.fixture
def aside() -> Iterator[ThreadPoolExecutor]:
    """Where the second start waits for the window, which lives on this thread."""
    with ThreadPoolExecutor() as executor:
        yield executor


def requests(home: Path) -> list[Path]:
    return list((home / FOLDER).iterdir())


def test_a_file_that_is_clicked_on_is_shown_in_the_window_that_is_open(
    qtbot: QtBot, window: Window, program: Program, tmp_path: Path
) -> None:
    (tmp_path / "goi số 1.zip").write_bytes(b"?")
    window()
    second = [sys.executable, "-m", "cbc_desktop", "--home", str(program.home), "--open", "goi số 1.zip"]
    with subprocess.Popen(second, cwd=tmp_path, stderr=subprocess.PIPE) as process:
        qtbot.waitUntil(lambda: process.poll() is not None)
        assert process.returncode == 0
        assert process.stderr is not None
        assert process.stderr.read() == b""
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert window().room is Room.RECEIVING
    assert requests(program.home) == []


def test_without_a_file_the_window_only_comes_forward(
    qtbot: QtBot, window: Window, program: Program, aside: ThreadPoolExecutor
) -> None:
    window().showMinimized()
    told = aside.submit(shown_by_open_window, program.home, None, LONG_ENOUGH)
    qtbot.waitUntil(told.done)
    assert told.result()
    assert not window().isMinimized()
    assert window().room is Room.DOSSIERS


def test_a_copy_of_a_dossier_is_shown_where_another_dossier_was_open(
    qtbot: QtBot, window: Window, program: Program, tmp_path: Path
) -> None:
    office = window().around.office
    begun = office.filling.begin(office.filling.campaigns()[0].id, "04")
    window().around.routes.open_dossier.emit(begun.dossier_id)
    qtbot.waitUntil(lambda: window().view is not None)
    program.come_forward(office.carrying.copy_out(begun.dossier_id, tmp_path / "usb").path)
    assert window().view is None
    qtbot.waitUntil(lambda: not program.tasks.running)


def test_a_window_that_asks_something_is_not_disturbed(
    qtbot: QtBot, window: Window, program: Program, aside: ThreadPoolExecutor
) -> None:
    question = QMessageBox(window())
    question.open()
    told: Future[bool] = aside.submit(shown_by_open_window, program.home, None, 0.5)
    qtbot.waitUntil(told.done)
    question.close()
    assert not told.result()
    assert requests(program.home) == []


def test_where_no_window_is_open_nobody_is_waited_for(tmp_path: Path) -> None:
    assert not shown_by_open_window(tmp_path / "nobody", None, LONG_ENOUGH)
    with open_office(tmp_path / "office"):
        pass
    assert not shown_by_open_window(tmp_path / "office", None, LONG_ENOUGH)


def test_a_command_that_has_the_data_open_is_no_window(tmp_path: Path) -> None:
    with open_office(tmp_path):
        assert not shown_by_open_window(tmp_path, None, 0.1)
    assert requests(tmp_path) == []


def test_what_nobody_answered_is_not_shown_the_next_time(qtbot: QtBot, window: Window, program: Program) -> None:
    (program.home / FOLDER).mkdir()
    (program.home / FOLDER / "left.path").write_bytes(b"/nowhere/goi.zip")
    assert window().room is Room.DOSSIERS
    assert requests(program.home) == []


def test_a_first_start_makes_nothing_before_the_data_are_made(tmp_path: Path) -> None:
    assert not shown_by_open_window(tmp_path / "new" / "home", None)
    assert list(tmp_path.iterdir()) == []
