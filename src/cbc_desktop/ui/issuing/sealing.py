"""The agency's signature with its seal: with a certificate file or token, in ink, or in another program; or nowhere."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cbc_desktop.base.message import Message, Progress
from cbc_desktop.dossier.profile import millimetres
from cbc_desktop.dossier.states import Action
from cbc_desktop.exporting.steps import Standing, Step, WayOut
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.issuing.decision import Return, Work
from cbc_desktop.ui.issuing.document_step import WRITTEN
from cbc_desktop.ui.issuing.key_step import KeyStep, KeyStepWords
from cbc_desktop.ui.issuing.step_work import Signed
from cbc_desktop.ui.issuing.ways import SEALING, Way
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.preferences import KeyUse
from cbc_desktop.ui.rooms import Surroundings

if TYPE_CHECKING:
    from cbc_desktop.exporting.taking_back import TakenBack
    from cbc_desktop.signing.signer import Signer
    from cbc_desktop.store.journal import JournalEntry

SEALED = Message(
    "Đã ký số cho cơ quan. Từ đây văn bản không thay đổi nữa.",
    "Signed for the agency. Nothing in the document changes any more.",
)


class SealingStep(KeyStep):
    """It may be left out: then the document is packed as the leader signed it."""

    step, use = Step.SEAL, KeyUse.AGENCY

    def __init__(self, around: Surroundings, controller: DossierController) -> None:
        super().__init__(around, controller, self._words())
        self._begun_with: JournalEntry | None = None
        self.elsewhere.sealed_line.hide()
        self.lay_out_ways()

    def again(self, standing: Standing) -> str:
        return self.tr("Nhận bản đã đóng dấu ở nơi &khác…")

    def to_do(self, standing: Standing) -> str:
        now = self.tr(
            "Văn thư ký số cho cơ quan, hình dấu đỏ phủ một phần ba chữ ký. Cơ quan ký ở nơi khác thì bỏ qua bước này: "
            "bấm “Đóng gói luôn, chưa đóng dấu…” ở bước 6."
        )
        return {
            Standing.LATER: self.tr("Sau khi cấp số."),
            Standing.SKIPPED: self.tr("Bỏ qua: gói chỉ có chữ ký của lãnh đạo; cơ quan ký ở nơi khác."),
        }.get(standing, now)

    def show_work(self, out: WayOut) -> None:
        possible = out.possible(Step.SEAL)
        self.ways.offer({way for way, action in SEALING.items() if action in possible})
        self._begin_on_paper(out)
        self.elsewhere.show_out("")
        self.status.show_services(self.services)
        png, diameter = self.desk.seal_image(self.plan()) or (b"", 0.0)
        size = self.tr("Đường kính {size} mm").format(size=self._around.look.text(millimetres(diameter)))
        none = self.tr(
            "Mẫu của cơ quan chưa có hình dấu: văn bản sẽ không có dấu đỏ, chỉ có dòng chữ “Ký bởi…, thời gian ký…” "
            "bên trái chữ ký của lãnh đạo."
        )
        self.image.show_image(png, size if png else none)
        self.show_way()

    def _begin_on_paper(self, out: WayOut) -> None:
        """What was signed by hand is stamped by hand, unless a person chooses otherwise."""
        signed = out.deed(Step.SIGN)
        if out.on_paper and signed != self._begun_with and Action.SEAL_WITH_STAMP in out.possible(Step.SEAL):
            self._begun_with = signed
            self.ways.choose(Way.PAPER)

    def take_keyboard(self) -> None:
        self.ways.setFocus()

    # --- here ------------------------------------------------------------------------------------------------------

    def sign(self) -> None:
        desk, image, dossier_id = self.desk, self.image.wanted, self.dossier_id

        def work(signer: Signer, progress: Progress) -> tuple[Message, ...]:
            return desk.seal(dossier_id, signer, progress, image=image)

        self.work.run_with_key(self.entry, work, self._sealed, partial(desk.doubts_of_seal, dossier_id))

    def _sealed(self, signed: Signed[tuple[Message, ...]]) -> None:
        self.work.moved_on()
        self.work.say_with_warnings(SEALED, *signed.outcome, *signed.warnings)

    # --- elsewhere -------------------------------------------------------------------------------------------------

    def write_out(self) -> None:
        """The document as it is now, into the folder."""
        plan, desk = self.plan(), self.elsewhere_desk
        self.work.run(lambda _: desk.give_out(plan), self._given_away)

    def take_back(self, path: Path) -> None:
        self.judge_returned(path, sealed=True)

    def _given_away(self, path: Path) -> None:
        self.work.say(WRITTEN.filled(path=path), Tone.DONE)
        self.elsewhere.drop.button.setFocus()

    # --- in ink ----------------------------------------------------------------------------------------------------

    def take_scans(self, scans: tuple[Path, ...]) -> None:
        desk, dossier_id = self.elsewhere_desk, self.dossier_id

        def take(taken: TakenBack, accepted: bool) -> Work:
            return lambda _: desk.stamp(dossier_id, scans, taken, accepted=accepted)

        def judge(progress: Progress) -> TakenBack:
            return desk.judge_stamped(dossier_id, scans, progress)

        self._decision.judge(Return(judge, take, lambda _: self.open_files(scans)))

    # --- what is shown ---------------------------------------------------------------------------------------------

    def show_pages(self) -> None:
        self.see()

    def _words(self) -> KeyStepWords:
        return KeyStepWords(
            title=self.tr("5. Dấu và chữ ký của cơ quan"),
            ways=self.tr("Cách đóng dấu"),
            file=self.tr("Ký bằng tệp chứng thư của cơ quan (.p12, .pfx)"),
            token=self.tr("Ký bằng USB token của cơ quan"),
            elsewhere=self.tr("Đóng dấu bằng phần mềm khác rồi nhận lại"),
            do_elsewhere=self.tr("Xuất văn bản đã ký, đóng dấu bằng phần mềm khác, rồi nhận lại tệp đã đóng dấu."),
            paper=self.tr("Đóng dấu mực trên giấy rồi quét"),
            do_on_paper=self.tr(
                "Đóng dấu lên bản giấy rồi quét mọi trang, cả các trang mã (300 dpi); mã được so với hồ sơ."
            ),
            image=self.tr("Hiện hình dấu"),
            sign=self.tr("&Ký số của cơ quan"),
        )
