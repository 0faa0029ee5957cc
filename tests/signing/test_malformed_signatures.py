"""What stands where a signature should be, and files in which no signature can be looked for."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import pikepdf
import pytest
from field_pdf import CLERK, LEADER, pdf_with_fields
from pdf_changes import byte_range
from signing_fixtures import OnlyReport

from cbc_desktop.signing.identity import SignerIdentity
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf
from cbc_desktop.signing.pdf_verification import UnreadablePdfError, verify_pdf
from cbc_desktop.signing.signed_range import ranges_in
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import Verdict

MALFORMED = {
    "no signature dictionary": 7,
    "an empty one": {},
    "no contents": {"/ByteRange": [0, 10, 20, 30]},
    "no byte range": {"/Contents": b"\x30\x00"},
    "empty contents": {"/ByteRange": [0, 10, 20, 30], "/Contents": b""},
    "contents that are no string": {"/ByteRange": [0, 10, 20, 30], "/Contents": 5},
    "contents that are no CMS": {"/ByteRange": [0, 10, 20, 30], "/Contents": b"\x30\x03\x02\x01\x01"},
    "a signature of an unknown kind": {"/SubFilter": "/cbc.secret", "/ByteRange": [0, 1, 2, 3], "/Contents": b"\x30"},
}


@pytest.mark.parametrize("value", MALFORMED.values(), ids=MALFORMED.keys())
def test_what_stands_where_a_signature_should_be_fails_and_raises_nothing(only: OnlyReport, value: object) -> None:
    report = only(pdf_with_value(value))
    assert (report.field, report.signer, report.verdict) == (LEADER, "", Verdict.FAILED)
    assert report.not_intact_because == "FORMAT_FAILURE"


@pytest.mark.parametrize(
    "numbers",
    [
        [0, 9],
        [1, 10, 20, 30],
        [0, 10, 20, 30, 40, 50],
        [0, 10, 5, 30],
        [0, 10**12, 10**13, 10],
        [0, -1, -1, -1],
        [0.0] * 4,
    ],
    ids=str,
)
def test_a_signature_with_another_byte_range_fails(signed: bytes, only: OnlyReport, numbers: list[float]) -> None:
    old = b"[%d %d %d %d]" % byte_range(signed)
    new = b"[" + b" ".join(str(number).encode() for number in numbers) + b"]"
    changed = signed.replace(old + b" " * 30, new.ljust(len(old) + 30))
    assert changed != signed
    assert only(changed).verdict is Verdict.FAILED


def test_a_malformed_signature_does_not_hide_the_sound_one_before_it(
    clerk: SignerIdentity, trust: TrustAnchors, now: datetime
) -> None:
    broken_first = pdf_with_value({}, field=CLERK)
    sound, broken = verify_pdf(sign_pdf(broken_first, clerk, SigningOrder(field=LEADER, at=now)), trust, at=now)
    assert (sound.field, sound.verdict) == (LEADER, Verdict.PASSED)
    assert (broken.field, broken.verdict) == (CLERK, Verdict.FAILED)


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7\n", b"%PDF-1.7\nstartxref\n9\n%%EOF\n"])
def test_bytes_that_are_no_pdf_are_unreadable(content: bytes, trust: TrustAnchors, now: datetime) -> None:
    with pytest.raises(UnreadablePdfError):
        verify_pdf(content, trust, at=now)


def test_a_truncated_pdf_and_an_encrypted_one_are_unreadable(signed: bytes, trust: TrustAnchors, now: datetime) -> None:
    encrypted = BytesIO()
    with pikepdf.open(BytesIO(pdf_with_fields())) as pdf:
        pdf.save(encrypted, encryption=pikepdf.Encryption(owner="abc", user="abc"))
    for content in (signed[:-40], encrypted.getvalue()):
        with pytest.raises(UnreadablePdfError):
            verify_pdf(content, trust, at=now)


def pdf_with_value(value: object, field: str = LEADER) -> bytes:
    """A PDF whose signature field has this value instead of a signature."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf_with_fields())) as pdf:
        place = next(each for each in pdf.Root.AcroForm.Fields if field == each.T)
        place.V = _as_object(pdf, value)
        pdf.save(out)
    return out.getvalue()


def _as_object(pdf: pikepdf.Pdf, value: object) -> object:
    if not isinstance(value, dict):
        return value
    entries = {"/SubFilter": "/ETSI.CAdES.detached", **value}
    entries["/SubFilter"] = pikepdf.Name(entries["/SubFilter"])
    return pdf.make_indirect(pikepdf.Dictionary(entries))


@pytest.mark.parametrize("digits", [15, 16, 10_000])
def test_a_range_of_numbers_without_end_is_no_signature_that_was_left_out(digits: int) -> None:
    number = b"9" * digits
    assert ranges_in(b"/ByteRange [0 %b %b %b] <00>" % (number, number, number)) == frozenset()
