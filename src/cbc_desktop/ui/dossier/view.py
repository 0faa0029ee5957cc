"""The frame of an open dossier: head line, outline, the page that is shown, the panel beside it, and the state line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, overload

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QTableView, QVBoxLayout, QWidget

from cbc_desktop.base.message import Message
from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.dossier.states import STATE_TITLES, State
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.engine.navigation import next_problem, next_unanswered, page_of, pages
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.ui.deadlines import time_left
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.dossier.counts import Counts
from cbc_desktop.ui.dossier.dossier_page import DossierPage, Here
from cbc_desktop.ui.dossier.forms_language import FormsLanguage
from cbc_desktop.ui.dossier.head_line import HeadLine
from cbc_desktop.ui.dossier.outline import Entry, Outline
from cbc_desktop.ui.dossier.places import LastStep, PageKey, Place
from cbc_desktop.ui.dossier.prefill_offer import offers_prefill
from cbc_desktop.ui.dossier.search_panel import SearchPanel
from cbc_desktop.ui.dossier.side_panel import SidePanel
from cbc_desktop.ui.dossier.state_line import StateLine
from cbc_desktop.ui.dossier.way import Finder, first_behind
from cbc_desktop.ui.help.topics import Topic
from cbc_desktop.ui.kit.buttons import Kind as ButtonKind
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.marks import Mark
from cbc_desktop.ui.kit.message_bar import MessageBar, Tone
from cbc_desktop.ui.questions.beside import KEYS
from cbc_desktop.ui.questions.section_page import SectionPage
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.sheets.request import SheetRequest
from cbc_desktop.ui.theme.sizes import GRID

if TYPE_CHECKING:
    from cbc_desktop.ui.sheets.page import SheetsPage

_OUT = (State.HANDED_OVER, State.ACCEPTED)


class DossierView(QWidget):
    """Builds a page when it is first shown; everything that is counted follows the change sets."""

    def __init__(self, around: Surroundings, controller: DossierController) -> None:
        super().__init__()
        self._around, self.controller = around, controller
        self._pages: dict[Place, DossierPage] = {}
        self._sections = {
            form_id: pages(filling.session.definition) for form_id, filling in controller.dossier.forms.items()
        }
        self.language = FormsLanguage(controller.dossier, around.look, around.preferences)
        self.head = HeadLine(around.look)
        self.search = SearchPanel(around.look, controller, self)
        self.outline = Outline(around.look)
        self.messages = MessageBar()
        self.stack = QStackedWidget()
        self.beside = SidePanel(around.look, controller)
        self.state = StateLine()
        self.key: Place | None = None
        self.sheets: SheetsPage | None = None
        self._counts = Counts(controller, self._sections)
        self._late = QTimer(self, interval=0, singleShot=True)
        self._late.timeout.connect(self._show_counts)
        self._lay_out()
        self._listen()
        self._show_dossier()
        self._go_where_left()
        self._tell_returned()
        self._offer_prefill()

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
        self.controller.leave()
        self._close_sheets()
        self.key = key
        shown = self._pages.get(key) or self._built(key)
        self.stack.setCurrentWidget(shown)
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
        """Goes to a question, a cell or a table, wherever it is; False when it is on no page."""
        page = page_of(self._session(form_id).definition, address.path)
        if page is None:
            return False
        self._around.preferences.keep_left_at(self.controller.dossier.dossier_id, form_id, address)
        shown = self.go(PageKey(form_id, self._sections[form_id].index(page)))
        return shown.show_question(address)

    def go_to_next_problem(self) -> None:
        self._go_to_next(next_problem)

    def go_to_next_unanswered(self) -> None:
        self._go_to_next(next_unanswered)

    def leave(self) -> bool:
        """Commits what was typed, keeps the place and how far the dossier is; False when the disk refuses."""
        here = self._here()
        if here is not None:
            self._around.preferences.keep_left_at(self.controller.dossier.dossier_id, *here)
        if not self.controller.leave():
            return False
        self._keep_progress()
        return True

    def _keep_progress(self) -> None:
        total, dossier_id = self._counts.total, self.controller.dossier.dossier_id
        changed_at = self._around.office.store.dossiers.get(dossier_id).changed_at
        self._around.preferences.keep_progress(dossier_id, total.answered, total.asked, changed_at)

    def _go_to_next(self, find: Finder) -> None:
        shown = self.stack.currentWidget()
        start = (shown.form_id, shown.present_address()) if isinstance(shown, SectionPage) else None
        sessions = {form_id: filling.session for form_id, filling in self.controller.dossier.forms.items()}
        found = first_behind(sessions, start, find)
        if found is not None:
            self.show_question(*found)

    @property
    def topic(self) -> Topic:
        """What help would be about here."""
        if isinstance(self.key, LastStep):
            return Topic.CHECKING if self.key is LastStep.REVIEW else Topic.ISSUING
        here = self._here()
        in_row = here is not None and bool(here[1].row)
        in_table = isinstance(self.window().focusWidget(), QTableView)
        return Topic.TABLES if in_row or in_table else Topic.FILLING

    def _show_beside(self, panel: str) -> None:
        """At the question or the cell that has the keyboard."""
        if self.beside.holds(self.window().focusWidget()):
            self.beside.turn_to(panel)
            return
        here = self._here()
        if here is not None and isinstance(self._session(here[0]).tree.find(here[1]), LeafNode):
            self.beside.show_panel(*here, panel)
        else:
            self.messages.say(self.tr("Hãy đặt con trỏ vào một câu hỏi, rồi bấm lại phím này."))

    def _here(self) -> Here | None:
        shown = self.stack.currentWidget()
        return shown.here() if isinstance(shown, DossierPage) else None

    def _go_where_left(self) -> None:
        left = self._around.preferences.left_at(self.controller.dossier.dossier_id)
        if left is None or left[0] not in self._sections or not self.show_question(*left):
            self.go(self.outline.keys()[0])

    # --- what is shown ---------------------------------------------------------------------------------------------

    def _show_dossier(self) -> None:
        dossier, look = self.controller.dossier, self._around.look
        agency = look.text(Message(dossier.agency.name_vi, dossier.agency.name_en))
        title = f"{look.text(dossier.campaign.title)} – {agency}"
        revision = dossier.stored.revision
        state = look.text(STATE_TITLES[revision.state])
        if revision.number > 1:
            state = self.tr("{state}, lần {number}").format(state=state, number=revision.number)
        self.head.show_dossier(title, state, draft=self.controller.editable)
        today = self._around.office.clock.now().date()
        deadline = dossier.campaign.deadline
        last = self.tr("Hạn gửi {date} ({left})").format(date=date_text(deadline), left=time_left(deadline, today))
        self.state.show_deadline(last, late=today > deadline)
        self.head.show_languages(self.language.choices, self.language.present)
        self._show_outline()
        self._show_counts()

    def _show_outline(self) -> None:
        for form_id, sections in self._sections.items():
            session = self._session(form_id)
            entries = [
                Entry(PageKey(form_id, number), page.shown_title(session), *self._counts.of(page))
                for number, page in enumerate(sections)
            ]
            title = self.language.text(session, self.controller.dossier.campaign.form_title(session.definition))
            self.outline.show_form(form_id, title, self._counts.of_form(form_id), entries)
        for entry in self._last_steps():
            self.outline.show_entry(entry)

    def _last_steps(self) -> tuple[Entry, Entry]:
        total, state = self._counts.total, self.controller.dossier.stored.revision.state
        in_the_way = total.errors + total.missing
        returned = any(not question.settled for question in self.controller.returned)
        done = Mark.RETURNED if returned else Mark.IN_WORK if total.missing else Mark.DONE
        review = Mark.PROBLEM if total.errors else done
        issuing = Mark.UNANSWERED if state is State.DRAFT else Mark.DONE if state in _OUT else Mark.IN_WORK
        return (
            Entry(LastStep.REVIEW, self.tr("Kiểm tra"), review, str(in_the_way) if in_the_way else ""),
            Entry(LastStep.ISSUING, self.tr("Xuất và ký"), issuing),
        )

    def _show_counts(self) -> None:
        total = self._counts.total
        self.state.show_counts(total.errors, total.warnings, total.asked - total.answered)
        dossier = self.controller.dossier
        self.head.show_steps(undo=dossier.can_undo, redo=dossier.can_redo)
        self._show_outline()

    def _show_language(self, language: str) -> None:
        """Everything the forms say is said anew where it stands; the keyboard stays where it is."""
        self.controller.leave()
        self.language.choose(language or self.language.following())
        self._show_everything()

    def _follow(self, form_id: str, changes: ChangeSet) -> None:
        """Counting waits until the window has shown what was typed."""
        self._counts.follow(form_id, changes)
        self._late.start()

    def _moved_on(self) -> None:
        self._counts.forget()
        self._show_everything()

    def _show_everything(self) -> None:
        self.search.forget()
        self._show_dossier()
        self.beside.refresh()
        for page in self._pages.values():
            page.refresh()
        self._tell_returned()

    def _tell_returned(self) -> None:
        """When the dossier is opened, and when a slip was taken in or the dossier was opened again for it."""
        waiting = sum(not question.settled for question in self.controller.returned)
        if not waiting:
            return
        told = self.tr("Nơi nhận trả lại %n mục, chưa đánh dấu “Đã sửa xong”.", "", waiting)
        if not self.controller.editable:
            told = self.tr("{told} Muốn sửa, hãy mở lại hồ sơ ở bước “Xuất và ký”.").format(told=told)
        see = button(self.tr("Xem các mục &bị trả lại"), self.show_returned, kind=ButtonKind.LINK)
        self.messages.say(told, Tone.WARNING, see)

    def show_returned(self) -> None:
        """What the receiver returned, on the page of the review."""
        from cbc_desktop.ui.review.entries import Kind
        from cbc_desktop.ui.review.page import ReviewPage

        page = self.go(LastStep.REVIEW)
        self.messages.clear()
        assert isinstance(page, ReviewPage)
        page.show_only(Kind.RETURNED)
        page.take_keyboard()

    def _offer_prefill(self) -> None:
        if offers_prefill(self._around.office, self.controller.dossier, self._counts.total):
            dossier_id = self.controller.dossier.dossier_id
            look = button(self.tr("&Xem và lấy…"), lambda: self._around.routes.prefill.emit(dossier_id))
            self.messages.say(self.tr("Có thể lấy số liệu từ hồ sơ trước của cơ quan này."), Tone.INFO, look)

    def _tell(self, message: Message, tone: Tone) -> None:
        self.messages.say(self._around.look.text(message), tone)

    # --- parts -----------------------------------------------------------------------------------------------------

    def _session(self, form_id: str) -> FormSession:
        return self.controller.dossier.form(form_id).session

    def _built(self, key: Place) -> DossierPage:
        page = self._section(key) if isinstance(key, PageKey) else self._last_step(key)
        self._pages[key] = page
        self.stack.addWidget(page)
        return page

    def _last_step(self, step: LastStep) -> DossierPage:
        from cbc_desktop.ui.issuing.page import IssuingPage  # not before a person wants it
        from cbc_desktop.ui.review.page import ReviewPage

        if step is LastStep.ISSUING:
            issuing = IssuingPage(self._around, self.controller)
            issuing.review_wanted.connect(lambda: self.go(LastStep.REVIEW).take_keyboard())
            issuing.previewed.connect(self._show_preview)
            return issuing
        review = ReviewPage(self._around, self.controller)
        review.on_wanted.connect(lambda: self.go(LastStep.ISSUING).take_keyboard())
        return review

    def _show_preview(self, content: bytes) -> None:
        from cbc_desktop.ui.issuing.preview import PreviewPage

        preview = PreviewPage(content)
        self.stack.addWidget(preview)
        self.stack.setCurrentWidget(preview)
        preview.closed.connect(lambda: self.go(LastStep.ISSUING).take_keyboard())
        preview.closed.connect(preview.deleteLater)

    def _show_sheets(self, form_id: str, request: SheetRequest) -> None:
        from cbc_desktop.ui.sheets.opening import sheets_page  # not before a person wants it

        key = self.key
        if not isinstance(key, PageKey):
            return
        self._close_sheets()
        section = self._sections[form_id][key.number]
        self.sheets = sheets_page(self._around, self.controller, form_id, section, request)
        self.sheets.closed.connect(lambda: self._back_to(key, request))
        self.stack.addWidget(self.sheets)
        self.stack.setCurrentWidget(self.sheets)
        self.sheets.take_keyboard()

    def _back_to(self, key: PageKey, request: SheetRequest) -> None:
        if request.table is None or not self.show_question(key.form_id, request.table):
            self.go(key).take_keyboard()

    def _close_sheets(self) -> None:
        """A page whose task still runs is kept, out of sight, until the task has told it how it ended."""
        page, self.sheets = self.sheets, None
        if page is not None and not self._around.tasks.running:
            page.deleteLater()

    def _section(self, key: PageKey) -> SectionPage:
        section = self._sections[key.form_id][key.number]
        page = SectionPage(self._around.look, self.controller, key.form_id, section, self._around.preferences)
        page.finished.connect(lambda: self.go_by(1))
        page.beside.connect(lambda address, panel: self.beside.show_panel(key.form_id, address, panel))
        return page

    def _listen(self) -> None:
        controller = self.controller
        controller.changed.connect(self._follow)
        controller.moved_on.connect(self._moved_on)
        controller.returned_changed.connect(self._late.start)
        controller.saving_changed.connect(self.head.show_saving)
        controller.refused.connect(lambda message: self._tell(message, Tone.WARNING))
        controller.did.connect(lambda message: self._tell(message, Tone.INFO))
        controller.jump.connect(self.show_question)
        controller.sheets_wanted.connect(self._show_sheets)
        self.outline.chosen.connect(self.go)
        self.head.undo_wanted.connect(controller.undo)
        self.head.redo_wanted.connect(controller.redo)
        self.head.language_wanted.connect(self._show_language)
        self.head.back_wanted.connect(self._around.routes.close_dossier)
        for panel, keys in KEYS.items():
            QShortcut(QKeySequence(keys), self, partial(self._show_beside, panel))
        self.state.back_wanted.connect(lambda: self.go_by(-1))
        self.state.on_wanted.connect(lambda: self.go_by(1))
        self.state.problem_wanted.connect(self.go_to_next_problem)
        self.state.unanswered_wanted.connect(self.go_to_next_unanswered)

    def _left(self) -> QVBoxLayout:
        line = QFrame()
        line.setProperty("role", "bar")
        line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # the outline says how wide
        within = QVBoxLayout(line)
        within.setContentsMargins(GRID, GRID, GRID, GRID)
        within.addWidget(self.search)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(line)
        left.addWidget(self.outline, 1)
        return left

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.messages)
        middle.addWidget(self.stack, 1)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addLayout(self._left())
        across.addLayout(middle, 1)
        across.addWidget(self.beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addLayout(across, 1)
        layout.addWidget(self.state)
