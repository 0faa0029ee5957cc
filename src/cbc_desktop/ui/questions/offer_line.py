"""Figures or rows that another form of the dossier offers: shown at their place, taken with one key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout

from cbc_desktop.filling.offers import Offer
from cbc_desktop.filling.reading import as_read
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.labels import label
from cbc_desktop.ui.theme.sizes import GRID, HALF

TAKE = "Alt+D"
"""Takes what is offered where the keyboard is."""
TAKE_ALL = "Alt+Shift+D"


class OfferLine(QFrame):
    """Hidden while there is no offer."""

    def __init__(self, controller: DossierController, form_id: str) -> None:
        super().__init__()
        self.setProperty("role", "note-info")
        self._controller, self._form_id = controller, form_id
        self._offers: tuple[Offer, ...] = ()
        self.text = label()
        self.take_button = button(self.tr("Dùng"), self.take)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, HALF, GRID, HALF)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.take_button)
        self._name(self.tr("Dùng"), TAKE)
        self.hide()

    def show_offer(self, offer: Offer | None) -> None:
        """For one question."""
        if offer is None:
            self._show((), "")
            return
        session = self._controller.dossier.form(self._form_id).session
        value = as_read(session, session.tree.leaf(offer.address), offer.text)
        self._show((offer,), self.tr("Biểu mẫu khác của hồ sơ đã có: {value}").format(value=value))

    def show_table(self, rows: Offer | None, cells: Sequence[Offer]) -> None:
        """For a table: new rows, or else what some of its cells may take."""
        if rows is not None and rows.rows is not None:
            told = self.tr("Biểu mẫu khác của hồ sơ có %n dòng cho bảng này.", "", len(rows.rows))
            self._show((rows,), told)
        else:
            told = self.tr("%n ô còn trống của bảng này đã có sẵn trong biểu mẫu khác của hồ sơ.", "", len(cells))
            self._show(tuple(cells), told)

    def show_page(self, offers: Sequence[Offer]) -> None:
        """For a whole page, where there is more than one."""
        told = self.tr("%n chỗ còn trống ở phần này đã có sẵn trong biểu mẫu khác của hồ sơ.", "", len(offers))
        self._show(tuple(offers) if len(offers) > 1 else (), told)
        self._name(self.tr("Dùng tất cả"), TAKE_ALL)

    def take(self) -> None:
        offers, self._offers = self._offers, ()
        self.hide()
        if offers:
            dossier = self._controller.dossier
            self._controller.perform(self._form_id, lambda: dossier.take_all(self._form_id, offers))

    def _show(self, offers: tuple[Offer, ...], told: str) -> None:
        self._offers = offers
        self.setVisible(bool(offers))
        self.text.setText(told)
        self.take_button.setAccessibleName(f"{self.take_button.text()}: {told}")

    def _name(self, verb: str, keys: str) -> None:
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self.take_button.setText(verb)
        self.take_button.setToolTip(f"{verb} – {shown}")
