"""The grid itself: a spreadsheet's keyboard over the table model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QHeaderView, QTableView

from cbc_desktop.engine.nodes import RowNode
from cbc_desktop.ui.kit.pages import page_around
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.tables.delegate import CellDelegate
from cbc_desktop.ui.tables.frozen import FrozenColumns
from cbc_desktop.ui.tables.model import Index, TableModel
from cbc_desktop.ui.theme.sizes import GRID

_LEAST_WIDTH, _MOST_WIDTH = 90, 320
_SHOWN_ROWS = 12
_PART_OF_PAGE = 0.6
_LEAST_HEIGHT = 240
_TALL, _WRAPPED = 10_000, Qt.TextFlag.TextWordWrap
_Step = QAbstractItemView.CursorAction
_STEPS: Mapping[int, QAbstractItemView.CursorAction] = {
    Qt.Key.Key_Up: _Step.MoveUp,
    Qt.Key.Key_Down: _Step.MoveDown,
    Qt.Key.Key_Left: _Step.MoveLeft,
    Qt.Key.Key_Right: _Step.MoveRight,
    Qt.Key.Key_PageUp: _Step.MovePageUp,
    Qt.Key.Key_PageDown: _Step.MovePageDown,
    Qt.Key.Key_Home: _Step.MoveHome,
    Qt.Key.Key_End: _Step.MoveEnd,
}
_Standard = QKeySequence.StandardKey


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
        self._fitted: set[int] = set()
        """Rows whose height is that of their text, at the present widths."""
        self.setModel(model)
        self.delegate = CellDelegate(look, model, self)
        self.setItemDelegate(self.delegate)
        self.delegate.moved.connect(self._step)
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
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value))
        header.setMinimumSectionSize(_LEAST_WIDTH // 2)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 2 * GRID)
        self._keys: Mapping[QKeySequence.StandardKey, str] = {
            _Standard.Copy: "copy",
            _Standard.Cut: "cut",
            _Standard.Paste: "paste",
        }
        self._letters: Mapping[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[], None]] = {
            (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Delete): lambda: self.asked.emit("clear"),
            (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Backspace): lambda: self.asked.emit("clear"),
            (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_D): lambda: self.asked.emit("fill"),
            (
                Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
                Qt.Key.Key_D,
            ): lambda: self.asked.emit("duplicate"),
            (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return): lambda: self.asked.emit("open"),
            (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Plus): lambda: self.asked.emit("insert"),
            (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Minus): lambda: self.asked.emit("delete"),
            (Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Up): lambda: self.asked.emit("up"),
            (Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Down): lambda: self.asked.emit("down"),
            (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Return): lambda: self._step(1, 0),
            (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Enter): lambda: self._step(1, 0),
            (Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Return): lambda: self._step(-1, 0),
            (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Tab): lambda: self._step(0, 1),
            (Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Backtab): lambda: self._step(0, -1),
            (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Tab): lambda: self.leave(),
            (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Escape): lambda: self.leave(),
        }
        self.frozen = FrozenColumns(look, self, model)
        self._start = QPersistentModelIndex()
        """Where a selection by keyboard begins."""
        self.selectionModel().currentChanged.connect(self._begin_selection)
        model.rowsInserted.connect(lambda *_: self.fit())
        model.rowsRemoved.connect(lambda *_: self.fit())
        model.modelReset.connect(self.fit)
        model.layoutChanged.connect(lambda *_: self.fit())
        model.dataChanged.connect(lambda first, last, *_: self._fit_again(first, last))
        self.verticalScrollBar().valueChanged.connect(self._fit_seen)
        self._widths_changed = QTimer(self, interval=0, singleShot=True)
        self._widths_changed.timeout.connect(self.fit)
        self._narrowest: list[int] = []
        """What every column needs, while all share the room and no person has chosen; else nothing."""
        self._sharing = False
        header.sectionResized.connect(self._resized)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        standard = next((verb for key, verb in self._keys.items() if event.matches(key)), None)
        if standard is not None:
            self.asked.emit(standard)
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if (
            event.key() == Qt.Key.Key_F2
            and self.currentIndex().isValid()
            and self._table.takes_file(self.currentIndex())
        ):
            self.asked.emit("attach")
            return
        if modifiers == Qt.KeyboardModifier.ShiftModifier and event.key() in _STEPS:
            self._extend(_STEPS[Qt.Key(event.key())])
            return
        special = self._letters.get((modifiers, Qt.Key(event.key())))
        if special is not None:
            special()
            return
        super().keyPressEvent(event)

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
        self._share_room()
        self.fit()
        self.frozen.place()

    def fit(self) -> None:
        """Rows as high as their text where they are seen, and the grid as high as its rows, up to a dozen."""
        self._fitted.clear()
        first = range(min(self._table.rowCount(), _SHOWN_ROWS))
        self._fit_rows(first)
        rows = min(sum(map(self.rowHeight, first)), self._room())
        wide = self.horizontalHeader().length() > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        self.setFixedHeight(self._header_height() + rows + bar + 2 * self.frameWidth())
        self._fit_seen()

    def _fit_seen(self) -> None:
        """Measuring a row costs as much as painting it: those that nobody has seen yet wait."""
        bottom = self.rowAt(self.viewport().height() - 1)
        self._fit_rows(range(max(self.rowAt(0), 0), (self._table.rowCount() if bottom < 0 else bottom + 1)))

    def _resized(self) -> None:
        """Heights follow once for all columns that change together."""
        self._widths_changed.start()
        if not self._sharing:
            self._narrowest = []
            self.horizontalHeader().setStretchLastSection(True)
            self.widths_chosen.emit()

    def _fit_rows(self, rows: Iterable[int]) -> None:
        for row in rows:
            if row not in self._fitted:
                self._fitted.add(row)
                self.resizeRowToContents(row)

    def _fit_again(self, first: QModelIndex, last: QModelIndex) -> None:
        """Texts have changed; the grid itself grows with its first rows."""
        if first.row() < _SHOWN_ROWS:
            self.fit()
            return
        self._fitted.difference_update(range(first.row(), last.row() + 1))
        self._fit_seen()

    def _room(self) -> int:
        """How high the rows may be so that header, rows and sums are seen together on the page."""
        page = page_around(self)
        return max(int(page.viewport().height() * _PART_OF_PAGE), _LEAST_HEIGHT) if page is not None else _TALL

    def show_widths(self, widths: list[int]) -> None:
        """Those that a person chose, or such that headings and the first rows are readable."""
        header, columns = self.horizontalHeader(), self._table.columnCount()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(len(widths) == columns)
        self._narrowest = [] if len(widths) == columns else [self._fitting(column) for column in range(columns)]
        self._set_widths(widths if len(widths) == columns else self._narrowest)
        self._share_room()
        self.fit()

    def _share_room(self) -> None:
        """What is left of the width goes to all columns alike, in proportion to what they need."""
        needed = sum(self._narrowest)
        room = max(self.viewport().width(), needed)
        if needed:
            upto = [sum(self._narrowest[:column]) * room // needed for column in range(len(self._narrowest) + 1)]
            self._set_widths([right - left for left, right in pairwise(upto)])

    def _set_widths(self, widths: list[int]) -> None:
        self._sharing = True
        for column, width in enumerate(widths):
            self.horizontalHeader().resizeSection(column, width)
        self._sharing = False

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

    def _fitting(self, column: int) -> int:
        texts = [str(self._table.index(row, column).data() or "") for row in range(min(len(self._table.rows), 30))]
        widest = max((self.fontMetrics().horizontalAdvance(text[:60]) for text in texts), default=0)
        words = self._table.heading(column).split()
        heading = max((self.fontMetrics().horizontalAdvance(word) for word in words), default=0) * 3 // 2
        return min(max(widest, heading, _LEAST_WIDTH), _MOST_WIDTH) + 2 * GRID

    def _header_height(self) -> int:
        header, metrics = self.horizontalHeader(), self.fontMetrics()
        heights = [
            metrics.boundingRect(
                0,
                0,
                max(self.columnWidth(column) - GRID, 1),
                10_000,
                Qt.TextFlag.TextWordWrap,
                self._table.heading(column),
            ).height()
            for column in range(self._table.columnCount())
        ]
        header.setFixedHeight(max(heights, default=metrics.lineSpacing()) * 23 // 20 + 2 * GRID)
        return header.height()

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
