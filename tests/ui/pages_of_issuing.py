"""How a person gets to each step of signing and issuing, to the preview and to printing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
from pages_of_dossiers import SURVEY
from pdf_printers import PdfPrinters
from PySide6.QtTest import QTest
from sample_window import LEADER, MOMENT, OTHERS, fill_in, folder_of, keep_profile, open_dossier, wait, window_of

from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.engine.address import Address
from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.signer import LocalSigner
from cbc_desktop.signing.token.report import TokenReport
from cbc_desktop.ui.dossier.places import LastStep
from cbc_desktop.ui.issuing.page import IssuingPage
from cbc_desktop.ui.issuing.ways import Way
from cbc_desktop.ui.preview.page import PreviewPage
from cbc_desktop.ui.program import Program


def profile_differs(program: Program) -> None:
    """A dossier that names another signatory than the profile."""
    keep_profile(window_of(program).around.office, *OTHERS)
    page = open_dossier(program, "04").go(LastStep.ISSUING)
    assert isinstance(page, IssuingPage)
    page.facts.profiles.use()


def finalising(program: Program) -> None:
    open_dossier(program, "04").go(LastStep.ISSUING)


def in_the_way(program: Program) -> None:
    """A dossier in which nothing is answered yet."""
    open_dossier(program, "46").go(LastStep.ISSUING)


def issued(program: Program) -> None:
    open_dossier(program, "20").go(LastStep.ISSUING)


def signing(program: Program) -> None:
    """With the image of the leader's signature, in another document than the usual one."""
    keep_profile(window_of(program).around.office, LEADER)
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
    fill_in(desk.open(desk.find("46").identity.dossier_id))
    page = _finalised(program, "46")
    program.preferences.export_folder = folder_of(program) / "out"
    page.signing.write_out()
    wait(program)
    page.signing.take_back(_drawn_on_and_signed(program))
    wait(program)


def signing_on_paper(program: Program) -> None:
    page = _finalised(program)
    page.signing.ways.lines[Way.PAPER].mark.click()
    page.signing.take_scans((Path(__file__).parents[2] / "resources" / "pictures" / "cong-van.png",))
    wait(program)


def numbering(program: Program) -> None:
    _signed(program)


def sealing(program: Program) -> None:
    keep_profile(window_of(program).around.office, LEADER)
    page = _signed(program)
    page.numbering.form.number.setText("145")
    page.numbering.fill()
    wait(program)


def packed(program: Program) -> None:
    """All steps were done but the last."""
    page = _signed(program)
    page.numbering.form.number.setText("145")
    page.numbering.fill()
    wait(program)
    page.sealing.certificate.use(next(folder_of(program).glob("*.p12")))
    page.sealing.certificate.passphrase.setText("thu")
    page.sealing.sign()
    wait(program)
    program.preferences.export_folder = folder_of(program) / "out"
    page.packaging.pack()
    wait(program)


def _finalised(program: Program, agency: str = "04") -> IssuingPage:
    page = open_dossier(program, agency).go(LastStep.ISSUING)
    assert isinstance(page, IssuingPage)
    page.finalising.finalise()
    return page


def _signed(program: Program) -> IssuingPage:
    page = _finalised(program)
    page.signing.certificate.use(next(folder_of(program).glob("*.p12")))
    page.signing.certificate.passphrase.setText("thu")
    page.signing.sign()
    wait(program)
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


def preview(program: Program) -> None:
    """Of what was finalised, as it will be signed."""
    page = open_dossier(program, "20").go(LastStep.ISSUING)
    assert isinstance(page, IssuingPage)
    page.signing.preview()
    _previewed(program)


def preview_of_draft(program: Program) -> None:
    """Where one was, with words that were found."""
    view = open_dossier(program, "04")
    view.show_question(SURVEY, Address("", "/data/s1/q1_06"))
    view.preview()
    found = _previewed(program).finding
    found.open()
    QTest.keyClicks(found.line, "truyen thong")


def no_printer(program: Program) -> None:
    """A check sheet on a computer that has none."""
    view = open_dossier(program, "46")
    view.go(LastStep.REVIEW)
    view.preview()
    shown = _previewed(program)
    shown.printing.printers = PdfPrinters(folder_of(program), names=())
    shown.open_printing()


def printing(program: Program) -> None:
    """A list of pages that is none."""
    open_dossier(program, "04").preview()
    shown = _previewed(program)
    shown.printing.printers = PdfPrinters(folder_of(program))
    shown.open_printing()
    shown.printing.which.setText("40-1")


def _previewed(program: Program) -> PreviewPage:
    wait(program)
    view = window_of(program).view
    assert view is not None
    assert view.stack.preview is not None
    return view.stack.preview
