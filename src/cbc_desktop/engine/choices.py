"""The choices that a select question offers now, filtered and labelled in the language on show."""

from __future__ import annotations

from contextlib import suppress

from cbc_desktop.engine.environment import FormEnvironment
from cbc_desktop.engine.nodes import LeafNode, LiveChoice, RepeatNode
from cbc_desktop.engine.violations import Condition, Violation, not_computable
from cbc_desktop.forms.definition import Control, Itemset, LeafDef
from cbc_desktop.xpath import Context, XPathError

_MULTIPLE = (Control.SELECT_MULTIPLE, Control.RANK)
_SELECTS = (Control.SELECT_ONE, *_MULTIPLE)


class Choices:
    """Itemsets that do not look at their own place are evaluated once for all rows of a table."""

    def __init__(self, environment: FormEnvironment) -> None:
        self._environment = environment
        self._shared: dict[str, tuple[LiveChoice, ...]] = {}
        self._failed: dict[LeafNode, Violation] = {}

    def offered(self, leaf: LeafNode) -> tuple[LiveChoice, ...]:
        """The choices in order; () for a leaf that is no select question, and where they cannot be computed."""
        if leaf.choices is None:
            leaf.choices = self._find(leaf)
        return leaf.choices

    def offered_to_new_row(self, question: LeafDef, repeat: RepeatNode) -> tuple[LiveChoice, ...]:
        """What the question offers in a row that is not there yet; () where that depends on the row itself."""
        choices = question.choices
        if not isinstance(choices, Itemset):
            return tuple(LiveChoice(c.value, self._environment.text(c.label, repeat)) for c in choices)
        if not _is_shared(choices):
            return ()
        with suppress(XPathError):
            return self._evaluated(choices, repeat)
        return ()

    def label_of(self, leaf: LeafNode, value: str) -> str:
        """The label of one value, or the value itself when it is not offered."""
        return next((choice.label for choice in self.offered(leaf) if choice.value == value), value)

    def forget(self, leaf: LeafNode) -> None:
        """To be asked again: what the itemset reads has changed."""
        leaf.choices = None
        self._shared.pop(leaf.path, None)
        self._failed.pop(leaf, None)

    def violation(self, leaf: LeafNode) -> Violation | None:
        """None while everything that is selected is offered, and for questions without choices."""
        if leaf.definition.control not in _SELECTS or not leaf.lexical:
            return None  # a range or a map may carry items too, which are no list to choose from
        offered = {choice.value for choice in self.offered(leaf)}
        if leaf in self._failed:
            return self._failed[leaf]
        return None if offered.issuperset(selected(leaf)) else Violation(Condition.CHOICE)

    def _find(self, leaf: LeafNode) -> tuple[LiveChoice, ...]:
        choices = leaf.definition.choices
        if not isinstance(choices, Itemset):
            return tuple(LiveChoice(c.value, self._environment.text(c.label, leaf)) for c in choices)
        if leaf.path in self._shared:
            return self._shared[leaf.path]
        try:
            found = self._evaluated(choices, leaf)
        except XPathError as error:
            self._failed[leaf] = not_computable(choices.nodeset, error)
            return ()
        if _is_shared(choices):
            self._shared[leaf.path] = found
        return found

    def _evaluated(self, itemset: Itemset, at: LeafNode | RepeatNode) -> tuple[LiveChoice, ...]:
        nodes = itemset.nodeset.nodes(self._environment.context(at))
        contexts = [
            Context(node, self._environment, position, len(nodes), at) for position, node in enumerate(nodes, start=1)
        ]
        return tuple(LiveChoice(itemset.value.string(item), itemset.label.string(item)) for item in contexts)


def _is_shared(itemset: Itemset) -> bool:
    return all(reference.origin != "context" for reference in itemset.nodeset.references)


def selected(leaf: LeafNode) -> list[str]:
    """The values that are selected, in order."""
    return values_of(leaf.definition, leaf.lexical)


def values_of(question: LeafDef, lexical: str) -> list[str]:
    if question.control in _MULTIPLE:
        return lexical.split()
    return [lexical] if lexical else []
