"""What an agency's documents say each time: kept with one press, used in the next document, looked after on a page."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest
from keyboard import Keyboard
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cbc_desktop.dossier.identity import AgencyKey
from cbc_desktop.dossier.profile import Signatory
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.engine.address import Address
from cbc_desktop.forms.authority import AuthorityForm
from cbc_desktop.office import Office
from cbc_desktop.ui.dossier.places import LastStep
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.issuing.page import IssuingPage
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.profiles.page import ProfilesPage
from cbc_desktop.ui.profiles.signatory_fields import FORMS
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.setup.room import SetupRoom

Window = Callable[[], MainWindow]
Opener = Callable[[Path], AbstractContextManager[Office]]
SURVEY = "khao-sat-nhanh"
NAME, AUTHORITY = (Address("", f"/data/s4/q4_08/{name}") for name in ("ho_ten", "quyen_han"))
DEPUTY = Signatory("Trần Thị Thử", "Phó Chủ tịch", AuthorityForm.ON_BEHALF_FOR_HEAD)


@pytest.fixture
def begun(program: Program, opened: Opener) -> str:
    with opened(program.home) as office:
        return office.filling.begin("837-btttt-cbc", "04").dossier_id


@pytest.fixture
def profile(program: Program, opened: Opener) -> None:
    """Of the agency whose dossier was begun before, if there is one."""
    with opened(program.home) as office:
        blank = office.profiles.blank(AgencyKey("04"))
        office.profiles.keep(replace(blank, place="Cao Bằng", symbol="UBND-VX", signatories=(DEPUTY,)))


@pytest.fixture
def active(qtbot: QtBot, window: Window) -> Window:
    """The window has the keyboard."""
    with qtbot.waitActive(window()):
        window().activateWindow()
    return window


@pytest.fixture
def view(qtbot: QtBot, begun: str, active: Window) -> DossierView:
    active().around.routes.open_dossier.emit(begun)
    qtbot.waitUntil(lambda: active().view is not None)
    found = active().view
    assert found is not None
    return found


def issuing(view: DossierView) -> IssuingPage:
    page = view.go(LastStep.ISSUING)
    assert isinstance(page, IssuingPage)
    return page


def facts(view: DossierView) -> IssueFacts:
    return view.controller.dossier.stored.revision.facts


def answered(view: DossierView, address: Address) -> str:
    return view.controller.dossier.form(SURVEY).session.value(address)


def click(button: QPushButton) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def write(qtbot: QtBot, line: LineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def action(page: IssuingPage, text: str) -> QPushButton:
    buttons = page.facts.profiles.question.findChildren(QPushButton)
    (found,) = [one for one in buttons if one.text().replace("&", "") == text and one.isVisible()]
    return found


@pytest.mark.usefixtures("begun", "profile")
def test_a_profile_fills_in_the_document_with_one_press_and_undoing_takes_the_answers_back(view: DossierView) -> None:
    page = issuing(view)
    assert page.facts.profiles.box.currentText() == "Mẫu 1 – Trần Thị Thử"
    click(page.facts.profiles.use_button)
    assert (page.facts.place.text(), page.facts.symbol.text()) == ("Cao Bằng", "UBND-VX")
    assert answered(view, AUTHORITY) == "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH"
    assert "Đã điền theo mẫu “Mẫu 1”" in view.messages.text.text()
    click(page.facts.profiles.use_button)
    assert "Hồ sơ đã đúng như mẫu “Mẫu 1”" in view.messages.text.text()
    view.controller.undo()
    assert answered(view, AUTHORITY) == ""


@pytest.mark.usefixtures("begun", "profile")
def test_what_says_something_else_is_shown_and_a_person_decides(view: DossierView) -> None:
    view.controller.dossier.answer(SURVEY, NAME, "Bế Văn Mẫu")
    page = issuing(view)
    click(page.facts.profiles.use_button)
    assert "Họ và tên: “Bế Văn Mẫu” → “Trần Thị Thử”" in page.facts.profiles.question.text.text()
    assert facts(view).symbol == ""
    click(action(page, "Chỉ điền chỗ trống"))
    assert not page.facts.profiles.question.isVisible()
    assert (facts(view).symbol, answered(view, NAME)) == ("UBND-VX", "Bế Văn Mẫu")
    click(page.facts.profiles.use_button)
    click(action(page, "Thay bằng mẫu"))
    assert answered(view, NAME) == "Trần Thị Thử"


def test_what_the_document_says_is_kept_with_one_press_also_what_is_just_being_typed(
    qtbot: QtBot, view: DossierView, active: Window
) -> None:
    page = issuing(view)
    assert not page.facts.profiles.use_button.isVisible()
    write(qtbot, page.facts.place, " ")
    click(page.facts.profiles.keep_button)
    assert "chưa có ký hiệu, địa danh hay người ký" in view.messages.text.text()
    page.facts.parent_agency.setFocus()
    qtbot.keyClicks(page.facts.parent_agency, "Bo Mau")
    page.facts.profiles.keep()
    assert "Đã giữ thành mẫu “Mẫu 1”" in view.messages.text.text()
    assert page.facts.profiles.box.currentText() == "Mẫu 1"
    (kept,) = active().around.office.profiles.all()
    assert kept.parent_agency == "Bo Mau"


@pytest.mark.usefixtures("begun", "profile")
def test_the_page_of_profiles_is_reached_from_the_document_and_leads_back(
    qtbot: QtBot, view: DossierView, active: Window
) -> None:
    page = issuing(view)
    click(page.facts.profiles.edit_button)
    assert active().room is Room.SETUP
    profiles = profiles_page(active)
    write(qtbot, profiles.fields.lines["symbol"], "UBND-KGVX")
    qtbot.keyClick(profiles, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: active().room is Room.DOSSIERS)
    assert view.isVisible()
    click(page.facts.profiles.use_button)
    assert facts(view).symbol == "UBND-KGVX"


@pytest.mark.usefixtures("profile")
def test_a_signatory_is_added_and_the_lines_follow_from_the_form(qtbot: QtBot, active: Window) -> None:
    page = entered(active)
    click(page.signatories.add_button)
    fields = page.signatories.fields
    assert fields.name.hasFocus()
    write(qtbot, fields.name, "TS. Le Van Gia")
    assert "Còn thiếu: chức vụ người ký" in fields.missing.text()
    assert "học hàm, học vị (“TS.”)" in fields.warning.text()
    write(qtbot, fields.position, "Chanh Van phong")
    fields.form.setFocus()
    qtbot.keyClicks(fields.form, "tl")
    assert FORMS[fields.form.currentIndex()] is AuthorityForm.BY_ORDER
    assert fields.printed.text().splitlines() == ["TL. CHỦ TỊCH", "CHANH VAN PHONG", "", "TS. Le Van Gia"]
    assert not fields.missing.isVisible()
    (kept,) = active().around.office.profiles.all()
    assert [one.form for one in kept.signatories] == [AuthorityForm.ON_BEHALF_FOR_HEAD, AuthorityForm.BY_ORDER]


@pytest.mark.usefixtures("profile")
def test_lines_in_ones_own_words_are_possible(qtbot: QtBot, active: Window) -> None:
    page = entered(active)
    fields = page.signatories.fields
    assert not fields.own_lines.isVisible()
    fields.form.setFocus()
    qtbot.keyClicks(fields.form, "ghi theo")
    assert fields.own_lines.isVisible()
    fields.own_lines.setFocus()
    qtbot.keyClicks(fields.own_lines, "tm. ban thu ky")
    fields.name.setFocus()
    assert fields.printed.text().splitlines()[0] == "TM. BAN THU KY"


@pytest.mark.usefixtures("profile")
def test_what_is_taken_away_comes_back_with_one_press(active: Window) -> None:
    page, desk = entered(active), active().around.office.profiles
    before = desk.all()
    click(page.signatories.remove_button)
    assert [one.signatories for one in desk.all()] == [()]
    click(undo_in(page))
    assert desk.all() == before
    click(page.remove_button)
    assert desk.all() == ()
    assert page.none.isVisible()
    click(undo_in(page))
    assert desk.all() == before
    assert page.fields.lines["place"].text() == "Cao Bằng"


@pytest.mark.usefixtures("profile")
def test_a_name_that_is_taken_is_told_and_what_was_typed_stays(qtbot: QtBot, active: Window) -> None:
    page = entered(active)
    click(page.add_button)
    name = page.fields.lines["name"]
    assert (name.text(), name.hasFocus()) == ("Mẫu 2", True)
    name.setText("Mẫu 1")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert "đã có mẫu tên “Mẫu 1”" in page.messages.text.text()
    assert name.text() == "Mẫu 1"
    write(qtbot, name, "Mau B")
    assert not page.messages.isVisible()
    assert [one.name for one in active().around.office.profiles.all()] == ["Mau B", "Mẫu 1"]


@pytest.mark.usefixtures("profile")
def test_the_page_is_gone_through_with_the_keyboard_alone(qtbot: QtBot, active: Window) -> None:
    page, keyboard = entered(active), Keyboard()
    assert keyboard.here is page.box
    for _ in range(3):
        keyboard.press(Qt.Key.Key_Tab)
    assert keyboard.here is page.fields.lines["name"]
    keyboard.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    keyboard.type("Thuong dung")
    keyboard.press(Qt.Key.Key_Tab)
    assert page.box.currentText() == "Thuong dung – Ủy ban nhân dân tỉnh Cao Bằng"
    assert keyboard.here is page.fields.lines["parent_agency"]
    keyboard.press(Qt.Key.Key_Escape)
    room = active().enter(Room.SETUP)
    assert isinstance(room, SetupRoom)
    qtbot.waitUntil(lambda: keyboard.here is room.profiles_button)


def test_without_profiles_the_page_says_how_one_is_made(active: Window) -> None:
    page = entered(active)
    assert "bấm “Giữ thành mẫu”" in page.none.text()
    assert not page.fields.isVisible()


def entered(window: Window) -> ProfilesPage:
    room = window().enter(Room.SETUP)
    assert isinstance(room, SetupRoom)
    click(room.profiles_button)
    return profiles_page(window)


def profiles_page(window: Window) -> ProfilesPage:
    room = window().enter(Room.SETUP)
    assert isinstance(room, SetupRoom)
    page = room.profiles
    assert page is not None
    assert page.isVisible()
    return page


def undo_in(page: ProfilesPage) -> QPushButton:
    (found,) = [one for one in page.messages.findChildren(QPushButton) if one.text() == "&Hoàn tác" and one.isVisible()]
    return found
