"""One arrival in words: how it stands, what was found when it was judged, and what can be decided about it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from cbc_desktop.base.message import Message
from cbc_desktop.package.facts import Fact
from cbc_desktop.receiving.reception.agency_standing import AgencyStanding, StoodArrival
from cbc_desktop.receiving.reception.called import called
from cbc_desktop.receiving.reception.reasons import Reason
from cbc_desktop.receiving.reception.standing import Standing
from cbc_desktop.store.received.arrivals import Arrival
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.marks import Mark, MarkWidget
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.receiving.arrived.deciding_form import DecidingForm
from cbc_desktop.ui.receiving.arrived.deeds import Deed, deed_words, possible, possible_aside
from cbc_desktop.ui.receiving.arrived.facts_fold import FactsFold
from cbc_desktop.ui.receiving.arrived.lines import why_aside
from cbc_desktop.ui.receiving.arrived.report_page import has_report
from cbc_desktop.ui.receiving.arrived.standing_words import about_arrival, cautions, stood_mark, verdict_word
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

_NOT_KEPT = frozenset(
    reason.value for reason in (Reason.OTHER_KIND, Reason.TABLE, Reason.WORKBOOK, Reason.TOO_LARGE, Reason.NOT_READABLE)
)
"""What was set aside for these is only named in the books."""


@dataclass(frozen=True, slots=True)
class Found:
    """``points`` are what a person has to look at besides the facts."""

    points: Sequence[Message]
    facts: Sequence[Fact]

    @property
    def listed(self) -> int:
        """How many of them a person has to look at."""
        return len(self.points) + sum(not fact.holds for fact in self.facts)


class ArrivalBox(Panel):
    """``form`` is where decisions are taken; the reports are read by who shows it."""

    deed_wanted = Signal(object, object)
    """A ``Deed`` and the ``Arrival``."""
    receipt_wanted = Signal(object)
    letter_wanted = Signal(object)
    """The ``Arrival`` of which another copy is to be asked for."""
    report_wanted = Signal(object)
    copy_wanted = Signal(object)
    """The ``Arrival`` whose file is to be saved elsewhere."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._look = look
        self.arrival: Arrival | None = None
        self._counts = False
        self.mark = MarkWidget(Mark.UNDECIDED, look.colours, GRID * 3)
        self.headline = label("", Role.HEADING)
        self.name, self.about, self.cautions = label(), label("", Role.SMALL), label("", Role.WARNING)
        self.points = label("", Role.WARNING)
        self.form = DecidingForm()
        self.form.left.connect(self.take_keyboard)
        self.facts = FactsFold(look)
        self.buttons = {deed: self._deed_button(deed) for deed in Deed}
        self.receipt_button = button(self.tr("&Lập phiếu…"), lambda: self.receipt_wanted.emit(self.arrival))
        self.letter_button = button(self.tr("&Soạn thư xin bản khác…"), lambda: self.letter_wanted.emit(self.arrival))
        self.report_button = button(self.tr("X&em đầy đủ…"), lambda: self.report_wanted.emit(self.arrival))
        self.copy_button = button(self.tr("Lưu tệp ra ng&oài…"), lambda: self.copy_wanted.emit(self.arrival))
        self._lay_out()

    def show_stood(self, stood: StoodArrival, standing: AgencyStanding, found: Found) -> None:
        arrival = stood.arrival
        counts = standing.counts is not None and standing.counts.digest == arrival.digest
        verdict = verdict_word(arrival.verdict)
        stands = (
            why_aside(arrival) if stood.standing is Standing.UNREADABLE and arrival.set_aside else stood.standing.words
        )
        words = [verdict, self._look.text(stands), self.tr("ĐƯỢC TÍNH") if counts else ""]
        headline = ", ".join(dict.fromkeys(filter(None, words)))
        self._show(arrival, headline, "\n".join(cautions(stood, self._look, found.listed)), found)
        self.mark.show_mark(stood_mark(stood), headline)
        self.copy_button.setVisible(arrival.set_aside not in _NOT_KEPT)
        self._offer(possible(stood, standing), counts=counts)
        self.receipt_button.setVisible(arrival.dossier is not None)

    def show_aside(self, arrival: Arrival, found: Found) -> None:
        """What no dossier of an installed campaign could be read in: that somebody has seen to it can be kept."""
        self._show(arrival, self._look.text(why_aside(arrival)), "", found)
        self.mark.show_mark(Mark.WARNING, self.headline.text())
        self._offer(possible_aside(arrival), counts=False)
        self.receipt_button.hide()
        self.copy_button.setVisible(arrival.set_aside not in _NOT_KEPT)

    def take_keyboard(self) -> None:
        """To the first thing that can be done about it."""
        first = next((one for one in (*self.buttons.values(), self.copy_button) if not one.isHidden()), None)
        if first is not None:
            first.setFocus()

    def _show(self, arrival: Arrival, headline: str, cautions: str, found: Found) -> None:
        if self.arrival is None or arrival.digest != self.arrival.digest:
            self.form.end()
        self.arrival = arrival
        self.report_button.setVisible(has_report(arrival))
        self.letter_button.setVisible(arrival.dossier is None)
        self.headline.setText(headline[:1].upper() + headline[1:])
        self.name.setText(self._look.text(called(arrival)))
        self.about.setText(about_arrival(arrival, self._look))
        self.cautions.setText(cautions)
        self.cautions.setVisible(bool(cautions))
        self.points.setText("\n".join(map(self._look.text, found.points)))
        self.points.setVisible(bool(found.points))
        self.facts.show_facts(found.facts)

    def told(self, deed: Deed) -> str:
        """What will happen when it is done."""
        return deed_words(deed, counts=self._counts)[1]

    def _offer(self, offered: Collection[Deed], *, counts: bool) -> None:
        """``counts``: the arrival does."""
        self._counts = counts
        for deed, one in self.buttons.items():
            words, told = deed_words(deed, counts=counts)
            one.setText(words)
            one.setToolTip(told)
            one.setVisible(deed in offered)

    def _deed_button(self, deed: Deed) -> QPushButton:
        return button("", lambda: self.deed_wanted.emit(deed, self.arrival))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(DOUBLE)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.headline, 1)
        flow = FlowLayout()
        flow.setSpacing(GRID)
        others = (self.receipt_button, self.letter_button, self.report_button, self.copy_button)
        for one in (*self.buttons.values(), *others):
            flow.addWidget(one)
        self.column.addLayout(head)
        for widget in (self.name, self.about, self.cautions, self.points):
            self.column.addWidget(widget)
        self.column.addLayout(flow)
        self.column.addWidget(self.form)
        self.column.addWidget(self.facts)
