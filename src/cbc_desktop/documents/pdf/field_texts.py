"""Texts for the form fields of a finished PDF, drawn as its pages would have shown them: what the clerk fills in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from unicodedata import category

import pikepdf
from pikepdf import Name, Pdf

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import nfc
from cbc_desktop.documents.pdf.field_names import DATE_FIELD, NUMBER_FIELD
from cbc_desktop.documents.pdf.field_place import FieldDef, FieldKind, FieldPlace
from cbc_desktop.documents.pdf.fonts import Face, reportlab_face
from cbc_desktop.documents.pdf.form_fields import require_room, text_appearance
from cbc_desktop.documents.pdf.head import date_line, number_line
from cbc_desktop.documents.printed_form import OfficialDocument

NO_SUCH_FIELD = Message(
    "Tệp PDF này không có ô “{field}” của chương trình để điền. Tệp giữ nguyên và số liệu không bị mất; hãy dùng tệp "
    "PDF do chương trình xuất ra.",
    "This PDF has no field “{field}” of the program to fill in. The file is unchanged and nothing is lost; use the PDF "
    "that the program exported.",
)
UNKNOWN_LETTER = Message(
    "Trong “{text}” có ký tự không in được trên văn bản ({letter}). Chưa điền gì và số liệu không bị mất; hãy gõ lại.",
    "“{text}” holds a character that cannot be printed in the document ({letter}). Nothing was filled in and nothing "
    "is lost; type it again.",
)
_UNSEEN = ("Cc", "Cf")
"""What nobody sees and readers obey, such as the signs that turn the direction of writing around."""


@dataclass(frozen=True, slots=True)
class DrawnText:
    """The new text of the field ``name``; ``drawing`` is a content stream in the fonts of the field's appearance."""

    name: str
    text: str
    drawing: bytes


def number_and_date(document: OfficialDocument) -> dict[str, str]:
    """The texts of both fields by their names, as a document with this number, place and date has them."""
    return {NUMBER_FIELD: number_line(document), DATE_FIELD: date_line(document)}


def drawn_texts(pdf: bytes, texts: Mapping[str, str]) -> tuple[DrawnText, ...]:
    """Each text drawn for its field of a PDF that `to_pdfa` made, whatever revisions were added to it.

    Raises UserFacingError when there is no such field, or the text does not fit even in the smallest letters.
    """
    with pikepdf.open(BytesIO(pdf)) as document:
        places = _text_places(document)
    return tuple(_drawn(name, nfc(text), places) for name, text in texts.items())


def _drawn(name: str, text: str, places: Mapping[str, FieldPlace]) -> DrawnText:
    if name not in places:
        raise UserFacingError(NO_SUCH_FIELD.filled(field=name))
    place = places[name]
    known = reportlab_face(place.field.face).charToGlyph
    unknown = [letter for letter in text if ord(letter) not in known or category(letter) in _UNSEEN]
    if unknown:
        raise UserFacingError(UNKNOWN_LETTER.filled(text=text, letter=f"U+{ord(unknown[0]):04X}"))
    require_room(text, place)
    return DrawnText(name, text, text_appearance(text, place))


def _text_places(document: Pdf) -> dict[str, FieldPlace]:
    """The text fields whose letters are of a face of ours; on which page they are does not matter here."""
    form = document.Root.get(Name.AcroForm, pikepdf.Dictionary())
    found = {}
    for field in form.get(Name.Fields, pikepdf.Array()):
        face = _face(field)
        if face is not None:
            left, bottom, right, top = (float(edge) for edge in field.Rect)
            described = FieldDef(str(field.T), FieldKind.TEXT, str(field.TU), face=face)
            found[described.name] = FieldPlace(described, 0, left, bottom, right - left, top - bottom)
    return found


def _face(field: pikepdf.Object) -> Face | None:
    named = str(field.get(Name.DA, "")).partition(" ")[0].removeprefix("/")
    faces = {face.value: face for face in Face}
    return faces.get(named) if field.get(Name.FT) == Name.Tx else None
