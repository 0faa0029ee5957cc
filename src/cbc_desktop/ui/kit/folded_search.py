"""Finding an entry of a list by typing its beginning: accents and đ are ignored, and any word may be the one meant."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication

from cbc_desktop.base.text import folded


def best_match(typed: str, labels: Sequence[str], start: int = 0) -> int | None:
    """The first label from ``start`` on, around the end, that begins with ``typed``; else one with such a word."""
    wanted = folded(typed)
    order = [*range(start, len(labels)), *range(start)]
    begins = (index for index in order if folded(labels[index]).startswith(wanted))
    within = (index for index in order if f" {wanted}" in f" {folded(labels[index])}")
    return next(begins, next(within, None))


class TypeAhead:
    """Collects what is typed in one go; a pause begins anew."""

    def __init__(self) -> None:
        self._typed = ""
        self._since = QElapsedTimer()

    @property
    def goes_on(self) -> bool:
        """Whether something was typed just now, so that a blank belongs to it."""
        return self._since.isValid() and self._since.elapsed() <= QApplication.keyboardInputInterval() * 3

    def add(self, text: str) -> str:
        """What has been typed in one go, this included."""
        if not self.goes_on:
            self._typed = ""
        self._since.start()
        self._typed += text
        return self._typed
