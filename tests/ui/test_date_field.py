"""A date is typed the Vietnamese way or chosen from the calendar, which begins on the day that is there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from cbc_desktop.forms.definition import Bind, Control, DataType, LeafDef
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.questions.fields.lines import DateField

QUESTION = LeafDef("ngay", "/data/ngay", bind=Bind(DataType.DATE), control=Control.INPUT)


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[DateField]:
    shown = DateField(QUESTION, Look())
    qtbot.addWidget(shown)
    shown.show()
    yield shown
    shown.hide()


@pytest.mark.qt_log_ignore("does not support")
def test_a_day_is_chosen_from_the_calendar_by_keyboard(qtbot: QtBot, field: DateField) -> None:
    field.show_value("2022-03-09")
    begun: list[QDate] = []

    def choose() -> None:
        calendar = QApplication.activePopupWidget().findChild(QCalendarWidget)
        assert calendar is not None
        begun.append(calendar.selectedDate())
        calendar.setSelectedDate(QDate(2022, 3, 15))
        calendar.activated.emit(calendar.selectedDate())

    QTimer.singleShot(0, choose)
    with qtbot.waitSignal(field.edited) as edited:
        qtbot.keyClick(field.calendar_button, Qt.Key.Key_Space)
    assert begun == [QDate(2022, 3, 9)]
    assert edited.args == ["2022-03-15"]
    assert field.line.text() == "15/03/2022"


@pytest.mark.parametrize("typed", ["9/3/2022", "09-3-2022", "ngày 9 tháng 3 năm 2022", "9.3.2022"])
def test_a_day_is_typed_as_vietnamese_people_write_it(qtbot: QtBot, field: DateField, typed: str) -> None:
    field.line.setFocus()
    field.line.setText(typed)
    field.line.textEdited.emit(typed)
    assert field.lexical == "2022-03-09"
    assert field.line.text() == typed, "nothing is rewritten while somebody types"
    field.calendar_button.setFocus()
    assert field.line.text() == "09/03/2022"
