"""The one trouble in which something has happened all the same: the answer is kept, but is not on the disk yet."""

from __future__ import annotations

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.engine.changes import ChangeSet


class NotSavedError(UserFacingError):
    """``changes`` is what the verb changed in a form; ``OpenDossier.save`` tries again to bring it to the disk."""

    def __init__(self, message: Message, form_id: str, changes: ChangeSet) -> None:
        super().__init__(message)
        self.form_id = form_id
        self.changes = changes
