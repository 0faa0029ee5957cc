"""Taking back the last thing that a person did to a form, and doing it again: from the log, also after a restart.

What is taken back is logged like everything else: the log never forgets, it only grows (decision 22).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.engine.saved_form import Restoring, RowBack, RowGone, RowMoved, SavedRow, ValueBack
from cbc_desktop.filling.form_filling import FormFilling
from cbc_desktop.filling.not_saved import TakenBackError
from cbc_desktop.filling.possible_steps import can_be_put_back
from cbc_desktop.filling.returned import mark
from cbc_desktop.filling.undo_words import place_of, said
from cbc_desktop.store.answers import LoggedPlace
from cbc_desktop.store.changes import OF_ROWS, Change, ChangeKind
from cbc_desktop.store.database import Database
from cbc_desktop.store.edits import EditNumber, EditStatus
from cbc_desktop.store.office_store import OfficeStore
from cbc_desktop.store.remarks import logged_remark
from cbc_desktop.store.returns import logged_return

UNDONE = Message("Đã hoàn tác: {what}.", "Undone: {what}.")
REDONE = Message("Đã làm lại: {what}.", "Done again: {what}.")
NO_LONGER = Message(
    "Bước này không hoàn tác hay làm lại được nữa vì biểu mẫu không còn câu hỏi hoặc dòng của bước đó. Chưa có gì thay "
    "đổi; hãy sửa trực tiếp câu trả lời nếu cần.",
    "This step can no longer be undone or done again: the form no longer has its question or row. Nothing has been "
    "changed; correct the answer itself if need be.",
)


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back or done again: ``address`` is where to look, ``message`` says it in words."""

    form_id: str
    changes: ChangeSet
    address: Address
    message: Message


@dataclass(frozen=True, slots=True)
class Undoing:
    """The edits of one open dossier; nothing may wait to be saved when its verbs are called."""

    store: OfficeStore
    database: Database
    dossier_id: str
    forms: Mapping[str, FormFilling]
    who: str

    @property
    def can_undo(self) -> bool:
        return self.store.edits.next_to_undo(self.dossier_id) is not None

    @property
    def can_redo(self) -> bool:
        return self.store.edits.next_to_redo(self.dossier_id) is not None

    def undo(self) -> Undone | None:
        """Takes back the last edit; None when there is none left."""
        edit = self.store.edits.next_to_undo(self.dossier_id)
        return None if edit is None else self._moved(edit, EditStatus.UNDONE)

    def redo(self) -> Undone | None:
        """Does again what was taken back last; None when there is nothing."""
        edit = self.store.edits.next_to_redo(self.dossier_id)
        return None if edit is None else self._moved(edit, EditStatus.DONE)

    def _moved(self, edit: EditNumber, status: EditStatus) -> Undone:
        """One step, or none: what the disk refuses is as if it had not been asked for."""
        back = status is EditStatus.UNDONE
        changes = self.store.answers.of_edit(edit)
        filling = self._filling_of(edit)
        steps = steps_back(changes) if back else steps_on(changes)
        if not can_be_put_back(filling.session.tree, steps):
            raise UserFacingError(NO_LONGER)
        baseline = filling.baseline()
        done = filling.put_back(steps)
        _put_remarks_back(filling, changes, back=back)
        try:
            with self.database.atomic():
                filling.write()
                self._mark_returned(filling, changes, back=back)
                self.store.edits.mark(edit, status)
        except UserFacingError as error:
            raise TakenBackError(error.message, filling.form_id, filling.roll_back(baseline)) from error
        filling.written()
        sentence = (UNDONE if back else REDONE).filled(what=said(filling.session, changes))
        return Undone(filling.form_id, done, place_of(filling.session, changes), sentence)

    def _mark_returned(self, filling: FormFilling, changes: Sequence[Change], *, back: bool) -> None:
        for change in changes:
            if change.kind is ChangeKind.RETURN:
                key, before, after = logged_return(change)
                place = filling.instance.key, change.address
                mark(self.store, self.dossier_id, key, before if back else after, place, self.who)

    def _filling_of(self, edit: EditNumber) -> FormFilling:
        key = self.store.answers.instance_of(edit)
        return next(filling for filling in self.forms.values() if filling.instance.key == key)


def _put_remarks_back(filling: FormFilling, changes: Sequence[Change], *, back: bool) -> None:
    for change in changes:
        if change.kind is ChangeKind.REMARK:
            kind, before, after = logged_remark(change)
            filling.remark(change.address, kind, before if back else after)


def steps_back(changes: Sequence[Change]) -> list[Restoring]:
    """From the state after these changes to the one before them."""
    return _steps([_Step(change, change.after, change.before) for change in reversed(changes)])


def steps_on(changes: Sequence[Change]) -> list[Restoring]:
    """From the state before these changes to the one after them."""
    return _steps([_Step(change, change.before, change.after) for change in changes])


@dataclass(frozen=True, slots=True)
class _Step:
    """One logged change, in the direction in which it is gone through."""

    change: Change
    present: str
    wanted: str


def _steps(steps: Sequence[_Step]) -> list[Restoring]:
    """Rows first, each in its turn; then the values, as they are in the end, of rows that are there then."""
    rows = [_row_step(step) for step in steps if step.change.kind in OF_ROWS]
    gone: set[RowId] = set()
    for row in rows:
        if isinstance(row, RowGone):
            gone.add(row.row_id)
        elif isinstance(row, RowBack):
            gone.discard(row.row.id)
    values = {step.change.address: step.wanted for step in steps if step.change.kind is ChangeKind.ANSWER}
    return [*rows, *(ValueBack(address, text) for address, text in values.items() if address.row not in gone)]


def _row_step(step: _Step) -> RowBack | RowGone | RowMoved:
    address = step.change.address
    if not step.wanted:
        return RowGone(address.row)
    place = LoggedPlace.read(step.wanted)
    before = place.following or None
    if not step.present:
        return RowBack(SavedRow(address.row, place.parent, address.path), before)
    return RowMoved(address.row, before)
