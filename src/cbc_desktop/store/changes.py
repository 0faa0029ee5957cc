"""The log of everything that people changed in a form instance; it only grows (a trigger refuses anything else)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from cbc_desktop.base.clock import Clock
from cbc_desktop.engine.address import Address
from cbc_desktop.store.database import Database
from cbc_desktop.store.instances import InstanceKey


class ChangeKind(Enum):
    """What was changed; decides what ``before`` and ``after`` hold."""

    ANSWER = "answer"
    """Lexical values."""
    REMARK = "remark"
    """JSON: kind and text."""
    ROW_ADDED = "row added"
    ROW_REMOVED = "row removed"
    ROW_MOVED = "row moved"
    """Of rows: JSON with parent and ordinal."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entry; "" stands for nothing. Entries with one ``edit`` belong to one action of a person."""

    edit: int
    kind: ChangeKind
    address: Address
    before: str
    after: str
    who: str
    at: datetime


class ChangeLog:
    """Writes the log and reads it back."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def record(
        self, instance: InstanceKey, kind: ChangeKind, address: Address, before: str, after: str, who: str
    ) -> None:
        """To be called inside a transaction: all entries of one transaction belong to one edit."""
        self._database.execute(
            "INSERT INTO change (edit, instance, kind, rid, path, before, after, who, at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                self._database.number_of_action("edit", self._next_edit),
                instance,
                kind.value,
                address.row,
                address.path,
                before,
                after,
                who,
                self._clock.now().isoformat(),
            ),
        )

    def of(self, instance: InstanceKey) -> tuple[Change, ...]:
        rows = self._database.query(
            "SELECT edit, kind, rid, path, before, after, who, at FROM change WHERE instance = ? ORDER BY id",
            (instance,),
        )
        return tuple(
            Change(edit, ChangeKind(kind), Address(rid, path), before, after, who, datetime.fromisoformat(at))
            for edit, kind, rid, path, before, after, who, at in rows
        )

    def _next_edit(self) -> int:
        ((highest,),) = self._database.query("SELECT coalesce(max(edit), 0) FROM change")
        return int(highest) + 1
