"""The clerk's number and date: added behind what the leader signed, and nothing more once everybody has signed."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import pikepdf
import pytest
from field_pdf import CLERK, LEADER, NUMBER, pdf_with_fields
from pdf_changes import with_invisible_field_added, with_number_filled

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.signing.field_filling import fill_fields
from cbc_desktop.signing.identity import SignerIdentity
from cbc_desktop.signing.order import FilledField, SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf
from cbc_desktop.signing.pdf_verification import verify_pdf
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import ChangesAfter, Verdict

NUMBERED = FilledField(NUMBER, "Số: 05/UBND-VX", b"0.5 g 0 0 100 20 re f")


def number_in(pdf: bytes) -> tuple[str, bytes]:
    """The text of the field for the number, and the content stream that shows it."""
    with pikepdf.open(BytesIO(pdf)) as document:
        (field,) = [field for field in document.Root.AcroForm.Fields if field.T == NUMBER]
        assert list(field.AP.N.BBox) == [0, 0, 200, 20]
        return str(field.V), field.AP.N.read_bytes()


@pytest.fixture
def sealed(signed: bytes, leader: SignerIdentity, now: datetime) -> bytes:
    """Signed twice, with its number."""
    return sign_pdf(fill_fields(signed, [NUMBERED]), leader, SigningOrder(field=CLERK, at=now))


def test_a_filled_field_holds_its_text_and_shows_it(signed: bytes) -> None:
    assert number_in(fill_fields(signed, [NUMBERED])) == (NUMBERED.text, NUMBERED.drawing)


def test_filling_is_added_behind_the_bytes_that_were_there(signed: bytes) -> None:
    filled = fill_fields(signed, [NUMBERED])
    assert filled.startswith(signed)
    before, after = pikepdf.open(BytesIO(signed)), pikepdf.open(BytesIO(filled))
    assert after.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
    assert dict(after.docinfo.items()) == dict(before.docinfo.items())


def test_both_signatures_pass_with_the_number_between_them(sealed: bytes, trust: TrustAnchors, now: datetime) -> None:
    first, last = verify_pdf(sealed, trust, at=now)
    assert (first.changes_after, last.changes_after) == (ChangesAfter.PERMITTED, ChangesAfter.NONE)
    assert {first.verdict, last.verdict} == {Verdict.PASSED}


def test_a_number_may_be_corrected_until_the_last_signature(
    signed: bytes, leader: SignerIdentity, trust: TrustAnchors, now: datetime
) -> None:
    corrected = fill_fields(fill_fields(signed, [NUMBERED]), [FilledField(NUMBER, "Số: 06/UBND-VX", b"1 g")])
    sealed = sign_pdf(corrected, leader, SigningOrder(field=CLERK, at=now))
    assert number_in(sealed) == ("Số: 06/UBND-VX", b"1 g")
    assert {report.verdict for report in verify_pdf(sealed, trust, at=now)} == {Verdict.PASSED}


def test_after_the_last_signature_nothing_is_filled_in(sealed: bytes) -> None:
    with pytest.raises(UserFacingError) as refused:
        fill_fields(sealed, [NUMBERED])
    assert "đủ chữ ký" in refused.value.message.vi


def test_a_number_changed_after_the_last_signature_fails(sealed: bytes, trust: TrustAnchors, now: datetime) -> None:
    _, last = verify_pdf(with_number_filled(sealed, "99"), trust, at=now)
    assert (last.changes_after, last.verdict) == (ChangesAfter.FORBIDDEN, Verdict.FAILED)


def test_an_invisible_field_slipped_in_before_the_last_signature_does_not_keep_the_number_open(
    signed: bytes, leader: SignerIdentity, trust: TrustAnchors, now: datetime
) -> None:
    slipped_in = with_invisible_field_added(fill_fields(signed, [NUMBERED]))
    sealed = sign_pdf(slipped_in, leader, SigningOrder(field=CLERK, at=now))
    assert {report.verdict for report in verify_pdf(sealed, trust, at=now)} == {Verdict.PASSED}
    _, last = verify_pdf(with_number_filled(sealed, "99"), trust, at=now)
    assert last.verdict is Verdict.FAILED


def test_what_stood_in_a_field_when_somebody_signed_stays(
    clerk: SignerIdentity, trust: TrustAnchors, now: datetime
) -> None:
    signed = sign_pdf(fill_fields(pdf_with_fields(), [NUMBERED]), clerk, SigningOrder(field=LEADER, at=now))
    with pytest.raises(UserFacingError, match="said “Số: 05/UBND-VX” when the document was signed"):
        fill_fields(signed, [FilledField(NUMBER, "Số: 06/UBND-VX", b"1 g")])
    (report,) = verify_pdf(with_number_filled(signed, "99"), trust, at=now)
    assert report.verdict is Verdict.FAILED


def test_a_field_that_has_its_text_already_is_left_alone(
    clerk: SignerIdentity, trust: TrustAnchors, now: datetime
) -> None:
    signed = sign_pdf(fill_fields(pdf_with_fields(), [NUMBERED]), clerk, SigningOrder(field=LEADER, at=now))
    again = fill_fields(signed, [FilledField(NUMBER, NUMBERED.text, b"1 g")])
    assert number_in(again) == number_in(signed)
    assert [report.verdict for report in verify_pdf(again, trust, at=now)] == [Verdict.PASSED]


@pytest.mark.parametrize("field", ["KhongCo", LEADER])
def test_a_field_that_is_not_there_or_holds_no_text_is_told_so(signed: bytes, field: str) -> None:
    with pytest.raises(UserFacingError, match=f"no text field “{field}”"):
        fill_fields(signed, [FilledField(field, "05", b"")])


@pytest.mark.parametrize("content", [b"", b"hello", pdf_with_fields()[:-200]])
def test_bytes_that_are_no_pdf_are_not_filled_in(content: bytes) -> None:
    with pytest.raises(UserFacingError, match="damaged or encrypted"):
        fill_fields(content, [NUMBERED])


def test_an_encrypted_pdf_is_not_filled_in() -> None:
    encrypted = BytesIO()
    with pikepdf.open(BytesIO(pdf_with_fields())) as pdf:
        pdf.save(encrypted, encryption=pikepdf.Encryption(owner="abc", user=""))
    with pytest.raises(UserFacingError, match="damaged or encrypted"):
        fill_fields(encrypted.getvalue(), [NUMBERED])
