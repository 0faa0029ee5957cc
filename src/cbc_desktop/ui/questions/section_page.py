"""The page of one section: its questions in a readable column, its tables as wide as the window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from cbc_desktop.engine.address import Address
from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.engine.navigation import Page
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.dossier.dossier_page import DossierPage, Here
from cbc_desktop.ui.kit.pages import bring_into_sight
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.preferences import Preferences
from cbc_desktop.ui.questions.card import QuestionCard, card_of
from cbc_desktop.ui.questions.contents import Contents
from cbc_desktop.ui.questions.offer_line import TAKE, TAKE_ALL, OfferLine
from cbc_desktop.ui.questions.section_head import SectionHead
from cbc_desktop.ui.tables.card import TableCard
from cbc_desktop.ui.theme.sizes import QUESTION_WIDTH

_PAUSE = 300
"""Milliseconds of no change after which it is looked anew at what other forms offer."""
_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class SectionPage(DossierPage):
    """Draws anew only what a change set names; never moves by itself."""

    beside = Signal(object, str)
    """An address, and the panel that is wanted beside it."""
    finished = Signal()
    """Enter was pressed in the last question: the next section, please."""

    def __init__(
        self, look: Look, controller: DossierController, form_id: str, page: Page, preferences: Preferences
    ) -> None:
        super().__init__()
        self.form_id, self.section = form_id, page
        self._controller = controller
        self.contents = Contents(look, controller, form_id, preferences, self.page)
        session = controller.dossier.form(form_id).session
        self.head = SectionHead(controller, form_id, page.shown_title(session))
        self.column.addWidget(self.head)
        self.all_offers = OfferLine(controller, form_id)
        self.all_offers.setMaximumWidth(QUESTION_WIDTH)
        self.column.addWidget(self.all_offers)
        for widget in self.contents.widgets(page.members(session)):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self._connected: set[QuestionCard] = set()
        self._held: QuestionCard | None = None
        self._connect_cards()
        controller.changed.connect(self._follow)
        controller.remarked.connect(self._follow_remark)
        controller.returned_changed.connect(self._follow_returned)
        self.contents.show_returned()
        self._offers_late = QTimer(self, interval=_PAUSE, singleShot=True)
        self._offers_late.timeout.connect(self._show_offers)
        QShortcut(QKeySequence(TAKE), self, self._take_here, context=_HERE)
        QShortcut(QKeySequence(TAKE_ALL), self, self.all_offers.take, context=_HERE)

    def entered(self) -> None:
        """What other forms offer may have changed since the page was last shown."""
        self._show_offers()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._offers_late.stop()

    def _show_offers(self) -> None:
        """Each at its place; those that fill what is blank all together at the top."""
        session = self._controller.dossier.form(self.form_id).session
        found = self._controller.dossier.offers(self.form_id) if self._controller.editable else ()
        here = [offer for offer in found if self.section.holds(offer.address.path)]
        self.contents.show_offers(here)
        self.all_offers.show_page([offer for offer in here if offer.fills_blank(session)])

    def _take_here(self) -> None:
        address = self.present_address()
        line = self.contents.offer_at(address) if address is not None else None
        if line is not None:
            line.take()

    def show_question(self, address: Address) -> bool:
        """Scrolls to a question, a table's cell or a group, and puts the keyboard there; False when it is not here."""
        target = self._widget_of(address)
        if target is None:
            return False
        bring_into_sight(target)
        return True

    def hold(self, address: Address) -> None:
        """The question stays where it is on the screen when the page is next made narrower or wider."""
        self._held = self.contents.cards.get(address)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Text wraps anew, and what one is at must not move away."""
        focused = card_of(QApplication.focusWidget())
        card = self._held or (focused if focused is not None and self.isAncestorOf(focused) else None)
        before = self._height_of(card)
        super().resizeEvent(event)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + self._height_of(card) - before)
        self._held = None

    def _height_of(self, card: QuestionCard | None) -> int:
        """Where it is on the screen, in pixels from the upper edge."""
        return 0 if card is None else card.mapTo(self.viewport(), QPoint(0, 0)).y()

    def present_address(self) -> Address | None:
        """Where the keyboard is: of a question or a cell; None when it is elsewhere."""
        focus = QApplication.focusWidget()
        card = card_of(focus)
        if card is not None and self.isAncestorOf(card):
            return card.address
        table = next((one for one in self.contents.tables.values() if focus and one.isAncestorOf(focus)), None)
        return table.present_address() if table is not None else None

    def here(self) -> Here | None:
        address = self.present_address()
        return None if address is None else (self.form_id, address)

    def take_keyboard(self) -> None:
        first = next((card for card in self.contents.cards.values() if card.answerable), None)
        self.verticalScrollBar().setValue(0)
        if first is not None:
            first.take_keyboard()
            bring_into_sight(first)
        elif self.contents.tables:
            next(iter(self.contents.tables.values())).setFocus()

    def _widget_of(self, address: Address) -> QWidget | None:
        card = self.contents.cards.get(address)
        if card is not None:
            card.take_keyboard()
            return card
        heading = self.contents.headings.get(address)
        if heading is not None:
            return heading
        return next((table for table in self.contents.tables.values() if table.show_cell(address)), None)

    def refresh(self) -> None:
        """Everything, after a step of the whole dossier or in another language."""
        self.head.refresh(self.section.shown_title(self._controller.dossier.form(self.form_id).session))
        for table in self.contents.tables.values():
            table.refresh()
        for card in self.contents.cards.values():
            card.refresh()
        for heading in self.contents.headings.values():
            heading.refresh()
        for rows in self.contents.rows.values():
            rows.refresh()
        self.contents.show_returned()

    def _follow(self, form_id: str, changes: ChangeSet) -> None:
        if form_id != self.form_id:
            return
        if changes.rows_added or changes.rows_removed or changes.rows_moved:
            for rows in list(self.contents.rows.values()):
                rows.refresh()
            self._connect_cards()
            self.contents.show_returned()
        if self.isVisible():
            self._offers_late.start()
        for address in changes.values | changes.relevance | changes.properties | changes.violations:
            self._refresh_at(address)

    def _refresh_at(self, address: Address) -> None:
        if card := self.contents.cards.get(address):
            card.refresh()
        elif heading := self.contents.headings.get(address):
            heading.refresh()

    def _follow_remark(self, form_id: str, address: Address) -> None:
        if form_id == self.form_id:
            self._refresh_at(address)

    def _follow_returned(self) -> None:
        self.contents.show_returned()

    def _connect_cards(self) -> None:
        for card in self.contents.cards.values():
            if card not in self._connected:
                self._connected.add(card)
                card.entered.connect(lambda card=card: self._go_on(card))
                card.beside.connect(self.beside)

    def _go_on(self, card: QuestionCard) -> None:
        """To what stands next below it, a question or a table."""
        self.column.activate()
        stops = sorted(self._stops(), key=self._top_of)
        target = next((one for one in stops if self._top_of(one) > self._top_of(card)), None)
        if target is None:
            self.finished.emit()
            return
        if isinstance(target, QuestionCard):
            target.take_keyboard()
        else:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(target)

    def _stops(self) -> Iterator[QuestionCard | TableCard]:
        """Where something can be filled in now."""
        yield from (card for card in self.contents.cards.values() if card.answerable)
        yield from (table for table in self.contents.tables.values() if table.isVisibleTo(self))

    def _top_of(self, widget: QWidget) -> int:
        return widget.mapTo(self.page, QPoint(0, 0)).y()
