"""Paper that somebody of this office keyed in as a dossier: which one it is, and the scan of the paper beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.package.names import printable
from cbc_desktop.store.stored_dossier import StoredDossier
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.kit.record_model import Cell
from cbc_desktop.ui.kit.record_table import RecordTable
from cbc_desktop.ui.kit.side_page import SidePage
from cbc_desktop.ui.receiving.scope import Scope
from cbc_desktop.ui.receiving.taking.day_line import DayLine
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID

TAKING = Message("Đang nhận hồ sơ đã nhập…", "Taking in what was keyed in…")
_STATE, _DAY = 20, 16


class KeyedInPage(SidePage):
    """Only what is finalised can be taken in; ``taken`` has a sentence."""

    about = Topic.RECEIVING

    taken = Signal(str)

    def __init__(self, around: Surroundings, scope: Scope) -> None:
        super().__init__(back=self.tr("← &Danh sách đã nhận"))
        self._around = around
        self.scans: tuple[Path, ...] = ()
        self.title.setText(self.tr("Bản giấy đã nhập trên máy này"))
        columns = ((self.tr("Cơ quan"), 0), (self.tr("Số liệu"), _STATE), (self.tr("Sửa lần cuối"), _DAY))
        self.table: RecordTable[StoredDossier] = RecordTable(
            around.look, self.tr("Các hồ sơ trên máy này"), columns, self._cells
        )
        self.scans_button = button(self.tr("&Chọn bản quét…"), self._choose)
        self.chosen = label("", Role.SMALL)
        self.day = DayLine()
        self.take_button = button(self.tr("&Nhận hồ sơ này"), self.take, kind=Kind.PRIMARY)
        self._lay_out()
        campaign_id = scope.campaign.id if scope.campaign else ""
        every = around.office.store.dossiers.all()
        self.table.show_records(
            [one for one in every if one.identity.campaign_id == campaign_id and one.trial == scope.trial]
        )
        self.take_scans(())

    def take_keyboard(self) -> None:
        self.table.setFocus()

    def take_scans(self, scans: Sequence[Path]) -> None:
        """Those of the paper; they are kept beside what was keyed in."""
        self.scans = tuple(scans)
        names = ", ".join(path.name for path in self.scans)
        self.chosen.setText(names or self.tr("Chưa chọn bản quét (PDF, PNG, JPEG, TIFF) của bản giấy."))

    def take(self) -> None:
        """What is lacking is told by the desk, and nothing is taken in then."""
        stored = self.table.record
        if stored is None:
            self.messages.say(self.tr("Chưa có hồ sơ nào của đợt khảo sát này trên máy này."), Tone.INFO)
            return
        if self.day.is_wrong:
            self.messages.say(self.tr("Ngày đến không phải là ngày, ví dụ 25/3/2022."), Tone.WARNING)
            self.day.setFocus()
            return
        self.messages.clear()
        self._around.tasks.run(self, self._work(stored), done=self._tell, failed=self._refuse)

    def _work(self, stored: StoredDossier) -> Callable[[Progress], str]:
        office, scans, came_on = self._around.office, self.scans, self.day.day

        def work(progress: Progress) -> str:
            from cbc_desktop.receiving.reception.keying_in import keyed_in

            progress(TAKING)
            office.reception.key_in(keyed_in(stored, office.store.submissions, scans), came_on)
            return stored.agency_name

        return work

    def _tell(self, agency: str) -> None:
        self.taken.emit(self.tr("Đã nhận bản giấy của {agency} như đã nhập.").format(agency=printable(agency)))

    def _refuse(self, error: UserFacingError) -> None:
        self.messages.say(self._around.look.text(error.message), Tone.ERROR)

    def _choose(self) -> None:
        kinds = self.tr("Bản quét (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)")
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Chọn bản quét"), str(Path.home()), kinds)
        if names:
            self.take_scans([Path(name) for name in names])

    def _cells(self, stored: StoredDossier) -> tuple[Cell, ...]:
        finalised = stored.revision.content_digest is not None
        state = self.tr("đã chốt, lần {number}") if finalised else self.tr("chưa chốt")
        return (
            Cell(printable(stored.agency_name)),
            Cell(state.format(number=stored.revision.number), role=Role.BODY if finalised else Role.WARNING),
            Cell(date_text(stored.changed_at.date())),
        )

    def _lay_out(self) -> None:
        scans = QHBoxLayout()
        scans.setSpacing(GRID)
        scans.addWidget(self.scans_button)
        scans.addWidget(self.chosen, 1)
        deeds = QHBoxLayout()
        deeds.addWidget(short_label(self.tr("Ngày đến")))
        deeds.addWidget(self.day)
        deeds.addWidget(self.take_button)
        deeds.addStretch(1)
        told = self.tr(
            "Nhập bản giấy như một hồ sơ của cơ quan đó ở phòng Hồ sơ và chốt số liệu, rồi chọn hồ sơ ở đây cùng bản "
            "quét của bản giấy. Nguồn “nhập tay từ bản giấy” được ghi cùng mọi số liệu."
        )
        self.column.addWidget(label(told))
        self.column.addWidget(self.table, 1)
        self.column.addLayout(scans)
        self.column.addLayout(deeds)
