"""A PDF whose form fields are drawn into its pages, for viewers that show pages only; never what is signed."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message

NO_PAGES = Message(
    "Tệp này bị hỏng hoặc không phải là PDF nên không xem được. Hãy mở lại tệp gốc hoặc xuất lại văn bản.",
    "This file is damaged or no PDF, so it cannot be shown. Take the original file, or export the document again.",
)


def flattened(content: bytes) -> bytes:
    """The same pages with number, date and signature fields as they look now; UserFacingError when it is no PDF."""
    result = BytesIO()
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            pdf.flatten_annotations(mode="all")
            pdf.save(result)
    except pikepdf.PdfError as error:
        raise UserFacingError(NO_PAGES) from error
    return result.getvalue()
