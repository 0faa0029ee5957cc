"""Filling text fields of a PDF as one more revision, which breaks no signature: the clerk's number and date.

The content of a page stays as it is; a signature covers that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.generic import DictionaryObject, StreamObject, TextStringObject, pdf_name
from pyhanko.pdf_utils.misc import PdfError

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.signing.order import FilledField
from cbc_desktop.signing.permitted_changes import is_fully_signed
from cbc_desktop.signing.revision import Revision, next_revision

NOT_FILLABLE = Message(
    "Không điền được vào tệp PDF này vì tệp bị hỏng hoặc được mã hóa. Tệp giữ nguyên và số liệu không bị mất; hãy xuất "
    "lại tệp PDF từ chương trình rồi điền lại.",
    "Nothing could be filled into this PDF because it is damaged or encrypted. The file is unchanged and nothing is "
    "lost; export the PDF from the program again, then fill it in.",
)
NO_TEXT_FIELD = Message(
    "Tệp PDF không có ô điền chữ tên “{field}”. Tệp giữ nguyên và số liệu không bị mất; hãy dùng tệp PDF do chương "
    "trình xuất ra.",
    "The PDF has no text field “{field}”. The file is unchanged and nothing is lost; use the PDF that the program "
    "exported.",
)
ALL_SIGNED = Message(
    "Văn bản đã có đủ chữ ký nên không điền hay sửa số, ngày được nữa: sửa sẽ làm hỏng chữ ký. Tệp giữ nguyên; nếu số "
    "hoặc ngày sai, hãy thu hồi văn bản và phát hành bản mới.",
    "Every signature of the document is there, so its number and date cannot be filled in or changed any more: that "
    "would break the signatures. The file is unchanged; if number or date are wrong, take the document back and issue "
    "a new one.",
)


_KEPT = ("/Type", "/Subtype", "/BBox", "/Resources")
"""Of an appearance whose content changes."""
_dictionary: Any = DictionaryObject
"""pyHanko left it untyped."""


def fill_fields(pdf: bytes, fields: Sequence[FilledField]) -> bytes:
    """``pdf`` with one more revision, in which these text fields hold their new texts and show them.

    Raises UserFacingError when every signature field is signed already, a field is missing, or the PDF is damaged.
    """
    try:
        writer = next_revision(pdf)
        if is_fully_signed(writer):
            raise UserFacingError(ALL_SIGNED)
        found = _text_fields(writer)
        for field in fields:
            _fill(writer, found, field)
        filled = BytesIO()
        writer.write(filled)  # type: ignore[no-untyped-call]  # pyHanko left it untyped
    except PdfError as error:
        raise UserFacingError(NOT_FILLABLE) from error
    return filled.getvalue()


def _text_fields(writer: Revision) -> dict[str, Any]:
    """Those at the root of the form, where the program puts them."""
    listed = writer.root["/AcroForm"]["/Fields"] if "/AcroForm" in writer.root else []
    fields = [listed[place] for place in range(len(listed))]  # in pyHanko only brackets resolve references
    return {str(field["/T"]): field for field in fields if field.get("/FT") == "/Tx"}


def _fill(writer: Revision, found: Mapping[str, Any], filled: FilledField) -> None:
    """A new stream for the appearance, never the old one changed: programs that compare revisions distrust that."""
    if filled.name not in found:
        raise UserFacingError(NO_TEXT_FIELD.filled(field=filled.name))
    field = found[filled.name]
    before = field["/AP"]["/N"]
    kept = {pdf_name(key): before.raw_get(key) for key in _KEPT if key in before}
    drawing = StreamObject(kept, stream_data=filled.drawing)
    field[pdf_name("/V")] = TextStringObject(filled.text)
    field[pdf_name("/AP")] = _dictionary({pdf_name("/N"): writer.add_object(drawing)})
    writer.update_container(field)
