"""Promises that hold whatever is done: the same bytes before signing, no answer in a log, nothing is ever sent."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from clerk import Clerk, OpenOffice
from command_line import Command
from invented_campaign import ADDRESS, AGENCY, CAMPAIGN, FILES, SURVEY

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.errors import BugError
from cbc_desktop.base.identifiers import SystemIdentifiers
from cbc_desktop.base.log import LOG_FILE, record_fault
from cbc_desktop.documents.excel.workbook import render_workbook
from cbc_desktop.documents.pdf.pdfa import to_pdfa
from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.engine.session import FormSession
from cbc_desktop.exporting.on_paper import on_paper
from cbc_desktop.exporting.parts import revision_parts
from cbc_desktop.exporting.revision_printing import RevisionPrinter
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.office import Office
from cbc_desktop.signing.signer import Signer
from cbc_desktop.store.answers import AnswerStore
from cbc_desktop.store.form_versions import FormVersions

NAME = "thu-vien-2030-thu-vien-tinh-mau-lan-1"
SECRET = "Nguyễn Bí Mật 0912345678"


# --- the same submission gives the same bytes before signing ----------------------------------------------------------


def made_before_signing(office: Office, revision: Revision) -> tuple[bytes, bytes]:
    """Workbook and PDF/A as they are made from the store, with identifiers that are never the same."""
    campaign = office.catalogue.campaign(CAMPAIGN)
    agency = campaign.agencies.require(str(revision.identity.agency))
    printer = RevisionPrinter(FormVersions(office.catalogue, office.store.forms), SystemIdentifiers())
    printed = printer.print_revision(revision, campaign.documents[0], campaign, agency, trial=True)
    workbook = render_workbook(printed)
    media = {file.name: office.store.attachments.read(file) for file in revision.attachments}
    parts = revision_parts(revision, NAME, agency, workbook, media, trial=True)
    return workbook, to_pdfa(render_pdf(on_paper(printed, parts)), parts.embedded())


def finalised(office: Office, signer: Signer, folder: Path) -> Clerk:
    lan = Clerk.begins(office, signer)
    lan.fills_in()
    (folder / "to-trinh.pdf").write_bytes(b"%PDF-1.7 to trinh\n%%EOF")
    lan.adds_row(FILES)
    lan.attaches(f"{FILES}[1]/noi_dung", folder / "to-trinh.pdf")
    lan.finalises()
    return lan


def test_a_revision_gives_the_same_bytes_before_signing_on_every_day_and_after_every_start(
    open_lans_office: OpenOffice, signer: Signer, clock: FixedClock, tmp_path: Path
) -> None:
    with open_lans_office() as office:
        lan = finalised(office, signer, tmp_path)
        first = made_before_signing(office, office.store.submissions.load(lan.dossier.dossier_id, 1))
        exported = lan.exports(tmp_path / "1")
    clock.advance(40 * 24 * 3600)
    with open_lans_office() as office:
        again = Clerk.comes_back(office, signer)
        second = made_before_signing(office, office.store.submissions.load(again.dossier.dossier_id, 1))
        exported_again = again.exports(tmp_path / "2")
    assert first == second
    workbook, unsigned = first
    for result in (exported, exported_again):
        assert result.workbook.read_bytes() == workbook
        assert result.document.read_bytes().startswith(unsigned)


def test_signing_adds_to_the_document_and_changes_nothing_in_it(office: Office, signer: Signer, tmp_path: Path) -> None:
    lan = finalised(office, signer, tmp_path)
    revision = office.store.submissions.load(lan.dossier.dossier_id, 1)
    _, unsigned = made_before_signing(office, revision)
    signed = lan.exports(tmp_path / "ra").document.read_bytes()
    assert signed[: len(unsigned)] == unsigned
    assert len(signed) > len(unsigned)


# --- answers never reach a log ----------------------------------------------------------------------------------------


def everything_written_below(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("faulty", [(FormSession, "answer_all"), (AnswerStore, "write"), (OpenDossier, "review")])
@pytest.mark.parametrize("error", [BugError, ValueError])
def test_a_fault_of_ours_is_told_and_logged_without_the_answer(
    cbc: Command,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    faulty: tuple[type, str],
    error: type[Exception],
) -> None:
    assert cbc("new", CAMPAIGN, AGENCY).code == 0
    assert cbc("answer", AGENCY, SURVEY, ADDRESS, f"{SECRET} 1").code == 0

    def quoting(*given: object) -> None:
        try:
            raise error(f"cannot go on with {SECRET} 2 and {given}")
        except error as first:
            raise error(f"{SECRET} again") from first

    monkeypatch.setattr(*faulty, quoting)
    said = cbc("answer", AGENCY, SURVEY, ADDRESS, f"{SECRET} 2")
    log = (home / LOG_FILE).read_text("utf-8")
    assert said.code == 1
    assert "ngoài dự kiến" in said.err
    assert str(home / LOG_FILE) in said.err
    assert f"{error.__name__}\n" in log
    assert "in quoting" in log
    for text in (said.out, said.err, log):
        assert "Bí Mật" not in text
        assert "0912345678" not in text


def test_nothing_but_the_data_holds_an_answer_while_filling_in_and_finalising(
    open_lans_office: OpenOffice, signer: Signer, home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with open_lans_office() as office:
        lan = Clerk.begins(office, signer)
        lan.fills_in()
        lan.answers(ADDRESS, SECRET)
        lan.notes(ADDRESS, SECRET)
        lan.finalises()
        journal = "".join(str(entry) for entry in office.store.journal.entries())
    assert SECRET not in journal
    assert SECRET not in "".join(capfd.readouterr())
    assert SECRET.encode() not in b"".join(
        everything_written_below(path) for path in (home / "cache", home / "media") if path.exists()
    )
    assert not (home / LOG_FILE).exists()


def test_the_log_is_kept_small(cbc: Command, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object, __: object) -> None:
        raise RuntimeError("x")

    monkeypatch.setattr("cbc_desktop.base.log._MOST_BYTES", 2000)
    monkeypatch.setattr("cbc_desktop.cli.office_of.open_office", broken)
    for _ in range(20):
        assert cbc("list").code == 1
    assert {path.name for path in home.glob(f"{LOG_FILE}*")} == {LOG_FILE, f"{LOG_FILE}.1", f"{LOG_FILE}.2"}
    assert all(path.stat().st_size <= 2000 for path in home.glob(f"{LOG_FILE}*"))


@pytest.mark.skipif(sys.platform == "win32", reason="rights of Unix")
def test_the_log_is_for_its_owner_in_a_folder_for_all_too(tmp_path: Path) -> None:
    for _ in range(2):
        assert stat.S_IMODE(record_fault(tmp_path, RuntimeError()).stat().st_mode) == 0o600


# --- nothing is ever sent ---------------------------------------------------------------------------------------------


STARTS_PROGRAMS = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.startfile", "webbrowser.open"}


def test_from_the_first_answer_to_the_verified_package_nobody_is_asked_and_no_program_started(
    office: Office, signer: Signer, tmp_path: Path
) -> None:
    """The network is watched in every test (conftest.py); a mail program could still be started to do the sending."""
    started: list[str] = []
    watching = True

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event in STARTS_PROGRAMS:
            started.append(f"{event} {arguments}")

    sys.addaudithook(watch)
    try:
        result = finalised(office, signer, tmp_path).exports(tmp_path / "ra")
        office.receiving.verify(result.package)
    finally:
        watching = False
    assert started == []
