"""The agency signs the PDF files that are attached beside its document, each in a copy (Decree 30, Appendix I, II.8.d).

The attachment itself stays as it was answered with: the digests of the dossier vouch for its bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.documents.stamps.attachment_mark import attachment_mark
from cbc_desktop.signing.attachment_field import ATTACHMENT_FIELD, NOT_SIGNABLE, with_signature_field
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_verification import UnreadablePdfError, verify_pdf
from cbc_desktop.signing.signer import Signer
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import Verdict, worst

SIGNING = Message("Đang ký tệp đính kèm “{name}” …", "Signing the attached file “{name}” …")
LEFT_UNSIGNED = Message(
    "Tệp đính kèm “{name}” được gửi nguyên, không có chữ ký của cơ quan: {reason}",
    "The attached file “{name}” goes as it is, without the agency's signature: {reason}",
)


@dataclass(frozen=True, slots=True)
class SignedAttachments:
    """Signed copies by the names of the attachments, and what to tell about those that could not be signed."""

    copies: Mapping[str, bytes] = field(repr=False)
    told: tuple[Message, ...]


def signed_attachments(
    media: Mapping[str, bytes],
    number_and_symbol: str,
    signer: Signer,
    at: datetime,
    progress: Callable[[Message], None],
) -> SignedAttachments:
    """Of ``media``, by name, those that are PDF, marked with "45/BC-UBND" and the time of signing."""
    copies, told = {}, []
    for name, content in media.items():
        if not content.startswith(b"%PDF-"):
            continue
        progress(SIGNING.filled(name=name))
        try:
            prepared, order = _prepared(content, number_and_symbol, at, trial=signer.trial)
        except UserFacingError as error:
            told.append(LEFT_UNSIGNED.filled(name=name, reason=error.message))
            continue
        signed = signer.sign_pdf(prepared, order)  # what the key refuses is no fault of the attachment
        if _is_sound(signed, at):
            copies[name] = signed
        else:
            told.append(LEFT_UNSIGNED.filled(name=name, reason=NOT_SIGNABLE))
    return SignedAttachments(copies, tuple(told))


def _prepared(pdf: bytes, number_and_symbol: str, at: datetime, *, trial: bool) -> tuple[bytes, SigningOrder]:
    mark = attachment_mark(pdf, number_and_symbol, at, trial=trial)
    order = SigningOrder(field=ATTACHMENT_FIELD, at=at, appearance=mark.page)
    return with_signature_field(pdf, mark.box), order


def _is_sound(pdf: bytes, at: datetime) -> bool:
    """Others' files have faults that show only when they are verified as strictly as we do."""
    try:
        reports = verify_pdf(pdf, TrustAnchors.none(), at=at)
    except UnreadablePdfError:
        return False
    return worst(report.verdict for report in reports) is not Verdict.FAILED
