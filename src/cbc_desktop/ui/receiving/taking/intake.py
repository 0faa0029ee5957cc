"""Taking in beside the window: one run at a time, stopped whenever a person wants; what was taken in stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.receiving.route import Route
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.receiving.taking.tally import Tally, told
from cbc_desktop.ui.rooms import Surroundings

LOOKING = Message("Đang xem có những tệp nào…", "Looking which files there are…")
TAKING = Message("Đang nhận tệp {number}/{total}: {name}", "Taking in file {number} of {total}: {name}")


class Intake(QObject):
    """``ended`` after every run, also one that was stopped or refused; ``jobs`` as `ReceptionDesk.receive` has it."""

    told = Signal(str, object)
    """A sentence and its ``Tone``."""
    ended = Signal()

    def __init__(self, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.jobs: int | None = None
        self.tally = Tally()

    def take(self, paths: Sequence[Path], route: Route, came_on: date | None = None) -> None:
        """Files, and folders with all below them; ``came_on`` as `ReceptionDesk.receive` has it."""
        tally = self.tally = Tally()
        started = self._around.tasks.run(
            self,
            self._work(tuple(paths), route, came_on, tally),
            done=lambda _: self._end(tally),
            failed=self._refuse,
            cancelled=lambda: self._stop(tally),
        )
        if not started:
            self.told.emit(self.tr("Đang có việc khác chạy. Hãy chờ việc đó xong rồi nhận các tệp này."), Tone.INFO)

    def _work(
        self, paths: Sequence[Path], route: Route, came_on: date | None, tally: Tally
    ) -> Callable[[Progress], None]:
        office, jobs = self._around.office, self.jobs

        def work(progress: Progress) -> None:
            from cbc_desktop.receiving.reception.taking import TakenIn

            now = LOOKING
            progress(now)
            desk = office.reception
            total = desk.count(paths)

            def tell(taken: TakenIn) -> None:
                nonlocal now
                tally.add(taken)
                now = TAKING.filled(number=taken.number, total=max(total, taken.number), name=taken.name)
                progress(now)

            # what is being judged may take minutes: whoever stops does not wait for it
            desk.receive(paths, tell, route=route, came_on=came_on, jobs=jobs, pulse=lambda: progress(now))

        return work

    def _end(self, tally: Tally) -> None:
        nothing_new = tally.aside or not tally.files
        self.told.emit(told(tally, self._around.look), Tone.WARNING if nothing_new else Tone.DONE)
        self.ended.emit()

    def _stop(self, tally: Tally) -> None:
        sentence = self.tr(
            "Đã dừng; những tệp đã nhận vẫn còn. {told} Nhận lại chỗ đó thì phần còn lại được nhận tiếp."
        )
        self.told.emit(sentence.format(told=told(tally, self._around.look)), Tone.INFO)
        self.ended.emit()

    def _refuse(self, error: UserFacingError) -> None:
        self.told.emit(self._around.look.text(error.message), Tone.ERROR)
        self.ended.emit()
