"""A window on a home of its own, dressed as a person chose, and taken apart after the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from dossier_showing import ShowDossier
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.office import Office, open_office
from cbc_desktop.ui.application import load_fonts
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.main_window import MainWindow
from cbc_desktop.ui.preferences import Preferences
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.rooms import Routes, Surroundings
from cbc_desktop.ui.tasks import Tasks

PATIENCE = 60_000
"""Milliseconds."""
MOMENT = datetime(2022, 3, 25, 10, tzinfo=VIETNAM)


class PatientBot(QtBot):
    """Waits longer than pytest-qt's five seconds: a busy machine is no fault of the window's."""

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = PATIENCE) -> None:  # noqa: N802
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's, with patience."""
    return PatientBot(request)


@pytest.fixture
def opened() -> Callable[[Path], AbstractContextManager[Office]]:
    """Opens an office in which it is the same moment all the time."""
    return partial(open_office, clock=FixedClock(MOMENT), identifiers=SeededIdentifiers(), who="lan")


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    """An empty page for one part of the window, hidden before its parts are taken down."""
    shown = QWidget()
    qtbot.addWidget(shown)
    yield shown
    shown.hide()


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, opened: Callable[[Path], AbstractContextManager[Office]]
) -> Iterator[Program]:
    """Not started yet, so that a test can put something into ``tmp_path`` before."""
    load_fonts()
    made = Program(qapp, tmp_path, opened)
    yield made
    qtbot.waitUntil(lambda: not made.tasks.running)
    if made.window is not None:
        made.window.close()
        made.window.deleteLater()
    made.close()
    made.undress()


@pytest.fixture
def window(program: Program) -> Callable[[], MainWindow]:
    """The present window of the program, started when it is first asked for."""

    def present() -> MainWindow:
        if program.window is None:
            program.start()
        assert isinstance(program.window, MainWindow)
        return program.window

    return present


@pytest.fixture
def controller(tmp_path: Path) -> Iterator[DossierController]:
    """Of a dossier that was just begun."""
    load_fonts()
    with open_office(tmp_path, who="lan") as office:
        yield DossierController(office.filling.begin("837-btttt-cbc", "04"), office.clock)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path / "data", who="lan") as lans:
        yield lans


@pytest.fixture
def show_dossier(qtbot: QtBot, office: Office, tmp_path: Path) -> Iterator[ShowDossier]:
    """Shows a dossier as large as it is in the window at 1366x768, without the window around it."""
    load_fonts()
    tasks = Tasks()

    def show(dossier: OpenDossier) -> DossierView:
        around = Surroundings(office, Look(), Preferences(tmp_path), tasks, Routes())
        shown = DossierView(around, DossierController(dossier, office.clock))
        qtbot.addWidget(shown)
        shown.resize(1278, 768)
        shown.show()
        return shown

    yield show
    qtbot.waitUntil(lambda: not tasks.running)


@pytest.fixture
def new_dossier(office: Office) -> OpenDossier:
    return office.filling.begin("837-btttt-cbc", "04")
