"""A table on its page: what can be done with it, the grid, its totals."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cbc_desktop.engine.address import Address
from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.filling.block_landing import AS_IT_IS, BlockPlan
from cbc_desktop.filling.paste_checks import paste_findings
from cbc_desktop.filling.table_columns import takes_answers
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.clipboard import in_capital_font
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.preferences import Preferences
from cbc_desktop.ui.sheets.request import SheetRequest, SheetWork
from cbc_desktop.ui.tables.cell_conversion import CellConversion
from cbc_desktop.ui.tables.model import TableModel
from cbc_desktop.ui.tables.paste_panel import PastePanel
from cbc_desktop.ui.tables.totals import totals
from cbc_desktop.ui.tables.verbs import TableVerbs
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
        self._verbs = TableVerbs(controller, self.model)
        self._controller = controller
        self.paste_panel = PastePanel(self.model, self)
        self.conversion = CellConversion(controller, self.model, self)
        self.totals = label("", Role.HEADING)
        self.count = short_label("", Role.SMALL)
        self.buttons = self._tool_bar()
        self.sheet_buttons = self._sheet_bar()
        self._lay_out()
        self.setFocusProxy(self.view)
        self._name(self._title())
        self.view.show_widths(preferences.widths(self._key))
        self.view.horizontalHeader().sectionResized.connect(self._keep_widths)
        self.view.delegate.given.connect(self._given)
        self.view.asked.connect(self._do)
        self.view.selectionModel().currentChanged.connect(self.conversion.look_at)
        for done in (self.conversion.converted, self.conversion.left):
            done.connect(self.view.setFocus)
        self.paste_panel.taken.connect(self._take)
        self.paste_panel.dropped.connect(self.view.setFocus)
        controller.changed.connect(self._follow)
        self.refresh()

    def show_cell(self, address: Address) -> bool:
        """Puts the keyboard into the cell, or into the table itself; False when the address is elsewhere."""
        if address == self.model.address:
            self.view.go_to(self.model.index(0, 0))
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
        self.model.refresh()
        for one in self.buttons:
            one.setVisible(self.model.free)
        for one in self.sheet_buttons.values():
            one.setVisible(self.model.editable and any(map(takes_answers, self.model.columns)))
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
        said = "; ".join(f"{heading}: {amount}" for heading, amount in sums)
        self.totals.setText(self.tr("Tổng cộng: {sums}").format(sums=said) if said else "")
        self.totals.setVisible(bool(said))
        self.setVisible(self.model.repeat.relevant)

    def _given(self, index: QModelIndex, lexical: str) -> None:
        """A new row pushes the line for new rows down, and Qt's current cell with it; the person stays in the row."""
        row, column = index.row(), index.column()
        self._verbs.give(index, lexical)
        self.view.setCurrentIndex(self.model.index(row, column))
        self.conversion.look_at(self.model.index(row, column))

    def _do(self, verb: str) -> None:
        selected, rows, here = self.view.selectedIndexes(), self.view.chosen_rows(), self.view.currentIndex()
        clipboard = QApplication.clipboard()
        if verb in ("copy", "cut"):
            clipboard.setText(self._verbs.copied(selected))
        if verb in ("clear", "cut"):
            self._verbs.clear(selected)
        elif verb == "paste":
            self._paste(here)
        elif verb == "fill":
            self._verbs.fill_down(selected)
        elif verb == "insert":
            self._verbs.insert(here)
        elif verb == "delete":
            self._verbs.delete(rows)
        elif verb == "duplicate":
            self._verbs.duplicate(rows)
        elif verb in ("up", "down"):
            self._verbs.move(rows, -1 if verb == "up" else 1)

    def _paste(self, here: QModelIndex) -> None:
        """At once when there is nothing to look at; else the panel above the grid asks."""
        if not self._controller.editable:
            return
        clipboard = QApplication.clipboard()
        at = (here.row(), here.column()) if here.isValid() else (len(self.model.rows), 0)
        planning = partial(self._verbs.plan, *at, clipboard.text())
        plan = planning(AS_IT_IS)
        if paste_findings(plan):
            self.paste_panel.ask(planning, capitals=in_capital_font(clipboard.mimeData()))
        elif not plan.paste.is_empty:
            self._verbs.take(plan)

    def _take(self, plan: BlockPlan) -> None:
        self._verbs.take(plan)
        self.view.setFocus()

    def _add(self) -> None:
        self.view.go_to(self.model.index(len(self.model.rows), 0))

    def _tool_bar(self) -> list[QPushButton]:
        verbs = [
            (self.tr("Thêm dòng"), "", ""),
            (self.tr("Chèn"), "insert", "Ctrl++"),
            (self.tr("Nhân đôi"), "duplicate", ""),
            (self.tr("Xóa"), "delete", "Ctrl+-"),
            (self.tr("Lên"), "up", "Alt+↑"),
            (self.tr("Xuống"), "down", "Alt+↓"),
            (self.tr("Dán"), "paste", "Ctrl+V"),
            (self.tr("Chép"), "copy", "Ctrl+C"),
            (self.tr("Điền xuống"), "fill", "Ctrl+D"),
        ]
        made = []
        for text, verb, keys in verbs:
            tip = f"{text} – {keys}" if keys else text
            pressed = partial(self._do, verb) if verb else self._add
            made.append(button(text, pressed, kind=Kind.LINK, tip=tip))
        return made

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
        for one in self.buttons:
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
        layout.addWidget(self.view)
        layout.addWidget(self.conversion)
        layout.addWidget(self.totals)
