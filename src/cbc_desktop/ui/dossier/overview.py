"""Keeps head line, outline and state line in step with the dossier: what it is, and how far each section has come."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.dossier.states import OUT, STATE_TITLES, State
from cbc_desktop.ui.deadlines import time_left
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.dossier.counts import Counts
from cbc_desktop.ui.dossier.forms_language import FormsLanguage
from cbc_desktop.ui.dossier.head_line import HeadLine
from cbc_desktop.ui.dossier.outline import Entry, Outline
from cbc_desktop.ui.dossier.page_stack import Sections
from cbc_desktop.ui.dossier.places import LastStep, PageKey
from cbc_desktop.ui.dossier.state_line import StateLine
from cbc_desktop.ui.kit.marks import Mark
from cbc_desktop.ui.rooms import Surroundings


class Overview(QObject):
    """Its three parts stand around the pages; it fills them and owns none of them."""

    def __init__(
        self, around: Surroundings, controller: DossierController, sections: Sections, language: FormsLanguage
    ) -> None:
        super().__init__()
        self._around, self._controller = around, controller
        self._sections, self._language = sections, language
        self.head, self.outline, self.state = HeadLine(around.look), Outline(around.look), StateLine()
        self.counts = Counts(controller, sections)

    def show_dossier(self) -> None:
        """Everything anew: the dossier took a step, or speaks another language."""
        dossier, look = self._controller.dossier, self._around.look
        agency = look.text(dossier.agency.name)
        title = f"{agency} – {look.text(dossier.campaign.title)}"  # the end is cut off where room is short
        revision = dossier.stored.revision
        state = look.text(STATE_TITLES[revision.state])
        if revision.number > 1:
            state = self.tr("{state}, lần {number}").format(state=state, number=revision.number)
        self.head.show_dossier(title, state, draft=self._controller.editable, trial=dossier.stored.trial)
        self.head.show_languages(self._language.choices, self._language.present)
        self._show_deadline()
        self.show_counts()

    def show_counts(self) -> None:
        """After a change; what it does not touch is not counted again."""
        total, dossier = self.counts.total, self._controller.dossier
        self.state.show_counts(total.errors, total.warnings, total.asked - total.answered)
        self.state.unanswered.setVisible(self._controller.editable)  # nobody can answer them any more
        self.head.show_steps(undo=dossier.can_undo, redo=dossier.can_redo)
        for form_id, sections in self._sections.items():
            session = dossier.form(form_id).session
            entries = [
                Entry(PageKey(form_id, number), page.shown_title(session), *self.counts.of(page))
                for number, page in enumerate(sections)
            ]
            title = self._language.text(session, dossier.campaign.form_title(session.definition))
            self.outline.show_form(form_id, title, self.counts.of_form(form_id), entries)
        for entry in self._last_steps():
            self.outline.show_entry(entry)

    def _show_deadline(self) -> None:
        today, deadline = self._around.office.clock.now().date(), self._controller.dossier.campaign.deadline
        revision = self._controller.dossier.stored.revision
        if revision.state in OUT or revision.state is State.RETURNED:
            on, title = revision.facts.sent, self._around.look.text(STATE_TITLES[revision.state])
            sent = self.tr("Đã gửi {date}").format(date=date_text(on)) if on else title
            self.state.show_deadline(sent, late=False)
            return
        last = self.tr("Hạn gửi {date} ({left})").format(date=date_text(deadline), left=time_left(deadline, today))
        self.state.show_deadline(last, late=today > deadline)

    def _last_steps(self) -> tuple[Entry, Entry]:
        total, state = self.counts.total, self._controller.dossier.stored.revision.state
        in_the_way = total.errors + total.missing
        returned = any(question.waits for question in self._controller.returned)
        done = Mark.RETURNED if returned else Mark.IN_WORK if total.missing else Mark.DONE
        review = Mark.PROBLEM if total.errors else done
        issuing = Mark.UNANSWERED if state is State.DRAFT else Mark.DONE if state in OUT else Mark.IN_WORK
        return (
            Entry(LastStep.REVIEW, self.tr("Kiểm tra"), review, str(in_the_way) if in_the_way else ""),
            Entry(LastStep.ISSUING, self.tr("Ký và phát hành"), issuing),
        )
