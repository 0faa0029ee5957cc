"""The buttons above the list of what has arrived count as the language of the window writes numbers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from cbc_desktop.ui.receiving.arrived.lines import Kind, Line
from cbc_desktop.ui.receiving.arrived.sieve import Pick, Sieve


@pytest.fixture(autouse=True)
def locale() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(("language", "told"), [("vi", "Chưa gửi 12.345"), ("en", "Chưa gửi 12,345")])
def test_thousands_of_agencies_are_read_at_a_glance(qtbot: QtBot, language: str, told: str) -> None:
    QLocale.setDefault(QLocale(language))
    sieve = Sieve()
    qtbot.addWidget(sieve)
    missing = Line("xa", Kind.MISSING, "Xã Mẫu", "", None, late=False, route="", awaited=True, searched="xa mau")
    sieve.show_lines([missing] * 12_345)
    assert sieve.buttons[Pick.MISSING].text() == told
