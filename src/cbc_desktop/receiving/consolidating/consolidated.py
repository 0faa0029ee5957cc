"""One consolidation: the file of tables, the figures, what does not fit together, what is new since the last one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.findings import Severity
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.forms.indicators import Indicators
from cbc_desktop.receiving.consolidating.behind import Behind
from cbc_desktop.receiving.consolidating.cross_checks import CheckFinding
from cbc_desktop.receiving.consolidating.differences import Difference
from cbc_desktop.receiving.consolidating.figures import IndicatorFigures
from cbc_desktop.receiving.consolidating.laid_down import LeftOut
from cbc_desktop.receiving.consolidating.laid_forms import LaidForm
from cbc_desktop.receiving.consolidating.results import told_findings
from cbc_desktop.store.tables_file import AskedTables, asked_tables

TABLES = "consolidated.sqlite"
BEFORE = "consolidated-before.sqlite"
WORKBOOK = "consolidated.xlsx"
REPORT = "consolidated.pdf"
"""What the files are called in the folder that a person chose."""


@dataclass(frozen=True, slots=True)
class Consolidated:
    """Its files lie in ``folder``; figures are of the campaign's indicators."""

    campaign: Campaign
    folder: Path
    digest: Digest
    """Of ``tables``: the same answers always give the same one."""
    taken_until: datetime | None
    """When the last of the answers came; None while there are none."""
    in_time: int
    late: int
    undecided: int
    """Have sent versions between which a person must decide."""
    pending: int
    """Have sent something of which nothing can be used."""
    missing: int
    forms: tuple[LaidForm, ...]
    indicators: Indicators
    figures: tuple[IndicatorFigures, ...]
    finding_count: int
    """How many times answers do not fit together."""
    left_out: tuple[LeftOut, ...]
    difference: Difference | None
    """To the consolidation before; None where there was none."""

    @property
    def tables(self) -> Path:
        """The SQLite file."""
        return self.folder / TABLES

    @property
    def workbook(self) -> Path:
        """For people."""
        return self.folder / WORKBOOK

    @property
    def report(self) -> Path | None:
        """The PDF for people; None where the campaign says nothing of one."""
        return self.folder / REPORT if self.indicators.report else None

    @property
    def trial(self) -> bool:
        """Whether it is of dossiers for practice."""
        with self.asking() as asked:
            return any(trial for (trial,) in asked.rows("SELECT max(trial) FROM source"))

    @property
    def arrivals(self) -> frozenset[str]:
        """The digests of all files that came and were used."""
        with self.asking() as asked:
            return frozenset(digest for (digest,) in asked.rows("SELECT digest FROM source"))

    @property
    def asked(self) -> int:
        return self.respondents + self.undecided + self.pending + self.missing

    @property
    def respondents(self) -> int:
        """Those that were asked and of which something counts."""
        return self.in_time + self.late

    @property
    def moment(self) -> datetime:
        """What it tells is of this moment, which follows from the answers: when the last of them came."""
        return self.taken_until or datetime.combine(self.campaign.register_date, time(), VIETNAM)

    @contextmanager
    def asking(self) -> Iterator[AskedTables]:
        """Its tables, for further queries."""
        with asked_tables(self.tables) as asked:
            yield asked

    def findings(self, severity: Severity | None = None) -> Iterator[CheckFinding]:
        """What does not fit together, check by check, read one by one; of any severity for None."""
        with self.asking() as asked:
            yield from told_findings(asked, self.indicators.checks, severity)

    def figures_of(self, indicator: str) -> IndicatorFigures:
        return next(figures for figures in self.figures if figures.definition.id == indicator)

    def behind(self, indicator: str) -> Behind:
        """The agencies behind its figures, and what each of them adds."""
        with self.asking() as asked:
            return Behind(asked, self.campaign.report_year, self.figures_of(indicator))
