"""Carries out what a person decides, beside the window: to choose between two, all of the campaign is looked at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.office import Office
from cbc_desktop.receiving.reception.decided_words import UNDONE
from cbc_desktop.ui.receiving.arrived.deeds import Wanted, carry_out
from cbc_desktop.ui.rooms import Surroundings

DECIDING = Message("Đang ghi quyết định…", "Keeping the decision…")
BUSY = Message(
    "Đang có việc khác chạy. Chưa có gì thay đổi; hãy chờ việc đó xong rồi làm lại.",
    "Something else is running. Nothing was changed; wait until it is done and try again.",
)


class Deciding(QObject):
    """``decided`` when it is kept, ``refused`` when nothing was changed; both with a ``Message``."""

    decided = Signal(object)
    refused = Signal(object)

    def __init__(self, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around

    def decide(self, wanted: Wanted) -> None:
        def keep(office: Office) -> Message:
            return office.reception.decisions.told(carry_out(office.reception.decisions, wanted))

        self._run(keep)

    def undo(self, number: int) -> None:
        def undo(office: Office) -> Message:
            office.reception.decisions.undo(number)
            return UNDONE.filled(number=number)

        self._run(undo)

    def _run(self, keep: Callable[[Office], Message]) -> None:
        office = self._around.office

        def work(progress: Progress) -> Message:
            progress(DECIDING)
            return keep(office)

        if not self._around.tasks.run(self, work, done=self.decided.emit, failed=self._refuse):
            self.refused.emit(BUSY)

    def _refuse(self, error: UserFacingError) -> None:
        self.refused.emit(error.message)
