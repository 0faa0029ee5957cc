"""Two versions of an agency's answers side by side: the questions that they answer differently, as people read them.

Rows are compared by their places: two dossiers have no row names in common.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.documents.printing.values import ValuePrinter
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.submission import read_submission
from cbc_desktop.engine.world import World
from cbc_desktop.receiving.reception.counting import Counting


@dataclass(frozen=True, slots=True)
class VersionDifference:
    """``reference`` has positions (``/data/t1[2]/ten``), ``row`` the number of the row, 0 outside all tables.

    ``one`` and ``other`` are the answers, "" for none.
    """

    form_id: str
    reference: str
    label: str
    row: int
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class _Answer:
    label: str
    row: int
    lexical: str
    text: str


_NONE = _Answer("", 0, "", "")


@dataclass(frozen=True, slots=True)
class Comparing:
    counting: Counting
    clock: Clock
    identifiers: IdentifierSource

    def differences(self, one: Digest, other: Digest) -> tuple[VersionDifference, ...]:
        """In the order of the forms; what only ``other`` answers comes last in each."""
        mine, theirs = (self.counting.submissions(digest)[0] for digest in (one, other))
        return tuple(
            difference
            for form_id in self.counting.definitions
            for difference in _between(
                form_id, self._answers(form_id, mine.get(form_id)), self._answers(form_id, theirs.get(form_id))
            )
        )

    def _answers(self, form_id: str, submission: bytes | None) -> dict[str, _Answer]:
        """By reference, of questions that people see; {} for a form that was not sent."""
        if submission is None:
            return {}
        definition = self.counting.definitions[form_id]
        saved = read_submission(definition, submission, self.identifiers)
        session = FormSession.resume(definition, saved, World(self.clock, self.identifiers, {}))
        printer = ValuePrinter(session, {})
        asked = (leaf for leaf in session.leaves() if leaf.definition.label and leaf.relevant and leaf.lexical)
        return {session.reference(leaf.address): _answer(session, leaf, printer) for leaf in asked}


def _answer(session: FormSession, leaf: LeafNode, printer: ValuePrinter) -> _Answer:
    row = leaf.row.sibling_position() if leaf.row else 0
    return _Answer(session.text(leaf.definition.label, leaf), row, leaf.lexical, printer.of(leaf).text)


def _between(form_id: str, mine: Mapping[str, _Answer], theirs: Mapping[str, _Answer]) -> Iterator[VersionDifference]:
    for reference in dict.fromkeys((*mine, *theirs)):
        one, other = mine.get(reference, _NONE), theirs.get(reference, _NONE)
        if one.lexical != other.lexical:
            about = one if one is not _NONE else other
            yield VersionDifference(form_id, reference, about.label, about.row, one.text, other.text)
