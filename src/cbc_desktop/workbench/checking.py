"""Is a form in order? Everything that was noticed about one file, with sheet, row and column where it is a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from cbc_desktop.base.findings import Finding, Severity, worst_first
from cbc_desktop.base.message import Message
from cbc_desktop.engine.dependencies import dependency_graph
from cbc_desktop.engine.ordering import CircleError
from cbc_desktop.engine.tree import ROW_ID_LEAF
from cbc_desktop.forms.campaign_check import CheckedCampaign
from cbc_desktop.forms.definition import FormDefinition, LeafDef, RepeatDef
from cbc_desktop.forms.indicators import INDICATORS_FILE, Indicators
from cbc_desktop.forms.workbook_places import WorkbookPlaces
from cbc_desktop.receiving.consolidating.cross_checks import CrossChecks
from cbc_desktop.receiving.consolidating.empty_tables import lay_empty
from cbc_desktop.receiving.consolidating.evaluating import Evaluator
from cbc_desktop.receiving.consolidating.laid_forms import laid_forms
from cbc_desktop.store.tables_file import AskedTables, new_tables
from cbc_desktop.workbench.playing import Play, read_form

NO_ROW_NAMES = Message(
    "Bảng “{name}” không có dòng đầu “calculate”, “rid”, “once(uuid())”, nên dòng của bảng không có tên riêng: khi "
    "gộp, so sánh hai bản, một dòng có thể bị coi là dòng mới. Hãy thêm dòng đó ngay dưới “begin repeat”.",
    "The repeat “{name}” has no first row “calculate”, “rid”, “once(uuid())”, so its rows have no names of their own: "
    "where versions are compared or joined, a row may be taken for a new one. Add it right below “begin repeat”.",
)


@dataclass(frozen=True, slots=True)
class CheckedForm:
    """``kinds`` counts the questions of each kind, ``select1 string``; empty when the form cannot be used."""

    findings: tuple[Finding, ...]
    title: str = ""
    languages: tuple[str, ...] = ()
    kinds: tuple[tuple[str, int], ...] = ()


def check_form(path: Path) -> CheckedForm:
    """UserFacingError when the file cannot be read; what is wrong inside it are findings, the worst first."""
    read = read_form(Play.of_file(path))
    definition = read.definition
    if definition is None:
        return CheckedForm(tuple(worst_first(read.findings)))
    findings = (*read.findings, *seen_by_the_engine(definition, path.name, read.places))
    return CheckedForm(
        tuple(worst_first(findings)), definition.title, definition.languages, tuple(_kinds(definition).items())
    )


def seen_by_the_engine(definition: FormDefinition, where: str, places: WorkbookPlaces) -> Iterator[Finding]:
    """A form may be well written and still impossible to fill in: formulas in a circle; or have rows without names."""
    for node in definition.nodes():
        if isinstance(node, RepeatDef) and ROW_ID_LEAF not in {child.name for child in node.children}:
            place = places.of(node.path) or f"{where}: {node.path}"
            yield Finding("form.row-names", Severity.WARNING, place, NO_ROW_NAMES.filled(name=node.name))
    try:
        dependency_graph(definition)
    except CircleError as error:
        told = error.placed(lambda rule: _bracketed(places.rows.get(rule.path)))
        yield Finding("form.circle", Severity.ERROR, places.of(error.rules[0].path) or where, told)


def _bracketed(row: int | None) -> str:
    return f"[survey, {row}]" if row else ""


def refused_by_the_tables(checked: CheckedCampaign) -> Iterator[Finding]:
    """Queries of indicators.toml that cannot be run over the tables of the forms; none while a form has errors."""
    campaign = checked.campaign
    if campaign is None or set(campaign.forms) != set(checked.forms):
        return
    forms = laid_forms(campaign, [checked.forms[form] for form in campaign.forms])
    with TemporaryDirectory() as folder, new_tables(Path(folder) / "empty.sqlite") as tables:
        lay_empty(tables, forms)
        with tables.asked() as asked:
            for message in _refusals(asked, campaign.report_year, checked.indicators):
                yield Finding("campaign.query", Severity.ERROR, INDICATORS_FILE, message)


def _refusals(asked: AskedTables, year: int, indicators: Indicators) -> Iterator[Message]:
    evaluator, checks = Evaluator(asked, year), CrossChecks(asked, year)
    for definition in indicators.indicators:
        yield from evaluator.refusals(definition)
    for check in indicators.checks:
        yield from checks.refusals(check)


def _kinds(definition: FormDefinition) -> dict[str, int]:
    kinds: dict[str, int] = {}
    for node in definition.nodes():
        if isinstance(node, LeafDef) and node.control is not None:
            kind = f"{node.control.value} {node.bind.type.value}"
            kinds[kind] = kinds.get(kind, 0) + 1
    return dict(sorted(kinds.items()))
