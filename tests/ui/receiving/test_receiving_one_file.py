"""A file that arrives is verified beside the window, and what is true of it is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from field_pdf import LEADER, pdf_with_fields
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.network import HttpWeb
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf
from cbc_desktop.signing.services import Services
from cbc_desktop.signing.trial import make_trial_identity
from cbc_desktop.signing.trial_authority import TrialAuthority
from cbc_desktop.signing.trial_services import TrialServices
from cbc_desktop.ui.kit.marks import Mark, MarkWidget
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.receiving.room import ReceivingRoom
from cbc_desktop.ui.receiving.sections import Section
from cbc_desktop.ui.trust.page import TrustPage

Window = Callable[[], MainWindow]


@pytest.fixture
def room(window: Window) -> ReceivingRoom:
    entered = window().enter(Room.RECEIVING)
    assert isinstance(entered, ReceivingRoom)
    entered.turn_to(Section.ONE_FILE)
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
    room.one_file.drop.dropEvent(drop)
    qtbot.waitUntil(lambda: room.one_file.report is not None)
    assert room.one_file.report is not None
    assert room.one_file.report.headline.text().startswith("KHÔNG ĐẠT")
    assert room.one_file.report.findChildren(MarkWidget)[0].mark is Mark.PROBLEM
    assert "thu.zip" in [label.text() for label in room.one_file.report.findChildren(QLabel)]


def test_a_file_that_is_not_there_is_told_in_words(
    qtbot: QtBot, room: ReceivingRoom, program: Program, tmp_path: Path
) -> None:
    room.one_file.verify(tmp_path / "khong-co.zip")
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert "khong-co.zip" in room.one_file.messages.text.text()
    assert room.one_file.report is None


def test_the_certificate_for_practice_that_was_made_here_is_trusted_with_one_press_and_the_file_is_judged_again(
    qtbot: QtBot, window: Window, room: ReceivingRoom, program: Program, stranger: Path
) -> None:
    room.one_file.verify(stranger)
    qtbot.waitUntil(lambda: room.one_file.report is not None)
    assert not room.one_file.trust.trial_button.isVisible()
    folder = program.home / "chung-thu-thu-nghiem"
    folder.mkdir()
    (folder / "hong.pem").write_bytes(b"no certificate")
    make_trial_identity(folder, now=window().around.office.clock.now(), passphrase="thu", agency="Cơ quan thử nghiệm")
    room.one_file.trust.hide()
    room.one_file.trust.show()
    qtbot.mouseClick(room.one_file.trust.trial_button, Qt.MouseButton.LeftButton)
    assert program.tasks.running
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert [anchor.kept.group for anchor in window().around.office.trust.all()] == ["trial"]
    assert not room.one_file.trust.trial_button.isVisible()
    assert room.one_file.trust.text.text() == "Máy này tin cậy 1 chứng thư."


def test_the_way_to_the_trusted_certificates_leads_back_and_the_file_is_judged_anew(
    qtbot: QtBot, window: Window, room: ReceivingRoom, program: Program, stranger: Path, tmp_path: Path
) -> None:
    room.one_file.verify(stranger)
    qtbot.waitUntil(lambda: not program.tasks.running)
    qtbot.mouseClick(room.one_file.trust.page_button, Qt.MouseButton.LeftButton)
    assert window().room is Room.SETUP
    desk = window().around.office.trust
    trial = make_trial_identity(tmp_path, now=window().around.office.clock.now(), passphrase="thu")
    (candidate,) = desk.candidates(trial.ca_pem)
    desk.accept(candidate, candidate.group, fingerprint=str(candidate.fingerprint), why="Để tập")
    page = window().findChild(TrustPage)
    assert page is not None
    page.back_button.click()
    assert window().room is Room.RECEIVING
    assert program.tasks.running
    qtbot.waitUntil(lambda: not program.tasks.running)


def test_whether_a_certificate_is_revoked_is_asked_by_a_press_where_that_is_switched_on(
    qtbot: QtBot,
    window: Window,
    room: ReceivingRoom,
    program: Program,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    office = window().around.office
    trial = TrialServices.of(TrialAuthority.new(office.clock.now(), "http://trial.invalid"), office.clock)
    monkeypatch.setattr(HttpWeb, "ask", lambda _, question, tell: trial.ask(question, tell))
    (tmp_path / "a.p12").write_bytes(trial.authority.signer("Cơ quan").pkcs12("a", "thu"))
    (tmp_path / "goc.pem").write_bytes(trial.authority.pem)
    signer = load_pkcs12(tmp_path / "a.p12", "thu", now=office.clock.now())
    signed = tmp_path / "da-ky.pdf"
    signed.write_bytes(sign_pdf(pdf_with_fields(), signer, SigningOrder(field=LEADER, at=office.clock.now())))
    (candidate,) = office.trust.candidates(tmp_path / "goc.pem")
    office.trust.accept(candidate, candidate.group, fingerprint=str(candidate.fingerprint), why="Để tập")
    room.one_file.verify(signed)
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert not room.one_file.ask_button.isVisible()
    office.trust.own.choose_services(Services(status=True))
    room.one_file.verify(signed)
    qtbot.waitUntil(lambda: not program.tasks.running)
    qtbot.mouseClick(room.one_file.ask_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert room.one_file.report is not None
    assert any("vừa hỏi qua mạng" in label.text() for label in room.one_file.report.findChildren(QLabel))


def test_the_window_can_be_asked_to_verify_from_another_room(
    qtbot: QtBot, window: Window, program: Program, stranger: Path
) -> None:
    window().around.routes.verify.emit(stranger)
    assert window().room is Room.RECEIVING
    qtbot.waitUntil(lambda: not program.tasks.running)
