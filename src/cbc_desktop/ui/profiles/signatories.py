"""The people who sign for an agency: a list, and the fields of the one that is chosen in it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget

from cbc_desktop.dossier.profile import AgencyProfile, Signatory
from cbc_desktop.forms.authority import signature_lines
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.labels import label
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.profiles.signatory_fields import SignatoryFields
from cbc_desktop.ui.theme.sizes import GRID

_LEAST, _MOST = 2, 6
"""Rows of the list that are seen at once."""


class Signatories(Panel):
    """``changed`` with all of them, as a person has left them."""

    changed = Signal(object)
    """A tuple of ``Signatory``."""
    removed = Signal(object)
    """The same without one that a person took away."""
    image_chosen = Signal(object, int, object)
    """All of them, the place of one among them, and the ``Path`` of the image of their signature."""
    image_removed = Signal(int)
    """The place of the one whose image goes."""

    def __init__(self, look: Look) -> None:
        super().__init__(self.tr("Người ký"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Người ký"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = label(self.tr("Chưa có người ký nào trong mẫu này."))
        self.fields = SignatoryFields(look)
        self.add_button = button(self.tr("Thêm &người ký"), self.add)
        self.remove_button = button(self.tr("Xóa n&gười ký"), self.remove)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        for widget in (self.none, self.list):
            self.column.addWidget(widget)
        self.column.addLayout(buttons)
        self.column.addWidget(self.fields)
        self._profile: AgencyProfile | None = None
        self.list.currentRowChanged.connect(lambda _: self._show_chosen())
        self.fields.changed.connect(self._keep)
        self.fields.image.chosen.connect(lambda path: self.image_chosen.emit(self._all(), self.list.currentRow(), path))
        self.fields.image.removed.connect(lambda: self.image_removed.emit(self.list.currentRow()))

    def show_profile(self, profile: AgencyProfile) -> None:
        """The one that was chosen before is chosen still, as far as it is there."""
        again = self._profile is not None and self._profile.profile_id == profile.profile_id
        place = max(self.list.currentRow(), 0) if again else 0
        self._profile = profile
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems([self._entry(profile, one) for one in profile.signatories])
            self.list.setCurrentRow(min(place, len(profile.signatories) - 1))
        self.list.ensurePolished()
        seen = min(max(self.list.count(), _LEAST), _MOST)
        self.list.setFixedHeight(seen * self.list.sizeHintForRow(0) + 2 * self.list.frameWidth())
        self._show_chosen()

    def add(self) -> None:
        """Another one, whose name is to be typed now."""
        if self._profile is None:
            return
        self.show_profile(replace(self._profile, signatories=(*self._profile.signatories, Signatory(""))))
        self.list.setCurrentRow(self.list.count() - 1)
        self.fields.name.setFocus()

    def remove(self) -> None:
        """Takes away the one that is chosen."""
        place = self.list.currentRow()
        if self._profile is not None and place >= 0:
            signatories = self._profile.signatories
            self.removed.emit((*signatories[:place], *signatories[place + 1 :]))

    def _keep(self) -> None:
        if self._profile is not None and self.list.currentRow() >= 0:
            self.changed.emit(self._all())

    def _all(self) -> tuple[Signatory, ...]:
        """With what stands in the fields of the one that is chosen."""
        signatories = list(self._profile.signatories) if self._profile else []
        signatories[self.list.currentRow()] = self.fields.signatory
        return tuple(signatories)

    def _show_chosen(self) -> None:
        place, profile = self.list.currentRow(), self._profile
        chosen = place >= 0 and profile is not None
        for widget, seen in ((self.none, not chosen), (self.list, chosen), (self.fields, chosen)):
            widget.setVisible(seen)
        self.remove_button.setEnabled(chosen)
        if profile is not None and chosen:
            self.fields.show_signatory(profile, profile.signatories[place])

    def _entry(self, profile: AgencyProfile, one: Signatory) -> str:
        lines = " / ".join(signature_lines(profile.signing(one).authority, one.position))
        return " – ".join(part for part in (one.name or self.tr("(chưa ghi tên)"), lines) if part)
