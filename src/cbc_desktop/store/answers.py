"""The answers and rows of a form instance while it is being filled in, with the log of every change.

Each verb is one transaction, or part of the one around it. A row or an answer that is taken away leaves the live
tables; the log keeps what it was, so that it can be given back.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from cbc_desktop.base.clock import Clock
from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.store.changes import Change, ChangeKind, ChangeLog
from cbc_desktop.store.database import Database
from cbc_desktop.store.instances import InstanceKey
from cbc_desktop.store.rows import LAST, RowTable, StoredRow


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """What an address holds from now on, in its lexical form; "" takes the answer away."""

    address: Address
    lexical: str


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """One answer; blank ones are not stored."""

    rid: RowId
    path: str
    lexical: str


@dataclass(frozen=True, slots=True)
class StoredAnswers:
    """Everything a form instance holds; a row comes after its parent, and the rows of one repeat are in order."""

    rows: tuple[StoredRow, ...]
    answers: tuple[StoredAnswer, ...]


class AnswerStore:
    """Answers and rows, committed when a verb returns, unless a transaction is open around it."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._rows = RowTable(database)
        self._log = ChangeLog(database, clock)

    def load(self, instance: InstanceKey) -> StoredAnswers:
        answers = self._database.query(
            "SELECT rid, path, lexical FROM answer WHERE instance = ? ORDER BY rid, path", (instance,)
        )
        return StoredAnswers(self._rows.all(instance), tuple(StoredAnswer(*answer) for answer in answers))

    def write(self, instance: InstanceKey, changes: Sequence[AnswerChange], who: str) -> None:
        """Keep the answers as given; the row of an address must be there. What is the same already leaves no trace."""
        with self._database.atomic():
            for change in changes:
                self._write(instance, change.address, change.lexical, who)

    def add_row(self, instance: InstanceKey, address: Address, parent: RowId, who: str, before: RowId = LAST) -> None:
        """Add the repeat instance ``address.row`` to the repeat ``address.path`` of ``parent``, before another one."""
        with self._database.atomic():
            row = self._rows.add(instance, address.row, parent, address.path, before)
            self._log.record(instance, ChangeKind.ROW_ADDED, address, "", _as_text(row), who)

    def remove_row(self, instance: InstanceKey, rid: RowId, who: str) -> None:
        """Take the row away with its answers and the rows inside it."""
        with self._database.atomic():
            for row in self._rows.innermost_first(instance, rid):
                self._blank(instance, row.rid, who)
                self._rows.remove(instance, row.rid)
                address = Address(row.rid, row.path)
                self._log.record(instance, ChangeKind.ROW_REMOVED, address, _as_text(row), "", who)

    def move_row(self, instance: InstanceKey, rid: RowId, who: str, before: RowId = LAST) -> None:
        """Put the row in front of ``before``, another row of the same repeat and parent."""
        if before == rid:
            return
        with self._database.atomic():
            old = self._rows.get(instance, rid)
            new = self._rows.move(instance, old, before)
            address = Address(rid, old.path)
            self._log.record(instance, ChangeKind.ROW_MOVED, address, _as_text(old), _as_text(new), who)

    def history(self, instance: InstanceKey) -> tuple[Change, ...]:
        """Every change of the form instance, the oldest first."""
        return self._log.of(instance)

    def _blank(self, instance: InstanceKey, rid: RowId, who: str) -> None:
        paths = self._database.query(
            "SELECT path FROM answer WHERE instance = ? AND rid = ? ORDER BY path", (instance, rid)
        )
        for (path,) in paths:
            self._write(instance, Address(rid, path), "", who)

    def _write(self, instance: InstanceKey, address: Address, lexical: str, who: str) -> None:
        place = (instance, address.row, address.path)
        before = self._held(place)
        if before == lexical:
            return
        if lexical:
            self._database.execute(
                "INSERT INTO answer (instance, rid, path, lexical) VALUES (?, ?, ?, ?) "
                "ON CONFLICT DO UPDATE SET lexical = excluded.lexical",
                (*place, lexical),
            )
        else:
            self._database.execute("DELETE FROM answer WHERE instance = ? AND rid = ? AND path = ?", place)
        self._log.record(instance, ChangeKind.ANSWER, address, before, lexical, who)

    def _held(self, place: tuple[InstanceKey, RowId, str]) -> str:
        found = self._database.first("SELECT lexical FROM answer WHERE instance = ? AND rid = ? AND path = ?", place)
        return str(found[0]) if found else ""


def _as_text(row: StoredRow) -> str:
    return json.dumps({"parent": row.parent, "ordinal": row.ordinal})
