"""One line of the review: what is wrong and where; a warning is explained right under it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.filling.returned import ReturnedQuestion
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.jump_line import JumpLine
from cbc_desktop.ui.kit.labels import Role, dress, label
from cbc_desktop.ui.kit.marks import Mark
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.questions.explanation_line import ExplanationLine
from cbc_desktop.ui.questions.returned_line import SettledBox
from cbc_desktop.ui.review.entries import Entry, Kind
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID, HALF

MARKS: Mapping[Kind, Mark] = {
    Kind.ERROR: Mark.PROBLEM,
    Kind.MISSING: Mark.UNANSWERED,
    Kind.WARNING: Mark.WARNING,
    Kind.OPEN: Mark.UNANSWERED,
    Kind.RETURNED: Mark.RETURNED,
    Kind.CHANGED: Mark.CHANGED,
}
_ROLES: Mapping[Kind, Role] = {
    Kind.ERROR: Role.ERROR,
    Kind.MISSING: Role.ERROR,
    Kind.WARNING: Role.WARNING,
    Kind.RETURNED: Role.WARNING,
}


def kind_title(kind: Kind) -> str:
    """Of several such lines."""
    titles = {
        Kind.ERROR: QCoreApplication.translate("Review", "Lỗi"),
        Kind.MISSING: QCoreApplication.translate("Review", "Còn thiếu"),
        Kind.WARNING: QCoreApplication.translate("Review", "Lưu ý"),
        Kind.RETURNED: QCoreApplication.translate("Review", "Bị trả lại"),
        Kind.CHANGED: QCoreApplication.translate("Review", "Đã đổi"),
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
        self._controller = controller
        mark = Mark.DONE if entry.settled else MARKS[entry.kind]
        texts = [label(entry.row, Role.SMALL)] if entry.row else []
        texts.append(label(entry.label))
        self.text = label(entry.text, _ROLES.get(entry.kind, Role.SMALL))
        if entry.text:
            texts.append(self.text)
        self.line = JumpLine(look, mark, *texts)
        self.line.setAccessibleDescription(entry.section)
        self.line.clicked.connect(self._jump)
        self.show_settled(settled=entry.settled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(self.line)
        self.explanation: ExplanationLine | None = None
        self.settled_box: SettledBox | None = None
        if entry.returned is not None:
            self.settled_box = SettledBox(controller, entry.label)
            self.settled_box.show_question(entry.returned)
            row = QHBoxLayout()
            row.setContentsMargins(DOUBLE + 2 * GRID, 0, 0, GRID)
            row.addWidget(self.settled_box)
            column.addLayout(row)
        if explained and entry.address is not None:
            self.explanation = ExplanationLine(look, controller, entry.form_id, entry.address)
            self.explanation.setContentsMargins(DOUBLE + 2 * GRID, 0, 0, GRID)
            self.explanation.name_for(entry.label)
            column.addWidget(self.explanation)  # shown before, it would be a window of its own for a moment
            self.explanation.show_for(wanted=True)

    def _jump(self) -> None:
        if self.entry.address is not None:
            self._controller.jump.emit(self.entry.form_id, self.entry.address)

    def show_returned(self, question: ReturnedQuestion) -> None:
        """The box was ticked, here or elsewhere."""
        if self.settled_box is not None:
            self.settled_box.show_question(question)
            self.show_settled(settled=question.settled)

    def show_settled(self, *, settled: bool) -> None:
        self.line.mark.show_mark(Mark.DONE if settled else MARKS[self.entry.kind])
        dress(self.text, Role.SMALL if settled else _ROLES.get(self.entry.kind, Role.SMALL))
