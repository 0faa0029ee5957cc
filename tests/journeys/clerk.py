"""Lan, who answers for the library: what she does at the desks, and what she sees, in the words of the stories."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from invented_campaign import AGENCY, CAMPAIGN, PLAN, PLAN_SAMPLE, SURVEY, SURVEY_SAMPLE

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.dossier.revision import IssueFacts, Revision
from cbc_desktop.dossier.states import State
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.session import FormSession
from cbc_desktop.exporting.exported import ExportResult
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.references import file_question, question, row, table
from cbc_desktop.filling.review import Review
from cbc_desktop.filling.sample import PreparedForm, fill_form
from cbc_desktop.filling.taking_returns import TakenReturn
from cbc_desktop.office import Office
from cbc_desktop.signing.signer import Signer

OpenOffice = Callable[[], AbstractContextManager[Office]]
"""A start of the program."""
SAMPLES = {SURVEY: SURVEY_SAMPLE, PLAN: PLAN_SAMPLE}
MORNING = datetime(2030, 2, 10, 8, 30, tzinfo=VIETNAM)
"""When the stories begin."""
NUMBERED = IssueFacts(number="45", symbol="TVM-NV", place="Mẫu")


@dataclass
class Clerk:
    """``form`` is the one in front of her."""

    office: Office
    signer: Signer
    dossier: OpenDossier
    form: str = SURVEY

    @classmethod
    def begins(cls, office: Office, signer: Signer) -> Clerk:
        return cls(office, signer, office.filling.begin(CAMPAIGN, AGENCY))

    @classmethod
    def comes_back(cls, office: Office, signer: Signer) -> Clerk:
        """She opens the only dossier there is."""
        (stored,) = office.filling.dossiers()
        return cls(office, signer, office.filling.open(stored.identity.dossier_id))

    # --- what she does ------------------------------------------------------------------------------------------

    def turns_to(self, form: str) -> None:
        self.form = form

    def answers(self, reference: str, text: str) -> None:
        self.dossier.answer(self.form, question(self._session, reference), text)

    def adds_row(self, reference: str) -> None:
        self.dossier.add_row(self.form, table(self._session, reference))

    def deletes_row(self, reference: str) -> None:
        self.dossier.delete_row(self.form, row(self._session, reference).id)

    def moves_row(self, reference: str, position: int) -> None:
        self.dossier.move_row(self.form, row(self._session, reference).id, position)

    def notes(self, reference: str, text: str) -> None:
        self.dossier.note(self.form, self._session.locate(reference), text)

    def explains(self, reference: str, text: str) -> None:
        self.dossier.explain(self.form, self._session.locate(reference), text)

    def attaches(self, reference: str, path: Path) -> None:
        self.dossier.attach(self.form, file_question(self._session, reference), path)

    def fills_in(self, *forms: str) -> None:
        """The whole sample, whatever stands there."""
        for form in forms or SAMPLES:
            fill_form(self.dossier, form, PreparedForm(Path(), **SAMPLES[form]), replacing=True)

    def finalises(self, *forms: str) -> Revision:
        return self.dossier.finalise(forms or None)

    def exports(self, folder: Path) -> ExportResult:
        desk = self.office.exporting
        return desk.export(desk.plan(self.dossier.dossier_id, folder), self.signer, lambda _: None)

    def takes_in(self, slip: Path) -> TakenReturn:
        """What the receiver sent back, a file or a mail."""
        taken = self.office.filling.take_return(slip)
        self.dossier.look_again()
        return taken

    def reopens(self) -> None:
        self.dossier.reopen()

    # --- what she sees ------------------------------------------------------------------------------------------

    def sees_returned(self) -> list[tuple[str, str]]:
        """The questions that came back, and what is said about each."""
        return [(one.label.vi, one.words) for one in self.dossier.returned_questions()]

    def sees(self, reference: str) -> str:
        return self._session.value(self._session.locate(reference))

    def sees_column(self, repeat: str, name: str) -> list[str]:
        rows = self._session.tree.repeat(table(self._session, repeat)).rows
        return [self._session.value(Address(one.id, f"{repeat}/{name}")) for one in rows]

    def sees_problems(self) -> dict[str, str]:
        """Of the form in front of her: the condition that is not met, by reference."""
        return {line.reference: line.condition.value for line in self.review.lines}

    def sees_remarks(self) -> list[tuple[str, str, str]]:
        return [(remark.path, remark.kind.value, remark.text) for remark in self.dossier.remarks(self.form)]

    @property
    def review(self) -> Review:
        return self.dossier.review([self.form])

    @property
    def state(self) -> State:
        return self.dossier.stored.revision.state

    @property
    def _session(self) -> FormSession:
        return self.dossier.form(self.form).session


@contextmanager
def refused(vietnamese: str) -> Iterator[list[Message]]:
    """She is told, in these words among others, what is not possible; the message comes in English as well."""
    told: list[Message] = []
    with pytest.raises(UserFacingError) as raised:
        yield told
    told.append(raised.value.message)
    assert vietnamese in raised.value.message.vi
    assert raised.value.message.en not in ("", raised.value.message.vi)
