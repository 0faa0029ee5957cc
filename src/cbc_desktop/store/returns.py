"""Return slips that were taken in, whole and never changed, and which of their questions are settled."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.digests import Digest
from cbc_desktop.dossier.return_slip import ReturnSlip, SlipQuestion, slip_from_json
from cbc_desktop.engine.address import Address
from cbc_desktop.store.changes import Change, ChangeKind, ChangeLog
from cbc_desktop.store.database import Database, Row
from cbc_desktop.store.instances import InstanceKey
from cbc_desktop.store.sqlite_errors import DamagedDataError


class ReturnedKey(NamedTuple):
    """A question by the digest of its slip and its place in it, from 0: means the same in every database."""

    slip: Digest
    place: int


@dataclass(frozen=True, slots=True)
class StoredReturn:
    """One question of ``slip``; ``settled_in`` is the revision in which it was settled, or None."""

    key: ReturnedKey
    slip: ReturnSlip
    question: SlipQuestion
    settled_in: int | None


class ReturnStore:
    """What receivers have returned; settling is logged as answers are."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._log = ChangeLog(database, clock)

    def holds(self, slip: Digest) -> bool:
        """Whether the slip of these bytes was taken in before."""
        return self._database.first("SELECT 1 FROM return_slip WHERE digest = ?", (str(slip),)) is not None

    def add(self, slip: ReturnSlip, content: bytes, who: str) -> None:
        """Keep a slip for one of the dossier's revisions; ``content`` are its bytes as they came."""
        self._database.insert(
            "INSERT INTO return_slip (revision, digest, content, who, at) "
            "SELECT revision.id, ?, ?, ?, ? FROM revision JOIN dossier ON dossier.id = revision.dossier "
            "WHERE dossier_id = ? AND number = ?",
            (
                str(Digest.of(content)),
                content,
                who,
                self._clock.now().isoformat(),
                slip.identity.dossier_id,
                slip.number,
            ),
        )

    def of(self, dossier_id: str) -> tuple[StoredReturn, ...]:
        """Every returned question of a dossier, in the order in which the slips came; damaged bytes are told."""
        settled = {
            ReturnedKey(Digest(slip), place): settled_in
            for slip, place, settled_in in self._database.query(_SETTLED, (dossier_id,))
        }
        found = (self._slip(row) for row in self._database.query(_SLIPS, (dossier_id,)))
        return tuple(
            StoredReturn(ReturnedKey(digest, place), slip, question, settled.get(ReturnedKey(digest, place)))
            for digest, slip in found
            for place, question in enumerate(slip.questions)
        )

    def slips(self, dossier_id: str, number: int) -> Mapping[Digest, ReturnSlip]:
        """Those for one of its revisions by digest, in the order in which they came; damaged bytes are told."""
        found = (self._slip(row) for row in self._database.query(_SLIPS, (dossier_id,)))
        return {digest: slip for digest, slip in found if slip.number == number}

    def settle(
        self, key: ReturnedKey, settled_in: int | None, instance: InstanceKey, address: Address, who: str
    ) -> None:
        """Mark a question as settled in a revision, or (None) as open again; logged where people look for it."""
        with self._database.atomic():
            before = self._settled_in(key)
            if before == settled_in:
                return
            place = (str(key.slip), key.place)
            self._database.execute("DELETE FROM settled_question WHERE slip = ? AND place = ?", place)
            if settled_in is not None:
                self._database.insert(
                    "INSERT INTO settled_question (revision, slip, place, settled_in) "
                    "SELECT revision, digest, ?2, ?3 FROM return_slip WHERE digest = ?1",
                    (*place, settled_in),
                )
            entry = (ChangeKind.RETURN, address, _as_text(key, before), _as_text(key, settled_in))
            self._log.record(instance, [entry], who)

    def _settled_in(self, key: ReturnedKey) -> int | None:
        found = self._database.first(
            "SELECT settled_in FROM settled_question WHERE slip = ? AND place = ?", (str(key.slip), key.place)
        )
        return int(found[0]) if found else None

    def _slip(self, row: Row) -> tuple[Digest, ReturnSlip]:
        digest, content = row
        if Digest(digest) != Digest.of(content):
            raise DamagedDataError(self._database.path)
        return Digest(digest), slip_from_json(content)


_OF_DOSSIER = "JOIN revision ON revision.id = revision JOIN dossier ON dossier.id = dossier WHERE dossier_id = ?"
_SLIPS = f"SELECT digest, content FROM return_slip {_OF_DOSSIER} ORDER BY return_slip.id"
_SETTLED = f"SELECT slip, place, settled_in FROM settled_question {_OF_DOSSIER}"


def _as_text(key: ReturnedKey, settled_in: int | None) -> str:
    return json.dumps({"slip": str(key.slip), "question": key.place, "settled_in": settled_in})


def logged_return(change: Change) -> tuple[ReturnedKey, int | None, int | None]:
    """Of a logged change of a returned question: which, in which revision it was settled before, and after."""
    before, after = json.loads(change.before), json.loads(change.after)
    key = ReturnedKey(Digest(after["slip"]), int(after["question"]))
    return key, before["settled_in"], after["settled_in"]
