"""Return slips that were taken in, whole and never changed, and which of their questions are settled."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import BugError
from cbc_desktop.dossier.return_slip import ReturnSlip, SlipQuestion
from cbc_desktop.engine.address import Address
from cbc_desktop.store.changes import Change, ChangeKind, ChangeLog
from cbc_desktop.store.database import Database, Row
from cbc_desktop.store.instances import InstanceKey

ReturnedKey = NewType("ReturnedKey", int)
"""A returned question's number in this database; means nothing outside."""


@dataclass(frozen=True, slots=True)
class StoredReturn:
    """``revision`` is the one that was returned, ``settled_in`` that in which the question was settled, or None."""

    key: ReturnedKey
    revision: int
    returned_by: str
    returned_at: datetime
    question: SlipQuestion
    settled_in: int | None


class ReturnStore:
    """What receivers have returned; settling is logged as answers are."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._log = ChangeLog(database, clock)

    def holds(self, digest: Digest) -> bool:
        """Whether the slip of these bytes was taken in before."""
        return self._database.first("SELECT 1 FROM return_slip WHERE digest = ?", (str(digest),)) is not None

    def add(self, slip: ReturnSlip, content: bytes, who: str) -> None:
        """Keep a slip for one of the dossier's revisions; ``content`` are its bytes as they came."""
        with self._database.atomic():
            key = self._database.insert(
                "INSERT INTO return_slip (revision, digest, content, returned_by, returned_at, who, at) "
                "SELECT revision.id, ?, ?, ?, ?, ?, ? FROM revision JOIN dossier ON dossier.id = revision.dossier "
                "WHERE dossier_id = ? AND number = ?",
                (
                    str(Digest.of(content)),
                    content,
                    slip.returned_by,
                    slip.returned_at.isoformat(),
                    who,
                    self._clock.now().isoformat(),
                    slip.identity.dossier_id,
                    slip.number,
                ),
            )
            self._database.execute_many(
                "INSERT INTO returned_question (slip, form_id, rid, path, label, words) VALUES (?, ?, ?, ?, ?, ?)",
                ((key, one.form_id, one.rid, one.path, one.label, one.words) for one in slip.questions),
            )

    def of(self, dossier_id: str) -> tuple[StoredReturn, ...]:
        """Every returned question of a dossier, in the order in which the slips came."""
        rows = self._database.query(f"{_QUESTIONS} WHERE dossier_id = ? ORDER BY question.id", (dossier_id,))
        return tuple(map(_stored, rows))

    def settle(
        self, key: ReturnedKey, settled_in: int | None, instance: InstanceKey, address: Address, who: str
    ) -> None:
        """Mark a question as settled in a revision, or (None) as open again; logged where people look for it."""
        with self._database.atomic():
            before = self._settled_in(key)
            if before == settled_in:
                return
            self._database.execute("UPDATE returned_question SET settled_in = ? WHERE id = ?", (settled_in, key))
            entry = (ChangeKind.RETURN, address, _as_text(key, before), _as_text(key, settled_in))
            self._log.record(instance, [entry], who)

    def _settled_in(self, key: ReturnedKey) -> int | None:
        found = self._database.first("SELECT settled_in FROM returned_question WHERE id = ?", (key,))
        if found is None:
            raise BugError(f"there is no returned question {key}")
        return None if found[0] is None else int(found[0])


_QUESTIONS = """
SELECT question.id, number, returned_by, returned_at, form_id, rid, path, label, words, settled_in
FROM returned_question AS question JOIN return_slip ON return_slip.id = question.slip
JOIN revision ON revision.id = return_slip.revision JOIN dossier ON dossier.id = revision.dossier
"""


def _stored(row: Row) -> StoredReturn:
    key, number, by, at, form_id, rid, path, label, words, settled_in = row
    question = SlipQuestion(form_id, rid, path, label, words)
    return StoredReturn(ReturnedKey(key), number, by, datetime.fromisoformat(at), question, settled_in)


def _as_text(key: ReturnedKey, settled_in: int | None) -> str:
    return json.dumps({"question": key, "settled_in": settled_in})


def logged_return(change: Change) -> tuple[ReturnedKey, int | None, int | None]:
    """Of a logged change of a returned question: its number, in which revision it was settled before, and after."""
    before, after = json.loads(change.before), json.loads(change.after)
    return ReturnedKey(after["question"]), before["settled_in"], after["settled_in"]
