"""Text in an old encoding is shown with what it means, and converted when a person says so, as one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cbc_desktop.engine.address import Address
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.preferences import Preferences
from cbc_desktop.ui.questions.card import QuestionCard
from cbc_desktop.ui.tables.card import TableCard

FORM, HEAD, STAFF = "khao-sat-nhanh", Address("", "/data/s1/q1_05"), Address("", "/data/s1/q1_06")
UNITS = Address("", "/data/s1/q1_10/t1")


@pytest.fixture
def head(controller: DossierController, page: QWidget) -> QuestionCard:
    card = QuestionCard(Look(), controller, FORM, HEAD, page)
    controller.changed.connect(lambda _form, _changes: card.refresh())
    page.show()
    card.take_keyboard()
    return card


@pytest.fixture
def units(controller: DossierController, page: QWidget, tmp_path: Path) -> TableCard:
    controller.perform(FORM, lambda: controller.dossier.answer(FORM, STAFF, "10"))
    card = TableCard(Look(), controller, FORM, UNITS, Preferences(tmp_path), page)
    page.show()
    card.resize(1000, 600)
    card.show_cell(UNITS)
    return card


def paste(qtbot: QtBot, text: str) -> None:
    QApplication.clipboard().setText(text)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def answer(controller: DossierController) -> str:
    return controller.dossier.form(FORM).session.value(HEAD)


def test_a_pasted_text_is_offered_with_a_preview_and_converted_as_one_step(
    qtbot: QtBot, head: QuestionCard, controller: DossierController
) -> None:
    paste(qtbot, "NguyÔn V¨n Thö")
    assert answer(controller) == "NguyÔn V¨n Thö"
    assert head.old_text.words.text() == "Văn bản có vẻ gõ bằng TCVN3: «Nguyễn Văn Thử»"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: answer(controller) == "Nguyễn Văn Thử")  # a button pressed by its letter takes its time
    assert head.old_text.isHidden()
    controller.undo()
    assert answer(controller) == "NguyÔn V¨n Thö"
    controller.undo()
    assert answer(controller) == ""


def test_a_text_that_is_left_as_it_is_is_not_offered_again(
    qtbot: QtBot, head: QuestionCard, controller: DossierController
) -> None:
    paste(qtbot, "Nguyeãn Vaên Thöû")
    qtbot.mouseClick(head.old_text.leave_button, Qt.MouseButton.LeftButton)
    head.refresh()
    assert head.old_text.isHidden()
    assert answer(controller) == "Nguyeãn Vaên Thöû"
    controller.leave()


def test_small_letters_of_a_capital_font_become_capitals_when_a_person_says_so(
    qtbot: QtBot, head: QuestionCard, controller: DossierController
) -> None:
    paste(qtbot, "NguyÔn V¨n Thö")
    qtbot.mouseClick(head.old_text.capitals_button, Qt.MouseButton.LeftButton)
    assert answer(controller) == "NGUYỄN VĂN THỬ"


def test_text_in_unicode_is_left_alone(qtbot: QtBot, head: QuestionCard, controller: DossierController) -> None:
    paste(qtbot, "Nguyễn Văn Thử")
    assert head.old_text.isHidden()
    controller.leave()


def test_a_cell_is_converted_below_the_grid(qtbot: QtBot, units: TableCard, controller: DossierController) -> None:
    qtbot.keyClick(units.view, Qt.Key.Key_F2)
    paste(qtbot, "Së Y tÕ")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    offer = units.conversion
    assert offer.words.text() == "Dòng 1, Tên đơn vị: Văn bản có vẻ gõ bằng TCVN3: «Sở Y tế»"
    qtbot.mouseClick(offer.convert_button, Qt.MouseButton.LeftButton)
    assert units.model.index(0, 0).data() == "Sở Y tế"
    assert offer.isHidden()
    controller.undo()
    assert units.model.index(0, 0).data() == "Së Y tÕ"
    units.view.go_to(units.model.index(0, 1))
    units.view.go_to(units.model.index(0, 0))
    assert not offer.isHidden()
    controller.undo()
    assert offer.isHidden()
