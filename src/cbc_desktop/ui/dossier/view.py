"""The frame of an open dossier: head line, outline, the page that is shown, the panel beside it, and the state line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, overload

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTableView, QVBoxLayout, QWidget

from cbc_desktop.base.message import Message
from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.engine.navigation import next_problem, next_unanswered, page_of, pages
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.dossier.dossier_page import DossierPage, Here
from cbc_desktop.ui.dossier.forms_language import FormsLanguage
from cbc_desktop.ui.dossier.notices import Notices
from cbc_desktop.ui.dossier.overview import Overview
from cbc_desktop.ui.dossier.page_stack import PageStack
from cbc_desktop.ui.dossier.places import LastStep, PageKey, Place
from cbc_desktop.ui.dossier.search_panel import SearchPanel
from cbc_desktop.ui.dossier.side_panel import SidePanel
from cbc_desktop.ui.dossier.way import Finder, first_behind
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.preview.making import Making, PreviewMaking, of_check_sheet, of_document
from cbc_desktop.ui.questions.beside import KEYS
from cbc_desktop.ui.questions.section_page import SectionPage
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.sheets.request import SheetRequest
from cbc_desktop.ui.theme.sizes import GRID

if TYPE_CHECKING:
    from cbc_desktop.ui.sheets.page import SheetsPage


class DossierView(QWidget):
    """Goes about in the dossier; what is counted follows the change sets."""

    def __init__(self, around: Surroundings, controller: DossierController) -> None:
        super().__init__()
        self._around, self.controller = around, controller
        self.sections = {
            form_id: pages(filling.session.definition) for form_id, filling in controller.dossier.forms.items()
        }
        self.language = FormsLanguage(controller.dossier, around.look, around.preferences)
        self.overview = Overview(around, controller, self.sections, self.language)
        self.head, self.outline, self.state = self.overview.head, self.overview.outline, self.overview.state
        self.search = SearchPanel(around.look, controller, self)
        self.messages = Notices(around, controller)
        self.stack = PageStack(around, controller, self.sections)
        self.beside = SidePanel(around.look, controller)
        self.previews = PreviewMaking(around.tasks, controller, self)
        self._here: Here | None = None
        self.key: Place | None = None
        self._late = QTimer(self, interval=0, singleShot=True)
        self._late.timeout.connect(self.overview.show_counts)
        self._lay_out()
        self._listen_to_controller()
        self._listen_to_parts()
        self.overview.show_dossier()
        self._begin(controller.place)
        self.messages.offer_prefill(self.overview.counts.total)
        self.messages.offer_update()
        self.messages.tell_returned()

    @property
    def sheets(self) -> SheetsPage | None:
        return self.stack.sheets

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._late.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nobody looks at counts that are hidden, and the data may be closed by the time they would be shown."""
        super().hideEvent(event)
        self._late.stop()

    # --- going about -----------------------------------------------------------------------------------------------

    @overload
    def go(self, key: PageKey) -> SectionPage: ...

    @overload
    def go(self, key: Place) -> DossierPage: ...

    def go(self, key: Place) -> DossierPage:
        """Shows a page; what was typed before is committed first."""
        self.messages.go_on()
        self.controller.leave()
        self.key = self.controller.place = key
        shown = self.stack.show_place(key)
        self.outline.show_place(key)
        keys = self.outline.keys()
        self.state.back.setEnabled(key != keys[0])
        self.state.on.setEnabled(key != keys[-1])
        shown.entered()
        return shown

    def go_by(self, step: int) -> None:
        """To the next page, or the one before; the keyboard goes to its first question."""
        keys = self.outline.keys()
        place = keys.index(self.key) + step if self.key in keys else 0
        if 0 <= place < len(keys):
            self.go(keys[place]).take_keyboard()

    def show_question(self, form_id: str, address: Address) -> bool:
        """Goes to a question, a cell or a table, wherever it is; False when it is on no page.

        Of a row that is gone, since a backup was put back, say, it goes to the page.
        """
        session = self._session(form_id)
        page = page_of(session.definition, address.path)
        if page is None:
            return False
        self._around.preferences.keep_left_at(self.controller.dossier.dossier_id, form_id, address)
        shown = self.go(PageKey(form_id, self.sections[form_id].index(page)))
        if not session.tree.holds(address):
            shown.take_keyboard()
            return True
        self.messages.tell_hidden(session, address)
        return shown.show_question(address)

    def show_returned(self) -> None:
        """What the receiver returned, on the page of the review."""
        from cbc_desktop.ui.review.entries import Kind
        from cbc_desktop.ui.review.page import ReviewPage

        page = self.go(LastStep.REVIEW)
        self.messages.clear()
        assert isinstance(page, ReviewPage)
        page.show_only(Kind.RETURNED)
        page.take_keyboard()

    def go_to_next_problem(self) -> None:
        explained = self.controller.explained
        self._go_to_next(lambda session, after: next_problem(session, after, explained(session.definition.id)))

    def go_to_next_unanswered(self) -> None:
        self._go_to_next(next_unanswered)

    def leave(self) -> bool:
        """Commits what was typed, keeps the place and how far the dossier is; False when the disk refuses."""
        here = self.stack.here()
        if here is not None:
            self._around.preferences.keep_left_at(self.controller.dossier.dossier_id, *here)
        if not self.controller.leave():
            return False
        self._keep_progress()
        return True

    def _keep_progress(self) -> None:
        total, dossier_id = self.overview.counts.total, self.controller.dossier.dossier_id
        changed_at = self._around.office.store.dossiers.get(dossier_id).changed_at
        self._around.preferences.keep_progress(dossier_id, total.answered, total.asked, changed_at)

    def _go_to_next(self, find: Finder) -> None:
        shown = self.stack.currentWidget()
        start = (shown.form_id, shown.present_address()) if isinstance(shown, SectionPage) else None
        sessions = {form_id: filling.session for form_id, filling in self.controller.dossier.forms.items()}
        found = first_behind(sessions, start, find)
        if found is not None:
            self.show_question(*found)

    def _begin(self, place: Place | None) -> None:
        """Where the person left off; in a window that was only dressed anew, on the page where they are."""
        self.take_keyboard()
        if place is not None and place != self.key:
            self.go(place)

    def take_keyboard(self) -> None:
        """Puts the keyboard where the person left off; at first, where the work begins."""
        left = self._around.preferences.left_at(self.controller.dossier.dossier_id)
        if left is None or left[0] not in self.sections or not self.show_question(*left):
            self.go(self.outline.keys()[0]).take_keyboard()

    @property
    def topic(self) -> Topic:
        """What help would be about here."""
        if self.stack.preview is not None:
            return Topic.PREVIEW
        if isinstance(self.key, LastStep):
            return self._topic_of_step(self.stack.currentWidget())
        here = self.stack.here()
        in_row = here is not None and bool(here[1].row)
        in_table = isinstance(self.window().focusWidget(), QTableView)
        return Topic.TABLES if in_row or in_table or self.sheets is not None else Topic.FILLING

    def _topic_of_step(self, page: QWidget | None) -> Topic:
        from cbc_desktop.ui.issuing.page import IssuingPage

        return page.topic if isinstance(page, IssuingPage) else Topic.CHECKING

    def _open_beside(self, form_id: str, address: Address, panel: str) -> None:
        shown = self.stack.currentWidget()
        if isinstance(shown, SectionPage):
            shown.hold(address)
        self.beside.show_panel(form_id, address, panel)

    def _show_beside(self, panel: str) -> None:
        """At the question or the cell that has the keyboard."""
        if self.beside.holds(self.window().focusWidget()):
            self.beside.turn_to(panel)
            return
        here = self.stack.here()
        if here is not None and isinstance(self._session(here[0]).tree.find(here[1]), LeafNode):
            self._open_beside(*here, panel)
        else:
            self.messages.say(self.tr("Hãy đặt con trỏ vào một câu hỏi, rồi bấm lại phím này."))

    def _show_sheets(self, form_id: str, request: SheetRequest) -> None:
        if isinstance(self.key, PageKey) and self.key.form_id == form_id:
            self.stack.show_sheets(self.key, request)

    def preview(self) -> None:
        """What is printed of the present page: the check sheet of the review, else the document."""
        self.controller.leave()
        making = of_check_sheet if self.key is LastStep.REVIEW else of_document
        self.controller.preview_wanted.emit(making(self._around.office, self.controller))

    def _make_preview(self, making: Making) -> None:
        self.messages.go_on()
        self._here = self.stack.here()
        self.previews.make(making)

    # --- following -------------------------------------------------------------------------------------------------

    def _follow(self, form_id: str, changes: ChangeSet) -> None:
        """Counting waits until the window has shown what was typed."""
        self.messages.go_on()
        self.overview.counts.follow(form_id, changes)
        self._late.start()

    def _moved_on(self) -> None:
        self.overview.counts.forget()
        self._show_everything()

    def _show_language(self, language: str) -> None:
        """Everything the forms say is said anew where it stands; the keyboard stays where it is."""
        self.controller.leave()
        self.language.choose(language or self.language.following())
        self._show_everything()

    def _show_everything(self) -> None:
        self.search.forget()
        self.overview.show_dossier()
        self.beside.refresh()
        self.stack.refresh()
        self.messages.tell_returned()

    def _session(self, form_id: str) -> FormSession:
        return self.controller.dossier.form(form_id).session

    def _warn(self, message: Message) -> None:
        self.messages.tell(message, Tone.WARNING)

    def _tell(self, message: Message) -> None:
        self.messages.tell(message, Tone.INFO)

    # --- parts -----------------------------------------------------------------------------------------------------

    def _listen_to_controller(self) -> None:
        controller = self.controller
        controller.changed.connect(self._follow)
        controller.moved_on.connect(self._moved_on)
        controller.returned_changed.connect(self._late.start)
        controller.remarked.connect(self._late.start)
        controller.remarked.connect(self.messages.go_on)
        controller.saving_changed.connect(self.head.show_saving)
        controller.refused.connect(self._warn)
        controller.did.connect(self._tell)
        controller.jump.connect(self.show_question)
        controller.sheets_wanted.connect(self._show_sheets)
        controller.preview_wanted.connect(self._make_preview)

    def _listen_to_parts(self) -> None:
        self.outline.chosen.connect(self.go)
        self.head.undo_wanted.connect(self.controller.undo)
        self.head.redo_wanted.connect(self.controller.redo)
        self.head.language_wanted.connect(self._show_language)
        self.head.back_wanted.connect(self._around.routes.close_dossier)
        self.messages.returned_wanted.connect(self.show_returned)
        self.stack.place_wanted.connect(lambda place: self.go(place).take_keyboard())
        self.stack.next_wanted.connect(lambda: self.go_by(1))
        self.stack.currentChanged.connect(self._make_room)
        self.stack.beside_wanted.connect(self._open_beside)
        self.state.back_wanted.connect(lambda: self.go_by(-1))
        self.state.on_wanted.connect(lambda: self.go_by(1))
        self.state.problem_wanted.connect(self.go_to_next_problem)
        self.state.unanswered_wanted.connect(self.go_to_next_unanswered)
        self.previews.made.connect(lambda preview: self.stack.show_preview(preview, self._here))
        QShortcut(QKeySequence.StandardKey.Print, self, self.preview)
        for panel, keys in KEYS.items():
            QShortcut(QKeySequence(keys), self, partial(self._show_beside, panel))

    def _left(self) -> QWidget:
        line = QFrame()
        line.setProperty("role", "bar")
        line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # the outline says how wide
        within = QVBoxLayout(line)
        within.setContentsMargins(GRID, GRID, GRID, GRID)
        within.addWidget(self.search)
        self._way = QWidget()
        left = QVBoxLayout(self._way)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(line)
        left.addWidget(self.outline, 1)
        return self._way

    def _make_room(self) -> None:
        """Pages that are looked at have an outline of their own."""
        self._way.setVisible(self.stack.preview is None)

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.messages)
        middle.addWidget(self.stack, 1)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._left())
        across.addLayout(middle, 1)
        across.addWidget(self.beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addLayout(across, 1)
        layout.addWidget(self.state)
