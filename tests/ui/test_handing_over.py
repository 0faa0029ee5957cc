"""A package leaves the house: opened as an e-mail, its words pasted, copied to a stick and read back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.dossier.states import Action, State
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.office import Office
from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.services import Services
from cbc_desktop.signing.signer import LocalSigner
from cbc_desktop.signing.trial import make_trial_identity
from cbc_desktop.ui.dossier.places import LastStep
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.issuing.page import IssuingPage
from cbc_desktop.ui.main_window import MainWindow
from cbc_desktop.ui.preferences import KeyUse
from cbc_desktop.ui.program import Program

MOMENT = datetime(2022, 3, 25, 10, tzinfo=VIETNAM)
PASSPHRASE = "mat khau thu"
Opener = Callable[[Path], AbstractContextManager[Office]]


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    folder = tmp_path / "chung-thu"
    folder.mkdir()
    return make_trial_identity(folder, now=MOMENT, passphrase=PASSPHRASE).pkcs12


@pytest.fixture
def finalised(program: Program, opened: Opener) -> str:
    with opened(program.home) as office:
        dossier = office.filling.begin("837-btttt-cbc", "04")
        for form_id in dossier.campaign.forms:
            fill_form(dossier, form_id, read_prepared(dossier.campaign.folder / "sample" / f"{form_id}.json"))
        dossier.finalise()
        return dossier.dossier_id


@pytest.fixture
def packed(program: Program, opened: Opener, finalised: str, certificate: Path, tmp_path: Path) -> str:
    with opened(program.home) as office:
        signer = LocalSigner(load_pkcs12(certificate, PASSPHRASE, now=MOMENT))
        office.exporting.export(office.exporting.plan(finalised, tmp_path / "goi"), signer, lambda _: None)
    return finalised


@pytest.fixture
def page_of(qtbot: QtBot, window: Callable[[], MainWindow]) -> Callable[[str], IssuingPage]:
    def shown(dossier_id: str) -> IssuingPage:
        window().around.routes.open_dossier.emit(dossier_id)
        qtbot.waitUntil(lambda: window().view is not None)
        view = window().view
        assert isinstance(view, DossierView)
        page = view.go(LastStep.ISSUING)
        assert isinstance(page, IssuingPage)
        return page

    return shown


def test_the_draft_is_opened_the_words_are_copied_and_the_day_is_written_down(
    page_of: Callable[[str], IssuingPage],
    packed: str,
    monkeypatch: pytest.MonkeyPatch,
    window: Callable[[], MainWindow],
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    step = page_of(packed).handing_over
    click(step.mail_button)
    assert opened[0].toLocalFile().endswith(".eml")
    assert "Đã mở thư nháp · 10:00 ngày 25/03/2022 · lan" in step.done_with_it.text()
    click(step.words_button)
    assert "837/BTTTT-CBC" in QApplication.clipboard().text()
    assert "Ctrl+V" in step.messages.text.text()
    step.day.clear()
    QTest.keyClicks(step.day, "31/2/2022")
    click(step.record_button)
    assert "31/2/2022" in step.wrong.text()
    step.day.clear()
    QTest.keyClicks(step.day, "26/3/2022")
    assert "Ngày gửi 26/03/2022 là ngày chưa đến (hôm nay là 25/03/2022)" in step.doubts.text()
    click(step.record_button)
    revision = window().around.office.store.dossiers.get(packed).revision
    assert revision.state is State.HANDED_OVER
    assert "26/03/2022" in step.summary.text()
    view = window().view
    assert view is not None
    assert view.state.deadline.text() == "Đã gửi 26/03/2022"
    assert not view.head.trial.isVisible()


def test_what_the_receiver_answered_was_sent_though_nobody_wrote_down_the_day(
    page_of: Callable[[str], IssuingPage], program: Program, opened: Opener, packed: str
) -> None:
    with opened(program.home) as office:
        for action in (Action.HAND_OVER, Action.ACCEPT):
            office.store.dossiers.move(packed, action, "lan")
    step = page_of(packed).handing_over
    assert step.summary.text() == "Nơi nhận đã trả lời nên văn bản đã tới nơi; ngày gửi không được ghi lại."
    assert not step.content.isVisible()


def test_the_package_is_copied_to_a_stick_and_a_changed_one_is_not(
    qtbot: QtBot, page_of: Callable[[str], IssuingPage], packed: str, program: Program, tmp_path: Path
) -> None:
    step = page_of(packed).handing_over
    stick = tmp_path / "usb"
    stick.mkdir()
    step.copy_to(stick)
    idle(qtbot, program)
    assert sorted(path.suffix for path in stick.iterdir()) == [".pdf", ".xlsx", ".zip"]
    assert "đọc lại đúng như bản gốc" in step.messages.text.text()
    assert f"Đã chép vào {stick}" in step.done_with_it.text()
    (package,) = (tmp_path / "goi").glob("*.zip")
    package.write_bytes(b"PK other")
    step.copy_to(stick)
    idle(qtbot, program)
    assert "không còn như khi được lập" in step.messages.text.text()


def test_a_certificate_whose_status_is_not_known_signs_only_when_a_person_comes_again(
    qtbot: QtBot,
    page_of: Callable[[str], IssuingPage],
    finalised: str,
    program: Program,
    certificate: Path,
    opened: Opener,
) -> None:
    with opened(program.home) as office:
        office.trust.own.choose_services(Services(status=True))
    program.preferences.keep_certificate(KeyUse.LEADER, certificate)
    signing = page_of(finalised).signing
    assert "Trước khi ký, chương trình hỏi nơi cấp" in signing.status.told.text()
    for said in ("Chưa ký gì: nếu vẫn muốn ký", "Đã ký số xong"):
        QTest.keyClicks(signing.certificate.passphrase, PASSPHRASE)
        QTest.keyClick(signing.certificate.passphrase, Qt.Key.Key_Return)
        idle(qtbot, program)
        assert said in signing.messages.text.text()


def click(button: QPushButton) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def idle(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: not program.tasks.running)
