"""The law for changed bytes of signed files, with the computer looking for counter-examples.

After changing any one byte no signature is PASSED, unless the byte lies in the signature's own text, outside its
padding, and every fact of the report is as before.
"""

from __future__ import annotations

from datetime import datetime

import pytest
from field_pdf import CLERK, LEADER, pdf_with_fields
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_changes import der_length, gap

from cbc_desktop.signing.container import sign_manifest, verify_manifest
from cbc_desktop.signing.identity import SignerIdentity
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf
from cbc_desktop.signing.pdf_verification import UnreadablePdfError, verify_pdf
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import SignatureReport, Verdict

MANIFEST = b'<?xml version="1.0"?>\n<ASiCManifest xmlns="http://uri.etsi.org/02918/v1.2.1#"/>\n'

flips = st.integers(1, 255)
fractions = st.floats(0, 1, exclude_max=True)
looking = settings(max_examples=50, deadline=None)


@pytest.fixture(scope="module")
def signed_twice(leader: SignerIdentity, clerk: SignerIdentity, now: datetime) -> bytes:
    by_leader = sign_pdf(pdf_with_fields(), leader, SigningOrder(field=LEADER, at=now))
    return sign_pdf(by_leader, clerk, SigningOrder(field=CLERK, at=now))


@pytest.fixture(scope="module")
def manifest_signature(clerk: SignerIdentity, now: datetime) -> bytes:
    return sign_manifest(MANIFEST, clerk, at=now)


def flipped(content: bytes, position: int, mask: int) -> bytes:
    return content[:position] + bytes([content[position] ^ mask]) + content[position + 1 :]


def passed(pdf: bytes, trust: TrustAnchors, now: datetime) -> list[SignatureReport]:
    """The reports of the signatures that pass; a file that cannot be read has none."""
    try:
        return [report for report in verify_pdf(pdf, trust, at=now) if report.verdict is Verdict.PASSED]
    except UnreadablePdfError:
        return []


@looking
@given(fraction=fractions, mask=flips)
def test_no_signature_passes_after_a_covered_byte_is_changed(
    signed: bytes, trust: TrustAnchors, now: datetime, fraction: float, mask: int
) -> None:
    own_text = gap(signed)
    position = int(fraction * (len(signed) - len(own_text)))
    position += len(own_text) if position >= own_text.start else 0
    assert passed(flipped(signed, position, mask), trust, now) == []


@looking
@given(fraction=fractions, mask=flips)
def test_no_signature_passes_after_its_padding_or_its_brackets_are_changed(
    signed: bytes, trust: TrustAnchors, now: datetime, fraction: float, mask: int
) -> None:
    own_text = gap(signed)
    padding = range(own_text.start + 1 + 2 * der_length(signed), own_text.stop)
    position = [own_text.start, *padding][int(fraction * (1 + len(padding)))]
    assert passed(flipped(signed, position, mask), trust, now) == []


@looking
@given(fraction=fractions, mask=flips)
def test_a_signature_that_still_passes_after_a_change_in_its_own_text_says_what_it_said(
    signed: bytes, trust: TrustAnchors, now: datetime, fraction: float, mask: int
) -> None:
    position = gap(signed).start + 1 + int(fraction * 2 * der_length(signed))
    before = list(verify_pdf(signed, trust, at=now))
    assert passed(flipped(signed, position, mask), trust, now) in ([], before)


@looking
@given(fraction=fractions, mask=flips)
def test_a_change_in_what_both_signed_leaves_neither_signature_passed(
    signed_twice: bytes, trust: TrustAnchors, now: datetime, fraction: float, mask: int
) -> None:
    first_signature = signed_twice.index(b"/Contents <")
    assert passed(flipped(signed_twice, int(fraction * first_signature), mask), trust, now) == []


@looking
@given(fraction=fractions)
def test_no_signature_over_a_whole_file_passes_after_the_file_is_cut_short(
    signed: bytes, trust: TrustAnchors, now: datetime, fraction: float
) -> None:
    assert passed(signed[: int(fraction * len(signed))], trust, now) == []


@looking
@given(added=st.binary(min_size=1, max_size=2000))
def test_no_signature_passes_after_anything_is_written_behind_it(
    signed: bytes, trust: TrustAnchors, now: datetime, added: bytes
) -> None:
    assert passed(signed + added, trust, now) == []


@looking
@given(start=fractions, length=st.integers(0, 400), other=st.binary(max_size=400))
def test_verification_answers_whatever_is_done_to_a_signed_file_and_nobody_else_passes(
    signed_twice: bytes, trust: TrustAnchors, now: datetime, start: float, length: int, other: bytes
) -> None:
    at = int(start * len(signed_twice))
    changed = signed_twice[:at] + other + signed_twice[at + length :]
    people = {(report.field, report.signer, report.claimed_time) for report in passed(changed, trust, now)}
    assert people <= {(LEADER, "Nguyễn Thị Lan", now), (CLERK, "Trần Văn Thư", now)}


@looking
@given(fraction=fractions, mask=flips)
def test_a_changed_manifest_fails(
    manifest_signature: bytes, trust: TrustAnchors, now: datetime, fraction: float, mask: int
) -> None:
    changed = flipped(MANIFEST, int(fraction * len(MANIFEST)), mask)
    assert verify_manifest(changed, manifest_signature, trust, at=now).verdict is Verdict.FAILED


@looking
@given(fraction=fractions, mask=flips)
def test_a_manifests_signature_that_still_passes_after_a_change_says_what_it_said(
    manifest_signature: bytes, trust: TrustAnchors, now: datetime, fraction: float, mask: int
) -> None:
    before = verify_manifest(MANIFEST, manifest_signature, trust, at=now)
    changed = flipped(manifest_signature, int(fraction * len(manifest_signature)), mask)
    after = verify_manifest(MANIFEST, changed, trust, at=now)
    assert after.verdict is not Verdict.PASSED or after == before
