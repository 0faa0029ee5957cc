"""Makes a consolidation: from the answers that count to tables, figures, workbook and report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from cbc_desktop.base.atomic_file import disk_trouble, write_atomically
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.documents.excel.consolidated import render_consolidated
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.forms.catalogue import FormCatalogue
from cbc_desktop.forms.indicators import Indicators, read_indicators
from cbc_desktop.receiving.consolidating.book import consolidated_book
from cbc_desktop.receiving.consolidating.consolidated import BEFORE, TABLES, Consolidated
from cbc_desktop.receiving.consolidating.cross_checks import CheckFinding, CrossChecks
from cbc_desktop.receiving.consolidating.differences import Difference, difference
from cbc_desktop.receiving.consolidating.empty_tables import is_laid_down_so, lay_about, lay_empty
from cbc_desktop.receiving.consolidating.evaluating import Evaluator
from cbc_desktop.receiving.consolidating.figures import IndicatorFigures
from cbc_desktop.receiving.consolidating.laid_down import lay_agencies, lay_answers, lay_moment, left_out, taken_until
from cbc_desktop.receiving.consolidating.laid_forms import LaidForm, laid_forms
from cbc_desktop.receiving.consolidating.results import knows_all_findings, lay_figures, lay_findings
from cbc_desktop.receiving.counted import Counted
from cbc_desktop.receiving.reporting.writing import write_report
from cbc_desktop.store.staging import Stages
from cbc_desktop.store.tables_file import AskedTables, asked_tables, new_tables

LAYING_DOWN = Message("Đưa trả lời vào bảng: {number} cơ quan", "Laying answers down: {number} agencies")
ADDING_UP = Message("Tính các chỉ số", "Adding up")
WRITING = Message("Ghi sổ Excel", "Writing the workbook")

_BETWEEN_TELLING = 50


@dataclass(frozen=True, slots=True)
class Answers:
    """Who was asked, what counts of them, and who has sent something of which nothing counts yet.

    ``counted`` comes in the order of the register, one for an agency, and is read only once. ``undecided`` are the keys
    of those between whose versions a person must decide, ``pending`` of those that sent nothing usable.
    """

    asked: Sequence[Agency]
    counted: Iterable[Counted]
    undecided: Collection[str] = ()
    pending: Collection[str] = ()

    @property
    def waiting(self) -> Mapping[str, str]:
        """Their status by key."""
        return {**dict.fromkeys(self.pending, "pending"), **dict.fromkeys(self.undecided, "undecided")}


def make_consolidated(
    catalogue: FormCatalogue,
    campaign: Campaign,
    answers: Answers,
    out: Path,
    stages: Stages,
    progress: Progress = lambda _: None,
) -> Consolidated:
    """Write the file of tables, the workbook and the report into ``out``; the same answers give the same files.

    All of them or none: whoever stops it, by an error of ``progress``, finds what was there before. The consolidation
    that is there already is kept beside for comparing, unless it is the same. Raises UserFacingError when the
    campaign's forms or indicators are wrong, or the disk says no.
    """
    try:
        with stages.hidden(out) as beside:
            made = _made(catalogue, campaign, answers, beside, progress)
            same = (out / TABLES).exists() and Digest.of_file(out / TABLES) == made.digest
            compared = replace(made, difference=_difference(made, out / (BEFORE if same else TABLES)))
            _write_for_people(compared, progress)
            return _moved_into_place(compared, out, same=same)
    except OSError as error:
        raise disk_trouble(out, error) from error


def reopened(catalogue: FormCatalogue, campaign: Campaign, folder: Path) -> Consolidated | None:
    """The consolidation that lies in ``folder``; None where none does that is of this campaign as it is now."""
    if not (folder / TABLES).exists():
        return None
    indicators, forms = read_indicators(campaign.folder), _forms(catalogue, campaign)
    with asked_tables(folder / TABLES) as asked:
        if not is_laid_down_so(asked, campaign, forms) or not knows_all_findings(asked, indicators.checks):
            return None
        figures = _figures(asked, campaign, indicators)
    made = _told(campaign, forms, indicators, folder, figures)
    return replace(made, difference=_difference(made, folder / BEFORE))


def _forms(catalogue: FormCatalogue, campaign: Campaign) -> tuple[LaidForm, ...]:
    return laid_forms(campaign, [catalogue.form(campaign, form) for form in campaign.forms])


def _made(
    catalogue: FormCatalogue, campaign: Campaign, answers: Answers, folder: Path, progress: Progress
) -> Consolidated:
    """The tables, and what they come to."""
    indicators, forms = read_indicators(campaign.folder), _forms(catalogue, campaign)
    seen = _Seen(answers.counted, progress)
    with new_tables(folder / TABLES) as tables:
        lay_empty(tables, forms)
        lay_about(tables, campaign)
        lay_agencies(tables, answers.asked, answers.waiting)
        lay_answers(tables, forms, seen)
        lay_moment(tables, seen.last)
        progress(ADDING_UP)
        with tables.asked() as so_far:
            figures = _figures(so_far, campaign, indicators)
        lay_figures(tables, figures)
        for check in indicators.checks:
            with tables.asked() as so_far:
                found = list(CrossChecks(so_far, campaign.report_year).findings(check))
            lay_findings(tables, found)
    return _told(campaign, forms, indicators, folder, figures)


def _told(
    campaign: Campaign,
    forms: tuple[LaidForm, ...],
    indicators: Indicators,
    folder: Path,
    figures: tuple[IndicatorFigures, ...],
) -> Consolidated:
    """With what the file in ``folder`` says itself; the difference comes later."""
    with asked_tables(folder / TABLES) as asked:
        counts: dict[str, int] = dict(asked.rows("SELECT status, count(*) FROM agency WHERE asked GROUP BY status"))
        until, unread = taken_until(asked), tuple(left_out(asked))
        ((finding_count,),) = asked.rows("SELECT count(*) FROM finding")
    return Consolidated(
        campaign=campaign,
        folder=folder,
        digest=Digest.of_file(folder / TABLES),
        taken_until=until,
        in_time=counts.get("in_time", 0),
        late=counts.get("late", 0),
        undecided=counts.get("undecided", 0),
        pending=counts.get("pending", 0),
        missing=counts.get("missing", 0),
        forms=forms,
        indicators=indicators,
        figures=figures,
        finding_count=finding_count,
        left_out=unread,
        difference=None,
    )


def _write_for_people(consolidated: Consolidated, progress: Progress) -> None:
    progress(WRITING)
    with consolidated.asking() as asked:
        content = render_consolidated(consolidated_book(consolidated, asked))
    write_atomically(consolidated.workbook, content, private=False)
    write_report(consolidated, progress)


def cross_checked(catalogue: FormCatalogue, campaign: Campaign, counted: Iterable[Counted]) -> tuple[CheckFinding, ...]:
    """The campaign's checks over these answers alone, one agency or many."""
    indicators = read_indicators(campaign.folder)
    if not indicators.checks:
        return ()
    forms = _forms(catalogue, campaign)
    with TemporaryDirectory() as folder, new_tables(Path(folder) / TABLES) as tables:
        lay_empty(tables, forms)
        lay_answers(tables, forms, counted)
        with tables.asked() as asked:
            checks = CrossChecks(asked, campaign.report_year)
            return tuple(finding for check in indicators.checks for finding in checks.findings(check))


class _Seen:
    """Hands on the answers one by one, tells how many, and notes when the last of them came."""

    def __init__(self, counted: Iterable[Counted], progress: Progress) -> None:
        self._counted, self._progress = counted, progress
        self.last: datetime | None = None

    def __iter__(self) -> Iterator[Counted]:
        for number, one in enumerate(self._counted):
            if number % _BETWEEN_TELLING == 0:
                self._progress(LAYING_DOWN.filled(number=number))
            self.last = one.taken_at if self.last is None else max(self.last, one.taken_at)
            yield one


def _figures(asked: AskedTables, campaign: Campaign, indicators: Indicators) -> tuple[IndicatorFigures, ...]:
    evaluator = Evaluator(asked, campaign.report_year)
    return tuple(evaluator.figures(definition) for definition in indicators.indicators)


def _difference(made: Consolidated, before: Path) -> Difference | None:
    """To the tables ``before``, if there are any."""
    if not before.exists():
        return None
    with asked_tables(before) as then, made.asking() as now:
        return difference(then, now)


def _moved_into_place(made: Consolidated, out: Path, *, same: bool) -> Consolidated:
    """What people may have open goes first: where that refuses to be replaced, the tables stay as they are, too."""
    placed = replace(made, folder=out)
    made.workbook.replace(placed.workbook)
    if made.report is not None and placed.report is not None:
        made.report.replace(placed.report)
    if placed.tables.exists() and not same:
        placed.tables.replace(out / BEFORE)
    made.tables.replace(placed.tables)
    return placed
