"""A form that a person fills in by name, as a test tells it: the form is a table, names have positions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TypeVar

from workbook_tables import form_of

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.engine.nodes import LeafNode, LiveNode, RepeatNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.tree import Found
from cbc_desktop.engine.world import World
from cbc_desktop.forms.definition import FormDefinition

ROOT = "/data/"
Kind = TypeVar("Kind", bound=Found)


def world(
    today: str = "2026-08-24",
    facts: Mapping[str, str] | None = None,
    properties: Mapping[str, str] | None = None,
    seed: int = 1,
) -> World:
    clock = FixedClock(datetime.fromisoformat(f"{today}T09:05:00").replace(tzinfo=VIETNAM))
    return World(clock, SeededIdentifiers(seed), facts or {}, properties or {})


class FormScenario:
    """Names start below the root: ``age``, ``child[2]/name``, ``household/child[1]/toy[3]``.

    The form is a survey sheet as a table, with its choices sheet, or a definition.
    """

    def __init__(
        self,
        survey: str | FormDefinition,
        choices: str = "",
        *,
        settings: Mapping[str, str] | None = None,
        today: str = "2026-08-24",
        facts: Mapping[str, str] | None = None,
        properties: Mapping[str, str] | None = None,
    ) -> None:
        self.form = survey if isinstance(survey, FormDefinition) else form_of(survey, choices, settings)
        self._world = world(today, facts, properties)
        self.session = FormSession.begin(self.form, self._world)

    # --- what the person does ------------------------------------------------------------------------------------

    def answer(self, name: str, text: str) -> ChangeSet:
        return self.session.answer(self.at(name), text)

    def answers(self, **texts: str) -> None:
        for name, text in texts.items():
            self.answer(name, text)

    def add(self, repeat: str, before: str | None = None) -> ChangeSet:
        return self.session.add_row(self.at(repeat), None if before is None else self.at(before).row)

    def delete(self, row: str) -> ChangeSet:
        return self.session.delete_row(self.at(row).row)

    def move(self, row: str, position: int) -> ChangeSet:
        """``position`` counts from 1, as in names."""
        return self.session.move_row(self.at(row).row, position - 1)

    def close_and_open_again(self) -> None:
        self.session = FormSession.resume(self.form, self.session.save(), self._world)

    # --- what the person sees ------------------------------------------------------------------------------------

    def at(self, name: str) -> Address:
        return self.session.locate(ROOT + name)

    def name_of(self, address: Address) -> str:
        return self.session.reference(address).removeprefix(ROOT)

    def node(self, name: str) -> LiveNode:
        node = self.session.tree.find(self.at(name))
        assert isinstance(node, LiveNode)
        return node

    def leaf(self, name: str) -> LeafNode:
        return self.session.tree.leaf(self.at(name))

    def rows(self, repeat: str) -> int:
        """How many rows a person sees."""
        node = self.session.tree.find(self.at(repeat))
        assert isinstance(node, RepeatNode)
        return sum(row.relevant for row in node.rows)

    def value(self, name: str) -> str:
        return self.leaf(name).lexical

    def values(self, path: str) -> list[str]:
        """In all rows, ``child/age``."""
        return [node.lexical for node in self.session.tree.instances(ROOT + path) if isinstance(node, LeafNode)]

    def shown(self, name: str) -> bool:
        return self.node(name).relevant

    def label(self, name: str) -> str:
        node = self.node(name)
        return self.session.text(node.definition.label, node)

    def offered(self, name: str) -> list[str]:
        return [choice.value for choice in self.session.choices(self.leaf(name))]

    def offered_labels(self, name: str) -> list[str]:
        return [choice.label for choice in self.session.choices(self.leaf(name))]

    def problems(self) -> list[str]:
        """What is wrong, in the order of the form: ``["required age", "warning child[2]/name"]``."""
        return [
            f"{problem.condition.value} {self.name_of(node.address)}"
            for node in self.session.problems()
            for problem in node.problems
        ]

    def told(self, changes: ChangeSet) -> set[str]:
        """What a change set tells, in words: ``{"value age", "relevance child[2]"}``; rows of other places."""
        respects = {
            "value": changes.values,
            "relevance": changes.relevance,
            "property": changes.properties,
            "violation": changes.violations,
        }
        return {f"{word} {self.name_of(address)}" for word, addresses in respects.items() for address in addresses}
