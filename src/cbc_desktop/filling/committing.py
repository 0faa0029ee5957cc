"""One action of a person is one transaction and one edit: done and committed as a whole, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.engine.changes import NOTHING, ChangeSet
from cbc_desktop.filling.form_filling import Baseline, FormFilling
from cbc_desktop.filling.not_saved import NotSavedError, TakenBackError
from cbc_desktop.store.database import Database
from cbc_desktop.store.edits import EditStore


@dataclass(slots=True)
class _Action:
    """A person's action that is not finished: what its verbs have changed so far."""

    form_id: str
    baseline: Baseline
    changes: ChangeSet = NOTHING


@dataclass(slots=True)
class Committing:
    """What the forms of one open dossier have not written yet, and how it gets to the disk."""

    database: Database
    edits: EditStore
    dossier_id: str
    forms: Mapping[str, FormFilling]
    _action: _Action | None = None

    @property
    def has_unsaved(self) -> bool:
        return any(filling.has_unsaved for filling in self.forms.values())

    def save(self) -> None:
        """Commits what waits, one edit a form; UserFacingError when the disk refuses, and everything still waits."""
        if self._action is not None:
            raise BugError("half an action would be saved")
        for filling in self.forms.values():
            if filling.has_unsaved:
                with self.database.atomic():
                    filling.write()
                    self.edits.done(self.dossier_id)
                filling.written()

    def saved(self, form_id: str, changes: ChangeSet) -> ChangeSet:
        """To be called at the end of each verb: commits it, unless it is a part of an action."""
        if self._action is not None:
            self._action.changes |= changes
            return changes
        try:
            self.save()
        except UserFacingError as error:
            raise NotSavedError(error.message, form_id, changes) from error
        return changes

    def require_whole(self, form_id: str) -> None:
        """To be called before each verb: an edit is about one form."""
        if self._action is not None and self._action.form_id != form_id:
            raise BugError(f"an action in {self._action.form_id} goes on in {form_id}")

    @contextmanager
    def together(self, form_id: str) -> Iterator[None]:
        """All or nothing: an error in the block takes back what its verbs did, and nothing of it is written.

        What waited before is saved first, as an edit of its own; what the disk refuses waits on, and the block with it.
        """
        self.require_whole(form_id)
        if self._action is not None:
            yield
            return
        with suppress(UserFacingError):
            self.save()
        self._action = _Action(form_id, self.forms[form_id].baseline())
        try:
            yield
        except UserFacingError as error:
            raise TakenBackError(error.message, form_id, self._taken_back()) from error
        except BaseException:
            self._taken_back()
            raise
        action, self._action = self._action, None
        self.saved(form_id, action.changes)

    def _taken_back(self) -> ChangeSet:
        action, self._action = self._action, None
        assert action is not None, "an action is going on"
        return self.forms[action.form_id].roll_back(action.baseline)
