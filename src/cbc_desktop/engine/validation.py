"""What is wrong at a node, judged anew each time something that it reads has changed. Nothing is refused here."""

from __future__ import annotations

from collections.abc import Iterator

from cbc_desktop.engine.choices import Choices
from cbc_desktop.engine.codecs import fits
from cbc_desktop.engine.environment import FormEnvironment
from cbc_desktop.engine.nodes import LeafNode, LiveNode
from cbc_desktop.engine.violations import Condition, Violation


class Judge:
    """Answers the violations of one node in its present state."""

    def __init__(self, environment: FormEnvironment, choices: Choices) -> None:
        self._environment, self._choices = environment, choices

    def problems(self, node: LiveNode) -> tuple[Violation, ...]:
        if not node.relevant:
            return ()
        if not isinstance(node, LeafNode):
            return tuple(self._checks(node))
        if not node.lexical:
            text = node.definition.bind.required_message
            return (Violation(Condition.REQUIRED, text or None),) if node.required else ()
        return tuple(self._of_answer(node))

    def _of_answer(self, leaf: LeafNode) -> Iterator[Violation]:
        if not fits(leaf.lexical, leaf.definition.bind.type):
            yield Violation(Condition.TYPE)
            return
        if not self._choices.all_offered(leaf):
            yield Violation(Condition.CHOICE)
        yield from self._checks(leaf)

    def _checks(self, node: LiveNode) -> Iterator[Violation]:
        """Constraint and warnings; also of groups and rows, where they check a whole table.

        DIVERGES: ODK's engines do not judge the constraint of a group; forms/README.md makes it a check of the table.
        """
        bind, context = node.definition.bind, self._environment.context(node)
        if bind.constraint is not None and not bind.constraint.boolean(context):
            yield Violation(Condition.CONSTRAINT, bind.constraint_message or None)
        for warning in bind.own.warnings:
            if not warning.holds.boolean(context):
                yield Violation(Condition.WARNING, warning=warning)
