"""The expressions of a form as rules: what each decides, where it stands, and which paths it reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from cbc_desktop.forms.definition import FormDefinition, Itemset, LeafDef, LocalizedText, NodeDef, RepeatDef
from cbc_desktop.forms.form_paths import FormPaths, Target
from cbc_desktop.forms.xform_model import full_path
from cbc_desktop.xpath import Expression


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
    start: str | None = None
    """Where relative references start when that is not ``path``; "" where that is outside the primary instance."""

    def __str__(self) -> str:
        return f"{self.path} ({self.kind.name.lower()})"


def targets(rule: Rule, paths: FormPaths) -> Iterator[Target]:
    """All nodes of the primary instance that the rule reads; references to nodes that do not exist lead nowhere."""
    start = rule.path if rule.start is None else rule.start
    for reference in sorted(rule.expression.references, key=str):
        if reference.origin == "root" or (reference.origin == "context" and start):
            yield from paths.targets(reference, start)


def rules_of(definition: FormDefinition) -> Iterator[Rule]:
    """Every rule of the form, in document order."""
    shared_texts = tuple(_texts_of_choices(definition))
    for node in (definition.root, *definition.nodes()):
        yield from _bind_rules(node)
        yield from _text_rules(node)
        if isinstance(node, RepeatDef) and node.count is not None:
            yield Rule(RuleKind.COUNT, node.path, node.count)
        if isinstance(node, LeafDef):
            yield from _choice_rules(node, definition.root.path, shared_texts)


def _bind_rules(node: NodeDef) -> Iterator[Rule]:
    bind = node.bind
    expressions = (
        (RuleKind.RELEVANT, bind.relevant),
        (RuleKind.CALCULATE, bind.calculate if isinstance(node, LeafDef) else None),
        (RuleKind.READONLY, bind.readonly),
        (RuleKind.REQUIRED, bind.required if isinstance(node, LeafDef) else None),
        (RuleKind.CONSTRAINT, bind.constraint),
    )
    for kind, expression in expressions:
        if expression is not None:
            yield Rule(kind, node.path, expression)
    for warning in bind.own.warnings:
        yield Rule(RuleKind.WARNING, node.path, warning.holds)


def _text_rules(node: NodeDef) -> Iterator[Rule]:
    for text in (node.label, node.hint, node.bind.required_message, node.bind.constraint_message):
        for expression in _expressions(text):
            yield Rule(RuleKind.TEXT, node.path, expression)
            if isinstance(node, RepeatDef):
                yield Rule(RuleKind.TITLE, node.path, expression)


def _choice_rules(leaf: LeafDef, root: str, shared_texts: tuple[Expression, ...]) -> Iterator[Rule]:
    if not isinstance(leaf.choices, Itemset):
        for choice in leaf.choices:
            yield from (Rule(RuleKind.CHOICES, leaf.path, part) for part in _expressions(choice.label))
        return
    yield Rule(RuleKind.CHOICES, leaf.path, leaf.choices.nodeset)
    for relative in (leaf.choices.value, leaf.choices.label):
        yield Rule(RuleKind.CHOICES, leaf.path, relative, leaf.choices.start)
    if "jr:itext" in leaf.choices.label.functions:
        yield from (Rule(RuleKind.CHOICES, leaf.path, part, root) for part in shared_texts)


def _texts_of_choices(definition: FormDefinition) -> Iterator[Expression]:
    """The expressions in translated texts that belong to no node: any translated choice list may have them."""
    for key, text in definition.itext.items():
        if not key.startswith(definition.root.path):
            yield from _expressions(text)


def _expressions(text: LocalizedText) -> Iterator[Expression]:
    for parts in text.variants.values():
        yield from (part for part in parts if isinstance(part, Expression))


_CHOICE_NAME = re.compile(r"jr:choice-name\(.*?,\s*(?P<quote>['\"])\s*(?P<path>[^'\"]+?)\s*(?P=quote)\s*\)", re.DOTALL)


def named_questions(rule: Rule) -> Iterator[str]:
    """The paths of the questions whose choices ``jr:choice-name()`` looks up."""
    for call in _CHOICE_NAME.finditer(rule.expression.source):
        yield full_path(call["path"], rule.path)
