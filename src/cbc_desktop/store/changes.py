"""The log of everything that people changed in a form instance; it only grows (a trigger refuses anything else)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.errors import BugError
from cbc_desktop.engine.address import Address
from cbc_desktop.store.database import Database, Row, Value
from cbc_desktop.store.instances import InstanceKey


class ChangeKind(Enum):
    """What was changed; decides what ``before`` and ``after`` hold."""

    ANSWER = "answer"
    """Lexical values."""
    REMARK = "remark"
    """JSON: kind and text."""
    RETURN = "return"
    """JSON: slip and place of a returned question, and the revision in which it was settled, or null."""
    ROW_ADDED = "row added"
    ROW_REMOVED = "row removed"
    ROW_MOVED = "row moved"
    """Of rows: JSON with parent, ordinal and the row that follows."""


OF_ROWS = frozenset({ChangeKind.ROW_ADDED, ChangeKind.ROW_REMOVED, ChangeKind.ROW_MOVED})


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


Entry = tuple[ChangeKind, Address, str, str]
"""What is written down of one change: kind, address, before, after."""

EDIT = "edit"
"""The name under which a transaction's number of its edit is kept."""


class ChangeLog:
    """Writes the log and reads it back."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def record(self, instance: InstanceKey, changes: Iterable[Entry], who: str) -> None:
        """To be called inside a transaction: all entries of one transaction belong to one edit."""
        edit, at = self._database.number_of_action(EDIT, self._next_edit), self._clock.now().isoformat()
        self._database.execute_many(
            "INSERT INTO change (edit, instance, kind, rid, path, before, after, who, at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (edit, instance, kind.value, address.row, address.path, before, after, who, at)
                for kind, address, before, after in changes
            ),
        )

    def of(self, instance: InstanceKey) -> tuple[Change, ...]:
        """Every change of a form instance, the oldest first."""
        return self._read("WHERE instance = ?", (instance,))

    def at(self, instance: InstanceKey, address: Address) -> tuple[Change, ...]:
        """Every change at one address, the oldest first."""
        return self._read("WHERE instance = ? AND rid = ? AND path = ?", (instance, address.row, address.path))

    def first(self, instance: InstanceKey) -> tuple[Change, ...]:
        """What the instance began with, before anybody had answered."""
        first = "edit = (SELECT min(edit) FROM change WHERE instance = ?)"
        return self._read(f"WHERE instance = ? AND {first}", (instance, instance))

    def of_edit(self, edit: int) -> tuple[Change, ...]:
        """What one edit changed, in the order in which it did."""
        return self._read("WHERE edit = ?", (edit,))

    def instance_of(self, edit: int) -> InstanceKey:
        """The form instance that an edit changed."""
        found = self._database.first("SELECT instance FROM change WHERE edit = ? LIMIT 1", (edit,))
        if found is None:
            raise BugError(f"edit {edit} has changed nothing")
        return InstanceKey(found[0])

    def _read(self, where: str, values: Sequence[Value]) -> tuple[Change, ...]:
        columns = "edit, kind, rid, path, before, after, who, at"
        return tuple(self._database.read(_change, f"SELECT {columns} FROM change {where} ORDER BY id", values))

    def _next_edit(self) -> int:
        ((highest,),) = self._database.query("SELECT coalesce(max(edit), 0) FROM change")
        return int(highest) + 1


def _change(row: Row) -> Change:
    edit, kind, rid, path, before, after, who, at = row
    return Change(edit, ChangeKind(kind), Address(rid, path), before, after, who, datetime.fromisoformat(at))
