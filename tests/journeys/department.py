"""Phúc, who receives for the department of libraries: what he does at the desks, and what he sees."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from invented_campaign import CAMPAIGN

from cbc_desktop.dossier.return_slip import Outcome
from cbc_desktop.office import Office
from cbc_desktop.receiving.returning import ReturnRemark
from cbc_desktop.signing.signer import Signer
from cbc_desktop.store.received.arrivals import Arrival

BY = "Vụ Thư viện"


@dataclass(frozen=True)
class Department:
    """``folder`` is where he writes what goes out."""

    office: Office
    signer: Signer
    folder: Path

    def receives(self, *paths: Path) -> None:
        self.office.reception.receive(paths, lambda _: None, jobs=0)

    def counts(self) -> Arrival:
        """The one arrival that counts, of all libraries."""
        (found,) = [one.counts for one in self.office.reception.standings(CAMPAIGN, trial=True) if one.counts]
        return found

    def returns(self, *remarks: ReturnRemark) -> Path:
        """The mail that goes to the library of what counts."""
        return self._answers(Outcome.TO_BE_CORRECTED, *remarks)

    def accepts(self) -> Path:
        return self._answers(Outcome.ACCEPTED)

    def adds_up(self, sql: str) -> object:
        """What anybody finds with SQL in the file of tables that the consolidation leaves."""
        made = self.office.consolidating.consolidate(CAMPAIGN, self.folder, trial=True)
        with closing(sqlite3.connect(made.tables)) as tables:
            (found,) = tables.execute(sql).fetchone()
        return found

    def _answers(self, outcome: Outcome, *remarks: ReturnRemark) -> Path:
        desk = self.office.reception.receipting
        *_, mail = desk.write(desk.give(self.counts(), outcome, remarks, BY, self.signer), self.folder)
        return mail
