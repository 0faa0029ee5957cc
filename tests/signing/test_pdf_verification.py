"""What the verifier finds in signed PDFs: who is known, what was changed, and what is no signature at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO

import pikepdf
import pytest
from field_pdf import CLERK, LEADER, pdf_with_fields
from pdf_changes import (
    byte_range,
    foreign_signature,
    with_document_timestamp,
    with_empty_update,
    with_number_filled,
    with_page_changed,
    with_visible_field_added,
    wrapped,
)
from pki import DAY, Pki, certified
from signing_fixtures import IdentityOf, OnlyReport, known_facts

from cbc_desktop.signing.identity import SignerIdentity
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf
from cbc_desktop.signing.pdf_verification import verify_pdf
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import ChangesAfter, SignatureReport, Verdict


def test_a_signature_of_a_known_signer_over_the_whole_file_passes(
    pki: Pki, signed: bytes, only: OnlyReport, now: datetime
) -> None:
    assert only(signed) == SignatureReport(
        field=LEADER,
        signer="Trần Văn Thư",
        issuer="Tòa nhà cấp chứng thư",
        intact=True,
        strong=True,
        changes_after=ChangesAfter.NONE,
        covers_whole_file=True,
        trusted=True,
        claimed_time=now,
        **known_facts(pki.clerk),
    )
    assert only(signed).verdict is Verdict.PASSED


def test_without_a_trust_anchor_nobody_is_known_and_the_file_is_intact_all_the_same(
    signed: bytes, now: datetime
) -> None:
    (report,) = verify_pdf(signed, TrustAnchors.none(), at=now)
    assert report.intact
    assert report.not_trusted_because == "NO_CERTIFICATE_CHAIN_FOUND"
    assert report.verdict is Verdict.INDETERMINATE


def test_nobody_on_the_network_is_asked_about_a_certificate_that_says_whom_to_ask(
    pki: Pki, unchecked: IdentityOf, trust: TrustAnchors, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr("socket.socket.connect", lambda _, address: asked.append(address))
    monkeypatch.setattr("socket.getaddrinfo", lambda *address, **_: asked.append(address))
    holder = certified("Cao Có Địa Chỉ", now, issuer=pki.authority, status_at="http://127.0.0.1:9/ocsp")
    signed = sign_pdf(pdf_with_fields(), unchecked(holder), SigningOrder(field=LEADER, at=now))
    verdicts = [verify_pdf(signed, anchors, at=now)[0].verdict for anchors in (TrustAnchors.none(), trust)]
    assert verdicts == [Verdict.INDETERMINATE, Verdict.PASSED]
    assert asked == []


def test_verification_leaves_no_report_where_nobody_signed(trust: TrustAnchors, now: datetime) -> None:
    assert verify_pdf(pdf_with_fields(), trust, at=now) == ()


def test_a_pdf_without_any_form_has_no_signatures(trust: TrustAnchors, now: datetime) -> None:
    plain = BytesIO()
    with pikepdf.open(BytesIO(pdf_with_fields())) as pdf:
        del pdf.Root.AcroForm, pdf.pages[0].Annots
        pdf.save(plain)
    assert verify_pdf(plain.getvalue(), trust, at=now) == ()


@pytest.mark.parametrize(
    ("holder", "because", "verdict"),
    [
        ("leader", "", Verdict.PASSED),
        ("unlimited", "", Verdict.PASSED),
        ("stranger", "NO_CERTIFICATE_CHAIN_FOUND", Verdict.INDETERMINATE),
        ("expired", "OUT_OF_BOUNDS_NO_POE", Verdict.INDETERMINATE),
        ("not_yet_valid", "NOT_YET_VALID", Verdict.INDETERMINATE),
        ("wrong_purpose", "CHAIN_CONSTRAINTS_FAILURE", Verdict.INDETERMINATE),
        ("server", "CHAIN_CONSTRAINTS_FAILURE", Verdict.INDETERMINATE),
        ("responder", "CHAIN_CONSTRAINTS_FAILURE", Verdict.INDETERMINATE),
        ("stamper", "CHAIN_CONSTRAINTS_FAILURE", Verdict.INDETERMINATE),
        ("middle", "CHAIN_CONSTRAINTS_FAILURE", Verdict.INDETERMINATE),
        ("sha1", "CRYPTO_CONSTRAINTS_FAILURE", Verdict.INDETERMINATE),
        ("weak", "CRYPTO_CONSTRAINTS_FAILURE", Verdict.FAILED),
    ],
)
def test_the_report_says_why_a_signer_is_not_trusted(
    pki: Pki,
    unchecked: IdentityOf,
    only: OnlyReport,
    now: datetime,
    holder: str,
    because: str,
    verdict: Verdict,
) -> None:
    report = only(sign_pdf(pdf_with_fields(), unchecked(getattr(pki, holder)), SigningOrder(field=LEADER, at=now)))
    assert (report.intact, report.not_trusted_because, report.verdict) == (True, because, verdict)
    assert report.trusted is (because == "")
    assert report.strong is (holder != "weak")


def test_a_self_signed_certificate_is_known_once_it_is_an_anchor_itself(
    pki: Pki, unchecked: IdentityOf, now: datetime
) -> None:
    signed = sign_pdf(pdf_with_fields(), unchecked(pki.stranger), SigningOrder(field=LEADER, at=now))
    (report,) = verify_pdf(signed, TrustAnchors.from_pem(pki.stranger.pem), at=now)
    assert report.verdict is Verdict.PASSED


def test_a_claimed_time_outside_the_certificates_validity_is_not_trusted(
    clerk: SignerIdentity, only: OnlyReport, now: datetime
) -> None:
    early = only(sign_pdf(pdf_with_fields(), clerk, SigningOrder(field=LEADER, at=now - 60 * DAY)))
    assert (early.not_trusted_because, early.verdict) == ("NOT_YET_VALID", Verdict.INDETERMINATE)
    late = only(sign_pdf(pdf_with_fields(), clerk, SigningOrder(field=LEADER, at=now + 500 * DAY)))
    assert (late.not_trusted_because, late.verdict) == ("OUT_OF_BOUNDS_NO_POE", Verdict.INDETERMINATE)


def test_years_later_an_expired_certificate_makes_the_verdict_indeterminate_not_failed(
    signed: bytes, trust: TrustAnchors, now: datetime
) -> None:
    (report,) = verify_pdf(signed, trust, at=now + 3 * 365 * DAY)
    assert (report.not_trusted_because, report.verdict) == ("OUT_OF_BOUNDS_NO_POE", Verdict.INDETERMINATE)


@pytest.mark.parametrize(
    ("change", "changes_after", "verdict"),
    [
        (with_number_filled, ChangesAfter.PERMITTED, Verdict.PASSED),
        (with_empty_update, ChangesAfter.PERMITTED, Verdict.PASSED),
        (with_document_timestamp, ChangesAfter.PERMITTED, Verdict.PASSED),
        (with_page_changed, ChangesAfter.FORBIDDEN, Verdict.FAILED),
        (with_visible_field_added, ChangesAfter.FORBIDDEN, Verdict.FAILED),
        (lambda pdf: with_page_changed(with_number_filled(pdf)), ChangesAfter.FORBIDDEN, Verdict.FAILED),
        (lambda pdf: pdf + b"\n", ChangesAfter.FORBIDDEN, Verdict.FAILED),
        (lambda pdf: pdf + b"% a remark\n", ChangesAfter.FORBIDDEN, Verdict.FAILED),
        (lambda pdf: with_number_filled(pdf) + b"% a remark\n", ChangesAfter.FORBIDDEN, Verdict.FAILED),
    ],
    ids=[
        "the number filled in",
        "an empty update",
        "a document timestamp",
        "another page",
        "a visible field over the page",
        "the number filled in, then another page",
        "one byte behind the end",
        "a remark behind the end",
        "the number filled in, then a remark",
    ],
)
def test_what_follows_a_signature_is_permitted_or_forbidden(
    signed: bytes,
    only: OnlyReport,
    change: Callable[[bytes], bytes],
    changes_after: ChangesAfter,
    verdict: Verdict,
) -> None:
    report = only(change(signed))
    assert (report.intact, report.covers_whole_file) == (True, False)
    assert (report.changes_after, report.verdict) == (changes_after, verdict)


def test_a_page_changed_between_two_signatures_fails_the_first_and_not_the_second(
    leader: SignerIdentity, clerk: SignerIdentity, trust: TrustAnchors, now: datetime
) -> None:
    by_leader = sign_pdf(pdf_with_fields(), leader, SigningOrder(field=LEADER, at=now))
    by_both = sign_pdf(with_page_changed(by_leader), clerk, SigningOrder(field=CLERK, at=now))
    assert [report.verdict for report in verify_pdf(by_both, trust, at=now)] == [Verdict.FAILED, Verdict.PASSED]


def test_the_clerk_fills_in_the_number_before_signing_and_both_signatures_pass(
    leader: SignerIdentity, clerk: SignerIdentity, trust: TrustAnchors, now: datetime
) -> None:
    by_leader = sign_pdf(pdf_with_fields(), leader, SigningOrder(field=LEADER, at=now))
    by_both = sign_pdf(with_number_filled(by_leader), clerk, SigningOrder(field=CLERK, at=now))
    assert [report.verdict for report in verify_pdf(by_both, trust, at=now)] == [Verdict.PASSED, Verdict.PASSED]


def test_a_signature_wrapped_around_a_forged_page_fails(signed: bytes, only: OnlyReport) -> None:
    report = only(wrapped(signed))
    assert (report.intact, report.not_intact_because) == (False, "FORMAT_FAILURE")
    assert not report.covers_whole_file


def test_a_changed_document_and_a_changed_signature_value_are_told_apart(signed: bytes, only: OnlyReport) -> None:
    document = only(signed.replace(b"/Producer (ReportLab", b"/Producer (reportlab"))
    assert (document.not_intact_because, document.trusted) == ("HASH_FAILURE", True)
    _, start, end, _ = byte_range(signed)
    last_digit = start + len(signed[start:end].rstrip(b"0>")) - 1
    value = only(signed[:last_digit] + (b"1" if signed[last_digit] != ord("1") else b"2") + signed[last_digit + 1 :])
    assert (value.not_intact_because, value.trusted) == ("SIG_CRYPTO_FAILURE", False)


def test_signatures_of_other_programs_are_judged_by_the_same_rules(
    pki: Pki, unchecked: IdentityOf, only: OnlyReport, now: datetime
) -> None:
    clerk = unchecked(pki.clerk)
    old_style = only(foreign_signature(clerk, at=now, subfilter="ADOBE_PKCS7_DETACHED"))
    assert old_style.verdict is Verdict.PASSED
    sha1 = only(foreign_signature(clerk, at=now, digest="sha1"))
    assert (sha1.intact, sha1.strong, sha1.verdict) == (True, False, Verdict.FAILED)
    digest_named_once = only(foreign_signature(unchecked(pki.leader), at=now, mechanism="rsassa_pkcs1v15"))
    assert digest_named_once.verdict is Verdict.PASSED
    without_zone = only(foreign_signature(clerk, at=now.replace(tzinfo=None)))
    assert without_zone.claimed_time == (now + timedelta(hours=7))
    assert without_zone.verdict is Verdict.PASSED


def test_a_certified_document_that_forbids_filling_in_fails_when_it_is_filled_in(
    pki: Pki, unchecked: IdentityOf, only: OnlyReport, now: datetime
) -> None:
    certified = foreign_signature(unchecked(pki.clerk), at=now, certify=True)
    assert only(certified).verdict is Verdict.PASSED
    assert only(with_number_filled(certified)).changes_after is ChangesAfter.FORBIDDEN
