"""The offer to convert the text of a cell in an old encoding, below the grid."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from cbc_desktop.engine.address import Address
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.forms.definition import DataType
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.old_text_line import OldTextLine
from cbc_desktop.ui.tables.model import TableModel


class CellConversion(OldTextLine):
    """Stays with a cell until its text is another; a cell with an old text that is gone to takes its place."""

    def __init__(self, controller: DossierController, table: TableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._controller, self._table = controller, table
        self._address: Address | None = None
        self.converted.connect(self._take)

    def look_at(self, index: QModelIndex) -> None:
        leaf = self._table.leaf(index) if index.isValid() and self._table.may_edit(index) else None
        if leaf is None or leaf.definition.bind.type is not DataType.STRING or leaf.definition.choices:
            return
        before = self._address
        self._show_leaf(leaf, index)
        if self.isHidden() and before is not None and before != leaf.address:
            self._show_at(before)

    def refresh(self) -> None:
        if self._address is not None:
            self._show_at(self._address)

    def _show_at(self, address: Address) -> None:
        index = self._table.index_of(address)
        leaf = self._table.leaf(index) if index.isValid() else None
        if leaf is None:
            self._address = None
            self.show_for("")
        else:
            self._show_leaf(leaf, index)

    def _show_leaf(self, leaf: LeafNode, index: QModelIndex) -> None:
        place = self.tr("Dòng {row}, {column}")
        heading = self._table.heading(index.column()).removesuffix(" *")
        self.show_for(leaf.lexical, place.format(row=index.row() + 1, column=heading))
        self._address = None if self.isHidden() else leaf.address

    def _take(self, text: str) -> None:
        address, self._address = self._address, None
        if address is not None:
            dossier, form_id = self._controller.dossier, self._table.form_id
            self._controller.perform(form_id, lambda: dossier.answer(form_id, address, text))
