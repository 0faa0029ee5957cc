"""What happens at the exporting desk, told as it happens to Lan."""

from __future__ import annotations

import email
import email.policy
import errno
import os
import shutil
import sqlite3
import stat
import sys
import zipfile
from pathlib import Path

import pytest
from clerk import NUMBERED, Clerk, refused
from invented_campaign import BOOKS, FILES, PLAN, SURVEY, SURVEY_ROWS, make_campaign, write_form
from small_disk import fill_up

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.dossier.states import Action, State
from cbc_desktop.exporting import packing
from cbc_desktop.office import open_office
from cbc_desktop.package.report import VerificationReport
from cbc_desktop.signing.signer import Signer
from cbc_desktop.signing.trial import TrialFiles
from cbc_desktop.signing.verdict import Verdict

NAME = "thu-vien-2030-thu-vien-tinh-mau-lan-1"


@pytest.fixture
def finalised(lan: Clerk) -> Clerk:
    lan.fills_in()
    lan.finalises()
    return lan


def verified(lan: Clerk, package: Path, trial: TrialFiles) -> VerificationReport:
    return lan.office.receiving.verify(package, trial.ca_pem)


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_draft_is_not_exported(lan: Clerk, tmp_path: Path) -> None:
    with refused("chưa chốt số liệu nên chưa xuất được"):
        lan.exports(tmp_path / "ra")
    assert not (tmp_path / "ra").exists()


def test_a_finalised_dossier_becomes_four_files_side_by_side(
    finalised: Clerk, trial: TrialFiles, tmp_path: Path
) -> None:
    result = finalised.exports(tmp_path / "ra")
    assert names_in(tmp_path / "ra") == {f"{NAME}.{suffix}" for suffix in ("pdf", "xlsx", "zip", "eml")}
    assert result.report.verdict is Verdict.INDETERMINATE
    assert verified(finalised, result.package, trial).verdict is Verdict.PASSED
    assert finalised.office.filling.find(finalised.dossier.dossier_id).revision.state is State.PACKAGED_UNSEALED


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_exported_files_have_the_usual_permissions_for_they_are_handed_over(finalised: Clerk, tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        finalised.exports(tmp_path / "ra")
    finally:
        os.umask(before)
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "ra").iterdir()} == {0o644}


def test_exported_again_the_revision_is_the_same_and_so_are_workbook_and_data(
    finalised: Clerk, trial: TrialFiles, clock: FixedClock, tmp_path: Path
) -> None:
    first = finalised.exports(tmp_path / "1")
    clock.advance(3600)
    second = finalised.exports(tmp_path / "2")
    assert first.workbook.read_bytes() == second.workbook.read_bytes()
    assert first.report.revision == second.report.revision
    assert verified(finalised, second.package, trial).verdict is Verdict.PASSED


def test_exported_again_into_the_same_folder_what_lay_there_is_kept_aside(
    finalised: Clerk, trial: TrialFiles, clock: FixedClock, tmp_path: Path
) -> None:
    result = finalised.exports(tmp_path)
    first = result.package.read_bytes()
    clock.advance(3600)
    again = finalised.exports(tmp_path)
    assert result.package.read_bytes() != first
    assert (tmp_path / f"{NAME}-cu-1.zip").read_bytes() == first
    assert zipfile.ZipFile(result.package).read(f"{NAME}.pdf") == result.document.read_bytes()
    names = {f"{NAME}{aside}.{suffix}" for suffix in ("pdf", "xlsx", "zip", "eml") for aside in ("", "-cu-1")}
    assert names_in(tmp_path) == names
    assert {path.name for path in again.set_aside} == {name for name in names if "-cu-1" in name}


def test_every_export_is_in_the_journal_with_the_digest_of_the_package(finalised: Clerk, tmp_path: Path) -> None:
    finalised.exports(tmp_path)
    finalised.exports(tmp_path)
    entries = [one for one in finalised.office.store.journal.entries() if one.event == "exported"]
    assert [entry.who for entry in entries] == ["Lan", "Lan"]
    assert len({entry.facts["digest"] for entry in entries}) == 2


def test_number_and_date_given_after_finalising_are_printed_by_the_next_export(
    finalised: Clerk, tmp_path: Path
) -> None:
    finalised.dossier.set_facts(NUMBERED)
    result = finalised.exports(tmp_path)
    assert result.report.revision is not None
    assert result.report.revision.facts.number == "45"


def test_the_second_revision_is_exported_beside_the_first_and_says_what_it_replaces(
    finalised: Clerk, trial: TrialFiles, tmp_path: Path
) -> None:
    first = finalised.exports(tmp_path)
    finalised.dossier.reopen()
    finalised.answers(BOOKS, "152")
    finalised.finalises()
    second = finalised.exports(tmp_path)
    assert (first.package.name, second.package.name) == (f"{NAME}.zip", f"{NAME.removesuffix('1')}2.zip")
    assert first.report.revision is not None
    assert second.report.revision is not None
    assert second.report.revision.replaces == first.report.revision.content_digest
    for package in (first.package, second.package):
        assert verified(finalised, package, trial).verdict is Verdict.PASSED


def test_a_survey_alone_is_exported_as_the_only_appendix(lan: Clerk, trial: TrialFiles, tmp_path: Path) -> None:
    lan.fills_in(SURVEY)
    lan.finalises(SURVEY)
    result = lan.exports(tmp_path)
    assert result.report.revision is not None
    assert [form.form_id for form in result.report.revision.forms] == [SURVEY]
    assert verified(lan, result.package, trial).verdict is Verdict.PASSED
    lan.dossier.reopen()
    lan.fills_in(PLAN)
    lan.finalises()
    assert verified(lan, lan.exports(tmp_path).package, trial).verdict is Verdict.PASSED


def test_attached_files_travel_in_the_package(lan: Clerk, trial: TrialFiles, tmp_path: Path) -> None:
    attachment = tmp_path / "Tờ trình.pdf"
    attachment.write_bytes(b"%PDF-1.7 to trinh\n%%EOF")
    lan.fills_in()
    for number in (1, 2):
        lan.adds_row(FILES)
        lan.attaches(f"{FILES}[{number}]/noi_dung", attachment)
    lan.adds_row(FILES)
    lan.finalises()
    package = lan.exports(tmp_path / "ra").package
    with zipfile.ZipFile(package) as archive:
        media = [name for name in archive.namelist() if name.startswith("media/")]
        assert [archive.read(name) for name in media] == [b"%PDF-1.7 to trinh\n%%EOF"]
    assert verified(lan, package, trial).verdict is Verdict.PASSED


def test_a_file_that_no_answer_names_any_more_stays_at_home(lan: Clerk, tmp_path: Path) -> None:
    attachment = tmp_path / "nham.pdf"
    attachment.write_bytes(b"%PDF-1.7 nham\n%%EOF")
    lan.fills_in()
    lan.adds_row(FILES)
    lan.attaches(f"{FILES}[1]/noi_dung", attachment)
    lan.deletes_row(f"{FILES}[1]")
    assert lan.finalises().attachments == ()


def test_once_the_clerk_has_numbered_the_document_it_is_not_signed_anew(finalised: Clerk, tmp_path: Path) -> None:
    finalised.exports(tmp_path)
    finalised.office.store.dossiers.move(finalised.dossier.dossier_id, Action.NUMBER, "văn thư")
    before = names_in(tmp_path), (tmp_path / f"{NAME}.zip").read_bytes()
    with refused("không ký lại từ đầu được"):
        finalised.exports(tmp_path)
    assert (names_in(tmp_path), (tmp_path / f"{NAME}.zip").read_bytes()) == before


def test_the_draft_of_the_mail_is_to_the_receiver_and_carries_the_package(finalised: Clerk, tmp_path: Path) -> None:
    result = finalised.exports(tmp_path)
    message = email.message_from_bytes(result.mail.read_bytes(), policy=email.policy.default)
    (attachment,) = message.iter_attachments()
    assert message["X-Unsent"] == "1"
    assert message["From"] is None
    assert message["To"].addresses[0].addr_spec == "thu-vien@bo-mau.example"
    assert message["Subject"] == "[THỬ NGHIỆM] Thư viện tỉnh Mẫu gửi báo cáo theo Công văn số 12/BM-VTV"
    assert (attachment.get_filename(), attachment.get_content()) == (f"{NAME}.zip", result.package.read_bytes())


# --- when something is in the way -------------------------------------------------------------------------------------


def still_to_be_exported(lan: Clerk) -> bool:
    return lan.office.filling.find(lan.dossier.dossier_id).revision.state is State.FINALISED


def test_on_a_full_disk_nothing_is_left_and_the_dossier_can_be_exported_elsewhere(
    finalised: Clerk, small_disk: Path, tmp_path: Path
) -> None:
    fill_up(small_disk)
    with refused("Ổ đĩa đã đầy"):
        finalised.exports(small_disk)
    assert names_in(small_disk) == {"ballast"}
    assert still_to_be_exported(finalised)
    assert finalised.exports(tmp_path / "ra").package.is_file()


def test_a_file_where_the_folder_should_be_is_told(finalised: Clerk, tmp_path: Path) -> None:
    (tmp_path / "ra").write_text("đây là tệp")
    with refused("Không ghi được"):
        finalised.exports(tmp_path / "ra")
    assert (tmp_path / "ra").read_text() == "đây là tệp"
    assert still_to_be_exported(finalised)


def test_a_stick_that_garbles_what_is_written_is_noticed_and_nothing_is_handed_out(
    finalised: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def garbled(path: Path, archive: bytes) -> None:
        path.write_bytes(archive[:5000] + bytes([archive[5000] ^ 1]) + archive[5001:])

    monkeypatch.setattr(packing, "write_package", garbled)
    with refused("đọc lại không đúng"):
        finalised.exports(tmp_path / "ra")
    assert names_in(tmp_path / "ra") == set()
    assert still_to_be_exported(finalised)


def test_a_disk_that_fails_while_writing_leaves_what_was_there_before(
    finalised: Clerk, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = finalised.exports(tmp_path).package
    before = package.read_bytes()
    clock.advance(60)

    def broken(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", broken)
        with refused("Không ghi được"):
            finalised.exports(tmp_path)
    assert package.read_bytes() == before
    assert names_in(tmp_path) == {f"{NAME}.{suffix}" for suffix in ("pdf", "xlsx", "zip", "eml")}


def test_an_attached_file_that_was_lost_is_named_and_nothing_is_exported(lan: Clerk, tmp_path: Path) -> None:
    attachment = tmp_path / "to-trinh.pdf"
    attachment.write_bytes(b"%PDF-1.7 to trinh\n%%EOF")
    lan.fills_in()
    lan.adds_row(FILES)
    lan.attaches(f"{FILES}[1]/noi_dung", attachment)
    lan.finalises()
    (kept,) = (lan.office.database.path.parent / "media").iterdir()
    kept.write_bytes(b"khac")
    with refused("Tệp đính kèm"):
        lan.exports(tmp_path / "ra")
    assert not (tmp_path / "ra").exists()


def test_a_form_that_was_changed_afterwards_is_printed_and_opened_as_it_was(
    home: Path, clock: FixedClock, signer: Signer, tmp_path: Path
) -> None:
    folder = make_campaign(tmp_path / "campaigns")
    with open_office(home, clock=clock, campaigns=folder.parent) as office:
        lan = Clerk.begins(office, signer)
        lan.fills_in()
        before = lan.finalises()
    write_form(folder / f"{SURVEY}.xlsx", SURVEY, "Phiếu khác", SURVEY_ROWS)
    with open_office(home, clock=clock, campaigns=folder.parent) as office:
        plan = office.exporting.plan(before.identity.dossier_id, tmp_path / "ra")
        office.exporting.export(plan, signer, lambda _: None)
        opened = office.filling.open(before.identity.dossier_id)
        assert str(opened.form(SURVEY).session.definition.digest) == str(before.forms[0].form_digest)
        assert office.store.submissions.load(before.identity.dossier_id, 1) == before


def test_a_version_that_is_nowhere_any_more_is_told_and_nothing_is_lost(
    home: Path, clock: FixedClock, signer: Signer, tmp_path: Path
) -> None:
    """As for dossiers that were begun before forms were kept beside them."""
    folder = make_campaign(tmp_path / "campaigns")
    with open_office(home, clock=clock, campaigns=folder.parent) as office:
        lan = Clerk.begins(office, signer)
        lan.fills_in()
        before = lan.finalises()
    shutil.rmtree(home / "cache")
    with sqlite3.connect(home / "cbc.sqlite3") as database:
        database.executescript("DROP TRIGGER form_is_never_deleted; DELETE FROM form;")
    write_form(folder / f"{SURVEY}.xlsx", SURVEY, "Phiếu khác", SURVEY_ROWS)
    with open_office(home, clock=clock, campaigns=folder.parent) as office:
        plan = office.exporting.plan(before.identity.dossier_id, tmp_path / "ra")
        with refused("Hãy cài lại đúng bộ biểu mẫu"):
            office.exporting.export(plan, signer, lambda _: None)
        with refused("phiên bản 2030.1 ("):
            office.filling.open(before.identity.dossier_id)
        assert office.store.submissions.load(before.identity.dossier_id, 1) == before


def test_a_receiver_without_a_proper_address_is_told_before_anything_is_written(
    home: Path, clock: FixedClock, signer: Signer, tmp_path: Path
) -> None:
    folder = make_campaign(tmp_path / "campaigns")
    file = folder / "campaign.toml"
    file.write_text(file.read_text("utf-8").replace("thu-vien@bo-mau.example", "thu viện"), "utf-8")
    with open_office(home, clock=clock, campaigns=folder.parent) as office:
        lan = Clerk.begins(office, signer)
        lan.fills_in()
        lan.finalises()
        with refused("receiver.email trong campaign.toml"):
            lan.exports(tmp_path / "ra")
    assert names_in(tmp_path / "ra") == set()


def test_a_file_that_is_open_elsewhere_leaves_the_whole_earlier_export_as_it_was(
    finalised: Clerk, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows a workbook that is open in Excel cannot be renamed."""
    finalised.exports(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    clock.advance(60)
    rename = Path.rename

    def open_in_excel(path: Path, target: Path) -> Path:
        if path == tmp_path / f"{NAME}.xlsx":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", open_in_excel)
    with refused("tệp đang mở trong chương trình khác"):
        finalised.exports(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_every_earlier_export_is_kept_under_a_name_of_its_own(
    finalised: Clerk, clock: FixedClock, tmp_path: Path
) -> None:
    packages = []
    for _ in range(3):
        packages.append(finalised.exports(tmp_path).package.read_bytes())
        clock.advance(60)
    kept = [(tmp_path / f"{NAME}{aside}.zip").read_bytes() for aside in ("-cu-1", "-cu-2", "")]
    assert kept == packages


def test_a_plan_says_what_the_document_will_lack(lan: Clerk, tmp_path: Path) -> None:
    lan.fills_in()
    lan.finalises()
    plan = lan.office.exporting.plan(lan.dossier.dossier_id, tmp_path)
    assert [finding.code for finding in plan.findings()] == ["facts.symbol", "facts.place"]
    lan.dossier.set_facts(NUMBERED)
    assert lan.office.exporting.plan(lan.dossier.dossier_id, tmp_path).findings() == []
