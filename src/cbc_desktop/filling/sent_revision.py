"""What was sent last: which revision that is, and its forms as sessions, so that they read like the draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.dossier.states import Action
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.submission import read_submission
from cbc_desktop.engine.world import World
from cbc_desktop.forms.definition import FormDefinition
from cbc_desktop.store.office_store import OfficeStore
from cbc_desktop.store.stored_dossier import StoredDossier


@dataclass(frozen=True, slots=True)
class SentRevision:
    """``forms`` are those that it carried, by id, with the frozen values, which no formula has touched since."""

    revision: Revision
    forms: Mapping[str, FormSession]


@dataclass(frozen=True, slots=True)
class SentBefore:
    """Of one dossier: read once for each revision, for what was sent never changes."""

    store: OfficeStore
    definitions: Mapping[str, FormDefinition]
    identifiers: IdentifierSource
    _read: dict[int, SentRevision | None] = field(default_factory=dict)

    def before(self, stored: StoredDossier) -> SentRevision | None:
        """What was sent before the dossier's present revision; None when nothing was."""
        number = stored.revision.number
        if number not in self._read:
            self._read[number] = read_sent(self.store, stored, self.definitions, self.identifiers)
        return self._read[number]


def read_sent(
    store: OfficeStore,
    stored: StoredDossier,
    definitions: Mapping[str, FormDefinition],
    identifiers: IdentifierSource,
) -> SentRevision | None:
    """What was sent before the dossier's present revision.

    A form that has a newer version by now is read by the names of its questions.
    """
    number = _number(store, stored)
    if number is None:
        return None
    revision = store.submissions.load(stored.identity.dossier_id, number)
    world = World(FixedClock(revision.finalised_at), identifiers, {})
    forms = {
        form.form_id: _read(definitions[form.form_id], form.submission, world)
        for form in revision.forms
        if form.form_id in definitions
    }
    return SentRevision(revision, forms)


def _number(store: OfficeStore, stored: StoredDossier) -> int | None:
    """The last revision before the present one that was handed over; if none ever was, the last finalised one."""
    dossier_id, present = stored.identity.dossier_id, stored.revision.number
    earlier = [revision.number for revision in store.dossiers.revisions(dossier_id) if revision.number < present]
    steps = store.dossiers.transitions(dossier_id)
    handed_over = {step.revision for step in steps if step.action is Action.HAND_OVER}
    numbers = [number for number in earlier if number in handed_over] or earlier
    return numbers[-1] if numbers else None


def _read(definition: FormDefinition, submission: bytes, world: World) -> FormSession:
    return FormSession.as_kept(definition, read_submission(definition, submission, world.identifiers), world)
