"""Starts the window: application, bundled fonts, office; a trouble at the start is told in a window too."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QMessageBox

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import VIETNAMESE
from cbc_desktop.base.paths import default_home, resources
from cbc_desktop.office import open_office
from cbc_desktop.ui.main_window import MainWindow

APPLICATION_NAME = "CBC"


def open_window(home: Path | None = None) -> int:
    """Runs until the window is closed; 1 when the office could not be opened."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName(APPLICATION_NAME)
    load_fonts()
    try:
        with open_office(home or default_home()) as office:
            window = MainWindow(office)
            window.show()
            return application.exec()
    except UserFacingError as error:
        QMessageBox.critical(None, APPLICATION_NAME, error.message.in_language(VIETNAMESE))
        return 1


def load_fonts() -> None:
    """The bundled fonts: a system without any would show boxes instead of Vietnamese."""
    for path in sorted((resources() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
