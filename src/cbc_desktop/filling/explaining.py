"""Why a question is not asked, and what a computed figure is made of: the expressions behind it, and what they read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from cbc_desktop.base.message import Message
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.languages import in_both_languages
from cbc_desktop.engine.nodes import LeafNode, LiveNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.reading import as_read
from cbc_desktop.filling.wording import worded
from cbc_desktop.forms.definition import LeafDef, Path
from cbc_desktop.xpath import Expression
from cbc_desktop.xpath.references import resolve

MOST_LINES = 20


class Reason(Enum):
    """What an explanation is about."""

    HIDDEN = "hidden"
    """The condition under which the node is asked, which does not hold."""
    RELEVANT = "relevant"
    """The same, and it holds."""
    SURPLUS = "surplus"
    """The row is one more than the form asks for now."""
    CALCULATE = "calculate"
    CONSTRAINT = "constraint"
    WARNING = "warning"
    REQUIRED = "required"
    READONLY = "readonly"


@dataclass(frozen=True, slots=True)
class Reading:
    """One answer that an expression reads: where it is, what it is called, and what it is now ("" for nothing)."""

    address: Address
    label: Message
    value: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """``about`` is the node whose expression this is: the question itself, or a group or row around it.

    ``words`` says the ``formula`` as a part of a sentence; None when there are no words for it. ``readings`` are the
    first ``MOST_LINES``; ``beyond`` counts the others.
    """

    reason: Reason
    about: Message
    words: Message | None = None
    formula: str = ""
    readings: tuple[Reading, ...] = ()
    beyond: int = 0


def explanations(session: FormSession, address: Address) -> tuple[Explanation, ...]:
    """All that can be said of a question now: why it is hidden, or else what computes and checks it."""
    node = session.tree.find(address)
    if not isinstance(node, LiveNode):
        return ()
    if not node.relevant:
        return tuple(_hidden(session, node))
    return tuple(_behind(session, node))


def _hidden(session: FormSession, node: LiveNode) -> Iterator[Explanation]:
    """The outermost condition that does not hold; those inside it do not matter yet."""
    around = [node]
    while isinstance(around[-1].parent, LiveNode):
        around.append(around[-1].parent)
    for outer in reversed(around):
        if outer.wants_to_be_relevant:
            continue
        expression = outer.definition.bind.relevant
        if expression is not None and not outer.own_relevant:
            yield _explained(session, outer, Reason.HIDDEN, expression)
        else:
            yield Explanation(Reason.SURPLUS, _name(session, outer))
        return


def _behind(session: FormSession, node: LiveNode) -> Iterator[Explanation]:
    bind = node.definition.bind
    warnings = [(Reason.WARNING, warning.holds) for warning in bind.own.warnings]
    expressions: Sequence[tuple[Reason, Expression | None]] = [
        (Reason.CALCULATE, bind.calculate),
        (Reason.CONSTRAINT, bind.constraint),
        *warnings,
        (Reason.RELEVANT, bind.relevant),
        (Reason.REQUIRED, bind.required),
        (Reason.READONLY, bind.readonly),
    ]
    for reason, expression in expressions:
        if expression is not None and expression.references:
            yield _explained(session, node, reason, expression)


def _explained(session: FormSession, node: LiveNode, reason: Reason, expression: Expression) -> Explanation:
    found = list(_readings(session, node, expression))
    beyond = max(len(found) - MOST_LINES, 0)
    words, readings = worded(session, node, expression), tuple(found[:MOST_LINES])
    return Explanation(reason, _name(session, node), words, expression.source.strip(), readings, beyond)


def _readings(session: FormSession, node: LiveNode, expression: Expression) -> Iterator[Reading]:
    """The leaves that the expression reads, each once, in the order of the form; the node itself is left out."""
    for path in sorted(_paths(session, node.path, expression) - {node.path}):
        for leaf in session.tree.instances(path, session.tree.row_in_common(node, path)):
            if isinstance(leaf, LeafNode):
                yield Reading(leaf.address, _name(session, leaf), as_read(session, leaf) if leaf.relevant else "")


def _paths(session: FormSession, context: Path, expression: Expression) -> set[Path]:
    """Of what has a label; what has none is a step of the calculation, and read through."""
    leaves = {node.path: node for node in session.definition.nodes() if isinstance(node, LeafDef)}
    found, left = set[Path](), [(context, expression)]
    while left:
        here, read = left.pop()
        for path in {resolve(reference, here) for reference in read.references}:
            leaf = leaves.pop(path, None) if path else None
            if leaf is not None and leaf.label:
                found.add(leaf.path)
            elif leaf is not None and leaf.bind.calculate is not None:
                left.append((leaf.path, leaf.bind.calculate))
    return found


def _name(session: FormSession, node: LiveNode) -> Message:
    """Its label with the row it stands in; the name that the form gives it where there is no label."""
    definition = node.definition
    label = in_both_languages(session, definition.label, node) if definition.label else None
    name = label or Message(definition.name, definition.name)
    if node.row is None:
        return name
    place = node.row.index + 1
    return Message(f"{name.vi} (dòng {place})", f"{name.en} (row {place})")
