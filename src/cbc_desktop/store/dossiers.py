"""Dossiers and their revisions: which there are, how far each has come, and the facts of its issue.

What may follow what is decided by ``dossier/states.py`` alone; this file keeps the outcome.
"""

from __future__ import annotations

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.base.message import Message
from cbc_desktop.dossier import states
from cbc_desktop.dossier.identity import AgencyKey, DossierIdentity
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.dossier.states import Action, State
from cbc_desktop.store.database import Database, Row
from cbc_desktop.store.instances import InstanceStore
from cbc_desktop.store.stored_dossier import (
    DOSSIERS,
    REVISIONS,
    TRANSITIONS,
    StoredDossier,
    StoredRevision,
    Transition,
    dossier_in,
    revision_in,
    transition_in,
)

ALREADY_THERE = Message(
    "Đơn vị này đã có hồ sơ cho đợt khảo sát này. Hãy mở hồ sơ đã có trong danh sách; chưa có gì bị thay đổi.",
    "This agency already has a dossier for this campaign. Open it from the list; nothing has been changed.",
)


class DossierStore:
    """The dossiers of this computer. ``dossier_id`` is the UUID in ``DossierIdentity``."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._instances = InstanceStore(database)

    def create(self, identity: DossierIdentity, agency_name: str, *, trial: bool = False) -> None:
        """A dossier whose first revision is a draft; UserFacingError when the agency has one for the campaign."""
        with self._database.atomic():
            if self.find(identity.campaign_id, identity.agency, trial=trial):
                raise UserFacingError(ALREADY_THERE)
            dossier = self._database.insert(
                "INSERT INTO dossier (dossier_id, campaign_id, agency, agency_name, trial, created_at) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (
                    identity.dossier_id,
                    identity.campaign_id,
                    str(identity.agency),
                    agency_name,
                    trial,
                    self._clock.now().isoformat(),
                ),
            )
            self._add_revision(dossier, 1, None)

    def all(self) -> tuple[StoredDossier, ...]:
        """The last changed first."""
        dossiers = self._database.read(dossier_in, DOSSIERS)
        return tuple(sorted(dossiers, key=lambda dossier: dossier.changed_at, reverse=True))

    def get(self, dossier_id: str) -> StoredDossier:
        found = self._database.read(dossier_in, f"{DOSSIERS} AND dossier_id = ?", (dossier_id,))
        if not found:
            raise BugError(f"there is no dossier {dossier_id}")
        return found[0]

    def find(self, campaign_id: str, agency: AgencyKey, *, trial: bool = False) -> StoredDossier | None:
        where = "campaign_id = ? AND agency = ? AND trial = ?"
        found = self._database.read(dossier_in, f"{DOSSIERS} AND {where}", (campaign_id, str(agency), trial))
        return next(iter(found), None)

    def revisions(self, dossier_id: str) -> tuple[StoredRevision, ...]:
        """All revisions, the first one first."""
        return tuple(self._database.read(revision_in, REVISIONS, (dossier_id,)))

    def transitions(self, dossier_id: str) -> tuple[Transition, ...]:
        """Every step of every revision, the oldest first."""
        return tuple(self._database.read(transition_in, TRANSITIONS, (dossier_id,)))

    def set_facts(self, dossier_id: str, facts: IssueFacts) -> None:
        """The facts of issue of the latest revision."""
        self._database.execute(
            "UPDATE revision SET issue_number = ?, issue_symbol = ?, issue_date = ?, issue_place = ?, sent = ?, "
            "issue_parent = ? WHERE id = ?",
            (
                facts.number,
                facts.symbol,
                facts.date.isoformat() if facts.date else None,
                facts.place,
                facts.sent.isoformat() if facts.sent else None,
                facts.parent_agency,
                self._latest(dossier_id)[0],
            ),
        )

    def move(self, dossier_id: str, action: Action, who: str) -> State:
        """Take the latest revision one step further; UserFacingError when the table of states forbids it.

        Before it is finalised, its submissions are added (``SubmissionStore.add``), in the same transaction.
        """
        if action is Action.REOPEN:
            raise BugError("reopening makes a new revision: use reopen")
        with self._database.atomic():
            return self._move(dossier_id, action, who)

    def reopen(self, dossier_id: str, identifiers: IdentifierSource, who: str) -> StoredDossier:
        """Close the latest revision and open a draft that replaces it.

        Each form that it froze gets a new instanceID and deprecates the frozen one (ODK XForms, metadata).
        """
        with self._database.atomic():
            self._move(dossier_id, Action.REOPEN, who)
            key, dossier, number, _, digest = self._latest(dossier_id)
            for (instance,) in self._database.query(_FROZEN_INSTANCES, (key,)):
                self._instances.replace_submission(instance, f"uuid:{identifiers.new_uuid()}")
            self._add_revision(dossier, number + 1, digest)
        return self.get(dossier_id)

    def _move(self, dossier_id: str, action: Action, who: str) -> State:
        key, _, number, state, digest = self._latest(dossier_id)
        before = State(state)
        after = states.after(before, action)
        if digest is None:
            raise BugError(f"revision {number} of dossier {dossier_id} has no submissions yet")
        self._database.execute("UPDATE revision SET state = ? WHERE id = ?", (after.value, key))
        self._database.execute(
            "INSERT INTO transition (revision, action, before, after, who, at) VALUES (?, ?, ?, ?, ?, ?)",
            (key, action.value, before.value, after.value, who, self._clock.now().isoformat()),
        )
        return after

    def _latest(self, dossier_id: str) -> Row:
        """Key, dossier's key, number, state and content digest of the latest revision."""
        found = self._database.first(
            "SELECT revision.id, dossier, number, state, content_digest FROM revision "
            "JOIN dossier ON dossier.id = revision.dossier WHERE dossier_id = ? ORDER BY number DESC LIMIT 1",
            (dossier_id,),
        )
        if found is None:
            raise BugError(f"there is no dossier {dossier_id}")
        return found

    def _add_revision(self, dossier: int, number: int, replaces: str | None) -> None:
        """The facts of issue start blank, but for symbol, place and parent agency, which rarely change."""
        kept = ("issue_symbol", "issue_place", "issue_parent")
        before = "(SELECT {} FROM revision WHERE dossier = ?1 AND number = ?2 - 1)"
        values = ", ".join(f"coalesce({before.format(column)}, '')" for column in kept)
        self._database.execute(
            f"INSERT INTO revision (dossier, number, state, replaces, {', '.join(kept)}) VALUES (?, ?, ?, ?, {values})",
            (dossier, number, states.FIRST.value, replaces),
        )


_FROZEN_INSTANCES = """
SELECT instance.id FROM submission JOIN instance ON instance.instance_id = submission.instance_id
WHERE submission.revision = ?
"""
