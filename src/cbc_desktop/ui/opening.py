"""Opens a dossier beside the window and holds it while it is open; nothing unsaved is given up without asking."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.office import Office
from cbc_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from cbc_desktop.filling.open_dossier import OpenDossier
    from cbc_desktop.ui.dossier.controller import DossierController

OPENING = Message("Đang mở hồ sơ…", "Opening the dossier…")

BUSY = Message(
    "Đang có việc khác chạy. Hãy chờ việc đó xong rồi mở hồ sơ.",
    "Something else is running. Wait until it is done, then open the dossier.",
)


class Opening(QObject):
    """One dossier at a time; it outlives the window that shows it, which may be dressed anew."""

    opened = Signal()
    refused = Signal(object)
    """A ``Message``: why it could not be opened."""

    def __init__(self, office: Office, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office, self._tasks = office, tasks
        self._wanted: str | None = None
        """The dossier that is being read: a second double click on it is no second wish."""
        tasks.busy.connect(self._forget_wanted)
        self.controller: DossierController | None = None

    def open(self, dossier_id: str) -> None:
        """Reads it in a task, for the first reading of a form takes seconds; the dossier that is open is saved."""
        if self.controller is not None and self.controller.dossier.dossier_id == dossier_id:
            self.opened.emit()
        elif dossier_id != self._wanted and self.saved():
            self._read(dossier_id)

    def saved(self) -> bool:
        """Saves what was typed; False when that failed."""
        return self.controller is None or self.controller.leave()

    def why_not_saved(self) -> Message | None:
        return None if self.controller is None else self.controller.saving.trouble

    def give_up(self) -> None:
        """Closes the dossier; what was not saved is lost."""
        if self.controller is not None:
            self.controller.deleteLater()
            self.controller = None

    def _read(self, dossier_id: str) -> None:
        if self._tasks.run(self, self._work(dossier_id), done=self._hold, failed=self._refuse):
            self._wanted = dossier_id
        else:
            self.refused.emit(BUSY)

    def _work(self, dossier_id: str) -> Callable[[Callable[[Message], None]], OpenDossier]:
        office = self._office

        def work(progress: Callable[[Message], None]) -> OpenDossier:
            progress(OPENING)
            return office.filling.open(dossier_id)

        return work

    def _hold(self, dossier: OpenDossier) -> None:
        from cbc_desktop.ui.dossier.controller import DossierController  # not before the first paint

        self.give_up()
        self.controller = DossierController(dossier, self._office.clock, self)
        self.opened.emit()

    def _refuse(self, error: UserFacingError) -> None:
        self.refused.emit(error.message)

    def _forget_wanted(self) -> None:
        self._wanted = None
