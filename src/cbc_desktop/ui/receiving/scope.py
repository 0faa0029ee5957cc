"""What every page of the receiving room is about: one campaign, and its dossiers in earnest or those for practice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from cbc_desktop.forms.campaign import Campaign


@dataclass(frozen=True, slots=True)
class Chosen:
    """What outlives a window that is dressed anew."""

    campaign_id: str
    trial: bool


class Scope(QObject):
    """``changed`` when a person chose something else; ``campaign`` is None only where no campaign is installed."""

    changed = Signal()
    followed = Signal()
    """What has come led to another campaign, before a person chose one."""

    def __init__(self, campaigns: Sequence[Campaign], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.campaigns = tuple(campaigns)
        self.campaign = self.campaigns[0] if self.campaigns else None
        self.trial = False
        self._chosen = False

    @property
    def offered(self) -> tuple[Campaign, ...]:
        """Where a person has not chosen yet, any may be shown: the first of those that something came for."""
        return self.campaigns if not self._chosen else ()

    @property
    def chosen(self) -> Chosen | None:
        """None as long as any campaign may be shown."""
        return Chosen(self.campaign.id, self.trial) if self._chosen and self.campaign else None

    def resume(self, chosen: Chosen) -> None:
        """What was chosen in the window before, if that campaign is still installed."""
        campaign = next((one for one in self.campaigns if one.id == chosen.campaign_id), None)
        if campaign is not None:
            self.choose(campaign, trial=chosen.trial)

    def choose(self, campaign: Campaign, *, trial: bool) -> None:
        """By a person."""
        self._chosen = True
        if (campaign, trial) != (self.campaign, self.trial):
            self.campaign, self.trial = campaign, trial
            self.changed.emit()

    def follow(self, campaign: Campaign) -> None:
        """To the campaign that something came for; from then on only a person chooses another."""
        self._chosen = True
        if campaign != self.campaign:
            self.campaign = campaign
            self.followed.emit()
