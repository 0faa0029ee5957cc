"""What was sent last: which revision that is, and its forms as sessions, so that they read like the draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.dossier.states import Action
from cbc_desktop.engine.saved_form import SavedForm
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.submission import read_submission
from cbc_desktop.engine.world import World
from cbc_desktop.forms.definition import FormDefinition
from cbc_desktop.store.office_store import OfficeStore
from cbc_desktop.store.stored_dossier import StoredDossier


@dataclass(frozen=True, slots=True)
class SentForm:
    """``session`` is for labels and choices; ``values`` are the frozen ones, which no calculation has touched since."""

    session: FormSession
    values: SavedForm


@dataclass(frozen=True, slots=True)
class SentRevision:
    """``forms`` are those that the revision carried, by id."""

    revision: Revision
    forms: Mapping[str, SentForm]


def read_sent(
    store: OfficeStore,
    stored: StoredDossier,
    definitions: Mapping[str, FormDefinition],
    facts: Mapping[str, str],
    identifiers: IdentifierSource,
) -> SentRevision | None:
    """What was sent before the dossier's present revision; ``facts`` are those of the dossier.

    A form that has a newer version by now is read by the names of its questions.
    """
    number = _number(store, stored)
    if number is None:
        return None
    revision = store.submissions.load(stored.identity.dossier_id, number)
    world = World(FixedClock(revision.finalised_at), identifiers, facts)
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


def _read(definition: FormDefinition, submission: bytes, world: World) -> SentForm:
    values = read_submission(definition, submission, world.identifiers)
    return SentForm(FormSession.resume(definition, values, world), values)
