"""A file that somebody drags from a folder and lets go over the window."""

from __future__ import annotations

import warnings
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


def drop(place: QWidget, path: Path) -> bool:
    """False when the place does not take it."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    where, buttons = QPointF(10, 10), Qt.MouseButton.LeftButton
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Qt's only constructor of this event is deprecated
        entering = QDragEnterEvent(
            where.toPoint(), Qt.DropAction.CopyAction, carried, buttons, Qt.KeyboardModifier.NoModifier
        )
    QApplication.sendEvent(place, entering)
    if not entering.isAccepted():
        return False
    QApplication.sendEvent(
        place, QDropEvent(where, Qt.DropAction.CopyAction, carried, buttons, Qt.KeyboardModifier.NoModifier)
    )
    return True
