"""Carries out what a person decides, beside the window: to choose between two, all of the campaign is looked at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.office import Office
from cbc_desktop.ui.receiving.arrived.deeds import Wanted, carry_out
from cbc_desktop.ui.rooms import Surroundings

DECIDING = Message("Đang ghi quyết định…", "Keeping the decision…")
BUSY = Message(
    "Đang có việc khác chạy. Chưa có gì thay đổi; hãy chờ việc đó xong rồi làm lại.",
    "Something else is running. Nothing was changed; wait until it is done and try again.",
)


class Deciding(QObject):
    """``decided`` when it is kept, ``refused`` when nothing was changed."""

    decided = Signal()
    refused = Signal(object)
    """A ``Message``."""

    def __init__(self, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around

    def decide(self, wanted: Wanted) -> None:
        def keep(office: Office) -> None:
            carry_out(office.reception, wanted)

        self._run(keep)

    def undo(self, number: int) -> None:
        self._run(lambda office: office.reception.undo(number))

    def _run(self, keep: Callable[[Office], None]) -> None:
        office = self._around.office

        def work(progress: Progress) -> None:
            progress(DECIDING)
            keep(office)

        if not self._around.tasks.run(self, work, done=lambda _: self.decided.emit(), failed=self._refuse):
            self.refused.emit(BUSY)

    def _refuse(self, error: UserFacingError) -> None:
        self.refused.emit(error.message)
