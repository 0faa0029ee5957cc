"""One more signature on the document, or its number: looked at before anybody relies on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import nfc
from cbc_desktop.documents.pdf.closing import AGENCY_FIELD, LEADER_FIELD
from cbc_desktop.documents.pdf.field_texts import drawn_texts, number_and_date
from cbc_desktop.documents.pdf.finished import text_fields
from cbc_desktop.documents.printed_form import OfficialDocument
from cbc_desktop.signing.field_filling import fill_fields
from cbc_desktop.signing.order import FilledField, SigningOrder
from cbc_desktop.signing.pdf_verification import verify_pdf
from cbc_desktop.signing.signer import Signer
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import Verdict

Progress = Callable[[Message], None]

SIGNING = Message("Đang ký số …", "Signing …")

NUMBER_SIGNED = Message(
    "Khi ký, văn bản đã có số hoặc ngày khác; đổi đi thì chữ ký không còn đúng. Văn bản không thay đổi; hãy ghi đúng "
    "số, ngày đã ký, hoặc để lãnh đạo ký lại từ đầu.",
    "The document had another number or date when it was signed; changing it would break the signature. The document "
    "is unchanged; give the number and date that were signed, or have the leader sign it anew.",
)


def signed_document(pdf: bytes, signer: Signer, at: datetime, progress: Progress, appearance: bytes = b"") -> bytes:
    """With the leader's signature (Decree 30/2020/NĐ-CP, Appendix I, part II.7)."""
    return _signed(pdf, signer, SigningOrder(field=LEADER_FIELD, at=at, appearance=appearance), progress)


def sealed_document(pdf: bytes, signer: Signer, at: datetime, progress: Progress, appearance: bytes = b"") -> bytes:
    """With the signature of the agency (Decree 30/2020/NĐ-CP, Appendix I, part II.8)."""
    return _signed(pdf, signer, SigningOrder(field=AGENCY_FIELD, at=at, appearance=appearance), progress)


def numbered_document(pdf: bytes, heading: OfficialDocument, at: datetime) -> bytes:
    """With the number, place and date of the heading in its fields, as far as they do not stand there yet.

    UserFacingError when a signature covers another number or date (Decree 30/2020/NĐ-CP, Articles 14 and 15).
    """
    there = text_fields(pdf)
    wanted = {name: text for name, text in number_and_date(heading).items() if there.get(name) != nfc(text)}
    if not wanted:
        return pdf
    drawn = drawn_texts(pdf, wanted)
    filled = fill_fields(pdf, [FilledField(one.name, one.text, one.drawing) for one in drawn])
    if _broken(filled, at):
        raise UserFacingError(NUMBER_SIGNED)
    return filled


def _signed(pdf: bytes, signer: Signer, order: SigningOrder, progress: Progress) -> bytes:
    progress(SIGNING)
    signed = signer.sign_pdf(pdf, order)
    broken = _broken(signed, order.at)
    if broken:
        raise BugError(f"the signatures in {', '.join(broken)} do not hold")  # such a file must not leave
    return signed


def _broken(pdf: bytes, at: datetime) -> list[str]:
    """The signatures that are not intact, or that forbid what was done after them."""
    reports = verify_pdf(pdf, TrustAnchors.none(), at=at)
    return [report.field for report in reports if report.verdict is Verdict.FAILED]
