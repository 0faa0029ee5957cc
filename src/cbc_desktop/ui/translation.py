"""The words of the window in the person's language, from Qt Linguist files; Vietnamese is the language of the source.

``vi`` has Qt's own words (buttons and menus of its dialogs), ``en`` all of ours.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from cbc_desktop.base.errors import BugError
from cbc_desktop.base.paths import resources

FOLDER = "translations"


def speak(application: QCoreApplication, language: str) -> QTranslator:
    """Installs the words of ``language``; what is answered is removed before another language is spoken."""
    QLocale.setDefault(QLocale(language))
    translator = QTranslator(application)
    path = resources() / FOLDER / f"cbc_{language}.qm"
    if not translator.load(str(path)):
        raise BugError(f"the words of the window are missing: {path}")
    application.installTranslator(translator)
    return translator
