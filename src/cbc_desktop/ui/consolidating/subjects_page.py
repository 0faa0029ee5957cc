"""Indicators or questions: the list at the left, at the right what is chosen in it, its bars and who is behind each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cbc_desktop.ui.consolidating.agency_panel import AgencyPanel
from cbc_desktop.ui.consolidating.bar_table import BarTable
from cbc_desktop.ui.consolidating.subject_list import SubjectList
from cbc_desktop.ui.consolidating.subjects import Subject
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.kit.one_of import OneOf
from cbc_desktop.ui.kit.pages import ScrollPage
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

_LIST, _SHOWN = 2, 5
"""Parts of the width."""


class SubjectsPage(QWidget):
    """``gone_to`` with the key of an agency whose arrival is to be shown."""

    gone_to = Signal(str)

    def __init__(self, name: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subjects: Sequence[Subject] = ()
        self.list = SubjectList(name)
        self.title, self.sentences = label("", Role.HEADING), label()
        self.views = OneOf(self.tr("So sánh theo"))
        self._comparing = QWidget()
        self.bars = BarTable(look)
        self.agencies = AgencyPanel(self.tr("Cơ quan đứng sau số liệu"))
        self._lay_out()
        self.list.chosen.connect(lambda _: self._show_subject())
        self.views.activated.connect(lambda _: self._show_bars())
        self.bars.chosen.connect(self._show_behind)
        self.bars.entered.connect(self.agencies.take_keyboard)
        self.agencies.gone_to.connect(self.gone_to)

    def show_subjects(self, subjects: Sequence[Subject]) -> None:
        self._subjects = subjects
        self.list.show_subjects(subjects)

    @property
    def count(self) -> int:
        return len(self._subjects)

    def take_keyboard(self) -> None:
        self.list.tree.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.bars.use_room(self.height() // 2)

    @property
    def subject(self) -> Subject | None:
        place = self.list.place
        return self._subjects[place] if 0 <= place < len(self._subjects) else None

    def _show_subject(self) -> None:
        subject = self.subject
        if subject is None:
            return
        said, views = subject.sentences(), subject.views()
        self.title.setText(subject.title)
        self.sentences.setText(said)
        self.sentences.setVisible(bool(said))
        self.views.show_entries(views, 0)
        self._comparing.setVisible(len(views) > 1)
        self._show_bars()

    def _show_bars(self) -> None:
        if self.subject is not None:
            self.bars.show_bars(self.subject.bars(self._view))

    def _show_behind(self, bar: int) -> None:
        if self.subject is not None and self.bars.bars.rowCount():
            self.agencies.show_lists(self.subject.behind(self._view, max(0, bar)))

    @property
    def _view(self) -> int:
        return max(0, self.views.currentIndex())

    def _lay_out(self) -> None:
        by = QHBoxLayout(self._comparing)
        by.setContentsMargins(0, 0, 0, 0)
        by.setSpacing(GRID)
        by.addWidget(short_label(self.tr("So sánh theo")))
        by.addWidget(self.views, 1)
        shown = ScrollPage()
        shown.column.setContentsMargins(DOUBLE, 0, 0, 0)
        for widget in (self.title, self.sentences, self._comparing, self.bars):
            shown.column.addWidget(widget)
        shown.column.addSpacing(GRID)
        shown.column.addWidget(self.agencies, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, _LIST)
        row.addWidget(shown, _SHOWN)
