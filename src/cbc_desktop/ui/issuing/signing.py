"""The leader signs: with a certificate file, a token, in another program, or with a pen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.dossier.states import Action
from cbc_desktop.exporting.steps import Standing, Step, WayOut
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.issuing.decision import Return, Work
from cbc_desktop.ui.issuing.document_choice import DocumentChoice
from cbc_desktop.ui.issuing.folder_line import FolderLine
from cbc_desktop.ui.issuing.key_step import KeyStep, KeyStepWords
from cbc_desktop.ui.issuing.packaging import told_of_package
from cbc_desktop.ui.issuing.step_work import Signed
from cbc_desktop.ui.issuing.ways import SIGNING, Way
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.kit.wrapping_choice import WrappingChoice
from cbc_desktop.ui.preferences import KeyUse
from cbc_desktop.ui.preview.making import of_document
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID

if TYPE_CHECKING:
    from cbc_desktop.exporting.exported import ExportPlan, ExportResult
    from cbc_desktop.exporting.taking_back import TakenBack
    from cbc_desktop.signing.signer import Signer

SIGNED = Message("Đã ký số xong.", "Signed.")
PACKED_TOO = Message(
    "Đã ký, đóng gói, đọc lại và đối chiếu: gói đúng với hồ sơ.",
    "Signed, packed, read back and compared: the package is right.",
)
HANDED_OUT = Message(
    "Đã ghi văn bản chưa ký: {path}. Hãy ký bằng phần mềm kia rồi nhận lại tệp đã ký.",
    "The unsigned document was written: {path}. Sign it in the other program, then take back the signed file.",
)


class SigningStep(KeyStep):
    """It can pack at once, where number and seal come elsewhere."""

    step, use = Step.SIGN, KeyUse.LEADER

    def __init__(self, around: Surroundings, controller: DossierController) -> None:
        super().__init__(around, controller, self._words())
        self.document = DocumentChoice(around.look, controller)
        self.preview_button = button(self.tr("Xem trước &văn bản"), self.preview)
        self.cautions = label("", Role.WARNING)
        self.not_elsewhere = label(
            self.tr("Văn bản đã ký ở đây nên không xuất đi ký nơi khác nữa; muốn vậy, hãy mở lại hồ sơ để sửa."),
            Role.SMALL,
        )
        self.pack_too = QCheckBox()
        self.folder_line = FolderLine(around.preferences)
        self._lay_out()
        self.pack_too.toggled.connect(lambda _: self.show_way())
        around.tasks.busy.connect(self.preview_button.setDisabled)

    def again(self, standing: Standing) -> str:
        return self.tr("Ký &lại…")

    def to_do(self, standing: Standing) -> str:
        if standing is Standing.LATER:
            return self.tr("Sau khi chốt số liệu.")
        return self.tr("Người có thẩm quyền ký trước; văn thư cấp số, ngày và đóng dấu sau.")

    def show_work(self, out: WayOut) -> None:
        self.document.show_documents(self._around.office.exporting.plan(self.dossier_id, self.folder).documents)
        plan = self._plan()
        self._show_cautions(plan)
        offered = _offered(out)
        self.ways.offer({way for way, action in SIGNING.items() if action in offered})
        self.not_elsewhere.setVisible(Action.SIGN_ELSEWHERE not in offered)
        if out.handed_out is not None:
            self.ways.choose(Way.ELSEWHERE)
        self.elsewhere.show_out(self._told_of_handing_out(out))
        self._show_image(plan)
        self.status.show_services(self.services)
        self.folder_line.show_folder()
        self.show_way()

    def take_keyboard(self) -> None:
        self.preview_button.setFocus()

    def preview(self) -> None:
        """The document as it will be signed; nothing is written."""
        self._controller.leave()
        self._controller.preview_wanted.emit(of_document(self._around.office, self._controller))

    def show_pages(self) -> None:
        self.preview()

    # --- here ------------------------------------------------------------------------------------------------------

    def sign(self) -> None:
        """For the leader; and packs at once where that is wanted, with the same PIN."""
        plan, desk, image = self._plan(), self.desk, self.image.wanted
        packs, dossier_id, folder = self.pack_too.isChecked(), self.dossier_id, self.folder

        def work(signer: Signer, progress: Progress) -> ExportResult | None:
            desk.sign(plan, signer, progress, image=image)
            return desk.package(desk.documents.plan(dossier_id, folder), signer, progress) if packs else None

        self.work.run_with_key(self.entry, work, self._signed)

    def _signed(self, signed: Signed[ExportResult | None]) -> None:
        self.work.moved_on()
        packed = signed.outcome
        if packed is None:
            self.work.say_with_warnings(SIGNED, *signed.warnings)
        else:
            told = told_of_package(self._around.office, self.dossier_id, packed)
            self.work.say_with_warnings(PACKED_TOO, *told, *signed.warnings)

    # --- elsewhere -------------------------------------------------------------------------------------------------

    def write_out(self) -> None:
        plan, desk = self._plan(), self.elsewhere_desk
        self.work.run(lambda progress: desk.hand_out(plan, progress), self._handed_out)

    def take_back(self, path: Path) -> None:
        self.judge_returned(path, sealed=self.elsewhere.sealed_too.isChecked())

    def _handed_out(self, path: Path) -> None:
        self.work.moved_on()
        self.work.say(HANDED_OUT.filled(path=path), Tone.DONE)
        self.elsewhere.drop.button.setFocus()

    # --- on paper --------------------------------------------------------------------------------------------------

    def take_scans(self, scans: tuple[Path, ...]) -> None:
        plan, desk = self._plan(), self.elsewhere_desk

        def take(taken: TakenBack, accepted: bool) -> Work:
            return lambda progress: desk.sign_with_pen(plan, scans, taken, progress, accepted=accepted)

        def judge(progress: Progress) -> TakenBack:
            return desk.judge_paper(plan, scans, progress)

        self._decision.judge(Return(judge, take, lambda _: self.open_files(scans)))

    # --- what is shown ---------------------------------------------------------------------------------------------

    def _plan(self) -> ExportPlan:
        """Of the document that is chosen: nothing was signed yet, or it is signed anew."""
        return self._around.office.exporting.plan(self.dossier_id, self.folder, self.document.chosen)

    def _show_cautions(self, plan: ExportPlan) -> None:
        found = self.desk.findings(plan)
        self.cautions.setText("\n".join(self._around.look.text(finding.message) for finding in found))
        self.cautions.setVisible(bool(found))

    def _show_image(self, plan: ExportPlan) -> None:
        name, image = self.desk.signatory(plan), self.desk.signature_image(plan)
        none = self.tr(
            "Mẫu của cơ quan chưa có ảnh chữ ký của {name}: trên văn bản sẽ là dòng chữ “Ký bởi…, thời gian ký…”."
        ).format(name=name)
        self.image.show_image(image, name if image else none)

    def show_way(self) -> None:
        super().show_way()
        self.folder_line.setVisible(self.pack_too.isChecked())

    def _told_of_handing_out(self, out: WayOut) -> str:
        if out.handed_out is None:
            return ""
        at = out.handed_out.at.astimezone(VIETNAM)
        return self.tr("Đã xuất để ký lúc {time} ngày {date} vào thư mục {folder}; đang chờ nhận lại.").format(
            time=f"{at:%H:%M}", date=date_text(at.date()), folder=out.handed_out.facts.get("folder", "")
        )

    def _words(self) -> KeyStepWords:
        return KeyStepWords(
            title=self.tr("3. Lãnh đạo ký"),
            ways=self.tr("Cách ký"),
            file=self.tr("Ký bằng tệp chứng thư (.p12, .pfx)"),
            token=self.tr("Ký bằng USB token"),
            elsewhere=self.tr("Ký bằng phần mềm khác rồi nhận lại"),
            do_elsewhere=self.tr(
                "Xuất văn bản, ký bằng phần mềm khác (VGCA, hệ thống quản lý văn bản…), rồi nhận lại."
            ),
            paper=self.tr("Ký tay trên giấy rồi quét"),
            do_on_paper=self.tr(
                "In, trình ký rồi quét mọi trang, cả các trang mã (300 dpi); mã được đọc để so với hồ sơ."
            ),
            image=self.tr("Hiện ảnh chữ ký"),
            sign=self.tr("&Ký số"),
        )

    def _lay_out(self) -> None:
        choice = QHBoxLayout()
        choice.setSpacing(GRID)
        choice.addWidget(self.document, 1)
        choice.addWidget(self.preview_button)
        choice.addStretch(0)
        packing = self.tr("Ký xong thì đóng gói luôn (số, ngày và dấu làm ở nơi khác)")
        self.body.addLayout(choice)
        self.body.addWidget(self.cautions)
        self.body.addWidget(self.not_elsewhere)
        self.lay_out_ways(WrappingChoice(self.pack_too, packing), self.folder_line)


def _offered(out: WayOut) -> frozenset[Action]:
    """What was signed here is not given away: it would have to be begun anew, and nothing would say that."""
    possible = out.possible(Step.SIGN)
    return possible - {Action.SIGN_ELSEWHERE} if out.standing(Step.SIGN) is Standing.DONE else possible
