"""The questions of an arrival as people read them, answered or not: what a receipt can have something to say about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.documents.printing.values import ValuePrinter
from cbc_desktop.engine.choices import values_of
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.submission import read_submission
from cbc_desktop.engine.world import World
from cbc_desktop.receiving.reception.counting import Counting


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """``reference`` has positions (``/data/t1[2]/ten``), ``row`` the number of the row, 0 outside all tables.

    ``meaning`` is the answer as it was sent, but for rows of tables what they say: the same rows have other names in
    another dossier. ``answer`` is as it is read; both are "" for none.
    """

    form_id: str
    reference: str
    label: str
    row: int
    meaning: str
    answer: str


@dataclass(frozen=True, slots=True)
class Questions:
    counting: Counting
    clock: Clock
    identifiers: IdentifierSource

    def of(self, arrival: Digest) -> Iterator[AskedQuestion]:
        """Those that apply, in the order of the forms that were sent."""
        sent = self.counting.submissions(arrival)[0]
        for form_id in self.counting.definitions:
            if form_id in sent:
                yield from self._of_form(form_id, sent[form_id])

    def _of_form(self, form_id: str, submission: bytes) -> Iterator[AskedQuestion]:
        definition = self.counting.definitions[form_id]
        saved = read_submission(definition, submission, self.identifiers)
        session = FormSession.resume(definition, saved, World(self.clock, self.identifiers, {}))
        printer = ValuePrinter(session, {})
        for leaf in session.leaves():
            if leaf.definition.label and leaf.relevant:
                yield _asked(form_id, session, leaf, printer)


def _asked(form_id: str, session: FormSession, leaf: LeafNode, printer: ValuePrinter) -> AskedQuestion:
    printed = printer.of(leaf).text if leaf.lexical else ""
    rows = [value for value in values_of(leaf.definition, leaf.lexical) if value in session.tree.rows]
    answer = printed + _which_of_those_alike(session, leaf, rows)
    return AskedQuestion(
        form_id=form_id,
        reference=session.reference(leaf.address),
        label=session.text(leaf.definition.label, leaf),
        row=leaf.row.sibling_position() if leaf.row else 0,
        meaning=answer if rows else leaf.lexical,
        answer=answer,
    )


def _which_of_those_alike(session: FormSession, leaf: LeafNode, rows: Iterable[str]) -> str:
    """The numbers of those rows that are called like another one, " [2]"; "" where names say all."""
    called = Counter(choice.label for choice in session.choices(leaf))
    alike = (row for row in rows if called[session.choice_label(leaf, row)] > 1)
    numbers = ", ".join(str(session.tree.rows[row].sibling_position()) for row in alike)
    return f" [{numbers}]" if numbers else ""
