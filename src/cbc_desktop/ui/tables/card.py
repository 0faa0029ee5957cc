"""A table on its page: what can be done with it, the grid, its totals."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cbc_desktop.engine.address import Address
from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.preferences import Preferences
from cbc_desktop.ui.sheets.request import SheetRequest, SheetWork
from cbc_desktop.ui.tables.actions import GridActions
from cbc_desktop.ui.tables.cell_conversion import CellConversion
from cbc_desktop.ui.tables.deeds import GridDeeds
from cbc_desktop.ui.tables.model import TableModel
from cbc_desktop.ui.tables.paste_panel import PastePanel
from cbc_desktop.ui.tables.totals import TotalsLine, totals
from cbc_desktop.ui.tables.view import TableView
from cbc_desktop.ui.theme.sizes import HALF


class TableCard(QFrame):
    """Follows the change sets of its form."""

    def __init__(
        self,
        look: Look,
        controller: DossierController,
        form_id: str,
        address: Address,
        preferences: Preferences,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._preferences, self._key = preferences, f"{form_id}{address.path}"
        self.model = TableModel(look, controller, form_id, address, self)
        self.view = TableView(look, self.model)
        self.paste_panel = PastePanel(self.model, self)
        self.conversion = CellConversion(controller, self.model, self)
        self.totals = TotalsLine(look, self.view)
        self.words = label("", Role.SMALL)
        self.count = short_label("", Role.SMALL)
        self._deeds = GridDeeds(controller, self.view, self.paste_panel, self.model)
        self._actions = GridActions(self.model, self._deeds.do, self)
        self.buttons = self._actions.buttons()
        self.sheet_buttons = self._sheet_bar()
        self._lay_out()
        self.setFocusProxy(self.view)
        self._name(self._title())
        self.view.show_widths(preferences.widths(self._key))
        self.view.widths_chosen.connect(self._keep_widths)
        self.view.delegate.given.connect(self._given)
        self.view.asked.connect(self._deeds.do)
        self.view.menu_wanted.connect(self._open_menu)
        self.view.selectionModel().currentChanged.connect(self.conversion.look_at)
        for done in (self.conversion.converted, self.conversion.left):
            done.connect(self.view.setFocus)
        controller.changed.connect(self._follow)
        self.refresh()

    def show_cell(self, address: Address) -> bool:
        """Puts the keyboard into the cell, or into the table itself; False when the address is elsewhere."""
        if address == self.model.address:
            self.view.go_to(self.model.index(0, self.model.first_typed))
            return True
        index = self.model.index_of(address)
        if not index.isValid():
            return False
        self.view.go_to(index)
        return True

    def present_address(self) -> Address:
        """Of the cell on which the keyboard stands; of the table where that is no row yet."""
        index = self.view.currentIndex()
        leaf = self.model.leaf(index) if index.isValid() else None
        return leaf.address if leaf is not None else self.model.address

    def refresh(self) -> None:
        self.view.give_typed()
        self.model.refresh()
        for one in self.buttons:
            one.setVisible(self.model.free)
        for one in self.sheet_buttons.values():
            one.setVisible(self.model.editable and any(column.takes_answers for column in self.model.columns))
        self._show_state()

    def _follow(self, form_id: str, changes: ChangeSet) -> None:
        if form_id == self.model.form_id:
            self.model.follow(form_id, changes)
            self.paste_panel.refresh()
            self.conversion.refresh()
            if self.model.concerns(changes):
                self._show_state()

    def _show_state(self) -> None:
        self.count.setText(self.tr("%n dòng", "", len(self.model.rows)))
        sums = totals(self.model)
        self.totals.show_totals(sums)
        written = [self.tr("{heading}, bằng chữ: {words}").format(heading=one.heading, words=one.words) for one in sums]
        self.words.setText("\n".join(line for line, one in zip(written, sums, strict=True) if one.words))
        self.words.setVisible(bool(self.words.text()))
        self.setVisible(self.model.repeat.relevant)

    def _given(self, index: QModelIndex, lexical: str) -> None:
        self._deeds.give(index, lexical)
        self.conversion.look_at(self.view.currentIndex())

    def _open_menu(self, place: QPoint) -> None:
        menu = self._actions.menu(self.view.currentIndex(), self.view)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _sheet_bar(self) -> dict[SheetWork, QPushButton]:
        """What leads to a page of its own."""
        works = (
            (SheetWork.OWN, self.tr("Lấy từ Excel…")),
            (SheetWork.SEND, self.tr("Gửi đơn vị khác nhập…")),
            (SheetWork.GATHER, self.tr("Nhận tệp đã nhập…")),
        )
        return {work: button(text, partial(self._want_sheets, work), kind=Kind.LINK) for work, text in works}

    def _want_sheets(self, work: SheetWork) -> None:
        self._controller.sheets_wanted.emit(self.model.form_id, SheetRequest(work, self.model.address))

    def _keep_widths(self) -> None:
        self._preferences.keep_widths(self._key, self.view.widths())

    def _name(self, title: str) -> None:
        """For screen readers, which come to a verb without seeing its table."""
        self.view.name(title)
        for one in (*self.buttons, *self.sheet_buttons.values()):
            one.setAccessibleName(f"{one.text()}: {title}")

    def _title(self) -> str:
        session, repeat = self.model.session, self.model.repeat
        holder = repeat.holder
        label_of = holder.definition.label or repeat.definition.label
        return session.text(label_of, holder) if label_of else repeat.name

    def _lay_out(self) -> None:
        verbs = FlowLayout()
        for one in (*self.buttons, *self.sheet_buttons.values()):
            verbs.addWidget(one)
        bar = QHBoxLayout()
        bar.addLayout(verbs, 1)
        bar.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        layout.addLayout(bar)
        layout.addWidget(self.paste_panel)
        grid = QVBoxLayout()
        grid.setSpacing(0)
        grid.addWidget(self.view)
        grid.addWidget(self.totals)
        layout.addLayout(grid)
        layout.addWidget(self.words)
        layout.addWidget(self.conversion)
