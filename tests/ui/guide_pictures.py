"""The pictures in the user guide in both languages, made anew: ``python tests/ui/guide_pictures.py [NAME …]``."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from readme_pictures import take_picture
from sample_window import pause, sample_home
from window_pages import shown

from cbc_desktop.base.message import LANGUAGES
from cbc_desktop.documents.guide.reading import picture_file
from cbc_desktop.engine.address import Address
from cbc_desktop.ui.application import load_fonts
from cbc_desktop.ui.consolidating.page import ConsolidatingPage
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.issuing.page import IssuingPage
from cbc_desktop.ui.kit.message_bar import MessageBar
from cbc_desktop.ui.main_window import MainWindow
from cbc_desktop.ui.preferences import Preferences
from cbc_desktop.ui.questions.beside import WHY
from cbc_desktop.ui.theme.colours import Scheme
from cbc_desktop.ui.theme.sizes import DOUBLE

SIZE = (1120, 630)
"""Of the window; at the width of a page of paper its letters are read without effort."""
DOCUMENTS = Path("/home/lan/Documents")
"""Where an invented person writes files."""
_TEMPORARY = re.compile(re.escape(tempfile.gettempdir()) + r"/\S+")
SETTLED = 400
"""Milliseconds after which a window of another size is laid out."""
SHARES = 4
"""How far down the list an indicator is that tells shares."""
PICTURES: Mapping[str, str] = {
    "start": "start",
    "questions": "questions",
    "tables": "tables",
    "own-table": "own-table",
    "gathering": "gathering",
    "review": "review",
    "signing": "signing",
    "numbering": "numbering",
    "packed": "packed",
    "preview": "preview",
    "returned": "returned",
    "copy": "copy",
    "arrived": "arrived",
    "receipt": "receipt",
    "reminders": "reminders",
    "consolidated": "consolidated",
    "verdict": "passed",
    "trust": "trust",
    "profiles": "profiles",
}
"""By the name in the guide: the page of the window."""
FIRST: Mapping[str, Callable[[MainWindow], None]] = {
    "arrived": lambda window: _close_messages(window),
    "consolidated": lambda window: _show_shares(window),
    "questions": lambda window: _answer_wrongly(window),
    "signing": lambda window: _scroll_to(window, lambda page: page.signing),
    "numbering": lambda window: _scroll_to(window, lambda page: page.numbering),
    "packed": lambda window: _scroll_to(window, lambda page: page.packaging),
}
"""What is done on the page before the picture is taken."""


def main(names: list[str]) -> int:
    application = QApplication([])
    load_fonts()
    with tempfile.TemporaryDirectory() as folder:
        home = sample_home(Path(folder))
        for name in names or PICTURES:
            for language in LANGUAGES:
                own = shutil.copytree(home, Path(folder) / "own")
                _make(application, own, name, language)
                shutil.rmtree(own)
    return 0


def _make(application: QApplication, home: Path, name: str, language: str) -> None:
    preferences = Preferences(home)
    preferences.export_folder = DOCUMENTS
    preferences.save()
    with shown(application, home, PICTURES[name], Scheme.LIGHT, language, 100) as window:
        window.resize(*SIZE)
        pause(SETTLED)
        if name in FIRST:
            FIRST[name](window)
            pause(SETTLED)
        while window.around.tasks.running:
            pause(100)
        _name_a_persons_folder(window)
        take_picture(window, language, picture_file(name, language))


def _name_a_persons_folder(window: MainWindow) -> None:
    """Files are written to where nobody would look for them."""
    for told in window.findChildren(QLabel):
        if _TEMPORARY.search(told.text()):
            told.setText(_TEMPORARY.sub(str(DOCUMENTS), told.text()))


def _close_messages(window: MainWindow) -> None:
    for bar in window.findChildren(MessageBar):
        bar.clear()


def _show_shares(window: MainWindow) -> None:
    """An indicator of choices."""
    page = window.findChild(ConsolidatingPage)
    assert page is not None
    QTest.keyClick(page.results.indicators.list.tree, Qt.Key.Key_Home)
    for _ in range(SHARES):
        QTest.keyClick(page.results.indicators.list.tree, Qt.Key.Key_Down)


def _answer_wrongly(window: MainWindow) -> None:
    """More full-time staff than staff, with the reason for the question beside it."""
    view = window.findChild(DossierView)
    assert view is not None
    controller, address = view.controller, Address("", "/data/s1/q1_07")
    controller.type("khao-sat-nhanh", address, "99")
    controller.leave()
    view.show_question("khao-sat-nhanh", address)
    view.beside.show_panel("khao-sat-nhanh", address, WHY)


def _scroll_to(window: MainWindow, step: Callable[[IssuingPage], QWidget]) -> None:
    page = window.findChild(IssuingPage)
    assert page is not None
    page.verticalScrollBar().setValue(step(page).y() - DOUBLE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
