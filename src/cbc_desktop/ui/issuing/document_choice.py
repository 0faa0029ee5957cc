"""As which document the finalised answers go out: a list of those that they make, the usual one first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cbc_desktop.forms.campaign_documents import DocumentDef
from cbc_desktop.ui.kit.labels import short_label
from cbc_desktop.ui.kit.one_of import OneOf
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import DOUBLE

_WIDEST = 36


class DocumentChoice(QWidget):
    """Hidden where there is nothing to choose."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._documents: tuple[DocumentDef, ...] = ()
        self.box = OneOf(self.tr("Văn bản"))
        self.box.setMinimumContentsLength(_WIDEST)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(DOUBLE)
        row.addWidget(short_label(self.tr("Văn bản")))
        row.addWidget(self.box)
        row.addStretch(1)

    @property
    def chosen(self) -> str:
        """The document's id; "" stands for the usual one."""
        return self._documents[self.box.currentIndex()].id if self._documents else ""

    def show_documents(self, documents: Sequence[DocumentDef]) -> None:
        """What was chosen stays chosen while it is among them."""
        before = self.chosen
        self._documents = tuple(documents)
        place = next((place for place, document in enumerate(documents) if document.id == before), 0)
        self.box.show_entries([self._look.text(document.title) for document in documents], place)
        self.setVisible(len(documents) > 1)

    def forget(self) -> None:
        """While nothing is finalised there are no documents."""
        self._documents = ()
        self.hide()
