"""One more signature on the document, or its number: looked at before anybody relies on it."""

from __future__ import annotations

from datetime import datetime

from cbc_desktop.base.errors import BugError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.documents.pdf.field_names import AGENCY_FIELD, LEADER_FIELD
from cbc_desktop.documents.pdf.field_texts import drawn_texts, number_and_date
from cbc_desktop.documents.pdf.issue_lines import unsaid
from cbc_desktop.documents.printed_form import OfficialDocument
from cbc_desktop.documents.stamps.written import Written
from cbc_desktop.signing.field_filling import fill_fields
from cbc_desktop.signing.order import FilledField, SigningOrder
from cbc_desktop.signing.pdf_verification import verify_pdf
from cbc_desktop.signing.signer import Signer
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import Verdict

SIGNING = Message("Đang ký số …", "Signing …")


def signed_document(pdf: bytes, signer: Signer, at: datetime, progress: Progress, appearance: bytes = b"") -> bytes:
    """With the leader's signature (Decree 30/2020/NĐ-CP, Appendix I, part II.7)."""
    return _signed(pdf, signer, SigningOrder(field=LEADER_FIELD, at=at, appearance=appearance), progress)


def sealed_document(pdf: bytes, signer: Signer, at: datetime, progress: Progress, appearance: bytes = b"") -> bytes:
    """With the signature of the agency (Decree 30/2020/NĐ-CP, Appendix I, part II.8)."""
    return _signed(pdf, signer, SigningOrder(field=AGENCY_FIELD, at=at, appearance=appearance), progress)


def written_by(signer: Signer, at: datetime) -> Written:
    """What a document says of the signer where it shows no image."""
    return Written(signer.certificate.subject, signer.certificate.subject_organisation, at)


def numbered_document(pdf: bytes, heading: OfficialDocument, at: datetime) -> bytes:
    """With the number, place and date of the heading in its fields, as far as they do not stand there yet.

    UserFacingError when a signature covers another number or date (Decree 30/2020/NĐ-CP, Articles 14 and 15).
    """
    drawn = drawn_texts(pdf, unsaid(pdf, number_and_date(heading)))
    filled = fill_fields(pdf, [FilledField(one.name, one.text, one.drawing) for one in drawn])
    return _unbroken(filled, at)


def _signed(pdf: bytes, signer: Signer, order: SigningOrder, progress: Progress) -> bytes:
    progress(SIGNING)
    return _unbroken(signer.sign_pdf(pdf, order), order.at)


def _unbroken(pdf: bytes, at: datetime) -> bytes:
    """A file with a signature that is not intact, or that forbids what was done after it, must not leave."""
    reports = verify_pdf(pdf, TrustAnchors.none(), at=at)
    broken = [report.field for report in reports if report.verdict is Verdict.FAILED]
    if broken:
        raise BugError(f"the signatures in {', '.join(broken)} do not hold")
    return pdf
