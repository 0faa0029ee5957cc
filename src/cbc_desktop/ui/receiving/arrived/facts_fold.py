"""What was found when an arrival was judged: what does not hold at once, all of it when a person wants to see it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cbc_desktop.package.facts import Fact
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.receiving.fact_lines import fact_line
from cbc_desktop.ui.theme.sizes import GRID

_MOST = 60
"""Lines that are shown: a hostile package may give thousands of facts."""


class FactsFold(QWidget):
    """``show_facts`` for each arrival anew; the worst come first."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._facts: Sequence[Fact] = ()
        self._shown = QWidget()
        self.more = button("", self._unfold, kind=Kind.LINK)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._column.addWidget(self._shown)
        self._column.addWidget(self.more)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        self._facts = facts
        open_ones = [fact for fact in facts if not fact.holds]
        self._show(open_ones)
        self.more.setText(self.tr("Xem cả %n điều đã kiểm tra", "", len(facts)))
        self.more.setVisible(len(open_ones) < len(facts))

    def _unfold(self) -> None:
        self._show(self._facts)
        self.more.hide()

    def _show(self, facts: Sequence[Fact]) -> None:
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for fact in facts[:_MOST]:
            column.addLayout(fact_line(self._look, fact.holds, fact.message))
        if len(facts) > _MOST:
            column.addWidget(label(self.tr("… và %n điều nữa", "", len(facts) - _MOST), Role.SMALL))
        self._column.replaceWidget(self._shown, shown)
        self._shown.hide()
        self._shown.deleteLater()
        self._shown = shown
        shown.setVisible(bool(facts))
