"""Which column of the file answers which question: guessed, shown, and corrected by a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from cbc_desktop.documents.excel.column_names import column_letters
from cbc_desktop.documents.excel.table_matching import BETWEEN_LINES
from cbc_desktop.filling.own_table import TableColumn
from cbc_desktop.ui.kit.choice_box import ChoiceBox
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.theme.sizes import DOUBLE, HALF

_IN_A_ROW, _SHORTEST = 2, 10


class MatchingForm(QWidget):
    """One folded list for each question; ``corrected`` is emitted for people only."""

    corrected = Signal()

    def __init__(self, columns: Sequence[TableColumn]) -> None:
        super().__init__()
        self.boxes: dict[str, ChoiceBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(DOUBLE)
        grid.setVerticalSpacing(HALF)
        for number, column in enumerate(columns):
            line, place = divmod(number, _IN_A_ROW)
            box = ChoiceBox()
            box.setMinimumContentsLength(_SHORTEST)
            box.describe(self.tr("Cột của “{question}”").format(question=column.label))
            box.activated.connect(lambda _: self.corrected.emit())
            grid.addWidget(label(column.label, Role.SMALL), 2 * line, place)
            grid.addWidget(box, 2 * line + 1, place)
            self.boxes[column.question.path] = box

    def show_matching(self, headings: Sequence[str], columns: Mapping[str, int]) -> None:
        entries = [(str(number), _named(number, heading)) for number, heading in enumerate(headings)]
        for path, box in self.boxes.items():
            box.offer([], self.tr("(không lấy)"))
            box.choose("")
            box.offer(entries, self.tr("(không lấy)"))
            box.choose(str(columns[path]) if path in columns else "")

    def columns(self) -> dict[str, int]:
        return {path: int(box.value()) for path, box in self.boxes.items() if box.value()}


def _named(number: int, heading: str) -> str:
    """The lowest line of a heading first: what stands above it is common to several columns, and may be cut off."""
    lines = [line for line in reversed(heading.split(BETWEEN_LINES)) if line]
    return BETWEEN_LINES.join([column_letters(number), *lines])
