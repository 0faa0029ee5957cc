"""A person decides on a page whom this office trusts and which services it asks; the program compares and remembers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from keyboard import Keyboard
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from cbc_desktop.receiving.trust_desk import TrustDesk
from cbc_desktop.signing.services import SUGGESTED_TIMESTAMPS, Services
from cbc_desktop.signing.trial import make_trial_identity
from cbc_desktop.ui.main_window import MainWindow
from cbc_desktop.ui.trust.page import TrustPage

Window = Callable[[], MainWindow]


@pytest.fixture
def page(qtbot: QtBot, window: Window) -> TrustPage:
    with qtbot.waitActive(window()):
        window().activateWindow()
    window().around.routes.trust.emit()
    shown = window().findChild(TrustPage)
    assert shown is not None
    return shown


@pytest.fixture
def desk(window: Window) -> TrustDesk:
    return window().around.office.trust


@pytest.fixture
def file(window: Window, tmp_path: Path) -> Path:
    return make_trial_identity(tmp_path, now=window().around.office.clock.now(), passphrase="thu").ca_pem


def test_a_certificate_is_trusted_by_the_keyboard_alone_after_its_fingerprint_was_typed(
    page: TrustPage, desk: TrustDesk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    (candidate,) = desk.candidates(file)
    assert page.anchors.none.isVisible()
    keyboard = Keyboard()
    keyboard.press(Qt.Key.Key_Return)
    assert page.accepting.isVisible()
    assert page.accepting.fingerprint.hasFocus()
    keyboard.type("ab" * 16)
    page.accepting.why.setFocus()
    keyboard.type("Da goi dien")
    keyboard.press(Qt.Key.Key_Return)
    assert "Chưa có gì được tin cậy" in page.messages.text.text()
    assert desk.all() == ()
    page.accepting.fingerprint.setText(str(candidate.fingerprint)[:20])
    page.accepting.accept_button.click()
    (anchor,) = desk.all()
    assert (anchor.kept.why, anchor.kept.group) == ("Da goi dien", "trial")
    assert not page.accepting.isVisible()
    assert page.anchors.list.count() == 1
    assert "SHA-256" in page.anchors.fingerprint.text()


def test_a_certificate_that_is_not_wanted_leaves_no_trace(page: TrustPage, desk: TrustDesk, file: Path) -> None:
    page.offer(file)
    page.accepting.leave_button.click()
    assert (page.accepting.isVisible(), desk.all()) == (False, ())
    page.accepting.wanted.emit()
    assert desk.all() == ()


def test_what_is_trusted_no_longer_is_trusted_again_with_one_press(
    qtbot: QtBot, page: TrustPage, desk: TrustDesk, file: Path
) -> None:
    (candidate,) = desk.candidates(file)
    desk.accept(candidate, candidate.group, fingerprint=str(candidate.fingerprint), why="Để tập")
    page.entered()
    page.anchors.remove_button.click()
    assert desk.all() == ()
    undo = next(each for each in page.messages.findChildren(QPushButton) if "Hoàn tác" in each.text())
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert [anchor.kept.why for anchor in desk.all()] == ["Để tập"]


def test_a_certificate_is_written_to_a_file(
    page: TrustPage, desk: TrustDesk, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (candidate,) = desk.candidates(file)
    desk.accept(candidate, candidate.group, fingerprint=str(candidate.fingerprint), why="Để tập")
    page.entered()
    for name in ("", str(tmp_path / "khong-co" / "ra.pem"), str(tmp_path / "ra.pem")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=name: (name, ""))
        page.anchors.export_button.click()
    assert (tmp_path / "ra.pem").read_bytes().startswith(b"-----BEGIN CERTIFICATE")
    assert "ra.pem" in page.messages.text.text()


def test_a_file_without_a_certificate_is_told(page: TrustPage, tmp_path: Path) -> None:
    (tmp_path / "khong.pem").write_bytes(b"nothing")
    page.offer(tmp_path / "khong.pem")
    assert "không chứa chứng thư số nào" in page.messages.text.text()
    assert not page.accepting.isVisible()


def test_services_are_switched_on_and_off_and_a_wrong_address_is_told(
    qtbot: QtBot, page: TrustPage, desk: TrustDesk
) -> None:
    panel = page.services
    assert desk.own.services() == Services()
    panel.suggested_button.click()
    assert desk.own.services().timestamps == SUGGESTED_TIMESTAMPS
    panel.status.click()
    assert desk.own.services() == Services(SUGGESTED_TIMESTAMPS, status=True)
    panel.timestamps.setFocus()
    panel.timestamps.setText("tsa.ca.gov.vn")
    qtbot.keyClick(panel.timestamps, Qt.Key.Key_Return)
    assert "không phải là địa chỉ" in page.messages.text.text()
    panel.timestamps.setText("")
    qtbot.keyClick(panel.timestamps, Qt.Key.Key_Return)
    panel.status.click()
    assert not desk.own.services().on
