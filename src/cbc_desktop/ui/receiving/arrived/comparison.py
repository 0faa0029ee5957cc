"""Two arrivals of an agency side by side: the questions that they answer differently, for who decides between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.receiving.reception.agency_standing import AgencyStanding
from cbc_desktop.store.received.arrivals import Arrival
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.labels import Role, dress, label
from cbc_desktop.ui.kit.one_of import OneOf
from cbc_desktop.ui.kit.pages import page_around
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.kit.record_model import Cell
from cbc_desktop.ui.kit.record_table import RecordTable
from cbc_desktop.ui.receiving.arrived.standing_words import told_apart
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID

if TYPE_CHECKING:
    from cbc_desktop.receiving.reception.comparing import VersionDifference

COMPARING = Message("Đang so hai bản…", "Comparing both…")
_MOST_LINES = 8


class Comparison(Panel):
    """Hidden while there is nothing to compare with."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._around = around
        self._one: Arrival | None = None
        self._others: Sequence[Arrival] = ()
        self.setAccessibleName(self.tr("So hai bản"))
        self.which = OneOf(self.tr("So với bản nào"))
        self.button = button(self.tr("So h&ai bản"), self.compare)
        self.told = label("", Role.SMALL)
        columns = ((self.tr("Câu hỏi"), 0), (self.tr("Bản đang xem"), 0), (self.tr("Bản kia"), 0))
        self.table: RecordTable[VersionDifference] = RecordTable(
            around.look, self.tr("Những câu trả lời khác nhau"), columns, _cells, wraps=True
        )
        self._lay_out()
        self.hide()

    def show_arrival(self, arrival: Arrival, standing: AgencyStanding) -> None:
        """Those in conflict with it come first."""
        readable = [one.arrival for one in standing.arrivals if one.arrival.form_digests and one.arrival != arrival]
        self._one, self._others = arrival, sorted(readable, key=lambda one: one not in standing.conflicting)
        names = told_apart((one.arrival for one in standing.arrivals), self._around.look)
        self.which.show_entries([_named(one, names) for one in self._others], 0)
        self.setVisible(bool(self._others) and bool(arrival.form_digests))
        self.told.hide()
        self.table.hide()

    def compare(self) -> None:
        if self._one is None or not self._others:
            return
        one, other = self._one, self._others[self.which.currentIndex()]
        self._around.tasks.run(self, self._work(one, other), done=self._show, failed=self._refuse)

    def _work(self, one: Arrival, other: Arrival) -> Callable[[Progress], tuple[VersionDifference, ...]]:
        office = self._around.office

        def work(progress: Progress) -> tuple[VersionDifference, ...]:
            progress(COMPARING)
            return office.reception.differences(one, other)

        return work

    def _show(self, differences: Sequence[VersionDifference]) -> None:
        dress(self.told, Role.SMALL)
        same = self.tr("Hai bản trả lời như nhau.")
        self.told.setText(self.tr("Khác nhau ở %n câu.", "", len(differences)) if differences else same)
        self.told.show()
        self.table.setFixedHeight(self.table.height_of(min(max(len(differences), 1), _MOST_LINES)))
        self.table.show_records(differences)
        self.table.setVisible(bool(differences))
        (self.table if differences else self.button).setFocus()
        page = page_around(self)
        if page is not None:
            page.keep_in_sight()

    def _refuse(self, error: UserFacingError) -> None:
        dress(self.told, Role.ERROR)
        self.told.setText(self._around.look.text(error.message))
        self.told.show()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.which, 1)
        row.addWidget(self.button)
        self.column.addWidget(label(self.tr("So với"), Role.HEADING))
        self.column.addLayout(row)
        self.column.addWidget(self.told)
        self.column.addWidget(self.table)


def _named(arrival: Arrival, names: Mapping[Digest, str]) -> str:
    """With the number that the sender gave it."""
    sent = QCoreApplication.translate("Standing", "Lần {number}")
    number = sent.format(number=arrival.dossier.number) if arrival.dossier else ""
    return " · ".join(filter(None, (number, names[arrival.digest])))


def _cells(difference: VersionDifference) -> tuple[Cell, ...]:
    place = f"{difference.label} [{difference.row}]" if difference.row else difference.label
    return (
        Cell(place, tip=f"{place}\n{difference.reference}"),
        Cell(difference.one or "–"),
        Cell(difference.other or "–"),
    )
