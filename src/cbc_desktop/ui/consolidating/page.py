"""The page "Tổng hợp" of the receiving room: what will count, then what all answers that count come to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.receiving.consolidating.consolidated import TABLES, Consolidated
from cbc_desktop.ui.consolidating.coming import coming
from cbc_desktop.ui.consolidating.results_view import ResultsView
from cbc_desktop.ui.consolidating.running import Running
from cbc_desktop.ui.consolidating.start_panel import StartPanel
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.message_bar import MessageBar, Tone
from cbc_desktop.ui.kit.quiet_task import QuietTask
from cbc_desktop.ui.receiving.arrived.reading import Reading, Received
from cbc_desktop.ui.receiving.scope import Scope
from cbc_desktop.ui.receiving.section_page import SectionPage
from cbc_desktop.ui.rooms import Surroundings


class ConsolidatingPage(SectionPage):
    """Keeps the last results of each campaign, in earnest and for practice, as long as the window is open."""

    about = Topic.CONSOLIDATING

    def __init__(self, around: Surroundings, scope: Scope) -> None:
        super().__init__()
        self._around, self._scope = around, scope
        self._kept: dict[tuple[str, bool], Consolidated] = {}
        self.messages = MessageBar(at_edge=True)
        self.reading = Reading(around, scope, self)
        self.running = Running(around, self)
        self._latest = QuietTask(around.tasks, self)
        self.start = StartPanel(around, scope)
        self.results = ResultsView(around)
        self._places = QStackedWidget()
        self._lay_out()
        self._listen()

    def entered(self) -> None:
        """What was decided or taken in elsewhere counts at once."""
        self.messages.clear()
        kept = self._kept.get(self._chosen)
        if kept is None:
            self.show_start()
            self._look_for_the_latest(self._reopen)
        elif kept is not self.results.shown:
            self.show_results(kept)
        self.reading.want()

    def take_keyboard(self) -> None:
        if self.isVisible():
            (self.results if self._places.currentWidget() is self.results else self.start).take_keyboard()

    def show_start(self) -> None:
        """What would count now, and the button that adds it up."""
        self._places.setCurrentWidget(self.start)
        self.take_keyboard()

    def show_results(self, made: Consolidated) -> None:
        """In the place of the start."""
        self.results.show_results(made)
        self._places.setCurrentWidget(self.results)

    def consolidate(self) -> None:
        """What counts now, into the folder that is chosen."""
        campaign = self._scope.campaign
        if campaign is not None:
            self.messages.clear()
            self.running.run(campaign, self.start.folder.folder, trial=self._scope.trial)

    def _look_for_the_latest(self, then: Callable[[Consolidated | None], None]) -> None:
        """Of a day before, or before the window was dressed anew: it lies where it was written."""
        campaign, office, folder = self._scope.campaign, self._around.office, self.start.folder.folder
        if campaign is not None and (folder / TABLES).exists():
            self._latest.want(lambda _: office.consolidating.latest(campaign.id, folder), then, self._refuse)

    def _open_latest(self) -> None:
        """A person asked for it, whatever was shown of another folder before."""
        self._kept.pop(self._chosen, None)
        self._look_for_the_latest(self._opened)

    def _opened(self, latest: Consolidated | None) -> None:
        self._reopen(latest)
        if self._chosen not in self._kept:
            other = self.tr("Bản tổng hợp trong thư mục không thuộc đợt này, hoặc biểu mẫu, chỉ số đã đổi từ đó.")
            self.messages.say(other, Tone.WARNING)

    def _reopen(self, latest: Consolidated | None) -> None:
        """Practice is never shown as if it were in earnest, whatever folder somebody chose."""
        if (
            latest is not None
            and (latest.campaign.id, latest.trial) == self._chosen
            and not self._kept.get(self._chosen)
        ):
            self._kept[self._chosen] = latest
            self.show_results(latest)
            self.take_keyboard()
            self.reading.want()

    @property
    def _chosen(self) -> tuple[str, bool]:
        campaign = self._scope.campaign
        return campaign.id if campaign else "", self._scope.trial

    def _keep(self, made: Consolidated) -> None:
        """It may be of another campaign than the one that is looked at meanwhile."""
        self._kept[made.campaign.id, made.trial] = made
        if (made.campaign.id, made.trial) == self._chosen:
            self.show_results(made)
            self.messages.say(self._said(made), Tone.DONE)
            self.take_keyboard()

    def _said(self, made: Consolidated) -> str:
        done = self.tr("Đã tổng hợp %n cơ quan.", "", made.respondents)
        if made.difference is None:
            return done
        if not made.difference:
            same = self.tr("Không có gì đổi so với lần trước.")
            return f"{done} {same}"
        changed = self.tr("So với lần trước: {agencies} cơ quan và {figures} số liệu đã đổi.")
        agencies = len(made.difference.arrived) + len(made.difference.amended) + len(made.difference.gone)
        return f"{done} {changed.format(agencies=agencies, figures=len(made.difference.figures))}"

    def _show_coming(self, received: Received) -> None:
        """Results are of the answers that counted then: others may count now."""
        told = coming(received)
        self.start.show_coming(told)
        shown = self.results.shown
        on_results = self._places.currentWidget() is self.results
        if on_results and shown is not None and told.arrivals != shown.arrivals:
            again = button(self.tr("Tổng hợp &lại"), self.consolidate)
            self.messages.say(self.tr("Hồ sơ được tính đã đổi từ lần tổng hợp này."), Tone.WARNING, again)

    def _tell(self, sentence: str, tone: Tone) -> None:
        self.messages.say(sentence, tone)
        self.take_keyboard()

    def _refuse(self, error: UserFacingError) -> None:
        self._refused(error.message)

    def _refused(self, message: Message) -> None:
        self._tell(self._around.look.text(message), Tone.ERROR)

    def _listen(self) -> None:
        self.reading.read.connect(self._show_coming)
        self.reading.refused.connect(self._refused)
        self.running.made.connect(self._keep)
        self.running.told.connect(self._tell)
        self.start.wanted.connect(self.consolidate)
        self.start.latest_wanted.connect(self._open_latest)
        self.start.undecided_wanted.connect(self.undecided_wanted)
        self.results.files.again_wanted.connect(self.show_start)
        self.results.gone_to.connect(self.agency_wanted)

    def _lay_out(self) -> None:
        for place in (self.start, self.results):
            self._places.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self._places, 1)
