"""A file is put beside any answer: it goes out with the dossier, is named on paper, and can be taken back."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from clerk import Clerk, OpenOffice, refused
from invented_campaign import SURVEY
from other_programs import pages_of_pdf
from zipped_files import WORKBOOK

from cbc_desktop.dossier.revision import RemarkKind
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.navigation import is_asked
from cbc_desktop.filling.since_sent import DifferenceKind
from cbc_desktop.signing.signer import Signer
from cbc_desktop.signing.trial import TrialFiles
from cbc_desktop.signing.verdict import Verdict


@pytest.fixture
def decision(tmp_path: Path) -> Path:
    path = tmp_path / "Quyết định phân công.pdf"
    path.write_bytes(b"%PDF-1.7 an invented decision\n%%EOF")
    return path


def some_answer(lan: Clerk) -> Address:
    session = lan.dossier.form(SURVEY).session
    return next(leaf.address for leaf in session.leaves() if is_asked(leaf) and leaf.lexical)


def test_a_file_lies_beside_an_answer_until_it_is_taken_away(lan: Clerk, decision: Path) -> None:
    lan.fills_in()
    address = some_answer(lan)
    lan.dossier.put_beside(SURVEY, address, decision)
    lan.dossier.put_beside(SURVEY, address, decision)
    (name,) = lan.dossier.files_beside(SURVEY, address)
    attachment, content = lan.dossier.attached(name)
    assert (attachment.original_name, content) == (decision.name, decision.read_bytes())
    lan.dossier.take_from_beside(SURVEY, address, name)
    assert lan.dossier.files_beside(SURVEY, address) == ()
    lan.dossier.undo()
    assert lan.dossier.files_beside(SURVEY, address) == (name,)
    assert lan.dossier.history(SURVEY, address)[0].remark is RemarkKind.FILES


def test_it_goes_out_in_the_package_is_named_on_paper_and_part_of_the_digest(
    lan: Clerk, decision: Path, trial: TrialFiles, tmp_path: Path
) -> None:
    lan.fills_in()
    lan.dossier.put_beside(SURVEY, some_answer(lan), decision)
    lan.finalises()
    result = lan.exports(tmp_path / "ra")
    report = lan.office.receiving.verify(result.package, trial.ca_pem)
    assert report.verdict is Verdict.PASSED
    with zipfile.ZipFile(result.package) as archive:
        assert any(archive.read(name) == decision.read_bytes() for name in archive.namelist())
    paper = " ".join("".join(pages_of_pdf(result.document)).split())
    assert "Tệp kèm: Quyết định phân công.pdf" in paper


def test_another_program_opens_a_copy_to_read_which_goes_when_the_program_ends(
    open_lans_office: OpenOffice, signer: Signer, decision: Path, home: Path
) -> None:
    with open_lans_office() as office:
        lan = Clerk.begins(office, signer)
        lan.fills_in()
        lan.dossier.put_beside(SURVEY, some_answer(lan), decision)
        (name,) = lan.dossier.files_beside(SURVEY, some_answer(lan))
        copy = lan.dossier.attached_copy(name)
        assert copy == lan.dossier.attached_copy(name)
        assert (copy.name, copy.read_bytes()) == (name, decision.read_bytes())
        assert copy.stat().st_mode & 0o777 == 0o400
        assert copy.is_relative_to(home)
    assert not copy.exists()


def test_a_reopened_dossier_tells_that_the_file_is_new(lan: Clerk, decision: Path, tmp_path: Path) -> None:
    lan.fills_in()
    lan.finalises()
    before = lan.dossier.stored.revision.content_digest
    lan.exports(tmp_path / "ra")
    lan.dossier.look_again()
    lan.dossier.reopen()
    lan.dossier.put_beside(SURVEY, some_answer(lan), decision)
    changes = lan.dossier.changes_since_sent()
    assert changes is not None
    assert [difference.kind for difference in changes.differences] == [DifferenceKind.FILES]
    assert lan.finalises().content_digest != before


def test_a_file_of_another_kind_is_refused_and_nothing_changes(lan: Clerk, tmp_path: Path) -> None:
    lan.fills_in()
    address, program = some_answer(lan), tmp_path / "run.exe"
    program.write_bytes(b"MZ")
    with refused("không phải là tệp PDF, DOCX hoặc XLSX"):
        lan.dossier.put_beside(SURVEY, address, program)
    half = tmp_path / "nua-tep.xlsx"
    half.write_bytes(WORKBOOK[: len(WORKBOOK) // 2])
    with refused("chưa đủ hoặc đã hỏng"):
        lan.dossier.put_beside(SURVEY, address, half)
    assert lan.dossier.files_beside(SURVEY, address) == ()
