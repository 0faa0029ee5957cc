"""The desk where a draft takes over what an earlier dossier of its agency says: shown first, then one step to undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import VIETNAMESE, Message
from cbc_desktop.dossier.identity import AgencyKey
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.languages import in_both_languages, language_for
from cbc_desktop.engine.navigation import page_of
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.desk import FillingDesk
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.prefilling import Prefilling
from cbc_desktop.filling.reading import as_read
from cbc_desktop.filling.whereabouts import row_words
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.store.stored_dossier import StoredDossier


@dataclass(frozen=True, slots=True)
class PrefillLine:
    """One answer that would be taken; ``table`` says in which row of which table it is, blank outside all tables."""

    form_id: str
    address: Address
    page: Message
    label: Message
    table: Message
    text: str


@dataclass(frozen=True, slots=True)
class PrefillPlan:
    """What a draft would take from ``source``; nothing has been changed."""

    dossier_id: str
    source: OpenDossier
    lines: tuple[PrefillLine, ...]


@dataclass(frozen=True, slots=True)
class PrefillDesk:
    filling: FillingDesk

    def sources(self, dossier_id: str) -> tuple[StoredDossier, ...]:
        """Dossiers of the same agency, or of one that it has followed, the last changed first.

        Trials are sources of trials only.
        """
        target = self.filling.store.dossiers.get(dossier_id)
        found = self.sources_for(target.identity.agency, trial=target.trial)
        return tuple(one for one in found if one.identity.dossier_id != dossier_id)

    def sources_for(self, agency: AgencyKey, *, trial: bool) -> tuple[StoredDossier, ...]:
        """The same for a dossier that is only going to be begun."""
        return tuple(one for one in self.filling.dossiers() if one.trial <= trial and self._precedes(one, agency))

    def plan(self, dossier_id: str, source: OpenDossier, language: str = VIETNAMESE) -> PrefillPlan:
        """What would be taken, in this language: tried on the draft as it lies in memory, and forgotten again."""
        tried = self.filling.open(dossier_id)
        lines = [line for prefilling in _prefillings(source, tried) for line in _lines(prefilling, language)]
        return PrefillPlan(dossier_id, source, tuple(lines))

    def take(self, plan: PrefillPlan) -> int:
        """Does what the plan has shown, one step to undo for each form; answers how many answers were taken.

        The history tells where they come from beside the name of who took them.
        """
        desk, source = self.filling, plan.source.stored
        who = f"{desk.who} ← {source.identity.campaign_id} ({source.revision.number})"
        draft, count = replace(desk, who=who).open(plan.dossier_id), 0
        for form_id in draft.forms:
            with draft.together(form_id):
                taken = [len(one.taken) for one in _prefillings(plan.source, draft, form_id)]
            count += sum(taken)
        facts = {"from": source.identity.dossier_id, "answers": str(count)}
        desk.store.journal.record("prefilled", desk.who, plan.dossier_id, facts)
        return count

    def _precedes(self, one: StoredDossier, agency: AgencyKey) -> bool:
        if one.identity.agency.code == agency.code:
            return True
        entry = self._agency(one)
        return entry is not None and entry.successor in (agency.code, str(agency))

    def _agency(self, stored: StoredDossier) -> Agency | None:
        """None when its campaign is not installed here (any more): such a dossier cannot be opened either."""
        try:
            campaign = self.filling.catalogue.campaign(stored.identity.campaign_id)
            return campaign.agencies.require(str(stored.identity.agency))
        except UserFacingError:
            return None


def _prefillings(source: OpenDossier, target: OpenDossier, only: str | None = None) -> Iterator[Prefilling]:
    """Each form that both have, done."""
    for form_id, filling in target.forms.items():
        if form_id in source.forms and only in (None, form_id):
            prefilling = Prefilling(source.form(form_id).session, filling)
            prefilling.run()
            yield prefilling


def _lines(prefilling: Prefilling, language: str) -> Iterator[PrefillLine]:
    """In the order of the form."""
    session = prefilling.target.session
    session.show_language(language_for(session.definition, language))
    for leaf in session.leaves():
        if leaf.address in prefilling.taken:
            label = in_both_languages(session, leaf.definition.label, leaf)
            yield PrefillLine(
                session.definition.id,
                leaf.address,
                _page(session, leaf.path),
                label,
                row_words(session, leaf),
                as_read(session, leaf),
            )


def _page(session: FormSession, path: str) -> Message:
    page, title = page_of(session.definition, path), session.definition.title
    return page.title(session) if page else Message(title, title)
