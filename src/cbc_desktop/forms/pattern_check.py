"""Regular expressions in a form's formulas that are none, or that no engine matches in bounded time."""

from __future__ import annotations

from collections.abc import Iterator

from cbc_desktop.base.findings import Finding, Severity
from cbc_desktop.forms.definition import FormDefinition
from cbc_desktop.forms.formulas import formulas_of
from cbc_desktop.xpath import XPathError, matcher_of


def refused_patterns(definition: FormDefinition) -> Iterator[Finding]:
    """A warning for each, as the formula has no value wherever it comes to the pattern; ``where`` is a path and an
    attribute."""
    for formula in formulas_of(definition):
        for pattern in sorted(formula.expression.patterns):
            try:
                matcher_of(pattern)
            except XPathError as error:
                where = f"{formula.path} {formula.role.value}"
                yield Finding("form.pattern", Severity.WARNING, where, error.message)
