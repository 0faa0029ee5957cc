"""What is to be said about single cells and rows of a file: a list, the worst first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cbc_desktop.base.findings import Finding, Severity, worst_first
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import HALF

_SHOWN = 100
_ROLES: Mapping[Severity, Role] = {
    Severity.ERROR: Role.ERROR,
    Severity.WARNING: Role.WARNING,
    Severity.NOTE: Role.BODY,
}


class FindingsList(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.lines: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HALF)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        for line in self.lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self.lines = [label(self.tr("Cần biết ({count})").format(count=len(findings)), Role.HEADING)]
        self.lines += [self._line(finding) for finding in worst_first(findings)[:_SHOWN]]
        if len(findings) > _SHOWN:
            self.lines.append(label(self.tr("… và %n mục nữa.", "", len(findings) - _SHOWN)))
        for line in self.lines:
            self._column.addWidget(line)
        self.setVisible(bool(findings))

    def texts(self) -> list[str]:
        """The lines that are shown, the heading first."""
        return [line.text() for line in self.lines]

    def _line(self, finding: Finding) -> QLabel:
        return label(f"{finding.where}: {self._look.text(finding.message)}", _ROLES[finding.severity])
