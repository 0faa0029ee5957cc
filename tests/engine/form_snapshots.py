"""Everything that a person can see of a form at one moment, by address, and random things that a person can do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import settings
from hypothesis import strategies as st
from random_forms import VALUES

from cbc_desktop.engine.address import Address
from cbc_desktop.engine.changes import NOTHING, ChangeSet
from cbc_desktop.engine.nodes import LeafNode, LiveNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.violations import Violation

ON_WHOLE_FORMS = settings(max_examples=max(25, settings().max_examples // 3))
"""A random form is a large example: fewer of them, in the proportion of the profile."""


@dataclass(frozen=True)
class NodeSnapshot:
    value: str
    relevant: bool
    properties: tuple[object, ...]
    problems: tuple[Violation, ...]


Snapshot = Mapping[Address, NodeSnapshot]


def snapshot(session: FormSession) -> Snapshot:
    return {node.address: _of_node(session, node) for node in session.tree.walk()}


def _of_node(session: FormSession, node: LiveNode) -> NodeSnapshot:
    label = session.text(node.definition.label, node)
    if not isinstance(node, LeafNode):
        return NodeSnapshot("", node.relevant, (node.readonly, label), node.problems)
    choices = tuple((choice.value, choice.label) for choice in session.choices(node))
    return NodeSnapshot(node.lexical, node.relevant, (node.readonly, label, node.required, choices), node.problems)


@dataclass(frozen=True)
class Step:
    """Something that a person does, with numbers that choose among what there is at that moment."""

    verb: str
    which: int
    where: int
    value: str


STEPS = st.builds(
    Step,
    st.sampled_from(["answer", "answer", "answer", "select row", "add", "insert", "delete", "move"]),
    st.integers(0, 99),
    st.integers(0, 99),
    st.sampled_from(VALUES),
)


def do(session: FormSession, step: Step) -> ChangeSet:
    if step.verb in ("answer", "select row"):
        return _answer(session, step)
    repeats = [repeat for path in _open_repeats(session) for repeat in session.tree.repeats(path)]
    rows = [row for repeat in repeats for row in repeat.rows]
    if step.verb == "add" and repeats:
        return session.add_row(repeats[step.which % len(repeats)].address)
    if not rows or step.verb == "add":
        return NOTHING
    row = rows[step.which % len(rows)]
    if step.verb == "insert":
        return session.add_row(row.repeat.address, before=row.id)
    if step.verb == "delete":
        return session.delete_row(row.id)
    return session.move_row(row.id, step.where % len(row.repeat.rows))


def _answer(session: FormSession, step: Step) -> ChangeSet:
    """People answer what is not calculated; some answers name a row of a table."""
    leaves = [leaf for leaf in session.leaves() if leaf.definition.bind.calculate is None]
    if not leaves:
        return NOTHING
    rows = list(session.tree.rows)
    names_row = step.verb == "select row" and rows
    value = rows[step.where % len(rows)] if names_row else step.value
    return session.answer(leaves[step.which % len(leaves)].address, value)


def _open_repeats(session: FormSession) -> list[str]:
    return [row.path for row in session.definition.nodes() if hasattr(row, "count") and not row.fixed]
