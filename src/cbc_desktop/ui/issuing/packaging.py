"""The document is packed with its data, read back, and its files are listed; the package itself may be signed too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cbc_desktop.base.message import Message, Progress
from cbc_desktop.dossier.states import State
from cbc_desktop.exporting.steps import Standing, Step, WayOut
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.issuing.certificate_file import CertificateFile
from cbc_desktop.ui.issuing.files import FileLines
from cbc_desktop.ui.issuing.folder_line import FolderLine
from cbc_desktop.ui.issuing.status_line import StatusLine
from cbc_desktop.ui.issuing.step_panel import StepPanel
from cbc_desktop.ui.issuing.step_work import StepWork
from cbc_desktop.ui.issuing.token_key import TokenKeyChoice
from cbc_desktop.ui.issuing.ways import Way
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.kit.ways import WayChoice
from cbc_desktop.ui.preferences import KeyUse
from cbc_desktop.ui.preview.making import of_file
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID

if TYPE_CHECKING:
    from cbc_desktop.exporting.exported import ExportResult
    from cbc_desktop.office import Office
    from cbc_desktop.signing.signer import Signer

PACKED = Message(
    "Đã đóng gói, đọc lại và đối chiếu: gói đúng với hồ sơ.",
    "Packed, read back and compared: the package is right.",
)
ATTESTED = Message(
    "Đã gắn dấu thời gian và tình trạng chứng thư vào văn bản.",
    "Time stamps and the status of certificates were added to the document.",
)
ATTESTED_PARTLY = Message(
    "Đã gắn những gì dịch vụ trả lời được. Còn thiếu:",
    "What the services answered was added. Still missing:",
)
KEPT_OLD = Message("Tệp cũ cùng tên được giữ lại: {names}.", "Older files of the same names were kept: {names}.")


def told_of_package(office: Office, dossier_id: str, result: ExportResult) -> tuple[Message, ...]:
    """Which older files were kept, and what to think of before it is sent; nothing when all is well."""
    names = ", ".join(path.name for path in result.set_aside)
    kept = [KEPT_OLD.filled(names=names)] if names else []
    return (*kept, *(finding.message for finding in office.handing_off.findings(dossier_id)))


class PackagingStep(StepPanel):
    """Possible as soon as the leader has signed: number and seal may come elsewhere."""

    def __init__(self, around: Surroundings, controller: DossierController) -> None:
        super().__init__(around.look, self.tr("6. Đóng gói"))
        self._around, self._controller = around, controller
        self.work = StepWork(around, controller, self)
        self.folder_line = FolderLine(around.preferences)
        self.certificate = CertificateFile(around, controller, KeyUse.AGENCY)
        self.token = TokenKeyChoice(around)
        self.ways: WayChoice[Way] = WayChoice(self.tr("Ký lên gói"), self._ways())
        self.status = StatusLine()
        self.time_button = button(self.tr("Gắn &dấu thời gian trước khi đóng gói"), self.attest)
        self.pack_button = button(self.tr("Đóng gói &và kiểm tra"), self.pack, kind=Kind.PRIMARY)
        self.files = FileLines(around)
        self._lay_out()
        self._listen()

    def show_step(self, out: WayOut) -> None:
        standing = out.standing(Step.PACKAGE)
        possible = bool(out.possible(Step.PACKAGE)) and standing is not Standing.NOW
        self.show_standing(
            standing, self._summary(out.state, standing), again=self._again(standing) if possible else ""
        )
        done = standing is Standing.DONE
        self.files.show_files(self._around.office.exporting.last_export(self._dossier_id) if done else None)
        self.folder_line.show_folder()
        if self.at_work:
            self._show_work()

    def take_keyboard(self) -> None:
        self.pack_button.setFocus()

    def pack(self) -> None:
        """The files appear together or not at all."""
        self.messages.clear()
        desk, dossier_id, folder = self._around.office.issuing, self._dossier_id, self.folder_line.folder

        def work(signer: Signer | None, progress: Progress) -> ExportResult:
            return desk.package(desk.documents.plan(dossier_id, folder), signer, progress)

        if self.ways.way is Way.NONE:
            self.work.run(lambda progress: work(None, progress), self._done)
        else:
            entry = self.token if self.ways.way is Way.TOKEN else self.certificate
            self.work.run_with_key(entry, work, lambda signed: self._done(signed.outcome))

    def attest(self) -> None:
        """Time stamps and the status of certificates, by the services that are on."""
        desk, trust = self._around.office.issuing, self._around.office.trust.own
        dossier_id = self._dossier_id
        self.work.run(lambda progress: desk.extend(dossier_id, trust, progress), self._attested)

    def _attested(self, troubles: tuple[Message, ...]) -> None:
        self.work.say_with_warnings(
            ATTESTED_PARTLY if troubles else ATTESTED, *troubles, tone=Tone.WARNING if troubles else Tone.DONE
        )

    def _done(self, result: ExportResult) -> None:
        self.work.moved_on()
        self.work.say_with_warnings(PACKED, *told_of_package(self._around.office, self._dossier_id, result))

    @property
    def _dossier_id(self) -> str:
        return self._controller.dossier.dossier_id

    def _again(self, standing: Standing) -> str:
        return self.tr("Đó&ng gói lại…") if standing is Standing.DONE else self.tr("Đóng gói l&uôn, chưa đóng dấu…")

    def _summary(self, state: State, standing: Standing) -> str:
        if standing is Standing.LATER:
            return self.tr("Sau khi lãnh đạo ký; thường là sau khi có số và dấu.")
        if state is State.PACKAGED_UNSEALED:
            return self.tr("Gói chỉ có chữ ký của lãnh đạo. Cấp số hoặc đóng dấu xong thì đóng gói lại.")
        if standing is Standing.DONE:
            return ""
        return self.tr("Văn bản PDF được đóng gói cùng sổ tính Excel, dữ liệu và thư nháp.")

    def _ways(self) -> list[tuple[Way, str, QWidget | None]]:
        return [
            (Way.NONE, self.tr("Không ký lên gói: văn bản bên trong đã có chữ ký"), None),
            (Way.FILE, self.tr("Ký lên gói bằng tệp chứng thư (.p12, .pfx)"), self.certificate),
            (Way.TOKEN, self.tr("Ký lên gói bằng USB token"), self.token),
        ]

    def _show_work(self) -> None:
        services = self._around.office.trust.own.services()
        self.time_button.setVisible(services.on)
        self.status.show_services(services)
        self.status.setVisible(self.ways.way is not Way.NONE)

    def _choose_way(self) -> None:
        self._show_work()
        if self.ways.way is Way.TOKEN:
            self.token.begin()

    def _listen(self) -> None:
        self.ways.chosen.connect(self._choose_way)
        for shown in (self._show_work, self.take_keyboard):
            self.opened.connect(shown)
        self.token.looking_again.connect(self.messages.clear)
        for entry in (self.certificate, self.token):
            entry.entered.connect(self.pack)
        self.files.preview_wanted.connect(lambda path: self._controller.preview_wanted.emit(of_file(path)))
        for widget in (self.pack_button, self.time_button):
            self._around.tasks.busy.connect(widget.setDisabled)

    def _lay_out(self) -> None:
        packing = FlowLayout()
        packing.setSpacing(GRID)
        packing.addWidget(self.pack_button)
        packing.addWidget(self.time_button)
        self.body.addWidget(self.folder_line)
        self.body.addWidget(self.ways)
        self.body.addWidget(self.status)
        self.body.addLayout(packing)
        self.below.insertWidget(self.below.count() - 1, self.files)
