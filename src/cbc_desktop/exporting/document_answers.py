"""The filled-in forms of a revision, as the texts of its documents ask for them: an answer, a column of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cbc_desktop.engine.address import Address
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.engine.saved_form import SavedForm
from cbc_desktop.engine.session import FormSession
from cbc_desktop.forms.campaign_documents import QuestionPath


@dataclass(frozen=True, slots=True)
class Answers:
    """The filled-in forms of a revision by id, and as they were frozen; a form that is left out answers blank."""

    sessions: Mapping[str, FormSession] = field(default_factory=dict)
    saved: Mapping[str, SavedForm] = field(default_factory=dict)

    def text(self, question: QuestionPath | None) -> str:
        if question is None or question.form not in self.sessions:
            return ""
        return self.sessions[question.form].value(Address("", question.path))

    def column(self, place: QuestionPath | None) -> tuple[str, ...]:
        """What a column of a table holds, row by row, without blanks."""
        return tuple(leaf.lexical for leaf in self.cells(place))

    def cells(self, place: QuestionPath | None) -> tuple[LeafNode, ...]:
        """The answers in a column of a table, row by row, without blanks."""
        if place is None or place.form not in self.sessions:
            return ()
        leaves = (leaf for leaf in self.sessions[place.form].leaves() if leaf.path == place.path)
        return tuple(leaf for leaf in leaves if leaf.relevant and leaf.lexical)

    def asks(self, question: QuestionPath) -> bool:
        """Whether the question is one for people, and no calculation."""
        address = Address("", question.path)
        session = self.sessions.get(question.form)
        return session is not None and session.tree.leaf(address).definition.control is not None
