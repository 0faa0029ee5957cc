"""Labels show all of their text: marks that rise above the lines, and words in colours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cbc_desktop.ui.kit.labels import label
from cbc_desktop.ui.theme.colours import LIGHT
from cbc_desktop.ui.theme.style import sheet

REQUIRED = '<span style="color:#ff0000">*</span>'


def painted(qtbot: QtBot, text: str, text_format: Qt.TextFormat = Qt.TextFormat.PlainText) -> QImage:
    shown: QLabel = label(text)
    shown.setTextFormat(text_format)
    shown.setStyleSheet(sheet(LIGHT, 11))
    shown.resize(400, shown.sizeHint().height())
    qtbot.addWidget(shown)
    return shown.grab().toImage()


def ink(image: QImage) -> set[tuple[int, int]]:
    """The pixels that are not of the ground."""
    ground = image.pixelColor(image.width() - 1, 0)
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {place for place in places if image.pixelColor(*place) != ground}


@pytest.mark.parametrize("text_format", [Qt.TextFormat.PlainText, Qt.TextFormat.RichText])
def test_marks_over_capitals_are_drawn_above_the_line(qtbot: QtBot, text_format: Qt.TextFormat) -> None:
    bare, marked = (ink(painted(qtbot, text, text_format)) for text in ("E", "Ễ"))
    above = min(y for _, y in bare)
    assert min(y for _, y in marked) <= above - 4


def test_words_in_colours_are_drawn_as_such_and_not_as_their_tags(qtbot: QtBot) -> None:
    image = painted(qtbot, f"Tên {REQUIRED}", Qt.TextFormat.RichText)
    assert max(x for x, _ in ink(image)) < 100
    colours = [image.pixelColor(*place) for place in ink(image)]
    assert any(colour.redF() > colour.greenF() + 0.25 for colour in colours)
