"""Number, symbol, date, place and day of sending: facts of a revision, given in every state (decision 6)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.paper import faults_of
from cbc_desktop.base.text import keepable
from cbc_desktop.documents.issue_facts import numbered, require_symbol
from cbc_desktop.dossier.facts import issue_facts
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.store.database import Database
from cbc_desktop.store.issued import IssuedStep
from cbc_desktop.store.journal import FACTS_GIVEN
from cbc_desktop.store.office_store import OfficeStore
from cbc_desktop.store.stored_dossier import StoredDossier

_TEXTS = ("number", "symbol", "place", "parent_agency")
_ON_THE_DOCUMENT = ("number", "symbol", "date", "place")
NUMBERED = Message(
    "Văn bản đã được điền số {number}, nên số, ký hiệu, ngày, địa danh không sửa ở đây được nữa. Trước khi đóng dấu, "
    "hãy cấp số lại; sau đó chỉ có thể mở lại hồ sơ. Chưa có gì thay đổi.",
    "The document carries the number {number}, so number, symbol, date and place are no longer changed here. Give the "
    "number again while it is not sealed; afterwards only reopening helps. Nothing was changed.",
)


def give_facts(store: OfficeStore, database: Database, stored: StoredDossier, facts: IssueFacts, who: str) -> None:
    """Of the dossier's present revision, on one line each.

    UserFacingError when they cannot be printed, or are no number or symbol of a document.
    """
    texts: dict[str, Any] = {name: on_one_line(getattr(facts, name)) for name in _TEXTS}
    for fault in faults_of("".join(texts.values())):
        raise UserFacingError(fault)
    given = _as_decreed(replace(facts, **texts), stored.revision.facts)
    if given == stored.revision.facts:
        return
    _require_not_on_the_document(store, stored, given)
    dossier_id = stored.identity.dossier_id
    with database.atomic():
        store.dossiers.set_facts(dossier_id, given)
        told = {"revision": str(stored.revision.number), "parent-agency": given.parent_agency, **issue_facts(given)}
        store.journal.record(FACTS_GIVEN, who, dossier_id, told)


def _as_decreed(given: IssueFacts, known: IssueFacts) -> IssueFacts:
    """What was known before may be of another program, and stays as it is."""
    if given.symbol and given.symbol != known.symbol:
        require_symbol(given.symbol)
    return numbered(given) if given.number and given.number != known.number else given


def _require_not_on_the_document(store: OfficeStore, stored: StoredDossier, given: IssueFacts) -> None:
    """What the clerk has filled into the document is changed there, or not at all."""
    known = stored.revision.facts
    if all(getattr(given, name) == getattr(known, name) for name in _ON_THE_DOCUMENT):
        return
    if any(file.step is IssuedStep.NUMBERED for file in store.issued.of(stored.identity.dossier_id)):
        raise UserFacingError(NUMBERED.filled(number=known.number))


def on_one_line(text: str) -> str:
    """As it is kept where no line may end: in NFC, with single spaces."""
    return " ".join(keepable(text).split())
