"""What a consolidation came to, on tabs: indicators, questions, agencies, what to look at again, what is new."""

from __future__ import annotations

from PySide6.QtCore import Signal
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
from cbc_desktop.ui.consolidating.subjects import AgencyLists
from cbc_desktop.ui.consolidating.subjects_page import SubjectsPage
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID


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
        self.doubts = AgencyPanel(self.tr("Nội dung cần xem lại"))
        self.changes = AgencyPanel(self.tr("Thay đổi so với lần trước"))
        self._stack = QStackedWidget()
        self._lay_out()
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)

    def show_results(self, consolidated: Consolidated) -> None:
        self.shown = consolidated
        self.files.show_files(consolidated)
        words = AgencyWords(consolidated.indicators.groups, self._look)
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
        self._show_counted(self.doubts, self.tr("Cần xem lại"), doubt_lists(consolidated, self._look))
        self._show_counted(self.changes, self.tr("Thay đổi"), change_lists(consolidated, self._look))

    def take_keyboard(self) -> None:
        """To the list of the page that is shown."""
        page = self._stack.currentWidget()
        if isinstance(page, SubjectsPage | AgencyPanel):
            page.take_keyboard()

    def _show_counted(self, panel: AgencyPanel, title: str, lists: AgencyLists) -> None:
        """A page with nothing on it has no tab."""
        count, place = sum(len(lines.lines) for lines in lists.lists), self._stack.indexOf(panel)
        panel.show_lists(lists)
        self.tabs.setTabText(place, f"{title} {count}")
        self.tabs.setTabVisible(place, bool(count))

    def _lay_out(self) -> None:
        titles = (self.tr("Chỉ số"), self.tr("Câu hỏi"), self.tr("Cơ quan"), "", "")
        pages: tuple[SubjectsPage | AgencyPanel, ...] = (
            *(self.indicators, self.questions),
            *(self.agencies, self.doubts, self.changes),
        )
        for title, page in zip(titles, pages, strict=True):
            self.tabs.addTab(title)
            self._stack.addWidget(page)
            page.gone_to.connect(self.gone_to)
        column = QVBoxLayout(self)
        column.setContentsMargins(DOUBLE, GRID, DOUBLE, DOUBLE)
        column.setSpacing(GRID)
        column.addWidget(self.files)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
