"""The sums of a table's columns that the form wants summed (``cbc:total``), in a line that stands below the grid."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from cbc_desktop.documents.typed_text import in_words
from cbc_desktop.documents.vietnamese import number_text
from cbc_desktop.engine.codecs import fits
from cbc_desktop.forms.definition import LeafDef
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.tables.model import TableModel
from cbc_desktop.ui.theme.sizes import GRID, HALF


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of one column, as it is shown; ``words`` where the form asks for them, else ""."""

    column: int
    heading: str
    amount: str
    words: str


def totals(table: TableModel) -> list[Total]:
    """Cells that hold no number are left out, as on paper."""
    if not table.rows:
        return []
    return [_total(table, number, column) for number, column in enumerate(table.columns) if column.bind.own.total]


def _total(table: TableModel, number: int, column: LeafDef) -> Total:
    value = _sum(table, column)
    words = in_words(str(value), column) if column.bind.own.words and value else ""
    return Total(number, table.heading(number).removesuffix(" *"), number_text(value), words)


def _sum(table: TableModel, column: LeafDef) -> Decimal:
    leaves = (table.leaf_at(row, column) for row in table.rows)
    texts = (leaf.lexical for leaf in leaves if leaf.relevant and leaf.lexical)
    return sum((Decimal(text) for text in texts if fits(text, column.bind.type)), Decimal(0))


class TotalsLine(QWidget):
    """Each sum under its column, however the grid is scrolled; hidden where nothing is summed."""

    def __init__(self, look: Look, view: QTableView) -> None:
        super().__init__()
        self._look, self._view = look, view
        self._sums: list[Total] = []
        view.horizontalHeader().sectionResized.connect(self._paint_anew)
        view.horizontalScrollBar().valueChanged.connect(self._paint_anew)

    def show_totals(self, sums: list[Total]) -> None:
        self._sums = sums
        self.setFixedHeight(self.fontMetrics().lineSpacing() + 2 * HALF)
        self.setAccessibleName(self.text())
        self.setToolTip(self.text())
        self.setVisible(bool(sums))
        self.update()

    def text(self) -> str:
        said = "; ".join(f"{total.heading}: {total.amount}" for total in self._sums)
        return self.tr("Tổng cộng: {sums}").format(sums=said)

    def _paint_anew(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter, colours = QPainter(self), self._look.colours
        painter.fillRect(self.rect(), QColor(colours.sunken))
        painter.setPen(QColor(colours.text))
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        left = self._view.viewport().x()
        painter.setClipRect(QRect(left, 0, self._view.viewport().width(), self.height()))
        for total in self._sums:
            painter.drawText(self._place(total.column), _RIGHT, total.amount)
        self._paint_heading(painter)

    def _paint_heading(self, painter: QPainter) -> None:
        """Over what is scrolled to the left of it."""
        words = self.tr("Tổng cộng")
        place = QRect(0, 0, painter.fontMetrics().horizontalAdvance(words) + 2 * GRID, self.height())
        painter.setClipping(False)
        painter.fillRect(place, QColor(self._look.colours.sunken))
        painter.drawText(place.adjusted(GRID, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)

    def _place(self, column: int) -> QRect:
        """Under the column, its right edge where the numbers of the cells end."""
        left = self._view.viewport().x() + self._view.columnViewportPosition(column)
        return QRect(left, 0, self._view.columnWidth(column) - HALF, self.height())


_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
