"""What is wrong at a node, judged anew each time something that it reads has changed. Nothing is refused here."""

from __future__ import annotations

from collections.abc import Iterator

from cbc_desktop.base.paper import faults_of
from cbc_desktop.engine.choices import Choices
from cbc_desktop.engine.codecs import fits
from cbc_desktop.engine.environment import FormEnvironment
from cbc_desktop.engine.nodes import LeafNode, LiveNode
from cbc_desktop.engine.violations import Condition, Violation, not_computable
from cbc_desktop.xpath import Expression, XPathError


class Judge:
    """Answers the violations of one node in its present state."""

    def __init__(self, environment: FormEnvironment, choices: Choices) -> None:
        self._environment, self._choices = environment, choices

    def problems(self, node: LiveNode) -> tuple[Violation, ...]:
        if not node.relevant:
            return ()
        failures = (node.failed[rule] for rule in sorted(node.failed, key=lambda rule: (rule.kind, rule.path)))
        return (*failures, *(self._of_leaf(node) if isinstance(node, LeafNode) else self._checks(node)))

    def _of_leaf(self, leaf: LeafNode) -> Iterator[Violation]:
        bind = leaf.definition.bind
        if not leaf.lexical:
            if leaf.required:
                yield Violation(Condition.REQUIRED, bind.required_message or None)
        elif not fits(leaf.lexical, bind.type):
            yield Violation(Condition.TYPE)
        else:
            yield from _of_text(leaf)
            not_offered = self._choices.violation(leaf)
            if not_offered is not None:
                yield not_offered
            yield from self._checks(leaf)

    def _checks(self, node: LiveNode) -> Iterator[Violation]:
        """Constraint and warnings; also of groups and rows, where they check a whole table.

        DIVERGES: ODK's engines do not judge the constraint of a group; forms/README.md makes it a check of the table.
        """
        bind = node.definition.bind
        if bind.constraint is not None:
            violation = Violation(Condition.CONSTRAINT, bind.constraint_message or None)
            yield from self._unless(bind.constraint, node, violation)
        for warning in bind.own.warnings:
            yield from self._unless(warning.holds, node, Violation(Condition.WARNING, warning=warning))

    def _unless(self, condition: Expression, node: LiveNode, violation: Violation) -> Iterator[Violation]:
        try:
            holds = condition.boolean(self._environment.context(node))
        except XPathError as error:
            yield not_computable(condition, error)
            return
        if not holds:
            yield violation


def _of_text(leaf: LeafNode) -> Iterator[Violation]:
    """What is only calculated with is not printed."""
    if leaf.definition.control is not None:
        yield from (Violation(Condition.TEXT, message=fault) for fault in faults_of(leaf.lexical))
