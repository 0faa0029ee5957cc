"""Scrolling through the grid of 1,000 rows, step by step, against a bare table view over a list of lists."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView
from tests.bench.large_plan import EXPENSES, PLAN
from tests.bench.material import Material
from tests.bench.measuring import Comparison, compared
from tests.bench.offscreen import settle, show, shown_dossier

from cbc_desktop.ui.tables.card import TableCard

STEPS = 100
_NOWHERE = QModelIndex()


class ListModel(QAbstractTableModel):
    """Texts, and nothing else."""

    def __init__(self, rows: list[list[str]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:  # noqa: N802
        return len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:  # noqa: N802
        return len(self._rows[0])

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


def comparison(material: Material) -> Comparison:
    view = shown_dossier(material, material.large_plan)
    view.show_question(PLAN, EXPENSES)
    settle()
    grid = next(card.view for card in view.findChildren(TableCard) if card.model.address == EXPENSES)
    model = grid.model()
    cells = [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    bare = QTableView()
    bare.setModel(ListModel(cells))
    show(bare)
    bare.resize(grid.size())
    measured = compared(
        "scroll 1,000 rows",
        "step",
        "a bare QTableView over a list",
        lambda: _scrolled(grid),
        lambda: _scrolled(bare),
        ours_units=STEPS,
        least_units=STEPS,
    )
    for window in (view, bare):
        window.close()
    return measured


def _scrolled(view: QTableView) -> None:
    bar = view.verticalScrollBar()
    for step in range(STEPS):
        bar.setValue(bar.maximum() * step // STEPS)
        view.viewport().repaint()
