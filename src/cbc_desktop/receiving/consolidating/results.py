"""Figures and findings as rows of the consolidated file, where they are read and compared later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from cbc_desktop.base.findings import Severity
from cbc_desktop.base.message import Message
from cbc_desktop.forms.indicators import CheckDef, Denominator, Measure
from cbc_desktop.receiving.consolidating.cross_checks import CheckFinding
from cbc_desktop.receiving.consolidating.figures import Figure, IndicatorFigures
from cbc_desktop.store.tables_file import AskedTables, NewTables, Value

_FINDINGS = """SELECT rule, agency, words, words_en, form, reference FROM finding
WHERE :severity IS NULL OR severity = :severity ORDER BY id"""
SEVERITIES = {
    Severity.ERROR: Message("Sai", "Error"),
    Severity.WARNING: Message("Cần xem lại", "Warning"),
    Severity.NOTE: Message("Lưu ý", "Note"),
}


def lay_figures(tables: NewTables, figures: Sequence[IndicatorFigures]) -> None:
    tables.insert_all("INSERT INTO indicator VALUES (?, ?, ?, ?, ?, ?)", map(_indicator_row, figures))
    places = ", ".join("?" * 15)
    tables.insert_all(
        f"INSERT INTO figure VALUES (NULL, {places})", (row for one in figures for row in _figure_rows(one))
    )


def lay_findings(tables: NewTables, findings: Iterable[CheckFinding]) -> None:
    tables.insert_all("INSERT INTO finding VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", map(_finding_row, findings))


def knows_all_findings(asked: AskedTables, checks: Sequence[CheckDef]) -> bool:
    """Whether all that was laid down is of these checks."""
    return {rule for (rule,) in asked.rows("SELECT DISTINCT rule FROM finding")} <= {check.id for check in checks}


def told_findings(
    asked: AskedTables, checks: Sequence[CheckDef], severity: Severity | None = None
) -> Iterator[CheckFinding]:
    """As they were laid down, one after the other."""
    by_id = {check.id: check for check in checks}
    of = None if severity is None else _severity(severity)
    for rule, agency, vi, en, form, reference in asked.rows(_FINDINGS, {"severity": of}):
        yield CheckFinding(by_id[rule], agency, Message(vi, en), form, reference)


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
    told = (finding.words.vi, finding.words.en, finding.form_id, finding.reference)
    return finding.check.id, _severity(finding.check.severity), finding.agency, *told


def _severity(severity: Severity) -> str:
    return severity.name.lower()
