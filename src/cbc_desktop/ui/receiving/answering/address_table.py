"""Agencies that are missing, with their e-mail addresses, which are typed and pasted as into a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyleOptionViewItem, QWidget

from cbc_desktop.receiving.reception.reminding import Reminder
from cbc_desktop.ui.kit.agency_name import name_cell
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.kit.record_model import Cell
from cbc_desktop.ui.kit.record_table import RecordTable
from cbc_desktop.ui.kit.stepping_delegate import SteppingDelegate
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.tables.keys import step_of, verb_of

Index = QModelIndex | QPersistentModelIndex
_ADDRESS_COLUMN, _WIDTH = 1, 30
_Trigger = QAbstractItemView.EditTrigger


class AddressTable(RecordTable[Reminder]):
    """``keep`` says whether what a person typed for one is kept: where it is not, the keyboard stays there."""

    pasted = Signal(str)
    """What is on the clipboard, for the agencies from the present one on."""

    def __init__(self, look: Look, keep: Callable[[Reminder, str], bool]) -> None:
        columns = ((self.tr("Cơ quan chưa gửi"), 0), (self.tr("Địa chỉ thư"), _WIDTH))
        super().__init__(look, self.tr("Các cơ quan chưa gửi"), columns, _cells, typed_into=(_ADDRESS_COLUMN,))
        self._keep, self._kept = keep, True
        self.setEditTriggers(_Trigger.AnyKeyPressed | _Trigger.EditKeyPressed | _Trigger.DoubleClicked)
        self.setAccessibleDescription(self.tr("F2 sửa địa chỉ, Enter xuống dòng dưới, Ctrl+V dán địa chỉ."))
        delegate = _AddressDelegate(self)
        delegate.given.connect(self._give)
        delegate.moved.connect(self._go_on)
        self.setItemDelegate(delegate)

    @property
    def below(self) -> list[Reminder]:
        """From the present one on."""
        return list(self.records.records[max(self.currentIndex().row(), 0) :])

    def edit(self, index: Index, trigger: _Trigger, event: QEvent) -> bool:  # type: ignore[override]
        """The address, wherever on its line the keyboard or the mouse is."""
        return super().edit(index.sibling(index.row(), _ADDRESS_COLUMN), trigger, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """As in a grid; any letter begins to type an address."""
        verb, step = verb_of(event), step_of(event)
        if verb == "paste":
            self.pasted.emit(QApplication.clipboard().text())
        elif verb == "clear" and self.record is not None:
            self._keep(self.record, "")
        elif step is not None:
            self._step(*step)
        else:
            super().keyPressEvent(event)

    def _give(self, row: int, text: str) -> None:
        self._kept = self._keep(self.records.records[row], text)

    def _go_on(self, down: int, right: int) -> None:
        if self._kept:
            self._step(down, right)

    def _step(self, down: int, right: int) -> None:
        row = self.currentIndex().row() + down
        if right:
            self.focusNextPrevChild(right > 0)
        elif 0 <= row < len(self.records.records):
            self.selectRow(row)
            self.scrollTo(self.currentIndex())


class _AddressDelegate(SteppingDelegate):
    given = Signal(int, str)
    """For which line, and what a person typed."""

    def __init__(self, table: AddressTable) -> None:
        super().__init__(table)
        self._table = table

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        line = LineEdit(parent)
        line.setFrame(False)
        agency = self._table.records.records[index.row()].agency
        line.setAccessibleName(self.tr("Địa chỉ thư của {agency}").format(agency=agency.name_vi))
        line.left.connect(partial(self._take, line))
        return line

    def _take(self, line: LineEdit) -> None:
        """Before a button does anything; where the keyboard has gone elsewhere, Qt has taken what was typed."""
        if line.hasFocus():
            self.commitData.emit(line)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Over the whole cell: what its padding leaves is too low for the letters of a line with a frame."""
        editor.setGeometry(option.rect)

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        assert isinstance(editor, LineEdit)
        editor.setText(self._table.records.records[index.row()].address)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        assert isinstance(editor, LineEdit)
        self.given.emit(index.row(), editor.text())


def _cells(one: Reminder) -> tuple[Cell, ...]:
    return name_cell(one.agency.name_vi), Cell(one.address or "–")
