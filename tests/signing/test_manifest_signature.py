"""The signature over a container's manifest, judged by us."""

from __future__ import annotations

import asyncio
import hashlib
from datetime import datetime

import pytest
from pki import DAY, Pki
from signing_fixtures import IdentityOf, known_facts

from cbc_desktop.signing.container import sign_manifest, verify_manifest
from cbc_desktop.signing.identity import SignerIdentity
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import ChangesAfter, SignatureReport, Verdict

MANIFEST = "<ASiCManifest>kế hoạch</ASiCManifest>".encode()
NAME = "META-INF/signature001.p7s"


def test_a_manifest_signed_by_a_known_signer_passes(
    pki: Pki, clerk: SignerIdentity, trust: TrustAnchors, now: datetime
) -> None:
    signature = sign_manifest(MANIFEST, clerk, at=now)
    assert verify_manifest(MANIFEST, signature, trust, at=now, name=NAME) == SignatureReport(
        field=NAME,
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


def test_without_a_trust_anchor_the_verdict_is_indeterminate(clerk: SignerIdentity, now: datetime) -> None:
    report = verify_manifest(MANIFEST, sign_manifest(MANIFEST, clerk, at=now), TrustAnchors.none(), at=now)
    assert (report.not_trusted_because, report.verdict) == ("NO_CERTIFICATE_CHAIN_FOUND", Verdict.INDETERMINATE)


def test_another_manifest_fails_although_the_signer_is_known(
    clerk: SignerIdentity, trust: TrustAnchors, now: datetime
) -> None:
    report = verify_manifest(MANIFEST + b" ", sign_manifest(MANIFEST, clerk, at=now), trust, at=now)
    assert (report.not_intact_because, report.trusted, report.verdict) == ("HASH_FAILURE", True, Verdict.FAILED)


def test_a_claimed_time_before_the_certificate_is_not_trusted(
    clerk: SignerIdentity, trust: TrustAnchors, now: datetime
) -> None:
    report = verify_manifest(MANIFEST, sign_manifest(MANIFEST, clerk, at=now - 60 * DAY), trust, at=now)
    assert (report.not_trusted_because, report.verdict) == ("NOT_YET_VALID", Verdict.INDETERMINATE)


def test_a_signature_that_claims_no_time_is_judged_at_the_present_moment(
    clerk: SignerIdentity, trust: TrustAnchors, now: datetime
) -> None:
    digest = hashlib.sha256(MANIFEST).digest()
    timeless = asyncio.run(clerk.pyhanko_signer().async_sign(digest, "sha256", use_pades=True)).dump()
    report = verify_manifest(MANIFEST, timeless, trust, at=now)
    assert (report.claimed_time, report.verdict) == (None, Verdict.PASSED)


def test_a_weak_key_fails(pki: Pki, unchecked: IdentityOf, trust: TrustAnchors, now: datetime) -> None:
    report = verify_manifest(MANIFEST, sign_manifest(MANIFEST, unchecked(pki.weak), at=now), trust, at=now)
    assert (report.intact, report.strong, report.verdict) == (True, False, Verdict.FAILED)


@pytest.mark.parametrize("signature", [b"", b"hello", b"\x30\x00", b"\x30\x03\x02\x01\x01"])
def test_what_is_no_signature_fails_and_raises_nothing(signature: bytes, trust: TrustAnchors, now: datetime) -> None:
    report = verify_manifest(MANIFEST, signature, trust, at=now, name=NAME)
    assert (report.field, report.not_intact_because, report.verdict) == (NAME, "FORMAT_FAILURE", Verdict.FAILED)


def test_bytes_behind_a_signature_make_it_fail(clerk: SignerIdentity, trust: TrustAnchors, now: datetime) -> None:
    report = verify_manifest(MANIFEST, sign_manifest(MANIFEST, clerk, at=now) + b"\x00", trust, at=now)
    assert (report.not_intact_because, report.verdict) == ("FORMAT_FAILURE", Verdict.FAILED)
