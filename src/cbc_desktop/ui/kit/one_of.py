"""A folded list in which one entry is always chosen, known by its number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker

from cbc_desktop.ui.kit.choice_box import ChoiceBox

_SHORTEST = 10


class OneOf(ChoiceBox):
    """``activated`` (Qt's) is for people only."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMinimumContentsLength(_SHORTEST)

    def show_entries(self, texts: Sequence[str], chosen: int) -> None:
        with QSignalBlocker(self):
            self.clear()
            self.addItems(list(texts))
            self.setCurrentIndex(chosen)
