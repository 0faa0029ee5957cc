"""A decision before it is taken: what will happen, whose the arrival is to be, and the reason, which is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.forms.agencies import Agency, matching
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.store.received.arrivals import Arrival
from cbc_desktop.ui.kit.agency_search import AgencySearch
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.receiving.arrived.deeds import OF_AGENCY, Deed, Wanted
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

_SEARCH_HEIGHT = GRID * 22
_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class DecidingForm(QFrame):
    """Hidden until it is begun; Escape leaves everything as it is."""

    decided = Signal(object)
    """A ``Wanted``."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "note-info")
        self._begun: tuple[Deed, Arrival, str, bool] | None = None
        """With the campaign on show, and whether its practice is."""
        self._agencies: Sequence[Agency] = ()
        self.told, self.wrong = label(), label("", Role.ERROR)
        self.search = AgencySearch(self._found)
        self.search.setFixedHeight(_SEARCH_HEIGHT)
        self.reason = LineEdit()
        self.reason.setAccessibleName(self.tr("Lý do"))
        self.reason.setPlaceholderText(self.tr("Lý do, được giữ lại trong sổ: ai đã xác nhận, khi nào"))
        self.do_button = button(self.tr("Ghi &quyết định"), self.decide, kind=Kind.PRIMARY)
        self.leave_button = button(self.tr("&Thôi"), self.leave)
        self.reason.returnPressed.connect(self.decide)
        self._lay_out()
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.leave, context=_HERE)
        self.hide()

    def begin(self, deed: Deed, arrival: Arrival, told: str, campaign: Campaign, *, trial: bool) -> None:
        """``told`` is what will happen."""
        self._begun = deed, arrival, campaign.id, trial
        self._agencies = campaign.agencies.respondents(campaign.register_date)
        self.told.setText(told)
        self.reason.clear()
        self.wrong.hide()
        self.search.setVisible(deed in OF_AGENCY)
        if deed in OF_AGENCY:
            self.search.line.clear()
            self.search.show_found()
        self.show()
        (self.search if deed in OF_AGENCY else self.reason).setFocus()

    def decide(self) -> None:
        """A reason is always asked for; the desk would refuse too, but later."""
        if self._begun is None:
            return
        deed, arrival, campaign_id, trial = self._begun
        agency, why = self.search.agency, self.reason.text().strip()
        if deed in OF_AGENCY and agency is None:
            self.refuse(self.tr("Hãy chọn cơ quan."))
            self.search.setFocus()
        elif not why:
            self.refuse(self.tr("Hãy ghi lý do, để sau này còn biết vì sao."))
            self.reason.setFocus()
        else:
            key = agency.key if deed in OF_AGENCY and agency else ""
            self.decided.emit(Wanted(deed, arrival, why, key, campaign_id, trial))

    def refuse(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.show()

    def leave(self) -> None:
        self.end()
        self.left.emit()

    def end(self) -> None:
        self._begun = None
        self.hide()

    def _found(self, text: str) -> Sequence[Agency]:
        by_code = [agency for agency in self._agencies if agency.code == text]
        return by_code or (matching(text, self._agencies) if text else self._agencies)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.do_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(DOUBLE, GRID, DOUBLE, GRID)
        column.setSpacing(GRID)
        for widget in (self.told, self.search, self.reason, self.wrong):
            column.addWidget(widget)
        column.addLayout(buttons)
