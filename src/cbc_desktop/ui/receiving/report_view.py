"""What is true of a package: the verdict large, whose it is, the facts by what they are about, and each signature."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.package.facts import Fact
from cbc_desktop.package.report import VerificationReport
from cbc_desktop.package.signature_words import Detail, details_of, heading_of
from cbc_desktop.signing.verdict import Verdict
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.marks import Mark, MarkWidget
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.receiving.fact_lines import fact_groups, fact_line
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

_VERDICT_MARK = GRID * 5
_VERDICTS: Mapping[Verdict, tuple[Mark, Tone]] = {
    Verdict.PASSED: (Mark.DONE, Tone.DONE),
    Verdict.INDETERMINATE: (Mark.UNDECIDED, Tone.WARNING),
    Verdict.FAILED: (Mark.PROBLEM, Tone.ERROR),
}


class ReportView(QWidget):
    """Made for one report."""

    def __init__(self, look: Look, report: VerificationReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(DOUBLE)
        column.addWidget(self._verdict(report))
        signatures, *others = fact_groups(report.worst_first)
        self._add_group(column, *signatures)
        for signature in report.signatures_worst_first:
            if details := details_of(signature):
                column.addWidget(self._details(self._look.text(heading_of(signature)), details))
        for heading, facts in others:
            self._add_group(column, heading, facts)

    def _add_group(self, column: QVBoxLayout, heading: str, facts: Sequence[Fact]) -> None:
        if facts:
            column.addWidget(self._group(heading, facts))

    def _verdict(self, report: VerificationReport) -> QFrame:
        mark, tone = _VERDICTS[report.verdict]
        box = QFrame()
        box.setProperty("role", tone.value)
        self.headline = label(self._look.text(report.headline), Role.TITLE)
        words = QVBoxLayout()
        words.addWidget(self.headline)
        words.addWidget(label(report.path.name, Role.HEADING))
        for line in report.about:
            words.addWidget(label(self._look.text(line)))
        row = QHBoxLayout(box)
        row.setContentsMargins(DOUBLE, DOUBLE, DOUBLE, DOUBLE)
        row.setSpacing(DOUBLE)
        row.addWidget(MarkWidget(mark, self._look.colours, _VERDICT_MARK), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return box

    def _group(self, heading: str, facts: Sequence[Fact]) -> Panel:
        panel = Panel(heading)
        for fact in facts:
            panel.column.addLayout(fact_line(self._look, fact.holds, fact.message))
        return panel

    def _details(self, heading: str, details: Sequence[Detail]) -> Panel:
        panel = Panel(heading)
        for detail in details:
            panel.column.addLayout(fact_line(self._look, detail.holds, detail.told))
        return panel
