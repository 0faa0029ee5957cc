"""One line of the review: what is wrong and where; a warning is explained right under it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.jump_line import JumpLine
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.marks import Mark
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.questions.explanation_line import ExplanationLine
from cbc_desktop.ui.review.entries import Entry, Kind
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID, HALF

MARKS: Mapping[Kind, Mark] = {
    Kind.ERROR: Mark.PROBLEM,
    Kind.MISSING: Mark.UNANSWERED,
    Kind.WARNING: Mark.WARNING,
    Kind.OPEN: Mark.UNANSWERED,
}
_ROLES: Mapping[Kind, Role] = {Kind.ERROR: Role.ERROR, Kind.MISSING: Role.ERROR, Kind.WARNING: Role.WARNING}


def kind_title(kind: Kind) -> str:
    """Of several such lines."""
    titles = {
        Kind.ERROR: QCoreApplication.translate("Review", "Lỗi"),
        Kind.MISSING: QCoreApplication.translate("Review", "Còn thiếu"),
        Kind.WARNING: QCoreApplication.translate("Review", "Lưu ý"),
        Kind.OPEN: QCoreApplication.translate("Review", "Để trống (không bắt buộc)"),
    }
    return titles[kind]


class EntryView(QWidget):
    """A line that leads to its question; with ``explained``, also where its warning is explained."""

    def __init__(
        self,
        look: Look,
        controller: DossierController,
        entry: Entry,
        *,
        explained: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.entry = entry
        mark = Mark.DONE if entry.settled else MARKS[entry.kind]
        texts = [label(entry.row, Role.SMALL)] if entry.row else []
        texts.append(label(entry.label))
        if entry.text:
            texts.append(label(entry.text, _ROLES.get(entry.kind, Role.SMALL)))
        self.line = JumpLine(look, mark, *texts)
        self.line.setAccessibleDescription(entry.section)
        self.line.clicked.connect(lambda: controller.jump.emit(entry.form_id, entry.address))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(self.line)
        self.explanation: ExplanationLine | None = None
        if explained:
            self.explanation = ExplanationLine(look, controller, entry.form_id, entry.address)
            self.explanation.setContentsMargins(DOUBLE + 2 * GRID, 0, 0, GRID)
            self.explanation.name_for(entry.label)
            self.explanation.show_for(wanted=True)
            column.addWidget(self.explanation)

    def show_settled(self, *, settled: bool) -> None:
        self.line.mark.show_mark(Mark.DONE if settled else MARKS[self.entry.kind])
