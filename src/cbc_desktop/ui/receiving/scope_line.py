"""Which campaign the room is about, and whether what is shown is in earnest: chosen at the top, for all its pages."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cbc_desktop.ui.kit.labels import Role, short_label
from cbc_desktop.ui.kit.one_of import OneOf
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.receiving.scope import Scope
from cbc_desktop.ui.theme.sizes import GRID

_LETTERS_OF_TITLE, _LETTERS_OF_KIND = 26, 18


class ScopeLine(QWidget):
    """A single campaign needs no choosing."""

    def __init__(self, look: Look, scope: Scope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._scope = look, scope
        self.campaigns = OneOf(self.tr("Đợt khảo sát"))
        self.campaigns.setMinimumContentsLength(_LETTERS_OF_TITLE)
        self.kinds = OneOf(self.tr("Hồ sơ thật hay thử nghiệm"))
        self.kinds.setMinimumContentsLength(_LETTERS_OF_KIND)
        self.trial = short_label(self.tr("THỬ NGHIỆM"), Role.TAG)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for widget in (self.trial, self.campaigns, self.kinds):
            row.addWidget(widget)
        for choice in (self.campaigns, self.kinds):
            choice.activated.connect(self._choose)
        for signal in (scope.changed, scope.followed):
            signal.connect(self.show_scope)
        self.show_scope()

    def show_scope(self) -> None:
        scope = self._scope
        titles = [self._look.text(campaign.title) for campaign in scope.campaigns]
        chosen = scope.campaigns.index(scope.campaign) if scope.campaign else -1
        self.campaigns.show_entries(titles, chosen)
        self.campaigns.setToolTip(titles[chosen] if titles else "")
        self.campaigns.setVisible(len(titles) > 1)
        self.kinds.show_entries([self.tr("Hồ sơ chính thức"), self.tr("Hồ sơ thử nghiệm")], int(scope.trial))
        self.trial.setVisible(scope.trial)

    def _choose(self) -> None:
        chosen = self._scope.campaigns[max(0, self.campaigns.currentIndex())]
        self._scope.choose(chosen, trial=bool(self.kinds.currentIndex()))
