"""The troubles in which a form has changed all the same: what was done is not on the disk, or was taken back again."""

from __future__ import annotations

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.engine.changes import ChangeSet


class _ChangedError(UserFacingError):
    """``changes`` is what to draw anew in the form."""

    def __init__(self, message: Message, form_id: str, changes: ChangeSet) -> None:
        super().__init__(message)
        self.form_id = form_id
        self.changes = changes


class NotSavedError(_ChangedError):
    """It was done and is kept, but is not on the disk yet; ``OpenDossier.save`` tries again to bring it there."""


class TakenBackError(_ChangedError):
    """It could not be done to its end, so nothing of it was done; rows that had left are new nodes of the tree."""
