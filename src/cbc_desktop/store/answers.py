"""The answers and rows of a form instance while it is being filled in, with the log of every change.

Each verb is one transaction, or part of the one around it. A row or an answer that is taken away leaves the live
tables; the log keeps what it was, so that it can be given back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cbc_desktop.base.clock import Clock
from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.store.changes import Change, ChangeKind, ChangeLog, Entry
from cbc_desktop.store.database import Database
from cbc_desktop.store.instances import InstanceKey
from cbc_desktop.store.rows import LAST, RowTable, StoredRow
from cbc_desktop.store.sqlite_errors import DamagedDataError

_ONE_BY_ONE = 50
"""Up to so many addresses are looked up one by one."""


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
        """UserFacingError when they do not fit together any more."""
        sql = "SELECT rid, path, lexical FROM answer WHERE instance = ? ORDER BY rid, path"
        answers = [StoredAnswer(*answer) for answer in self._database.query(sql, (instance,))]
        rows = self._rows.all(instance)
        there = {"", *(row.rid for row in rows)}
        if not there.issuperset([*(row.parent for row in rows), *(answer.rid for answer in answers)]):
            raise DamagedDataError(self._database.path)
        return StoredAnswers(rows, tuple(answers))

    def write(self, instance: InstanceKey, changes: Sequence[AnswerChange], who: str) -> None:
        """Keep the answers as given; the row of an address must be there. What is the same already leaves no trace."""
        with self._database.atomic():
            held = self._held(instance, changes)
            new = {change.address: change.lexical for change in changes}
            different = {address: text for address, text in new.items() if held.get(address, "") != text}
            self._keep(instance, different)
            entries = ((ChangeKind.ANSWER, address, held.get(address, ""), text) for address, text in different.items())
            self._record(instance, list(entries), who)

    def add_row(self, instance: InstanceKey, address: Address, parent: RowId, who: str, before: RowId = LAST) -> None:
        """Add the repeat instance ``address.row`` to the repeat ``address.path`` of ``parent``, before another one."""
        with self._database.atomic():
            row = self._rows.add(instance, address.row, parent, address.path, before)
            self._record(instance, [(ChangeKind.ROW_ADDED, address, "", _as_text(row, before))], who)

    def remove_row(self, instance: InstanceKey, rid: RowId, who: str) -> None:
        """Take the row away with its answers and the rows inside it."""
        with self._database.atomic():
            for row in self._rows.innermost_first(instance, rid):
                self._blank(instance, row.rid, who)
                following = self._rows.following(instance, row)
                self._rows.remove(instance, row.rid)
                address = Address(row.rid, row.path)
                self._record(instance, [(ChangeKind.ROW_REMOVED, address, _as_text(row, following), "")], who)

    def move_row(self, instance: InstanceKey, rid: RowId, who: str, before: RowId = LAST) -> None:
        """Put the row in front of ``before``, another row of the same repeat and parent."""
        if before == rid:
            return
        with self._database.atomic():
            old = self._rows.get(instance, rid)
            followed = self._rows.following(instance, old)
            new = self._rows.move(instance, old, before)
            entry = (ChangeKind.ROW_MOVED, Address(rid, old.path), _as_text(old, followed), _as_text(new, before))
            self._record(instance, [entry], who)

    def history(self, instance: InstanceKey) -> tuple[Change, ...]:
        """Every change of the form instance, the oldest first."""
        return self._log.of(instance)

    def at(self, instance: InstanceKey, address: Address) -> tuple[Change, ...]:
        """Every change at one address, the oldest first."""
        return self._log.at(instance, address)

    def begun_with(self, instance: InstanceKey) -> dict[Address, str]:
        """The values that the form itself put there when the dossier was begun."""
        first = self._log.first(instance)
        return {change.address: change.after for change in first if change.kind is ChangeKind.ANSWER}

    def of_edit(self, edit: int) -> tuple[Change, ...]:
        """What one edit changed, in the order in which it did."""
        return self._log.of_edit(edit)

    def instance_of(self, edit: int) -> InstanceKey:
        """The form instance that an edit changed."""
        return self._log.instance_of(edit)

    def _record(self, instance: InstanceKey, entries: Sequence[Entry], who: str) -> None:
        if entries:
            self._log.record(instance, entries, who)

    def _blank(self, instance: InstanceKey, rid: RowId, who: str) -> None:
        paths = self._database.query(
            "SELECT path FROM answer WHERE instance = ? AND rid = ? ORDER BY path", (instance, rid)
        )
        self.write(instance, [AnswerChange(Address(rid, path), "") for (path,) in paths], who)

    def _keep(self, instance: InstanceKey, answers: Mapping[Address, str]) -> None:
        self._database.execute_many(
            "INSERT INTO answer (instance, rid, path, lexical) VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET lexical = excluded.lexical",
            ((instance, address.row, address.path, text) for address, text in answers.items() if text),
        )
        self._database.execute_many(
            "DELETE FROM answer WHERE instance = ? AND rid = ? AND path = ?",
            ((instance, address.row, address.path) for address, text in answers.items() if not text),
        )

    def _held(self, instance: InstanceKey, changes: Sequence[AnswerChange]) -> dict[Address, str]:
        """What the addresses hold; for many of them all answers are read at once."""
        if len(changes) > _ONE_BY_ONE:
            asked = {(change.address.row, change.address.path): change.address for change in changes}
            answers = self._database.query("SELECT rid, path, lexical FROM answer WHERE instance = ?", (instance,))
            return {asked[rid, path]: lexical for rid, path, lexical in answers if (rid, path) in asked}
        found = ((change.address, self._one(instance, change.address)) for change in changes)
        return {address: text for address, text in found if text}

    def _one(self, instance: InstanceKey, address: Address) -> str:
        found = self._database.first(
            "SELECT lexical FROM answer WHERE instance = ? AND rid = ? AND path = ?",
            (instance, address.row, address.path),
        )
        return str(found[0]) if found else ""


def _as_text(row: StoredRow, following: RowId) -> str:
    return json.dumps({"parent": row.parent, "ordinal": row.ordinal, "following": following})


@dataclass(frozen=True, slots=True)
class LoggedPlace:
    """Where a row was, as the log has it: in the repeat of ``parent``, in front of ``following`` (LAST: the last)."""

    parent: RowId
    following: RowId

    @classmethod
    def read(cls, text: str) -> LoggedPlace:
        place = json.loads(text)
        return cls(place["parent"], place.get("following", LAST))
