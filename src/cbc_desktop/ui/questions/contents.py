"""From the nodes of a section to the widgets of its page: questions as cards, groups as headings, repeats as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cbc_desktop.engine.address import Address
from cbc_desktop.engine.nodes import Branch, GroupNode, LeafNode, RepeatNode
from cbc_desktop.engine.tree import Member
from cbc_desktop.filling.offers import Offer
from cbc_desktop.filling.whereabouts import label_of
from cbc_desktop.forms.definition import Layout
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.preferences import Preferences
from cbc_desktop.ui.questions.card import QuestionCard
from cbc_desktop.ui.questions.group_heading import GroupHeading
from cbc_desktop.ui.questions.offer_line import OfferLine
from cbc_desktop.ui.questions.returned_line import ReturnedLines
from cbc_desktop.ui.questions.returned_places import remarks_by_place
from cbc_desktop.ui.questions.row_cards import RowCards
from cbc_desktop.ui.tables.card import TableCard
from cbc_desktop.ui.theme.sizes import GRID, QUESTION_WIDTH


@dataclass(slots=True)
class Contents:
    """What is on one page, by address, in reading order; rows of cards register here too and leave again."""

    look: Look
    controller: DossierController
    form_id: str
    preferences: Preferences
    parent: QWidget
    cards: dict[Address, QuestionCard] = field(default_factory=dict)
    tables: dict[Address, TableCard] = field(default_factory=dict)
    headings: dict[Address, GroupHeading] = field(default_factory=dict)
    rows: dict[Address, RowCards] = field(default_factory=dict)
    offers: dict[Address, OfferLine] = field(default_factory=dict)
    returned: dict[Address, ReturnedLines] = field(default_factory=dict)

    def widgets(self, members: Iterable[Member]) -> Iterator[QWidget]:
        """The widgets of these nodes, top to bottom."""
        for member in members:
            if isinstance(member, LeafNode):
                if member.definition.control is not None:
                    yield self._card(member)
                    yield self._returned(member)
            elif isinstance(member, GroupNode):
                yield from self._group(member)
            else:
                yield from self._repeat(member)

    def of_branch(self, branch: Branch) -> QWidget:
        """All of a branch in one widget, for one row of cards."""
        holder = QFrame()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in self.widgets(branch.members.values()):
            column.addWidget(widget)
        return holder

    def forget_row(self, row_id: str) -> None:
        """A row of cards is gone, with all that was in it."""
        for registered in (self.cards, self.tables, self.headings, self.rows, self.offers, self.returned):
            for address in [address for address in registered if address.row == row_id]:
                del registered[address]

    def show_offers(self, offers: Iterable[Offer]) -> None:
        found = {offer.address: offer for offer in offers}
        for address, card in self.cards.items():
            card.show_offer(found.get(address))
        for address, line in self.offers.items():
            line.show_table(found.get(address), [offer for at, offer in found.items() if self._is_cell(at, address)])

    def _is_cell(self, address: Address, repeat: Address) -> bool:
        """Whether it lies in a row of this table, and not in a card of its own."""
        if address in self.cards or not address.row:
            return False
        row = self.controller.dossier.form(self.form_id).session.tree.row(address.row)
        return row.repeat.address == repeat and address.path != repeat.path

    def offer_at(self, address: Address) -> OfferLine | None:
        """The line that belongs to a question, or to the table around a cell."""
        if address in self.cards:
            return self.cards[address].offer
        tables = (table for table, line in self.offers.items() if self._is_cell(address, table) or address == table)
        return next((self.offers[table] for table in tables), None)

    def show_returned(self) -> None:
        """What the receiver returned of this page, each remark where its question is."""
        session = self.controller.dossier.form(self.form_id).session
        found = remarks_by_place(session, self.form_id, self.controller.returned, self.returned, self.look)
        for address, lines in self.returned.items():
            lines.show_for(self.look.text(label_of(session, session.tree.find(address))), found[address])

    def _returned(self, member: Member) -> ReturnedLines:
        lines = ReturnedLines(self.look, self.controller)
        lines.setMaximumWidth(QUESTION_WIDTH)
        self.returned[member.address] = lines
        return lines

    def _card(self, leaf: LeafNode) -> QuestionCard:
        card = QuestionCard(self.look, self.controller, self.form_id, leaf.address, self.parent)
        card.setMaximumWidth(QUESTION_WIDTH)
        self.cards[leaf.address] = card
        return card

    def _group(self, group: GroupNode) -> Iterator[QWidget]:
        inner = list(self.widgets(group.members.values()))
        if not inner:
            return
        heading = GroupHeading(self.look, self.controller, self.form_id, group.address, self.parent)
        heading.setMaximumWidth(QUESTION_WIDTH)
        self.headings[group.address] = heading
        yield heading
        yield self._returned(group)
        yield from inner

    def _repeat(self, repeat: RepeatNode) -> Iterator[QWidget]:
        line = OfferLine(self.controller, self.form_id)
        line.setMaximumWidth(QUESTION_WIDTH)
        self.offers[repeat.address] = line
        yield line
        yield self._returned(repeat)
        if repeat.definition.bind.own.layout is Layout.TABLE:
            table = TableCard(self.look, self.controller, self.form_id, repeat.address, self.preferences, self.parent)
            self.tables[repeat.address] = table
            yield table
        else:
            rows = RowCards(self, repeat.address, self.parent)
            rows.setMaximumWidth(QUESTION_WIDTH)
            self.rows[repeat.address] = rows
            yield rows
