"""What was found, as a list: what it says with the found words marked, and below it where that stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from cbc_desktop.filling.snippet import Snippet
from cbc_desktop.ui.kit.tips import plain_tip
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import GRID, SMALL

Index = QModelIndex | QPersistentModelIndex
_SNIPPET, _PLACE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class HitList(QListWidget):
    """Never takes the keyboard: whoever types goes up and down in it from the line above."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setItemDelegate(_TwoLines(look, self))
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("role", "outline")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Kết quả tìm kiếm"))

    def show_lines(self, lines: Iterable[tuple[Snippet, str]]) -> None:
        """Each a found text and its place; the first becomes the current one."""
        self.clear()
        for snippet, place in lines:
            item = QListWidgetItem(f"{snippet.text}, {place}", self)
            item.setData(_SNIPPET, snippet)
            item.setData(_PLACE, place)
            item.setToolTip(plain_tip(f"{snippet.text}\n{place}"))
        self.setCurrentRow(0)

    def go_by(self, step: int) -> None:
        self.setCurrentRow(min(max(self.currentRow() + step, 0), self.count() - 1))


class _TwoLines(QStyledItemDelegate):
    """Both lines end in … where there is no room; all items are equally high."""

    def __init__(self, look: Look, parent: HitList) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(0, 2 * option.fontMetrics.lineSpacing() + 2 * GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        line = option.fontMetrics.lineSpacing()
        place = option.rect.adjusted(2 * GRID, GRID, -2 * GRID, -GRID)
        painter.save()
        self._draw_snippet(painter, option, place, index.data(_SNIPPET))
        below = QRect(place.left(), place.top() + line, place.width(), line)
        self._draw_place(painter, option.font, below, index.data(_PLACE))
        painter.restore()

    def _draw_snippet(self, painter: QPainter, option: QStyleOptionViewItem, place: QRect, snippet: Snippet) -> None:
        shown = option.fontMetrics.elidedText(snippet.text, Qt.TextElideMode.ElideRight, place.width())
        whole = len(shown) if shown == snippet.text else len(shown) - 1
        layout = QTextLayout(shown, option.font)
        layout.setFormats(self._marked(snippet.found, whole))
        layout.beginLayout()
        layout.createLine().setLineWidth(place.width() + GRID)
        layout.endLayout()
        painter.setPen(QColor(self._look.colours.text))
        layout.draw(painter, QPointF(place.topLeft()), [], QRectF(place))

    def _marked(self, found: Sequence[tuple[int, int]], length: int) -> list[QTextLayout.FormatRange]:
        """Underlined as well: colour alone is not seen by everybody."""
        looks = QTextCharFormat()
        looks.setForeground(QColor(self._look.colours.accent))
        looks.setFontUnderline(True)
        ranges = []
        for start, end in found:
            if start < length:
                one = QTextLayout.FormatRange()
                one.start, one.length, one.format = start, min(end, length) - start, looks
                ranges.append(one)
        return ranges

    def _draw_place(self, painter: QPainter, font: QFont, place: QRect, text: str) -> None:
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * SMALL)
        painter.setFont(small)
        painter.setPen(QColor(self._look.colours.muted))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
