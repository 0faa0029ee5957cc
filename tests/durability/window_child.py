"""The child of window_kill_test.py: the real window on a dossier, and a person who types, pastes and never rests.

For each "Đã lưu" that the window shows, it says what is saved by then, into a file that outlives it.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from desk_child import AGENCY, MOST_ROWS, State, held
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from cbc_desktop.store.database import Database
from cbc_desktop.ui.application import load_fonts
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.main_window import MainWindow
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.questions.fields.files import FileField
from cbc_desktop.ui.questions.section_page import SectionPage
from cbc_desktop.ui.tables.card import TableCard

READY = "ready"
SAVED = "Đã lưu"
TEXTS = ("0", "93", "1.234,5", "20/3/2022", "Sở Y tế", "Đã báo cáo theo công văn số 12, đề nghị bổ sung kinh phí")
_PLAIN, _CONTROL, _ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
_ROW_KEYS = (
    (Qt.Key.Key_Plus, _CONTROL),
    (Qt.Key.Key_Minus, _CONTROL),
    (Qt.Key.Key_D, _CONTROL),
    (Qt.Key.Key_Up, _ALT),
    (Qt.Key.Key_Down, _ALT),
    (Qt.Key.Key_Delete, _PLAIN),
)
_PAUSE = 350
"""Milliseconds after which the window saves what is typed by itself, and a little more."""

Waits = Iterator[int]
"""A person's keys; between them the window works for so many milliseconds."""


def live(home: Path, seed: int, said: Path) -> None:
    """Until it is killed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_LOGGING_RULES"] = "default.warning=false"  # the offscreen platform grumbles about every window
    application = QApplication([])
    load_fonts()
    program = Program(application, home)
    program.start()
    assert isinstance(program.window, MainWindow)
    with said.open("a", encoding="utf-8") as output:
        view = _opened(program.window)
        witness = Witness(view, program.window.around.office.database, output)
        _drive(Person(view, seed).work())
        witness.say(READY)
        application.exec()


def _opened(window: MainWindow) -> DossierView:
    routes, desk = window.around.routes, window.around.office.filling
    routes.open_dossier.emit(desk.find(AGENCY).identity.dossier_id)
    while window.view is None:
        QApplication.processEvents()
    return window.view


def _drive(keys: Waits) -> None:
    QTimer.singleShot(next(keys), lambda: _drive(keys))


class Witness:
    """Says what the window shows as saved: the number of the last edit, and what is different since it last said so."""

    def __init__(self, view: DossierView, database: Database, output: TextIO) -> None:
        self._view, self._database, self._output = view, database, output
        self._known = held(view.controller.dossier)
        view.controller.saving_changed.connect(self._look)

    def say(self, line: str) -> None:
        """The system keeps what was written when the process is killed; no need to wait for the disk."""
        self._output.write(line + "\n")
        self._output.flush()

    def _look(self) -> None:
        if self._view.head.saved.text().startswith(SAVED):
            now = held(self._view.controller.dossier)
            ((edit,),) = self._database.query("SELECT max(edit) FROM change")
            self.say(json.dumps([edit, _difference(self._known, now)]))
            self._known = now


def _difference(before: State, now: State) -> State:
    return {name: now.get(name) for name in {*before, *now} if before.get(name) != now.get(name)}


class Person:
    """Somebody with a keyboard, at one dossier."""

    def __init__(self, view: DossierView, seed: int) -> None:
        self._view, self._chance = view, random.Random(seed)

    def work(self) -> Waits:
        deeds = (
            self._answer,
            self._answer,
            self._answer,
            self._cell,
            self._paste,
            self._row,
            self._go_back,
            self._turn,
        )
        while True:
            at_questions = isinstance(self._view.stack.currentWidget(), SectionPage)
            yield from self._chance.choice(deeds)() if at_questions else self._turn_back()
            yield self._chance.randrange(5)

    @property
    def _page(self) -> SectionPage:
        page = self._view.stack.currentWidget()
        assert isinstance(page, SectionPage)
        return page

    def _answer(self) -> Waits:
        cards = [card for card in self._page.contents.cards.values() if card.answerable]
        cards = [card for card in cards if not isinstance(card.field, FileField)]
        if not cards:
            return
        self._chance.choice(cards).take_keyboard()
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit | QPlainTextEdit):
            _press(Qt.Key.Key_A, _CONTROL)
            yield from self._type(self._chance.choice(TEXTS))
        else:
            _press(Qt.Key.Key_Down if isinstance(field, QComboBox) else Qt.Key.Key_Space)

    def _type(self, text: str) -> Waits:
        for letter in text:
            _letter(letter)
            yield self._chance.randrange(4)
        ending = self._chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, None))
        if ending is None:
            yield _PAUSE
        else:
            _press(ending)

    def _cell(self) -> Waits:
        if self._stand_in_table():
            yield from self._type(self._chance.choice(TEXTS))

    def _paste(self) -> Waits:
        table = self._stand_in_table()
        if table is not None:
            lines = self._chance.randrange(1, 9) if len(table.model.rows) < MOST_ROWS else 1
            cells = [[self._chance.choice(TEXTS) for _ in range(self._chance.randrange(1, 6))] for _ in range(lines)]
            QApplication.clipboard().setText("\n".join("\t".join(line) for line in cells))
            yield 0
            _press(Qt.Key.Key_V, _CONTROL)
            if table.paste_panel.isVisible():  # something is to be looked at first; Enter takes it
                _press(Qt.Key.Key_Return)

    def _row(self) -> Waits:
        table = self._stand_in_table()
        if table is not None:
            full = len(table.model.rows) >= MOST_ROWS
            _press(*(_ROW_KEYS[1] if full else self._chance.choice(_ROW_KEYS)))
        yield 0

    def _go_back(self) -> Waits:
        for _ in range(self._chance.randrange(1, 4)):
            _press(self._chance.choice((Qt.Key.Key_Z, Qt.Key.Key_Z, Qt.Key.Key_Y)), _CONTROL)
            yield self._chance.randrange(4)

    def _turn(self) -> Waits:
        _press(self._chance.choice((Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)), _CONTROL)
        yield 0

    def _turn_back(self) -> Waits:
        """From the pages behind the forms, where nothing is filled in."""
        _press(Qt.Key.Key_PageUp, _CONTROL)
        yield 0

    def _stand_in_table(self) -> TableCard | None:
        """Puts the keyboard on any cell of any table of the page, also on the line for a new row."""
        tables = [table for table in self._page.contents.tables.values() if table.isVisible()]
        if not tables:
            return None
        table = self._chance.choice(tables)
        rows, columns = table.model.rowCount(), table.model.columnCount()
        table.view.go_to(table.model.index(self._chance.randrange(rows), self._chance.randrange(columns)))
        return table


def _press(key: Qt.Key, modifiers: Qt.KeyboardModifier = _PLAIN) -> None:
    QTest.keyClick(_keyboard(), key, modifiers)


def _letter(letter: str) -> None:
    """As the system sends Vietnamese letters, which QTest cannot."""
    QApplication.sendEvent(_keyboard(), QKeyEvent(QKeyEvent.Type.KeyPress, 0, _PLAIN, letter))


def _keyboard() -> QWidget:
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    assert widget is not None
    return widget
