"""The two steps of a dossier at the filling desk: frozen as a revision, and opened again as the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.dossier.states import Action
from cbc_desktop.filling.finalising import revision_of
from cbc_desktop.filling.form_filling import FormFilling
from cbc_desktop.store.database import Database
from cbc_desktop.store.office_store import OfficeStore
from cbc_desktop.store.stored_dossier import StoredDossier


@dataclass(frozen=True, slots=True)
class Freezing:
    """Each step is one transaction with its line in the journal; what is in its way was asked before."""

    store: OfficeStore
    database: Database
    clock: Clock
    identifiers: IdentifierSource
    who: str

    def finalise(self, stored: StoredDossier, forms: Sequence[FormFilling]) -> Revision:
        """Nothing of the forms may wait to be saved."""
        dossier_id = stored.identity.dossier_id
        revision = revision_of(self.store, stored, forms, self.clock.now())
        with self.database.atomic():
            self.store.submissions.add(revision)
            self.store.dossiers.move(dossier_id, Action.FINALISE, self.who)
            self.store.edits.settle(dossier_id)
            facts = {"revision": str(revision.number), "content_digest": str(revision.content_digest)}
            self.store.journal.record("finalised", self.who, dossier_id, facts)
        return revision

    def reopen(self, dossier_id: str) -> None:
        """Begins revision n+1; the finalised one stays as it is."""
        with self.database.atomic():
            reopened = self.store.dossiers.reopen(dossier_id, self.identifiers, self.who)
            facts = {"revision": str(reopened.revision.number)}
            self.store.journal.record("reopened", self.who, dossier_id, facts)
