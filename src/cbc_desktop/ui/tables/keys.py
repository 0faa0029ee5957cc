"""The keys of a grid, as people know them from a spreadsheet: which verb each asks for, or where it goes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_Chord = tuple[Qt.KeyboardModifier, Qt.Key]

_OF_THE_SYSTEM: Mapping[QKeySequence.StandardKey, str] = {
    QKeySequence.StandardKey.Copy: "copy",
    QKeySequence.StandardKey.Cut: "cut",
    QKeySequence.StandardKey.Paste: "paste",
}
_VERBS: Mapping[_Chord, str] = {
    (_NONE, Qt.Key.Key_Delete): "clear",
    (_NONE, Qt.Key.Key_Backspace): "clear",
    (_CTRL, Qt.Key.Key_D): "fill",
    (_CTRL | _SHIFT, Qt.Key.Key_D): "duplicate",
    (_CTRL, Qt.Key.Key_Return): "open",
    (_CTRL, Qt.Key.Key_Plus): "insert",
    (_CTRL, Qt.Key.Key_Minus): "delete",
    (_ALT, Qt.Key.Key_Up): "up",
    (_ALT, Qt.Key.Key_Down): "down",
    (_CTRL, Qt.Key.Key_Tab): "leave",
    (_NONE, Qt.Key.Key_Escape): "leave",
}
_STEPS: Mapping[_Chord, tuple[int, int]] = {
    (_NONE, Qt.Key.Key_Return): (1, 0),
    (_NONE, Qt.Key.Key_Enter): (1, 0),
    (_SHIFT, Qt.Key.Key_Return): (-1, 0),
    (_NONE, Qt.Key.Key_Tab): (0, 1),
    (_SHIFT, Qt.Key.Key_Backtab): (0, -1),
}
_Cursor = QAbstractItemView.CursorAction
_EXTENDING: Mapping[Qt.Key, QAbstractItemView.CursorAction] = {
    Qt.Key.Key_Up: _Cursor.MoveUp,
    Qt.Key.Key_Down: _Cursor.MoveDown,
    Qt.Key.Key_Left: _Cursor.MoveLeft,
    Qt.Key.Key_Right: _Cursor.MoveRight,
    Qt.Key.Key_PageUp: _Cursor.MovePageUp,
    Qt.Key.Key_PageDown: _Cursor.MovePageDown,
    Qt.Key.Key_Home: _Cursor.MoveHome,
    Qt.Key.Key_End: _Cursor.MoveEnd,
}


def verb_of(event: QKeyEvent) -> str | None:
    """A verb of ``actions.py``; None for every other key."""
    of_the_system = (verb for key, verb in _OF_THE_SYSTEM.items() if event.matches(key))
    return next(of_the_system, _VERBS.get(_chord(event)))


def step_of(event: QKeyEvent) -> tuple[int, int] | None:
    """Rows down and columns right to go; None for keys that go nowhere."""
    return _STEPS.get(_chord(event))


def extension_of(event: QKeyEvent) -> QAbstractItemView.CursorAction | None:
    """How the selection grows; None for keys that do not make it larger."""
    modifiers, key = _chord(event)
    return _EXTENDING.get(key) if modifiers == _SHIFT else None


def _chord(event: QKeyEvent) -> _Chord:
    """The same on the number block as elsewhere."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, Qt.Key(event.key())
