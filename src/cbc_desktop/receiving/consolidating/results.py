"""Figures and findings as rows of the consolidated file, so that they can be read there and compared later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from cbc_desktop.base.findings import Severity
from cbc_desktop.base.message import Message
from cbc_desktop.forms.indicators import Denominator, Measure
from cbc_desktop.receiving.consolidating.evaluating import CheckFinding
from cbc_desktop.receiving.consolidating.figures import Figure, IndicatorFigures
from cbc_desktop.receiving.consolidating.own_tables import RESULTS
from cbc_desktop.store.tables_file import NewTables, Value

SEVERITIES = {
    Severity.ERROR: Message("Sai", "Error"),
    Severity.WARNING: Message("Cần xem lại", "Warning"),
    Severity.NOTE: Message("Lưu ý", "Note"),
}


def lay_results(tables: NewTables, figures: Sequence[IndicatorFigures], findings: Iterable[CheckFinding]) -> None:
    for sql in RESULTS:
        tables.run(sql)
    tables.insert_all("INSERT INTO indicator VALUES (?, ?, ?, ?, ?, ?)", map(_indicator_row, figures))
    places = ", ".join("?" * 15)
    tables.insert_all(
        f"INSERT INTO figure VALUES (NULL, {places})", (row for one in figures for row in _figure_rows(one))
    )
    tables.insert_all("INSERT INTO finding VALUES (NULL, ?, ?, ?, ?, ?)", map(_finding_row, findings))


def _indicator_row(figures: IndicatorFigures) -> Sequence[Value]:
    one = figures.definition
    return one.id, one.name.vi, one.name.en, one.measure.value, one.unit.vi, one.sql.strip()


def _figure_rows(figures: IndicatorFigures) -> Iterator[Sequence[Value]]:
    for item in figures.items:
        for (by, group), figure in item.of.items():
            yield (
                *(figures.definition.id, item.item.value, item.item.label.vi, by, group, float(figure.value)),
                *(_real(figure.base), figure.agencies, figure.answered, figure.blank),
                *(figure.respondents, figure.asked, *_percents(figures.definition.measure, figure)),
            )


def _percents(measure: Measure, figure: Figure) -> tuple[float | None, ...]:
    """A ratio and a sum are no share of agencies."""
    if measure is not Measure.SHARE:
        return None, None, None
    return tuple(_real(figure.percent_of(denominator)) for denominator in Denominator)


def _real(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def _finding_row(finding: CheckFinding) -> Sequence[Value]:
    severity = finding.check.severity.name.lower()
    return finding.check.id, severity, finding.agency, finding.words.vi, finding.words.en
