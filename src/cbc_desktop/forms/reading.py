"""What reading a form gives: its definition, or the findings that say why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cbc_desktop.base.findings import Finding, Severity
from cbc_desktop.base.message import Message
from cbc_desktop.forms.definition import FormDefinition
from cbc_desktop.forms.workbook_places import WorkbookPlaces
from cbc_desktop.xpath import Expression, XPathSyntaxError, compile_expression

FORMULA = Message(
    "Công thức “{source}” sai: {reason} Hãy sửa công thức ở đây.",
    "The formula “{source}” is wrong: {reason} Correct it here.",
)


@dataclass(frozen=True, slots=True)
class ReadForm:
    """A definition when there are no errors; all findings in the order in which they were found."""

    definition: FormDefinition | None
    findings: tuple[Finding, ...] = ()
    places: WorkbookPlaces = field(default_factory=WorkbookPlaces)
    """Where the workbook has what the definition is about; nowhere for a form in XML."""


_MOST_SHOWN = 300


def shortened(source: str) -> str:
    """A formula for a message: on one line, and not all of a very long one."""
    line = " ".join(source.split())
    return line if len(line) <= _MOST_SHOWN else f"{line[:_MOST_SHOWN]}…"


@dataclass(slots=True)
class Collector:
    """Gathers the findings of one form; ``where`` is a path and an attribute until a sheet and a row are known."""

    findings: list[Finding] = field(default_factory=list)
    namespaces: Mapping[str, str] = field(default_factory=dict)
    """The URI of each prefix that the form's formulas may use."""

    def error(self, code: str, where: str, message: Message) -> None:
        self.findings.append(Finding(code, Severity.ERROR, where, message))

    def warning(self, code: str, where: str, message: Message) -> None:
        self.findings.append(Finding(code, Severity.WARNING, where, message))

    def compiled(self, source: str, where: str) -> Expression | None:
        """The expression, or None with a finding that says where in the formula it is wrong."""
        try:
            return compile_expression(source, self.namespaces)
        except XPathSyntaxError as error:
            self.error("form.formula", where, FORMULA.filled(source=shortened(source), reason=error.message))
            return None
