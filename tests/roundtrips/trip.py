"""A dossier on its way: filled in, frozen and printed as it would leave the house, but for the signature."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.documents.pdf.embedded import embedded_files
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.freezing import Freezing
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.forms.own_columns import ISSUE_FACTS
from cbc_desktop.office import Office, open_office

CAMPAIGN = "837-btttt-cbc"
NOW = datetime(2022, 3, 25, 10, tzinfo=VIETNAM)
WHO = "Lan"

Answers = Mapping[tuple[str, str], str]
"""By the name of the row ("" outside all) and the path of the question."""


def answers_of(texts: Iterable[tuple[str, str, str]]) -> Answers:
    """Of row, path and text: without blanks, and without what the submission says of itself."""
    return {(row, path): text for row, path, text in texts if text and "/meta/" not in path}


@dataclass(frozen=True)
class Trip:
    """``dossier`` as a person has filled it in, ``revision`` as it was frozen."""

    office: Office
    dossier: OpenDossier
    revision: Revision

    @cached_property
    def pdf(self) -> bytes:
        plan = self.office.exporting.plan(self.dossier.dossier_id, Path())
        return self.office.exporting.unsigned(plan, lambda _: None)

    @cached_property
    def embedded(self) -> Mapping[str, bytes]:
        return embedded_files(self.pdf)

    @cached_property
    def answers(self) -> Mapping[str, Answers]:
        """By form: what a person sees answered, and what the form calculates of it."""
        return {form_id: _answers(filling.session) for form_id, filling in self.dossier.forms.items()}


@contextmanager
def travellers_office() -> Iterator[Office]:
    """Its database lies in a file, its moment and identifiers are always the same."""
    with (
        tempfile.TemporaryDirectory() as home,
        open_office(Path(home), clock=FixedClock(NOW), identifiers=SeededIdentifiers(), who=WHO) as office,
    ):
        yield office


def trips(office: Office, fillers: Iterator[Callable[[OpenDossier], None]]) -> Iterator[Trip]:
    """One dossier for each way of filling it in, each of another agency."""
    campaign = office.catalogue.campaign(CAMPAIGN)
    for fill, agency in zip(fillers, campaign.agencies.respondents(campaign.register_date), strict=False):
        dossier = office.filling.begin(CAMPAIGN, agency.code)
        fill(dossier)
        yield Trip(office, dossier, _frozen(office, dossier))


def _frozen(office: Office, dossier: OpenDossier) -> Revision:
    """Whatever is wrong or missing in it: nobody reviews it here."""
    freezing = Freezing(office.store, office.database, FixedClock(NOW), SeededIdentifiers(), WHO)
    return freezing.finalise(office.store.dossiers.get(dossier.dossier_id), list(dossier.forms.values()))


def _answers(session: FormSession) -> Answers:
    return answers_of(
        (leaf.address.row, leaf.address.path, leaf.lexical)
        for leaf in session.leaves()
        if leaf.relevant and leaf.definition.bind.own.fact not in ISSUE_FACTS
    )
