"""What the Press Department learns about a package, and about a signed PDF alone."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from package_samples import (
    FINALISED,
    NAME,
    PICTURE,
    SIGNED,
    Parcel,
    Signer,
    Verify,
    form,
    parcel,
    pdf_embedding,
    record_json,
    revision,
    signed,
)

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.package import dossier_facts, manifest
from cbc_desktop.package.archive_limits import ArchiveLimits
from cbc_desktop.package.dossier_facts import DossierFiles, judged_dossier
from cbc_desktop.package.facts import FactCode
from cbc_desktop.package.layout import CONTAINER_SIGNATURE, MANIFEST, RECORD, SUMS
from cbc_desktop.package.report import Kind, VerificationReport
from cbc_desktop.package.verifier import PackageVerifier
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import Verdict


def wrong(report: VerificationReport) -> set[tuple[FactCode, str]]:
    return {(fact.code, fact.part) for fact in report.facts if fact.holds is False}


def undecided(report: VerificationReport) -> set[FactCode]:
    return {fact.code for fact in report.facts if fact.holds is None}


def test_a_package_as_the_program_makes_it_passes(good: Parcel, verify: Verify) -> None:
    report = verify(good.archive())
    assert report.verdict is Verdict.PASSED
    assert report.kind is Kind.PACKAGE
    assert all(fact.holds for fact in report.facts)
    assert report.failed_parts == ()
    assert [signature.trial for signature in report.signatures] == [True]


def test_the_report_says_whose_dossier_it_is_and_hands_on_the_bytes_that_were_verified(
    good: Parcel, verify: Verify
) -> None:
    report = verify(good.archive())
    assert report.record is not None
    assert report.record.agency_name == "Ủy ban nhân dân tỉnh Cao Bằng"
    assert report.record.finalised_at == FINALISED
    assert report.revision == revision(media={"hop-bao.jpg": PICTURE})


def test_a_survey_may_travel_alone(office: Signer, verify: Verify) -> None:
    alone = parcel(revision(form("khao-sat-nhanh", "12")), office)
    assert verify(alone.archive()).verdict is Verdict.PASSED


def test_a_later_revision_names_the_one_that_it_replaces(office: Signer, verify: Verify) -> None:
    first = revision(form("khao-sat-nhanh", "12"))
    again = revision(form("khao-sat-nhanh", "13", instance="uuid:9", replaced="uuid:1"))
    second = replace(again, number=2, replaces=first.content_digest)
    assert verify(parcel(second, office).archive()).verdict is Verdict.PASSED


def test_a_signer_nobody_knows_leaves_the_verdict_open(good: Parcel, stranger: Signer, verify: Verify) -> None:
    report = verify(parcel(revision(), stranger).archive())
    assert report.verdict is Verdict.INDETERMINATE
    assert undecided(report) == {FactCode.SIGNATURE}
    assert report.failed_parts == ()
    assert report.only_issuer_unknown
    assert not verify(good.archive()).only_issuer_unknown, "there everything is known"


def test_a_pdf_that_nobody_signed_leaves_the_verdict_open(verify: Verify) -> None:
    report = verify(parcel(revision(), None).archive())
    assert report.verdict is Verdict.INDETERMINATE
    assert undecided(report) == {FactCode.PDF_SIGNED}
    assert not report.only_issuer_unknown


@pytest.mark.parametrize("known", [True, False])
def test_a_signed_container_says_who_packed_it_and_decides_nothing_more(
    good: Parcel, sealed: Parcel, stranger: Signer, verify: Verify, known: bool
) -> None:
    report = verify((sealed if known else good.signed_as_a_whole(stranger)).archive())
    assert report.verdict is Verdict.PASSED
    assert report.container_signature is not None
    assert report.container_signature.field == CONTAINER_SIGNATURE
    assert report.container_signature.trusted is known


def test_a_signed_pdf_alone_is_verified_by_what_it_embeds(office: Signer, verify: Verify) -> None:
    report = verify(parcel(revision(), office).document)
    assert report.kind is Kind.PDF
    assert report.verdict is Verdict.PASSED
    assert report.revision == revision()


def test_a_pdf_alone_cannot_vouch_for_attachments_that_did_not_come(good: Parcel, verify: Verify) -> None:
    report = verify(good.document)
    assert report.verdict is Verdict.INDETERMINATE
    assert undecided(report) == {FactCode.MEDIA_MATCHES}


def test_a_signed_pdf_without_a_dossier_is_indeterminate_however_good_its_signature(
    office: Signer, verify: Verify
) -> None:
    report = verify(signed(pdf_embedding({}), office))
    assert report.verdict is Verdict.INDETERMINATE
    assert undecided(report) == {FactCode.RECORD_EMBEDDED}
    assert [signature.verdict for signature in report.signatures] == [Verdict.PASSED]
    assert report.record is None


def test_an_expired_certificate_leaves_the_verdict_open(good: Parcel, office: Signer, tmp_path: Path) -> None:
    path = tmp_path / "goi.zip"
    path.write_bytes(good.archive())
    much_later = FixedClock(SIGNED.replace(year=2042))
    report = PackageVerifier(office.trust, much_later).verify(path)
    assert report.verdict is Verdict.INDETERMINATE


def test_without_any_trusted_issuer_nothing_passes_and_nothing_fails(good: Parcel, tmp_path: Path) -> None:
    path = tmp_path / "goi.zip"
    path.write_bytes(good.archive())
    report = PackageVerifier(TrustAnchors.none(), FixedClock(SIGNED)).verify(path)
    assert report.verdict is Verdict.INDETERMINATE


def claiming(of: Revision, **untrue: object) -> Parcel:
    """A package whose own record claims something untrue; whether it is signed makes no difference to that."""
    return parcel(replace(of, **untrue), None)  # type: ignore[arg-type]


def test_a_wrong_content_digest_is_told(verify: Verify) -> None:
    report = verify(claiming(revision(), content_digest=Digest.of(b"other")).archive())
    assert wrong(report) == {(FactCode.CONTENT_DIGEST_RIGHT, RECORD)}


@pytest.mark.parametrize(
    "untrue", [{"number": 2}, {"replaces": Digest.of(b"one that never was")}, {"forms": ()}], ids=str
)
def test_a_revision_that_contradicts_itself_is_told(verify: Verify, untrue: dict[str, object]) -> None:
    report = verify(claiming(revision(), **untrue).archive())
    assert (FactCode.REVISION_CONSISTENT, RECORD) in wrong(report)


@pytest.mark.parametrize(
    "claim",
    [{"form_id": "khao-sat-khac"}, {"version": "1"}, {"instance_id": "uuid:7"}, {"deprecated_id": "uuid:0"}],
    ids=str,
)
def test_a_submission_that_is_not_the_one_the_record_names_is_told(verify: Verify, claim: dict[str, str]) -> None:
    real = form("khao-sat-nhanh", "12")
    report = verify(parcel(revision(replace(real, **claim)), None).archive())  # type: ignore[arg-type]
    file = f"submissions/{claim.get('form_id', 'khao-sat-nhanh')}.xml"
    assert wrong(report) == {(FactCode.SUBMISSION_MATCHES, file)}
    assert report.revision is None


@pytest.mark.parametrize(
    "submission",
    [
        b"not XML",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        b'<?xml version="1.0" encoding="none"?><a/>',
        b'<data xmlns="relative"/>',
        b"<a>" * 300 + b"</a>" * 300,
    ],
)
def test_a_submission_that_is_no_xml_is_told(verify: Verify, submission: bytes) -> None:
    whole = revision()
    bad = replace(whole, forms=(replace(whole.forms[0], submission=submission), whole.forms[1]))
    assert wrong(verify(parcel(bad, None).archive())) == {
        (FactCode.SUBMISSION_MATCHES, "submissions/khao-sat-nhanh.xml")
    }


def test_a_pdf_may_embed_more_than_the_dossier(good: Parcel, office: Signer, verify: Verify) -> None:
    plain = revision()
    parts = parcel(plain, None).parts
    embedded = {name.removeprefix("submissions/"): content for name, content in parts.items()} | {"ghi-chu.txt": b"x"}
    with_note = Parcel(parts).with_part(f"{NAME}.pdf", signed(pdf_embedding(embedded), office))
    assert verify(with_note.archive()).verdict is Verdict.PASSED


def test_an_embedded_submission_without_the_digest_of_the_record_is_told(verify: Verify) -> None:
    files = {RECORD: record_json(revision(form("khao-sat-nhanh", "12"))), "khao-sat-nhanh.xml": b"<other/>"}
    report = verify(pdf_embedding(files))
    assert wrong(report) == {(FactCode.SUBMISSION_MATCHES, "submissions/khao-sat-nhanh.xml")}
    assert "[SAI]" in report.lines("vi")[3]
    assert "mã băm" in report.lines("vi")[3]


def test_a_pdf_that_lacks_a_submission_is_told(verify: Verify) -> None:
    report = verify(pdf_embedding({RECORD: record_json(revision(form("khao-sat-nhanh", "12")))}))
    assert wrong(report) == {(FactCode.SUBMISSION_MATCHES, "submissions/khao-sat-nhanh.xml")}
    assert report.revision is None


def test_what_would_fill_the_memory_when_parsed_is_not_opened(
    good: Parcel, verify: Verify, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest, "LARGEST_TEXT", 100)
    monkeypatch.setattr(dossier_facts, "LARGEST_TEXT", 100)
    assert wrong(verify(good.archive())) == {
        (FactCode.MANIFEST_READABLE, MANIFEST),
        (FactCode.SUMS_READABLE, SUMS),
        (FactCode.RECORD_READABLE, RECORD),
    }
    files = DossierFiles(
        record_json(revision()), {form.form_id + ".xml": bytes(5000) for form in revision().forms}, None
    )
    monkeypatch.setattr(dossier_facts, "LARGEST_TEXT", 4000)
    facts = judged_dossier(files).facts
    assert [fact.message.en for fact in facts if fact.holds is False] == [
        f"The submission “submissions/{form.form_id}.xml” is too large and was not opened." for form in revision().forms
    ]


MANY_ATTRIBUTES = " ".join(f"a{number}=''" for number in range(150))


@pytest.mark.parametrize("answer", ["<a/>" * 2_000, f"<a {MANY_ATTRIBUTES}/>"])
def test_a_submission_that_would_take_for_ever_is_not_read_on(
    answer: str, verify: Verify, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dossier_facts, "MOST_ANSWERS", 1_000)
    monkeypatch.setattr(dossier_facts, "MOST_ATTRIBUTES", 100)
    told = form("khao-sat-nhanh", answer)
    report = verify(pdf_embedding({RECORD: record_json(revision(told)), "khao-sat-nhanh.xml": told.submission}))
    assert wrong(report) == {(FactCode.SUBMISSION_MATCHES, "submissions/khao-sat-nhanh.xml")}
    assert report.revision is None


def test_the_verifier_costs_nothing_before_it_verifies() -> None:
    heavy = "import sys, cbc_desktop.package.verifier; print({'pyhanko', 'pikepdf', 'reportlab'} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"


def test_a_record_of_a_newer_program_is_said_in_words(verify: Verify) -> None:
    newer = record_json(revision()).replace(b'"format": 1', b'"format": 2')
    report = verify(pdf_embedding({RECORD: newer}))
    fact = next(fact for fact in report.facts if fact.code is FactCode.RECORD_READABLE)
    assert fact.holds is False
    assert "phiên bản mới hơn" in fact.message.vi


def test_a_missing_file_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError) as refused:
        PackageVerifier(TrustAnchors.none(), FixedClock(SIGNED)).verify(tmp_path / "khong-co.zip")
    assert "khong-co.zip" in refused.value.message.vi


@pytest.mark.parametrize("name", ["lon.zip", "lon.pdf"])
def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(bytes(1001))
    limits = ArchiveLimits(archive_bytes=1000)
    report = PackageVerifier(TrustAnchors.none(), FixedClock(SIGNED), limits).verify(path)
    assert report.verdict is Verdict.FAILED
    assert [fact.code for fact in report.facts] == [FactCode.ARCHIVE_SOUND]


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("van-ban.pdf", Kind.PDF, FactCode.PDF_READABLE),
        ("goi.zip", Kind.PACKAGE, FactCode.OF_PROGRAM),
        ("thu.docx", Kind.PACKAGE, FactCode.OF_PROGRAM),
    ],
)
def test_something_else_is_judged_as_what_its_name_promises(
    tmp_path: Path, name: str, kind: Kind, code: FactCode
) -> None:
    path = tmp_path / name
    path.write_bytes("Kính gửi: Cục Báo chí".encode())
    report = PackageVerifier(TrustAnchors.none(), FixedClock(SIGNED)).verify(path)
    assert (report.kind, report.verdict) == (kind, Verdict.FAILED)
    assert [fact.code for fact in report.facts] == [code]


def test_verification_changes_nothing(good: Parcel, office: Signer, tmp_path: Path) -> None:
    path = tmp_path / "goi.zip"
    path.write_bytes(good.archive())
    before = path.stat()
    path.chmod(0o444)
    PackageVerifier(office.trust, FixedClock(SIGNED)).verify(path)
    assert path.read_bytes() == good.archive()
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert list(tmp_path.iterdir()) == [path]
