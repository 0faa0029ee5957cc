"""Number, symbol, date, place and day of sending: facts of a revision, given in every state (decision 6)."""

from __future__ import annotations

from dataclasses import replace

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.paper import faults_of
from cbc_desktop.base.text import keepable
from cbc_desktop.dossier.facts import issue_facts
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.store.database import Database
from cbc_desktop.store.journal import FACTS_GIVEN
from cbc_desktop.store.office_store import OfficeStore
from cbc_desktop.store.stored_dossier import StoredDossier


def give_facts(store: OfficeStore, database: Database, stored: StoredDossier, facts: IssueFacts, who: str) -> None:
    """Of the dossier's present revision, on one line each; UserFacingError when they cannot be printed."""
    number, symbol, place = map(_on_one_line, (facts.number, facts.symbol, facts.place))
    for fault in faults_of(f"{number}{symbol}{place}"):
        raise UserFacingError(fault)
    given, dossier_id = replace(facts, number=number, symbol=symbol, place=place), stored.identity.dossier_id
    if given == stored.revision.facts:
        return
    with database.atomic():
        store.dossiers.set_facts(dossier_id, given)
        told = {"revision": str(stored.revision.number), **issue_facts(given)}
        store.journal.record(FACTS_GIVEN, who, dossier_id, told)


def _on_one_line(text: str) -> str:
    return " ".join(keepable(text).split())
