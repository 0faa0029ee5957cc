"""The rows of repeats and their order: a row between two others takes an ordinal between theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cbc_desktop.base.errors import BugError
from cbc_desktop.engine.address import RowId
from cbc_desktop.store.database import Database
from cbc_desktop.store.instances import InstanceKey

LAST: RowId = ""
"""Given as ``before``: behind all rows that are there."""


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A repeat instance: ``path`` is its repeat's, ``parent`` the repeat instance around it ("" outside all).

    Rows of one parent and path are in the order of ``ordinal``, which means nothing else.
    """

    rid: RowId
    parent: RowId
    path: str
    ordinal: float


class RowTable:
    """The rows of all form instances; leaves transactions and the log to the answer store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, instance: InstanceKey) -> tuple[StoredRow, ...]:
        """Parents before their children, because a parent's path begins its children's and sorts before them."""
        rows = self._database.query(
            "SELECT rid, parent, path, ordinal FROM row WHERE instance = ? ORDER BY path, parent, ordinal", (instance,)
        )
        return tuple(StoredRow(*row) for row in rows)

    def get(self, instance: InstanceKey, rid: RowId) -> StoredRow:
        found = self._database.first(
            "SELECT rid, parent, path, ordinal FROM row WHERE instance = ? AND rid = ?", (instance, rid)
        )
        if found is None:
            raise BugError(f"there is no row {rid} in form instance {instance}")
        return StoredRow(*found)

    def following(self, instance: InstanceKey, row: StoredRow) -> RowId:
        """The row behind this one in its repeat; LAST when it is the last."""
        found = self._database.first(
            "SELECT rid FROM row WHERE instance = ? AND parent = ? AND path = ? AND ordinal > ? "
            "ORDER BY ordinal LIMIT 1",
            (instance, row.parent, row.path, row.ordinal),
        )
        return str(found[0]) if found else LAST

    def innermost_first(self, instance: InstanceKey, rid: RowId) -> Iterator[StoredRow]:
        """The row behind all rows inside it, at any depth."""
        inner = self._database.query(
            "SELECT rid FROM row WHERE instance = ? AND parent = ? ORDER BY path, ordinal", (instance, rid)
        )
        for (child,) in inner:
            yield from self.innermost_first(instance, child)
        yield self.get(instance, rid)

    def add(self, instance: InstanceKey, rid: RowId, parent: RowId, path: str, before: RowId) -> StoredRow:
        row = StoredRow(rid, parent, path, self._place(instance, parent, path, before))
        self._database.execute(
            "INSERT INTO row (instance, rid, parent, path, ordinal) VALUES (?, ?, ?, ?, ?)",
            (instance, row.rid, row.parent, row.path, row.ordinal),
        )
        return row

    def remove(self, instance: InstanceKey, rid: RowId) -> None:
        self._database.execute("DELETE FROM row WHERE instance = ? AND rid = ?", (instance, rid))

    def move(self, instance: InstanceKey, row: StoredRow, before: RowId) -> StoredRow:
        moved = replace(row, ordinal=self._place(instance, row.parent, row.path, before))
        self._set_ordinal(instance, moved.rid, moved.ordinal)
        return moved

    def _place(self, instance: InstanceKey, parent: RowId, path: str, before: RowId) -> float:
        """An ordinal for a row in front of ``before``."""
        if before == LAST:
            return self._behind_all(instance, parent, path)
        place = self._in_front(instance, parent, path, before)
        if place is None:  # some fifty rows were put into one gap: it has no number left
            self._number_anew(instance, parent, path)
            place = self._in_front(instance, parent, path, before)
        if place is None:
            raise BugError("there is no place between rows that were just numbered anew")
        return place

    def _behind_all(self, instance: InstanceKey, parent: RowId, path: str) -> float:
        (last,) = self._database.query(
            "SELECT max(ordinal) FROM row WHERE instance = ? AND parent = ? AND path = ?", (instance, parent, path)
        )[0]
        return 1.0 if last is None else last // 1 + 1

    def _in_front(self, instance: InstanceKey, parent: RowId, path: str, before: RowId) -> float | None:
        """Half-way to the row in front of ``before``; None when no number is left there."""
        follower = self.get(instance, before)
        if (follower.parent, follower.path) != (parent, path):
            raise BugError(f"row {before} is not in the repeat {path} of {parent or 'the form'}")
        (lower,) = self._database.query(
            "SELECT max(ordinal) FROM row WHERE instance = ? AND parent = ? AND path = ? AND ordinal < ?",
            (instance, parent, path, follower.ordinal),
        )[0]
        if lower is None:
            return follower.ordinal - 1
        middle: float = (lower + follower.ordinal) / 2
        return middle if lower < middle < follower.ordinal else None

    def _number_anew(self, instance: InstanceKey, parent: RowId, path: str) -> None:
        """Whole numbers behind all that are in use, so that no two rows have the same on the way."""
        start = self._behind_all(instance, parent, path)
        rows = self._database.query(
            "SELECT rid FROM row WHERE instance = ? AND parent = ? AND path = ? ORDER BY ordinal",
            (instance, parent, path),
        )
        for position, (rid,) in enumerate(rows):
            self._set_ordinal(instance, rid, start + position)

    def _set_ordinal(self, instance: InstanceKey, rid: RowId, ordinal: float) -> None:
        self._database.execute("UPDATE row SET ordinal = ? WHERE instance = ? AND rid = ?", (ordinal, instance, rid))
