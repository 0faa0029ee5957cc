"""Forms are brought up to date in the window: a file is chosen, looked at, and taken or left."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from older_form import begun_with_an_older_form
from published_update import VERSION, published_update
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cbc_desktop.office import Office
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.setup.forms_update_page import FormsUpdatePage
from cbc_desktop.ui.setup.room import SetupRoom

Window = Callable[[], MainWindow]


@pytest.fixture
def file(program: Program, opened: Callable[[Path], AbstractContextManager[Office]], tmp_path: Path) -> Path:
    """An update that would change the draft of one agency."""
    with opened(program.home) as office:
        begun = office.filling.begin(office.filling.campaigns()[0].id, "04")
        begun_with_an_older_form(office, begun.dossier_id)
        return published_update(office, tmp_path)


def looked_at(
    qtbot: QtBot, window: Window, program: Program, monkeypatch: pytest.MonkeyPatch, file: Path
) -> FormsUpdatePage:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    room = window().enter(Room.SETUP)
    assert isinstance(room, SetupRoom)
    qtbot.keyClick(room.forms_button, Qt.Key.Key_Space)
    page = room.forms_update
    assert page is not None
    qtbot.keyClick(page.choose_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not program.tasks.running)
    return page


def test_an_update_is_looked_at_with_all_drafts_and_then_taken(
    qtbot: QtBot, window: Window, program: Program, monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    page = looked_at(qtbot, window, program, monkeypatch, file)
    catalogue = window().around.office.catalogue
    assert page.what.text().endswith(f"phiên bản 2022.1 → {VERSION}")
    assert "Cục Báo chí Mẫu" in page.who.text()
    assert page.table.item(0, 0).text() == "Ủy ban nhân dân tỉnh Cao Bằng"
    assert page.table.item(0, 1).text().startswith("Không còn chỗ, chỉ giữ trong lịch sử: 1; ")
    assert catalogue.campaigns()[0].version == "2022.1"
    qtbot.keyClick(page.take_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert catalogue.campaigns()[0].version == VERSION
    assert page.messages.text.text() == "Đã cập nhật biểu mẫu. Các bản nháp chưa bị thay đổi."
    assert page.found.isHidden()


def test_an_update_can_be_left_and_a_changed_one_is_refused_in_words(
    qtbot: QtBot, window: Window, program: Program, monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    page = looked_at(qtbot, window, program, monkeypatch, file)
    qtbot.keyClick(page.leave_button, Qt.Key.Key_Space)
    assert page.found.isHidden()
    file.write_bytes(file.read_bytes().replace(b"2022.2", b"2022.3"))
    qtbot.keyClick(page.choose_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert page.found.isHidden()
    assert "Chưa có gì thay đổi" in page.messages.text.text()
    assert window().around.office.catalogue.campaigns()[0].version == "2022.1"
