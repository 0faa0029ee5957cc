"""A message stands in its place over the whole width, with what can be done about it, until it is read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cbc_desktop.ui.kit.message_bar import MessageBar, Tone


def test_a_message_has_the_width_of_its_place(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.resize(900, 60)
    bar.say("Dữ liệu đã được sao lưu vào một tệp trong thư mục sao lưu.", Tone.DONE)
    qtbot.wait(1)
    assert bar.text.width() > 700


def test_what_can_be_done_is_gone_with_the_message(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.say("một", Tone.WARNING, QPushButton("Xem"), QPushButton("Bỏ qua"))
    bar.say("hai", Tone.INFO, QPushButton("Mở"))
    qtbot.wait(1)
    shown = [button.text() for button in bar.findChildren(QPushButton) if button.isVisible()]
    assert sorted(shown) == sorted(["Mở", bar.close_button.text()])
    with qtbot.waitSignal(bar.closed):
        qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
