"""Notes and explanations beside answers while a dossier is being filled in."""

from __future__ import annotations

import json

from cbc_desktop.base.clock import Clock
from cbc_desktop.dossier.revision import Remark, RemarkKind
from cbc_desktop.engine.address import Address
from cbc_desktop.store.changes import Change, ChangeKind, ChangeLog
from cbc_desktop.store.database import Database, Row
from cbc_desktop.store.instances import InstanceKey


class RemarkStore:
    """One remark of each kind for each address; every change is logged as answers are."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._log = ChangeLog(database, clock)

    def write(self, instance: InstanceKey, address: Address, kind: RemarkKind, text: str, who: str) -> None:
        """Keep the remark as given; "" takes it away."""
        place = (instance, address.row, address.path, kind.value)
        with self._database.atomic():
            before = self._held(place)
            if before == text:
                return
            if text:
                self._database.execute(
                    "INSERT INTO remark (instance, rid, path, kind, text) VALUES (?, ?, ?, ?, ?) "
                    "ON CONFLICT DO UPDATE SET text = excluded.text",
                    (*place, text),
                )
            else:
                self._database.execute(
                    "DELETE FROM remark WHERE instance = ? AND rid = ? AND path = ? AND kind = ?", place
                )
            entry = (ChangeKind.REMARK, address, _as_text(kind, before), _as_text(kind, text))
            self._log.record(instance, [entry], who)

    def of(self, instance: InstanceKey) -> tuple[Remark, ...]:
        """The remarks on what is there; those on a removed row come back with it."""
        found = self._database.read(
            in_remark,
            "SELECT form_id, rid, path, kind, text FROM remark JOIN instance ON instance.id = remark.instance "
            "WHERE instance = ? AND (rid = '' OR EXISTS (SELECT 1 FROM row "
            "WHERE row.instance = remark.instance AND row.rid = remark.rid)) ORDER BY path, rid, kind",
            (instance,),
        )
        return tuple(found)

    def _held(self, place: tuple[InstanceKey, str, str, str]) -> str:
        found = self._database.first(
            "SELECT text FROM remark WHERE instance = ? AND rid = ? AND path = ? AND kind = ?", place
        )
        return str(found[0]) if found else ""


def in_remark(row: Row) -> Remark:
    form_id, rid, path, kind, text = row
    return Remark(form_id, rid, path, RemarkKind(kind), text)


def _as_text(kind: RemarkKind, text: str) -> str:
    return json.dumps({"kind": kind.value, "text": text}, ensure_ascii=False) if text else ""


def logged_remark(change: Change) -> tuple[RemarkKind, str, str]:
    """Of a logged change of a remark: its kind, what it said before, and after ("" for no remark)."""
    before, after = (json.loads(text) if text else {} for text in (change.before, change.after))
    return RemarkKind({**before, **after}["kind"]), before.get("text", ""), after.get("text", "")
