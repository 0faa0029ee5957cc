"""The way out, step by step on one page, from the figures to the package that is sent; and back again."""

from __future__ import annotations

from PySide6.QtCore import Signal

from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.dossier.states import Action, State, permitted
from cbc_desktop.exporting.steps import Step, WayOut
from cbc_desktop.store.journal import JournalEntry
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.dossier.dossier_page import DossierPage
from cbc_desktop.ui.issuing.document_facts import DocumentFacts
from cbc_desktop.ui.issuing.english_workbook import EnglishWorkbook
from cbc_desktop.ui.issuing.finalising import FinalisingStep
from cbc_desktop.ui.issuing.handing_over import HandingOverStep
from cbc_desktop.ui.issuing.numbering import NumberingStep
from cbc_desktop.ui.issuing.packaging import PackagingStep
from cbc_desktop.ui.issuing.past import PastRevisions
from cbc_desktop.ui.issuing.reopening import Reopening
from cbc_desktop.ui.issuing.sealing import SealingStep
from cbc_desktop.ui.issuing.signing import SigningStep
from cbc_desktop.ui.issuing.taking_return import TakingReturn
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import QUESTION_WIDTH

_OF_THE_DOCUMENT = (Step.SIGN, Step.NUMBER, Step.SEAL)
"""Each of them makes the document's next file."""


class IssuingPage(DossierPage):
    """What is done is shown done, what is not possible yet says after what it comes."""

    review_wanted = Signal()

    def __init__(self, around: Surroundings, controller: DossierController) -> None:
        super().__init__(widest=QUESTION_WIDTH)
        self._around, self._controller = around, controller
        self.finalising = FinalisingStep(around, controller)
        self.facts = DocumentFacts(around, controller)
        self.signing = SigningStep(around, controller)
        self.numbering = NumberingStep(around, controller)
        self.sealing = SealingStep(around, controller)
        self.packaging = PackagingStep(around, controller)
        self.handing_over = HandingOverStep(around, controller)
        self.english_workbook = EnglishWorkbook(around, controller)
        self.returning = TakingReturn(around, controller)
        self.reopening = Reopening(controller)
        self._steps = (
            *(self.finalising, self.facts, self.signing, self.numbering, self.sealing, self.packaging),
            self.handing_over,
        )
        self.column.addWidget(label(self.tr("Ký và phát hành"), Role.TITLE))
        self.past = PastRevisions(around.look)
        for panel in (*self._steps, self.returning, self.reopening, self.english_workbook, self.past):
            self.column.addWidget(panel)
        self.column.addStretch(1)
        self.finalising.review_wanted.connect(self.review_wanted)
        for panel in self._steps:
            panel.begun.connect(self._forget_messages)
            panel.done.connect(self._go_on)

    def entered(self) -> None:
        self._show()

    def refresh(self) -> None:
        if self.isVisible():
            self._show()

    @property
    def topic(self) -> Topic:
        """The clerk's chapter, the leader's, or that of what came back: where the keyboard is."""
        focus = self.window().focusWidget()
        at = {panel for panel in (*self._steps, self.returning, self.reopening) if panel.isAncestorOf(focus)}
        if at & {self.numbering, self.sealing, self.packaging, self.handing_over}:
            return Topic.CLERK
        return Topic.RETURNED if at & {self.returning, self.reopening} else Topic.SIGNING

    def take_keyboard(self) -> None:
        """To the step whose turn it is."""
        now = self._way_out.now or Step.HAND_OVER
        {
            Step.FINALISE: self.finalising.finalise_button.setFocus,
            Step.SIGN: self.signing.take_keyboard,
            Step.NUMBER: self.numbering.take_keyboard,
            Step.SEAL: self.sealing.take_keyboard,
            Step.PACKAGE: self.packaging.take_keyboard,
            Step.HAND_OVER: self.handing_over.record_button.setFocus,
        }[now]()

    def _show(self) -> None:
        out = self._way_out
        present = next((step for step in reversed(_OF_THE_DOCUMENT) if step in out.deeds), None)
        self.finalising.show_step(out.standing(Step.FINALISE))
        self.facts.show_facts(out)
        for document_step in (self.signing, self.numbering, self.sealing):
            document_step.show_step(out, present=document_step.step is present)
        self.packaging.show_step(out)
        self.handing_over.show_step(out)
        self.english_workbook.setVisible(out.state is not State.DRAFT)
        self.returning.setVisible(self._controller.dossier.stored.revision.number > 1 or out.state is not State.DRAFT)
        self.reopening.setVisible(Action.REOPEN in permitted(out.state))
        self.past.show_past(self._journal, self._controller.dossier.stored.revision.number)

    def _go_on(self) -> None:
        """A person may be elsewhere by now."""
        if self.isVisible():
            self.take_keyboard()
            self.keep_in_sight()

    def _forget_messages(self) -> None:
        """What was told of the last step is past."""
        for step in self._steps:
            step.messages.go_on()

    @property
    def _way_out(self) -> WayOut:
        return WayOut.of(self._controller.dossier.stored.revision.state, self._journal)

    @property
    def _journal(self) -> tuple[JournalEntry, ...]:
        return self._around.office.store.journal.of(self._controller.dossier.dossier_id)
