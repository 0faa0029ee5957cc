"""The expressions of a form as rules: what each decides, where it stands, and which paths it reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from cbc_desktop.forms.definition import FormDefinition, RepeatDef
from cbc_desktop.forms.formulas import Role, formulas_of
from cbc_desktop.forms.xform_model import full_path
from cbc_desktop.xpath import Expression, PathReference


class RuleKind(IntEnum):
    """What a rule decides.

    Formulas read what the first three decide; ``jr:choice-name()`` reads CHOICES too; nothing reads the others.
    """

    RELEVANT = 0
    COUNT = 1
    CALCULATE = 2
    CHOICES = 3
    READONLY = 4
    REQUIRED = 5
    CONSTRAINT = 6
    WARNING = 7
    TEXT = 8
    TITLE = 9
    """A text of a repeat as a whole, above its rows."""

    @property
    def computes(self) -> bool:
        return self <= RuleKind.CALCULATE

    @property
    def of_repeats(self) -> bool:
        """Decides about a repeat, not about each of its rows."""
        return self in (RuleKind.COUNT, RuleKind.TITLE)


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One expression at one generic path; compared by identity."""

    kind: RuleKind
    path: str
    expression: Expression
    start: str
    """Where relative references start; "" where that is outside the primary instance."""

    def __str__(self) -> str:
        return f"{self.path} ({self.kind.name.lower()})"


_KINDS: Mapping[Role, RuleKind] = {
    Role.RELEVANT: RuleKind.RELEVANT,
    Role.COUNT: RuleKind.COUNT,
    Role.CALCULATE: RuleKind.CALCULATE,
    Role.CHOICES: RuleKind.CHOICES,
    Role.READONLY: RuleKind.READONLY,
    Role.REQUIRED: RuleKind.REQUIRED,
    Role.CONSTRAINT: RuleKind.CONSTRAINT,
    Role.WARNING: RuleKind.WARNING,
    Role.LABEL: RuleKind.TEXT,
    Role.HINT: RuleKind.TEXT,
    Role.REQUIRED_MESSAGE: RuleKind.TEXT,
    Role.CONSTRAINT_MESSAGE: RuleKind.TEXT,
}


def rules_of(definition: FormDefinition) -> Iterator[Rule]:
    """Every rule of the form, in document order; actions happen once and are no rules."""
    repeats = {node.path for node in definition.nodes() if isinstance(node, RepeatDef)}
    for formula in formulas_of(definition):
        kind = _KINDS.get(formula.role)
        if kind is not None:
            yield Rule(kind, formula.path, formula.expression, formula.start)
        if kind is RuleKind.TEXT and formula.path in repeats:
            yield Rule(RuleKind.TITLE, formula.path, formula.expression, formula.start)


def references(rule: Rule) -> Iterator[PathReference]:
    """Those into the primary instance, always in the same order."""
    for reference in sorted(rule.expression.references, key=repr):
        if reference.origin == "root" or (reference.origin == "context" and rule.start):
            yield reference


_CHOICE_NAME = re.compile(r"jr:choice-name\(.*?,\s*(?P<quote>['\"])\s*(?P<path>[^'\"]+?)\s*(?P=quote)\s*\)", re.DOTALL)


def named_questions(rule: Rule) -> Iterator[str]:
    """The paths of the questions whose choices ``jr:choice-name()`` looks up."""
    for call in _CHOICE_NAME.finditer(rule.expression.source):
        yield full_path(call["path"], rule.path)
