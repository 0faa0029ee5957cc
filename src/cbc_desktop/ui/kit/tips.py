"""Tooltips of what strangers wrote: Qt takes a text for HTML that only looks like it, and would fetch its pictures."""

from __future__ import annotations

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """Shown to the letter, whatever it looks like."""
    return Qt.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpaceNormal) if Qt.mightBeRichText(text) else text
