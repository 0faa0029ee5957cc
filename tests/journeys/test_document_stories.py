"""One dossier leaves the house as letter, report, survey alone, plan or decision; each is read back by itself."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.engine.address import Address
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.office import Office, open_office
from cbc_desktop.package.report import VerificationReport
from cbc_desktop.signing.signer import Signer
from cbc_desktop.signing.verdict import Verdict

SURVEY, PLAN = "khao-sat-nhanh", "ke-hoach-truyen-thong"


@pytest.fixture
def office(tmp_path: Path, clock: FixedClock) -> Iterator[Office]:
    with open_office(tmp_path / "lan", clock=clock, identifiers=SeededIdentifiers(), who="Lan") as opened:
        yield opened


@pytest.fixture
def dossier(office: Office) -> OpenDossier:
    opened = office.filling.begin("837-btttt-cbc", "04")
    for form_id in (SURVEY, PLAN):
        fill_form(opened, form_id, read_prepared(opened.campaign.folder / "sample" / f"{form_id}.json"))
    opened.set_facts(replace(opened.stored.revision.facts, symbol="UBND-VX", place="Cao Bằng"))
    return opened


def possible(office: Office, dossier: OpenDossier) -> list[str]:
    return [document.id for document in office.exporting.plan(dossier.dossier_id, Path()).documents]


def exported(
    office: Office, dossier: OpenDossier, document: str, folder: Path, signer: Signer
) -> tuple[str, VerificationReport]:
    """The text of the signed pages, and what the verifier says of the package on the disk."""
    plan = office.exporting.plan(dossier.dossier_id, folder, document)
    result = office.exporting.export(plan, signer, lambda _: None)
    text = subprocess.run(["pdftotext", "-raw", result.document, "-"], capture_output=True, check=True).stdout
    return " ".join(text.decode().split()), result.report


def test_each_document_says_what_it_is_and_carries_what_it_shows(
    office: Office, dossier: OpenDossier, signer: Signer, tmp_path: Path
) -> None:
    revision = dossier.finalise()
    assert possible(office, dossier) == ["cong-van", "bao-cao", "khao-sat", "ke-hoach"]

    letter, report = exported(office, dossier, "", tmp_path / "1", signer)
    assert report.revision == revision
    assert "/UBND-VX" in letter
    assert "V/v báo cáo công tác truyền thông chính sách" in letter

    report_text, report = exported(office, dossier, "bao-cao", tmp_path / "2", signer)
    assert report.revision == revision
    assert "/BC-UBND" in report_text
    assert "BÁO CÁO Công tác truyền thông chính sách theo Công văn số 837/BTTTT-CBC" in report_text

    survey, report = exported(office, dossier, "khao-sat", tmp_path / "3", signer)
    assert report.revision is not None
    assert [form.form_id for form in report.revision.forms] == [SURVEY]
    assert "Phụ lục I " not in survey
    assert "NỘI DUNG TRUYỀN THÔNG" not in survey

    plan, report = exported(office, dossier, "ke-hoach", tmp_path / "4", signer)
    assert report.revision is not None
    assert [form.form_id for form in report.revision.forms] == [PLAN]
    assert report.verdict is Verdict.INDETERMINATE  # nobody has trusted the trial authority yet
    assert "/KH-UBND" in plan
    assert "Căn cứ Luật Báo chí ngày 05 tháng 4 năm 2016;" in plan
    assert "I. MỤC ĐÍCH, YÊU CẦU 1. Mục đích a) " in plan
    assert "Chi tiết tại Phụ lục I kèm theo Kế hoạch này." in plan
    assert "Phiếu khảo sát" not in plan


def test_the_same_answers_under_a_decision_come_as_articles_with_the_plan_attached(
    office: Office, dossier: OpenDossier, signer: Signer, tmp_path: Path
) -> None:
    dossier.answer(PLAN, Address("", "/data/m1/p1_02"), "QD")
    dossier.answer(PLAN, Address("", "/data/m1/p1_09"), "KHAN")
    dossier.finalise()
    assert possible(office, dossier) == ["cong-van", "bao-cao", "khao-sat", "quyet-dinh"]
    text, _ = exported(office, dossier, "quyet-dinh", tmp_path, signer)
    assert "/QĐ-UBND" in text
    assert "KHẨN" in text
    assert "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG Căn cứ" in text
    assert "QUYẾT ĐỊNH: Điều 1. Ban hành kèm theo Quyết định này Kế hoạch triển khai công tác" in text
    assert "- Như Điều 3; - Bộ Thông tin và Truyền thông (để b/c);" in text
    assert "(Kèm theo Quyết định số" in text


def test_a_plan_alone_is_no_document_of_a_survey_alone(office: Office, dossier: OpenDossier) -> None:
    dossier.finalise([SURVEY])
    assert possible(office, dossier) == ["khao-sat"]
    with pytest.raises(UserFacingError, match="ke-hoach"):
        office.exporting.plan(dossier.dossier_id, Path(), "ke-hoach")
