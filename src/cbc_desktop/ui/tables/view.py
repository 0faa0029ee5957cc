"""The grid itself: a spreadsheet's keyboard over the table model."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QTableView

from cbc_desktop.engine.nodes import RowNode
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.tables.delegate import CellDelegate
from cbc_desktop.ui.tables.frozen import FrozenColumns
from cbc_desktop.ui.tables.keys import extension_of, step_of, verb_of
from cbc_desktop.ui.tables.measures import Measures
from cbc_desktop.ui.tables.model import Index, TableModel


class TableView(QTableView):
    """Says what a person asks for; the card does it."""

    asked = Signal(str)
    """A verb of ``actions.py``."""
    menu_wanted = Signal(QPoint)
    """Where on the screen."""
    widths_chosen = Signal()
    """A person made a column wider or narrower."""

    def __init__(self, look: Look, model: TableModel) -> None:
        super().__init__()
        self._table = model
        self.setModel(model)
        self.delegate = CellDelegate(look, model, self)
        self.setItemDelegate(self.delegate)
        self.delegate.moved.connect(self._step)
        self._start = QPersistentModelIndex()
        """Where a selection by keyboard begins."""
        self.selectionModel().currentChanged.connect(self._begin_selection)
        self._set_up()
        self._measures = Measures(self, model)
        self._measures.widths_chosen.connect(self.widths_chosen)
        self.frozen = FrozenColumns(look, self, model)

    def _set_up(self) -> None:
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        wrapped = Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | wrapped)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys of a spreadsheet first; what is none of them begins to edit the cell, as Qt has it."""
        verb, step, extension = verb_of(event), step_of(event), extension_of(event)
        if event.key() == Qt.Key.Key_F2 and self._at_a_file():
            self.asked.emit("attach")
        elif verb == "leave":
            self.leave()
        elif verb is not None:
            self.asked.emit(verb)
        elif extension is not None:
            self._extend(extension)
        elif step is not None:
            self._step(*step)
        else:
            super().keyPressEvent(event)

    def _at_a_file(self) -> bool:
        return self.currentIndex().isValid() and self._table.takes_file(self.currentIndex())

    def _extend(self, step: QAbstractItemView.CursorAction) -> None:
        """Shift and an arrow; Qt would begin where mouse or arrows were last, not where the keyboard stands now."""
        target = self.moveCursor(step, Qt.KeyboardModifier.ShiftModifier)
        start = self._table.index(self._start.row(), self._start.column())
        if not target.isValid() or not start.isValid():
            return
        self.selectionModel().setCurrentIndex(target, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._start = QPersistentModelIndex(start)
        rows, columns = sorted((start.row(), target.row())), sorted((start.column(), target.column()))
        corners = self._table.index(rows[0], columns[0]), self._table.index(rows[1], columns[1])
        self.selectionModel().select(QItemSelection(*corners), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _begin_selection(self, current: QModelIndex) -> None:
        """Not while the mouse draws a selection, or Shift and a click make it larger."""
        shift = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        if not shift and self.state() is not QAbstractItemView.State.DragSelectingState:
            self._start = QPersistentModelIndex(current)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A cell with a file opens it, an empty one asks for a file."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._table.takes_file(index):
            self.asked.emit("open" if index.data(Qt.ItemDataRole.EditRole) else "attach")
        else:
            super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """By mouse where it points, by the menu key at the present cell."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(event.globalPos())
        else:
            cell = self.visualRect(self.currentIndex())
            self.menu_wanted.emit(self.viewport().mapToGlobal(cell.bottomLeft()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._measures.share_room()
        self._measures.fit()
        self.frozen.place()

    def fit(self) -> None:
        """Heights anew, where the page around has changed."""
        self._measures.fit()

    def show_widths(self, widths: list[int]) -> None:
        """Those that a person chose; none: as the texts ask for, sharing the room."""
        self._measures.show_widths(widths)

    def widths(self) -> list[int]:
        return [self.columnWidth(column) for column in range(self._table.columnCount())]

    def first_selected(self) -> QModelIndex:
        """The upper left cell of what is selected, on which a block falls; else the present one."""
        return min(self.selectedIndexes(), key=lambda i: (i.row(), i.column()), default=self.currentIndex())

    def chosen_rows(self) -> list[RowNode]:
        """The rows in which something is selected, from top to bottom."""
        places = sorted({index.row() for index in self.selectedIndexes()})
        return [self._table.rows[place] for place in places if place < len(self._table.rows)]

    def name(self, title: str) -> None:
        """For screen readers: the grid, its headers, and the corner that selects everything."""
        self.frozen.name(title)
        corner = self.findChild(QAbstractButton)
        for part in (self, self.horizontalHeader(), self.verticalHeader(), *([corner] if corner else [])):
            part.setAccessibleName(title)
        self.setAccessibleDescription(self.tr("Tab sang ô bên, Enter xuống ô dưới, F2 sửa ô, Esc ra khỏi bảng."))

    def scrollTo(  # noqa: N802
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """No cell that is gone to lies under the frozen columns."""
        bar, column = self.horizontalScrollBar(), index.column()
        if column in self.frozen.columns:
            bar.setValue(0)
        super().scrollTo(index, hint)
        bar.setValue(bar.value() - max(self.frozen.width_over_grid - self.columnViewportPosition(column), 0))

    def go_to(self, index: QModelIndex) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(index)
        self._start = QPersistentModelIndex(index)
        self.scrollTo(index)

    def _step(self, down: int, right: int) -> None:
        """To the next cell; behind the last column comes the next row, and behind the last row nothing."""
        here, columns = self.currentIndex(), self._table.columnCount()
        place = here.row() * columns + here.column() + down * columns + right
        if 0 <= place < self._table.rowCount() * columns:
            self.go_to(self._table.index(*divmod(place, columns)))
        else:
            self.leave()

    def give_typed(self) -> None:
        """What is being typed in a cell is given, as when the cell is left; else a reset of the model would drop it."""
        typing = QApplication.focusWidget()
        if typing is not None and self.isAncestorOf(typing):
            self.setFocus()

    def leave(self) -> None:
        self.focusNextChild()
