"""The receiving room: its pages by their tabs, and the campaign that all of them are about."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.ui.kit.labels import Role, short_label
from cbc_desktop.ui.receiving.arrived.page import ArrivedPage
from cbc_desktop.ui.receiving.arrived.sieve import Pick
from cbc_desktop.ui.receiving.one_file import OneFilePage
from cbc_desktop.ui.receiving.scope import Chosen, Scope
from cbc_desktop.ui.receiving.scope_line import ScopeLine
from cbc_desktop.ui.receiving.section_page import SectionPage
from cbc_desktop.ui.receiving.sections import MAKERS, Section, section_titles
from cbc_desktop.ui.rooms import RoomPage, Surroundings
from cbc_desktop.ui.theme.sizes import DOUBLE, HALF


class ReceivingRoom(RoomPage):
    """Shows what has arrived first; a page is built when it is first turned to."""

    about = Topic.RECEIVING

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.scope = Scope(around.office.catalogue.campaigns(), self)
        self.tabs = QTabBar(drawBase=False, expanding=False)
        self.tabs.setAccessibleName(self.tr("Các trang của phòng tiếp nhận"))
        self.scope_line = ScopeLine(around.look, self.scope)
        self._pages: dict[Section, SectionPage] = {}
        self._stack = QStackedWidget()
        for section, title in section_titles().items():
            self.tabs.insertTab(section.value, title)
        self._lay_out()
        self._listen()

    @property
    def topic(self) -> Topic:
        return self.page(self.section).topic

    @property
    def section(self) -> Section:
        return Section(self.tabs.currentIndex())

    @property
    def place(self) -> tuple[Section, Chosen | None]:
        return self.section, self.scope.chosen

    def return_to(self, place: object) -> None:
        """Before it is entered: nothing is read yet."""
        match place:
            case (Section() as section, Chosen() | None as chosen):
                with QSignalBlocker(self.tabs):
                    self.tabs.setCurrentIndex(section.value)
                if chosen is not None:
                    with QSignalBlocker(self.scope):
                        self.scope.resume(chosen)
                    self.scope_line.show_scope()

    @property
    def arrived(self) -> ArrivedPage:
        page = self.page(Section.ARRIVED)
        assert isinstance(page, ArrivedPage)
        return page

    @property
    def one_file(self) -> OneFilePage:
        page = self.page(Section.ONE_FILE)
        assert isinstance(page, OneFilePage)
        return page

    def entered(self) -> None:
        self._show(self.section)

    def take_file(self, path: Path) -> None:
        """It is looked at and not taken in: it may be one's own."""
        self.turn_to(Section.ONE_FILE)
        self.one_file.look_at(path)

    def look_at_own(self, path: Path) -> None:
        """The package of the open dossier, with the way back to it."""
        self.turn_to(Section.ONE_FILE)
        self.one_file.look_at(path, own=True)

    def turn_to(self, section: Section) -> SectionPage:
        """Shows one of the pages and answers it."""
        self.tabs.setCurrentIndex(section.value)
        return self.page(section)

    def show_agency(self, key: str) -> None:
        """What arrived of an agency, by its key in the register."""
        self.turn_to(Section.ARRIVED)
        self.arrived.show_agency(key)

    def show_undecided(self) -> None:
        """The agencies of which a person must decide what counts."""
        self.turn_to(Section.ARRIVED)
        self.arrived.show_only(Pick.DECIDE)

    def page(self, section: Section) -> SectionPage:
        """Built when it is first asked for."""
        if section not in self._pages:
            made = self._pages[section] = MAKERS[section](self._around, self.scope)
            made.agency_wanted.connect(self.show_agency)
            made.undecided_wanted.connect(self.show_undecided)
            self._stack.addWidget(made)
        return self._pages[section]

    def _show(self, section: Section) -> None:
        page = self.page(section)
        self.scope_line.setVisible(section is not Section.ONE_FILE)
        self._stack.setCurrentWidget(page)
        page.entered()

    def _listen(self) -> None:
        self.tabs.currentChanged.connect(lambda chosen: self._show(Section(chosen)))
        self.scope.changed.connect(lambda: self.page(self.section).entered())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self._stack, 1)

    def _head(self) -> QWidget:
        head = QFrame()
        head.setProperty("role", "bar")
        row = QHBoxLayout(head)
        row.setContentsMargins(DOUBLE, HALF, DOUBLE, HALF)
        row.setSpacing(DOUBLE)
        row.addWidget(short_label(self.tr("Tiếp nhận"), Role.TITLE))
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.scope_line)
        return head
