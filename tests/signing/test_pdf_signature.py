"""What signing a PDF adds to it, and what it leaves alone."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from asn1crypto import cms
from field_pdf import CLERK, LEADER, pdf_with_fields
from pdf_changes import der_length, gap
from pki import PASSPHRASE, Pki, certified, rsa_key

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.signing.identity import SignerIdentity, load_pkcs12
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf
from cbc_desktop.signing.pdf_verification import verify_pdf
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import ChangesAfter, Verdict


def names_and_texts(pdf: bytes) -> dict[str, str]:
    """The entries of the leader's signature dictionary that are names or texts."""
    with pikepdf.open(BytesIO(pdf)) as document:
        entries = document.Root.AcroForm.Fields[0].V.items()
        return {key: str(value) for key, value in entries if isinstance(value, pikepdf.Name | pikepdf.String)}


def signature_der(pdf: bytes) -> bytes:
    text = pdf[gap(pdf).start + 1 : gap(pdf).stop - 1]
    return bytes.fromhex(text.decode())[: der_length(pdf)]


def signer_info(pdf: bytes) -> cms.SignerInfo:
    return cms.ContentInfo.load(signature_der(pdf), strict=True)["content"]["signer_infos"][0]


def test_a_signature_is_added_behind_the_document_whose_bytes_stay(clerk: SignerIdentity, now: datetime) -> None:
    before = pdf_with_fields()
    after = sign_pdf(before, clerk, SigningOrder(field=LEADER, at=now))
    assert after.startswith(before)


def test_a_signature_is_pades_b_b_and_certifies_nothing(signed: bytes) -> None:
    assert names_and_texts(signed)["/SubFilter"] == "/ETSI.CAdES.detached"
    for certifying in (b"/DocMDP", b"/Perms", b"/Reference"):
        assert certifying not in signed
    info = signer_info(signed)
    attributes = {attribute["type"].native for attribute in info["signed_attrs"]}
    assert attributes == {"content_type", "message_digest", "signing_certificate_v2"}
    assert info["digest_algorithm"]["algorithm"].native == "sha256"


def test_the_signature_claims_the_time_it_was_given(clerk: SignerIdentity, trust: TrustAnchors, now: datetime) -> None:
    at = datetime(2026, 11, 1, 23, 59, 58, tzinfo=VIETNAM)
    (report,) = verify_pdf(sign_pdf(pdf_with_fields(), clerk, SigningOrder(field=LEADER, at=at)), trust, at=now)
    assert report.claimed_time == at
    assert report.claimed_time.utcoffset() == timedelta(hours=7)


def test_reason_and_place_are_kept_and_may_be_left_out(clerk: SignerIdentity, now: datetime) -> None:
    told = sign_pdf(
        pdf_with_fields(), clerk, SigningOrder(field=LEADER, at=now, reason="Ban hành", location="Thừa Thiên Huế")
    )
    assert names_and_texts(told)["/Reason"] == "Ban hành"
    assert names_and_texts(told)["/Location"] == "Thừa Thiên Huế"
    untold = sign_pdf(pdf_with_fields(), clerk, SigningOrder(field=LEADER, at=now))
    assert not {"/Reason", "/Location"} & names_and_texts(untold).keys()


def test_signing_leaves_the_metadata_and_the_appearance_of_the_field_alone(signed: bytes) -> None:
    before, after = pikepdf.open(BytesIO(pdf_with_fields())), pikepdf.open(BytesIO(signed))
    assert after.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
    assert dict(after.docinfo.items()) == dict(before.docinfo.items())
    assert after.Root.AcroForm.Fields[0].AP.N.read_bytes() == before.Root.AcroForm.Fields[0].AP.N.read_bytes()


def test_leader_and_clerk_sign_one_after_the_other(
    leader: SignerIdentity, clerk: SignerIdentity, trust: TrustAnchors, now: datetime
) -> None:
    by_leader = sign_pdf(pdf_with_fields(), leader, SigningOrder(field=LEADER, at=now))
    by_both = sign_pdf(by_leader, clerk, SigningOrder(field=CLERK, at=now + timedelta(hours=1)))
    first, second = verify_pdf(by_both, trust, at=now + timedelta(hours=2))
    assert (first.signer, first.changes_after, first.covers_whole_file) == (
        "Nguyễn Thị Lan",
        ChangesAfter.PERMITTED,
        False,
    )
    assert (second.signer, second.changes_after, second.covers_whole_file) == ("Trần Văn Thư", ChangesAfter.NONE, True)
    assert {first.verdict, second.verdict} == {Verdict.PASSED}


@pytest.mark.parametrize(
    ("prefer_pss", "mechanism"), [(False, "sha256_rsa"), (True, "rsassa_pss")], ids=["PKCS#1 v1.5", "PSS"]
)
def test_rsa_signs_with_the_padding_that_is_preferred(
    pki: Pki, trust: TrustAnchors, tmp_path: Path, now: datetime, prefer_pss: bool, mechanism: str
) -> None:
    path = tmp_path / "lan.p12"
    path.write_bytes(pki.leader.pkcs12())
    identity = load_pkcs12(path, PASSPHRASE, now=now, prefer_pss=prefer_pss)
    signed = sign_pdf(pdf_with_fields(), identity, SigningOrder(field=LEADER, at=now))
    assert signer_info(signed)["signature_algorithm"]["algorithm"].native == mechanism
    assert [report.verdict for report in verify_pdf(signed, trust, at=now)] == [Verdict.PASSED]


def test_preferring_pss_changes_nothing_for_an_elliptic_curve(pki: Pki, tmp_path: Path, now: datetime) -> None:
    path = tmp_path / "thu.p12"
    path.write_bytes(pki.clerk.pkcs12())
    signed = sign_pdf(
        pdf_with_fields(), load_pkcs12(path, PASSPHRASE, now=now, prefer_pss=True), SigningOrder(field=LEADER, at=now)
    )
    assert signer_info(signed)["signature_algorithm"]["algorithm"].native == "sha256_ecdsa"


def test_issuers_in_the_certificate_file_go_into_the_signature_and_roots_stay_out(
    pki: Pki, trust: TrustAnchors, tmp_path: Path, now: datetime
) -> None:
    middle = certified("Cấp trung gian", now, issuer=pki.authority, usage={"key_cert_sign"}, authority=True)
    signer = certified("Mai Có Cấp Trên", now, issuer=middle, key=rsa_key(2048))
    path = tmp_path / "mai.p12"
    path.write_bytes(signer.pkcs12(PASSPHRASE, middle, pki.authority))
    signed = sign_pdf(pdf_with_fields(), load_pkcs12(path, PASSPHRASE, now=now), SigningOrder(field=LEADER, at=now))
    assert [report.verdict for report in verify_pdf(signed, trust, at=now)] == [Verdict.PASSED]
    assert middle.der in signature_der(signed)
    assert pki.authority.der not in signature_der(signed)


def test_a_worker_thread_can_sign_and_verify(clerk: SignerIdentity, trust: TrustAnchors, now: datetime) -> None:
    def work() -> Verdict:
        signed = sign_pdf(pdf_with_fields(), clerk, SigningOrder(field=LEADER, at=now))
        return verify_pdf(signed, trust, at=now)[0].verdict

    with ThreadPoolExecutor(2) as threads:
        assert [future.result() for future in [threads.submit(work), threads.submit(work)]] == [Verdict.PASSED] * 2


@pytest.mark.parametrize("field", ["KhongCo", "SoVanBan", ""])
def test_a_field_that_is_not_there_or_is_no_signature_field_is_told_so(
    clerk: SignerIdentity, now: datetime, field: str
) -> None:
    with pytest.raises(UserFacingError, match=f"no empty signature field “{field}”"):
        sign_pdf(pdf_with_fields(), clerk, SigningOrder(field=field, at=now))


def test_a_field_that_is_signed_already_is_not_signed_again(
    clerk: SignerIdentity, signed: bytes, now: datetime
) -> None:
    with pytest.raises(UserFacingError) as refused:
        sign_pdf(signed, clerk, SigningOrder(field=LEADER, at=now))
    assert "đã được ký" in refused.value.message.vi
    assert "không bị mất" in refused.value.message.vi


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7\n%%EOF\n", pdf_with_fields()[:-200]])
def test_bytes_that_are_no_pdf_cannot_be_signed(clerk: SignerIdentity, now: datetime, content: bytes) -> None:
    with pytest.raises(UserFacingError, match="could not be signed"):
        sign_pdf(content, clerk, SigningOrder(field=LEADER, at=now))


def test_an_encrypted_pdf_cannot_be_signed(clerk: SignerIdentity, now: datetime) -> None:
    encrypted = BytesIO()
    with pikepdf.open(BytesIO(pdf_with_fields())) as pdf:
        pdf.save(encrypted, encryption=pikepdf.Encryption(owner="abc", user=""))
    with pytest.raises(UserFacingError, match="could not be signed"):
        sign_pdf(encrypted.getvalue(), clerk, SigningOrder(field=LEADER, at=now))


def test_signing_and_verifying_log_nothing_a_person_would_see(
    signed: bytes, now: datetime, capfd: pytest.CaptureFixture[str]
) -> None:
    verify_pdf(signed, TrustAnchors.none(), at=now)
    assert "".join(capfd.readouterr()) == ""
    assert not logging.getLogger("pyhanko").propagate
