"""The start page shows what the office has, and what is true of a package."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.office import Office, open_office
from cbc_desktop.ui.application import load_fonts
from cbc_desktop.ui.main_window import NO_DOSSIERS, MainWindow

MOMENT = datetime(2022, 3, 25, 10, tzinfo=VIETNAM)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path, clock=FixedClock(MOMENT), identifiers=SeededIdentifiers(), who="lan") as opened:
        yield opened


def start_page(qtbot: QtBot, office: Office) -> MainWindow:
    load_fonts()
    window = MainWindow(office)
    qtbot.addWidget(window)
    window.show()
    return window


def test_an_office_without_dossiers_is_told_how_to_begin(qtbot: QtBot, office: Office) -> None:
    window = start_page(qtbot, office)
    assert window.empty.isVisible()
    assert window.empty.text() == NO_DOSSIERS
    assert window.dossiers.rowCount() == 0


def test_each_dossier_has_a_line_with_its_state(qtbot: QtBot, office: Office) -> None:
    campaign = office.filling.campaigns()[0]
    office.filling.begin(campaign.id, "04")
    window = start_page(qtbot, office)
    line = [window.dossiers.item(0, column).text() for column in range(window.dossiers.columnCount())]
    assert line == ["Ủy ban nhân dân tỉnh Cao Bằng", campaign.id, "1", "Bản đang nhập", "25/03/2022 10:00"]
    assert not window.empty.isVisible()


def test_a_file_that_is_no_package_is_judged_and_not_refused(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    stranger = tmp_path / "thu.zip"
    stranger.write_bytes(b"PK not a zip")
    window = start_page(qtbot, office)
    window.verify(stranger)
    assert window.verdict.isVisible()
    assert "KHÔNG ĐẠT" in window.verdict.toPlainText()


def test_a_file_that_is_not_there_is_told_in_words(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    window = start_page(qtbot, office)
    window.verify(tmp_path / "khong-co.zip")
    assert "khong-co.zip" in window.verdict.toPlainText()
