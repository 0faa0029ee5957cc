"""A file that arrives is verified beside the window, and what is true of it is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cbc_desktop.signing.trial import make_trial_identity
from cbc_desktop.ui.kit.marks import Mark, MarkWidget
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.receiving.room import ReceivingRoom

Window = Callable[[], MainWindow]


@pytest.fixture
def room(window: Window) -> ReceivingRoom:
    entered = window().enter(Room.RECEIVING)
    assert isinstance(entered, ReceivingRoom)
    return entered


@pytest.fixture
def stranger(tmp_path: Path) -> Path:
    path = tmp_path / "thu.zip"
    path.write_bytes(b"PK not a zip")
    return path


def test_a_file_that_is_dropped_is_judged_with_a_mark_and_in_words(
    qtbot: QtBot, room: ReceivingRoom, program: Program, stranger: Path
) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(stranger))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    room.drop.dropEvent(drop)
    qtbot.waitUntil(lambda: room.report is not None)
    assert room.report is not None
    assert room.report.headline.text().startswith("KHÔNG ĐẠT")
    assert room.report.findChildren(MarkWidget)[0].mark is Mark.PROBLEM
    assert "thu.zip" in [label.text() for label in room.report.findChildren(QLabel)]


def test_a_file_that_is_not_there_is_told_in_words(
    qtbot: QtBot, room: ReceivingRoom, program: Program, tmp_path: Path
) -> None:
    room.verify(tmp_path / "khong-co.zip")
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert "khong-co.zip" in room.messages.text.text()
    assert room.report is None


def test_trusted_certificates_are_remembered_and_the_file_is_judged_again(
    qtbot: QtBot, window: Window, room: ReceivingRoom, program: Program, stranger: Path, tmp_path: Path
) -> None:
    room.verify(stranger)
    qtbot.waitUntil(lambda: room.report is not None)
    trial = make_trial_identity(
        tmp_path, now=window().around.office.clock.now(), passphrase="thu", agency="Cơ quan thử nghiệm"
    )
    room.trust.use(trial.ca_pem)
    assert program.tasks.running
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert program.preferences.trust == trial.ca_pem
    qtbot.mouseClick(room.trust.forget_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert program.preferences.trust is None


def test_the_certificate_for_practice_that_was_made_here_is_trusted_with_one_press(
    qtbot: QtBot, window: Window, room: ReceivingRoom, program: Program
) -> None:
    assert not room.trust.trial_button.isVisible()
    folder = program.home / "chung-thu-thu-nghiem"
    folder.mkdir()
    trial = make_trial_identity(
        folder, now=window().around.office.clock.now(), passphrase="thu", agency="Cơ quan thử nghiệm"
    )
    room.trust.hide()
    room.trust.show()
    qtbot.mouseClick(room.trust.trial_button, Qt.MouseButton.LeftButton)
    assert program.preferences.trust == trial.ca_pem
    assert not room.trust.trial_button.isVisible()


def test_the_window_can_be_asked_to_verify_from_another_room(
    qtbot: QtBot, window: Window, program: Program, stranger: Path
) -> None:
    window().around.routes.verify.emit(stranger)
    assert window().room is Room.RECEIVING
    qtbot.waitUntil(lambda: not program.tasks.running)
