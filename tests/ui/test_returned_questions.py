"""A return slip in the window: it leads to its questions, which are ticked off, and what was changed is shown."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from dropped_files import drop
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cbc_desktop.dossier.return_slip import Outcome, ReturnSlip, SlipQuestion, slip_from_json, slip_to_json
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.office import Office
from cbc_desktop.ui.dossier.places import LastStep, PageKey
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.issuing.page import IssuingPage
from cbc_desktop.ui.kit.marks import Mark
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.questions.returned_line import ReturnedLines
from cbc_desktop.ui.questions.section_page import SectionPage
from cbc_desktop.ui.review.entries import Kind
from cbc_desktop.ui.review.page import ReviewPage
from cbc_desktop.ui.start.room import StartRoom

Window = Callable[[], MainWindow]
Opener = Callable[[Path], AbstractContextManager[Office]]
SURVEY = "khao-sat-nhanh"
STAFF = "/data/s1/q1_06"
UNITS = "/data/s1/q1_10/t1"
SECTION = PageKey(SURVEY, 1)


@pytest.fixture
def slip(program: Program, opened: Opener) -> Path:
    """Returns three things of a dossier that is finalised here: a question, a cell, and a word about the whole."""
    with opened(program.home) as office:
        dossier = office.filling.begin("837-btttt-cbc", "04")
        for form_id in dossier.campaign.forms:
            fill_form(dossier, form_id, read_prepared(dossier.campaign.folder / "sample" / f"{form_id}.json"))
        revision = dossier.finalise()
        session = dossier.form(SURVEY).session
        row = session.tree.repeat(session.locate(UNITS)).rows[1]
        cell = next(one for one in row.members.values() if isinstance(one, LeafNode) and one.lexical.isdigit())
        questions = (
            SlipQuestion(SURVEY, "", STAFF, "", "Đề nghị kiểm tra lại."),
            SlipQuestion(SURVEY, row.id, cell.path, "", "Không khớp báo cáo."),
            SlipQuestion("", "", "", "", "Gửi lại sớm."),
        )
        agency, now = dossier.agency.name_vi, office.clock.now()
        slip = ReturnSlip(revision.identity, agency, 1, revision.content_digest, "Cục Báo chí", now, questions)
    path = program.home / "phieu.json"
    path.write_bytes(slip_to_json(slip))
    return path


@pytest.fixture
def view(qtbot: QtBot, window: Window, slip: Path) -> DossierView:
    """The slip was taken in at the list of dossiers, which opens the dossier."""
    room = window().enter(Room.DOSSIERS)
    assert isinstance(room, StartRoom)
    room.take_return(slip)
    qtbot.waitUntil(lambda: window().view is not None)
    shown = window().view
    assert shown is not None
    return shown


@pytest.fixture
def reopened(view: DossierView) -> DossierView:
    view.controller.step(view.controller.dossier.reopen)
    return view


def returned_page(view: DossierView) -> ReviewPage:
    view.show_returned()
    page = view.stack.currentWidget()
    assert isinstance(page, ReviewPage)
    return page


def section(view: DossierView) -> SectionPage:
    return view.go(SECTION)


def lines_at(view: DossierView, reference: str) -> ReturnedLines:
    session = view.controller.dossier.form(SURVEY).session
    return section(view).contents.returned[session.locate(reference)]


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def tick(box: QWidget) -> None:
    """With the keyboard."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    QApplication.processEvents()


def test_a_slip_opens_its_dossier_and_says_what_it_wants(view: DossierView) -> None:
    assert "Nơi nhận trả lại 3 mục" in view.messages.text.text()
    assert "hãy mở lại hồ sơ" in view.messages.text.text()
    assert "chưa xác nhận được ai lập phiếu" in view.messages.text.text()
    page = returned_page(view)
    assert [line.entry.kind for line in page.list.views] == [Kind.RETURNED] * 3
    assert not any(line.settled_box.isEnabled() for line in page.list.views if line.settled_box)


def test_what_was_returned_can_be_corrected_by_opening_it_again(view: DossierView) -> None:
    page = returned_page(view)
    assert page.verdict.text().startswith("Nơi nhận đã trả lại hồ sơ. Muốn sửa, hãy mở lại")
    assert page.verdict_box.property("role") == Tone.WARNING.value


def test_lines_are_in_the_order_of_the_form_and_an_older_remark_is_no_return(
    view: DossierView, slip: Path, tmp_path: Path
) -> None:
    later = SlipQuestion(SURVEY, "", "/data/s2/q2_01", "", "Xem lại.")
    sooner = SlipQuestion(SURVEY, "", "/data/s1/q1_01", "", "Xem lại nữa.")
    returned = slip_from_json(slip.read_bytes())
    accepted = replace(returned, outcome=Outcome.WITH_REMARKS, returned_at=returned.returned_at - timedelta(days=1))
    issuing = view.go(LastStep.ISSUING)
    assert isinstance(issuing, IssuingPage)
    for name, taken in (("a", replace(accepted, questions=(later,))), ("b", replace(returned, questions=(sooner,)))):
        (tmp_path / f"{name}.json").write_bytes(slip_to_json(taken))
        issuing.returning.take(tmp_path / f"{name}.json")
    page = returned_page(view)
    paths = [line.entry.address.path for line in page.list.views if line.entry.address]
    assert (paths[:2], len(paths)) == (["/data/s1/q1_01", STAFF], 3)
    page.show_only(Kind.REMARK)
    (line,) = page.list.views
    assert "có ý kiến khi tiếp nhận" in line.entry.text


def test_each_line_leads_to_its_question(reopened: DossierView) -> None:
    page = returned_page(reopened)
    line = next(line for line in page.list.views if line.entry.address and line.entry.address.path == STAFF)
    assert line.entry.text.startswith("Cục Báo chí trả lại ngày 25/03/2022: Đề nghị kiểm tra lại.")
    click(line.line)
    shown = reopened.stack.currentWidget()
    assert isinstance(shown, SectionPage)
    assert shown.here() == (SURVEY, line.entry.address)


def test_the_words_stand_at_the_question_and_above_the_table_of_the_cell(reopened: DossierView) -> None:
    (at_question,) = lines_at(reopened, STAFF).lines
    assert at_question.text.text().endswith("Đề nghị kiểm tra lại.")
    (above_table,) = lines_at(reopened, UNITS).lines
    assert above_table.box.accessibleName().startswith("Đã sửa xong: Dòng 2: ")
    assert above_table.box.accessibleDescription().endswith("Không khớp báo cáo.")


def test_ticking_with_the_keyboard_settles_and_undoing_opens_again(reopened: DossierView) -> None:
    (line,) = lines_at(reopened, STAFF).lines
    assert line.mark.mark is Mark.RETURNED
    tick(line.box)
    assert [one.settled for one in reopened.controller.returned] == [True, False, False]
    assert (line.mark.mark, line.box.isChecked(), line.box.hasFocus()) == (Mark.DONE, True, True)
    reopened.controller.undo()
    assert (line.mark.mark, line.box.isChecked()) == (Mark.RETURNED, False)


def test_ticking_in_the_review_leaves_the_lines_where_they_are(reopened: DossierView) -> None:
    page = returned_page(reopened)
    assert "Còn 3 mục" in page.returned_note.text()
    box = page.list.views[0].settled_box
    assert box is not None
    tick(box)
    assert (page.list.views[0].settled_box, box.isChecked(), box.hasFocus()) == (box, True, True)
    assert "Còn 2 mục" in page.returned_note.text()


def test_the_outline_marks_the_section_until_all_of_it_is_settled(qtbot: QtBot, reopened: DossierView) -> None:
    def mark() -> Mark:
        page = reopened.sections[SURVEY][SECTION.number]
        return reopened.overview.counts.of(page)[0]

    assert mark() is Mark.RETURNED
    for question in reopened.controller.returned:
        reopened.controller.settle_returned(question, settled=True)
    assert mark() is Mark.DONE


def test_a_row_that_goes_and_comes_back_keeps_its_remark(reopened: DossierView) -> None:
    dossier, lines = reopened.controller.dossier, lines_at(reopened, UNITS)
    row = dossier.form(SURVEY).session.tree.repeat(dossier.form(SURVEY).session.locate(UNITS)).rows[1]
    reopened.controller.perform(SURVEY, lambda: dossier.delete_rows(SURVEY, [row.id]))
    assert lines.lines == []
    assert [one.is_unknown for one in reopened.controller.returned] == [False, True, False]
    reopened.controller.undo()
    assert len(lines.lines) == 1


def test_what_was_changed_is_shown_before_and_after_and_leads_there(reopened: DossierView) -> None:
    dossier = reopened.controller.dossier
    address = dossier.form(SURVEY).session.locate(STAFF)
    reopened.controller.perform(SURVEY, lambda: dossier.answer(SURVEY, address, "91"))
    page = returned_page(reopened)
    page.show_only(Kind.CHANGED)
    (line,) = page.list.views
    assert line.entry.text == "86 → 91"
    click(line.line)
    shown = reopened.stack.currentWidget()
    assert isinstance(shown, SectionPage)
    assert shown.here() == (SURVEY, address)


def test_the_check_sheet_is_looked_at_before_it_is_printed(qtbot: QtBot, reopened: DossierView) -> None:
    page = returned_page(reopened)
    click(page.sheet_button)
    qtbot.waitUntil(lambda: reopened.stack.preview is not None)
    assert reopened.stack.preview is not None
    assert "PHIẾU KIỂM TRA" in reopened.stack.preview.document.getAllText(0).text()


def test_the_step_of_issuing_takes_slips_too_and_says_what_is_wrong_with_one(
    view: DossierView, slip: Path, tmp_path: Path
) -> None:
    page = view.go(LastStep.ISSUING)
    assert isinstance(page, IssuingPage)
    page.returning.take(slip)
    assert "đã được nhận trước đây" in view.messages.text.text()
    stranger = tmp_path / "la.json"
    stranger.write_text("{}", encoding="utf-8")
    page.returning.take(stranger)
    assert "không phải phiếu trả lại" in view.messages.text.text()


def test_the_list_of_dossiers_says_what_is_wrong_with_a_slip(window: Window, slip: Path, tmp_path: Path) -> None:
    room = window().enter(Room.DOSSIERS)
    assert isinstance(room, StartRoom)
    room.take_return(tmp_path / "mat.json")
    assert "Không đọc được tệp" in room.messages.text.text()


def test_a_mail_with_a_receipt_is_dropped_on_the_list_and_told_with_who_signed_it(
    window: Window, slip: Path, tmp_path: Path
) -> None:
    accepted = replace(slip_from_json(slip.read_bytes()), questions=(), outcome=Outcome.ACCEPTED)
    content = slip_to_json(accepted)
    mail = EmailMessage()
    mail.set_content("Kính gửi")
    mail.add_attachment(content, maintype="application", subtype="json", filename="phieu.json")
    (tmp_path / "thu.eml").write_bytes(mail.as_bytes())
    room = window().enter(Room.DOSSIERS)
    assert isinstance(room, StartRoom)
    assert drop(room, tmp_path / "thu.eml")
    assert "Cục Báo chí đã tiếp nhận bản lần 1" in room.messages.text.text()
    assert "chưa xác nhận được ai lập phiếu" in room.messages.text.text()
    assert window().view is None
