"""What is copied in the window is there to be pasted, and asks the system to keep it nowhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from cbc_desktop.ui.kit.clipboard import UNKEPT
from cbc_desktop.ui.main_window import MainWindow

TEXT = "Hoàng Văn Mẫu\t0900 000 000"


@pytest.fixture(autouse=True)
def own_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clipboard of a window without a screen belongs to nobody."""
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: True)


@pytest.mark.usefixtures("program")
def test_a_copied_block_of_cells_is_kept_by_no_history() -> None:
    QApplication.clipboard().setText(TEXT)
    assert told() == (TEXT, UNKEPT)


@pytest.mark.parametrize("field", [QLineEdit, QTextEdit])
def test_what_a_text_field_copies_neither(
    qtbot: QtBot, window: Callable[[], MainWindow], field: Callable[[str, MainWindow], QLineEdit | QTextEdit]
) -> None:
    answer = field("Sở Y tế", window())
    answer.show()
    answer.selectAll()
    qtbot.keyClick(answer, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert told() == ("Sở Y tế", UNKEPT)


@pytest.mark.usefixtures("program")
def test_other_forms_of_the_same_text_go_along() -> None:
    content = QMimeData()
    content.setText("Sở Y tế")
    content.setHtml("<b>Sở Y tế</b>")
    QApplication.clipboard().setMimeData(content)
    assert told() == ("Sở Y tế", UNKEPT)
    assert "<b>Sở Y tế</b>" in QApplication.clipboard().mimeData().html()


@pytest.mark.usefixtures("program")
def test_what_other_programs_copied_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: False)
    QApplication.clipboard().setText(TEXT)
    assert not any(QApplication.clipboard().mimeData().hasFormat(name) for name in UNKEPT)


def told() -> tuple[str, dict[str, bytes]]:
    content = QApplication.clipboard().mimeData()
    return content.text(), {name: content.data(name).data() for name in UNKEPT}
