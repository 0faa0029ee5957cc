"""One form of an open dossier: its session, the remarks beside it, and what of both has to be written yet.

Verbs change the session at once; ``write`` brings what they changed to the store, inside the caller's transaction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cbc_desktop.base.text import keepable
from cbc_desktop.dossier.revision import Remark, RemarkKind
from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.engine.saved_form import Restoring, RowBack, SavedForm, SavedRow, ValueBack
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.rolling_back import steps_to
from cbc_desktop.filling.unsaved import Bookmark, Unsaved, addresses_in
from cbc_desktop.store.answers import StoredAnswers
from cbc_desktop.store.instances import FormInstance
from cbc_desktop.store.office_store import OfficeStore


@dataclass(frozen=True, slots=True)
class Baseline:
    """A form before an action; ``kept`` is None when the store has it all, which is dear to read and seldom needed."""

    kept: SavedForm | None
    bookmark: Bookmark


class FormFilling:
    """``session`` is for reading; all changes go through the verbs here."""

    def __init__(self, session: FormSession, instance: FormInstance, store: OfficeStore, who: str) -> None:
        self.session = session
        self.instance = instance
        self._store = store
        self._unsaved = Unsaved(session, instance.key, store.answers, store.remarks, who)

    @property
    def form_id(self) -> str:
        return self.instance.form_id

    @property
    def has_unsaved(self) -> bool:
        return bool(self._unsaved)

    # --- verbs -----------------------------------------------------------------------------------------------------

    def answer_all(self, answers: Mapping[Address, str]) -> ChangeSet:
        """Lexical forms, right or wrong; outer spaces are nobody's answer."""
        kept = {address: keepable(text).strip() for address, text in answers.items()}  # what is unseen first
        return self._noted(self.session.answer_all(kept))

    def add_rows(self, repeat: Address, count: int, before: RowId | None) -> ChangeSet:
        return self._noted(self.session.add_rows(repeat, count, before))

    def delete_rows(self, row_ids: Sequence[RowId]) -> ChangeSet:
        changes = self.session.delete_rows(row_ids)
        for row_id in row_ids:
            self._unsaved.note_removal(row_id)
        return self._noted(changes)

    def move_row(self, row_id: RowId, position: int) -> ChangeSet:
        changes = self.session.move_row(row_id, position)
        self._unsaved.note_move(row_id)
        return self._noted(changes)

    def put_back(self, steps: Sequence[Restoring]) -> ChangeSet:
        """Rows and values as they were; see ``FormSession.put_back``."""
        changes = self.session.put_back(steps)
        back = {step.row.id for step in steps if isinstance(step, RowBack)}
        for step in steps:
            if not isinstance(step, ValueBack):
                self._unsaved.note_step(step)
        self._unsaved.note_new_rows([row_id for row_id in changes.rows_added if row_id not in back])
        there = [self.session.row(row_id) for row_id in back if row_id in self.session.tree.rows]
        self._unsaved.note_values(changes.values | addresses_in(there))
        return changes

    def remark(self, address: Address, kind: RemarkKind, text: str) -> None:
        """A note or an explanation beside an answer, a row or a table; "" takes it away."""
        self._unsaved.remarks[address, kind] = text

    @property
    def given(self) -> frozenset[Address]:
        """Where people answered, also from a file: not what the dossier began with, what is default or calculated."""
        begun = self._store.answers.begun_with(self.instance.key)
        answered = (leaf for leaf in self.session.leaves() if leaf.lexical and leaf.definition.takes_answers)
        own = (leaf for leaf in answered if leaf.lexical not in (leaf.definition.default, begun.get(leaf.address)))
        return frozenset(leaf.address for leaf in own)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What stands beside what is there now, saved or not."""
        saved = self._store.remarks.of(self.instance.key)
        texts = {(Address(one.rid, one.path), one.kind): one.text for one in saved} | self._unsaved.remarks
        given = ((at, kind, text) for (at, kind), text in texts.items() if text and self.session.tree.holds(at))
        remarks = (Remark(self.form_id, at.row, at.path, kind, text) for at, kind, text in given)
        return tuple(sorted(remarks, key=lambda one: (one.path, one.rid, one.kind.value)))

    def _noted(self, changes: ChangeSet) -> ChangeSet:
        self._unsaved.note_new_rows(changes.rows_added)
        self._unsaved.note_values(changes.values)
        return changes

    # --- bringing it to the disk -----------------------------------------------------------------------------------

    def note_all(self) -> None:
        """Everything of a session that has just begun is to be written."""
        self._unsaved.note_all()

    def write(self) -> None:
        """To be called in a transaction; after its COMMIT call ``written``."""
        self._unsaved.write()

    def written(self) -> None:
        self._unsaved.clear()

    def baseline(self) -> Baseline:
        """What ``roll_back`` can go back to."""
        return Baseline(self.session.save() if self.has_unsaved else None, self._unsaved.bookmark())

    def roll_back(self, baseline: Baseline) -> ChangeSet:
        """What came after the baseline was never done."""
        kept = baseline.kept or saved_form(self._store.answers.load(self.instance.key))
        return self.session.put_back(steps_to(self.session, kept, self._unsaved.back_to(baseline.bookmark)))


def saved_form(stored: StoredAnswers) -> SavedForm:
    """What the store gives, in the shape in which a session resumes."""
    return SavedForm(
        tuple(SavedRow(row.rid, row.parent, row.path) for row in stored.rows),
        {Address(answer.rid, answer.path): answer.lexical for answer in stored.answers},
    )
