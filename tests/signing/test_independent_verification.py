"""Programs that share no code with ours agree: pdfsig (poppler and NSS) and openssl.

Their words are read and not their exit codes: pdfsig exits with 0 for a broken signature too.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from field_pdf import CLERK, LEADER, pdf_with_fields
from openssl_files import self_signed_pkcs12
from pki import PASSPHRASE, Pki
from verifying_programs import VALID, WHOLE, openssl_says, pdfsig_says

from cbc_desktop.base.clock import SystemClock
from cbc_desktop.signing.container import sign_manifest, verify_manifest
from cbc_desktop.signing.identity import SignerIdentity, load_pkcs12
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf
from cbc_desktop.signing.trial import make_trial_identity
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import Verdict

MANIFEST = "<ASiCManifest>kế hoạch</ASiCManifest>".encode()

PdfSig = Callable[[bytes, Path], str]
OpensslCms = Callable[[bytes, bytes, datetime], str]


@pytest.fixture
def pdfsig(tmp_path: Path) -> PdfSig:
    """What pdfsig says about a PDF when it trusts one authority and nobody else."""
    return lambda pdf, authority: pdfsig_says(pdf, authority, tmp_path)


@pytest.fixture
def authority(pki: Pki, tmp_path: Path) -> Path:
    path = tmp_path / "ca.pem"
    path.write_bytes(pki.authority.pem)
    return path


@pytest.mark.parametrize("prefer_pss", [False, True], ids=["PKCS#1 v1.5", "PSS"])
def test_pdfsig_finds_one_valid_rsa_signature_over_the_whole_document(
    pki: Pki, pdfsig: PdfSig, authority: Path, tmp_path: Path, now: datetime, prefer_pss: bool
) -> None:
    path = tmp_path / "lan.p12"
    path.write_bytes(pki.leader.pkcs12())
    lan = load_pkcs12(path, PASSPHRASE, now=now, prefer_pss=prefer_pss)
    said = pdfsig(sign_pdf(pdf_with_fields(LEADER), lan, SigningOrder(field=LEADER, at=now)), authority)
    assert (said.count("Signature #"), said.count(VALID), said.count(WHOLE)) == (1, 1, 1)
    assert "Signer Certificate Common Name: Nguyễn Thị Lan" in said
    assert "Signature Type: ETSI.CAdES.detached" in said


def test_pdfsig_finds_one_valid_ecdsa_signature_over_the_whole_document(
    clerk: SignerIdentity, pdfsig: PdfSig, authority: Path, now: datetime
) -> None:
    said = pdfsig(sign_pdf(pdf_with_fields(LEADER), clerk, SigningOrder(field=LEADER, at=now)), authority)
    assert (said.count("Signature #"), said.count(VALID), said.count(WHOLE)) == (1, 1, 1)


def test_pdfsig_finds_both_signatures_valid_and_the_second_over_the_whole_document(
    leader: SignerIdentity, clerk: SignerIdentity, pdfsig: PdfSig, authority: Path, now: datetime
) -> None:
    by_leader = sign_pdf(pdf_with_fields(), leader, SigningOrder(field=LEADER, at=now))
    said = pdfsig(sign_pdf(by_leader, clerk, SigningOrder(field=CLERK, at=now)), authority)
    assert (said.count("Signature #"), said.count(VALID)) == (2, 2)
    assert said.count("Not total document signed") == 1
    assert WHOLE in said.split("Signature #2")[1]


def test_pdfsig_trusts_a_trial_signer_when_the_trial_authority_is_trusted(pdfsig: PdfSig, tmp_path: Path) -> None:
    now = SystemClock().now()  # pdfsig judges the chain by this computer's clock
    files = make_trial_identity(tmp_path / "trial", now=now, passphrase="thử", agency="Sở Thông tin và Truyền thông")
    trial = load_pkcs12(files.pkcs12, "thử", now=now)
    said = pdfsig(sign_pdf(pdf_with_fields(LEADER), trial, SigningOrder(field=LEADER, at=now)), files.ca_pem)
    assert (said.count(VALID), said.count(WHOLE), said.count("Certificate is Trusted.")) == (1, 1, 1)
    assert "O=THỬ NGHIỆM - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ" in said


def test_pdfsig_finds_a_changed_document_changed(
    clerk: SignerIdentity, pdfsig: PdfSig, authority: Path, now: datetime
) -> None:
    signed = sign_pdf(pdf_with_fields(LEADER), clerk, SigningOrder(field=LEADER, at=now))
    said = pdfsig(signed.replace(b"/Producer (ReportLab", b"/Producer (reportlab"), authority)
    assert VALID not in said
    assert "Digest Mismatch" in said


@pytest.fixture
def openssl_cms(tmp_path: Path, authority: Path) -> OpensslCms:
    """What openssl says about a detached CAdES signature when the chain is judged at the given moment."""
    return lambda manifest, signature, at: openssl_says(manifest, signature, authority, at, tmp_path)


@pytest.mark.parametrize("signer", ["leader", "clerk"])
def test_openssl_verifies_a_manifests_signature_as_cades(
    request: pytest.FixtureRequest, openssl_cms: OpensslCms, now: datetime, signer: str
) -> None:
    identity: SignerIdentity = request.getfixturevalue(signer)
    said = openssl_cms(MANIFEST, sign_manifest(MANIFEST, identity, at=now), now)
    assert "CAdES Verification successful" in said


def test_openssl_verifies_the_signature_of_a_key_that_is_for_pss_only(
    openssl_cms: OpensslCms, authority: Path, tmp_path: Path
) -> None:
    path = self_signed_pkcs12(tmp_path, "/CN=Khóa PSS", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048")
    now = SystemClock().now()  # after the certificate was made, which is when it becomes valid
    authority.write_bytes(path.with_suffix(".crt").read_bytes())
    signature = sign_manifest(MANIFEST, load_pkcs12(path, "abc", now=now), at=now)
    assert "CAdES Verification successful" in openssl_cms(MANIFEST, signature, now)
    anchors = TrustAnchors.from_pem(authority)
    assert verify_manifest(MANIFEST, signature, anchors, at=now).verdict is Verdict.PASSED


def test_openssl_refuses_another_manifest(clerk: SignerIdentity, openssl_cms: OpensslCms, now: datetime) -> None:
    said = openssl_cms(MANIFEST + b" ", sign_manifest(MANIFEST, clerk, at=now), now)
    assert "CAdES Verification failure" in said
    assert "successful" not in said
