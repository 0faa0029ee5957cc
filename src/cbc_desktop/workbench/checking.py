"""Is a form in order? Everything that was noticed about one file, with sheet, row and column where it is a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding, Severity, worst_first
from cbc_desktop.engine.dependencies import dependency_graph
from cbc_desktop.forms.definition import FormDefinition, LeafDef
from cbc_desktop.workbench.playing import Play, read_form


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
    findings = (*read.findings, *refused_by_the_engine(definition, path.name))
    return CheckedForm(
        tuple(worst_first(findings)), definition.title, definition.languages, tuple(_kinds(definition).items())
    )


def refused_by_the_engine(definition: FormDefinition, where: str) -> Iterator[Finding]:
    """A form may be well written and still impossible to fill in: formulas in a circle."""
    try:
        dependency_graph(definition)
    except UserFacingError as error:
        yield Finding("form.circle", Severity.ERROR, where, error.message)


def _kinds(definition: FormDefinition) -> dict[str, int]:
    kinds: dict[str, int] = {}
    for node in definition.nodes():
        if isinstance(node, LeafDef) and node.control is not None:
            kind = f"{node.control.value} {node.bind.type.value}"
            kinds[kind] = kinds.get(kind, 0) + 1
    return dict(sorted(kinds.items()))
