"""One form of an open dossier: every verb changes the session and commits what it changed before it answers.

When the disk refuses, the session keeps what was typed and the next commit tries again, so that nothing is lost.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.engine.nodes import LeafNode, RowNode
from cbc_desktop.engine.session import FormSession, SavedForm, SavedRow
from cbc_desktop.store.answers import AnswerChange, AnswerStore, StoredAnswers
from cbc_desktop.store.database import Database
from cbc_desktop.store.instances import FormInstance
from cbc_desktop.store.rows import LAST


class FormFilling:
    """``session`` is for reading; all changes go through the verbs here."""

    def __init__(
        self, session: FormSession, instance: FormInstance, database: Database, answers: AnswerStore, who: str
    ) -> None:
        self.session = session
        self.instance = instance
        self._database, self._answers, self._who = database, answers, who
        self._unsaved: deque[Callable[[], None]] = deque()

    @property
    def form_id(self) -> str:
        return self.instance.form_id

    def answer(self, address: Address, lexical: str) -> ChangeSet:
        return self._kept(self.session.answer(address, lexical))

    def add_row(self, repeat: Address, before: RowId | None = None) -> ChangeSet:
        return self._kept(self.session.add_row(repeat, before))

    def delete_row(self, row_id: RowId) -> ChangeSet:
        changes = self.session.delete_row(row_id)
        self._unsaved.append(lambda: self._answers.remove_row(self.instance.key, row_id, self._who))
        return self._kept(changes)

    def move_row(self, row_id: RowId, position: int) -> ChangeSet:
        changes = self.session.move_row(row_id, position)
        following = _following(self.session.row(row_id))
        self._unsaved.append(lambda: self._answers.move_row(self.instance.key, row_id, self._who, following))
        return self._kept(changes)

    def keep_all(self) -> None:
        """Commits a session that has just begun."""
        saved = self.session.save()
        self._unsaved.append(lambda: self._write_rows(saved.rows))
        self._unsaved.append(lambda: self._write_values(saved.values))
        self.commit()

    def commit(self) -> None:
        """Brings everything that is not on the disk yet there, in one transaction."""
        with self._database.atomic():
            for write in self._unsaved:
                write()
        self._unsaved.clear()

    def _kept(self, changes: ChangeSet) -> ChangeSet:
        rows = [self.session.row(row_id) for row_id in changes.rows_added]
        for row in rows:
            self._unsaved.append(self._addition(row))
        self._unsaved.append(lambda: self._write_values(changes.values | _addresses(rows)))
        self.commit()
        return changes

    def _addition(self, row: RowNode) -> Callable[[], None]:
        saved, following = _saved(row), _following(row)
        return lambda: self._answers.add_row(
            self.instance.key, Address(saved.id, saved.path), saved.parent, self._who, following
        )

    def _write_rows(self, rows: Iterable[SavedRow]) -> None:
        for row in rows:
            self._answers.add_row(self.instance.key, Address(row.id, row.path), row.parent, self._who)

    def _write_values(self, addresses: Iterable[Address]) -> None:
        """The present values of these addresses; facts are the dossier's own and are not kept with the answers."""
        here = [a for a in addresses if not a.row or a.row in self.session.tree.rows]
        leaves = [self.session.tree.leaf(address) for address in here]
        changes = [AnswerChange(leaf.address, leaf.lexical) for leaf in leaves if not leaf.definition.bind.own.fact]
        self._answers.write(self.instance.key, changes, self._who)


def _addresses(rows: Iterable[RowNode]) -> frozenset[Address]:
    """The leaves of new rows that begin with a value."""
    nodes = [node for row in rows for node in row.within.values()]
    return frozenset(node.address for node in nodes if isinstance(node, LeafNode) and node.lexical)


def _saved(row: RowNode) -> SavedRow:
    return SavedRow(row.id, row.repeat.row.id if row.repeat.row else "", row.path)


def _following(row: RowNode) -> RowId:
    rows = row.repeat.rows
    return rows[row.index + 1].id if row.index + 1 < len(rows) else LAST


def saved_form(stored: StoredAnswers) -> SavedForm:
    """What the store gives, in the shape in which a session resumes."""
    return SavedForm(
        tuple(SavedRow(row.rid, row.parent, row.path) for row in stored.rows),
        {Address(answer.rid, answer.path): answer.lexical for answer in stored.answers},
    )
