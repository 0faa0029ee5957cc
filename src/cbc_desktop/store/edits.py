"""Which edits can be taken back, and which of those taken back can be done again (decision 22).

An edit is one action of a person on one form: all changes of one transaction, under one number.
"""

from __future__ import annotations

from enum import Enum
from typing import NewType

from cbc_desktop.store.changes import EDIT
from cbc_desktop.store.database import Database

EditNumber = NewType("EditNumber", int)


class EditStatus(Enum):
    """Only the last edit that is done can be undone, and only the first that is undone can be redone."""

    DONE = "done"
    UNDONE = "undone"
    SETTLED = "settled"
    """Can be neither: something else was done since it was undone, or the dossier was finalised."""


class EditStore:
    """The edits of dossiers; what they changed is in the log of changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def done(self, dossier_id: str) -> None:
        """To be called at the end of a person's transaction: what it logged, if anything, can be undone."""
        number = self._database.number_given(EDIT)
        if number is None:
            return
        self._move_all(dossier_id, EditStatus.UNDONE, EditStatus.SETTLED)
        self._database.insert(
            "INSERT INTO edit (id, dossier, status) SELECT ?, id, ? FROM dossier WHERE dossier_id = ?",
            (number, EditStatus.DONE.value, dossier_id),
        )

    def settle(self, dossier_id: str) -> None:
        """Nothing that was done so far can be undone or redone any more."""
        self._move_all(dossier_id, EditStatus.DONE, EditStatus.SETTLED)
        self._move_all(dossier_id, EditStatus.UNDONE, EditStatus.SETTLED)

    def next_to_undo(self, dossier_id: str) -> EditNumber | None:
        return self._first(dossier_id, EditStatus.DONE, "DESC")

    def next_to_redo(self, dossier_id: str) -> EditNumber | None:
        return self._first(dossier_id, EditStatus.UNDONE, "ASC")

    def mark(self, edit: EditNumber, status: EditStatus) -> None:
        self._database.execute("UPDATE edit SET status = ? WHERE id = ?", (status.value, edit))

    def _first(self, dossier_id: str, status: EditStatus, order: str) -> EditNumber | None:
        found = self._database.first(
            "SELECT edit.id FROM edit JOIN dossier ON dossier.id = edit.dossier "
            f"WHERE dossier_id = ? AND status = ? ORDER BY edit.id {order} LIMIT 1",
            (dossier_id, status.value),
        )
        return EditNumber(found[0]) if found else None

    def _move_all(self, dossier_id: str, before: EditStatus, after: EditStatus) -> None:
        self._database.execute(
            "UPDATE edit SET status = ? WHERE status = ? AND dossier = (SELECT id FROM dossier WHERE dossier_id = ?)",
            (after.value, before.value, dossier_id),
        )
