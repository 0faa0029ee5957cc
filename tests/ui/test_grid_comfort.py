"""What makes a grid pleasant: a menu with all verbs, sums and names that stay in sight, rows that move together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QStyle, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from cbc_desktop.engine.address import Address
from cbc_desktop.forms.definition import DataType
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.choice_box import ChoiceBox
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.preferences import Preferences
from cbc_desktop.ui.tables.card import TableCard

FORM = "khao-sat-nhanh"
STAFF, SPOKESMEN = Address("", "/data/s1/q1_06"), Address("", "/data/s1/q1_11")
UNITS, PEOPLE = Address("", "/data/s1/q1_10/t1"), Address("", "/data/s1/q1_12/t2")
PLAN = "ke-hoach-truyen-thong"
GOALS, POLICIES = Address("", "/data/m3/p3_03/b4"), Address("", "/data/m4/p4_b5/b5")
MONEY, DOCUMENTS = Address("", "/data/s3/q3_03/t7"), Address("", "/data/s4/q4_06/t12")
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier

OpenTable = Callable[..., TableCard]


@pytest.fixture
def opened(qtbot: QtBot, controller: DossierController, page: QWidget, tmp_path: Path) -> OpenTable:
    """A table on a narrow page, with the keyboard in its first cell."""

    def open_table(address: Address, form: str = FORM) -> TableCard:
        for question, answer in ((STAFF, "10"), (SPOKESMEN, "CO")):
            controller.perform(FORM, lambda q=question, a=answer: controller.dossier.answer(FORM, q, a))
        card = TableCard(Look(), controller, form, address, Preferences(tmp_path), page)
        page.resize(480, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        card.resize(460, 600)
        card.show_cell(address)
        return card

    return open_table


def press(text: str) -> None:
    """Vietnamese letters as the system sends them, which QTest cannot."""
    for letter in text:
        widget = QApplication.focusWidget()
        assert widget is not None
        QApplication.sendEvent(widget, QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def paste(qtbot: QtBot, card: TableCard, text: str) -> None:
    QApplication.clipboard().setText(text)
    qtbot.keyClick(card.view, Qt.Key.Key_V, CONTROL)


def column(card: TableCard, number: int = 0) -> list[str]:
    return [card.model.index(row, number).data() for row in range(len(card.model.rows))]


def menu_at(card: TableCard) -> QMenu:
    cell = card.view.visualRect(card.view.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, cell, card.view.viewport().mapToGlobal(cell))
    QApplication.sendEvent(card.view.viewport(), event)
    return card.view.findChildren(QMenu)[-1]


def words(menu: QMenu) -> dict[str, bool]:
    return {action.text(): action.isEnabled() for action in menu.actions() if not action.isSeparator()}


@pytest.mark.qt_log_ignore("does not support")
def test_the_menu_tells_every_verb_with_its_keys(qtbot: QtBot, opened: OpenTable) -> None:
    units = opened(UNITS)
    paste(qtbot, units, "A\t1\nB\t2")
    units.view.go_to(units.model.index(0, 0))
    menu = menu_at(units)
    told = words(menu)
    assert told["Điền xuống\tCtrl+D"]
    assert told["Chuyển dòng lên\tAlt+↑"]
    assert told["Ra khỏi bảng\tCtrl+Tab"]
    assert "Đính kèm tệp…\tF2" not in told
    next(action for action in menu.actions() if action.text().startswith("Nhân đôi dòng")).trigger()
    menu.close()
    assert column(units) == ["A", "A", "B"]


def test_several_rows_move_together_and_stay_selected(
    qtbot: QtBot, opened: OpenTable, controller: DossierController
) -> None:
    units = opened(UNITS)
    paste(qtbot, units, "A\t1\nB\t2\nC\t3\nD\t4")
    units.view.go_to(units.model.index(1, 0))
    qtbot.keyClick(units.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(units.view, Qt.Key.Key_Down, ALT)
    assert column(units) == ["A", "D", "B", "C"]
    qtbot.keyClick(units.view, Qt.Key.Key_Up, ALT)
    qtbot.keyClick(units.view, Qt.Key.Key_Up, ALT)
    assert column(units) == ["B", "C", "A", "D"]
    qtbot.keyClick(units.view, Qt.Key.Key_Up, ALT)
    assert column(units) == ["B", "C", "A", "D"]
    controller.undo()
    assert column(units) == ["A", "B", "C", "D"]


def test_what_the_mouse_selected_is_made_larger_by_keyboard(qtbot: QtBot, opened: OpenTable) -> None:
    units = opened(UNITS)
    paste(qtbot, units, "A\t1\nB\t2\nC\t3\nD\t4")
    cells = [units.view.visualRect(units.model.index(row, 0)).center() for row in range(2)]
    qtbot.mousePress(units.view.viewport(), Qt.MouseButton.LeftButton, pos=cells[0])
    qtbot.mouseMove(units.view.viewport(), cells[1])
    qtbot.mouseRelease(units.view.viewport(), Qt.MouseButton.LeftButton, pos=cells[1])
    qtbot.keyClick(units.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert sorted(index.row() for index in units.view.selectedIndexes()) == [0, 1, 2]


def test_cells_are_cut_filled_down_and_pasted_at_the_upper_left(qtbot: QtBot, opened: OpenTable) -> None:
    units = opened(UNITS)
    paste(qtbot, units, "A\t1\nB\t2\nC\t3")
    units.view.go_to(units.model.index(0, 1))
    for _ in range(2):
        qtbot.keyClick(units.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(units.view, Qt.Key.Key_X, CONTROL)
    assert column(units, 1) == ["", "", ""]
    qtbot.keyClick(units.view, Qt.Key.Key_V, CONTROL)
    assert column(units, 1) == ["1", "2", "3"]
    qtbot.keyClick(units.view, Qt.Key.Key_D, CONTROL)
    assert column(units, 1) == ["1", "1", "1"]


def test_sums_stand_below_the_rows_and_follow_them(qtbot: QtBot, opened: OpenTable) -> None:
    units = opened(UNITS)
    assert units.totals.isHidden()
    paste(qtbot, units, "A\t1.200\nB\t2")
    assert not units.totals.isHidden()
    assert units.totals.text().startswith("Tổng cộng: Chuyên trách (người): 1.202")


def test_a_sum_is_told_in_words_where_the_form_asks_for_it(opened: OpenTable, controller: DossierController) -> None:
    money = opened(MONEY)
    leaf = money.model.leaf(money.model.index(0, 1))
    assert leaf is not None
    controller.perform(FORM, lambda: controller.dossier.answer(FORM, leaf.address, "12.5"))
    assert "bằng chữ: Mười hai triệu năm trăm nghìn đồng" in money.words.text()
    assert money.model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) == "Mười hai triệu năm trăm nghìn đồng"


def test_the_name_of_a_row_stays_when_the_grid_is_scrolled_sideways(qtbot: QtBot, opened: OpenTable) -> None:
    units = opened(UNITS)
    paste(qtbot, units, "A\t1\nB\t2")
    frozen, grid = units.view.frozen, units.view
    assert frozen.isHidden()
    for number in range(1, units.model.columnCount()):
        grid.go_to(units.model.index(1, number))
        left = grid.columnViewportPosition(number)
        assert left >= frozen.width_over_grid, "a cell that is gone to is not covered"
    assert frozen.isVisible()
    assert frozen.columnViewportPosition(0) == 0
    assert frozen.rowHeight(1) == grid.rowHeight(1)
    name = frozen.visualRect(units.model.index(0, 0)).center()
    qtbot.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=name)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (0, 0)
    assert frozen.isHidden()


def test_rows_are_as_high_as_their_text_when_they_are_seen(qtbot: QtBot, opened: OpenTable) -> None:
    units = opened(UNITS)
    long = "Trung tâm truyền thông và văn hóa " * 20
    paste(qtbot, units, "\n".join([*(f"Sở {number}\t1" for number in range(30)), f"{long}\t1"]))
    plain = units.view.rowHeight(0)
    units.view.go_to(units.model.index(30, 0))
    qtbot.waitUntil(lambda: units.view.rowHeight(30) > plain)
    assert units.view.rowHeight(30) <= 4 * units.view.fontMetrics().lineSpacing() + 16
    assert units.model.index(30, 0).data(Qt.ItemDataRole.ToolTipRole) == long.strip()


@pytest.mark.qt_log_ignore("does not support")
def test_a_file_is_attached_in_a_cell_and_makes_the_row(
    qtbot: QtBot, opened: OpenTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = opened(DOCUMENTS)
    scan = tmp_path / "Quyết định.pdf"
    scan.write_bytes(b"%PDF-1.7 thu\n%%EOF")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(scan), ""))
    last = documents.model.columnCount() - 1
    documents.view.go_to(documents.model.index(0, last))
    assert "Đính kèm tệp…\tF2" in words(menu_at(documents))
    qtbot.keyClick(documents.view, Qt.Key.Key_F2)
    (name,) = column(documents, last)
    assert name.endswith(".pdf")
    press("x")
    assert column(documents, last) == [name], "a file is not typed"
    qtbot.keyClick(documents.view, Qt.Key.Key_Delete)
    assert column(documents, last) == [""]


def test_a_choice_is_found_by_typing_without_accents(qtbot: QtBot, opened: OpenTable) -> None:
    people = opened(PEOPLE)
    paste(qtbot, people, "Nguyễn Văn A")
    people.view.go_to(people.model.index(0, 2))
    press("nguoi duoc")
    assert isinstance(QApplication.focusWidget(), ChoiceBox)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert column(people, 2) == ["Người được ủy quyền phát ngôn"]
    press("nguoi p")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert column(people, 2)[0] == "Người được ủy quyền phát ngôn", "that was the next row"


def test_dates_are_typed_and_shown_the_vietnamese_way(qtbot: QtBot, opened: OpenTable) -> None:
    people = opened(PEOPLE)
    paste(qtbot, people, "Nguyễn Văn A")
    last = people.model.columnCount() - 1
    people.view.go_to(people.model.index(0, last))
    press("9/3/2022")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    leaf = people.model.leaf(people.model.index(0, last))
    assert leaf is not None
    assert (leaf.lexical, column(people, last)) == ("2022-03-09", ["09/03/2022"])


def test_unikey_takes_letters_back_in_a_cell_and_types_them_anew(qtbot: QtBot, opened: OpenTable) -> None:
    units = opened(UNITS)
    press("So")
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    press("Sở")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert column(units) == ["Sở"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Escape])
def test_a_key_leads_out_of_the_grid(qtbot: QtBot, opened: OpenTable, key: Qt.Key) -> None:
    units = opened(UNITS)
    qtbot.keyClick(units.view, key, CONTROL if key == Qt.Key.Key_Tab else Qt.KeyboardModifier.NoModifier)
    assert QApplication.focusWidget() is not units.view


def test_columns_share_the_room_until_a_person_makes_one_wider(qtbot: QtBot, opened: OpenTable) -> None:
    units = opened(UNITS)
    header = units.view.horizontalHeader()
    assert not units.view.horizontalHeader().stretchLastSection()
    units.resize(1200, 600)
    widths = units.view.widths()
    assert sum(widths) == units.view.viewport().width()
    assert max(widths) < 2 * min(widths)
    header.resizeSection(0, 300)
    units.resize(1000, 600)
    assert units.view.widths()[0] == 300


def test_the_header_is_as_high_as_its_tallest_heading_in_bold_letters(opened: OpenTable, page: QWidget) -> None:
    money = opened(MONEY)
    header, columns = money.view.horizontalHeader(), range(money.model.columnCount())
    bold = QFont(money.view.font())
    bold.setWeight(QFont.Weight.DemiBold)
    for width in range(460, 1200, 60):
        money.resize(width, 600)
        QApplication.processEvents()
        for number in columns:
            room = QRect(0, 0, money.view.columnWidth(number) - 13, 1000)
            text = money.model.heading(number)
            needed = QFontMetrics(bold).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
            assert header.height() >= needed + 8, (width, text)


def test_the_cell_under_the_mouse_does_not_look_chosen(qtbot: QtBot, opened: OpenTable) -> None:
    units = opened(UNITS)
    paste(qtbot, units, "A\t1\nB\t2")
    option = QStyleOptionViewItem()
    option.state = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_MouseOver
    units.view.itemDelegate().initStyleOption(option, units.model.index(1, 0))
    assert option.state == QStyle.StateFlag.State_Enabled


def test_a_number_on_the_line_for_a_new_row_is_read_once(qtbot: QtBot, opened: OpenTable) -> None:
    goals = opened(GOALS, PLAN)
    amount = next(place for place, one in enumerate(goals.model.columns) if one.bind.type is DataType.DECIMAL)
    goals.view.go_to(goals.model.index(0, amount))
    press("1,234")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert column(goals, amount) == ["1,234"]


def test_typing_and_pasting_begin_behind_a_column_that_numbers_itself(qtbot: QtBot, opened: OpenTable) -> None:
    policies = opened(POLICIES, PLAN)
    assert policies.view.currentIndex().column() == 1
    assert str(policies.model.index(0, 1).data()).startswith("Gõ vào đây")
    policies.view.go_to(policies.model.index(0, 0))
    paste(qtbot, policies, "Luật A\nLuật B")
    assert column(policies, 1) == ["Luật A", "Luật B"]
    codes = column(policies)
    policies.view.go_to(policies.model.index(0, 0))
    paste(qtbot, policies, f"{codes[0]}\tLuật C\n")
    qtbot.keyClick(policies.paste_panel.take_button, Qt.Key.Key_Return)
    assert column(policies, 1) == ["Luật C", "Luật B"]


def test_blank_cells_at_the_end_of_what_was_copied_overwrite(qtbot: QtBot, opened: OpenTable) -> None:
    units = opened(UNITS)
    paste(qtbot, units, "A\t1\nB\t2\nC\t\nD\t")
    units.view.go_to(units.model.index(1, 1))
    qtbot.keyClick(units.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(units.view, Qt.Key.Key_C, CONTROL)
    units.view.go_to(units.model.index(0, 1))
    qtbot.keyClick(units.view, Qt.Key.Key_V, CONTROL)
    qtbot.keyClick(units.paste_panel.take_button, Qt.Key.Key_Return)
    assert column(units, 1) == ["2", "", "", ""]


def test_a_very_long_answer_is_not_cut_by_looking_at_it(
    qtbot: QtBot, opened: OpenTable, controller: DossierController
) -> None:
    units = opened(UNITS)
    paste(qtbot, units, "x" * 40_000)
    units.view.go_to(units.model.index(0, 0))
    qtbot.keyClick(units.view, Qt.Key.Key_F2)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert len(column(units)[0]) == 40_000
