"""The clerk gives number and date, filled into the document behind the leader's signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from cbc_desktop.base.message import Message, Progress
from cbc_desktop.dossier.states import Action, State
from cbc_desktop.exporting.issue_numbers import numbered_so
from cbc_desktop.exporting.steps import Standing, Step, WayOut
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.issuing.document_step import DocumentStep
from cbc_desktop.ui.issuing.number_form import NumberForm
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.rooms import Surroundings

if TYPE_CHECKING:
    from cbc_desktop.dossier.revision import IssueFacts
    from cbc_desktop.exporting.issue_limits import IssueLimits

FILLING = Message("Đang điền số, ngày vào văn bản…", "Filling number and date into the document…")
FILLED = Message(
    "{issued} Chữ ký của lãnh đạo vẫn nguyên vẹn. Sửa lại được cho đến khi đóng dấu.",
    "{issued} The leader's signature is intact. It can be corrected until the seal.",
)
FILLED_ON_PAPER = Message(
    "{issued} Đã ghi nhận và điền vào bản điện tử. Văn thư ghi cùng số, ngày này lên bản giấy đã ký, rồi mới đóng dấu.",
    "{issued} Recorded, and filled into the electronic copy. The clerk writes the same number and date on the signed "
    "paper, and stamps it only then.",
)
CORRECTED = Message("Đã ghi lại số và ngày.", "Number and date were corrected.")
CORRECTED_PACKED = Message(
    "Đã ghi lại số và ngày. Hãy đóng gói lại để gói mang đúng số này.",
    "Number and date were corrected. Pack it again, so that the package says so.",
)


class NumberingStep(DocumentStep):
    """Today is offered as the date; all of it may be corrected until the document is sealed."""

    step = Step.NUMBER

    def __init__(self, around: Surroundings, controller: DossierController) -> None:
        super().__init__(around, controller, self.tr("4. Số, ngày"))
        self.form = NumberForm(around.look)
        self.fill_button = button(self.tr("Điề&n vào văn bản"), self.fill, kind=Kind.PRIMARY)
        self.cautions = label("", Role.WARNING)
        self._limits: IssueLimits | None = None
        self.form.entered.connect(self.fill)
        self.form.typed.connect(self._show_cautions)
        self._lay_out()
        around.tasks.busy.connect(self.fill_button.setDisabled)

    def may_again(self, out: WayOut) -> bool:
        return super().may_again(out) or self._read_off(out)

    def _read_off(self, out: WayOut) -> bool:
        """Another program has numbered it: here one can only correct what was read off its page."""
        sealed = out.deed(Step.SEAL)
        elsewhere = sealed is not None and sealed.event == Action.SEAL_ELSEWHERE.value
        return elsewhere and Step.NUMBER not in out.deeds and out.state in (State.SEALED, State.PACKAGED)

    def again(self, standing: Standing) -> str:
        if self._read_off(self._out):
            return self.tr("Ghi sai số, ngà&y? Sửa…")
        return self.tr("Sửa số, ngà&y…") if standing is Standing.DONE else self.tr("Cấp số ở đâ&y…")

    def to_do(self, standing: Standing) -> str:
        return {
            Standing.LATER: self.tr("Sau khi lãnh đạo ký."),
            Standing.SKIPPED: self._there(),
        }.get(standing, self._now())

    def _there(self) -> str:
        told = numbered_so(self._known)
        where = self.tr("Làm ở nơi khác.")
        return where if told is None else f"{where} {self._around.look.text(told)}"

    def _now(self) -> str:
        if self._out.on_paper:
            return self.tr("Văn thư cấp số và ghi ngày ban hành; ghi cùng số, ngày ấy lên bản giấy đã ký.")
        return self.tr("Văn thư cấp số và ghi ngày ban hành; chữ ký của lãnh đạo không bị ảnh hưởng.")

    def show_work(self, out: WayOut) -> None:
        self._limits = self.desk.limits(self.dossier_id)
        self.form.show_facts(self._known, self._around.office.clock.now().date())
        self.fill_button.setText(self.tr("Ghi &lại") if self._read_off(out) else self.tr("Điề&n vào văn bản"))
        self._show_cautions()

    def _show_cautions(self) -> None:
        """While one types: they are only doubts, and what was typed can be filled in all the same."""
        doubts = self._doubts(self.form.so_far(self._known))
        self.cautions.setText("\n".join(map(self._around.look.text, doubts)))
        self.cautions.setVisible(bool(doubts))

    def _doubts(self, facts: IssueFacts) -> tuple[Message, ...]:
        return self._limits.doubts(facts) if self._limits is not None else ()

    def take_keyboard(self) -> None:
        self.form.take_keyboard()

    def fill(self) -> None:
        """Number and date are checked first; the wrong one gets the keyboard."""
        given = self.form.facts(self._known)
        if given is None:
            return
        if self._read_off(self._out):
            self._correct(given)
            return
        desk, dossier_id, facts = self.desk, self.dossier_id, given

        def work(progress: Progress) -> IssueFacts:
            progress(FILLING)
            return desk.number(dossier_id, facts)

        self.work.run(work, self._filled, self.form.take_keyboard)

    def _correct(self, given: IssueFacts) -> None:
        desk, dossier, dossier_id = self.elsewhere_desk, self._controller.dossier, self.dossier_id
        self.fold()
        if self._controller.step(lambda: dossier.set_facts(desk.read_again(dossier_id, given))):
            self.work.say(CORRECTED_PACKED if self._out.state is State.PACKAGED else CORRECTED, Tone.DONE)

    def _filled(self, facts: IssueFacts) -> None:
        doubts = self._doubts(facts)
        self.work.moved_on()
        told = FILLED_ON_PAPER if self._out.on_paper else FILLED
        tone = Tone.WARNING if doubts else Tone.DONE
        self.work.say_with_warnings(told.filled(issued=numbered_so(facts)), *doubts, tone=tone)

    @property
    def _known(self) -> IssueFacts:
        return self._controller.dossier.stored.revision.facts

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.fill_button)
        buttons.addStretch(1)
        self.body.addWidget(self.form)
        self.body.addWidget(self.cautions)
        self.body.addLayout(buttons)
