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
from cbc_desktop.signing.permitted_changes import is_blank, is_fully_signed
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

SIGNED_SO = Message(
    "Khi ký, ô “{field}” đã ghi “{text}” nên không sửa được nữa: sửa sẽ làm hỏng chữ ký. Tệp giữ nguyên; nếu ghi sai, "
    "hãy thu hồi văn bản và ký lại bản mới.",
    "The field “{field}” said “{text}” when the document was signed and cannot be changed any more: that would break "
    "the signature. The file is unchanged; if it is wrong, take the document back and sign a new one.",
)

_KEPT = ("/Type", "/Subtype", "/BBox", "/Resources")
"""Of an appearance whose content changes."""
_dictionary: Any = DictionaryObject
"""pyHanko left it untyped."""


def fill_fields(pdf: bytes, fields: Sequence[FilledField]) -> bytes:
    """``pdf`` with one more revision, in which these text fields hold their new texts and show them.

    A field that has its text already is left alone. Raises UserFacingError when every signature field is signed, a
    field had been filled in before somebody signed, a field is missing, or the PDF is damaged.
    """
    try:
        writer = next_revision(pdf)
        if is_fully_signed(writer):
            raise UserFacingError(ALL_SIGNED)
        found = _text_fields(writer)
        for field in _differing(fields, found):
            _require_blank_when_signed(writer, field.name)
            _fill(writer, found[field.name], field)
        filled = BytesIO()
        writer.write(filled)  # type: ignore[no-untyped-call]  # pyHanko left it untyped
    except PdfError as error:
        raise UserFacingError(NOT_FILLABLE) from error
    return filled.getvalue()


def _text_fields(handler: Any) -> dict[str, Any]:
    """Those at the root of the form, where the program puts them."""
    listed = handler.root["/AcroForm"]["/Fields"] if "/AcroForm" in handler.root else []
    fields = [listed[place] for place in range(len(listed))]  # in pyHanko only brackets resolve references
    return {str(field["/T"]): field for field in fields if field.get("/FT") == "/Tx"}


def _differing(fields: Sequence[FilledField], found: Mapping[str, Any]) -> list[FilledField]:
    for missing in (field for field in fields if field.name not in found):
        raise UserFacingError(NO_TEXT_FIELD.filled(field=missing.name))
    return [field for field in fields if found[field.name].get("/V") != field.text]


def _require_blank_when_signed(writer: Revision, name: str) -> None:
    """Nobody's signature may come to stand over another text than they saw; see permitted_changes.py."""
    for signature in writer.prev.embedded_regular_signatures:
        seen = _text_fields(writer.prev.get_historical_resolver(signature.signed_revision))
        if name in seen and not is_blank(seen[name].get("/V")):
            title = seen[name].get("/TU", name)
            raise UserFacingError(SIGNED_SO.filled(field=title, text=seen[name]["/V"]))


def _fill(writer: Revision, field: Any, filled: FilledField) -> None:
    """A new stream for the appearance, never the old one changed: programs that compare revisions distrust that."""
    before = field["/AP"]["/N"]
    kept = {pdf_name(key): before.raw_get(key) for key in _KEPT if key in before}
    drawing = StreamObject(kept, stream_data=filled.drawing)
    field[pdf_name("/V")] = TextStringObject(filled.text)
    field[pdf_name("/AP")] = _dictionary({pdf_name("/N"): writer.add_object(drawing)})
    writer.update_container(field)
