"""The whole report on the file behind an arrival, with every signature: judged anew, and nothing is kept of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.package.names import printable
from cbc_desktop.package.report import VerificationReport
from cbc_desktop.receiving.route import Source
from cbc_desktop.store.received.arrivals import Arrival
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.kit.pages import ScrollPage
from cbc_desktop.ui.kit.side_page import SidePage
from cbc_desktop.ui.receiving.report_view import ReportView
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import QUESTION_WIDTH

JUDGING = Message("Đang kiểm tra {name}…", "Verifying {name}…")
_SIGNED = (Source.PACKAGE.value, Source.PDF.value)


def has_report(arrival: Arrival) -> bool:
    """Only what is signed has more to tell than what was kept."""
    return arrival.source in _SIGNED


class ReportPage(SidePage):
    """The certificates that are trusted now count, and the day that it is."""

    about = Topic.RECEIVING

    def __init__(self, around: Surroundings, arrival: Arrival) -> None:
        super().__init__(wide=True, back=self.tr("← &Danh sách đã nhận"))
        self._around, self._arrival = around, arrival
        self.report: ReportView | None = None
        self.title.setText(printable(arrival.name))
        self._area = ScrollPage(widest=QUESTION_WIDTH)
        self._area.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._area, 1)

    def look(self) -> None:
        if not self._around.tasks.run(self, self._work(), done=self._show, failed=self._refuse):
            self.messages.say(self.tr("Đang có việc khác chạy. Hãy chờ việc đó xong rồi thử lại."), Tone.INFO)

    def _work(self) -> Callable[[Progress], VerificationReport]:
        office, name = self._around.office, printable(self._arrival.name)
        path = office.received.store().files.path_of(self._arrival.came_as)

        def work(progress: Progress) -> VerificationReport:
            progress(JUDGING.filled(name=name))
            return replace(office.receiving.verify(path), path=Path(name))

        return work

    def _show(self, report: VerificationReport) -> None:
        self.report = ReportView(self._around.look, report)
        self._area.column.addWidget(self.report)
        self._area.column.addStretch(1)
        self.back_button.setFocus()

    def _refuse(self, error: UserFacingError) -> None:
        self.messages.say(self._around.look.text(error.message), Tone.ERROR)
        self.back_button.setFocus()
