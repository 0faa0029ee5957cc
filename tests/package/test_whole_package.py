"""A package with real pages, a real workbook and two signatures, from one computer to the other."""

from __future__ import annotations

import subprocess
from pathlib import Path

from package_samples import FINALISED, NAME, SIGNED, Parcel, Signer, Verify, record_json, revision

from cbc_desktop.documents.excel.workbook import render_workbook
from cbc_desktop.documents.pdf.embedded import EmbeddedFile, Relationship
from cbc_desktop.documents.pdf.field_names import AGENCY_FIELD, LEADER_FIELD
from cbc_desktop.documents.pdf.pdfa import to_pdfa
from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.documents.printed_form import (
    OfficialDocument,
    PrintedAnswer,
    PrintedDossier,
    PrintedForm,
    PrintedValue,
    SignatureBlock,
    ValueKind,
)
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.package.layout import RECORD, SUMS, media_type_of, submission_file, submission_part
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf
from cbc_desktop.signing.verdict import Verdict


def printed(of: Revision) -> PrintedDossier:
    cover = OfficialDocument(
        parent_agency="",
        agency="Ủy ban nhân dân tỉnh Cao Bằng",
        symbol="UBND-VX",
        subject="V/v khảo sát công tác truyền thông chính sách",
        place="Cao Bằng",
        addressees=("Bộ Thông tin và Truyền thông (Cục Báo chí)",),
        paragraphs=("Thực hiện Công văn số 837/BTTTT-CBC, Ủy ban nhân dân tỉnh gửi kết quả khảo sát.",),
        signature=SignatureBlock(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nông Thị Mẫu"),
        recipients=("Như trên", "Lưu: VT, VX"),
    )
    answer = PrintedAnswer("answer", "Số người làm công tác truyền thông", PrintedValue(ValueKind.INTEGER, "12", 12))
    return PrintedDossier(
        title="Khảo sát nhanh về truyền thông chính sách",
        language="vi",
        document=cover,
        forms=(PrintedForm("khao-sat-nhanh", "I", "Khảo sát nhanh", (answer,)),),
        campaign="837/BTTTT-CBC",
        agency="Ủy ban nhân dân tỉnh Cao Bằng",
        revision=of.number,
        content_digest=of.content_digest,
        finalised_at=FINALISED,
        trial=True,
    )


def exported(of: Revision, leader: Signer, clerk: Signer) -> Parcel:
    pages = printed(of)
    data = {
        RECORD: record_json(of),
        f"{NAME}.xlsx": render_workbook(pages),
        **{submission_file(form.form_id): form.submission for form in of.forms},
    }
    embedded = [
        EmbeddedFile(name, media_type_of(name), content, Relationship.DATA, name) for name, content in data.items()
    ]
    pdf = to_pdfa(render_pdf(pages), embedded)
    pdf = sign_pdf(pdf, leader.identity, SigningOrder(field=LEADER_FIELD, at=SIGNED))
    pdf = sign_pdf(pdf, clerk.identity, SigningOrder(field=AGENCY_FIELD, at=SIGNED))
    parts = {submission_part(name) if name.endswith(".xml") else name: content for name, content in data.items()}
    return Parcel({f"{NAME}.pdf": pdf, **parts})


def test_a_package_signed_by_leader_and_clerk_passes_and_standard_tools_agree(
    office: Signer, leader: Signer, verify: Verify, tmp_path: Path
) -> None:
    whole = exported(revision(), leader, office).signed_as_a_whole(office)
    report = verify(whole.archive())
    assert report.verdict is Verdict.PASSED, report.lines("en")
    assert [signature.field for signature in report.signatures] == [LEADER_FIELD, AGENCY_FIELD]
    (tmp_path / "goi.zip").write_bytes(whole.archive())
    subprocess.run(["unzip", "-q", "goi.zip"], cwd=tmp_path, check=True)
    subprocess.run(["sha256sum", "--quiet", "-c", SUMS], cwd=tmp_path, check=True)


def test_the_signed_pdf_of_a_package_is_the_same_dossier_alone(office: Signer, leader: Signer, verify: Verify) -> None:
    whole = exported(revision(), leader, office)
    alone = verify(whole.document)
    assert alone.verdict is Verdict.PASSED, alone.lines("en")
    assert alone.revision == verify(whole.archive()).revision


def test_a_clerk_whom_nobody_knows_leaves_the_verdict_open(office: Signer, stranger: Signer, verify: Verify) -> None:
    report = verify(exported(revision(), office, stranger).archive())
    assert report.verdict is Verdict.INDETERMINATE
    assert [signature.verdict for signature in report.signatures] == [Verdict.PASSED, Verdict.INDETERMINATE]
