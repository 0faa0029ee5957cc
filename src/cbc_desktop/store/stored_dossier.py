"""What the dossier store answers with, and how it is read from the tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cbc_desktop.base.digests import Digest
from cbc_desktop.dossier.identity import AgencyKey, DossierIdentity
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.dossier.states import Action, State
from cbc_desktop.store.database import Row


@dataclass(frozen=True, slots=True)
class StoredRevision:
    """One revision of a dossier; ``content_digest`` and ``finalised_at`` are None while it is a draft."""

    number: int
    state: State
    replaces: Digest | None
    content_digest: Digest | None
    finalised_at: datetime | None
    facts: IssueFacts


@dataclass(frozen=True, slots=True)
class StoredDossier:
    """A dossier with its latest revision; ``changed_at`` tells when it was last filled in."""

    identity: DossierIdentity
    agency_name: str
    trial: bool
    created_at: datetime
    revision: StoredRevision
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Transition:
    """One step of a revision from state to state."""

    revision: int
    action: Action
    before: State
    after: State
    who: str
    at: datetime


_REVISION = (
    "number, state, replaces, content_digest, finalised_at, "
    "issue_number, issue_symbol, issue_date, issue_place, sent, issue_parent"
)
DOSSIERS = f"""
SELECT campaign_id, agency, dossier_id, agency_name, trial, created_at,
    (SELECT at FROM change WHERE id = (SELECT max(change.id) FROM change
        JOIN instance ON instance.id = change.instance WHERE instance.dossier = dossier.id)),
    {_REVISION}
FROM dossier JOIN revision ON revision.dossier = dossier.id
WHERE number = (SELECT max(number) FROM revision WHERE dossier = dossier.id)
"""
REVISIONS = f"""
SELECT {_REVISION} FROM revision JOIN dossier ON dossier.id = revision.dossier
WHERE dossier_id = ? ORDER BY number
"""
TRANSITIONS = """
SELECT number, action, before, after, who, at FROM transition
JOIN revision ON revision.id = transition.revision JOIN dossier ON dossier.id = revision.dossier
WHERE dossier_id = ? ORDER BY transition.id
"""


def dossier_in(row: Row) -> StoredDossier:
    campaign_id, agency, dossier_id, agency_name, trial, created_at, changed_at, *revision = row
    return StoredDossier(
        identity=DossierIdentity(campaign_id, AgencyKey.parse(agency), dossier_id),
        agency_name=agency_name,
        trial=bool(trial),
        created_at=datetime.fromisoformat(created_at),
        revision=revision_in(tuple(revision)),
        changed_at=datetime.fromisoformat(changed_at or created_at),
    )


def revision_in(row: Row) -> StoredRevision:
    number, state, replaces, content_digest, finalised_at, issue_number, symbol, day, place, sent, parent = row
    return StoredRevision(
        number=number,
        state=State(state),
        replaces=Digest(replaces) if replaces else None,
        content_digest=Digest(content_digest) if content_digest else None,
        finalised_at=datetime.fromisoformat(finalised_at) if finalised_at else None,
        facts=IssueFacts(issue_number, symbol, _day(day), place, _day(sent), parent),
    )


def transition_in(row: Row) -> Transition:
    number, action, before, after, who, at = row
    return Transition(number, Action(action), State(before), State(after), who, datetime.fromisoformat(at))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
