"""Editors of cells: text, lists of choices, and check lists; and how a cell with a problem is marked."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from cbc_desktop.documents.typed_text import shown, typed
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.forms.definition import Control, LeafDef
from cbc_desktop.ui.kit.choice_box import ChoiceBox
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.kit.marks import Mark, draw_mark
from cbc_desktop.ui.kit.stepping_delegate import SteppingDelegate
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.tables.check_list import CheckList
from cbc_desktop.ui.tables.model import MARK, TableModel
from cbc_desktop.ui.theme.sizes import GRID

Index = QModelIndex | QPersistentModelIndex
_MARKED = frozenset({Mark.PROBLEM, Mark.WARNING, Mark.UNANSWERED})
_MARK_SIZE = 10
_MOST_LINES = 4


class CellDelegate(SteppingDelegate):
    """``given`` is what a person gave in a cell, in its lexical form."""

    given = Signal(QModelIndex, str)

    def __init__(self, look: Look, table: TableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._table = look, table

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        question, leaf = self._table.columns[index.column()], self._table.leaf(index)
        editor = self._editor(parent, question, leaf)
        editor.setAccessibleName(self._table.heading(index.column()))
        return editor

    def _editor(self, parent: QWidget, question: LeafDef, leaf: LeafNode | None) -> QWidget:
        choices = [(choice.value, choice.label) for choice in self._table.choices(question, leaf)]
        if choices and question.control is Control.SELECT_ONE:
            box = ChoiceBox(parent)
            box.offer(choices, self.tr("– chưa chọn –"))
            return box
        if choices and question.control is Control.SELECT_MULTIPLE:
            return CheckList(choices, parent)
        line = LineEdit(parent)
        line.setFrame(False)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        leaf = self._table.leaf(index)
        lexical = leaf.lexical if leaf is not None else ""
        if isinstance(editor, ChoiceBox):
            editor.choose(lexical)
        elif isinstance(editor, CheckList):
            editor.check(lexical)
        elif isinstance(editor, LineEdit):
            editor.setText(shown(lexical, self._table.columns[index.column()]))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        self.given.emit(self._table.index(index.row(), index.column()), self._given(editor, index))

    def _given(self, editor: QWidget, index: Index) -> str:
        if isinstance(editor, ChoiceBox):
            return editor.value()
        if isinstance(editor, CheckList):
            return editor.checked()
        assert isinstance(editor, LineEdit)
        return typed(editor.text(), self._table.columns[index.column()]).strip()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """A cell that waits for a file says so; nothing is typed there. One under the mouse does not look chosen."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_MouseOver
        if self._table.takes_file(index) and self._table.may_edit(index) and not index.data():
            option.text = self.tr("Chọn tệp (F2)")
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
            option.palette.setColor(QPalette.ColorRole.Text, QColor(self._look.colours.muted))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """A long text does not push the other rows out of sight; its tooltip has all of it."""
        size = super().sizeHint(option, index)
        most = _MOST_LINES * option.fontMetrics.lineSpacing() + GRID
        return QSize(size.width(), min(size.height() + GRID, most))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        mark: Any = index.data(MARK)
        if mark in _MARKED:
            rect, figure = (
                option.rect,
                index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight.value,
            )
            left = rect.left() + 1 if figure else rect.right() - _MARK_SIZE - 1  # beside what stands in the cell
            place = QRectF(left, rect.top() + 1, _MARK_SIZE, _MARK_SIZE)
            draw_mark(painter, place, mark, self._look.colours)
