"""What came of one agency, or of one file that was set aside: beside the list, for the line that is chosen there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.receiving.reception.agency_standing import StoodArrival
from cbc_desktop.store.received.arrivals import Arrival
from cbc_desktop.ui.kit.folders import documents_folder
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.message_bar import MessageBar, Tone
from cbc_desktop.ui.kit.pages import ScrollPage
from cbc_desktop.ui.receiving.arrived.arrival_box import ArrivalBox, Found
from cbc_desktop.ui.receiving.arrived.arrival_table import ArrivalTable
from cbc_desktop.ui.receiving.arrived.comparison import Comparison
from cbc_desktop.ui.receiving.arrived.deciding import Deciding
from cbc_desktop.ui.receiving.arrived.decision_lines import DecisionLines
from cbc_desktop.ui.receiving.arrived.deeds import Deed, Wanted
from cbc_desktop.ui.receiving.arrived.lines import Kind, Line
from cbc_desktop.ui.receiving.arrived.reading import Received
from cbc_desktop.ui.receiving.arrived.receipt_lines import ReceiptLines
from cbc_desktop.ui.receiving.arrived.remark_lines import RemarkLines
from cbc_desktop.ui.receiving.arrived.standing_words import told_apart
from cbc_desktop.ui.receiving.fact_lines import kept_facts
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID

SAVED = Message("Đã lưu {names} vào {folder}.", "Saved {names} to {folder}.")
LETTER = Message(
    "Đã soạn thư xin bản khác: {name} trong {folder}. Gửi thư xong, hãy ghi lại bằng “Đã xin bản khác…”.",
    "The letter that asks for another copy is {name} in {folder}. When it is sent, keep that with “Another copy "
    "asked for…”.",
)
NOT_KEPT = Message(
    "Hồ sơ này đến thành nhiều bản quét; mỗi bản quét có dòng riêng ở “Để riêng”, lưu từng tệp ở đó.",
    "This dossier came in several scans; each has a line under “Set aside”, where it can be saved.",
)


class AgencyPanel(QFrame):
    """Says nothing while no line is chosen."""

    changed = Signal()
    """A decision was kept, or taken back: everything may stand otherwise."""
    receipt_wanted = Signal(object)
    """The ``Arrival``."""
    report_wanted = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "beside")
        self._around = around
        self._line: Line | None = None
        self._received: Received | None = None
        self.messages = MessageBar(at_edge=True)
        self.title, self.state = label("", Role.TITLE), label()
        self.arrivals = ArrivalTable(around.look)
        self.box = ArrivalBox(around.look)
        self.comparison = Comparison(around)
        self.remarks = RemarkLines(around)
        self.receipts = ReceiptLines()
        self.decisions = DecisionLines(around.look)
        self.deciding = Deciding(around, self)
        self._lay_out()
        self._listen()

    def show_line(self, line: Line | None, received: Received | None) -> None:
        """Of what was read last."""
        if line is None or self._line is None or line.key != self._line.key:
            self.messages.clear()
        self._line, self._received = line, received
        self.page.setVisible(line is not None)
        if line is None:
            return
        self.title.setText(line.name)
        self.state.setText(self._sentence(line))
        self.state.setVisible(bool(self.state.text()))
        self.arrivals.setVisible(line.standing is not None)
        if line.standing:
            self.arrivals.show_standing(line.standing)
        else:
            for widget in (self.comparison, self.remarks, self.receipts):
                widget.hide()
            self.box.setVisible(line.aside is not None)
            if line.aside:
                self.box.show_aside(line.aside, self._found(line.aside))
                self._show_beside(line.aside)
        self._show_decisions(line)

    def take_keyboard(self) -> None:
        if self.arrivals.isHidden():
            self.box.take_keyboard()
        else:
            self.arrivals.setFocus()

    # --- what is shown -------------------------------------------------------------------------------------------

    def _sentence(self, line: Line) -> str:
        if line.kind is Kind.MISSING:
            return self.tr("Chưa gửi gì.")
        if line.returned:
            counted = line.kind is Kind.COUNTS
            kept = self.tr("Đã trả lại, chờ bản sửa. Cho đến khi có bản sửa, bản này vẫn được tính.")
            return kept if counted else self.tr("Đã trả lại, chờ bản sửa.")
        if line.kind is Kind.NOBODYS:
            return self.tr("Danh mục không có cơ quan này. Hãy giao từng tệp cho đúng cơ quan thì mới được tính.")
        if line.kind is Kind.UNDECIDED:
            return self.tr("Các bản gửi mâu thuẫn với nhau. Hãy so các bản rồi chọn bản được tính.")
        if line.kind is Kind.UNUSABLE:
            return self.tr("Đã gửi nhưng chưa có bản nào dùng được.")
        return "" if line.awaited or line.aside else self.tr("Cơ quan này không nằm trong số được hỏi.")

    def _show_arrival(self, stood: StoodArrival | None) -> None:
        standing = self._line.standing if self._line else None
        self.box.setVisible(stood is not None)
        if stood is None or standing is None:
            return
        self.box.show_stood(stood, standing, self._found(stood.arrival))
        self.comparison.show_arrival(stood.arrival, standing)
        self._show_beside(stood.arrival)

    def _found(self, arrival: Arrival) -> Found:
        desk = self._around.office.reception
        return Found(desk.open_points(arrival), kept_facts(desk.report(arrival.digest)))

    def _show_beside(self, arrival: Arrival) -> None:
        self.receipts.show_receipts(self._around.office.reception.receipts(arrival))
        self.remarks.show_arrival(arrival)

    def _show_decisions(self, line: Line) -> None:
        standing = line.standing
        here = [one.arrival for one in standing.arrivals] if standing else [line.aside] if line.aside else []
        files = told_apart(here, self._around.look)
        every = self._received.decisions if self._received else ()
        self.decisions.show_decisions([one for one in every if one.arrival in files], files)

    # --- what a person does --------------------------------------------------------------------------------------

    def _begin(self, deed: Deed, arrival: Arrival) -> None:
        if self._received is not None:
            received, told = self._received, self.box.told(deed)
            self.box.form.begin(deed, arrival, told, received.campaign, trial=received.trial)

    def _decide(self, wanted: Wanted) -> None:
        self.messages.clear()
        self.deciding.decide(wanted)

    def _decided(self, told: Message) -> None:
        self.messages.say(self._around.look.text(told), Tone.DONE)
        self.box.form.end()
        self.take_keyboard()
        self.changed.emit()

    def _refuse(self, message: Message) -> None:
        self.messages.say(self._around.look.text(message), Tone.ERROR)

    def _save(self, arrival: Arrival) -> None:
        title = self.tr("Lưu tệp vào thư mục nào")
        name = QFileDialog.getExistingDirectory(self, title, str(documents_folder()))
        if name:
            self.save_copy(arrival, Path(name))

    def _write_letter(self, arrival: Arrival) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Ghi thư vào thư mục nào"), str(documents_folder()))
        if name:
            self.write_letter(arrival, Path(name))

    def write_letter(self, arrival: Arrival, folder: Path) -> None:
        """Which asks for another copy of what cannot be read."""
        if self._received is None:
            return
        by = self._received.campaign.receiver.name
        try:
            written = self._around.office.reception.write_copy_request(arrival, by, folder)
        except UserFacingError as error:
            self._refuse(error.message)
            return
        self.messages.say(self._around.look.text(LETTER.filled(name=written.name, folder=folder)), Tone.DONE)

    def save_copy(self, arrival: Arrival, folder: Path) -> None:
        """The file as it came."""
        try:
            written = self._around.office.reception.write_originals(arrival, folder)
        except UserFacingError as error:
            self._refuse(error.message)
            return
        if written:
            saved = SAVED.filled(names=", ".join(path.name for path in written), folder=folder)
            self.messages.say(self._around.look.text(saved), Tone.DONE)
        else:
            self._refuse(NOT_KEPT)

    # --- building ------------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        self.arrivals.chosen.connect(self._show_arrival)
        self.box.deed_wanted.connect(self._begin)
        self.box.receipt_wanted.connect(self.receipt_wanted)
        self.box.report_wanted.connect(self.report_wanted)
        self.box.copy_wanted.connect(self._save)
        self.box.letter_wanted.connect(self._write_letter)
        self.box.form.decided.connect(self._decide)
        self.decisions.undo_wanted.connect(self.deciding.undo)
        self.deciding.decided.connect(self._decided)
        self.deciding.refused.connect(self._refuse)

    def _lay_out(self) -> None:
        self.page = ScrollPage()
        column = self.page.column
        column.setSpacing(GRID)
        parts = (self.title, self.state, self.arrivals, self.box, self.comparison, self.remarks, self.receipts)
        for widget in (*parts, self.decisions):
            column.addWidget(widget)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages)
        layout.addWidget(self.page, 1)
