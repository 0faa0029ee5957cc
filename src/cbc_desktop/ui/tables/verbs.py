"""What a person does with a table, as verbs of the desk: each is one edit, and one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QModelIndex

from cbc_desktop.base.message import Message
from cbc_desktop.base.old_encodings import recognise
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.engine.nodes import RowNode
from cbc_desktop.filling.block_landing import BlockPlan, PasteWishes, plan_paste
from cbc_desktop.filling.clipboard_block import format_block
from cbc_desktop.filling.pasting import lexical_of, paste
from cbc_desktop.filling.reading import as_read
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.tables.model import TableModel

PASTED = Message("Đã dán {rows} dòng – hoàn tác: Ctrl+Z.", "Pasted {rows} rows – Ctrl+Z undoes it.")
PASTED_PART = Message(
    "Đã dán {rows} dòng, bỏ qua {skipped} ô không nhập được – hoàn tác: Ctrl+Z.",
    "Pasted {rows} rows and left out {skipped} cells that take no answer – Ctrl+Z undoes it.",
)


class TableVerbs:
    """Leaves alone what cannot be edited: computed cells, fixed rows, a finalised dossier."""

    def __init__(self, controller: DossierController, table: TableModel) -> None:
        self._controller, self._table = controller, table

    def give(self, index: QModelIndex, lexical: str) -> None:
        """An answer in a cell; on the line for a new row it makes the row."""
        if not self._table.may_edit(index):
            return
        leaf = self._table.leaf(index)
        if leaf is not None:
            if leaf.lexical != lexical:
                self._answer({leaf.address: lexical})
        elif lexical:
            path = self._table.columns[index.column()].path
            self._perform(lambda: self._with_new_row(path, lexical))

    def clear(self, cells: Sequence[QModelIndex]) -> None:
        self._answer(dict.fromkeys(self._addresses(cells), ""))

    def fill_down(self, cells: Sequence[QModelIndex]) -> None:
        """The topmost cell of each column into those below it; of one cell, the cell above it."""
        answers: dict[Address, str] = {}
        for column, group in groupby(sorted(cells, key=lambda i: (i.column(), i.row())), key=lambda i: i.column()):
            column_cells = list(group)
            first = column_cells[0].row() - (len(column_cells) == 1)
            source = self._table.leaf(self._table.index(first, column)) if first >= 0 else None
            if source is not None:
                answers |= dict.fromkeys(self._addresses(column_cells), source.lexical)
        self._answer(answers)

    def copied(self, cells: Sequence[QModelIndex]) -> str:
        """As a spreadsheet takes it from the clipboard."""
        ordered = sorted(cells, key=lambda index: (index.row(), index.column()))
        rows = [list(group) for _, group in groupby(ordered, key=lambda index: index.row())]
        return format_block([[self._text(index) for index in row] for row in rows])

    def plan(self, row: int, column: int, text: str, wishes: PasteWishes) -> BlockPlan:
        """What a block would do whose upper left cell falls there."""
        return plan_paste(self._table.session, self._table.address, row, column, text, wishes)

    def take(self, plan: BlockPlan) -> None:
        """Pastes, and tells how to take it back."""
        dossier, form_id = self._controller.dossier, self._table.form_id
        if self._perform(lambda: paste(dossier, form_id, plan.paste)):
            self._controller.did.emit(_said(plan))

    def insert(self, at: QModelIndex) -> None:
        rows = self._table.rows
        before = rows[at.row()].id if at.isValid() and at.row() < len(rows) else None
        if self._table.free:
            self._perform(
                lambda: self._controller.dossier.add_rows(self._table.form_id, self._table.address, 1, before)
            )

    def delete(self, rows: Sequence[RowNode]) -> None:
        if self._table.free and rows:
            self._perform(lambda: self._controller.dossier.delete_rows(self._table.form_id, [row.id for row in rows]))

    def duplicate(self, rows: Sequence[RowNode]) -> None:
        if self._table.free and rows:
            self._perform(
                lambda: self._controller.dossier.duplicate_rows(self._table.form_id, [row.id for row in rows])
            )

    def move(self, rows: Sequence[RowNode], by: int) -> bool:
        """Rows that lie together, one place up (-1) or down (1): their neighbour goes to their other side."""
        if not self._table.free or not rows:
            return False
        places, shown = [row.index for row in rows], self._table.repeat.rows
        neighbour = places[0] - 1 if by < 0 else places[-1] + 1
        if not 0 <= neighbour < len(shown):
            return False
        other, place = shown[neighbour].id, places[-1] if by < 0 else places[0]
        self._perform(lambda: self._controller.dossier.move_row(self._table.form_id, other, place))
        return True

    def convert(self, cells: Sequence[QModelIndex]) -> None:
        """Texts in TCVN3 and VNI to Unicode; the others stay."""
        leaves = [leaf for leaf in map(self._table.leaf, filter(self._table.may_edit, cells)) if leaf is not None]
        found = {leaf.address: recognise(leaf.lexical) for leaf in leaves}
        self._answer({address: old.text for address, old in found.items() if old is not None})

    def attach(self, index: QModelIndex, path: Path) -> None:
        """A copy of the file into the cell; on the line for a new row it makes the row."""
        dossier, form_id, leaf = self._controller.dossier, self._table.form_id, self._table.leaf(index)
        if leaf is not None:
            address = leaf.address
            self._perform(lambda: dossier.attach(form_id, address, path))
        else:
            column = self._table.columns[index.column()].path
            self._perform(lambda: self._with_file_in_new_row(column, path))

    def _with_file_in_new_row(self, column: str, path: Path) -> ChangeSet:
        dossier, form_id = self._controller.dossier, self._table.form_id
        with dossier.together(form_id):
            changes = dossier.add_rows(form_id, self._table.address, 1)
            return changes | dossier.attach(form_id, Address(changes.rows_added[0], column), path)

    def _with_new_row(self, path: str, lexical: str) -> ChangeSet:
        """A choice may have been typed by its label, where only the row itself knows what it offers."""
        dossier, form_id = self._controller.dossier, self._table.form_id
        with dossier.together(form_id):
            changes = dossier.add_rows(form_id, self._table.address, 1)
            leaf = self._table.session.tree.leaf(Address(changes.rows_added[0], path))
            meant = lexical_of(self._table.session, leaf, lexical) if leaf.definition.choices else lexical
            return changes | dossier.answer(form_id, leaf.address, meant)

    def _answer(self, answers: dict[Address, str]) -> None:
        if answers:
            self._perform(lambda: self._controller.dossier.answer_all(self._table.form_id, answers))

    def _perform(self, verb: Callable[[], ChangeSet]) -> ChangeSet:
        return self._controller.perform(self._table.form_id, verb)

    def _addresses(self, cells: Sequence[QModelIndex]) -> list[Address]:
        leaves = (self._table.leaf(index) for index in cells if self._table.may_edit(index))
        return [leaf.address for leaf in leaves if leaf is not None]

    def _text(self, index: QModelIndex) -> str:
        leaf = self._table.leaf(index)
        return as_read(self._table.session, leaf) if leaf is not None else ""


def _said(plan: BlockPlan) -> Message:
    return (PASTED_PART if plan.no_place else PASTED).filled(rows=plan.row_count, skipped=len(plan.no_place))
