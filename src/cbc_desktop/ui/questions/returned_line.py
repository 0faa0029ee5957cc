"""What the receiver said when returning something: in its words, with a box to tick when it is dealt with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.filling.returned import ReturnedQuestion
from cbc_desktop.store.returns import ReturnedKey
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.labels import Role, dress, label
from cbc_desktop.ui.kit.marks import Mark, MarkWidget
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import GRID, HALF


class SettledBox(QCheckBox):
    """Ticked by a person, never by the program; ``named`` says for what, to screen readers."""

    def __init__(self, controller: DossierController, named: str) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Đã sửa xong: {question}").format(question=named))
        self._controller = controller
        self._question: ReturnedQuestion | None = None
        self.clicked.connect(self._settle)

    def show_question(self, question: ReturnedQuestion) -> None:
        self._question = question
        self.setText(self.tr("Đã xem") if question.accepted else self.tr("Đã sửa xong"))
        self.setChecked(question.settled)
        self.setEnabled(self._controller.editable)

    def _settle(self, ticked: bool) -> None:
        if self._question is not None and not self._controller.settle_returned(self._question, settled=ticked):
            self.setChecked(self._question.settled)


class ReturnedLine(QWidget):
    """One remark of the receiver; ``where`` is the row and column, where the place of the line does not say it."""

    def __init__(self, look: Look, controller: DossierController, named: str, where: str = "") -> None:
        super().__init__()
        self.mark = MarkWidget(Mark.RETURNED, look.colours)
        self.text = label("", Role.ERROR)
        self.box = SettledBox(controller, named)
        words = QVBoxLayout()
        words.setSpacing(0)
        if where:
            words.addWidget(label(where, Role.SMALL))
        words.addWidget(self.text)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GRID)
        across.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        across.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)

    def show_question(self, question: ReturnedQuestion) -> None:
        self.mark.show_mark(Mark.DONE if question.settled else Mark.RETURNED)
        self.text.setText(returned_words(question))
        dress(self.text, Role.SMALL if question.settled else Role.ERROR)
        self.box.show_question(question)
        self.box.setAccessibleDescription(self.text.text())


class ReturnedLines(QWidget):
    """The remarks on one question, or on all of a table; hidden while there are none."""

    def __init__(self, look: Look, controller: DossierController) -> None:
        super().__init__()
        self._look, self._controller = look, controller
        self._shown: list[tuple[ReturnedKey, str]] = []
        self.lines: list[ReturnedLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HALF)
        self.hide()

    def show_for(self, named: str, questions: Sequence[tuple[ReturnedQuestion, str]]) -> None:
        """Each with where it is in a table, or ""; lines that stay keep their widgets, and so the keyboard."""
        wanted = [(question.key, where) for question, where in questions]
        if wanted != self._shown:
            self._build(named, [where for _, where in questions])
            self._shown = wanted
        for line, (question, _) in zip(self.lines, questions, strict=True):
            line.show_question(question)
        self.setVisible(bool(questions))

    def _build(self, named: str, places: Sequence[str]) -> None:
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [ReturnedLine(self._look, self._controller, where or named, where) for where in places]
        for line in self.lines:
            self._column.addWidget(line)


def returned_words(question: ReturnedQuestion) -> str:
    """``Vụ Mẫu trả lại ngày 28/3/2022: …``"""
    said = QCoreApplication.translate("Returned", "{by} trả lại ngày {date}: {words}")
    if question.accepted:
        said = QCoreApplication.translate("Returned", "{by} có ý kiến khi tiếp nhận, ngày {date}: {words}")
    day = date_text(question.returned_at.date())
    return said.format(by=question.returned_by, date=day, words=question.words)
