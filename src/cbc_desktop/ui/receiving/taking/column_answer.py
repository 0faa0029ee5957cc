"""Which question a column of an online form's export answers: a person looks for it, or leaves the column out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cbc_desktop.base.message import Message
from cbc_desktop.base.text import folded
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.search_list import SearchList
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import GRID

if TYPE_CHECKING:
    from cbc_desktop.receiving.reception.online_sheet import Place

_HEIGHT = GRID * 22


@dataclass(frozen=True, slots=True)
class _Offered:
    """``searched`` is folded."""

    place: Place
    words: str
    searched: str


class ColumnAnswer(QWidget):
    """``chosen`` has the ``Place``, or None for a column that is not to be taken."""

    chosen = Signal(object)
    names_agencies = Signal()
    """The column is no answer, and says whose the others are."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._offered: Sequence[_Offered] = ()
        names = (
            self.tr("Tìm câu hỏi cho cột đang chọn"),
            self.tr("Cột đang chọn trả lời câu nào? Gõ vài chữ của câu hỏi"),
            self.tr("Các câu tìm thấy"),
            self.tr("Không có câu nào như vậy trong đợt khảo sát này."),
        )
        self.search: SearchList[_Offered] = SearchList(self._found, lambda one: one.words, names)
        self.search.setFixedHeight(_HEIGHT)
        self.use_button = button(self.tr("&Lấy cột cho câu này"), self._use)
        self.leave_button = button(self.tr("Không lấ&y cột này"), lambda: self.chosen.emit(None))
        self.agency_button = button(self.tr("Cột này ghi tên cơ &quan"), self.names_agencies.emit)
        self.search.chosen.connect(lambda _: self._use())
        self.search.selected.connect(lambda one: self.use_button.setEnabled(one is not None))
        flow = FlowLayout()
        flow.setSpacing(GRID)
        for one in (self.use_button, self.leave_button, self.agency_button):
            flow.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.search)
        column.addLayout(flow)

    def offer(self, labels: Mapping[Place, Message]) -> None:
        """All questions that a column can answer."""
        texts = ((place, self._look.text(words)) for place, words in labels.items())
        self._offered = [_Offered(place, text, folded(text)) for place, text in texts]
        self.search.line.clear()
        self.search.show_found()

    def _found(self, text: str) -> Sequence[_Offered]:
        words = folded(text).split()
        return [one for one in self._offered if all(word in one.searched for word in words)]

    def _use(self) -> None:
        if self.search.found is not None:
            self.chosen.emit(self.search.found.place)
