"""The whole way of a dossier with the keyboard alone: begun, filled in, reviewed, signed, verified, reopened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from keyboard import Key, Keyboard, Modifier
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from cbc_desktop.dossier.states import State
from cbc_desktop.engine.address import Address
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.ui.dossier.places import LastStep
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.issuing.page import IssuingPage
from cbc_desktop.ui.kit.confirm import ConfirmDialog
from cbc_desktop.ui.kit.wrapping_choice import WrappingChoice
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.preview.page import PreviewPage
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.questions.card import card_of
from cbc_desktop.ui.receiving.room import ReceivingRoom
from cbc_desktop.ui.review.page import ReviewPage
from cbc_desktop.ui.tables.view import TableView

pytestmark = pytest.mark.slow

Window = Callable[[], MainWindow]
FORM = "khao-sat-nhanh"
STAFF, FULL_TIME, UNITS = (Address("", f"/data/s1/{name}") for name in ("q1_06", "q1_07", "q1_10/t1"))


@pytest.fixture
def keys() -> Keyboard:
    return Keyboard()


@pytest.fixture
def office(qtbot: QtBot, program: Program, window: Window) -> Iterator[MainWindow]:
    """The window of somebody who has no dossier yet, as large as the screen that everybody has."""
    shown = window()
    shown.resize(1366, 768)
    with qtbot.waitActive(shown):
        shown.activateWindow()
    yield shown
    qtbot.waitUntil(lambda: not program.tasks.running)


@pytest.fixture
def view(qtbot: QtBot, office: MainWindow, keys: Keyboard) -> DossierView:
    """A new dossier: found by a few letters without accents, made with Enter."""
    keys.press(Key.Key_Return)
    keys.type("thua thien hue")
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: office.view is not None)
    assert office.view is not None
    assert office.view.controller.dossier.agency.name_vi == "Ủy ban nhân dân tỉnh Thừa Thiên Huế"
    return office.view


def test_a_dossier_is_begun_and_filled_in(qtbot: QtBot, view: DossierView, keys: Keyboard) -> None:
    keys.type("20/3/2022")
    keys.press(Key.Key_Return)
    assert value(view, Address("", "/data/s0/q0_04")) == "2022-03-20"
    chosen = keys.here
    assert isinstance(chosen, QRadioButton)
    around = chosen.parentWidget()
    assert isinstance(around, WrappingChoice)
    assert around.words.property("keyboard"), "the words show where the keyboard is"
    keys.press(Key.Key_Space)
    keys.press(Key.Key_Down)
    assert not chosen.isChecked()
    for _ in range(40):
        keys.press(Key.Key_F7)
        if present(keys) == STAFF:
            break
    keys.type("27")
    keys.press(Key.Key_Return)
    assert present(keys) == FULL_TIME
    keys.type("khoang 20")
    grid = keys.tab_to_a(TableView)
    for cells in (("Sở Y tế", "12"), ("Sở Nội vụ", "15")):
        for cell in cells:
            keys.type(cell)
            keys.press(Key.Key_Tab)
        keys.press(Key.Key_Home)
        keys.press(Key.Key_Down)
    assert [grid.model().index(row, 1).data() for row in (0, 1)] == ["12", "15"]
    keys.press(Key.Key_Z, Modifier.ControlModifier)
    assert grid.model().index(1, 1).data() == ""
    keys.press(Key.Key_Y, Modifier.ControlModifier)
    assert grid.model().index(1, 1).data() == "15"
    keys.press(Key.Key_Escape)
    assert not isinstance(keys.here, TableView)
    keys.press(Key.Key_PageUp, Modifier.ControlModifier)
    keys.press(Key.Key_F8)
    assert present(keys) == FULL_TIME
    keys.press(Key.Key_A, Modifier.ControlModifier)
    keys.type("20")
    keys.press(Key.Key_Return)
    assert value(view, FULL_TIME) == "20"
    qtbot.waitUntil(lambda: view.head.saved.text().startswith("Đã lưu"))


def test_a_dossier_goes_out_and_is_opened_again(
    qtbot: QtBot, office: MainWindow, view: DossierView, keys: Keyboard, program: Program, tmp_path: Path
) -> None:
    fill_in(view)
    program.preferences.export_folder = tmp_path / "out"
    while view.key is not LastStep.REVIEW:
        keys.press(Key.Key_PageDown, Modifier.ControlModifier)
    review = view.stack.currentWidget()
    assert isinstance(review, ReviewPage)
    assert review.on_button.isVisible(), review.verdict.text()
    keys.alt("k")
    page = view.stack.currentWidget()
    assert isinstance(page, IssuingPage)
    assert keys.here is page.finalising.finalise_button
    keys.press(Key.Key_Space)
    assert state(view) is State.FINALISED
    keys.alt("v")
    qtbot.waitUntil(lambda: isinstance(view.stack.currentWidget(), PreviewPage))
    keys.press(Key.Key_Escape)
    keys.tab_to(page.signing.certificate.trial_button)
    keys.press(Key.Key_Space)
    keys.type("mat khau")
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert keys.here is page.signing.certificate.passphrase
    keys.type("mat khau")
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert state(view) is State.SIGNED_BY_LEADER
    assert keys.here is page.numbering.form.number
    keys.type("145")
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert state(view) is State.NUMBERED
    keys.alt("u")
    assert keys.here is page.packaging.pack_button
    keys.press(Key.Key_Space)
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert state(view) is State.PACKAGED_UNSEALED
    keys.alt("a")
    qtbot.waitUntil(lambda: not program.tasks.running)
    room = office.stack.currentWidget()
    assert isinstance(room, ReceivingRoom)
    keys.press(Key.Key_1, Modifier.ControlModifier)
    assert office.stack.currentWidget() is view
    keys.tab_to(page.handing_over.day)
    keys.press(Key.Key_Return)
    assert state(view) is State.HANDED_OVER
    in_the_dialog(lambda dialog: keys.alt("m"))
    keys.alt("s")
    assert (state(view), view.controller.dossier.stored.revision.number) == (State.DRAFT, 2)
    assert office.room is Room.DOSSIERS


def test_tab_goes_all_the_way_round_and_is_caught_nowhere(
    qtbot: QtBot, office: MainWindow, view: DossierView, keys: Keyboard
) -> None:
    fill_in(view)
    for key in view.outline.keys()[:7]:
        view.go(key).take_keyboard()
        begun, seen = keys.here, set()
        for _ in range(400):
            keys.press(Key.Key_Escape if isinstance(keys.here, TableView) else Key.Key_Tab)
            seen.add(keys.here)
            if keys.here is begun:
                break
        assert keys.here is begun, f"Tab never comes back to where it was on {key}"
        assert len(seen) > 5


def fill_in(view: DossierView) -> None:
    """What a person would type for days."""
    dossier = view.controller.dossier
    for form_id in dossier.forms:
        prepared = read_prepared(dossier.campaign.folder / "sample" / f"{form_id}.json")
        fill_form(dossier, form_id, prepared, replacing=True)
    view.controller.moved_on.emit()


def value(view: DossierView, address: Address) -> str:
    return view.controller.dossier.form(FORM).session.value(address)


def state(view: DossierView) -> State:
    return view.controller.dossier.stored.revision.state


def present(keys: Keyboard) -> Address | None:
    """The question on which the keyboard is."""
    card = card_of(keys.here)
    return card.address if card is not None else None


def in_the_dialog(answer: Callable[[ConfirmDialog], None]) -> None:
    """As soon as it asks."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ConfirmDialog) and dialog.isAncestorOf(QApplication.focusWidget() or dialog.window()):
            try:
                answer(dialog)
            finally:
                if dialog.isVisible():
                    dialog.reject()
        else:
            QTimer.singleShot(20, look)

    look()
