"""The dossiers of this computer by campaign, with the time that is left; or how to begin when there are none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cbc_desktop.base.message import Message
from cbc_desktop.dossier.states import OUT, State
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.store.stored_dossier import StoredDossier
from cbc_desktop.ui.deadlines import time_left, urgency
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.kit.marks import MarkWidget
from cbc_desktop.ui.kit.pages import ScrollPage
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.preferences import Preferences
from cbc_desktop.ui.start.dossier_card import DossierCard
from cbc_desktop.ui.theme.sizes import GRID


class DossierList(ScrollPage):
    """``show_dossiers`` again whenever something may have changed."""

    opened = Signal(str)
    copy_wanted = Signal(str)
    """The identifier of a dossier that is to go to another computer."""
    removal_wanted = Signal(str)
    """The identifier of a dossier that is to be gone for good."""
    prefill_wanted = Signal(str)
    """The identifier of a draft that is to take over what an earlier dossier answers."""

    def __init__(self, look: Look, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._preferences = look, preferences
        self.cards: list[DossierCard] = []

    def show_dossiers(self, campaigns: Sequence[Campaign], dossiers: Sequence[StoredDossier], today: date) -> None:
        self._clear()
        for campaign in campaigns:
            own = [dossier for dossier in dossiers if dossier.identity.campaign_id == campaign.id]
            self.column.addWidget(self._heading(campaign, None if own and all(map(_is_out, own)) else today))
            self._add_cards(own, dossiers, {agency.key: agency for agency in campaign.agencies.agencies})
        known = {campaign.id for campaign in campaigns}
        strangers = [dossier for dossier in dossiers if dossier.identity.campaign_id not in known]
        if strangers:
            self.column.addWidget(label(self.tr("Các đợt khảo sát chưa cài biểu mẫu trên máy này"), Role.HEADING))
            self._add_cards(strangers, dossiers, {})
        self.column.addStretch(1)

    def _heading(self, campaign: Campaign, today: date | None) -> QWidget:
        """Nobody is late with what was sent: then it is None what day is today."""
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, GRID, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(label(self._look.text(campaign.title), Role.HEADING), 1)
        mark = urgency(campaign.deadline, today) if today else None
        if mark is not None:
            row.addWidget(MarkWidget(mark, self._look.colours))
        row.addWidget(short_label(self._deadline(campaign.deadline, today)))
        return box

    def _deadline(self, deadline: date, today: date | None) -> str:
        if today is None:
            return self.tr("Hạn gửi {day} (đã gửi)").format(day=f"{deadline:%d/%m/%Y}")
        return self.tr("Hạn gửi {day} ({left})").format(day=f"{deadline:%d/%m/%Y}", left=time_left(deadline, today))

    def _add_cards(
        self, shown: Sequence[StoredDossier], every: Sequence[StoredDossier], register: Mapping[str, Agency]
    ) -> None:
        for dossier in shown:
            known = register.get(str(dossier.identity.agency))
            agency = self._look.text(Message(dossier.agency_name, known.name.en if known else dossier.agency_name))
            progress = self._preferences.progress(dossier.identity.dossier_id, dossier.changed_at)
            card = DossierCard(self._look, dossier, agency, progress, can_prefill=_can_prefill(dossier, every))
            card.clicked.connect(lambda _=False, chosen=card.dossier_id: self.opened.emit(chosen))
            card.copy_wanted.connect(lambda chosen=card.dossier_id: self.copy_wanted.emit(chosen))
            card.prefill_wanted.connect(lambda chosen=card.dossier_id: self.prefill_wanted.emit(chosen))
            card.removal_wanted.connect(lambda chosen=card.dossier_id: self.removal_wanted.emit(chosen))
            self.column.addWidget(card)
            self.cards.append(card)

    def _clear(self) -> None:
        self.cards.clear()
        while entry := self.column.takeAt(0):
            if widget := entry.widget():
                widget.hide()
                widget.deleteLater()


def _is_out(dossier: StoredDossier) -> bool:
    return dossier.revision.state in OUT


def _can_prefill(dossier: StoredDossier, every: Sequence[StoredDossier]) -> bool:
    """Whether there is another dossier of the agency; the desk knows of agencies that followed others, too."""
    others = [one for one in every if one is not dossier and one.identity.agency.code == dossier.identity.agency.code]
    return dossier.revision.state is State.DRAFT and any(one.trial <= dossier.trial for one in others)
