"""Ways to do one thing, one below the other: the one that is chosen shows what it needs."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from cbc_desktop.ui.kit.wrapping_choice import WrappingChoice
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID, HALF

W = TypeVar("W")
_INDENT = DOUBLE + GRID


class WayChoice(QWidget, Generic[W]):
    """``ways`` are a value, its words and its body each; ``name`` says to screen readers what is chosen.

    ``undecided``: none is chosen before a person does.
    """

    chosen = Signal()
    """By a person."""

    def __init__(
        self,
        name: str,
        ways: Sequence[tuple[W, str, QWidget | None]],
        parent: QWidget | None = None,
        *,
        undecided: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.lines: dict[W, WrappingChoice] = {}
        self._bodies: dict[W, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        for way, words, body in ways:
            column.addWidget(self._line(way, words, name))
            if body is not None:
                column.addWidget(self._indented(way, body))
        if undecided:
            self.setFocusProxy(next(iter(self.lines.values())))
        else:
            self.choose(next(iter(self.lines)))

    @property
    def is_chosen(self) -> bool:
        """Always, unless it began ``undecided``."""
        return self._group.checkedButton() is not None

    @property
    def way(self) -> W:
        """The one that is chosen, which one must be."""
        return next(way for way, line in self.lines.items() if line.mark.isChecked())

    def choose(self, way: W) -> None:
        self.lines[way].mark.setChecked(True)
        self.setFocusProxy(self.lines[way])
        for one, body in self._bodies.items():
            body.setVisible(one == way)

    def offer(self, ways: Container[W]) -> None:
        """Only these; what is chosen stays, as far as it is among them. A single one needs no choosing."""
        offered = [way for way in self.lines if way in ways]
        if self.is_chosen and self.way not in offered:
            self.choose(offered[0])
        for way, line in self.lines.items():
            line.setVisible(way in offered and len(offered) > 1)

    def _line(self, way: W, words: str, name: str) -> WrappingChoice:
        line = WrappingChoice(QRadioButton(), words)
        line.mark.setAccessibleDescription(name)
        line.mark.clicked.connect(lambda: self._take(way))
        self._group.addButton(line.mark)
        self.lines[way] = line
        return line

    def _take(self, way: W) -> None:
        self.choose(way)
        self.chosen.emit()

    def _indented(self, way: W, body: QWidget) -> QWidget:
        around = self._bodies[way] = QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(_INDENT, HALF, 0, GRID)
        column.addWidget(body)
        return around
