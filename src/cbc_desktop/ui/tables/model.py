"""A repeat as a table for Qt: a view of the engine's rows, without a copy of any value.

The last line is an empty one that becomes a row when something is given there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from cbc_desktop.documents.typed_text import in_words
from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.engine.choice_list import LiveChoice
from cbc_desktop.engine.nodes import LeafNode, RepeatNode, RowNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.violations import Condition
from cbc_desktop.filling.reading import as_read
from cbc_desktop.filling.review import message_of
from cbc_desktop.filling.table_columns import table_columns
from cbc_desktop.forms.definition import Control, DataType, LeafDef
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.marks import Mark
from cbc_desktop.ui.kit.tips import plain_tip
from cbc_desktop.ui.look import Look

Index = QModelIndex | QPersistentModelIndex
MARK = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a cell's ``Mark`` is found, None where all is well."""
_NUMBERS = frozenset({DataType.INT, DataType.DECIMAL})
_LONG = 100
"""Letters of a text that may be more than its cell shows."""
_NOWHERE = QModelIndex()
_CELLS_ONE_BY_ONE = 50
"""When more cells have changed, the stretch that holds them is drawn anew."""


class TableModel(QAbstractTableModel):
    """``columns`` are the questions of a row; ``rows`` those that are relevant now."""

    def __init__(
        self, look: Look, controller: DossierController, form_id: str, address: Address, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.form_id, self.address = form_id, address
        self._look, self._controller = look, controller
        self.columns = table_columns(self.repeat.definition)
        self._column_of = {column.path: number for number, column in enumerate(self.columns)}
        self.rows: list[RowNode] = self._present_rows()
        self._place_of: dict[RowId, int] = {}
        self._number_rows()
        self._roles: Mapping[int, Callable[[LeafNode], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda leaf: as_read(self.session, leaf) if leaf.relevant else "",
            Qt.ItemDataRole.EditRole: lambda leaf: leaf.lexical,
            Qt.ItemDataRole.TextAlignmentRole: self._alignment,
            Qt.ItemDataRole.BackgroundRole: self._ground,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleTextRole: self._said,
            MARK: self._mark,
        }

    # --- what the engine has ---------------------------------------------------------------------------------------

    @property
    def session(self) -> FormSession:
        return self._controller.dossier.form(self.form_id).session

    @property
    def repeat(self) -> RepeatNode:
        return self.session.tree.repeat(self.address)

    @property
    def editable(self) -> bool:
        """Whether answers can be changed, in a table of fixed rows too."""
        return self._controller.editable

    @property
    def free(self) -> bool:
        """Whether a person may add and take away rows."""
        return self._controller.editable and not self.repeat.definition.fixed

    def leaf(self, index: Index) -> LeafNode | None:
        """The cell's leaf; None on the line for a new row."""
        if index.row() >= len(self.rows):
            return None
        return self.leaf_at(self.rows[index.row()], self.columns[index.column()])

    def leaf_at(self, row: RowNode, column: LeafDef) -> LeafNode:
        leaf = row.within[column.path]
        assert isinstance(leaf, LeafNode)
        return leaf

    def may_edit(self, index: Index) -> bool:
        if not self._controller.editable or not self.columns[index.column()].takes_answers:
            return False
        leaf = self.leaf(index)
        return self.free if leaf is None else leaf.relevant and not leaf.readonly

    def takes_file(self, index: Index) -> bool:
        return self.columns[index.column()].control is Control.UPLOAD

    def choices(self, column: LeafDef, leaf: LeafNode | None) -> tuple[LiveChoice, ...]:
        """What a cell offers; on the line for a new row, what the last row offers, or nothing while there is none."""
        if leaf is None:
            leaf = self.leaf_at(self.rows[-1], column) if self.rows else None
        return self.session.choices(leaf) if leaf is not None else ()

    @property
    def first_typed(self) -> int:
        """The first column that a person can type into."""
        typed = (place for place, one in enumerate(self.columns) if one.takes_answers)
        return next((place for place in typed if self.columns[place].control is not Control.UPLOAD), 0)

    def index_of(self, address: Address) -> QModelIndex:
        """The cell at an address; of a row, the first to type into; no index when it is not in this table."""
        place = self._place_of.get(address.row)
        if place is None:
            return QModelIndex()
        return self.index(place, self._column_of.get(address.path, self.first_typed))

    # --- what Qt asks ----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows) + self.free

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        answer = self._roles.get(role)
        if answer is None:
            return None
        leaf = self.leaf(index)
        return answer(leaf) if leaf is not None else self._of_new_line(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        typed_into = self.may_edit(index) and not self.takes_file(index)
        return flags | Qt.ItemFlag.ItemIsEditable if typed_into else flags

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            if orientation is Qt.Orientation.Vertical:
                return "+" if section >= len(self.rows) else str(section + 1)
            return self.heading(section)
        if role == Qt.ItemDataRole.ToolTipRole and orientation is Qt.Orientation.Horizontal:
            return self._hint(section)
        return None

    def heading(self, number: int) -> str:
        """Label, unit, and an asterisk where an answer is always required."""
        column = self.columns[number]
        label = self.session.text(column.label, self._somewhere()) or column.name
        unit = column.bind.own.unit
        text = f"{label} ({self._look.text(unit)})" if unit else label
        return f"{text} *" if column.bind.required is not None and column.takes_answers else text

    # --- following -------------------------------------------------------------------------------------------------

    def follow(self, form_id: str, changes: ChangeSet) -> None:
        """Tells the views what a change set means here, and nothing more."""
        if form_id != self.form_id:
            return
        if changes.rows_added or changes.rows_removed or changes.rows_moved or self._relevance_of_rows(changes):
            self._follow_rows()
        self._tell_cells(changes.values | changes.relevance | changes.properties | changes.violations)

    def concerns(self, changes: ChangeSet) -> bool:
        """Whether rows or values of this table are others than before, or the table itself may be."""
        rows_changed = bool(changes.rows_added or changes.rows_removed or changes.relevance)
        return rows_changed or any(address.path in self._column_of for address in changes.values)

    def _tell_cells(self, touched: frozenset[Address]) -> None:
        cells = [
            self.index(self._place_of[address.row], self._column_of[address.path])
            for address in touched
            if address.path in self._column_of and address.row in self._place_of
        ]
        if len(cells) <= _CELLS_ONE_BY_ONE:
            for cell in cells:
                self.dataChanged.emit(cell, cell)
        else:
            places = [cell.row() for cell in cells]
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), len(self.columns) - 1))

    def refresh(self) -> None:
        """Everything may be different."""
        self.beginResetModel()
        self.rows = self._present_rows()
        self._number_rows()
        self.endResetModel()

    def _follow_rows(self) -> None:
        """Rows that come and go leave the view in its place; another order is laid out anew."""
        new = self._present_rows()
        there, were = set(new), set(self.rows)
        if [row for row in self.rows if row in there] != [row for row in new if row in were]:
            self.layoutAboutToBeChanged.emit()
            self.rows = new
            self._number_rows()
            self.layoutChanged.emit()
            return
        for first, last in reversed(_runs(place for place, row in enumerate(self.rows) if row not in there)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self.rows[first : last + 1]
            self._number_rows()
            self.endRemoveRows()
        for first, last in _runs(place for place, row in enumerate(new) if row not in were):
            self.beginInsertRows(QModelIndex(), first, last)
            self.rows[first:first] = new[first : last + 1]
            self._number_rows()
            self.endInsertRows()

    def _relevance_of_rows(self, changes: ChangeSet) -> bool:
        return any(address.path == self.address.path for address in changes.relevance)

    def _present_rows(self) -> list[RowNode]:
        return [row for row in self.repeat.rows if row.relevant]

    def _number_rows(self) -> None:
        self._place_of = {row.id: place for place, row in enumerate(self.rows)}

    # --- one cell --------------------------------------------------------------------------------------------------

    def problem_text(self, leaf: LeafNode) -> str:
        """What is wrong or warned of, in words; "" where nothing is."""
        return "\n".join(self._look.text(message_of(self.session, leaf, one)) for one in leaf.problems)

    def _tip(self, leaf: LeafNode) -> str:
        """What is wrong, the amount in words where the form asks for it, and a text that may not fit its cell."""
        words = in_words(leaf.lexical, leaf.definition) if leaf.definition.bind.own.words else ""
        long = as_read(self.session, leaf) if len(leaf.lexical) > _LONG else ""
        return plain_tip("\n".join(part for part in (self.problem_text(leaf), words, long) if part))

    def _alignment(self, leaf: LeafNode) -> int:
        right = leaf.definition.bind.type in _NUMBERS and not leaf.definition.choices
        across = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return int(across | Qt.AlignmentFlag.AlignVCenter)

    def _ground(self, leaf: LeafNode) -> QColor | None:
        colours, mark = self._look.colours, self._mark(leaf)
        grounds = {
            Mark.PROBLEM: colours.error_soft,
            Mark.WARNING: colours.warning_soft,
            Mark.COMPUTED: colours.sunken,
            Mark.READ_ONLY: colours.sunken,
            Mark.HIDDEN: colours.window,
        }
        return QColor(grounds[mark]) if mark in grounds else None

    def _mark(self, leaf: LeafNode) -> Mark | None:
        if not leaf.relevant:
            return Mark.HIDDEN
        conditions = {problem.condition for problem in leaf.problems}
        if any(one.blocks and one is not Condition.REQUIRED for one in conditions):
            return Mark.PROBLEM
        if any(not one.blocks for one in conditions):
            return Mark.WARNING
        if not leaf.definition.takes_answers:
            return Mark.COMPUTED
        return Mark.READ_ONLY if leaf.readonly else Mark.UNANSWERED if conditions else None

    def _said(self, leaf: LeafNode) -> str:
        assert leaf.row is not None
        heading = self.heading(self._column_of[leaf.path])
        place = self.tr("dòng {number}").format(number=self._place_of[leaf.row.id] + 1)
        value = as_read(self.session, leaf) or self.tr("trống")
        return ", ".join(part for part in (heading, place, value, self.problem_text(leaf)) if part)

    def _of_new_line(self, index: Index, role: int) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{column}, dòng mới, trống").format(column=self.heading(index.column()))
        if role == Qt.ItemDataRole.DisplayRole and index.column() == self.first_typed and not self.rows:
            return self.tr("Gõ vào đây, hoặc dán từ Excel (Ctrl+V)")
        return None

    def _hint(self, section: int) -> str:
        column = self.columns[section]
        hint = self.session.text(column.hint, self._somewhere()) if column.hint else ""
        return "\n".join(part for part in (self.heading(section), hint) if part)

    def _somewhere(self) -> RowNode | RepeatNode:
        """Where the labels of columns are evaluated: at the first row, or at the repeat."""
        return self.rows[0] if self.rows else self.repeat


def _runs(places: Iterable[int]) -> list[tuple[int, int]]:
    """Ascending places as stretches without a gap, each with its first and last."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and place == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
