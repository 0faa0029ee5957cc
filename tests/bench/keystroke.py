"""From a key in a question of the largest shipped page to what it changes on the screen, against a bare line of Qt."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from tests.bench.material import Material
from tests.bench.measuring import Comparison, compared
from tests.bench.offscreen import settle, show, shown_dossier

from cbc_desktop.engine.navigation import pages
from cbc_desktop.ui.dossier.places import PageKey

FORM = "khao-sat-nhanh"
KEYS = "tin bai truyen thong"


def comparison(material: Material) -> Comparison:
    view = shown_dossier(material, material.draft)
    session = material.draft.form(FORM).session
    sizes = [sum(1 for _ in page.elements(session)) for page in pages(session.definition)]
    page = view.go(PageKey(FORM, sizes.index(max(sizes))))
    settle()
    ours = next(line for line in page.findChildren(QLineEdit) if line.isVisible() and line.isEnabled())
    around = QWidget()
    bare = QLineEdit(around)
    show(around)
    measured = compared(
        "key to repaint",
        "key",
        "a bare QLineEdit",
        lambda: _typed(ours),
        lambda: _typed(bare),
        ours_units=len(KEYS),
        least_units=len(KEYS),
    )
    view.leave()
    for window in (view, around):
        window.close()
    return measured


def _typed(line: QLineEdit) -> None:
    line.window().activateWindow()
    line.setFocus()
    for key in KEYS:
        QTest.keyClick(line, key)
        settle()
