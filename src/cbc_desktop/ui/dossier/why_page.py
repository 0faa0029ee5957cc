"""Why a question is as it is, in words: what it waits for, what it is made of, and the answers that decide it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QPushButton, QWidget

from cbc_desktop.engine.address import Address
from cbc_desktop.filling.explaining import Explanation, Reading, Reason
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.jump_line import JumpLine
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.listed_page import ListedPage
from cbc_desktop.ui.kit.marks import Mark
from cbc_desktop.ui.look import Look


class WhyPage(ListedPage):
    """Formulas as the form has them are folded away until somebody wants them."""

    def __init__(self, look: Look, controller: DossierController) -> None:
        super().__init__()
        self._look, self._controller = look, controller
        self._form_id = ""
        self._unfolded = False
        self._shown: tuple[Explanation, ...] = ()

    def show_explanations(self, form_id: str, found: Iterable[Explanation]) -> None:
        self._form_id, self._shown = form_id, tuple(found)
        self.show_all(self._widgets(), self.tr("Câu này không phụ thuộc câu nào khác."))

    def _widgets(self) -> Iterator[QWidget]:
        for one in self._shown:
            yield from self._explained(one)
        if any(one.formula for one in self._shown):
            yield self._fold()

    def _explained(self, one: Explanation) -> Iterator[QWidget]:
        yield label(self._sentence(one), Role.HEADING)
        if one.words is not None:
            yield label(_sentence_of(self._look.text(one.words)))
        if one.formula and self._unfolded:
            yield label(one.formula, Role.SMALL)
        if one.readings:
            yield label(self.tr("Hiện nay:"), Role.SMALL)
        yield from map(self._reading, one.readings)
        if one.beyond:
            yield label(self.tr("… và %n câu khác", "", one.beyond), Role.SMALL)

    def _reading(self, reading: Reading) -> QWidget:
        mark = Mark.DONE if reading.value else Mark.UNANSWERED
        about = label(self._look.text(reading.label), Role.SMALL)
        line = JumpLine(self._look, mark, about, label(reading.value or self.tr("(trống)")))
        line.setToolTip(self.tr("Tới câu này"))
        address = reading.address
        line.clicked.connect(lambda: self._jump_to(address))
        return line

    def _jump_to(self, address: Address) -> None:
        self._controller.jump.emit(self._form_id, address)

    def _fold(self) -> QPushButton:
        return button(self.tr("Ẩn công thức") if self._unfolded else self.tr("Công thức…"), self._turn, kind=Kind.LINK)

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self.show_explanations(self._form_id, self._shown)

    def _sentence(self, one: Explanation) -> str:
        sentences = {
            Reason.HIDDEN: self.tr("“{name}” chưa phải trả lời. Chỉ phải trả lời khi:"),
            Reason.RELEVANT: self.tr("“{name}” phải trả lời vì:"),
            Reason.SURPLUS: self.tr("“{name}” là dòng thừa so với số dòng mà biểu mẫu yêu cầu."),
            Reason.CALCULATE: self.tr("“{name}” được tính bằng:"),
            Reason.CONSTRAINT: self.tr("“{name}” được chấp nhận khi:"),
            Reason.WARNING: self.tr("“{name}” không bị nhắc khi:"),
            Reason.REQUIRED: self.tr("“{name}” bắt buộc khi:"),
            Reason.READONLY: self.tr("“{name}” chỉ đọc khi:"),
        }
        return sentences[one.reason].format(name=self._look.text(one.about))


def _sentence_of(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
