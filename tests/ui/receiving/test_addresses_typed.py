"""Phúc types the addresses of libraries into the list of those that are to be reminded, and pastes them from Excel."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from keyboard import Key, Keyboard, Modifier
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from received_sample import Postman

from cbc_desktop.forms.agencies import Agency
from cbc_desktop.office import Office
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.receiving.answering.reminders_page import RemindersPage
from cbc_desktop.ui.receiving.room import ReceivingRoom

Libraries = dict[str, Agency]
Show = Callable[[], RemindersPage]


@pytest.fixture
def keys() -> Keyboard:
    return Keyboard()


@pytest.fixture
def show(
    enter: Callable[[], ReceivingRoom], wait: Callable[[ReceivingRoom], None], qtbot: QtBot, postman: Postman
) -> Show:
    """The reminders, as they are found when somebody comes to them."""

    def shown() -> RemindersPage:
        room = enter()
        if room.arrived.pages.side_page is not None:
            room.arrived.pages.side_page.back_button.click()
        room.arrived.line.reminders_button.click()
        page = room.arrived.pages.side_page
        assert isinstance(page, RemindersPage)
        qtbot.waitUntil(lambda: not page.waits)
        wait(room)
        return page

    return shown


def addresses(page: RemindersPage) -> list[str]:
    """As they stand in the list."""
    records = page.table.records
    return [records.index(row, 1).data() for row in range(records.rowCount())]


def told(page: RemindersPage) -> str:
    return page.messages.text.text() if page.messages.isVisible() else ""


def kept(office: Office) -> dict[str, str]:
    """In the books, by the code of the agency."""
    return {key.partition("@")[0]: address for key, address in office.received.store().addresses.all().items()}


def test_addresses_are_typed_one_below_the_other_and_kept_at_once(show: Show, keys: Keyboard, office: Office) -> None:
    page = show()
    assert keys.here is page.table
    for address in ("vp@mau.example", "Văn thư <vt@thu.example>"):
        keys.type(address)
        keys.press(Key.Key_Return)
    assert addresses(page)[:3] == ["vp@mau.example", "vt@thu.example", "–"]
    assert kept(office) == {"BQP": "vp@mau.example", "BCA": "vt@thu.example"}
    assert page.count.text().startswith("93 cơ quan chưa gửi, trong đó 2 có địa chỉ thư.")
    keys.press(Key.Key_Return, Modifier.ShiftModifier)
    keys.type("moi@thu.example")
    keys.press(Key.Key_Return, Modifier.ShiftModifier)
    assert page.table.currentIndex().row() == 0
    assert addresses(show())[:3] == ["vp@mau.example", "moi@thu.example", "–"]


def test_where_addresses_come_from_is_said_without_a_path(show: Show) -> None:
    said = show().count.text()
    assert "Địa chỉ ghi ở đây được dùng trước; không ghi thì lấy của danh mục cơ quan" in said
    assert [part for part in ("agencies.csv", "/", "\\") if part in said] == []


def test_what_is_no_address_is_refused_and_the_old_one_stays(show: Show, keys: Keyboard) -> None:
    page = show()
    keys.type("vp@mau.example")
    keys.press(Key.Key_Tab)
    keys.tab_to(page.table, back=True)
    keys.type("vp.mau.example")
    keys.press(Key.Key_Return)
    assert "“vp.mau.example” không phải là địa chỉ thư điện tử" in told(page)
    assert "Bộ Quốc phòng vẫn như cũ" in told(page)
    assert (addresses(page)[0], page.table.currentIndex().row()) == ("vp@mau.example", 0)
    keys.type("a@mau.example, b@mau.example")
    keys.press(Key.Key_Return)
    assert addresses(page)[0] == "vp@mau.example"
    keys.type("moi@mau.example")
    keys.press(Key.Key_Return)
    assert (addresses(page)[0], told(page), page.table.currentIndex().row()) == ("moi@mau.example", "", 1)


def test_f2_and_a_double_click_go_on_with_what_is_there(show: Show, keys: Keyboard) -> None:
    page = show()
    keys.type("vp@mau.example")
    keys.press(Key.Key_Return)
    keys.press(Key.Key_Up)
    keys.press(Key.Key_F2)
    keys.press(Key.Key_End)
    keys.type(".vn")
    keys.press(Key.Key_Return)
    assert addresses(page)[0] == "vp@mau.example.vn"
    for column in (0, 1):
        cell = page.table.visualRect(page.table.records.index(2, column)).center()
        QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
        QTest.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
        assert isinstance(keys.here, LineEdit)
        assert keys.here.accessibleName() == "Địa chỉ thư của Bộ Ngoại giao"
        assert keys.here.height() >= keys.here.minimumSizeHint().height(), "letters are cut off"
        keys.type(f"{column}@mau.example")
        keys.press(Key.Key_Return)
        assert addresses(page)[2] == f"{column}@mau.example"


def test_escape_gives_up_what_was_typed_and_stays_on_the_page(show: Show, keys: Keyboard, office: Office) -> None:
    page = show()
    keys.type("vp@mau.example")
    keys.press(Key.Key_Escape)
    assert (page.isVisible(), keys.here is page.table) == (True, True)
    assert (addresses(page)[0], kept(office)) == ("–", {})


def test_what_is_being_typed_counts_whatever_is_done_next(show: Show, keys: Keyboard, office: Office) -> None:
    show()
    keys.type("vp@mau.example")
    keys.alt("c")
    assert kept(office) == {"BQP": "vp@mau.example"}
    keys.press(Key.Key_Return)
    keys.type("vt@mau.example")
    keys.press(Key.Key_1, Modifier.ControlModifier)
    assert kept(office) == {"BQP": "vp@mau.example", "BCA": "vt@mau.example"}


def test_emptied_it_is_the_address_of_the_last_mail_again(
    show: Show, keys: Keyboard, postman: Postman, libraries: Libraries, office: Office
) -> None:
    postman.brings(libraries["TVM"], trial=True)
    page = show()
    assert addresses(page) == ["van.thu@mau.example", "–"]
    for emptying in ((Key.Key_Delete,), (Key.Key_F2, Key.Key_Delete, Key.Key_Return)):
        page.table.selectRow(0)
        keys.type("vp@mau.example")
        keys.press(Key.Key_Return)
        keys.press(Key.Key_Up)
        assert addresses(page) == ["vp@mau.example", "–"]
        for key in emptying:
            keys.press(key)
        assert (addresses(page), kept(office)) == (["van.thu@mau.example", "–"], {})


def paste(keys: Keyboard, text: str) -> None:
    QApplication.clipboard().setText(text)
    keys.press(Key.Key_V, Modifier.ControlModifier)


def test_a_column_is_pasted_from_the_present_line_on(show: Show, keys: Keyboard, office: Office) -> None:
    page = show()
    keys.press(Key.Key_Down)
    paste(keys, "Địa chỉ thư điện tử\nvp@mau.example\n\nkhông có\nvt@mau.example\n")
    assert addresses(page)[:6] == ["–", "vp@mau.example", "–", "–", "vt@mau.example", "–"]
    assert kept(office) == {"BCA": "vp@mau.example", "BTP": "vt@mau.example"}
    assert told(page) == (
        "Đã ghi địa chỉ của 2 cơ quan. Không ghi 1 dòng, vì không có đúng một địa chỉ thư hoặc không rõ của cơ quan "
        "nào (“không có”)."
    )
    assert page.count.text().startswith("93 cơ quan chưa gửi, trong đó 2 có địa chỉ thư.")


def test_beside_names_it_is_said_whose_the_addresses_are(show: Show, keys: Keyboard, office: Office) -> None:
    page = show()
    paste(
        keys,
        "STT\tTên cơ quan\tEmail\n10\tUBND tỉnh Cao Bằng\tvp@mau.example\n11\tTP. Hồ Chí Minh\tvt@mau.example\n"
        "12\tBộ Y tế\t\n13\tSở nào đó\tso@mau.example\n",
    )
    assert kept(office) == {"04": "vp@mau.example", "79": "vt@mau.example"}
    shown = dict(zip((one.agency.code for one in page.table.records.records), addresses(page), strict=True))
    assert (shown["04"], shown["79"], shown["BYT"], shown["10"]) == ("vp@mau.example", "vt@mau.example", "–", "–")
    assert "“13 Sở nào đó so@mau.example”" in told(page)
    paste(keys, "Bộ Y tế\tyt@mau.example\n")
    assert told(page) == "Đã ghi địa chỉ của 1 cơ quan."
