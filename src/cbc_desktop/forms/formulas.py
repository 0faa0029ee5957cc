"""All formulas of a form, each with what it decides, where it is written and where its references begin.

Offers are left out: they speak of other forms and decide nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from cbc_desktop.forms.definition import FormDefinition, Itemset, LeafDef, LocalizedText, NodeDef, Path, RepeatDef
from cbc_desktop.xpath import Expression


class Role(Enum):
    """What a formula decides, by the word that findings use for its place."""

    RELEVANT = "relevant"
    REQUIRED = "required"
    READONLY = "readonly"
    CONSTRAINT = "constraint"
    CALCULATE = "calculate"
    WARNING = "cbc:warning"
    COUNT = "repeat_count"
    CHOICES = "choice_filter"
    LABEL = "label"
    HINT = "hint"
    REQUIRED_MESSAGE = "required_message"
    CONSTRAINT_MESSAGE = "constraint_message"
    SETVALUE = "setvalue"


@dataclass(frozen=True, slots=True)
class Formula:
    """``path`` is the node it belongs to; ``start`` is where its references begin, "" outside the primary instance."""

    role: Role
    path: Path
    expression: Expression
    start: Path


def formulas_of(definition: FormDefinition) -> Iterator[Formula]:
    """In document order, the actions last."""
    shared = tuple(_texts_of_choices(definition))
    for node in (definition.root, *definition.nodes()):
        yield from _of_bind(node)
        yield from _of_texts(node)
        if isinstance(node, RepeatDef) and node.count is not None:
            yield Formula(Role.COUNT, node.path, node.count, node.path)
        if isinstance(node, LeafDef):
            yield from _of_choices(node, definition.root.path, shared)
    for action in definition.actions:
        yield Formula(Role.SETVALUE, action.target, action.value, action.target)


def _of_bind(node: NodeDef) -> Iterator[Formula]:
    """Only leaves are required or calculated."""
    bind, of_leaf = node.bind, isinstance(node, LeafDef)
    expressions = (
        (Role.RELEVANT, bind.relevant),
        (Role.CALCULATE, bind.calculate if of_leaf else None),
        (Role.READONLY, bind.readonly),
        (Role.REQUIRED, bind.required if of_leaf else None),
        (Role.CONSTRAINT, bind.constraint),
        *((Role.WARNING, warning.holds) for warning in bind.own.warnings),
    )
    for role, expression in expressions:
        if expression is not None:
            yield Formula(role, node.path, expression, node.path)


def _of_texts(node: NodeDef) -> Iterator[Formula]:
    texts = (
        (Role.LABEL, node.label),
        (Role.HINT, node.hint),
        (Role.REQUIRED_MESSAGE, node.bind.required_message),
        (Role.CONSTRAINT_MESSAGE, node.bind.constraint_message),
    )
    for role, text in texts:
        yield from (Formula(role, node.path, expression, node.path) for expression in _outputs(text))


def _of_choices(leaf: LeafDef, root: Path, shared: tuple[Expression, ...]) -> Iterator[Formula]:
    if not isinstance(leaf.choices, Itemset):
        for choice in leaf.choices:
            yield from (Formula(Role.CHOICES, leaf.path, output, leaf.path) for output in _outputs(choice.label))
        return
    itemset = leaf.choices
    yield Formula(Role.CHOICES, leaf.path, itemset.nodeset, leaf.path)
    yield Formula(Role.CHOICES, leaf.path, itemset.value, itemset.start)
    yield Formula(Role.CHOICES, leaf.path, itemset.label, itemset.start)
    if "jr:itext" in itemset.label.functions:
        yield from (Formula(Role.CHOICES, leaf.path, output, root) for output in shared)


def _texts_of_choices(definition: FormDefinition) -> Iterator[Expression]:
    """The outputs in translated texts that belong to no node: any translated choice list may have them."""
    for key, text in definition.itext.items():
        if not key.startswith(f"{definition.root.path}/"):
            yield from _outputs(text)


def _outputs(text: LocalizedText) -> Iterator[Expression]:
    for parts in text.variants.values():
        yield from (part for part in parts if isinstance(part, Expression))
