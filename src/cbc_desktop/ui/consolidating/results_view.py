"""What a consolidation came to, on tabs: indicators, questions, agencies, what to look at again, what is new."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from cbc_desktop.receiving.consolidating.behind import told_agencies
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.question_summaries import laid_questions
from cbc_desktop.ui.consolidating.agency_panel import AgencyPanel
from cbc_desktop.ui.consolidating.agency_words import AgencyWords
from cbc_desktop.ui.consolidating.change_lists import change_lists
from cbc_desktop.ui.consolidating.files_line import FilesLine
from cbc_desktop.ui.consolidating.indicator_subject import IndicatorSubject
from cbc_desktop.ui.consolidating.lists import agency_lists, doubt_lists
from cbc_desktop.ui.consolidating.question_subject import QuestionSubject
from cbc_desktop.ui.consolidating.remark_lists import remark_lists
from cbc_desktop.ui.consolidating.subjects_page import SubjectsPage
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

Page = SubjectsPage | AgencyPanel


class ResultsView(QWidget):
    """``gone_to`` with the key of an agency whose arrival is to be shown."""

    gone_to = Signal(str)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = around.look
        self.shown: Consolidated | None = None
        self.files = FilesLine(around)
        self.tabs = QTabBar(drawBase=False, expanding=False)
        self.tabs.setAccessibleName(self.tr("Các trang của kết quả tổng hợp"))
        self.indicators = SubjectsPage(self.tr("Các chỉ số"), around.look)
        self.questions = SubjectsPage(self.tr("Các câu hỏi"), around.look)
        self.agencies = AgencyPanel(self.tr("Các cơ quan được hỏi"))
        self.remarks = AgencyPanel(self.tr("Ghi chú, giải trình của các cơ quan"))
        self.doubts = AgencyPanel(self.tr("Nội dung cần xem lại"))
        self.changes = AgencyPanel(self.tr("Thay đổi so với lần trước"))
        self._titles: Mapping[Page, str] = {
            self.indicators: self.tr("Chỉ số"),
            self.questions: self.tr("Câu hỏi"),
            self.agencies: self.tr("Cơ quan"),
            self.remarks: self.tr("Ghi chú"),
            self.doubts: self.tr("Cần xem lại"),
            self.changes: self.tr("Thay đổi"),
        }
        self._always = (self.indicators, self.questions, self.agencies)
        self._turned: list[Page] = []
        self._stack = QStackedWidget()
        self._lay_out()
        self.tabs.currentChanged.connect(self._turn)

    def show_results(self, consolidated: Consolidated) -> None:
        self.shown = consolidated
        self.files.show_files(consolidated)
        words = AgencyWords(consolidated.indicators, self._look)
        with consolidated.asking() as asked:
            agencies = {agency.key: agency for agency in told_agencies(asked)}
        self.indicators.show_subjects(
            [IndicatorSubject(consolidated, figures, words, self._look) for figures in consolidated.figures]
        )
        self.questions.show_subjects(
            [
                QuestionSubject(consolidated, question, agencies, words, self._look)
                for form in consolidated.forms
                for question in laid_questions(form)
            ]
        )
        self.agencies.show_lists(agency_lists(agencies.values(), words))
        self.remarks.show_lists(remark_lists(consolidated, self._look))
        self.doubts.show_lists(doubt_lists(consolidated, self._look))
        self.changes.show_lists(change_lists(consolidated, self._look))
        self._show_tabs()

    def turn_to(self, page: Page) -> None:
        """As a click on its tab does."""
        self.tabs.setCurrentIndex(self._turned.index(page))

    def take_keyboard(self) -> None:
        """To the list of the page that is shown."""
        page = self._stack.currentWidget()
        if isinstance(page, SubjectsPage | AgencyPanel):
            page.take_keyboard()

    def _show_tabs(self) -> None:
        """A page with nothing on it has no tab; the page that is shown stays, if it can."""
        before = self._stack.currentWidget()
        with QSignalBlocker(self.tabs):
            while self.tabs.count():
                self.tabs.removeTab(0)
            self._turned = [page for page in self._titles if self._says_something(page)]
            for page in self._turned:
                count = "" if page in self._always else f" {page.count}"
                self.tabs.addTab(self._titles[page] + count)
        self.tabs.setCurrentIndex(next((place for place, page in enumerate(self._turned) if page is before), 0))
        self._turn(self.tabs.currentIndex())

    def _says_something(self, page: Page) -> bool:
        return page in self._always or bool(page.count)

    def _turn(self, place: int) -> None:
        if 0 <= place < len(self._turned):
            self._stack.setCurrentWidget(self._turned[place])

    def _lay_out(self) -> None:
        for page in self._titles:
            self._stack.addWidget(page)
            page.gone_to.connect(self.gone_to)
        column = QVBoxLayout(self)
        column.setContentsMargins(DOUBLE, GRID, DOUBLE, DOUBLE)
        column.setSpacing(GRID)
        column.addWidget(self.files)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
