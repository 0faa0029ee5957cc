"""One line of the review: what is wrong and where; a warning is explained right under it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.engine.address import Address
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
    Kind.LATE: Mark.WARNING,
    Kind.OPEN: Mark.UNANSWERED,
    Kind.RETURNED: Mark.RETURNED,
    Kind.REMARK: Mark.WARNING,
    Kind.CHANGED: Mark.CHANGED,
}
_ROLES: Mapping[Kind, Role] = {
    Kind.ERROR: Role.ERROR,
    Kind.MISSING: Role.ERROR,
    Kind.WARNING: Role.WARNING,
    Kind.LATE: Role.WARNING,
    Kind.RETURNED: Role.WARNING,
}

_BELOW = (DOUBLE + 2 * GRID, 0, 0, GRID)
"""Margins of what stands under the words of a line."""


def kind_title(kind: Kind) -> str:
    """Of several such lines."""
    titles = {
        Kind.ERROR: QCoreApplication.translate("Review", "Lỗi"),
        Kind.MISSING: QCoreApplication.translate("Review", "Còn thiếu"),
        Kind.WARNING: QCoreApplication.translate("Review", "Lưu ý"),
        Kind.LATE: QCoreApplication.translate("Review", "Quá hạn gửi"),
        Kind.RETURNED: QCoreApplication.translate("Review", "Bị trả lại"),
        Kind.REMARK: QCoreApplication.translate("Review", "Ý kiến khi tiếp nhận"),
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
        self.text = label(entry.text, _ROLES.get(entry.kind, Role.SMALL))
        self.line = self._line(look)
        self.show_settled(settled=entry.settled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HALF)
        self._column.addWidget(self.line)
        self.settled_box = self._settled_box(entry.returned) if entry.returned is not None else None
        self.explanation = self._explanation(look, entry.address) if explained and entry.address is not None else None

    def _line(self, look: Look) -> JumpLine:
        entry = self.entry
        texts = [label(entry.row, Role.SMALL)] if entry.row else []
        texts += [label(entry.label)] if entry.label else []
        texts += [self.text] if entry.text else []
        line = JumpLine(look, Mark.DONE if entry.settled else MARKS[entry.kind], *texts)
        line.setAccessibleDescription(entry.section)
        line.clicked.connect(self._jump)
        return line

    def _settled_box(self, question: ReturnedQuestion) -> SettledBox:
        box = SettledBox(self._controller, self.entry.label)
        box.show_question(question)
        row = QHBoxLayout()
        row.setContentsMargins(*_BELOW)
        row.addWidget(box)
        self._column.addLayout(row)
        return box

    def _explanation(self, look: Look, address: Address) -> ExplanationLine:
        line = ExplanationLine(look, self._controller, self.entry.form_id, address)
        line.setContentsMargins(*_BELOW)
        line.name_for(self.entry.label)
        if self.entry.kind is Kind.LATE:
            line.line.setPlaceholderText(self.tr("Lý do gửi chậm"))
        self._column.addWidget(line)  # shown before, it would be a window of its own for a moment
        line.show_for(wanted=True)
        return line

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
