"""The choices that a select question offers now, filtered and labelled in the language on show."""

from __future__ import annotations

from collections.abc import Iterable, Set

from cbc_desktop.engine.choice_list import ChoiceList, LiveChoice
from cbc_desktop.engine.environment import FormEnvironment
from cbc_desktop.engine.nodes import LeafNode, RepeatNode
from cbc_desktop.engine.violations import Condition, Violation, not_computable
from cbc_desktop.forms.definition import Control, FormDefinition, Itemset, LeafDef, Path, RepeatDef
from cbc_desktop.forms.form_paths import ancestors
from cbc_desktop.xpath import Context, PathReference, XPathError

MULTIPLE = (Control.SELECT_MULTIPLE, Control.RANK)
_SELECTS = (Control.SELECT_ONE, *MULTIPLE)
_OF_ONE_PLACE = frozenset({"current", "random", "randomize", "uuid"})
"""Functions that may give something else at each question."""
_Sources = tuple[str, str, str]
"""Of an itemset: what it says about nodes, values and labels."""


class Choices:
    """Itemsets that do not look at their own place are evaluated once for all questions and rows that have them."""

    def __init__(self, environment: FormEnvironment, definition: FormDefinition) -> None:
        self._environment = environment
        self._repeats = frozenset(node.path for node in definition.nodes() if isinstance(node, RepeatDef))
        self._shared: dict[_Sources, ChoiceList] = {}
        self._before: dict[_Sources, ChoiceList] = {}
        """Shared lists that were forgotten since they were last ``settled``, as they were."""

    def offered(self, leaf: LeafNode) -> tuple[LiveChoice, ...]:
        """The choices in order; () for a leaf that is no select question, and where they cannot be computed."""
        return self._list(leaf).choices

    def offered_to_new_row(self, question: LeafDef, repeat: RepeatNode) -> tuple[LiveChoice, ...]:
        """What the question offers in a row that is not there yet; () where that depends on the row itself."""
        if shares_choices(question, self._repeats):
            return self._shared_list(question, repeat).choices
        return () if isinstance(question.choices, Itemset) else self._found(question, repeat).choices

    def label_of(self, leaf: LeafNode, value: str) -> str:
        """The label of one value, or the value itself when it is not offered."""
        return self._list(leaf).labels.get(value, value)

    def forget(self, leaf: LeafNode) -> None:
        """To be asked again: what the choices of this leaf read has changed."""
        leaf.choices = None

    def forget_shared(self, question: LeafDef) -> None:
        """The same for a list that all rows share."""
        sources = _sources(question)
        if sources in self._shared:
            self._before.setdefault(sources, self._shared.pop(sources))

    def forget_all_shared(self) -> None:
        """Everything is said in another language."""
        self._before = {**self._shared, **self._before}
        self._shared.clear()

    def changed(self, leaf: LeafNode) -> set[str] | None:
        """For a leaf with a shared list that was forgotten: the values that are offered no longer, newly, or otherwise.

        None when the list says what it said before, or was not looked at.
        """
        before = self._before.get(_sources(leaf.definition))
        if before is None:
            return None
        now = self._list(leaf)
        return None if now.says_the_same_as(before) else now.differing(before)

    def settled(self, questions: Iterable[LeafDef]) -> None:
        """What has changed in the lists of these questions has been told."""
        for question in questions:
            self._before.pop(_sources(question), None)

    def violation(self, leaf: LeafNode) -> Violation | None:
        """None while everything that is selected is offered, and for questions without choices."""
        if leaf.definition.control not in _SELECTS or not leaf.lexical:
            return None  # a range or a map may carry items too, which are no list to choose from
        offered = self._list(leaf)
        if offered.failure is not None:
            return offered.failure
        return None if offered.labels.keys() >= set(selected(leaf)) else Violation(Condition.CHOICE)

    def _list(self, leaf: LeafNode) -> ChoiceList:
        if shares_choices(leaf.definition, self._repeats):
            return self._shared_list(leaf.definition, leaf)
        if leaf.choices is None:
            leaf.choices = self._found(leaf.definition, leaf)
        return leaf.choices

    def _shared_list(self, question: LeafDef, at: LeafNode | RepeatNode) -> ChoiceList:
        sources = _sources(question)
        if sources not in self._shared:
            self._shared[sources] = self._found(question, at)
        return self._shared[sources]

    def _found(self, question: LeafDef, at: LeafNode | RepeatNode) -> ChoiceList:
        choices = question.choices
        if not isinstance(choices, Itemset):
            return ChoiceList([LiveChoice(c.value, self._environment.text(c.label, at)) for c in choices])
        try:
            return ChoiceList(self._evaluated(choices, at))
        except XPathError as error:
            return ChoiceList((), not_computable(choices.nodeset, error))

    def _evaluated(self, itemset: Itemset, at: LeafNode | RepeatNode) -> list[LiveChoice]:
        nodes = itemset.nodeset.nodes(self._environment.context(at))
        contexts = [
            Context(node, self._environment, position, len(nodes), at) for position, node in enumerate(nodes, start=1)
        ]
        return [LiveChoice(itemset.value.string(item), itemset.label.string(item)) for item in contexts]


def shares_choices(question: LeafDef, repeats: Set[Path]) -> bool:
    """Whether its choices are the same wherever it stands; ``repeats`` are those of the form."""
    itemset = question.choices
    if not isinstance(itemset, Itemset):
        return False
    around = [path for path in ancestors(question.path) if path in repeats]
    if any(one.origin == "context" or _leads_through(one, around) for one in itemset.nodeset.references):
        return False
    expressions = (itemset.nodeset, itemset.value, itemset.label)
    return all(_OF_ONE_PLACE.isdisjoint(expression.functions) for expression in expressions)


def _leads_through(reference: PathReference, repeats: Iterable[Path]) -> bool:
    plain = "".join(f"/{step.name}" for step in reference.steps[: reference.plain][: len(reference.steps) - 1])
    return any(f"{plain}/".startswith(f"{repeat}/") for repeat in repeats)


def _sources(question: LeafDef) -> _Sources:
    itemset = question.choices
    assert isinstance(itemset, Itemset)
    return itemset.nodeset.source, itemset.value.source, itemset.label.source


def selected(leaf: LeafNode) -> list[str]:
    """The values that are selected, in order."""
    return values_of(leaf.definition, leaf.lexical)


def values_of(question: LeafDef, lexical: str) -> list[str]:
    if question.control in MULTIPLE:
        return lexical.split()
    return [lexical] if lexical else []
