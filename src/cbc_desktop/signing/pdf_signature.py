"""Signing a PDF: PAdES baseline B-B (ETSI EN 319 142-1) in an empty signature field, as an incremental update.

Never a certifying signature: the clerk still fills in number and date, and signs, after the leader (Nghị định
30/2020/NĐ-CP, Điều 15 and 32).
"""

from __future__ import annotations

from typing import Any

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.signing.appearance import shown
from cbc_desktop.signing.identity import SignerIdentity
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pyhanko_door import SIGNING_DIGEST, finished
from cbc_desktop.signing.revision import empty_signature_fields, next_revision

NOT_SIGNABLE = Message(
    "Không ký được tệp PDF này vì tệp bị hỏng, được mã hóa hoặc đã khóa không cho ký thêm. Tệp giữ nguyên và số liệu "
    "không bị mất; hãy xuất lại tệp PDF từ chương trình rồi ký lại.",
    "This PDF could not be signed because it is damaged, encrypted or locked against further signatures. The file is "
    "unchanged and nothing is lost; export the PDF from the program again, then sign it.",
)
NO_FREE_FIELD = Message(
    "Tệp PDF không có ô chữ ký trống tên “{field}”: ô này đã được ký hoặc không có trong tệp. Tệp giữ nguyên và số "
    "liệu không bị mất; nếu cần ký lại, hãy xuất tệp PDF mới từ chương trình.",
    "The PDF has no empty signature field “{field}”: it is already signed, or not in this file. The file is unchanged "
    "and nothing is lost; to sign again, export a new PDF from the program.",
)


def sign_pdf(pdf: bytes, identity: SignerIdentity, order: SigningOrder) -> bytes:
    """``pdf`` with one more revision, in which ``identity`` signs as ordered.

    Raises UserFacingError when the bytes are no PDF that can be signed, or the field is missing or already signed.
    """
    try:
        writer = next_revision(pdf)
        if order.field not in empty_signature_fields(writer):
            raise UserFacingError(NO_FREE_FIELD.filled(field=order.field))
        return finished(_signed(writer, identity, order))
    except (PdfError, SigningError) as error:
        raise UserFacingError(NOT_SIGNABLE) from error


def _metadata(order: SigningOrder) -> Any:
    return PdfSignatureMetadata(
        field_name=order.field,
        md_algorithm=SIGNING_DIGEST,
        subfilter=SigSeedSubFilter.PADES,
        reason=order.reason or None,
        location=order.location or None,
        certify=False,
    )


async def _signed(writer: Any, identity: SignerIdentity, order: SigningOrder) -> bytes:
    """pyHanko's own steps one by one, because only a signing session can be told the time."""
    signer = PdfSigner(_metadata(order), identity.pyhanko_signer(), stamp_style=shown(order.appearance))
    session = signer.init_signing_session(writer, existing_fields_only=True)
    session.system_time = order.at
    room = await session.estimate_signature_container_size(validation_info=None)
    document = session.prepare_tbs_document(validation_info=None, bytes_reserved=room)
    prepared, output = document.digest_tbs_document()
    attributes = PdfCMSSignedAttributes(signing_time=order.at)
    await document.perform_signature(prepared.document_digest, pdf_cms_signed_attrs=attributes)
    output.seek(0)
    content: bytes = output.read()
    return content
