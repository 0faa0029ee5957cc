"""What a receipt says about single questions, or about the whole dossier: written here one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.kit.record_model import Cell
from cbc_desktop.ui.kit.record_table import RecordTable
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.receiving.answering.question_search import QuestionSearch, question_words
from cbc_desktop.ui.theme.sizes import GRID

if TYPE_CHECKING:
    from cbc_desktop.receiving.reception.questions import AskedQuestion

_SEARCH_HEIGHT = GRID * 20
_LINES = 4
_HERE = Qt.ShortcutContext.WidgetShortcut


@dataclass(frozen=True, slots=True)
class Remark:
    """``about`` is how its question reads; both names are "" for the whole dossier."""

    words: str
    about: str = ""
    form_id: str = ""
    reference: str = ""


class Remarks(QWidget):
    """``proposed`` are remarks that somebody may take over as they are."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remarks: tuple[Remark, ...] = ()
        self._proposed: Sequence[Remark] = ()
        columns = ((self.tr("Về câu"), 0), (self.tr("Ý kiến"), 0))
        self.table: RecordTable[Remark] = RecordTable(look, self.tr("Các ý kiến"), columns, self._cells, wraps=True)
        self.table.setFixedHeight(self.table.height_of(_LINES))
        self.search = QuestionSearch()
        self.search.setFixedHeight(_SEARCH_HEIGHT)
        self.words = LineEdit()
        self.words.setAccessibleName(self.tr("Ý kiến"))
        self.words.setPlaceholderText(self.tr("Ý kiến cho câu đã chọn; không chọn câu nào thì cho cả hồ sơ"))
        self.add_button = button(self.tr("Thê&m ý kiến"), self.add)
        self.remove_button = button(self.tr("&Xóa ý kiến"), self.remove)
        self.propose_button = button("", self.take_proposed)
        self.propose_button.hide()
        self.words.returnPressed.connect(self.add)
        self.search.chosen.connect(lambda _: self.words.setFocus())
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table, self.remove, context=_HERE)
        self._lay_out()
        self._show(())

    def offer(self, questions: Sequence[AskedQuestion], proposed: Sequence[Remark]) -> None:
        """All that can be remarked upon, and what failed or does not fit together."""
        self.search.offer(questions)
        self._proposed = proposed
        self.propose_button.setText(self.tr("&Lấy %n ý kiến từ kết quả kiểm tra", "", len(proposed)))
        self.propose_button.setVisible(bool(proposed))

    def add(self) -> None:
        """What is written, about the question that is selected."""
        words, asked = self.words.text().strip(), self.search.question
        if not words:
            self.words.setFocus()
            return
        about = (question_words(asked), asked.form_id, asked.reference) if asked else ("", "", "")
        self.words.clear()
        self.search.line.clear()
        self._show((*self.remarks, Remark(words, *about)))
        self.search.setFocus()

    def take_proposed(self) -> None:
        self._show((*self.remarks, *(one for one in self._proposed if one not in self.remarks)))
        self.propose_button.hide()
        self.table.setFocus()

    def remove(self) -> None:
        """The one that is chosen."""
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.remarks):
            self._show((*self.remarks[:row], *self.remarks[row + 1 :]))

    def _show(self, remarks: tuple[Remark, ...]) -> None:
        self.remarks = remarks
        self.table.show_records(remarks)
        self.table.setVisible(bool(remarks))
        self.remove_button.setVisible(bool(remarks))
        self.changed.emit()

    def _cells(self, remark: Remark) -> tuple[Cell, ...]:
        whole = Cell(self.tr("(cả hồ sơ)"), role=Role.SMALL)
        return (Cell(remark.about, tip=remark.reference) if remark.about else whole, Cell(remark.words))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.words, 1)
        row.addWidget(self.add_button)
        deeds = QHBoxLayout()
        deeds.setSpacing(GRID)
        deeds.addWidget(self.propose_button)
        deeds.addWidget(self.remove_button)
        deeds.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.table)
        column.addLayout(deeds)
        column.addWidget(label(self.tr("Thêm ý kiến về câu nào"), Role.HEADING))
        column.addWidget(self.search)
        column.addLayout(row)
