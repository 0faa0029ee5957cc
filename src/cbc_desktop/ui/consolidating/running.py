"""Consolidates beside the window: one run at a time, and one that is stopped leaves the files as they were."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Progress
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.rooms import Surroundings


class Running(QObject):
    """``made`` with what came of it, a ``Consolidated``."""

    made = Signal(object)
    told = Signal(str, object)
    """A sentence and its ``Tone``, where nothing came of it."""

    def __init__(self, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around

    def run(self, campaign: Campaign, out: Path, *, trial: bool) -> None:
        started = self._around.tasks.run(
            self,
            self._work(campaign, out, trial),
            done=self.made.emit,
            failed=self._refuse,
            cancelled=self._stop,
        )
        if not started:
            self.told.emit(self.tr("Đang có việc khác chạy. Hãy chờ việc đó xong rồi tổng hợp."), Tone.INFO)

    def _work(self, campaign: Campaign, out: Path, trial: bool) -> Callable[[Progress], Consolidated]:
        office = self._around.office

        def work(progress: Progress) -> Consolidated:
            return office.consolidating.consolidate(campaign.id, out, trial=trial, progress=progress)

        return work

    def _stop(self) -> None:
        self.told.emit(self.tr("Đã dừng. Các tệp trong thư mục vẫn như trước khi tổng hợp."), Tone.INFO)

    def _refuse(self, error: UserFacingError) -> None:
        self.told.emit(self._around.look.text(error.message), Tone.ERROR)
