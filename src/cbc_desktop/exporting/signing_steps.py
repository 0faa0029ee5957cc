"""One signature more on the document, looked at before anybody relies on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from cbc_desktop.base.errors import BugError
from cbc_desktop.base.message import Message
from cbc_desktop.documents.pdf.closing import AGENCY_FIELD, LEADER_FIELD
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_verification import verify_pdf
from cbc_desktop.signing.signer import Signer
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import Verdict

Progress = Callable[[Message], None]

SIGNING = Message("Đang ký số …", "Signing …")


def signed_document(pdf: bytes, signer: Signer, at: datetime, progress: Progress, appearance: bytes = b"") -> bytes:
    """With the leader's signature (Decree 30/2020/NĐ-CP, Appendix I, part II.7)."""
    return _signed(pdf, signer, SigningOrder(field=LEADER_FIELD, at=at, appearance=appearance), progress)


def sealed_document(pdf: bytes, signer: Signer, at: datetime, progress: Progress, appearance: bytes = b"") -> bytes:
    """With the signature of the agency (Decree 30/2020/NĐ-CP, Appendix I, part II.8)."""
    return _signed(pdf, signer, SigningOrder(field=AGENCY_FIELD, at=at, appearance=appearance), progress)


def require_sound(pdf: bytes, at: datetime) -> None:
    """BugError when a signature is broken, or forbids what was done after it: such a file must not leave."""
    reports = verify_pdf(pdf, TrustAnchors.none(), at=at)
    broken = [report.field for report in reports if report.verdict is Verdict.FAILED]
    if broken:
        raise BugError(f"the signatures in {', '.join(broken)} do not hold")


def _signed(pdf: bytes, signer: Signer, order: SigningOrder, progress: Progress) -> bytes:
    progress(SIGNING)
    signed = signer.sign_pdf(pdf, order)
    require_sound(signed, order.at)
    return signed
