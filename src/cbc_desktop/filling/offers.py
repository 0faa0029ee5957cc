"""Figures and rows that one form of a dossier offers to another (``cbc:offer``): shown, and taken by a person.

Nothing is ever calculated over what was typed (decision 10); what is there already is not offered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cbc_desktop.engine.address import Address
from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.engine.nodes import LeafNode, RepeatNode, RowNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.form_filling import FormFilling
from cbc_desktop.forms.definition import LeafDef, RepeatDef
from cbc_desktop.xpath import Expression, Node

Documents = Mapping[str, Node]
"""The documents of a dossier's forms by form id."""


@dataclass(frozen=True, slots=True)
class Offer:
    """``text`` for a question, or ``rows`` for a repeat: for each row the lexical forms by generic path."""

    address: Address
    text: str = ""
    rows: tuple[Mapping[str, str], ...] | None = None

    def fills_blank(self, session: FormSession) -> bool:
        """Whether nothing that a person gave would be replaced, and the person may answer there."""
        if self.rows is not None:
            return True
        leaf = session.tree.leaf(self.address)
        return not leaf.lexical and not leaf.readonly


def find_offers(session: FormSession, documents: Documents) -> Iterator[Offer]:
    for definition in session.definition.nodes():
        expression = definition.bind.own.offer
        if expression is None:
            continue
        if isinstance(definition, RepeatDef):
            for repeat in session.tree.repeats(definition.path):
                yield from _rows(session, repeat, expression, documents)
        elif not _within_offered_rows(session, definition.path):
            yield from _figures(session, definition.path, expression, documents)


def accepted(filling: FormFilling, offer: Offer) -> ChangeSet:
    """The offer's figure, or its rows as new rows, become answers."""
    if offer.rows is None:
        return filling.answer_all({offer.address: offer.text})
    changes = filling.add_rows(offer.address, len(offer.rows), None)
    rows = zip(changes.rows_added, offer.rows, strict=False)
    return changes | filling.answer_all({Address(name, path): text for name, row in rows for path, text in row.items()})


def _within_offered_rows(session: FormSession, path: str) -> bool:
    """Questions of a repeat that has an offer of its own speak of that offer's nodes."""
    chain = session.tree.repeat_chain(path)
    return any(isinstance(d, RepeatDef) and d.path in chain and d.bind.own.offer for d in session.definition.nodes())


def _figures(session: FormSession, path: str, expression: Expression, documents: Documents) -> Iterator[Offer]:
    for leaf in session.tree.instances(path):
        if isinstance(leaf, LeafNode) and leaf.relevant:
            text = session.text_of(expression, leaf, documents)
            if text and text != leaf.lexical:
                yield Offer(leaf.address, text)


def _rows(session: FormSession, repeat: RepeatNode, expression: Expression, documents: Documents) -> Iterator[Offer]:
    if not repeat.relevant or repeat.definition.fixed:
        return
    questions = [child for child in repeat.definition.children if isinstance(child, LeafDef)]
    present = [_present(row, questions) for row in repeat.rows]
    offered = [
        _offered(session, node, questions, documents) for node in session.nodes_of(expression, repeat.holder, documents)
    ]
    new = tuple(row for row in offered if row and not any(row.items() <= there.items() for there in present))
    if new:
        yield Offer(repeat.address, rows=new)


def _present(row: RowNode, questions: list[LeafDef]) -> dict[str, str]:
    leaves = (row.within[question.path] for question in questions)
    return {leaf.path: leaf.lexical for leaf in leaves if isinstance(leaf, LeafNode)}


def _offered(session: FormSession, node: Node, questions: list[LeafDef], documents: Documents) -> dict[str, str]:
    texts = (
        (question.path, session.text_of(question.bind.own.offer, node, documents))
        for question in questions
        if question.bind.own.offer is not None
    )
    return {path: text for path, text in texts if text}
