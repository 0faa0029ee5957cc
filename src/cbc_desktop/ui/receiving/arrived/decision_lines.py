"""What people decided about an agency's arrivals: who, when and why; each can be taken back, and that is kept too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.digests import Digest
from cbc_desktop.package.names import printable
from cbc_desktop.receiving.reception.deciding import Decision
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import GRID


class DecisionLines(Panel):
    """Hidden where nothing was decided."""

    undo_wanted = Signal(int)
    """The number of a decision that holds."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._look = look
        self.setAccessibleName(self.tr("Quyết định"))
        self.column.addWidget(label(self.tr("Quyết định"), Role.HEADING))
        self._lines = QWidget()
        self.column.addWidget(self._lines)
        self.hide()

    def show_decisions(self, decisions: Sequence[Decision], files: Mapping[Digest, str]) -> None:
        """The latest first; ``files`` are the names of what they are about."""
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for decision in reversed(decisions):
            column.addLayout(self._line(decision, files.get(decision.arrival, "")))
        self.column.replaceWidget(self._lines, lines)
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = lines
        self.setVisible(bool(decisions))

    def _line(self, decision: Decision, name: str) -> QHBoxLayout:
        words = self._look.text(decision.ruling.words)
        told = self.tr("{name}: {ruling}. {who}, {moment}: {why}").format(
            name=name,
            ruling=f"{words} {decision.agency}".strip(),
            who=printable(decision.who),
            moment=f"{decision.at.astimezone(VIETNAM):%d/%m/%Y %H:%M}",
            why=printable(decision.why),
        )
        row = QHBoxLayout()
        row.setSpacing(GRID)
        if decision.undone:
            row.addWidget(label(self.tr("{told} (đã hoàn tác)").format(told=told), Role.SMALL), 1)
            return row
        undo = button(self.tr("Hoàn tác"), lambda: self.undo_wanted.emit(decision.number), kind=Kind.LINK)
        undo.setAccessibleName(self.tr("Hoàn tác: {told}").format(told=told))
        row.addWidget(label(told), 1)
        row.addWidget(undo)
        return row
