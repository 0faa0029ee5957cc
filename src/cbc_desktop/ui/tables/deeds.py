"""Does what a person asks in a grid: the verb, and where the keyboard stands afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject
from PySide6.QtWidgets import QApplication, QFileDialog

from cbc_desktop.filling.block_landing import AS_IT_IS, BlockPlan
from cbc_desktop.filling.paste_checks import paste_findings
from cbc_desktop.ui.dossier.attachments import open_attachment
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.clipboard import in_capital_font
from cbc_desktop.ui.tables.model import TableModel
from cbc_desktop.ui.tables.paste_panel import PastePanel
from cbc_desktop.ui.tables.verbs import TableVerbs
from cbc_desktop.ui.tables.view import TableView


class GridDeeds(QObject):
    """Reads the selection of the view, calls the verbs, and sets the selection where the person expects it."""

    def __init__(self, controller: DossierController, view: TableView, panel: PastePanel, table: TableModel) -> None:
        super().__init__(view)
        self._controller, self._view, self._panel, self._table = controller, view, panel, table
        self._verbs = TableVerbs(controller, table)
        self._deeds: Mapping[str, Callable[[], None]] = {
            "add": lambda: view.go_to(table.index(len(table.rows), table.first_typed)),
            "copy": self._copy,
            "cut": self._cut,
            "paste": self._paste,
            "clear": lambda: self._verbs.clear(view.selectedIndexes()),
            "fill": lambda: self._verbs.fill_down(view.selectedIndexes()),
            "convert": lambda: self._verbs.convert(view.selectedIndexes()),
            "insert": lambda: self._verbs.insert(view.currentIndex()),
            "delete": lambda: self._verbs.delete(view.chosen_rows()),
            "duplicate": lambda: self._verbs.duplicate(view.chosen_rows()),
            "up": partial(self._move, -1),
            "down": partial(self._move, 1),
            "attach": self._attach,
            "open": self._open,
            "leave": view.leave,
        }
        panel.taken.connect(self._take)
        panel.dropped.connect(view.setFocus)

    def do(self, verb: str) -> None:
        self._deeds[verb]()

    def give(self, index: QModelIndex, lexical: str) -> None:
        """A new row pushes the line for new rows down, and Qt's current cell with it; the person stays in the row."""
        row, column = index.row(), index.column()
        self._verbs.give(index, lexical)
        self._view.setCurrentIndex(self._table.index(row, column))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._verbs.copied(self._view.selectedIndexes()))

    def _cut(self) -> None:
        self._copy()
        self._verbs.clear(self._view.selectedIndexes())

    def _paste(self) -> None:
        """At once when there is nothing to look at; else the panel above the grid asks."""
        if not self._controller.editable:
            return
        clipboard, here = QApplication.clipboard(), self._view.first_selected()
        at = (here.row(), here.column()) if here.isValid() else (len(self._table.rows), 0)
        planning = partial(self._verbs.plan, *at, clipboard.text())
        plan = planning(AS_IT_IS)
        if paste_findings(plan):
            self._panel.ask(planning, capitals=in_capital_font(clipboard.mimeData()))
        elif not plan.paste.is_empty:
            self._verbs.take(plan)

    def _take(self, plan: BlockPlan) -> None:
        self._verbs.take(plan)
        self._view.setFocus()

    def _move(self, by: int) -> None:
        """The selection goes along with the rows, so that the keys can be pressed again."""
        rows, columns = self._view.chosen_rows(), [index.column() for index in self._view.selectedIndexes()]
        here, marked = self._view.currentIndex(), (min(columns, default=0), max(columns, default=0))
        if not rows or not self._verbs.move(rows, by):
            return
        first = self._table.rows.index(rows[0])
        corner = self._table.index(first, marked[0]), self._table.index(first + len(rows) - 1, marked[1])
        self._view.go_to(self._table.index(here.row() + by, here.column()))
        self._view.selectionModel().select(QItemSelection(*corner), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _attach(self) -> None:
        here = self._view.currentIndex()
        if not here.isValid() or not self._table.takes_file(here) or not self._table.may_edit(here):
            return
        chosen, _ = QFileDialog.getOpenFileName(self._view, self.tr("Chọn tệp đính kèm"), str(Path.home()))
        if chosen:
            row, column = here.row(), here.column()
            self._verbs.attach(here, Path(chosen))
            self._view.setCurrentIndex(self._table.index(row, column))

    def _open(self) -> None:
        here = self._view.currentIndex()
        leaf = self._table.leaf(here) if here.isValid() and self._table.takes_file(here) else None
        if leaf is not None and leaf.lexical:
            open_attachment(self._controller, leaf.lexical)
