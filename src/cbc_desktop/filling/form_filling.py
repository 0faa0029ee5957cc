"""One form of an open dossier: its session, and what of it has to be written to the store yet.

Verbs change the session at once; ``write`` brings what they changed to the store, inside the caller's transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.changes import NOTHING, ChangeSet
from cbc_desktop.engine.nodes import LeafNode, RowNode
from cbc_desktop.engine.saved_form import Restoring, RowBack, RowGone, RowMoved, SavedForm, SavedRow, ValueBack
from cbc_desktop.engine.session import FormSession
from cbc_desktop.store.answers import AnswerChange, AnswerStore, StoredAnswers
from cbc_desktop.store.instances import FormInstance
from cbc_desktop.store.rows import LAST

Writing = Callable[[], None] | set[Address]
"""A change of rows, or addresses whose present values are to be written."""


class FormFilling:
    """``session`` is for reading; all changes go through the verbs here."""

    def __init__(self, session: FormSession, instance: FormInstance, answers: AnswerStore, who: str) -> None:
        self.session = session
        self.instance = instance
        self._answers, self._who = answers, who
        self._unsaved: list[Writing] = []

    @property
    def form_id(self) -> str:
        return self.instance.form_id

    @property
    def has_unsaved(self) -> bool:
        return bool(self._unsaved)

    # --- verbs -----------------------------------------------------------------------------------------------------

    def answer_all(self, answers: Mapping[Address, str]) -> ChangeSet:
        return self._noted(self.session.answer_all(answers))

    def add_rows(self, repeat: Address, count: int, before: RowId | None) -> ChangeSet:
        return self._noted(self.session.add_rows(repeat, count, before))

    def delete_rows(self, row_ids: Iterable[RowId]) -> ChangeSet:
        changes = NOTHING
        for row_id in row_ids:
            deleted = self.session.delete_row(row_id)
            self._unsaved.append(self._removal(row_id))
            changes |= self._noted(deleted)
        return changes

    def move_row(self, row_id: RowId, position: int) -> ChangeSet:
        changes = self.session.move_row(row_id, position)
        self._unsaved.append(self._move(row_id, _following(self.session.row(row_id), frozenset())))
        return self._noted(changes)

    def put_back(self, steps: Sequence[Restoring]) -> ChangeSet:
        """Rows and values as they were; see ``FormSession.put_back``."""
        changes = self.session.put_back(steps)
        back = {step.row.id for step in steps if isinstance(step, RowBack)}
        self._unsaved.extend(self._step(step) for step in steps if not isinstance(step, ValueBack))
        self._note_rows([row_id for row_id in changes.rows_added if row_id not in back])
        there = [self.session.row(row_id) for row_id in back if row_id in self.session.tree.rows]
        self._note_values(changes.values | _addresses(there))
        return changes

    def _step(self, step: RowBack | RowGone | RowMoved) -> Callable[[], None]:
        if isinstance(step, RowBack):
            return self._addition(step.row, step.before or LAST)
        if isinstance(step, RowGone):
            return self._removal(step.row_id)
        return self._move(step.row_id, step.before or LAST)

    # --- bringing it to the disk -----------------------------------------------------------------------------------

    def note_all(self) -> None:
        """Everything of a session that has just begun is to be written."""
        saved = self.session.save()
        for row in saved.rows:
            self._unsaved.append(self._addition(row, LAST))
        self._note_values(saved.values)

    def write(self) -> None:
        """To be called in a transaction; after its COMMIT call ``written``."""
        for writing in self._unsaved:
            if isinstance(writing, set):
                self._answers.write(self.instance.key, list(self._present(writing)), self._who)
            else:
                writing()

    def written(self) -> None:
        self._unsaved.clear()

    def _noted(self, changes: ChangeSet) -> ChangeSet:
        self._note_rows(changes.rows_added)
        self._note_values(changes.values)
        return changes

    def _note_rows(self, row_ids: Sequence[RowId]) -> None:
        """New rows with what they begin with; each goes in front of a row that the store has by then."""
        rows, new = [self.session.row(row_id) for row_id in row_ids], frozenset(row_ids)
        self._unsaved.extend(self._addition(_saved(row), _following(row, new)) for row in rows)
        self._note_values(_addresses(rows))

    def _note_values(self, addresses: Iterable[Address]) -> None:
        """Values that follow each other are written once, as they are then."""
        if self._unsaved and isinstance(self._unsaved[-1], set):
            self._unsaved[-1].update(addresses)
        elif new := set(addresses):
            self._unsaved.append(new)

    def _addition(self, row: SavedRow, following: RowId) -> Callable[[], None]:
        address = Address(row.id, row.path)
        return lambda: self._answers.add_row(self.instance.key, address, row.parent, self._who, following)

    def _move(self, row_id: RowId, following: RowId) -> Callable[[], None]:
        return lambda: self._answers.move_row(self.instance.key, row_id, self._who, following)

    def _removal(self, row_id: RowId) -> Callable[[], None]:
        return lambda: self._answers.remove_row(self.instance.key, row_id, self._who)

    def _present(self, addresses: Iterable[Address]) -> Iterator[AnswerChange]:
        """The values now, in a fixed order; facts are the dossier's own and are not kept with the answers."""
        for address in sorted(addresses):
            if address.row and address.row not in self.session.tree.rows:
                continue
            leaf = self.session.tree.leaf(address)
            if not leaf.definition.bind.own.fact:
                yield AnswerChange(address, leaf.lexical)


def _addresses(rows: Iterable[RowNode]) -> frozenset[Address]:
    """The leaves of new rows that begin with a value."""
    nodes = [node for row in rows for node in row.within.values()]
    return frozenset(node.address for node in nodes if isinstance(node, LeafNode) and node.lexical)


def _saved(row: RowNode) -> SavedRow:
    return SavedRow(row.id, row.repeat.row.id if row.repeat.row else "", row.path)


def _following(row: RowNode, without: frozenset[RowId]) -> RowId:
    """The next row of the repeat that is not one of ``without``."""
    return next((other.id for other in row.repeat.rows[row.index + 1 :] if other.id not in without), LAST)


def saved_form(stored: StoredAnswers) -> SavedForm:
    """What the store gives, in the shape in which a session resumes."""
    return SavedForm(
        tuple(SavedRow(row.rid, row.parent, row.path) for row in stored.rows),
        {Address(answer.rid, answer.path): answer.lexical for answer in stored.answers},
    )
