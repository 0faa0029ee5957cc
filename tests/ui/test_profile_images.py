"""The images of signatures and of the seal on the page of profiles: chosen, seen, measured, removed, brought back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cbc_desktop.dossier.identity import AgencyKey
from cbc_desktop.dossier.profile import AgencyProfile, Signatory
from cbc_desktop.forms.authority import AuthorityForm
from cbc_desktop.office import Office
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.profiles.page import ProfilesPage
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.setup.room import SetupRoom

sys.path.append(str(Path(__file__).parent.parent / "documents"))
from stamp_images import BLUE, on_white, seal_png, signature_png

Window = Callable[[], MainWindow]
Opener = Callable[[Path], AbstractContextManager[Office]]
DEPUTY = Signatory("Trần Thị Thử", "Phó Chủ tịch", AuthorityForm.ON_BEHALF_FOR_HEAD)


@pytest.fixture
def page(qtbot: QtBot, program: Program, opened: Opener, window: Window) -> ProfilesPage:
    with opened(program.home) as office:
        blank = office.profiles.blank(AgencyKey("04"))
        office.profiles.keep(replace(blank, place="Cao Bằng", symbol="UBND-VX", signatories=(DEPUTY,)))
    with qtbot.waitActive(window()):
        window().activateWindow()
    room = window().enter(Room.SETUP)
    assert isinstance(room, SetupRoom)
    QTest.mouseClick(room.profiles_button, Qt.MouseButton.LeftButton)
    assert room.profiles is not None
    return room.profiles


@pytest.fixture
def profile(window: Window) -> Callable[[], AgencyProfile]:
    """As it is kept now."""

    def kept() -> AgencyProfile:
        (found,) = window().around.office.profiles.all()
        return found

    return kept


def choose(qtbot: QtBot, page: ProfilesPage, kind: str, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    choice = page.seal.choice if kind == "seal" else page.signatories.fields.image
    choice.chosen.emit(path)
    qtbot.waitUntil(lambda: not page._around.tasks.running)


def write(qtbot: QtBot, line: LineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def press(page: ProfilesPage, text: str) -> None:
    buttons = [one for one in page.messages.findChildren(QPushButton) if one.isVisible()]
    (found,) = [one for one in buttons if one.text().replace("&", "") == text]
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def test_a_signature_is_chosen_seen_and_stays_when_the_name_is_changed(
    qtbot: QtBot, page: ProfilesPage, profile: Callable[[], AgencyProfile], tmp_path: Path
) -> None:
    fields = page.signatories.fields
    assert not fields.image.remove_button.isVisible()
    choose(qtbot, page, "signature", tmp_path / "ky.png", signature_png())
    assert not fields.image.picture.pixmap().isNull()
    assert fields.image.remove_button.isVisible()
    assert not page.messages.isVisible()
    write(qtbot, fields.name, "Le Van Gia")
    (signatory,) = profile().signatories
    assert (signatory.name, bool(signatory.signature_image)) == ("Le Van Gia", True)


def test_a_seal_is_as_large_as_its_image_says_and_can_be_measured_anew(
    qtbot: QtBot, page: ProfilesPage, profile: Callable[[], AgencyProfile], tmp_path: Path
) -> None:
    assert not page.seal.diameter.isVisible()
    choose(qtbot, page, "seal", tmp_path / "dau.png", seal_png(709, dpi=600))
    assert (page.seal.diameter.text(), profile().seal_mm) == ("30", 30)
    write(qtbot, page.seal.diameter, "34,5")
    assert (page.seal.diameter.text(), profile().seal_mm) == ("34,5", 34.5)
    for typed in ("360", "to"):
        write(qtbot, page.seal.diameter, typed)
        assert f"từ 20 đến 42 mm, không phải {typed} mm" in page.messages.text.text()
        assert (page.seal.diameter.text(), profile().seal_mm) == (typed, 34.5)


def test_an_image_that_is_taken_away_comes_back_with_one_press(
    qtbot: QtBot, page: ProfilesPage, profile: Callable[[], AgencyProfile], tmp_path: Path
) -> None:
    choose(qtbot, page, "signature", tmp_path / "ky.png", signature_png())
    choose(qtbot, page, "seal", tmp_path / "dau.png", seal_png())
    before = profile()
    QTest.mouseClick(page.signatories.fields.image.remove_button, Qt.MouseButton.LeftButton)
    assert profile().signatories[0].signature_image == b""
    assert "Đã bỏ ảnh chữ ký của Trần Thị Thử" in page.messages.text.text()
    press(page, "Hoàn tác")
    assert profile() == before
    QTest.mouseClick(page.seal.choice.remove_button, Qt.MouseButton.LeftButton)
    assert profile().seal_image == b""
    press(page, "Hoàn tác")
    assert profile() == before
    assert page.seal.choice.remove_button.isVisible()


def test_white_paper_is_told_and_made_transparent_with_one_press(
    qtbot: QtBot, page: ProfilesPage, profile: Callable[[], AgencyProfile], tmp_path: Path
) -> None:
    choose(qtbot, page, "signature", tmp_path / "ky.jpg", on_white(signature_png(), "JPEG"))
    assert "không có nền trong suốt" in page.messages.text.text()
    assert profile().signatories[0].signature_image == b""
    press(page, "Làm trong suốt nền trắng")
    qtbot.waitUntil(lambda: bool(profile().signatories[0].signature_image))
    assert not page.messages.isVisible()


def test_what_is_no_image_and_what_has_the_wrong_colour_is_told(
    qtbot: QtBot, page: ProfilesPage, profile: Callable[[], AgencyProfile], tmp_path: Path
) -> None:
    choose(qtbot, page, "seal", tmp_path / "dau.png", b"hello")
    assert "không phải là ảnh PNG hay JPEG" in page.messages.text.text()
    assert profile().seal_image == b""
    choose(qtbot, page, "seal", tmp_path / "dau.png", seal_png(colour=BLUE))
    assert "không có màu đỏ" in page.messages.text.text()
    assert profile().seal_image


def test_one_who_was_only_just_added_is_kept_with_the_image(
    qtbot: QtBot, page: ProfilesPage, profile: Callable[[], AgencyProfile], tmp_path: Path
) -> None:
    QTest.mouseClick(page.signatories.add_button, Qt.MouseButton.LeftButton)
    choose(qtbot, page, "signature", tmp_path / "ky.png", signature_png())
    assert [bool(one.signature_image) for one in profile().signatories] == [False, True]
    assert page.signatories.list.currentRow() == 1
