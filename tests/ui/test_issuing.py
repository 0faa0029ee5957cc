"""A filled-in dossier leaves the house through the window: reviewed, finalised, signed, verified, sent, reopened."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from dialog_answers import answer
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cbc_desktop.dossier.states import State
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.office import Office
from cbc_desktop.ui.dossier.dossier_page import DossierPage
from cbc_desktop.ui.dossier.places import LastStep
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.issuing.page import IssuingPage
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.preview.page import PreviewPage
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.receiving.room import ReceivingRoom
from cbc_desktop.ui.review.entries import Kind
from cbc_desktop.ui.review.page import ReviewPage

Window = Callable[[], MainWindow]
Opener = Callable[[Path], AbstractContextManager[Office]]


@pytest.fixture
def begun(program: Program, opened: Opener) -> str:
    """A dossier in which nothing is answered."""
    with opened(program.home) as office:
        return office.filling.begin("837-btttt-cbc", "46").dossier_id


@pytest.fixture
def filled(program: Program, opened: Opener) -> str:
    with opened(program.home) as office:
        dossier = office.filling.begin("837-btttt-cbc", "04")
        for form_id in dossier.campaign.forms:
            fill_form(dossier, form_id, read_prepared(dossier.campaign.folder / "sample" / f"{form_id}.json"))
        return dossier.dossier_id


@pytest.fixture
def view_of(qtbot: QtBot, window: Window) -> Callable[[str], DossierView]:
    def opened(dossier_id: str) -> DossierView:
        window().around.routes.open_dossier.emit(dossier_id)
        qtbot.waitUntil(lambda: window().view is not None, timeout=30_000)
        view = window().view
        assert view is not None
        return view

    return opened


def test_the_review_lists_what_is_missing_and_a_click_goes_there(
    view_of: Callable[[str], DossierView], begun: str
) -> None:
    view = view_of(begun)
    page = review_of(view)
    assert "câu bắt buộc chưa trả lời" in page.verdict.text()
    assert not page.on_button.isVisible()
    line = next(view for view in page.list.views if view.entry.kind is Kind.MISSING)
    click(line.line)
    here = view.stack.currentWidget()
    assert here is not page
    assert focused_address(view) == (line.entry.form_id, line.entry.address)


def test_a_tab_shows_one_kind_only_and_long_lists_grow_when_asked(
    view_of: Callable[[str], DossierView], begun: str
) -> None:
    page = review_of(view_of(begun))
    shown = len(page.list.views)
    click(page.list.more)
    assert len(page.list.views) > shown
    page.kinds.setCurrentIndex(1)
    assert {view.entry.kind for view in page.list.views} == {page.kinds.tabData(1)}


def test_a_warning_is_explained_in_the_review_and_then_nothing_is_in_the_way(
    qtbot: QtBot, view_of: Callable[[str], DossierView], filled: str
) -> None:
    view = view_of(filled)
    page = review_of(view)
    warning = next(line for line in page.list.views if line.entry.kind is Kind.WARNING)
    assert warning.explanation is not None
    explain(qtbot, warning.explanation.line, "")
    assert "1 lưu ý chưa giải trình" in page.verdict.text()
    explain(qtbot, warning.explanation.line, "Da kiem tra so lieu")
    assert "Có thể chốt số liệu" in page.verdict.text()
    click(page.on_button)
    assert view.key is LastStep.ISSUING


def test_the_whole_way_out_and_back_again(
    qtbot: QtBot,
    view_of: Callable[[str], DossierView],
    window: Window,
    program: Program,
    filled: str,
    tmp_path: Path,
) -> None:
    view = view_of(filled)
    page = issuing_of(view)
    click(page.finalising.finalise_button)
    assert state(view) is State.FINALISED
    assert "Đã chốt lần 1" in page.finalising.summary.text()

    page.facts.symbol.setFocus()
    qtbot.keyClicks(page.facts.symbol, "UBND-VX")
    page.facts.place.setFocus()
    assert view.controller.dossier.stored.revision.facts.symbol == "UBND-VX"

    click(page.exporting.preview_button)
    qtbot.waitUntil(lambda: isinstance(view.stack.currentWidget(), PreviewPage), timeout=60_000)
    preview = view.stack.currentWidget()
    assert isinstance(preview, PreviewPage)
    text = preview.document.getAllText(0).text()
    assert "Độc lập - Tự do - Hạnh phúc" in text
    assert re.search(r"Số:.*UBND-VX", text, re.DOTALL)
    qtbot.keyClick(preview.view, Qt.Key.Key_Escape)
    assert view.stack.currentWidget() is page

    make_trial_certificate(qtbot, page, program)
    page.exporting.use_folder(tmp_path / "goi")
    qtbot.keyClicks(page.exporting.certificate.passphrase, "sai")
    click(page.exporting.export_button)
    idle(qtbot, program)
    assert "Mật khẩu" in page.exporting.messages.text.text()
    assert state(view) is State.FINALISED
    assert page.exporting.certificate.passphrase.text() == ""

    qtbot.keyClicks(page.exporting.certificate.passphrase, "mat khau thu")
    qtbot.keyClick(page.exporting.certificate.passphrase, Qt.Key.Key_Return)
    idle(qtbot, program)
    assert state(view) is State.PACKAGED_UNSEALED, page.exporting.messages.text.text()
    assert "gói đúng với hồ sơ" in page.exporting.messages.text.text()
    assert len(list((tmp_path / "goi").iterdir())) == 4

    (look,) = (one for one in page.exporting.files.findChildren(QPushButton) if one.text() == "Xem và in")
    qtbot.waitUntil(lambda: look.height() > 0)  # the files were just listed
    click(look)
    assert re.search(r"Số:.*UBND-VX", first_page(qtbot, view), re.DOTALL)
    assert view.stack.currentWidget() is page

    click(page.exporting.files.verify_button)
    idle(qtbot, program)
    receiving = window().enter(Room.RECEIVING)
    assert isinstance(receiving, ReceivingRoom)
    assert receiving.report is not None
    window().enter(Room.DOSSIERS)

    click(page.handing_over.record_button)
    assert state(view) is State.HANDED_OVER
    assert "25/03/2022" in page.handing_over.summary.text()

    answer(lambda dialog: dialog.leave_button.click())
    click(page.reopening.button)
    assert state(view) is State.HANDED_OVER
    answer(lambda dialog: dialog.do_button.click())
    click(page.reopening.button)
    assert state(view) is State.DRAFT
    assert view.controller.dossier.stored.revision.number == 2


def test_what_is_in_the_way_is_counted_and_leads_to_the_review(
    view_of: Callable[[str], DossierView], begun: str
) -> None:
    view = view_of(begun)
    page = issuing_of(view)
    assert not page.finalising.finalise_button.isEnabled()
    assert "phải sửa hoặc giải trình" in page.finalising.in_the_way.text()
    click(page.finalising.review_button)
    assert view.key is LastStep.REVIEW


def test_the_survey_goes_out_alone_when_a_person_wants_it(view_of: Callable[[str], DossierView], filled: str) -> None:
    view = view_of(filled)
    page = issuing_of(view)
    survey, plan = page.finalising.boxes
    assert not page.finalising.boxes[survey].isEnabled()
    page.finalising.boxes[plan].setChecked(False)
    click(page.finalising.finalise_button)
    (revision,) = [view.controller.dossier.stored.revision]
    assert revision.state is State.FINALISED
    assert page.finalising.summary.text()


def test_a_person_chooses_as_which_document_the_answers_go_out(
    qtbot: QtBot, view_of: Callable[[str], DossierView], program: Program, filled: str, tmp_path: Path
) -> None:
    view = view_of(filled)
    page = issuing_of(view)
    draft, choice = page.finalising.document, page.exporting.document
    titles = [draft.box.itemText(place) for place in range(draft.box.count())]
    assert titles[0] == "Công văn kèm Phụ lục I, II"
    draft.box.setFocus()
    qtbot.keyClicks(draft.box, "ke hoach")
    click(page.finalising.preview_button)
    assert "KẾ HOẠCH" in first_page(qtbot, view)
    assert not choice.isVisible(), "nothing is finalised yet"
    click(page.finalising.finalise_button)
    assert choice.isVisible()
    assert choice.chosen == "ke-hoach", "what was chosen for the draft stays chosen"

    make_trial_certificate(qtbot, page, program)
    page.exporting.use_folder(tmp_path / "goi")
    qtbot.keyClicks(page.exporting.certificate.passphrase, "mat khau thu")
    click(page.exporting.export_button)
    idle(qtbot, program)
    assert "gói đúng với hồ sơ" in page.exporting.messages.text.text()
    assert page.exporting.files.shown is not None
    assert page.exporting.files.shown.package.name.endswith("-lan-1-ke-hoach.zip")
    assert choice.chosen == "ke-hoach"


def first_page(qtbot: QtBot, view: DossierView) -> str:
    """Of what is previewed; and back again."""
    qtbot.waitUntil(lambda: view.stack.preview is not None, timeout=60_000)
    preview = view.stack.preview
    assert preview is not None
    said = preview.document.getAllText(0).text()
    qtbot.keyClick(preview.view, Qt.Key.Key_Escape)
    return str(said)


def test_a_form_that_was_sent_is_left_out_only_when_that_is_meant(
    view_of: Callable[[str], DossierView], filled: str
) -> None:
    view = view_of(filled)
    step = issuing_of(view).finalising
    click(step.finalise_button)
    view.controller.step(view.controller.dossier.reopen)
    _, plan = step.boxes
    assert not step.leave_out.isVisible()
    step.boxes[plan].setChecked(False)
    assert step.boxes[plan].text() in step.lost.text()
    assert not step.finalise_button.isEnabled()
    step.leave_out.setChecked(True)
    click(step.finalise_button)
    assert state(view) is State.FINALISED


def test_a_folder_that_takes_no_files_is_told_in_place_and_nothing_is_lost(
    qtbot: QtBot, view_of: Callable[[str], DossierView], program: Program, filled: str, tmp_path: Path
) -> None:
    view = view_of(filled)
    page = issuing_of(view)
    click(page.finalising.finalise_button)
    make_trial_certificate(qtbot, page, program)
    blocked = tmp_path / "tep"
    blocked.write_text("no folder")
    page.exporting.use_folder(blocked)
    qtbot.keyClicks(page.exporting.certificate.passphrase, "mat khau thu")
    click(page.exporting.export_button)
    idle(qtbot, program)
    assert str(blocked) in page.exporting.messages.text.text()
    assert state(view) is State.FINALISED


def test_a_certificate_on_a_drive_that_does_not_answer_can_be_given_up(
    qtbot: QtBot, view_of: Callable[[str], DossierView], program: Program, filled: str, tmp_path: Path
) -> None:
    view = view_of(filled)
    page = issuing_of(view)
    click(page.finalising.finalise_button)
    silent = tmp_path / "nguoi-ky.p12"
    os.mkfifo(silent)
    page.exporting.certificate.use(silent)
    click(page.exporting.export_button)
    with qtbot.waitSignal(program.tasks.progressed, timeout=10_000):
        pass
    program.tasks.cancel()
    qtbot.waitUntil(lambda: not program.tasks.running, timeout=5_000)
    assert "Đã dừng theo yêu cầu" in page.exporting.messages.text.text()
    assert state(view) is State.FINALISED


def test_a_day_that_is_none_is_told_beside_the_line(
    qtbot: QtBot, view_of: Callable[[str], DossierView], filled: str
) -> None:
    page = issuing_of(view_of(filled))
    page.facts.date.setFocus()
    qtbot.keyClicks(page.facts.date, "31/2/2022")
    page.facts.number.setFocus()
    assert "31/2/2022" in page.facts.wrong.text()
    assert page.facts.wrong.isVisible()


def make_trial_certificate(qtbot: QtBot, page: IssuingPage, program: Program) -> None:
    click(page.exporting.certificate.trial_button)
    qtbot.keyClicks(page.exporting.trial.passphrase, "mat khau thu")
    qtbot.keyClick(page.exporting.trial.passphrase, Qt.Key.Key_Return)
    idle(qtbot, program)
    assert page.exporting.certificate.path is not None


def review_of(view: DossierView) -> ReviewPage:
    page = view.go(LastStep.REVIEW)
    assert isinstance(page, ReviewPage)
    return page


def issuing_of(view: DossierView) -> IssuingPage:
    page = view.go(LastStep.ISSUING)
    assert isinstance(page, IssuingPage)
    return page


def focused_address(view: DossierView) -> object:
    page = view.stack.currentWidget()
    assert isinstance(page, DossierPage)
    return page.here()


def explain(qtbot: QtBot, line: LineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def state(view: DossierView) -> State:
    return view.controller.dossier.stored.revision.state


def click(button: QPushButton) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def idle(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: not program.tasks.running, timeout=60_000)
