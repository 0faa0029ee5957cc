"""The pages of an open dossier, one of them in sight: each is built when it is first wanted, and kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from cbc_desktop.engine.navigation import Page
from cbc_desktop.exporting.preview import Preview
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.dossier.dossier_page import DossierPage, Here
from cbc_desktop.ui.dossier.places import LastStep, PageKey, Place
from cbc_desktop.ui.questions.section_page import SectionPage
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.sheets.request import SheetRequest

if TYPE_CHECKING:
    from cbc_desktop.ui.preview.page import PreviewPage
    from cbc_desktop.ui.sheets.page import SheetsPage

Sections = Mapping[str, tuple[Page, ...]]
"""The pages of each form, by form id."""


class PageStack(QStackedWidget):
    """Knows the pages, and nothing of the frame around them: what a page wants of it becomes a signal."""

    place_wanted = Signal(object)
    """A ``Place`` to go to, the keyboard with it."""
    next_wanted = Signal()
    """Enter was pressed in the last question of a section."""
    beside_wanted = Signal(str, object, str)
    """Form, address, and the panel that is wanted beside it."""

    def __init__(self, around: Surroundings, controller: DossierController, sections: Sections) -> None:
        super().__init__()
        self._around, self._controller, self._sections = around, controller, sections
        self._pages: dict[Place, DossierPage] = {}
        self.sheets: SheetsPage | None = None
        """The page of workbooks, while it is open."""
        self.preview: PreviewPage | None = None
        """The pages of a document, while they are looked at."""

    def show_place(self, place: Place) -> DossierPage:
        """Puts a page in sight; it has not been told yet that it is entered."""
        self._close_sheets()
        self._close_preview()
        page = self._pages.get(place) or self._built(place)
        self.setCurrentWidget(page)
        return page

    def here(self) -> Here | None:
        """Where the keyboard is; None when it is on no question."""
        shown = self.currentWidget()
        return shown.here() if isinstance(shown, DossierPage) else None

    def refresh(self) -> None:
        """Every page that was built."""
        for page in self._pages.values():
            page.refresh()

    def show_sheets(self, key: PageKey, request: SheetRequest) -> None:
        """The page on which workbooks go out and come in, in place of a section."""
        from cbc_desktop.ui.sheets.opening import sheets_page  # not before a person wants it

        self._close_sheets()
        section = self._sections[key.form_id][key.number]
        self.sheets = sheets_page(self._around, self._controller, key.form_id, section, request)
        self.sheets.closed.connect(lambda: self._back_to(key, request))
        self.addWidget(self.sheets)
        self.setCurrentWidget(self.sheets)
        self.sheets.take_keyboard()

    def show_preview(self, preview: Preview, here: Here | None) -> None:
        """The pages of a document in place of the present page; ``here`` is the question to begin at and go back to."""
        from cbc_desktop.ui.preview.page import PreviewPage  # not before a person wants it

        self._close_preview()
        forms = self._controller.dossier.forms
        sessions = {form_id: filling.session for form_id, filling in forms.items()}
        page = self.preview = PreviewPage(self._around, sessions, preview)
        page.question_wanted.connect(self._controller.jump)
        page.closed.connect(lambda: self._leave_preview(here))
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.take_keyboard()
        if here is not None:
            page.show_question(*here)

    def _leave_preview(self, here: Here | None) -> None:
        if here is not None:
            self._controller.jump.emit(*here)
        elif self._controller.place is not None:
            self.place_wanted.emit(self._controller.place)

    def _close_preview(self) -> None:
        """Its pages take memory that nobody needs any more."""
        page, self.preview = self.preview, None
        if page is not None:
            self.removeWidget(page)
            page.deleteLater()

    def _back_to(self, key: PageKey, request: SheetRequest) -> None:
        if request.table is None:
            self.place_wanted.emit(key)
        else:
            self._controller.jump.emit(key.form_id, request.table)

    def _close_sheets(self) -> None:
        page, self.sheets = self.sheets, None
        if page is not None:
            page.deleteLater()

    # --- building --------------------------------------------------------------------------------------------------

    def _built(self, place: Place) -> DossierPage:
        page = self._section(place) if isinstance(place, PageKey) else self._last_step(place)
        self._pages[place] = page
        self.addWidget(page)
        return page

    def _section(self, key: PageKey) -> SectionPage:
        section = self._sections[key.form_id][key.number]
        page = SectionPage(self._around.look, self._controller, key.form_id, section, self._around.preferences)
        page.finished.connect(self.next_wanted)
        page.beside.connect(lambda address, panel: self.beside_wanted.emit(key.form_id, address, panel))
        return page

    def _last_step(self, step: LastStep) -> DossierPage:
        from cbc_desktop.ui.issuing.page import IssuingPage  # not before a person wants it
        from cbc_desktop.ui.review.page import ReviewPage

        if step is LastStep.ISSUING:
            issuing = IssuingPage(self._around, self._controller)
            issuing.review_wanted.connect(lambda: self.place_wanted.emit(LastStep.REVIEW))
            return issuing
        review = ReviewPage(self._around, self._controller)
        review.on_wanted.connect(lambda: self.place_wanted.emit(LastStep.ISSUING))
        return review
