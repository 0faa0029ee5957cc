"""The results of a consolidation as a person goes through them: indicators, questions, agencies, what to look at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from keyboard import Keyboard
from many_offices import ManyOffices, Round
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cbc_desktop.office import Office, open_catalogue
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.ui.application import load_fonts
from cbc_desktop.ui.consolidating.agency_model import AgencyModel
from cbc_desktop.ui.consolidating.agency_table import shared
from cbc_desktop.ui.consolidating.results_view import ResultsView
from cbc_desktop.ui.consolidating.subjects import AgencyLine
from cbc_desktop.ui.consolidating.subjects_page import SubjectsPage
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.preferences import Preferences
from cbc_desktop.ui.rooms import Routes, Surroundings
from cbc_desktop.ui.tasks import Tasks


@pytest.fixture(scope="module")
def consolidated(tmp_path_factory: pytest.TempPathFactory) -> Consolidated:
    catalogue = open_catalogue(tmp_path_factory.mktemp("home"))
    campaign = catalogue.campaign("837-btttt-cbc")
    offices = ManyOffices(campaign, [catalogue.form(campaign, form) for form in campaign.forms])
    sent = tuple(offices.counted(campaign.awaited[10:34:4]))
    return Round(catalogue, offices, campaign.awaited, sent).consolidated(tmp_path_factory.mktemp("out"))


@pytest.fixture
def results(qtbot: QtBot, office: Office, tmp_path: Path, consolidated: Consolidated) -> Iterator[ResultsView]:
    load_fonts()
    shown = ResultsView(Surroundings(office, Look(), Preferences(tmp_path), Tasks(), Routes()))
    qtbot.addWidget(shown)
    shown.resize(1278, 690)
    shown.show()
    shown.show_results(consolidated)
    yield shown
    shown.hide()


def choose(page: SubjectsPage, title: str) -> None:
    """By typing it, as a person does."""
    page.list.search.setFocus()
    page.list.search.clear()
    Keyboard().type(title)
    assert page.subject is not None


def titles(results: ResultsView) -> list[str]:
    return [results.tabs.tabText(place) for place in range(results.tabs.count())]


def test_an_indicator_shows_its_figure_with_both_denominators_and_what_was_left_blank(
    results: ResultsView, consolidated: Consolidated
) -> None:
    page = results.indicators
    choose(page, "nguoi phat ngon")
    total = consolidated.figures_of("nguoi-phat-ngon").items[0].total
    assert page.sentences.text().startswith(f"{total.agencies} cơ quan: ")
    assert "số được hỏi" in page.sentences.text()
    assert "số đã gửi" in page.sentences.text()
    assert page.bars.bars.shown.bars[0].cells[0] == str(total.agencies)
    assert not page.views.isVisible()


def test_the_agencies_behind_a_figure_follow_the_bar_that_is_chosen(
    qtbot: QtBot, results: ResultsView, consolidated: Consolidated
) -> None:
    page = results.indicators
    choose(page, "giao nhiem vu truyen thong")
    items = consolidated.figures_of("bo-phan").items
    page.bars.setFocus()
    for place, item in enumerate(items):
        if place:
            Keyboard().press(Qt.Key.Key_Down)
        assert page.bars.place == place
        counted, otherwise, blank, silent = (pick.text().rpartition(" ")[2] for pick in page.agencies.picks)
        assert int(counted) == item.total.agencies
        assert int(otherwise) == item.total.answered - item.total.agencies
        assert (int(blank), int(silent)) == (item.total.blank, consolidated.asked - consolidated.respondents)


def test_who_answered_otherwise_is_shown_with_the_answer(qtbot: QtBot, results: ResultsView) -> None:
    page = results.indicators
    choose(page, "giao nhiem vu truyen thong")
    qtbot.mouseClick(page.agencies.picks[1], Qt.MouseButton.LeftButton)
    own = page.bars.bars.shown.bars[0].label
    answers = {line.cells[2] for line in page.agencies.table.agencies.lines}
    assert answers
    assert own not in answers


def test_who_has_sent_nothing_has_not_answered_otherwise(results: ResultsView, consolidated: Consolidated) -> None:
    page = results.indicators
    choose(page, "co quan da gui bao cao")
    titles = [pick.text() for pick in page.agencies.picks if pick.isVisible()]
    assert titles[1] == f"Không thuộc số này {consolidated.asked - consolidated.respondents}"
    assert list(page.bars.bars.shown.headings) == ["Số cơ quan", "% được hỏi", "Để trống"]


def test_each_item_is_counted_in_its_own_unit(results: ResultsView) -> None:
    page = results.indicators
    choose(page, "lop tap huan")
    shown = page.bars.bars.shown
    assert (shown.headings[0], shown.bars[0].label) == ("Số lượng", "Lớp tập huấn (lớp)")
    assert page.agencies.table.agencies.headings[2] == "Lớp"
    page.views.setCurrentIndex(2)
    page.views.activated.emit(2)
    assert page.bars.bars.shown.headings[0] == "Lượt người"


def test_one_item_can_be_compared_over_the_groups_of_agencies(
    qtbot: QtBot, results: ResultsView, consolidated: Consolidated
) -> None:
    page = results.indicators
    choose(page, "so nguoi lam cong tac")
    assert "So sánh theo" in [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    page.views.setFocus()
    Keyboard().press(Qt.Key.Key_Down)
    labels = [bar.label for bar in page.bars.bars.shown.bars]
    assert labels[:2] == ["Tất cả cơ quan", "Bộ"]
    total = consolidated.figures_of("nhan-su").items[0]
    assert page.bars.bars.shown.bars[1].cells[0] == str(total.of["kind", "ministry"].value)


def test_a_question_shows_its_choices_and_every_answer(qtbot: QtBot, results: ResultsView) -> None:
    results.turn_to(results.questions)
    page = results.questions
    choose(page, "1.1. co quan da co bo phan")
    everybody, *choices = page.bars.bars.shown.bars
    assert sum(int(choice.cells[0]) for choice in choices) == int(everybody.cells[0])
    most = max(range(len(choices)), key=lambda place: int(choices[place].cells[0]))
    page.bars.selectRow(most + 1)
    lines = page.agencies.table.agencies.lines
    assert {line.cells[1] for line in lines} == {choices[most].label}
    assert len(lines) == int(choices[most].cells[0])


def test_figures_of_a_question_are_added_up_in_words(results: ResultsView) -> None:
    results.turn_to(results.questions)
    choose(results.questions, "tong so nguoi lam cong tac")
    assert results.questions.sentences.text().startswith("Đơn vị: người. Tổng ")


def test_answers_are_sorted_as_numbers_by_a_click_on_their_heading(qtbot: QtBot, results: ResultsView) -> None:
    results.turn_to(results.questions)
    choose(results.questions, "tong so nguoi lam cong tac")
    table = results.questions.agencies.table
    header = table.horizontalHeader()
    where = header.viewport().rect().center()
    where.setX(header.sectionPosition(1) + 20)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    numbers = [int(line.cells[1]) for line in table.agencies.lines]
    assert numbers in (sorted(numbers), sorted(numbers, reverse=True))
    assert len(set(numbers)) > 1


def test_answers_in_words_are_sorted_behind_figures_whatever_they_begin_with() -> None:
    model = AgencyModel()
    lines = [AgencyLine(answer, ("Bộ Mẫu", answer)) for answer in ("...", "1.234,5", "Không", ".", "99")]
    model.show_lines(("Cơ quan", "Trả lời"), lines)
    model.sort(1)
    assert [line.key for line in model.lines] == ["99", "1.234,5", ".", "...", "Không"]


def test_what_an_agency_wrote_is_no_html_where_the_pointer_rests_on_it(results: ResultsView) -> None:
    results.turn_to(results.questions)
    choose(results.questions, "3.14")
    model = results.questions.agencies.table.agencies
    tips = [model.index(place, 1).data(Qt.ItemDataRole.ToolTipRole) for place in range(model.rowCount())]
    assert any("&lt;b&gt;đề nghị" in tip for tip in tips)
    assert not any("<b>" in tip for tip in tips)


def test_a_long_answer_can_be_read_to_its_end(results: ResultsView) -> None:
    results.turn_to(results.questions)
    choose(results.questions, "3.14")
    panel = results.questions.agencies
    place = next(place for place, line in enumerate(panel.table.agencies.lines) if "\n" in line.whole)
    panel.table.selectRow(place)
    assert panel.whole.isVisible()
    assert panel.whole.toPlainText() == "<b>đề nghị</b>\nhỗ trợ"


def test_agencies_are_listed_by_how_they_have_sent_and_found_without_accents(
    results: ResultsView, consolidated: Consolidated
) -> None:
    results.turn_to(results.agencies)
    panel = results.agencies
    counts = {pick.text().rpartition(" ")[0]: int(pick.text().rpartition(" ")[2]) for pick in panel.picks}
    assert counts["Chưa gửi"] == consolidated.missing
    assert counts["Gửi muộn"] + counts["Gửi đúng hạn"] == consolidated.respondents
    panel.search.setFocus()
    Keyboard().type("thua thien")
    assert [line.cells[0] for line in panel.table.agencies.lines] == ["Ủy ban nhân dân tỉnh Thừa Thiên Huế"]


def test_what_does_not_fit_together_leads_to_the_agency(
    qtbot: QtBot, results: ResultsView, consolidated: Consolidated
) -> None:
    assert f"Cần xem lại {consolidated.finding_count}" in titles(results)
    results.turn_to(results.doubts)
    (line, *_) = results.doubts.table.agencies.lines
    with qtbot.waitSignal(results.gone_to) as gone:
        qtbot.mouseClick(results.doubts.go_button, Qt.MouseButton.LeftButton)
    assert gone.args == [line.key]


def test_what_nothing_is_to_be_said_of_has_no_tab(results: ResultsView) -> None:
    assert titles(results)[:3] == ["Chỉ số", "Câu hỏi", "Cơ quan"]
    assert not any(title.startswith("Thay đổi") for title in titles(results))


@pytest.mark.parametrize(
    ("wanted", "room", "given"),
    [
        ([50, 60, 70], 300, [50, 60, 190]),
        ([50, 600, 700], 450, [50, 200, 200]),
        ([], 100, []),
    ],
)
def test_columns_share_what_room_there_is(wanted: list[int], room: int, given: list[int]) -> None:
    assert shared(wanted, room) == given
