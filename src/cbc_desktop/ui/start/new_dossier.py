"""A new dossier: the campaign, the agency that answers, and whether it is only for practice."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.dossier.identity import AgencyKey
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.forms.agencies import Agency, matching
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.ui.kit.agency_search import AgencySearch
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.kit.side_page import SidePage
from cbc_desktop.ui.rooms import Surroundings

BEGINNING = Message("Đang lập hồ sơ…", "Making the dossier…")


class NewDossierPage(SidePage):
    """Begins a dossier beside the window, for the first reading of a form takes seconds; then it is opened."""

    about = Topic.START

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title.setText(self.tr("Lập hồ sơ mới"))
        self.around = around
        self._campaigns = around.office.filling.campaigns()
        self.campaign_box = QComboBox()
        self.search = AgencySearch(self._found)
        self.trial_box = QCheckBox(self.tr("&Hồ sơ thử nghiệm, để tập làm (không có giá trị)"))
        self.prefill_box = QCheckBox(self.tr("Lấy &sẵn số liệu từ hồ sơ trước của cơ quan này"))
        self.begin_button = button(self.tr("&Lập hồ sơ"), self.begin, kind=Kind.PRIMARY)
        self._lay_out()
        self.search.selected.connect(self._show_selected)
        self.search.chosen.connect(lambda _: self.begin())
        self.trial_box.toggled.connect(lambda _: self._show_selected(self.search.agency))
        self.campaign_box.currentIndexChanged.connect(lambda _: self.search.show_found())
        self.search.show_found()

    @property
    def campaign(self) -> Campaign:
        return self._campaigns[max(self.campaign_box.currentIndex(), 0)]

    def begin(self) -> None:
        """Makes the dossier, or opens the one that the agency has."""
        agency = self.search.agency
        if agency is None:
            return
        if existing := self._existing(agency):
            self.around.routes.open_dossier.emit(existing)
            return
        self.around.tasks.run(self, self._work(agency), done=self._open, failed=self._tell)

    def _lay_out(self) -> None:
        self.campaign_box.addItems([self.around.look.text(campaign.title) for campaign in self._campaigns])
        self.campaign_box.setAccessibleName(self.tr("Đợt khảo sát"))
        heading = label(self.tr("Đợt khảo sát"), Role.HEADING)
        for widget in (heading, self.campaign_box):
            widget.setVisible(len(self._campaigns) > 1)
            self.column.addWidget(widget)
        self.column.addWidget(label(self.tr("Cơ quan trả lời"), Role.HEADING))
        self.column.addWidget(self.search, 1)
        self.column.addWidget(self.trial_box)
        self.column.addWidget(self.prefill_box)
        self.column.addWidget(self.begin_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _found(self, text: str) -> Sequence[Agency]:
        agencies = self.campaign.agencies.respondents(self.campaign.register_date)
        if not text:
            return agencies
        return [agency for agency in agencies if agency.code == text] or matching(text, agencies)

    def _show_selected(self, agency: Agency | None) -> None:
        """The agency may have a dossier already: one button, which says what it does."""
        existing = agency is not None and self._existing(agency)
        self.begin_button.setEnabled(agency is not None)
        self.begin_button.setText(self.tr("&Mở hồ sơ đã có") if existing else self.tr("&Lập hồ sơ"))
        self.messages.clear()
        self.prefill_box.setVisible(agency is not None and not existing and self._has_sources(agency))
        if existing:
            self.messages.say(self.tr("Cơ quan này đã có hồ sơ trong đợt khảo sát. Có thể mở ra làm tiếp."), Tone.INFO)

    def _has_sources(self, agency: Agency) -> bool:
        key = AgencyKey(agency.code, agency.valid_from)
        return bool(self.around.office.prefilling.sources_for(key, trial=self.trial_box.isChecked()))

    def _existing(self, agency: Agency) -> str | None:
        wanted = (self.campaign.id, AgencyKey(agency.code, agency.valid_from), self.trial_box.isChecked())
        for dossier in self.around.office.filling.dossiers():
            if (dossier.identity.campaign_id, dossier.identity.agency, dossier.trial) == wanted:
                return dossier.identity.dossier_id
        return None

    def _work(self, agency: Agency) -> Callable[[Callable[[Message], None]], OpenDossier]:
        filling, campaign, trial = self.around.office.filling, self.campaign.id, self.trial_box.isChecked()

        def work(progress: Callable[[Message], None]) -> OpenDossier:
            progress(BEGINNING)
            return filling.begin(campaign, agency.code, trial=trial)

        return work

    def _open(self, begun: OpenDossier) -> None:
        wanted = self.prefill_box.isVisibleTo(self) and self.prefill_box.isChecked()
        (self.around.routes.prefill if wanted else self.around.routes.open_dossier).emit(begun.dossier_id)

    def _tell(self, error: UserFacingError) -> None:
        self.messages.say(self.around.look.text(error.message), Tone.ERROR)
