"""What a profile of the agency brings into a dossier: the facts of its issue and, in a draft, who signs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from cbc_desktop.base.message import Message
from cbc_desktop.dossier.profile import PROFILE_FACTS, TITLES, AgencyProfile, Signatory, alike
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.dossier.states import State
from cbc_desktop.engine.address import Address
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.reading import as_read
from cbc_desktop.filling.whereabouts import label_of

Place = tuple[str, Address]
"""A form and the address of a question in it."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One fact or answer as people read it; blank texts are nothing."""

    label: Message
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ProfilePlan:
    """``facts`` and ``answers`` by form are what the dossier will have; nothing has been changed yet.

    ``differing`` are facts and answers that are there already and say something else: they are replaced when
    ``replacing``, else they stay.
    """

    profile: AgencyProfile
    facts: IssueFacts
    answers: Mapping[str, Mapping[Address, str]]
    differing: tuple[PlanLine, ...]


@dataclass(slots=True)
class Planning:
    """One plan while it is made; ``signatory`` None leaves the questions of who signs alone."""

    dossier: OpenDossier
    profile: AgencyProfile
    signatory: Signatory | None
    replacing: bool
    answers: dict[str, dict[Address, str]] = field(default_factory=dict)
    differing: list[PlanLine] = field(default_factory=list)

    def plan(self) -> ProfilePlan:
        facts = self._facts()
        if self.dossier.stored.revision.state is State.DRAFT:
            self._answer(signatory_answers(self.dossier, self.profile, self.signatory) if self.signatory else {})
            self._answer(unit_answer(self.dossier, self.profile))
        return ProfilePlan(self.profile, facts, self.answers, tuple(self.differing))

    def _facts(self) -> IssueFacts:
        facts = self.dossier.stored.revision.facts
        for name in PROFILE_FACTS:
            before, after = getattr(facts, name), getattr(self.profile, name)
            if after and before and not alike(before, after):
                self.differing.append(PlanLine(TITLES[name], before, after))
            if after and (self.replacing or not before):
                facts = replace(facts, **{name: after})
        return facts

    def _answer(self, wanted: Mapping[Place, str]) -> None:
        """Questions that belong together: of two people who may sign, nobody gets half of each."""
        present = {place: self._present(place) for place in wanted}
        differing = [place for place, text in wanted.items() if present[place] and not alike(present[place], text)]
        self.differing += (self._line(place, wanted[place]) for place in differing)
        for place, text in wanted.items():
            if (place in differing and self.replacing) or (not present[place] and (self.replacing or not differing)):
                form_id, address = place
                if text != present[place]:
                    self.answers.setdefault(form_id, {})[address] = text

    def _present(self, place: Place) -> str:
        form_id, address = place
        return self.dossier.form(form_id).session.tree.leaf(address).lexical

    def _line(self, place: Place, after: str) -> PlanLine:
        form_id, address = place
        session = self.dossier.form(form_id).session
        leaf = session.tree.leaf(address)
        return PlanLine(label_of(session, leaf), as_read(session, leaf), as_read(session, leaf, after))


def signatory_answers(dossier: OpenDossier, profile: AgencyProfile, signatory: Signatory) -> Mapping[Place, str]:
    """Lexical answers to the campaign's questions about who signs (``campaign.toml``, ``cover.signatory``)."""
    paths, signing = dossier.campaign.cover.signatory, profile.signing(signatory)
    authority = dossier.form(paths.form).session.tree.leaf(Address("", paths.authority))
    between = "\n" if authority.definition.is_multiline else " / "
    answers = {
        paths.name: signatory.name,
        paths.authority: between.join(signing.authority),
        paths.position: signing.position.upper(),
    }
    if paths.signing is not None and signing.form in paths.signing.choices:
        answers[paths.signing.path] = paths.signing.choices[signing.form]
    return {(paths.form, Address("", path)): text for path, text in answers.items()}


def unit_answer(dossier: OpenDossier, profile: AgencyProfile) -> Mapping[Place, str]:
    unit = dossier.campaign.cover.drafting_unit
    return {(unit.form, Address("", unit.path)): profile.drafting_unit} if profile.drafting_unit else {}
