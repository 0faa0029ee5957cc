"""A person without a mouse: keys go to where the keyboard is, and that place can be seen at every moment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

Key, Modifier = Qt.Key, Qt.KeyboardModifier
W = TypeVar("W", bound=QWidget)
_FAR = 80
"""So many times a person would not press Tab."""
_PATIENCE = 25


class Keyboard:
    """``here`` is the widget that has the keyboard."""

    @property
    def here(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None, "the keyboard is nowhere"
        for _ in range(_PATIENCE):
            if not _is_seen(focus):
                QTest.qWait(20)  # a page may still be laid out
        assert _is_seen(focus), f"nobody sees where the keyboard is: {_named(focus)}"
        return focus

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        QTest.keyClick(self.here, key, modifiers)
        QApplication.processEvents()

    def alt(self, letter: str) -> None:
        self.press(Key[f"Key_{letter.upper()}"], Modifier.AltModifier)
        QTest.qWait(150)  # Qt shows the button pressed for a tenth of a second before it works

    def type(self, text: str) -> None:
        """Letter by letter, also those that are on no key: QTest cannot send them."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.here, QKeyEvent(kind, 0, Modifier.NoModifier, letter))
        QApplication.processEvents()

    def tab_to(self, target: QWidget, *, back: bool = False) -> None:
        """With Tab alone; every place on the way can be seen."""
        for _ in range(_FAR):
            if self.here is target or target.isAncestorOf(self.here):
                return
            self.press(Key.Key_Backtab if back else Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {target.accessibleName() or target}")

    def tab_to_a(self, kind: type[W]) -> W:
        """To the next widget of this kind."""
        for _ in range(_FAR):
            self.press(Key.Key_Tab)
            if isinstance(self.here, kind):
                return self.here
        raise AssertionError(f"Tab leads to no {kind.__name__}")


def _named(widget: QWidget) -> str:
    named = next((one.accessibleName() for one in _outwards(widget) if one.accessibleName()), "")
    return f"{type(widget).__name__} {named} at {widget.mapTo(widget.window(), QPoint(0, 0))} of {widget.size()}"


def _outwards(widget: QWidget) -> Iterator[QWidget]:
    """The widget and all around it, as far as its window goes."""
    around: QWidget | None = widget
    while around is not None:
        yield around
        around = None if around.isWindow() else around.parentWidget()


def _is_seen(widget: QWidget) -> bool:
    """Whether something of it lies in the window, and in the area that scrolls it."""
    if not widget.isVisible() or widget.visibleRegion().isEmpty():
        return False
    scrolled = (around for around in _outwards(widget) if isinstance(around, QScrollArea))
    return all(_lies_in(widget, area.viewport()) for area in scrolled)


def _lies_in(widget: QWidget, viewport: QWidget) -> bool:
    return viewport.rect().intersects(QRect(widget.mapTo(viewport, QPoint(0, 0)), widget.size()))
