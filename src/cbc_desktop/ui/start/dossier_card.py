"""One dossier in the list: whose it is, how far it has come, and when it was last saved."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cbc_desktop.dossier.states import STATE_TITLES, State
from cbc_desktop.store.stored_dossier import StoredDossier
from cbc_desktop.ui.kit.cards import Card
from cbc_desktop.ui.kit.elided import ElidedLabel
from cbc_desktop.ui.kit.labels import Role, short_label
from cbc_desktop.ui.kit.marks import Mark, MarkWidget
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import GRID

MARKS = {State.DRAFT: Mark.IN_WORK, State.RETURNED: Mark.PROBLEM}
"""All other states are steps that were done."""


class DossierCard(Card):
    """Shows a dossier; ``clicked`` when it is opened."""

    def __init__(self, look: Look, dossier: StoredDossier, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.dossier_id = dossier.identity.dossier_id
        revision = dossier.revision
        state = look.text(STATE_TITLES[revision.state])
        details = [
            self.tr("Lần {number}").format(number=revision.number),
            self.tr("%n câu đã trả lời", "", dossier.answers),
            self.tr("Lưu lần cuối {moment}").format(moment=f"{dossier.changed_at:%d/%m/%Y %H:%M}"),
        ]
        trial = [self.tr("THỬ NGHIỆM")] if dossier.trial else []
        self.setAccessibleName(", ".join([*trial, dossier.agency_name, state, *details]))
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(MarkWidget(MARKS.get(revision.state, Mark.DONE), look.colours))
        head.addWidget(ElidedLabel(dossier.agency_name, Role.HEADING), 1)
        for text in trial:
            head.addWidget(short_label(text, Role.TAG))
        head.addWidget(short_label(state))
        self.column.addLayout(head)
        self.column.addWidget(ElidedLabel(" · ".join(details), Role.SMALL))
        self.setToolTip(self.tr("Mở hồ sơ – Enter"))
