"""The window of an open dossier without a screen, in this process."""

from __future__ import annotations

import os
from functools import cache

from PySide6.QtWidgets import QApplication, QWidget
from tests.bench.material import Material

from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.ui.application import load_fonts
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.preferences import Preferences
from cbc_desktop.ui.rooms import Routes, Surroundings
from cbc_desktop.ui.tasks import Tasks

WIDTH, HEIGHT = 1366, 768


@cache
def application() -> QApplication:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    made = QApplication(["bench"])
    load_fonts()
    return made


def shown_dossier(material: Material, dossier: OpenDossier) -> DossierView:
    application()
    office = material.office
    around = Surroundings(office, Look(), Preferences(material.folder), Tasks(), Routes())
    view = DossierView(around, DossierController(dossier, office.clock))
    show(view)
    return view


def show(widget: QWidget) -> None:
    application()
    widget.resize(WIDTH, HEIGHT)
    widget.show()
    widget.activateWindow()
    settle()


def settle() -> None:
    """All that is to be done and painted, is."""
    for _ in range(3):
        application().processEvents()
