"""The expressions of a form as rules: what each decides, where it stands, and which paths it reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from cbc_desktop.forms.definition import FormDefinition, Itemset, LeafDef, LocalizedText, NodeDef, RepeatDef
from cbc_desktop.forms.xform_model import full_path
from cbc_desktop.xpath import Expression, PathReference


class RuleKind(IntEnum):
    """What a rule decides. Those up to CALCULATE compute; the others judge, and nothing depends on them."""

    RELEVANT = 0
    COUNT = 1
    CALCULATE = 2
    READONLY = 3
    REQUIRED = 4
    CHOICES = 5
    CONSTRAINT = 6
    WARNING = 7
    TEXT = 8

    @property
    def computes(self) -> bool:
        return self <= RuleKind.CALCULATE


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


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference names, seen from the rule's place.

    ``path`` is generic; ``below`` is true when everything under ``path`` is read (wildcards, descendants). ``reach`` is
    the outermost path that the reference passes through: within it, rows of the rule and of the target are the same.
    """

    path: str
    reach: str
    below: bool = False


def targets(rule: Rule) -> Iterator[Target]:
    """All nodes of the primary instance that the rule reads, by generic path."""
    start = rule.path if rule.start is None else rule.start
    for reference in rule.expression.references:
        if reference.origin == "root" or (reference.origin == "context" and start):
            yield _target(reference, start)


def _target(reference: PathReference, context: str) -> Target:
    path = context if reference.origin == "context" else ""
    reach = path
    for step in reference.steps:
        if step.axis == "parent":
            path = path.rpartition("/")[0]
            reach = min(reach, path, key=len)
        elif step.axis == "child" and step.name not in ("*", "node()"):
            path = f"{path}/{step.name}"
        elif step.axis != "self":
            path = _widened(path, step.axis)
            return Target(path, min(reach, path, key=len), below=True)
    return Target(path, reach)


def _widened(path: str, axis: str) -> str:
    """The path under which everything must count as read when a step leaves the child and parent axes."""
    if axis in ("child", "descendant", "descendant-or-self"):
        return path
    if axis in ("preceding-sibling", "following-sibling"):
        return path.rpartition("/")[0]
    return "/" + path.split("/")[1]


def rules_of(definition: FormDefinition) -> Iterator[Rule]:
    """Every rule of the form, in document order."""
    for node in (definition.root, *definition.nodes()):
        yield from _bind_rules(node)
        yield from _own_rules(node)


def _bind_rules(node: NodeDef) -> Iterator[Rule]:
    bind = node.bind
    expressions = (
        (RuleKind.RELEVANT, bind.relevant),
        (RuleKind.CALCULATE, bind.calculate),
        (RuleKind.READONLY, bind.readonly),
        (RuleKind.REQUIRED, bind.required),
        (RuleKind.CONSTRAINT, bind.constraint),
    )
    for kind, expression in expressions:
        if expression is not None:
            yield Rule(kind, node.path, expression)
    for warning in bind.own.warnings:
        yield Rule(RuleKind.WARNING, node.path, warning.holds)


def _own_rules(node: NodeDef) -> Iterator[Rule]:
    for text in (node.label, node.hint):
        yield from (Rule(RuleKind.TEXT, node.path, part) for part in _expressions(text))
    if isinstance(node, RepeatDef) and node.count is not None:
        yield Rule(RuleKind.COUNT, node.path, node.count)
    if isinstance(node, LeafDef):
        yield from _choice_rules(node)


def _choice_rules(leaf: LeafDef) -> Iterator[Rule]:
    if isinstance(leaf.choices, Itemset):
        nodeset = leaf.choices.nodeset
        start = _nodes_named(nodeset.source, leaf.path)
        yield Rule(RuleKind.CHOICES, leaf.path, nodeset)
        for relative in (leaf.choices.value, leaf.choices.label):
            yield Rule(RuleKind.CHOICES, leaf.path, relative, start)


def _nodes_named(nodeset: str, context: str) -> str:
    """The generic path that a nodeset names, without its predicates; "" for nodes of a secondary instance."""
    plain = _without_predicates(nodeset)
    return "" if "(" in plain else full_path(plain, context)


def _without_predicates(source: str) -> str:
    kept, depth = [], 0
    for letter in source:
        depth += letter == "["
        if not depth:
            kept.append(letter)
        depth -= letter == "]"
    return "".join(kept)


def _expressions(text: LocalizedText) -> Iterator[Expression]:
    for parts in text.variants.values():
        yield from (part for part in parts if isinstance(part, Expression))
