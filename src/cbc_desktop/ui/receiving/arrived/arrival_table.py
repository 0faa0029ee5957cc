"""All that arrived of one agency, the latest at the bottom; the one that is chosen is told about below."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from cbc_desktop.base.digests import Digest
from cbc_desktop.receiving.reception.agency_standing import AgencyStanding, Lateness, StoodArrival, moment_of
from cbc_desktop.ui.kit.labels import Role
from cbc_desktop.ui.kit.record_model import Cell
from cbc_desktop.ui.kit.record_table import RecordTable
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.receiving.arrived.standing_words import stood_mark, told_apart, verdict_word
from cbc_desktop.ui.theme.sizes import GRID

_STANDING, _VERDICT, _SENT = 33, 14, 13
_GIVEN_UP = (1, 2)
"""Columns that are left out where there is little room: the box below says it, too."""
_MOST_LINES = 5
"""That are seen at once; more are scrolled."""


class ArrivalTable(RecordTable[StoodArrival]):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = (
            (self.tr("Tình trạng"), _STANDING),
            (self.tr("Kiểm tra"), _VERDICT),
            (self.tr("Gửi lúc"), _SENT),
            (self.tr("Tệp"), 0),
        )
        self._look, self._counts = look, ""
        self._names: Mapping[Digest, str] = {}
        super().__init__(look, self.tr("Các tệp của cơ quan này"), columns, self._line, parent, gives_up=_GIVEN_UP)

    def show_standing(self, standing: AgencyStanding) -> None:
        """Stays at the arrival where it was, else goes to the one that counts or the first to be decided between."""
        self._names = told_apart((stood.arrival for stood in standing.arrivals), self._look)
        self._counts = str(standing.counts.digest) if standing.counts else ""
        here = str(self.record.arrival.digest) if self.record else ""
        digests = {str(stood.arrival.digest) for stood in standing.arrivals}
        undecided = str(standing.conflicting[0].digest) if standing.conflicting else ""
        wanted = here if here in digests else self._counts or undecided
        self.setFixedHeight(self.height_of(min(len(standing.arrivals), _MOST_LINES)) + GRID)
        self.show_records(standing.arrivals, lambda stood: str(stood.arrival.digest) == wanted)

    def _line(self, stood: StoodArrival) -> tuple[Cell, ...]:
        arrival = stood.arrival
        words = self._look.text(stood.standing.words)
        if str(arrival.digest) == self._counts:
            words = QCoreApplication.translate("Standing", "ĐƯỢC TÍNH, {standing}").format(standing=words)
        return (
            Cell(words, stood_mark(stood)),
            Cell(verdict_word(arrival.verdict)),
            Cell(
                f"{moment_of(arrival):%d/%m/%Y}", role=Role.BODY if stood.lateness is Lateness.IN_TIME else Role.WARNING
            ),
            Cell(self._names[arrival.digest]),
        )
