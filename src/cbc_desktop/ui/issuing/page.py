"""The way out, step by step on one page: finalise, facts of the document, sign and pack, hand over; and back again."""

from __future__ import annotations

from PySide6.QtCore import Signal

from cbc_desktop.dossier.states import Action, State, permitted
from cbc_desktop.exporting.steps import Standing, Step, standings
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.dossier.dossier_page import DossierPage
from cbc_desktop.ui.issuing.document_facts import DocumentFacts
from cbc_desktop.ui.issuing.english_workbook import EnglishWorkbook
from cbc_desktop.ui.issuing.exporting import ExportingStep
from cbc_desktop.ui.issuing.finalising import FinalisingStep
from cbc_desktop.ui.issuing.handing_over import HandingOverStep
from cbc_desktop.ui.issuing.reopening import Reopening
from cbc_desktop.ui.issuing.taking_return import TakingReturn
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import QUESTION_WIDTH


class IssuingPage(DossierPage):
    """What is done is shown done, what is not possible yet says after what it comes."""

    review_wanted = Signal()

    def __init__(self, around: Surroundings, controller: DossierController) -> None:
        super().__init__(widest=QUESTION_WIDTH)
        self._controller = controller
        self.finalising = FinalisingStep(around, controller)
        self.facts = DocumentFacts(around, controller)
        self.exporting = ExportingStep(around, controller)
        self.english_workbook = EnglishWorkbook(around, controller)
        self.handing_over = HandingOverStep(around, controller)
        self.returning = TakingReturn(around, controller)
        self.reopening = Reopening(controller)
        self.column.addWidget(label(self.tr("Xuất và ký"), Role.TITLE))
        for panel in (
            *(self.finalising, self.facts, self.exporting, self.handing_over),
            *(self.returning, self.reopening, self.english_workbook),
        ):
            self.column.addWidget(panel)
        self.column.addStretch(1)
        self.finalising.review_wanted.connect(self.review_wanted)

    def entered(self) -> None:
        self._show()

    def refresh(self) -> None:
        if self.isVisible():
            self._show()

    def take_keyboard(self) -> None:
        standing = standings(self._state)
        buttons = {
            Step.FINALISE: self.finalising.finalise_button,
            Step.EXPORT: self.exporting.preview_button,
            Step.HAND_OVER: self.handing_over.record_button,
        }
        now = next((step for step in Step if standing[step] is Standing.NOW), Step.HAND_OVER)
        buttons[now].setFocus()

    def _show(self) -> None:
        standing = standings(self._state)
        self.finalising.show_step(standing[Step.FINALISE])
        self.facts.show_facts()
        self.exporting.show_step(standing[Step.EXPORT])
        self.english_workbook.setVisible(self._state is not State.DRAFT)
        self.handing_over.show_step(standing[Step.HAND_OVER])
        self.returning.setVisible(self._controller.dossier.stored.revision.number > 1 or self._state is not State.DRAFT)
        self.reopening.setVisible(Action.REOPEN in permitted(self._state))

    @property
    def _state(self) -> State:
        return self._controller.dossier.stored.revision.state
