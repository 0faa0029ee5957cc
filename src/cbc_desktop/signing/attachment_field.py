"""A signature field for a PDF that has none: what is attached beside a document is signed by the agency too.

The field is added before anybody signs the file. One that somebody has signed stays as it is: a new field on its page
would be a forbidden change.
"""

from __future__ import annotations

from io import BytesIO

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import SigFieldSpec, append_signature_field, enumerate_sig_fields

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.signing.revision import next_revision

ATTACHMENT_FIELD = "ky_dinh_kem"

NOT_SIGNABLE = Message(
    "Không ký được tệp PDF đính kèm vì tệp bị hỏng, có mật khẩu hoặc sai chuẩn PDF. Tệp giữ nguyên và số liệu không bị "
    "mất; hãy in lại tệp ra PDF rồi đính kèm lại, hoặc gửi tệp không ký.",
    "The attached PDF cannot be signed: it is damaged, has a password or departs from the PDF standard. The file is "
    "unchanged and nothing is lost; print it to PDF again and attach that, or send it unsigned.",
)
SIGNED_ALREADY = Message(
    "Tệp PDF đính kèm đã có chữ ký số của người khác nên giữ nguyên: thêm chữ ký sẽ làm hỏng chữ ký đang có.",
    "The attached PDF is signed by somebody already and stays as it is: a signature on its page would break theirs.",
)


def with_signature_field(pdf: bytes, box: tuple[int, int, int, int]) -> bytes:
    """``pdf`` with one more revision, in which its first page has an empty field of the name ATTACHMENT_FIELD.

    ``box`` is left, bottom, right and upper edge in points. Raises UserFacingError for a PDF that is signed already or
    cannot be read.
    """
    try:
        writer = next_revision(pdf)
        if any(True for _ in enumerate_sig_fields(writer, filled_status=True)):
            raise UserFacingError(SIGNED_ALREADY)
        append_signature_field(writer, SigFieldSpec(ATTACHMENT_FIELD, on_page=0, box=box))
        added = BytesIO()
        writer.write(added)  # type: ignore[no-untyped-call]  # pyHanko left it untyped
    except (PdfError, ValueError, KeyError) as error:
        raise UserFacingError(NOT_SIGNABLE) from error
    return added.getvalue()
