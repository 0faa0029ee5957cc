"""From the list of what has arrived to the pages that take its place: receipts, reminders, other ways to take in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cbc_desktop.store.received.arrivals import Arrival
from cbc_desktop.ui.kit.side_pages import SidePages
from cbc_desktop.ui.receiving.answering.receipt_page import ReceiptPage
from cbc_desktop.ui.receiving.answering.reminders_page import RemindersPage
from cbc_desktop.ui.receiving.arrived.report_page import ReportPage
from cbc_desktop.ui.receiving.scope import Scope
from cbc_desktop.ui.receiving.taking.keyed_in_page import KeyedInPage
from cbc_desktop.ui.receiving.taking.online_page import OnlinePage
from cbc_desktop.ui.rooms import Surroundings


class WaysOn(QObject):
    """``taken`` has a sentence when something was taken in on such a page, which is left then."""

    taken = Signal(str)

    def __init__(self, around: Surroundings, scope: Scope, pages: SidePages) -> None:
        super().__init__(pages)
        self._around, self._scope, self._pages = around, scope, pages

    def show_receipt(self, arrival: Arrival) -> None:
        campaign = self._scope.campaign
        if campaign is not None:
            page = ReceiptPage(self._around, arrival, campaign)
            self._pages.turn_to(page)
            page.take_keyboard()

    def show_report(self, arrival: Arrival) -> None:
        """Every signature of its file, too."""
        page = ReportPage(self._around, arrival)
        self._pages.turn_to(page)
        page.look()

    def show_reminders(self) -> None:
        page = RemindersPage(self._around, self._scope)
        self._pages.turn_to(page)
        page.take_keyboard()

    def show_online(self, path: Path) -> None:
        """The plan of it; nothing is taken in yet."""
        campaign = self._scope.campaign
        if campaign is not None:
            page = OnlinePage(self._around, campaign, path, trial=self._scope.trial)
            page.taken.connect(self._tell)
            self._pages.turn_to(page)
            page.look()

    def show_keyed_in(self) -> None:
        page = KeyedInPage(self._around, self._scope)
        page.taken.connect(self._tell)
        self._pages.turn_to(page)
        page.take_keyboard()

    def _tell(self, sentence: str) -> None:
        self._pages.back()
        self.taken.emit(sentence)
