"""Judging again what was judged while this office trusted other certificates, beside the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.rooms import Surroundings

JUDGING = Message("Đang kiểm tra lại tệp thứ {number}…", "Verifying file {number} again…")


class JudgingAgain(QObject):
    """``ended`` after every run, also one that was stopped: what was judged stays judged."""

    told = Signal(str, object)
    """A sentence and its ``Tone``."""
    ended = Signal()

    def __init__(self, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.jobs: int | None = None

    def judge(self) -> None:
        self._around.tasks.run(
            self, self._work(), done=self._tell, failed=self._refuse, cancelled=lambda: self.ended.emit()
        )

    def _work(self) -> Callable[[Progress], int]:
        office, jobs = self._around.office, self.jobs

        def work(progress: Progress) -> int:
            count = 0

            def tell(_: object) -> None:
                nonlocal count
                count += 1
                going_on()

            def going_on() -> None:
                progress(JUDGING.filled(number=max(1, count)))

            going_on()
            return office.reception.judge_again(tell, jobs=jobs, pulse=going_on)

        return work

    def _tell(self, count: int) -> None:
        self.told.emit(
            self.tr("Đã kiểm tra lại %n tệp. Quyết định của người nhận vẫn giữ nguyên.", "", count), Tone.DONE
        )
        self.ended.emit()

    def _refuse(self, error: UserFacingError) -> None:
        self.told.emit(self._around.look.text(error.message), Tone.ERROR)
        self.ended.emit()
