"""The leader's USB token in the window: found by itself, its PIN typed once, a wrong one told and never tried again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

import pytest
from pki import Pki, make_pki
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from soft_token import PIN, SoftTokens

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.dossier.states import State
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.office import Office
from cbc_desktop.signing.token.report import TokenReport
from cbc_desktop.ui.dossier.places import LastStep
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.issuing.page import IssuingPage
from cbc_desktop.ui.issuing.ways import Way
from cbc_desktop.ui.main_window import MainWindow
from cbc_desktop.ui.program import Program

MOMENT = datetime(2022, 3, 25, 10, tzinfo=VIETNAM)
LABEL, WRONG_PIN = "Chữ ký của Lan", "86427531"


@pytest.fixture(scope="module")
def pki() -> Pki:
    return make_pki(MOMENT)


@pytest.fixture
def tokens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SoftTokens:
    return SoftTokens.made(tmp_path / "softhsm", monkeypatch)


@pytest.fixture
def view(
    qtbot: QtBot,
    program: Program,
    opened: Callable[[Path], AbstractContextManager[Office]],
    window: Callable[[], MainWindow],
) -> DossierView:
    """Of a dossier that was finalised."""
    with opened(program.home) as office:
        dossier = office.filling.begin("837-btttt-cbc", "04")
        for form_id in dossier.campaign.forms:
            fill_form(dossier, form_id, read_prepared(dossier.campaign.folder / "sample" / f"{form_id}.json"))
        dossier.finalise()
    window().around.routes.open_dossier.emit(dossier.dossier_id)
    qtbot.waitUntil(lambda: window().view is not None)
    found = window().view
    assert found is not None
    return found


@pytest.fixture
def page(view: DossierView) -> IssuingPage:
    shown = view.go(LastStep.ISSUING)
    assert isinstance(shown, IssuingPage)
    return shown


def test_a_token_is_found_and_signs_and_a_wrong_pin_is_told_once(
    qtbot: QtBot, view: DossierView, page: IssuingPage, program: Program, tokens: SoftTokens, pki: Pki
) -> None:
    tokens.token(LABEL, pki.leader, authorities=(pki.authority,))
    choose(qtbot, page, program)
    key = page.signing.token
    assert key.told.text() == "Tìm thấy 1 USB token."
    assert key.box.count() == 1
    assert pki.leader.name in key.box.currentText()
    assert key.pin.hasFocus()

    qtbot.keyClicks(key.pin, WRONG_PIN)
    qtbot.keyClick(key.pin, Qt.Key.Key_Return)
    assert key.pin.text() == "", "the window forgets it before it is used"
    idle(qtbot, program)
    assert "PIN" in page.signing.messages.text.text()
    assert WRONG_PIN not in page.signing.messages.text.text()
    assert state(view) is State.FINALISED
    assert key.pin.hasFocus()

    qtbot.keyClicks(key.pin, PIN)
    QTest.mouseClick(page.signing.sign_button, Qt.MouseButton.LeftButton)
    idle(qtbot, program)
    assert state(view) is State.SIGNED_BY_LEADER, page.signing.messages.text.text()
    assert f"“{pki.leader.name}” đã ký số" in page.signing.summary.text()


def test_a_token_that_is_plugged_in_later_is_found_when_asked_again(
    qtbot: QtBot, page: IssuingPage, program: Program, tokens: SoftTokens, pki: Pki
) -> None:
    choose(qtbot, page, program)
    key = page.signing.token
    assert "Hãy cắm token vào máy" in key.told.text()
    assert not key.pin.isVisible()
    QTest.mouseClick(page.signing.sign_button, Qt.MouseButton.LeftButton)
    assert "Hãy cắm token vào máy" in page.signing.messages.text.text()
    tokens.token(LABEL, pki.leader)
    qtbot.waitUntil(lambda: key.look_button.height() > 0)  # the page is laid out around what was told
    QTest.mouseClick(key.look_button, Qt.MouseButton.LeftButton)
    idle(qtbot, program)
    assert pki.leader.name in key.box.currentText()
    assert not page.signing.messages.isVisible(), "what was told before is past"


def test_a_certificate_that_cannot_sign_is_not_offered_and_the_reason_is_told(
    qtbot: QtBot, page: IssuingPage, program: Program, tokens: SoftTokens, pki: Pki
) -> None:
    tokens.token(LABEL, pki.expired)
    choose(qtbot, page, program)
    assert "đã hết hạn" in page.signing.token.told.text()
    assert not page.signing.token.box.isVisible()


def test_a_computer_without_drivers_says_what_to_install(page: IssuingPage) -> None:
    page.signing.ways.choose(Way.TOKEN)
    page.signing.token.show_report(TokenReport(()))
    assert "Hãy cài phần mềm đi kèm token" in page.signing.token.told.text()
    assert page.signing.token.look_button.hasFocus()


def choose(qtbot: QtBot, page: IssuingPage, program: Program) -> None:
    """As a person does; the search begins by itself."""
    page.signing.ways.lines[Way.TOKEN].mark.click()
    idle(qtbot, program)


def state(view: DossierView) -> State:
    return view.controller.dossier.stored.revision.state


def idle(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: not program.tasks.running)
