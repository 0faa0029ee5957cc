"""Where a copy differs from what is here, line by line: what is here, what is there, and which of them is to stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem, QWidget

from cbc_desktop.filling.since_sent import Difference, DifferenceKind
from cbc_desktop.ui.kit.list_table import FLAGS, ListTable
from cbc_desktop.ui.look import Look

CHOSEN, PLACE, HERE, THERE = range(4)


class DifferenceTable(ListTable):
    """With ``to_choose`` a click on a value, or Space, chooses; ``chosen`` when it was done."""

    chose = Signal()

    def __init__(
        self, look: Look, differences: Sequence[Difference], *, to_choose: bool, parent: QWidget | None = None
    ) -> None:
        headings = (self.tr("Lấy"), self.tr("Chỗ khác nhau"), self.tr("Trên máy này"), self.tr("Trong bản chép"))
        super().__init__(self.tr("Các chỗ khác nhau"), headings, parent)
        self._differences = tuple(differences)
        self.setRowCount(len(differences))
        for row, difference in enumerate(self._differences):
            self._fill(row, look, difference)
        self.setColumnHidden(CHOSEN, not to_choose)
        self._to_choose = to_choose
        self._lay_out()
        self.itemChanged.connect(self._show_choice)
        self.cellClicked.connect(self._choose_side)

    @property
    def chosen(self) -> tuple[Difference, ...]:
        """Those to be as in the copy."""
        return tuple(one for row, one in enumerate(self._differences) if self._box(row).checkState() is _YES)

    def choose_all(self, *, theirs: bool) -> None:
        for row in range(self.rowCount()):
            self._box(row).setCheckState(_YES if theirs else _NO)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self._to_choose and event.key() == Qt.Key.Key_Space and self.currentRow() >= 0:
            box = self._box(self.currentRow())
            box.setCheckState(_NO if box.checkState() is _YES else _YES)
        else:
            super().keyPressEvent(event)

    def _fill(self, row: int, look: Look, difference: Difference) -> None:
        box = QTableWidgetItem()
        box.setFlags(FLAGS | Qt.ItemFlag.ItemIsUserCheckable)
        box.setCheckState(_NO)
        self.setItem(row, CHOSEN, box)
        here, there = (text or blank_word(difference) for text in (difference.after, difference.before))
        for column, text in ((PLACE, place_words(look, difference)), (HERE, here), (THERE, there)):
            self.put(row, column, text)
        self._embolden(row)

    def _lay_out(self) -> None:
        self.horizontalHeader().setSectionResizeMode(CHOSEN, QHeaderView.ResizeMode.ResizeToContents)
        if self.rowCount():
            self.setCurrentCell(0, PLACE)

    def _choose_side(self, row: int, column: int) -> None:
        if self._to_choose and column in (HERE, THERE):
            self._box(row).setCheckState(_YES if column == THERE else _NO)

    def _show_choice(self, item: QTableWidgetItem) -> None:
        if item.column() == CHOSEN:
            self._embolden(item.row())
            self.chose.emit()

    def _embolden(self, row: int) -> None:
        """The value that will stand."""
        theirs = self._box(row).checkState() is _YES
        for column in (HERE, THERE):
            item = self.item(row, column)
            if item is not None:
                font = item.font()
                font.setBold((column == THERE) is theirs and not self.isColumnHidden(CHOSEN))
                item.setFont(font)

    def _box(self, row: int) -> QTableWidgetItem:
        box = self.item(row, CHOSEN)
        assert box is not None
        return box


_YES, _NO = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_OF_ROWS = frozenset({DifferenceKind.ROW_ADDED, DifferenceKind.ROW_REMOVED})


def place_words(look: Look, difference: Difference) -> str:
    """``1. Đội ngũ › Nhân sự theo đơn vị, dòng 3``."""
    translate = QCoreApplication.translate
    words = {
        DifferenceKind.ROW_MOVED: translate("Difference", "{label} (thứ tự dòng)"),
        DifferenceKind.NOTE: translate("Difference", "{label} (ghi chú)"),
        DifferenceKind.EXPLANATION: translate("Difference", "{label} (giải trình)"),
        DifferenceKind.FILES: translate("Difference", "{label} (tệp kèm)"),
    }
    label = words.get(difference.kind, "{label}").format(label=look.text(difference.label))
    if difference.row is not None:
        label = translate("Difference", "{label}, dòng {number}").format(label=label, number=difference.row)
    return f"{look.text(difference.page)} › {label}"


def blank_word(difference: Difference) -> str:
    if difference.kind in _OF_ROWS:
        return QCoreApplication.translate("Difference", "(không có dòng này)")
    return QCoreApplication.translate("Difference", "(trống)")
