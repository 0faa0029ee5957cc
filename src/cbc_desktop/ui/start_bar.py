"""The narrow bar at the left that leads to the rooms."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from cbc_desktop.ui.kit.drawings import Drawing, drawing_icon
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import GRID, START_BAR_WIDTH

_ICON = GRID * 3


class StartBar(QFrame):
    """A button for each room; ``chosen`` has its place in the order in which they were added."""

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setMinimumWidth(START_BAR_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._look = look
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, GRID, 0, GRID)
        self._column.setSpacing(0)
        self._column.addStretch(1)

    def add(self, title: str, drawing: Drawing) -> None:
        place = len(self._group.buttons())
        colours = self._look.colours
        made = QToolButton(self)
        made.setText(title)
        made.setCheckable(True)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setProperty("role", "room")
        made.setIcon(drawing_icon(drawing, colours.muted, colours.accent, _ICON))
        made.setIconSize(QSize(_ICON, _ICON))
        shortcut = QShortcut(QKeySequence(f"Ctrl+{place + 1}"), made, made.click)
        made.setToolTip(f"{title} – {shortcut.key().toString(QKeySequence.SequenceFormat.NativeText)}")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group.addButton(made, place)
        self._column.insertWidget(place, made)

    def show_chosen(self, place: int) -> None:
        self._group.button(place).setChecked(True)
