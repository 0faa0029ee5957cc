"""The small links of a card: what stands beside an answer, opened in the panel at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

NOTE, HISTORY, WHY = "note", "history", "why"
KEYS = {NOTE: "Alt+1", HISTORY: "Alt+2", WHY: "Alt+3"}
"""Work wherever the keyboard is at an answer, cells of tables included."""


class BesideLinks(QWidget):
    """Reached with the mouse here, and by keyboard through ``KEYS``: Tab goes from field to field.

    Only a question that is not asked, which has no field, lets Tab stop at its link.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {NOTE: self.tr("Ghi chú"), HISTORY: self.tr("Lịch sử"), WHY: self.tr("Vì sao?")}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.links: dict[str, QToolButton] = {}
        for panel, text in words.items():
            link = self.links[panel] = QToolButton()
            link.setText(text)
            link.setProperty("role", "link")
            link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            link.setToolTip(f"{text} – {KEYS[panel]}")
            link.clicked.connect(lambda _checked=False, panel=panel: self.wanted.emit(panel))
            layout.addWidget(link)

    def show_for(self, *, computed: bool, hidden: bool) -> None:
        """``hidden``: the question is not relevant, and only why is of interest."""
        for panel, link in self.links.items():
            link.setVisible(panel == WHY or not hidden)
            link.setFocusPolicy(Qt.FocusPolicy.TabFocus if hidden else Qt.FocusPolicy.NoFocus)
        self.links[WHY].setText(self.tr("Tính từ đâu?") if computed else self.tr("Vì sao?"))

    def name_for(self, question: str) -> None:
        """For screen readers, which come to a link without its card: whose it is. After all that changes its text."""
        for link in self.links.values():
            link.setAccessibleName(f"{link.text()}: {question}")

    def show_note(self, there: bool) -> None:
        """A dot beside what is there already."""
        self.links[NOTE].setText(self.tr("Ghi chú ●") if there else self.tr("Ghi chú"))
