"""Every page of the window and how a person gets there, on a home with samples; a new page is a line in ``PAGES``."""

from __future__ import annotations

import atexit
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp

import pikepdf
from older_form import begun_with_an_older_form
from openpyxl import Workbook, load_workbook
from pdf_printers import PdfPrinters
from PIL import Image, ImageDraw
from published_update import published_update
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from received_sample import receive_sample, revision_of

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.documents.excel.entry.workbook import render_entry_workbook
from cbc_desktop.dossier.profile import Signatory
from cbc_desktop.dossier.return_slip import Outcome, ReturnSlip, SlipQuestion, slip_to_json
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.filling.splitting import split_off
from cbc_desktop.forms.authority import AuthorityForm
from cbc_desktop.office import Office, open_catalogue, open_office
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.signer import LocalSigner
from cbc_desktop.signing.token.report import TokenReport
from cbc_desktop.signing.trial import make_trial_identity
from cbc_desktop.ui.consolidating.page import ConsolidatingPage
from cbc_desktop.ui.dossier.places import LastStep
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.issuing.page import IssuingPage
from cbc_desktop.ui.issuing.ways import Way
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.preview.page import PreviewPage
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.receiving.answering.receipt_page import ReceiptPage
from cbc_desktop.ui.receiving.answering.reminders_page import RemindersPage
from cbc_desktop.ui.receiving.arrived.deeds import Deed
from cbc_desktop.ui.receiving.arrived.page import ArrivedPage
from cbc_desktop.ui.receiving.arrived.sieve import Pick
from cbc_desktop.ui.receiving.room import ReceivingRoom
from cbc_desktop.ui.receiving.sections import Section
from cbc_desktop.ui.setup.room import SetupRoom
from cbc_desktop.ui.sheets.gathering import GatheringPage
from cbc_desktop.ui.sheets.own_table import OwnTablePage
from cbc_desktop.ui.sheets.page import SheetsPage
from cbc_desktop.ui.sheets.request import SheetRequest, SheetWork
from cbc_desktop.ui.start.backups_page import BackupsPage
from cbc_desktop.ui.start.copy_page import CopyPage
from cbc_desktop.ui.start.new_dossier import NewDossierPage
from cbc_desktop.ui.start.room import StartRoom
from cbc_desktop.ui.theme.colours import Scheme
from cbc_desktop.ui.trust.page import TrustPage

sys.path += [str(Path(__file__).parent.parent / beside) for beside in ("documents", "consolidating")]
from kept_arrivals import keep_arrivals
from many_offices import ManyOffices, Round
from stamp_images import seal_png, signature_png

SIZE = (1366, 768)
SURVEY = "khao-sat-nhanh"
OWN_TABLE = (
    ("BIỂU TỔNG HỢP NHÂN SỰ TRUYỀN THÔNG",),
    ("TT", "Tên đơn vị", "Số người làm truyền thông", "Số người làm truyền thông", "Ghi chú"),
    (None, None, "Chuyên trách", "Kiêm nhiệm", None),
    (1, "Sở Thông tin và Truyền thông", 4, 6, None),
    (2, "Sở Y tế", 1, "3 người", None),
    (3, "Sở Giáo dục và Đào tạo", 2, "chưa rõ", "hỏi lại"),
    (None, "Tổng cộng", 7, 9, None),
)
ONLINE = (
    "Dấu thời gian,Tên cơ quan,1.6. Tổng số người làm công tác truyền thông tại thời điểm chốt số liệu,Ghi chú thêm\n"
    "25/03/2022 14:05:33,Bộ Y tế,12,không\n"
    "25/03/2022 15:05:33,Sở Y tế,3,\n"
)
BLUE, RED = (20, 40, 160, 255), (200, 20, 30, 255)
_STROKE = [(10, 90), (60, 20), (90, 100), (140, 30), (180, 90), (290, 40)]
MOMENT = datetime(2022, 3, 25, 10, tzinfo=VIETNAM)
_open = partial(open_office, clock=FixedClock(MOMENT), identifiers=SeededIdentifiers(), who="lan")


def forms_update(program: Program) -> None:
    """A newer version of the campaign, looked at and not taken."""
    office, folder = window_of(program).around.office, folder_of(program) / "published"
    folder.mkdir()
    begun_with_an_older_form(office, office.filling.find("04").identity.dossier_id)
    room = window_of(program).enter(Room.SETUP)
    assert isinstance(room, SetupRoom)
    room.show_forms_update(published_update(office, folder))
    while program.tasks.running:
        QTest.qWait(20)


def start(program: Program) -> None:
    """The list of dossiers, which the window begins with."""


def new_dossier(program: Program) -> None:
    room = window_of(program).enter(Room.DOSSIERS)
    assert isinstance(room, StartRoom)
    room.begin()
    page = room.pages.currentWidget()
    assert isinstance(page, NewDossierPage)
    page.search.line.setText("thua thien")


def backups(program: Program) -> None:
    room = window_of(program).enter(Room.DOSSIERS)
    assert isinstance(room, StartRoom)
    room.show_backups()
    page = room.pages.currentWidget()
    assert isinstance(page, BackupsPage)
    page.make()


def copy(program: Program) -> None:
    """A dossier that was changed here and on another computer."""
    office, home = window_of(program).around.office, folder_of(program)
    stored = next(one for one in office.filling.dossiers() if one.identity.agency.code == "04")
    out = office.carrying.copy_out(stored.identity.dossier_id, home / "usb").path
    shutil.copytree(home / "cache", home / "there" / "cache")
    with _open(home / "there") as there:
        there.carrying.take(there.carrying.look_at(out))
        _answer(there, "04", {"/data/s1/q1_06": "30", "/data/s1/q1_07": "22", "/data/s1/q1_08": "4"})
        back = there.carrying.copy_out(stored.identity.dossier_id, home / "usb" / "back").path
    _answer(office, "04", {"/data/s1/q1_06": "28"})
    room = window_of(program).enter(Room.DOSSIERS)
    assert isinstance(room, StartRoom)
    room.carrying.look_at(back)
    while program.tasks.running:
        pause(20)
    page = room.pages.currentWidget()
    assert isinstance(page, CopyPage)
    QTest.keyClick(page.table, Qt.Key.Key_Space)


def prefill(program: Program) -> None:
    """A trial that was only begun, beside the same agency's dossier."""
    window = window_of(program)
    office = window.around.office
    desk = replace(office, identifiers=SeededIdentifiers(2)).filling
    begun = desk.begin(desk.campaigns()[0].id, "04", trial=True)
    window.around.routes.prefill.emit(begun.dossier_id)
    while program.tasks.running:
        pause(20)


def update(program: Program) -> None:
    """A draft whose survey was changed after it was begun."""
    window = window_of(program)
    office = window.around.office
    stored = office.filling.find("04")
    begun_with_an_older_form(office, stored.identity.dossier_id)
    window.around.routes.update.emit(stored.identity.dossier_id)
    while program.tasks.running:
        pause(20)


def _answer(office: Office, agency: str, answers: Mapping[str, str]) -> None:
    dossier = office.filling.open(office.filling.find(agency).identity.dossier_id)
    form_id = dossier.campaign.forms[0]
    dossier.answer_all(form_id, {dossier.form(form_id).session.locate(one): text for one, text in answers.items()})


def receiving(program: Program) -> None:
    window_of(program).enter(Room.RECEIVING)


def arrived(program: Program) -> None:
    """Two packages of one agency that are in conflict, compared, and a decision that is begun."""
    page = _arrived(program)
    page.panel.comparison.compare()
    _wait(program)
    page.panel.box.buttons[Deed.CHOOSE].click()


def assigning(program: Program) -> None:
    """A package of an agency that nobody knows."""
    page = _arrived(program)
    page.sieve.choose(Pick.DECIDE)
    page.table.selectRow(1)
    page.panel.box.buttons[Deed.ASSIGN].click()


def set_aside(program: Program) -> None:
    _arrived(program).sieve.choose(Pick.ASIDE)


def receipt(program: Program) -> None:
    """What is to be corrected, with what the cross-checks propose."""
    page = _arrived(program)
    page.table.selectRow(1)
    page.panel.box.receipt_button.click()
    shown = page.pages.side_page
    assert isinstance(shown, ReceiptPage)
    while program.tasks.running or shown.reading.waits:
        pause(20)
    shown.outcomes.lines[Outcome.TO_BE_CORRECTED].mark.click()
    shown.remarks.take_proposed()
    shown.key.wanted.click()


def reminders(program: Program) -> None:
    page = _arrived(program)
    page.line.reminders_button.click()
    shown = page.pages.side_page
    assert isinstance(shown, RemindersPage)
    while program.tasks.running or shown.waits:
        pause(20)


def online(program: Program) -> None:
    """A column that answers a question, one that does not, and a row of nobody known."""
    path = folder_of(program) / "bieu-mau.csv"
    path.write_text(ONLINE, encoding="utf-8")
    _arrived(program).ways_on.show_online(path)
    _wait(program)


def keyed_in(program: Program) -> None:
    _arrived(program).line.keyed_button.click()


def _arrived(program: Program) -> ArrivedPage:
    office = window_of(program).around.office
    receive_sample(office, revision_of(office, "20"))
    room = window_of(program).enter(Room.RECEIVING)
    assert isinstance(room, ReceivingRoom)
    while program.tasks.running or room.arrived.reading.waits:
        pause(20)
    return room.arrived


def consolidating(program: Program) -> None:
    """What will count, and what waits for a person to decide."""
    _consolidating_page(program)


def consolidated(program: Program) -> None:
    """An indicator with its groups of agencies, and those behind the first of them."""
    page = _consolidating_page(program)
    page.show_results(_consolidated())
    QTest.keyClick(page.results.indicators.list.tree, Qt.Key.Key_End)


def consolidated_question(program: Program) -> None:
    """Answers in words, one of which is too long for its cell."""
    page = _consolidating_page(program)
    page.show_results(_consolidated())
    page.results.turn_to(page.results.questions)
    page.results.questions.list.search.setText("3.14")


def _consolidating_page(program: Program) -> ConsolidatingPage:
    program.preferences.keep_consolidated_folder("tong-hop-837-btttt-cbc", folder_of(program) / "tong-hop")
    answers = _survey_round().counted
    rival = replace(answers[1], dossier_id="ff" * 16, arrival=answers[0].content_digest)
    other = replace(rival, content_digest=answers[0].content_digest)
    keep_arrivals(window_of(program).around.office, (*answers, other))
    room = window_of(program).enter(Room.RECEIVING)
    assert isinstance(room, ReceivingRoom)
    page = room.turn_to(Section.CONSOLIDATING)
    assert isinstance(page, ConsolidatingPage)
    pause(20)
    _wait(program)
    return page


@cache
def _survey_round() -> Round:
    catalogue = open_catalogue(_beside() / "home")
    campaign = catalogue.campaign("837-btttt-cbc")
    offices = ManyOffices(campaign, [catalogue.form(campaign, form) for form in campaign.forms])
    counted = tuple(offices.counted([campaign.awaited[place] for place in (0, 25, 40)]))
    return Round(catalogue, offices, campaign.awaited, counted)


@cache
def _consolidated() -> Consolidated:
    return _survey_round().consolidated(_beside() / "out")


@cache
def _beside() -> Path:
    """For what is made once for all pictures."""
    folder = Path(mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def refused(program: Program) -> None:
    """A file that is no package."""
    stranger = folder_of(program) / "thu.zip"
    stranger.write_bytes(b"PK not a zip")
    _verify(program, stranger)


def undecided(program: Program) -> None:
    _verify(program, _package(program))


def passed(program: Program) -> None:
    desk = window_of(program).around.office.trust
    (trial,) = desk.candidates(next(folder_of(program).glob("*.pem")))
    desk.accept(trial, trial.group, fingerprint=str(trial.fingerprint), why="Để tập")
    _verify(program, _package(program))


def trust(program: Program) -> None:
    """A certificate that is trusted, and another one of the same name that somebody is asked about."""
    window = window_of(program)
    desk, folder = window.around.office.trust, folder_of(program)
    (trial,) = desk.candidates(next(folder.glob("*.pem")))
    desk.accept(trial, trial.group, fingerprint=str(trial.fingerprint), why="Để tập")
    (folder / "khac").mkdir()
    other = make_trial_identity(folder / "khac", now=window.around.office.clock.now(), passphrase="thu").ca_pem
    window.around.routes.trust.emit()
    page = window.findChild(TrustPage)
    assert page is not None
    page.offer(other)


def setup(program: Program) -> None:
    window_of(program).enter(Room.SETUP)


def help_(program: Program) -> None:
    window_of(program).enter(Room.HELP)


def questions(program: Program) -> None:
    """A section with questions of every kind, as it was left."""
    _open_section(program, 1)


def tables(program: Program) -> None:
    """The section of the plan with its widest table."""
    _open_section(program, 12)


def pasting(program: Program) -> None:
    """A block in TCVN3 over rows that are there, before it is taken."""
    view = _open_dossier(program, "04")
    view.show_question("khao-sat-nhanh", Address("", "/data/s1/q1_10/t1"))
    QApplication.clipboard().setText("Së Th«ng tin vµ TruyÒn th«ng\tba\t4\nSở Y tế\t5\t6\nSở Tư pháp\t1\t1")
    QTest.keyClick(window_of(program).focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def old_encoding(program: Program) -> None:
    """An answer in VNI, with what it means."""
    view = _open_dossier(program, "46")
    view.show_question("khao-sat-nhanh", Address("", "/data/s1/q1_05"))
    QApplication.clipboard().setText("Nguyeãn Vaên Thöû, Phoù Chaùnh Vaên phoøng")
    QTest.keyClick(window_of(program).focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    view.controller.leave()


def review(program: Program) -> None:
    """Of a dossier in which nothing is answered yet."""
    _open_dossier(program, "46").go(LastStep.REVIEW)


def returned(program: Program) -> None:
    """What the receiver returned and what was changed since, on the page of the review."""
    _open_dossier(program, "31").show_returned()


def returned_question(program: Program) -> None:
    """A section with a returned question and a returned cell of a table."""
    view = _open_dossier(program, "31")
    (form_id, *_) = view.controller.dossier.forms
    view.show_question(form_id, view.controller.dossier.form(form_id).session.locate("/data/s1/q1_10/t1"))


def searching(program: Program) -> None:
    view = _open_dossier(program, "04")
    view.go(view.outline.keys()[1])
    view.search.open()
    QTest.keyClicks(view.search, "truyen thong bo")


def profiles(program: Program) -> None:
    """Two signatories, one of whom has a title before the name and an image of the signature; and a seal."""
    window = window_of(program)
    _keep_profile(window.around.office)
    window.around.routes.profiles.emit()


def profile_differs(program: Program) -> None:
    """A dossier that names another signatory than the profile."""
    _keep_profile(window_of(program).around.office)
    page = _open_dossier(program, "04").go(LastStep.ISSUING)
    assert isinstance(page, IssuingPage)
    page.facts.profiles.use()


def _keep_profile(office: Office) -> None:
    desk = office.profiles
    blank = desk.blank(office.filling.find("04").identity.agency)
    signatories = (
        Signatory("TS. Bế Văn Mẫu", "Phó Chủ tịch", AuthorityForm.ON_BEHALF_FOR_HEAD, signature_image=signature_png()),
        Signatory("Lý Thị Thử", "Chánh Văn phòng", AuthorityForm.BY_ORDER),
    )
    filled = replace(blank, place="Cao Bằng", symbol="UBND-VX", drafting_unit="VX", signatories=signatories)
    desk.keep(replace(filled, seal_image=seal_png()))


def finalising(program: Program) -> None:
    _open_dossier(program, "04").go(LastStep.ISSUING)


def issued(program: Program) -> None:
    _open_dossier(program, "20").go(LastStep.ISSUING)


def signing(program: Program) -> None:
    """With the image of the leader's signature, in another document than the usual one."""
    _keep_images(window_of(program).around.office)
    page = _finalised(program)
    page.signing.pack_too.setChecked(True)


def no_token(program: Program) -> None:
    """A computer on which no driver of a token is installed."""
    page = _finalised(program)
    page.signing.ways.choose(Way.TOKEN)
    page.signing.token.show_report(TokenReport(()))


def signing_elsewhere(program: Program) -> None:
    """Handed out, and what came back was drawn upon before it was signed."""
    desk = replace(window_of(program).around.office, identifiers=SeededIdentifiers(3)).filling
    _fill_in(desk.open(desk.find("46").identity.dossier_id))
    page = _finalised(program, "46")
    program.preferences.export_folder = folder_of(program) / "out"
    page.signing.write_out()
    _wait(program)
    page.signing.take_back(_drawn_on_and_signed(program))
    _wait(program)


def signing_on_paper(program: Program) -> None:
    page = _finalised(program)
    page.signing.ways.lines[Way.PAPER].mark.click()
    page.signing.take_scans((Path(__file__).parents[2] / "resources" / "pictures" / "cong-van.png",))
    _wait(program)


def numbering(program: Program) -> None:
    _signed(program)


def sealing(program: Program) -> None:
    _keep_images(window_of(program).around.office)
    page = _signed(program)
    page.numbering.form.number.setText("145")
    page.numbering.fill()
    _wait(program)


def packed(program: Program) -> None:
    """All steps were done but the last."""
    page = _signed(program)
    page.numbering.form.number.setText("145")
    page.numbering.fill()
    _wait(program)
    page.sealing.certificate.use(next(folder_of(program).glob("*.p12")))
    page.sealing.certificate.passphrase.setText("thu")
    page.sealing.sign()
    _wait(program)
    program.preferences.export_folder = folder_of(program) / "out"
    page.packaging.pack()
    _wait(program)


def _finalised(program: Program, agency: str = "04") -> IssuingPage:
    page = _open_dossier(program, agency).go(LastStep.ISSUING)
    assert isinstance(page, IssuingPage)
    page.finalising.finalise()
    return page


def _signed(program: Program) -> IssuingPage:
    page = _finalised(program)
    page.signing.certificate.use(next(folder_of(program).glob("*.p12")))
    page.signing.certificate.passphrase.setText("thu")
    page.signing.sign()
    _wait(program)
    return page


def _drawn_on_and_signed(program: Program) -> Path:
    """As a program does that draws the number on the page before it signs."""
    given_away, back = folder_of(program) / "out", folder_of(program) / "da-ky.pdf"
    with pikepdf.open(next(given_away.glob("*hue*.pdf"))) as document:
        document.pages[0].contents_add(b"0.5 w 90 700 m 150 700 l S")
        document.save(back)
    signer = LocalSigner(load_pkcs12(next(folder_of(program).glob("*.p12")), "thu", now=MOMENT))
    back.write_bytes(signer.sign_pdf(back.read_bytes(), SigningOrder(field="ky_lanh_dao", at=MOMENT)))
    return back


def _keep_images(office: Office) -> None:
    """A blue stroke and a red ring."""
    desk = office.profiles
    blank = desk.blank(office.filling.find("04").identity.agency)
    signatory = Signatory("Hoàng Văn Mẫu", signature_image=_png((300, 120), lambda draw: draw.line(_STROKE, BLUE, 8)))
    seal = _png((400, 400), lambda draw: draw.ellipse((10, 10, 390, 390), outline=RED, width=14))
    desk.keep(replace(blank, signatories=(signatory,), seal_image=seal))


def _png(size: tuple[int, int], paint: Callable[[ImageDraw.ImageDraw], object]) -> bytes:
    image, written = Image.new("RGBA", size), BytesIO()
    paint(ImageDraw.Draw(image))
    image.save(written, "PNG")
    return written.getvalue()


def preview(program: Program) -> None:
    """Of what was finalised, as it will be signed."""
    page = _open_dossier(program, "20").go(LastStep.ISSUING)
    assert isinstance(page, IssuingPage)
    page.signing.preview()
    _previewed(program)


def preview_of_draft(program: Program) -> None:
    """Where one was, with words that were found."""
    view = _open_dossier(program, "04")
    view.show_question(SURVEY, Address("", "/data/s1/q1_06"))
    view.preview()
    found = _previewed(program).finding
    found.open()
    QTest.keyClicks(found.line, "truyen thong")


def no_printer(program: Program) -> None:
    """A check sheet on a computer that has none."""
    view = _open_dossier(program, "46")
    view.go(LastStep.REVIEW)
    view.preview()
    shown = _previewed(program)
    shown.printing.printers = PdfPrinters(folder_of(program), names=())
    shown.open_printing()


def printing(program: Program) -> None:
    """A list of pages that is none."""
    _open_dossier(program, "04").preview()
    shown = _previewed(program)
    shown.printing.printers = PdfPrinters(folder_of(program))
    shown.open_printing()
    shown.printing.which.setText("40-1")


def _previewed(program: Program) -> PreviewPage:
    _wait(program)
    view = window_of(program).view
    assert view is not None
    assert view.stack.preview is not None
    return view.stack.preview


def sending(program: Program) -> None:
    _want_sheets(program, SheetWork.SEND)


def gathering(program: Program) -> None:
    """A filled-in workbook that says something else than the dossier, has a new row, and cells that cannot be read."""
    view = _open_dossier(program, "04")
    session, dossier = view.controller.dossier.form(SURVEY).session, view.controller.dossier
    parts = [session.locate("/data/s1")]
    book = split_off(dossier, SURVEY, parts, made=MOMENT, made_by="lan")
    filled_in = folder_of(program) / "so-noi-vu.xlsx"
    filled_in.write_bytes(_filled_in(render_entry_workbook(book)))
    dossier.answer(SURVEY, session.locate("/data/s1/q1_06"), "88")
    page = _want_sheets(program, SheetWork.GATHER)
    assert isinstance(page, GatheringPage)
    page.read([filled_in])
    _wait(program)


def own_table(program: Program) -> None:
    """A table of the office's own with headings over two rows."""
    book = Workbook()
    for row in OWN_TABLE:
        book.active.append(row)
    path = folder_of(program) / "nhan-su-truyen-thong.xlsx"
    book.save(path)
    page = _want_sheets(program, SheetWork.OWN)
    assert isinstance(page, OwnTablePage)
    page.read(path)
    _wait(program)


def _filled_in(content: bytes) -> bytes:
    book, written = load_workbook(BytesIO(content)), BytesIO()
    for sheet in book:
        for row in sheet.iter_rows(min_row=6, max_col=3):
            if row[0].value == "|/data/s1/q1_06":
                row[2].value = 91
    table = next(sheet for sheet in book if str(sheet["B1"].value).startswith("1.10"))
    new_row = next(row for row in range(6, 99) if table.cell(row, 2).value is None)
    for column, value in enumerate(("Sở Nội vụ", 3, "vài người"), 2):
        table.cell(new_row, column).value = value
    table.delete_rows(7)
    book.save(written)
    return written.getvalue()


def _want_sheets(program: Program, work: SheetWork) -> SheetsPage:
    view = _open_dossier(program, "04")
    view.go(view.outline.keys()[1])
    view.controller.sheets_wanted.emit(SURVEY, SheetRequest(work, Address("", "/data/s1/q1_10/t1")))
    assert view.sheets is not None
    return view.sheets


def _wait(program: Program) -> None:
    while program.tasks.running:
        pause(20)


def _open_section(program: Program, number: int) -> None:
    view = _open_dossier(program, "04")
    view.go(view.outline.keys()[number])


def _open_dossier(program: Program, agency: str) -> DossierView:
    window = window_of(program)
    stored = next(one for one in window.around.office.filling.dossiers() if one.identity.agency.code == agency)
    window.around.routes.open_dossier.emit(stored.identity.dossier_id)
    while program.tasks.running:
        pause(20)
    view = window.findChild(DossierView)
    assert view is not None
    return view


PAGES: Mapping[str, Callable[[Program], None]] = {
    "start": start,
    "new-dossier": new_dossier,
    "backups": backups,
    "copy": copy,
    "prefill": prefill,
    "update": update,
    "receiving": receiving,
    "arrived": arrived,
    "assigning": assigning,
    "set-aside": set_aside,
    "consolidating": consolidating,
    "consolidated": consolidated,
    "consolidated-question": consolidated_question,
    "receipt": receipt,
    "reminders": reminders,
    "online": online,
    "keyed-in": keyed_in,
    "refused": refused,
    "undecided": undecided,
    "passed": passed,
    "setup": setup,
    "questions": questions,
    "tables": tables,
    "pasting": pasting,
    "old-encoding": old_encoding,
    "searching": searching,
    "sending": sending,
    "gathering": gathering,
    "own-table": own_table,
    "review": review,
    "returned": returned,
    "returned-question": returned_question,
    "profiles": profiles,
    "trust": trust,
    "forms-update": forms_update,
    "profile-differs": profile_differs,
    "finalising": finalising,
    "signing": signing,
    "no-token": no_token,
    "signing-elsewhere": signing_elsewhere,
    "signing-on-paper": signing_on_paper,
    "numbering": numbering,
    "sealing": sealing,
    "packed": packed,
    "issued": issued,
    "preview": preview,
    "preview-of-draft": preview_of_draft,
    "printing": printing,
    "no-printer": no_printer,
    "help": help_,
}


def window_of(program: Program) -> MainWindow:
    assert isinstance(program.window, MainWindow)
    return program.window


def folder_of(program: Program) -> Path:
    """The folder of the sample's data."""
    return window_of(program).around.office.database.path.parent


def pause(milliseconds: int) -> None:
    """Lets the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _settle(application: QApplication) -> None:
    """Layouts ask for layouts in turn; a busy machine does not get to the last of them in a moment's pause."""
    for _ in range(10):
        application.processEvents()


def sample_home(folder: Path) -> Path:
    """Four dossiers: one filled in and still a draft, a trial that was only begun, one packaged, one returned."""
    home = folder / "home"
    with _open(home) as office:
        campaign = office.filling.campaigns()[0]
        _fill(office, campaign.id, "04")
        office.filling.begin(campaign.id, "46", trial=True)
        finished = _fill(office, campaign.id, "20")
        finished.finalise()
        _return(office, _fill(office, campaign.id, "31"), home)
        trial = make_trial_identity(home, now=MOMENT, passphrase="thu", agency="Cơ quan thử nghiệm")
        signer = LocalSigner(load_pkcs12(trial.pkcs12, "thu", now=MOMENT))
        office.exporting.export(office.exporting.plan(finished.dossier_id, home / "out"), signer, lambda _: None)
    return home


@contextmanager
def shown(
    application: QApplication, home: Path, page: str, scheme: Scheme, language: str, scale: int
) -> Iterator[MainWindow]:
    """The window at this page, in these clothes."""
    program = Program(application, home, _open)
    program.preferences.language, program.preferences.scheme, program.preferences.scale = language, scheme, scale
    program.start()
    try:
        window_of(program).resize(*SIZE)
        PAGES[page](program)
        pause(20)
        _settle(application)
        yield window_of(program)
    finally:
        window_of(program).close()
        window_of(program).deleteLater()
        program.close()
        program.undress()


def _verify(program: Program, path: Path) -> None:
    window_of(program).enter(Room.RECEIVING).take_file(path)
    while program.tasks.running:
        pause(20)


def _package(program: Program) -> Path:
    return next((folder_of(program) / "out").glob("*.zip"))


def _return(office: Office, dossier: OpenDossier, folder: Path) -> None:
    """By a slip with three remarks; then it is reopened and one of them is dealt with."""
    revision = dossier.finalise()
    form_id = dossier.campaign.forms[0]
    session = dossier.form(form_id).session
    staff = session.tree.repeat(session.locate("/data/s1/q1_10/t1"))
    row = staff.rows[1]
    cell = next(name for name, node in row.members.items() if isinstance(node, LeafNode) and node.lexical.isdigit())
    questions = (
        SlipQuestion(form_id, "", "/data/s1/q1_06", "", "Thấp hơn nhiều so với năm 2021. Đề nghị kiểm tra lại."),
        SlipQuestion(form_id, row.id, f"{staff.path}/{cell}", "", "Không khớp với báo cáo của đơn vị."),
        SlipQuestion("", "", "", "", "Đề nghị gửi lại trước ngày 30/3/2022."),
    )
    agency, digest = dossier.agency.name_vi, revision.content_digest
    slip = ReturnSlip(revision.identity, agency, revision.number, digest, "Cục Báo chí", MOMENT, questions)
    path = folder / "phieu-tra-lai.json"
    path.write_bytes(slip_to_json(slip))
    office.filling.take_return(path)
    dossier.look_again()
    dossier.reopen()
    dossier.answer(form_id, session.locate("/data/s1/q1_06"), "91")
    dossier.delete_row(form_id, staff.rows[-1].id)
    dossier.settle_returned(dossier.returned_questions()[0])


def _fill(office: Office, campaign_id: str, agency: str) -> OpenDossier:
    dossier = office.filling.begin(campaign_id, agency)
    _fill_in(dossier)
    return dossier


def _fill_in(dossier: OpenDossier) -> None:
    for form_id in dossier.campaign.forms:
        fill_form(dossier, form_id, read_prepared(dossier.campaign.folder / "sample" / f"{form_id}.json"))
