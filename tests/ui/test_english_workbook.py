"""The workbook in English from the window: of a finalised dossier, made beside the window, opened when it is there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.office import Office
from cbc_desktop.ui.dossier.places import LastStep
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.issuing.page import IssuingPage
from cbc_desktop.ui.main_window import MainWindow
from cbc_desktop.ui.program import Program

Window = Callable[[], MainWindow]
Opener = Callable[[Path], AbstractContextManager[Office]]


@pytest.fixture
def view(qtbot: QtBot, window: Window, program: Program, opened: Opener) -> DossierView:
    with opened(program.home) as office:
        dossier = office.filling.begin("837-btttt-cbc", "04")
        for form_id in dossier.campaign.forms:
            fill_form(dossier, form_id, read_prepared(dossier.campaign.folder / "sample" / f"{form_id}.json"))
    window().around.routes.open_dossier.emit(dossier.dossier_id)
    qtbot.waitUntil(lambda: window().view is not None)
    view = window().view
    assert view is not None
    return view


def issuing_of(view: DossierView) -> IssuingPage:
    page = view.go(LastStep.ISSUING)
    assert isinstance(page, IssuingPage)
    return page


def test_a_finalised_dossier_has_a_workbook_in_english(
    qtbot: QtBot, view: DossierView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    chosen = tmp_path / "workbook.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    page = issuing_of(view)
    assert not page.english_workbook.isVisible()
    page.finalising.finalise_button.click()
    page.english_workbook.write_button.click()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].toLocalFile() == str(chosen)
    assert load_workbook(chosen).sheetnames[0] == "Guide"
    assert "Đã ghi sổ tính tiếng Anh" in view.messages.text.text()


def test_a_workbook_that_cannot_be_written_is_told(qtbot: QtBot, view: DossierView, tmp_path: Path) -> None:
    page = issuing_of(view)
    page.finalising.finalise_button.click()
    (tmp_path / "workbook.xlsx").mkdir()
    page.english_workbook.write_to(tmp_path / "workbook.xlsx")
    qtbot.waitUntil(lambda: "Không ghi được" in view.messages.text.text())
