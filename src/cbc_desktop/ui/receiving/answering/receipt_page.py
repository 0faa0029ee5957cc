"""A receipt for an arrival: accepted, accepted with remarks, or to be corrected; written as files to be sent back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.dossier.return_slip import Outcome
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.office import Office
from cbc_desktop.package.names import printable
from cbc_desktop.store.received.arrivals import Arrival
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.folders import documents_folder
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.kit.marks import Mark, MarkWidget
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.kit.pages import ScrollPage
from cbc_desktop.ui.kit.quiet_task import QuietTask
from cbc_desktop.ui.kit.side_page import SidePage
from cbc_desktop.ui.kit.system_open import open_with_system
from cbc_desktop.ui.kit.ways import WayChoice
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.receiving.answering.receipt_key import ReceiptKey
from cbc_desktop.ui.receiving.answering.remarks import Remark, Remarks
from cbc_desktop.ui.receiving.arrived.standing_words import VERDICT_MARKS, verdict_word
from cbc_desktop.ui.receiving.outcomes import outcome_words
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID, QUESTION_WIDTH

if TYPE_CHECKING:
    from cbc_desktop.receiving.reception.questions import AskedQuestion


@dataclass(frozen=True, slots=True)
class _Material:
    """``obstacle`` is why it cannot be accepted, None where it can."""

    questions: Sequence[AskedQuestion]
    proposed: Sequence[Remark]
    obstacle: Message | None


READING = Message("Đang đọc hồ sơ…", "Reading the dossier…")
GIVING = Message("Đang lập phiếu…", "Writing the receipt…")
WRITTEN = Message(
    "Đã lập phiếu: {names} trong thư mục {folder}. Gửi phiếu bằng thư nháp (.eml), hoặc chép tệp cho đơn vị gửi.",
    "The receipt is written: {names} in the folder {folder}. Send it with the draft (.eml), or copy the files.",
)


class ReceiptPage(SidePage):
    """``written`` is where the files of the last receipt went."""

    about = Topic.ANSWERING

    def __init__(self, around: Surroundings, arrival: Arrival, campaign: Campaign) -> None:
        super().__init__(wide=True, back=self.tr("← &Danh sách đã nhận"))
        self._around, self._arrival = around, arrival
        self.written: tuple[Path, ...] = ()
        dossier = arrival.dossier
        self.title.setText(
            self.tr("Phiếu cho {agency}, lần {number}").format(
                agency=printable(dossier.agency_name) if dossier else "", number=dossier.number if dossier else ""
            )
        )
        self.remarks = Remarks(around.look)
        self.outcomes: WayChoice[Outcome] = WayChoice(self.tr("Kết quả"), _ways(), undecided=True)
        self.verdict, self.obstacle = _verdict_line(around.look, arrival), label("", Role.WARNING)
        self.obstacle.hide()
        self.by = LineEdit()
        self.by.setAccessibleName(self.tr("Nơi lập phiếu"))
        self.by.setText(campaign.receiver.name)
        self.key = ReceiptKey(around)
        self.give_button = button(self.tr("Lậ&p phiếu và ghi vào thư mục…"), self._choose, kind=Kind.PRIMARY)
        self._lay_out()
        self.outcomes.chosen.connect(self._show_outcome)
        self._show_outcome()
        self.reading = QuietTask(around.tasks, self)
        self.reading.want(self._reading(), self._offer, self._refuse)

    def take_keyboard(self) -> None:
        self.outcomes.setFocus()

    def give(self, folder: Path) -> None:
        """Writes it into ``folder`` and keeps it; what is lacking is told first."""
        if not self.outcomes.is_chosen:
            self.messages.say(self.tr("Hãy chọn tiếp nhận hay trả lại."), Tone.WARNING)
            self.outcomes.setFocus()
            return
        if self.key.lacks:
            lacking = self.tr("Hãy chọn tệp chứng thư hoặc USB token để ký phiếu, hoặc bỏ chọn ký số.")
            self.messages.say(lacking, Tone.WARNING)
            self.key.take_keyboard()
            return
        self.messages.clear()
        self._around.tasks.run(self, self._giving(folder), done=self._tell, failed=self._refuse)

    def _offer(self, material: _Material) -> None:
        """What must not be accepted can only be returned, and the reason stands there."""
        self.remarks.offer(material.questions, material.proposed)
        if material.obstacle is not None:
            self.obstacle.setText(self._around.look.text(material.obstacle) + " " + self.tr("Chỉ trả lại được."))
            self.obstacle.show()
            self.outcomes.choose(Outcome.TO_BE_CORRECTED)
            self.outcomes.offer({Outcome.TO_BE_CORRECTED})
            self._show_outcome()

    def _reading(self) -> Callable[[Progress], _Material]:
        office, arrival = self._around.office, self._arrival

        def read(progress: Progress) -> _Material:
            progress(READING)
            receipting, questions = office.reception.receipting, office.reception.questions(arrival)
            return _Material(questions, _proposed(office, arrival), receipting.obstacle(arrival))

        return read

    def _giving(self, folder: Path) -> Callable[[Progress], tuple[Path, ...]]:
        office, arrival, by, outcome = self._around.office, self._arrival, self.by.text(), self.outcomes.way
        said = self.remarks.remarks if outcome is not Outcome.ACCEPTED else ()
        source = self.key.source
        secret = self.key.take_secret() if source else None

        def give(progress: Progress) -> tuple[Path, ...]:
            from cbc_desktop.receiving.returning import ReturnRemark
            from cbc_desktop.signing.opening import open_signer

            progress(GIVING)
            remarks = [ReturnRemark(one.words, one.form_id, one.reference) for one in said]
            now, receipting = office.clock.now(), office.reception.receipting
            with open_signer(source, secret, now=now) if source and secret is not None else nullcontext() as signer:
                receipt = receipting.give(arrival, outcome, remarks, by, signer)
            return receipting.write(receipt, folder)

        return give

    def _choose(self) -> None:
        start = str(self._around.preferences.export_folder or documents_folder())
        name = QFileDialog.getExistingDirectory(self, self.tr("Ghi phiếu vào thư mục nào"), start)
        if name:
            self.give(Path(name))

    def _tell(self, written: tuple[Path, ...]) -> None:
        self.written = written
        folder = written[0].parent
        told = WRITTEN.filled(names=", ".join(path.name for path in written), folder=folder)
        show = button(self.tr("Mở thư mụ&c"), lambda: open_with_system(folder, self._say))
        self.messages.say(self._around.look.text(told), Tone.DONE, show)
        show.setFocus()

    def _say(self, message: Message) -> None:
        self.messages.say(self._around.look.text(message), Tone.WARNING)

    def _refuse(self, error: UserFacingError) -> None:
        self.messages.say(self._around.look.text(error.message), Tone.ERROR)
        self.key.begin_again()

    def _show_outcome(self) -> None:
        self.remarks.setVisible(self.outcomes.is_chosen and self.outcomes.way is not Outcome.ACCEPTED)

    def _lay_out(self) -> None:
        page = ScrollPage(widest=QUESTION_WIDTH)
        page.column.setContentsMargins(0, 0, GRID, 0)
        page.column.addLayout(self.verdict)
        page.column.addWidget(self.obstacle)
        page.column.addWidget(self.outcomes)
        page.column.addWidget(self.remarks)
        page.column.addWidget(label(self.tr("Nơi lập phiếu"), Role.HEADING))
        page.column.addWidget(self.by)
        page.column.addWidget(self.key)
        page.column.addStretch(1)
        self.column.addWidget(page, 1)
        self.column.addWidget(_at_left(self.give_button))


def _proposed(office: Office, arrival: Arrival) -> list[Remark]:
    """What failed and what does not fit together, about what the receipt will name."""
    from cbc_desktop.receiving.consolidating.desk import return_remark
    from cbc_desktop.receiving.reception.proposing import proposed

    found = map(return_remark, office.consolidating.remarks(arrival))
    remarks = proposed(office.reception.report(arrival.digest), found)
    said = office.reception.receipting.worded(arrival, remarks)
    return [
        Remark(one.words, about.label, one.form_id, one.reference) for one, about in zip(remarks, said, strict=True)
    ]


def _ways() -> list[tuple[Outcome, str, QWidget | None]]:
    return [(outcome, words, None) for outcome, words in outcome_words().items()]


def _verdict_line(look: Look, arrival: Arrival) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID)
    word = verdict_word(arrival.verdict)
    row.addWidget(MarkWidget(VERDICT_MARKS.get(arrival.verdict, Mark.UNDECIDED), look.colours))
    row.addWidget(
        label(QCoreApplication.translate("ReceiptPage", "Kết quả kiểm tra: {verdict}").format(verdict=word)), 1
    )
    return row


def _at_left(widget: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return box
