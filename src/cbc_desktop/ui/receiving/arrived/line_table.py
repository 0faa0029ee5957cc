"""The list of agencies and of what was set aside, line by line; the one that is chosen is shown beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from cbc_desktop.ui.kit.agency_name import name_cell
from cbc_desktop.ui.kit.labels import Role
from cbc_desktop.ui.kit.record_model import Cell
from cbc_desktop.ui.kit.record_table import RecordTable
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.receiving.arrived.lines import Line

_STATE, _SENT, _ROUTE = 17, 20, 13
"""Letters of mean width that the columns take; the state up to as many as its words need."""
_LONGEST_STATE = 48
_STATE_COLUMN, _MORE = 1, 2
_NAME = 34
"""Of most agencies; where there is no room for so many, other columns are left out."""
_GIVEN_UP = (3, 2)
"""Columns that are left out where there is little room, the first one first: the panel beside says it, too."""


class LineTable(RecordTable[Line]):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = (
            (self.tr("Cơ quan"), 0),
            (self.tr("Tình trạng"), _STATE),
            (self.tr("Gửi lúc"), _SENT),
            (self.tr("Bằng"), _ROUTE),
        )
        name = self.tr("Các cơ quan và tệp đã nhận")
        super().__init__(look, name, columns, _cells, parent, gives_up=_GIVEN_UP, least=_NAME)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Stays at the line where it was, if that is among them."""
        before = self.record.key if self.record else ""
        longest = max((len(line.state) for line in lines), default=0)
        self.make_room(_STATE_COLUMN, min(max(_STATE, longest + _MORE), _LONGEST_STATE))
        self.show_records(lines, lambda line: line.key == before)


def _cells(line: Line) -> tuple[Cell, ...]:
    return (
        name_cell(line.name, line.mark),
        Cell(line.state),
        Cell(_sent(line), role=Role.WARNING if line.late else Role.BODY),
        Cell(line.route),
    )


def _sent(line: Line) -> str:
    if line.sent is None:
        return ""
    late = QCoreApplication.translate("Line", "{day}, muộn") if line.late else "{day}"
    return late.format(day=f"{line.sent:%d/%m/%Y}")
