"""Who reads what: how far a change reaches, as a graph of generic paths that is made once for a form.

Which repeat instances a change reaches is decided from the nodes (agenda.py), the order of evaluation from the graph
(ordering.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from cbc_desktop.engine.choices import shares_choices
from cbc_desktop.engine.narrowing import Asked, Narrower
from cbc_desktop.engine.ordering import ordered
from cbc_desktop.engine.rules import Rule, RuleKind, named_questions, references, rules_of
from cbc_desktop.forms.definition import FormDefinition, LeafDef, RepeatDef
from cbc_desktop.forms.form_paths import DOCUMENT, FormPaths, Target, ancestors

_PRESENCE = (RuleKind.RELEVANT, RuleKind.COUNT)


@dataclass(frozen=True, slots=True)
class Edge:
    """``rule`` reads the path that the edge hangs on. ``shared`` is the innermost repeat whose row both have in common.

    ``position_only``: the rule reads only the place of its own row (``position(..)``), which hidden rows have too.
    ``asked``: what a row has to hold so that the rule reads what is in it.
    """

    rule: Rule
    shared: str | None
    position_only: bool
    asked: tuple[Asked, ...] = ()


class DependencyGraph:
    """The rules of a form, who reads which path, and in which order rules are evaluated (``rank``)."""

    def __init__(self, definition: FormDefinition) -> None:
        self.paths = FormPaths(definition)
        every = self.paths.below[DOCUMENT]
        self._repeats = frozenset(node.path for node in definition.nodes() if isinstance(node, RepeatDef))
        leaves = (node for node in definition.nodes() if isinstance(node, LeafDef))
        self.shared_choices = {leaf.path: leaf for leaf in leaves if shares_choices(leaf, self._repeats)}
        """Questions whose choices are the same in all rows."""
        self.rules = tuple(rules_of(definition))
        self.rules_at: dict[str, list[Rule]] = {path: [] for path in every}
        for rule in self.rules:
            self.rules_at[rule.path].append(rule)
        self.readers: dict[str, list[Edge]] = {path: [] for path in every}
        self.label_readers: dict[str, list[Edge]] = {path: [] for path in every}
        """Who shows the label of a choice: ``jr:choice-name()``."""
        self._narrower = Narrower(definition, self.paths)
        for rule in self.rules:
            self._connect(rule)
        self.choosers = {path: [edge for edge in edges if _chooses(edge, path)] for path, edges in self.readers.items()}
        """Those of ``readers`` who read a row or not because of what it holds at the path."""
        self.rank = {rule: rank for rank, rule in enumerate(ordered(self.rules, self._prerequisites()))}

    def _connect(self, rule: Rule) -> None:
        for reference in references(rule):
            every = self._narrower.asked(rule, reference)
            for target in self.paths.targets(reference, rule.start):
                shared = self._shared(rule.path, target.reach)
                asked = tuple(one for one in every if one.own is None or one.own.repeat != shared)
                edge = Edge(rule, shared, self._reads_own_position(rule, target), asked)
                self.readers[target.path].append(edge)
        for path in named_questions(rule):
            if path in self.label_readers:
                self.label_readers[path].append(Edge(rule, self._shared(rule.path, path), position_only=False))

    def _shared(self, path: str, reach: str) -> str | None:
        around = (above for above in (reach, *ancestors(reach)) if above in self._repeats)
        return next((repeat for repeat in around if inside(path, repeat)), None)

    def _reads_own_position(self, rule: Rule, target: Target) -> bool:
        return target.path in self._repeats and target.reach == target.path and inside(rule.path, target.path)

    def _prerequisites(self) -> dict[Rule, list[Rule]]:
        """For each rule those whose results it reads. A rule that reads its own result is a circle of one."""
        needed = {rule: dict.fromkeys(self._deciding_presence(rule)) for rule in self.rules}
        for path, edges in self.readers.items():
            deciding = self._deciding(path)
            counting = [rule for rule in deciding if rule.path == path and rule.kind is RuleKind.COUNT]
            for edge in edges:
                needed[edge.rule].update(dict.fromkeys(counting if edge.position_only else deciding))
        for path, edges in self.label_readers.items():
            choices = [rule for rule in self.rules_at[path] if rule.kind is RuleKind.CHOICES]
            for edge in edges:
                needed[edge.rule].update(dict.fromkeys(choices))
        return {rule: list(others) for rule, others in needed.items()}

    def _deciding(self, path: str) -> list[Rule]:
        """The rules that decide what a reader of ``path`` sees: its value, and whether it is there at all."""
        own = [rule for rule in self.rules_at[path] if rule.kind.computes]
        around = [rule for above in ancestors(path) for rule in self.rules_at[above]]
        return own + [rule for rule in around if rule.kind in _PRESENCE]

    def _deciding_presence(self, rule: Rule) -> Iterator[Rule]:
        """A rule is evaluated where its node is, and is relevant."""
        here = () if rule.kind in _PRESENCE else (rule.path,)
        for path in (*here, *ancestors(rule.path)):
            yield from (other for other in self.rules_at[path] if other.kind in _PRESENCE)


def _chooses(edge: Edge, path: str) -> bool:
    return any(asked.leaf.leaf == path for asked in edge.asked)


def inside(path: str, outer: str) -> bool:
    return path == outer or path.startswith(f"{outer}/")


@lru_cache(maxsize=64)
def dependency_graph(definition: FormDefinition) -> DependencyGraph:
    """The graph of a form, made once while the form is in use; CircleError names a circle of formulas."""
    return DependencyGraph(definition)
