"""Starts the window: the application, fonts where the system has none for Vietnamese, our faults taken care of."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from cbc_desktop.base.paths import default_home, resources
from cbc_desktop.ui.first_paint import FirstPaint
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.screen import why_no_window
from cbc_desktop.ui.second_start import shown_by_open_window

APPLICATION_NAME = "CBC"
DESKTOP_FILE = "cbc-desktop"
"""Of the installed desktop entry, by which a desktop knows whose window it is."""
_ICON_SIZES = (16, 32, 64, 256)
BUNDLED_FONT = "Liberation Sans"
WRONG_USAGE = 64
"""The exit code of the command line for what cannot be called so."""


def open_window(
    home: Path | None = None, file: Path | None = None, language: str = "", *, until_first_paint: bool = False
) -> int:
    """Runs until the window is closed, or only until it has been painted, and says how long that took.

    ``file`` is shown at once, wherever such files are shown; ``language`` is kept as if it was chosen in the window.
    Where a window is open over the same data already, it is that one which is shown.
    """
    home = home or default_home()
    if shown_by_open_window(home, file):
        return 0
    if obstacle := why_no_window():
        sys.stderr.write(f"{obstacle.vi}\n{obstacle.en}\n")
        return WRONG_USAGE
    application = QApplication(sys.argv[:1])
    application.setApplicationName(APPLICATION_NAME)
    application.setDesktopFileName(DESKTOP_FILE)
    application.setWindowIcon(_icon())
    load_fonts()
    program = Program(application, home)
    if language:
        program.preferences.language = language
    program.faults.take_over()
    try:
        program.start()
        if file is not None:
            program.show_file(file)
        if until_first_paint and program.window is not None:
            FirstPaint(program.window, partial(_tell_and_quit, application))
        return application.exec()
    finally:
        program.faults.give_back()
        program.close()


def _icon() -> QIcon:
    icon = QIcon()
    for size in _ICON_SIZES:
        icon.addFile(str(resources() / "icons" / f"cbc-desktop-{size}.png"))
    return icon


def load_fonts() -> None:
    """The bundled font, where the system has none that writes Vietnamese: it would show boxes instead."""
    if QFontDatabase.families(QFontDatabase.WritingSystem.Vietnamese):
        return
    for path in sorted((resources() / "fonts").glob("LiberationSans-*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    QApplication.setFont(QFont(BUNDLED_FONT))


def _tell_and_quit(application: QApplication, milliseconds: float) -> None:
    sys.stdout.write(f"{milliseconds:.0f}\n")
    sys.stdout.flush()
    application.quit()
