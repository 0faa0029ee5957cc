"""A filled-in dossier leaves the house through the window: reviewed, finalised, signed, verified, sent, reopened."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path

import pikepdf
import pytest
from dialog_answers import answer
from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.dossier.states import State
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.office import Office
from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.opening import RemoteSigner
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.signer import LocalSigner
from cbc_desktop.signing.trial import make_trial_identity
from cbc_desktop.ui.dossier.dossier_page import DossierPage
from cbc_desktop.ui.dossier.places import LastStep
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.issuing.page import IssuingPage
from cbc_desktop.ui.issuing.ways import Way
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.kit.marks import Mark
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.receiving.room import ReceivingRoom
from cbc_desktop.ui.review.entries import Kind
from cbc_desktop.ui.review.page import ReviewPage

PASSPHRASE = "mat khau thu"
MOMENT = datetime(2022, 3, 25, 10, tzinfo=VIETNAM)
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
def practising(program: Program, opened: Opener) -> str:
    """A dossier for practice, in which trial certificates may sign."""
    with opened(program.home) as office:
        dossier = office.filling.begin("837-btttt-cbc", "04", trial=True)
        for form_id in dossier.campaign.forms:
            fill_form(dossier, form_id, read_prepared(dossier.campaign.folder / "sample" / f"{form_id}.json"))
        return dossier.dossier_id


@pytest.fixture
def view_of(qtbot: QtBot, window: Window) -> Callable[[str], DossierView]:
    def opened(dossier_id: str) -> DossierView:
        window().around.routes.open_dossier.emit(dossier_id)
        qtbot.waitUntil(lambda: window().view is not None)
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


def test_the_leader_signs_the_clerk_numbers_and_seals_and_the_package_leaves(
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
    assert not view.state.unanswered.isVisible(), "nobody can answer any more"

    page.facts.symbol.setFocus()
    qtbot.keyClicks(page.facts.symbol, "UBND-VX")
    page.facts.place.setFocus()
    assert view.controller.dossier.stored.revision.facts.symbol == "UBND-VX"

    click(page.signing.preview_button)
    text = first_page(qtbot, view)
    assert "Độc lập - Tự do - Hạnh phúc" in text
    assert re.search(r"Số:.*UBND-VX", text, re.DOTALL)
    assert view.stack.currentWidget() is page

    make_trial_certificate(qtbot, page, program)
    qtbot.keyClicks(page.signing.certificate.passphrase, "sai")
    click(page.signing.sign_button)
    idle(qtbot, program)
    assert "Mật khẩu" in page.signing.messages.text.text()
    assert state(view) is State.FINALISED
    assert page.signing.certificate.passphrase.text() == ""

    qtbot.keyClicks(page.signing.certificate.passphrase, PASSPHRASE)
    qtbot.keyClick(page.signing.certificate.passphrase, Qt.Key.Key_Return)
    idle(qtbot, program)
    assert state(view) is State.SIGNED_BY_LEADER, page.signing.messages.text.text()
    assert "đã ký số · 10:00 ngày 25/03/2022 · lan" in page.signing.summary.text()
    assert "THỬ NGHIỆM" in page.signing.messages.text.text()

    click(page.signing.again_button)
    assert page.signing.sign_button.isVisible()
    click(page.signing.leave_button)
    assert not page.signing.sign_button.isVisible(), "what was signed stays"

    numbered(qtbot, page, program, "5")
    assert state(view) is State.NUMBERED
    qtbot.waitUntil(lambda: in_sight(page, page.numbering.messages))
    assert "Đã điền: số 05/UBND-VX, ngày 25/03/2022" in page.numbering.summary.text()
    click(page.numbering.see_button)
    text = first_page(qtbot, view)
    assert "Số: 05/UBND-VX" in text
    assert "Cao Bằng, ngày 25 tháng 3 năm 2022" in text

    click(page.sealing.certificate.trial_button)
    assert page.sealing.certificate.path == page.signing.certificate.path, "the clerk practises with the same"
    qtbot.keyClicks(page.sealing.certificate.passphrase, PASSPHRASE)
    click(page.sealing.sign_button)
    idle(qtbot, program)
    assert state(view) is State.SEALED, page.sealing.messages.text.text()
    assert "Lãnh đạo đã ký bằng chính chứng thư này" in page.sealing.messages.text.text(), "told, for practice too"
    assert not page.numbering.again_button.isVisible(), "nothing changes after the seal"

    page.packaging.folder_line.use(tmp_path / "goi")
    click(page.packaging.pack_button)
    idle(qtbot, program)
    assert state(view) is State.PACKAGED, page.packaging.messages.text.text()
    assert "gói đúng với hồ sơ" in page.packaging.messages.text.text()
    assert len(list((tmp_path / "goi").iterdir())) == 4

    click(page.packaging.files.verify_button)
    idle(qtbot, program)
    receiving = window().enter(Room.RECEIVING)
    assert isinstance(receiving, ReceivingRoom)
    assert receiving.one_file.report is not None
    assert not receiving.one_file.messages.isVisible(), "that the leader's certificate sealed it is to be looked at"
    window().take_file(next((tmp_path / "goi").glob("*.zip")))
    idle(qtbot, program)
    assert not receiving.one_file.messages.isVisible(), "the same file from outside is anybody's"
    assert not receiving.one_file.back_button.isVisible()
    window().enter(Room.DOSSIERS)
    click(page.packaging.files.verify_button)
    idle(qtbot, program)
    click(receiving.one_file.back_button)
    assert window().room is Room.DOSSIERS
    assert page.isVisible()

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
    assert page.past.told.text().startswith("Lần 1\n    Đã chốt số liệu · 10:00 ngày 25/03/2022 · lan\n")
    assert "Đã ghi nhận gửi ngày 25/03/2022" in page.past.told.text()


def test_a_letter_with_alt_keeps_what_is_being_typed(
    qtbot: QtBot, view_of: Callable[[str], DossierView], begun: str
) -> None:
    view = view_of(begun)
    page = issuing_of(view)
    page.facts.symbol.setFocus()
    qtbot.keyClicks(page.facts.symbol, "UBND-KG")
    assert view.controller.dossier.stored.revision.facts.symbol == ""
    letter = page.facts.profiles.keep_button.text().partition("&")[2][0]
    qtbot.keyClick(page.facts.symbol, letter.lower(), Qt.KeyboardModifier.AltModifier)
    assert page.facts.symbol.hasFocus()
    qtbot.waitUntil(lambda: view.controller.dossier.stored.revision.facts.symbol == "UBND-KG")


def test_an_office_whose_clerk_works_elsewhere_signs_and_packs_with_one_press(
    qtbot: QtBot, view_of: Callable[[str], DossierView], window: Window, program: Program, filled: str, tmp_path: Path
) -> None:
    view = view_of(filled)
    page = issuing_of(view)
    click(page.finalising.finalise_button)
    make_trial_certificate(qtbot, page, program)
    page.signing.pack_too.click()
    page.signing.folder_line.use(tmp_path / "goi")
    sign(qtbot, page, program)
    assert state(view) is State.PACKAGED_UNSEALED, page.signing.messages.text.text()
    assert (page.numbering.mark.mark, page.sealing.mark.mark) == (Mark.HIDDEN, Mark.HIDDEN)
    assert page.packaging.files.isVisible()
    assert "Gói chưa có số văn bản, ngày ban hành, dấu" in page.signing.messages.text.text()
    click(page.packaging.files.verify_button)
    idle(qtbot, program)
    receiving = window().enter(Room.RECEIVING)
    assert isinstance(receiving, ReceivingRoom)
    assert "nguyên vẹn" in receiving.one_file.messages.text.text()
    window().enter(Room.DOSSIERS)
    click(page.numbering.again_button)
    numbered(qtbot, page, program, "145")
    assert state(view) is State.NUMBERED, "the clerk may go on here after all"
    assert not page.packaging.files.isVisible(), "what was packed is not the document any more"


def test_the_number_is_corrected_until_the_seal(
    qtbot: QtBot, view_of: Callable[[str], DossierView], program: Program, filled: str
) -> None:
    view = view_of(filled)
    page = signed(qtbot, issuing_of(view), program)
    assert page.numbering.form.number.hasFocus(), "the next step has the keyboard"
    click(page.numbering.fill_button)
    assert page.numbering.form.wrong.text() == "Hãy ghi số văn bản."
    page.numbering.form.date.clear()
    qtbot.keyClicks(page.numbering.form.date, "31/2/2022")
    qtbot.keyClicks(page.numbering.form.number, "7")
    qtbot.keyClick(page.numbering.form.number, Qt.Key.Key_Return)
    assert "31/2/2022" in page.numbering.form.wrong.text()
    page.numbering.form.date.clear()
    qtbot.keyClicks(page.numbering.form.date, "26/3/2022")
    assert "ngày chưa đến (hôm nay là 25/03/2022)" in page.numbering.cautions.text()
    assert "Chưa có ký hiệu" in page.numbering.cautions.text()
    qtbot.keyClick(page.numbering.form.date, Qt.Key.Key_Return)
    idle(qtbot, program)
    assert "ngày chưa đến" in page.numbering.messages.text.text(), "told, and done all the same"
    click(page.numbering.again_button)
    assert page.numbering.form.date.text() == "26/03/2022"
    numbered(qtbot, page, program, "8")
    assert view.controller.dossier.stored.revision.facts.number == "08"


def test_whoever_seals_with_the_leaders_certificate_is_asked_before(
    qtbot: QtBot,
    view_of: Callable[[str], DossierView],
    program: Program,
    practising: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(RemoteSigner, "trial", False)  # for practice nobody is asked
    view = view_of(practising)
    page = signed(qtbot, issuing_of(view), program)
    assert view.head.trial.isVisible(), "a dossier for practice says so all the time"
    numbered(qtbot, page, program, "5")
    for told in (State.NUMBERED, State.SEALED):
        click(page.sealing.certificate.trial_button) if told is State.NUMBERED else None
        qtbot.keyClicks(page.sealing.certificate.passphrase, PASSPHRASE)
        click(page.sealing.sign_button)
        idle(qtbot, program)
        assert state(view) is told, page.sealing.messages.text.text()
        assert ("Chưa ký gì" in page.sealing.messages.text.text()) is (told is State.NUMBERED)


def test_what_is_signed_elsewhere_is_handed_out_and_taken_back(
    qtbot: QtBot, view_of: Callable[[str], DossierView], program: Program, practising: str, tmp_path: Path
) -> None:
    view = view_of(practising)
    page = issuing_of(view)
    click(page.finalising.finalise_button)
    page.signing.ways.lines[Way.ELSEWHERE].mark.click()
    assert not page.signing.sign_button.isVisible()
    elsewhere = page.signing.elsewhere
    elsewhere.folder.use(tmp_path)
    click(elsewhere.write_button)
    idle(qtbot, program)
    (given_away,) = tmp_path.glob("837*.pdf")
    assert "đang chờ nhận lại" in elsewhere.out.text()
    assert elsewhere.drop.button.hasFocus()

    elsewhere.drop.chosen.emit(given_away)
    idle(qtbot, program)
    assert "chưa có chữ ký số nào" in page.signing.messages.text.text()
    assert state(view) is State.FINALISED

    back = signed_elsewhere(given_away, tmp_path / "da-ky.pdf")
    elsewhere.drop.chosen.emit(back)
    idle(qtbot, program)
    assert state(view) is State.SIGNED_BY_LEADER, page.signing.messages.text.text()
    assert "ký bằng phần mềm khác" in page.signing.summary.text()
    assert "chỉ thêm chữ ký" in page.signing.messages.text.text()
    assert "Máy này chưa tin cậy nơi cấp chứng thư" in page.signing.messages.text.text()
    assert page.signing.messages.box.property("role") == Tone.WARNING.value


def test_a_person_looks_at_what_another_program_wrote_anew_and_decides(
    qtbot: QtBot, view_of: Callable[[str], DossierView], program: Program, practising: str, tmp_path: Path
) -> None:
    view = view_of(practising)
    page = issuing_of(view)
    click(page.finalising.finalise_button)
    page.signing.ways.lines[Way.ELSEWHERE].mark.click()
    page.signing.elsewhere.folder.use(tmp_path)
    click(page.signing.elsewhere.write_button)
    idle(qtbot, program)
    (given_away,) = tmp_path.glob("837*.pdf")
    with pikepdf.open(given_away) as document:
        document.save(tmp_path / "ghi-lai.pdf")
    back = signed_elsewhere(tmp_path / "ghi-lai.pdf", tmp_path / "da-ky.pdf")
    page.signing.elsewhere.drop.chosen.emit(back)
    idle(qtbot, program)
    assert state(view) is State.FINALISED
    see, accept = action(page, "Xem các trang"), action(page, "Đã xem, chấp nhận")
    click(see)
    assert "Độc lập - Tự do - Hạnh phúc" in first_page(qtbot, view)
    click(accept)
    idle(qtbot, program)
    assert state(view) is State.SIGNED_BY_LEADER


def test_what_is_signed_with_a_pen_comes_back_as_scans(
    qtbot: QtBot,
    view_of: Callable[[str], DossierView],
    program: Program,
    filled: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    view = view_of(filled)
    page = issuing_of(view)
    looked_at: list[tuple[Path, ...]] = []
    monkeypatch.setattr(page.signing, "open_files", looked_at.append)
    click(page.finalising.finalise_button)
    page.signing.ways.lines[Way.PAPER].mark.click()
    blank = tmp_path / "quet.png"
    Image.new("L", (800, 1100), 255).save(blank)
    page.signing.paper.scanned.emit((blank,))
    idle(qtbot, program)
    assert "Không đọc đủ mã" in page.signing.messages.text.text()
    assert re.search(r"1/\d+ trang; không thấy mã nào", page.signing.messages.text.text())
    assert not action(page, "Đã xem, chấp nhận").isEnabled(), "nobody has looked yet"
    click(action(page, "Xem các trang"))
    assert looked_at == [(blank,)]
    click(action(page, "Đã xem, chấp nhận"))
    idle(qtbot, program)
    assert state(view) is State.SIGNED_BY_LEADER
    assert "Đã ký tay trên giấy" in page.signing.summary.text()
    assert not page.sealing.ways.isVisible()
    numbered(qtbot, page, program, "9")
    assert "bản giấy đã ký" in page.numbering.messages.text.text()
    assert page.sealing.paper.isVisible(), "what was signed by hand is stamped by hand"


def test_what_is_sealed_elsewhere_is_taken_back_with_number_and_seal(
    qtbot: QtBot, view_of: Callable[[str], DossierView], program: Program, practising: str, tmp_path: Path
) -> None:
    view = view_of(practising)
    page = signed(qtbot, issuing_of(view), program)
    click(page.sealing.again_button)
    assert page.sealing.elsewhere.isVisible(), "before there is a number this is the only way"
    page.sealing.elsewhere.folder.use(tmp_path)
    click(page.sealing.elsewhere.write_button)
    idle(qtbot, program)
    (given_away,) = tmp_path.glob("837*.pdf")
    back = signed_elsewhere(given_away, tmp_path / "da-dong-dau.pdf", "ky_co_quan")
    page.sealing.elsewhere.drop.chosen.emit(back)
    idle(qtbot, program)
    assert state(view) is State.SIGNED_BY_LEADER, "its fields are empty: a person reads the number off the page"
    take = action(page, "Nhận với số và ngày này")
    click(take)
    form = page.sealing.number_there
    assert form.wrong.isVisible()
    assert form.number.hasFocus()
    qtbot.keyClicks(form.number, "123")
    qtbot.keyClicks(form.date, "26/3/2022")
    qtbot.keyClick(form.date, Qt.Key.Key_Return)
    idle(qtbot, program)
    assert state(view) is State.SEALED, page.sealing.messages.text.text()
    assert "Văn bản số 123/" in page.sealing.messages.text.text()
    assert "số 123" in page.sealing.summary.text()
    facts = view.controller.dossier.stored.revision.facts
    assert (facts.number, facts.date) == ("123", date(2022, 3, 26))
    assert "Văn bản số 123/" in page.numbering.after.text()

    click(page.numbering.again_button)
    numbered(qtbot, page, program, "132")
    assert view.controller.dossier.stored.revision.facts.number == "132", "what was read off wrongly is corrected"
    assert "Văn bản số 132/" in page.numbering.after.text()
    assert page.numbering.mark.mark is Mark.HIDDEN, "the other program has numbered it"
    assert page.packaging.pack_button.isVisible()


def test_the_paper_is_stamped_in_ink_and_scanned(
    qtbot: QtBot,
    view_of: Callable[[str], DossierView],
    program: Program,
    filled: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    view = view_of(filled)
    page = signed(qtbot, issuing_of(view), program)
    monkeypatch.setattr(page.sealing, "open_files", lambda _: None)
    numbered(qtbot, page, program, "9")
    page.sealing.ways.lines[Way.PAPER].mark.click()
    assert not page.sealing.sign_button.isVisible()
    blank = tmp_path / "quet.png"
    Image.new("L", (800, 1100), 255).save(blank)
    page.sealing.paper.scanned.emit((blank,))
    idle(qtbot, program)
    click(action(page, "Xem các trang"))
    click(action(page, "Đã xem, chấp nhận"))
    idle(qtbot, program)
    assert state(view) is State.SEALED
    assert "Đã đóng dấu mực" in page.sealing.summary.text()


def test_work_that_is_stopped_changes_nothing_and_wipes_the_passphrase(
    qtbot: QtBot, view_of: Callable[[str], DossierView], program: Program, filled: str
) -> None:
    view = view_of(filled)
    page = issuing_of(view)
    click(page.finalising.finalise_button)
    make_trial_certificate(qtbot, page, program)
    qtbot.keyClicks(page.signing.certificate.passphrase, PASSPHRASE)
    click(page.signing.sign_button)
    assert page.signing.certificate.passphrase.text() == ""
    program.tasks.cancel()
    idle(qtbot, program)
    assert "Đã dừng theo yêu cầu" in page.signing.messages.text.text()
    assert state(view) is State.FINALISED


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
    draft, choice = page.finalising.document, page.signing.document
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
    page.signing.pack_too.click()
    page.signing.folder_line.use(tmp_path / "goi")
    sign(qtbot, page, program)
    assert "gói đúng với hồ sơ" in page.signing.messages.text.text()
    assert page.packaging.files.shown is not None
    assert page.packaging.files.shown.package.name.endswith("-lan-1-ke-hoach.zip")


def first_page(qtbot: QtBot, view: DossierView) -> str:
    """Of what is previewed; and back again."""
    qtbot.waitUntil(lambda: view.stack.preview is not None)
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


def test_a_folder_that_takes_no_files_is_told_in_place_and_the_signature_is_kept(
    qtbot: QtBot, view_of: Callable[[str], DossierView], program: Program, filled: str, tmp_path: Path
) -> None:
    view = view_of(filled)
    page = issuing_of(view)
    blocked = tmp_path / "tep"
    blocked.write_text("no folder")
    page.signing.folder_line.use(blocked)
    page.signing.pack_too.setChecked(True)
    signed(qtbot, page, program)
    assert str(blocked) in page.signing.messages.text.text()
    assert state(view) is State.SIGNED_BY_LEADER
    assert page.numbering.form.number.isVisible()
    click(page.packaging.again_button)
    click(page.packaging.pack_button)
    idle(qtbot, program)
    assert str(blocked) in page.packaging.messages.text.text()
    assert state(view) is State.SIGNED_BY_LEADER


def make_trial_certificate(qtbot: QtBot, page: IssuingPage, program: Program) -> None:
    click(page.signing.certificate.trial_button)
    qtbot.keyClicks(page.signing.certificate.trial.passphrase, PASSPHRASE)
    qtbot.keyClick(page.signing.certificate.trial.passphrase, Qt.Key.Key_Return)
    idle(qtbot, program)
    assert page.signing.certificate.path is not None


def sign(qtbot: QtBot, page: IssuingPage, program: Program) -> None:
    qtbot.keyClicks(page.signing.certificate.passphrase, PASSPHRASE)
    click(page.signing.sign_button)
    idle(qtbot, program)


def signed(qtbot: QtBot, page: IssuingPage, program: Program) -> IssuingPage:
    """Finalised, and signed with a trial certificate."""
    click(page.finalising.finalise_button)
    make_trial_certificate(qtbot, page, program)
    sign(qtbot, page, program)
    return page


def numbered(qtbot: QtBot, page: IssuingPage, program: Program, number: str) -> None:
    page.numbering.form.number.clear()
    qtbot.keyClicks(page.numbering.form.number, number)
    click(page.numbering.fill_button)
    idle(qtbot, program)


def signed_elsewhere(given_away: Path, back: Path, field: str = "ky_lanh_dao") -> Path:
    """As another program signs it, with a trial certificate of its own."""
    made = make_trial_identity(back.parent, now=MOMENT, passphrase=PASSPHRASE)
    signer = LocalSigner(load_pkcs12(made.pkcs12, PASSPHRASE, now=MOMENT))
    back.write_bytes(signer.sign_pdf(given_away.read_bytes(), SigningOrder(field=field, at=MOMENT)))
    return back


def action(page: IssuingPage, text: str) -> QPushButton:
    steps = (page.signing, page.sealing)
    buttons = [one for step in steps for one in step.messages.findChildren(QPushButton)]
    (found,) = [one for one in buttons if one.text().replace("&", "") == text and one.isVisible()]
    return found


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


def in_sight(page: IssuingPage, widget: QWidget) -> bool:
    """Whole, in the part of the page that is seen."""
    place = QRect(widget.mapTo(page.viewport(), QPoint(0, 0)), widget.size())
    return widget.isVisible() and page.viewport().rect().contains(place)


def click(button: QPushButton) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def idle(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: not program.tasks.running)
