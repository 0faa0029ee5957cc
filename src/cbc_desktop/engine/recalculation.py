"""Follows the consequences of a change through the live tree, rule by rule, and judges again what they touched.

The agenda says whom a change reaches and in which order (agenda.py); here the rules are evaluated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.engine.address import RowId
from cbc_desktop.engine.agenda import Agenda
from cbc_desktop.engine.change_record import ChangeRecord
from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.engine.choices import Choices
from cbc_desktop.engine.dependencies import DependencyGraph
from cbc_desktop.engine.environment import FormEnvironment
from cbc_desktop.engine.formulas import Formulas
from cbc_desktop.engine.nodes import Branch, LeafNode, LiveNode, RepeatNode, RowNode
from cbc_desktop.engine.rules import Rule, RuleKind
from cbc_desktop.engine.shared_choices import SharedChoices
from cbc_desktop.engine.tree import LiveTree, elements_from, rows_below
from cbc_desktop.engine.validation import Judge


class Recalculation:
    """One session's. Verbs report what they do (``write``, ``added`` ...); ``settle`` does the rest."""

    def __init__(
        self,
        tree: LiveTree,
        graph: DependencyGraph,
        environment: FormEnvironment,
        choices: Choices,
        identifiers: IdentifierSource,
    ) -> None:
        self._tree, self._choices, self._identifiers = tree, choices, identifiers
        self._agenda = Agenda(tree, graph)
        self._shared_choices = SharedChoices(tree, choices, graph.shared_choices)
        self._formulas = Formulas(environment)
        self._judge = Judge(environment, choices)
        self._unjudged: dict[LiveNode, None] = {}
        self._record = ChangeRecord()
        self._new_rows: list[RowNode] = []
        self._of_repeats: Mapping[RuleKind, Callable[[Rule, RepeatNode], None]] = {
            RuleKind.COUNT: self._count,
            RuleKind.TITLE: lambda rule, repeat: self._record.properties.add(repeat.address),
        }
        self._of_nodes: Mapping[RuleKind, Callable[[Rule, LiveNode], None]] = {
            RuleKind.RELEVANT: self._relevant,
            RuleKind.CALCULATE: self._calculate,
            RuleKind.CHOICES: self._forget_choices,
            RuleKind.READONLY: self._readonly,
            RuleKind.REQUIRED: self._required,
            RuleKind.CONSTRAINT: lambda rule, node: self._to_judge(node),
            RuleKind.WARNING: lambda rule, node: self._to_judge(node),
            RuleKind.TEXT: lambda rule, node: self._record.properties.add(node.address),
        }

    # --- what verbs report -----------------------------------------------------------------------------------------

    def everything(self) -> None:
        """The form has just been built."""
        self._agenda.everything()
        self._unjudged.update(dict.fromkeys(self._tree.walk()))

    def write(self, leaf: LeafNode, lexical: str) -> None:
        """The leaf takes this value."""
        if lexical == leaf.lexical:
            return
        self._record.before_value(leaf)
        self._agenda.changing(leaf.path, leaf.row)
        leaf.write(lexical)
        self._to_judge(leaf)
        self._agenda.changed(leaf.path, leaf.row)

    def added(self, row: RowNode) -> None:
        """The row, and those in it, have come into the tree."""
        self._new_rows.append(row)
        self._record.added.extend([row.id, *(inner.id for inner in rows_below(row))])
        self._unjudged.update(dict.fromkeys(elements_from(row)))
        self._agenda.row_added(row)
        self._agenda.rows_changed(row, row.repeat.rows[row.index + 1 :])

    def removed(self, row: RowNode, inner: Iterable[RowId]) -> None:
        """The row, and those that were in it, have left the tree."""
        self._record.removed.extend([row.id, *inner])
        self._agenda.rows_changed(row, row.repeat.rows[row.index :])

    def moved(self, row: RowNode, came_from: int) -> None:
        """The row has left its place ``came_from`` for another."""
        self._record.moved.append(row.id)
        first, last = sorted((came_from, row.index))
        self._agenda.rows_changed(row, row.repeat.rows[first : last + 1])

    # --- what follows ----------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Evaluates until nothing is left, then judges what was touched."""
        while due := self._agenda.take():
            rule, scopes = due
            if rule.kind is RuleKind.CHOICES and rule.path in self._shared_choices:
                self._shared_choices.forget(rule.path)
                self._agenda.choices_changed(rule.path, None)
            elif rule.kind in self._of_repeats:
                for repeat in self._agenda.repeats(rule.path, scopes):
                    self._of_repeats[rule.kind](rule, repeat)
            else:
                for node in self._agenda.nodes(rule.path, scopes):
                    self._of_nodes[rule.kind](rule, node)
        self._follow_shared_choices()
        self._judge_touched()

    def take_new_rows(self) -> list[RowNode]:
        """The rows that came into the tree since this was last asked."""
        rows, self._new_rows = self._new_rows, []
        return rows

    def take_changes(self) -> ChangeSet:
        """All that changed since this was last asked."""
        changes, self._record = self._record.change_set(), ChangeRecord()
        return changes

    def _relevant(self, rule: Rule, node: LiveNode) -> None:
        relevant = self._formulas.boolean(rule, node, otherwise=True)
        if relevant != node.own_relevant:
            node.own_relevant = relevant
            self._spread_relevance(node)

    def _spread_relevance(self, node: LiveNode) -> None:
        """Brings the relevance of a node, and of all below it, in line with its own and what is above it."""
        above = node.parent
        relevant = node.wants_to_be_relevant and (not isinstance(above, LiveNode) or above.relevant)
        if relevant == node.relevant:
            return
        self._agenda.presence_changing(node.path, node.row)
        self._set_relevance(node, relevant)
        self._agenda.presence_changed(node.path, node.row)
        if relevant:
            self._agenda.calculations_back(node.path, node.row)

    def _set_relevance(self, node: LiveNode, relevant: bool) -> None:
        self._record.before_relevance(node)
        node.show(relevant)
        self._to_judge(node)
        if isinstance(node, Branch):
            for child in node.elements():
                inner = relevant and child.wants_to_be_relevant
                if inner != child.relevant:
                    self._set_relevance(child, inner)

    def _calculate(self, rule: Rule, node: LiveNode) -> None:
        assert isinstance(node, LeafNode)
        if node.relevant:
            self.write(node, self._formulas.answer(rule, node, otherwise=""))

    def _count(self, rule: Rule, repeat: RepeatNode) -> None:
        """``jr:count``. DIVERGES: a lower count hides the surplus rows and keeps what was typed in them."""
        wanted = self._formulas.row_count(rule, repeat)
        while len(repeat.rows) < wanted:
            self.added(self._tree.add_row(repeat, len(repeat.rows), self._identifiers))
        for row in repeat.rows:
            row.surplus = row.index >= wanted
            self._spread_relevance(row)

    def _forget_choices(self, rule: Rule, node: LiveNode) -> None:
        assert isinstance(node, LeafNode)
        self._choices.forget(node)
        self._record.properties.add(node.address)
        self._to_judge(node)
        self._agenda.choices_changed(node.path, node.row)

    def _follow_shared_choices(self) -> None:
        for changed in self._shared_choices.take_changed():
            self._record.properties.update(leaf.address for leaf in changed.leaves)
            for leaf in changed.chosen:
                self._to_judge(leaf)

    def _readonly(self, rule: Rule, node: LiveNode) -> None:
        readonly = self._formulas.boolean(rule, node, otherwise=False)
        if readonly != node.own_readonly:
            node.own_readonly = readonly
            self._record.properties.update(inner.address for inner in elements_from(node))

    def _required(self, rule: Rule, node: LiveNode) -> None:
        assert isinstance(node, LeafNode)
        required = self._formulas.boolean(rule, node, otherwise=False)
        if required != node.required:
            node.required = required
            self._record.properties.add(node.address)
            self._to_judge(node)

    def _to_judge(self, node: LiveNode) -> None:
        self._unjudged[node] = None

    def _judge_touched(self) -> None:
        self._unjudged.update(dict.fromkeys(self._formulas.take_troubled()))
        for node in self._unjudged:
            problems = self._judge.problems(node)
            if problems != node.problems:
                self._record.before_problems(node)
                node.problems = problems
        self._unjudged.clear()
