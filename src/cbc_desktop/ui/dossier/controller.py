"""Sits between the widgets of an open dossier and the filling desk: does what a person asks, and tells what changed.

Widgets call its verbs and listen to its signals; they never touch the desk's verbs themselves. One thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.dossier.revision import RemarkKind
from cbc_desktop.dossier.states import State
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.changes import NOTHING, ChangeSet
from cbc_desktop.filling.not_saved import NotSavedError, TakenBackError
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.returned import ReturnedQuestion
from cbc_desktop.filling.undoing import Undone
from cbc_desktop.ui.dossier.places import Place
from cbc_desktop.ui.dossier.saving import Saving

PAUSE = 300
"""Milliseconds of no typing after which an answer is committed."""
TRY_AGAIN = 3000
"""Milliseconds between attempts to save what could not be saved."""


class DossierController(QObject):
    """``dossier`` is for reading; what changes it goes through here."""

    changed = Signal(str, object)
    """Form id and ``ChangeSet``: what to draw anew."""
    remarked = Signal(str, object)
    """Form id and address: a note, an explanation or a file beside an answer changed."""
    returned_changed = Signal()
    """What the receiver returned is other than it was, or other marks were set: read ``returned`` anew."""
    moved_on = Signal()
    """The dossier took a step (finalised, exported, reopened …): everything about it may be different."""
    saving_changed = Signal(object)
    """The new ``Saving``."""
    refused = Signal(object)
    """A ``Message``: the desk did not do what was asked; nothing is lost."""
    did = Signal(object)
    """A ``Message``: what was just done, where it cannot be seen otherwise (undone, taken over)."""
    jump = Signal(str, object)
    """Form id and address of the question, row or table to go to and to put the keyboard in."""

    preview_wanted = Signal(object)
    """Work that makes a ``Preview``: it is to be shown when it is done."""
    sheets_wanted = Signal(str, object)
    """Form id and ``SheetRequest``: a page for workbooks is wanted."""

    def __init__(self, dossier: OpenDossier, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dossier = dossier
        self.saving = Saving()
        self.place: Place | None = None
        """Where the window is in the dossier; kept when it is dressed anew."""
        self.document = ""
        """As which document the answers are to go out, by its id; "" until a person chooses."""
        self._clock = clock
        self._remarks: dict[str, dict[tuple[Address, RemarkKind], str]] = {}
        self._returned: tuple[ReturnedQuestion, ...] | None = None
        self._pause = self._timer(PAUSE)
        self._again = self._timer(TRY_AGAIN)

    @property
    def editable(self) -> bool:
        """Whether the dossier is a draft, in which answers can be changed."""
        return self.dossier.stored.revision.state is State.DRAFT

    def remark_text(self, form_id: str, address: Address, kind: RemarkKind) -> str:
        """What stands beside an answer; "" for nothing."""
        return self._remarks_of(form_id).get((address, kind), "")

    def explained(self, form_id: str) -> frozenset[Address]:
        """Where somebody has explained a warning, or one that was there."""
        return frozenset(address for address, kind in self._remarks_of(form_id) if kind is RemarkKind.EXPLANATION)

    def _remarks_of(self, form_id: str) -> Mapping[tuple[Address, RemarkKind], str]:
        if form_id not in self._remarks:
            remarks = self.dossier.remarks(form_id)
            self._remarks[form_id] = {(Address(one.rid, one.path), one.kind): one.text for one in remarks}
        return self._remarks[form_id]

    @property
    def returned(self) -> tuple[ReturnedQuestion, ...]:
        """The questions that the receiver returned, as they stand now."""
        if self._returned is None:
            self._returned = self.dossier.returned_questions()
        return self._returned

    def settle_returned(self, question: ReturnedQuestion, *, settled: bool) -> bool:
        """A person says that a returned question is dealt with, or that it is not; False when it was refused."""
        if not self._all_saved():
            return False
        try:
            self.dossier.settle_returned(question, settled=settled)
        except UserFacingError as error:
            self.refused.emit(error.message)
            return False
        self._saved()
        self._forget_returned()
        return True

    def _forget_returned(self) -> None:
        self._returned = None
        self.returned_changed.emit()

    def type(self, form_id: str, address: Address, lexical: str) -> None:
        """A key was pressed in a field: kept at once, committed after a pause or when the field is left."""
        self._publish(form_id, self.dossier.type(form_id, address, lexical))
        since = self.saving.unsaved_since or self._clock.now()
        self._set_saving(Saving(self.saving.saved_at, since, self.saving.trouble))
        self._pause.start()

    def leave(self) -> bool:
        """Commits what was typed; called when a field is left, before every other verb, and at the end."""
        self._pause.stop()
        if not self.dossier.has_unsaved:
            return True
        try:
            self.dossier.save()
        except UserFacingError as error:
            self._not_saved(error)
            return False
        self._saved()
        return True

    def perform(self, form_id: str, verb: Callable[[], ChangeSet]) -> ChangeSet:
        """Any verb of the desk that answers with a change set: committed, then published.

        ``controller.perform(form_id, lambda: dossier.add_rows(form_id, repeat, 1))``
        """
        self.leave()
        try:
            changes = verb()
        except NotSavedError as error:
            self._done_but_not_saved(error)
            return error.changes
        except UserFacingError as error:
            self._refused(error)
            return NOTHING
        self._publish(form_id, changes)
        self._saved()
        return changes

    def remark(self, form_id: str, address: Address, verb: Callable[[], object]) -> bool:
        """Any verb that writes beside an answer: ``lambda: dossier.note(form_id, address, text)``."""
        self.leave()
        try:
            verb()
        except NotSavedError as error:
            self._not_saved(error)
        except UserFacingError as error:
            self._refused(error)
            return False
        else:
            self._saved()
        self._remarks.pop(form_id, None)
        self.remarked.emit(form_id, address)
        return True

    def step(self, verb: Callable[[], object]) -> bool:
        """A step of the dossier as a whole (finalise, reopen, facts of issue); False when it was refused."""
        if not self._all_saved():
            return False
        try:
            verb()
        except NotSavedError as error:
            self._done_but_not_saved(error)
        except UserFacingError as error:
            self.refused.emit(error.message)
            return False
        self._remarks.clear()
        self._saved()
        self._returned = None
        self.moved_on.emit()
        return True

    def undo(self) -> None:
        self._go_back(self.dossier.undo)

    def redo(self) -> None:
        self._go_back(self.dossier.redo)

    def _go_back(self, verb: Callable[[], Undone | None]) -> None:
        if not self._all_saved():
            return
        try:
            undone = verb()
        except UserFacingError as error:
            self._refused(error)
            return
        if undone is None:
            return
        self._remarks.pop(undone.form_id, None)
        self._saved()
        self._publish(undone.form_id, undone.changes)
        self._forget_returned()
        self.remarked.emit(undone.form_id, undone.address)
        self.jump.emit(undone.form_id, undone.address)
        self.did.emit(undone.message)

    def _all_saved(self) -> bool:
        """Tells why it is not, because then nothing is done of what was asked for."""
        saved = self.leave()
        if not saved and self.saving.trouble is not None:
            self.refused.emit(self.saving.trouble)
        return saved

    def _done_but_not_saved(self, error: NotSavedError) -> None:
        self._publish(error.form_id, error.changes)
        self._not_saved(error)

    def _refused(self, error: UserFacingError) -> None:
        if isinstance(error, TakenBackError):
            self._publish(error.form_id, error.changes)
        self.refused.emit(error.message)

    def _publish(self, form_id: str, changes: ChangeSet) -> None:
        if changes.rows_added:
            self._remarks.pop(form_id, None)
        if changes.rows_added or changes.rows_removed:
            self._returned = None
        if changes:
            self.changed.emit(form_id, changes)

    def _saved(self) -> None:
        """A verb came back; that alone does not say that what waited before it is on the disk by now."""
        if self.dossier.has_unsaved:
            return
        self._again.stop()
        self._set_saving(Saving(saved_at=self._clock.now()))

    def _not_saved(self, error: UserFacingError) -> None:
        since = self.saving.unsaved_since or self._clock.now()
        self._set_saving(Saving(self.saving.saved_at, since, error.message))
        self._again.start()

    def _set_saving(self, saving: Saving) -> None:
        if saving != self.saving:
            self.saving = saving
            self.saving_changed.emit(saving)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self, interval=milliseconds, singleShot=True)
        timer.timeout.connect(self.leave)
        return timer
