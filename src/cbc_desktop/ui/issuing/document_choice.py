"""As which document the answers go out, and are looked at: a list of those that they make, the usual one first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cbc_desktop.forms.campaign_documents import DocumentDef
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.labels import short_label
from cbc_desktop.ui.kit.one_of import OneOf
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import DOUBLE


class DocumentChoice(QWidget):
    """Hidden where there is nothing to choose."""

    def __init__(self, look: Look, controller: DossierController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._controller = look, controller
        self._documents: tuple[DocumentDef, ...] = ()
        self.box = OneOf(self.tr("Văn bản"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(DOUBLE)
        row.addWidget(short_label(self.tr("Văn bản")))
        row.addWidget(self.box, 1)
        self.box.activated.connect(self._choose)

    @property
    def chosen(self) -> str:
        """The document's id; "" stands for the usual one."""
        return self._documents[self.box.currentIndex()].id if self._documents else ""

    def show_documents(self, documents: Sequence[DocumentDef]) -> None:
        """What was chosen stays chosen while it is among them."""
        self._documents = tuple(documents)
        before = self._controller.document
        place = next((place for place, document in enumerate(documents) if document.id == before), 0)
        self.box.show_entries([self._look.text(document.title) for document in documents], place)
        self.setVisible(len(documents) > 1)

    def forget(self) -> None:
        """While there are no documents to choose from."""
        self._documents = ()
        self.hide()

    def _choose(self) -> None:
        self._controller.document = self.chosen
