"""A figure or rows that another form of the dossier offers: shown in the card, taken with one key."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.filling.offers import Offer
from cbc_desktop.filling.typed_text import shown
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.labels import label
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import GRID


class OfferLine(QFrame):
    """Hidden while there is no offer, or the answer is what was offered."""

    def __init__(self, look: Look, controller: DossierController, form_id: str) -> None:
        super().__init__()
        self.setProperty("role", "note-info")
        self._controller, self._form_id = controller, form_id
        self._offer: Offer | None = None
        self.text = label()
        self.take_button = button(self.tr("&Dùng"), self.take)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, 0, GRID, 0)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.take_button)
        self.hide()

    def show_offer(self, offer: Offer | None, node: LeafNode | None = None) -> None:
        self._offer = offer
        self.setVisible(offer is not None)
        if offer is None:
            return
        if offer.rows is not None:
            self.text.setText(self.tr("Biểu mẫu khác của hồ sơ có %n dòng cho bảng này.", "", len(offer.rows)))
        elif node is not None:
            said = self._controller.dossier.form(self._form_id).session.choice_label(node, offer.text)
            value = said or shown(offer.text, node.definition)
            self.text.setText(self.tr("Biểu mẫu khác của hồ sơ đã có: {value}").format(value=value))
        self.take_button.setAccessibleName(self.tr("Dùng: {offer}").format(offer=self.text.text()))

    def take(self) -> None:
        offer = self._offer
        if offer is not None:
            self.show_offer(None)
            self._controller.perform(self._form_id, lambda: self._controller.dossier.take(self._form_id, offer))
