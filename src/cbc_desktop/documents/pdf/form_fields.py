"""The clerk's fields in a finished PDF/A: number and date to type, and empty places for the two signatures."""

from __future__ import annotations

from collections.abc import Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.documents.pdf.field_place import FieldKind, FieldPlace
from cbc_desktop.documents.pdf.fonts import Face, reportlab_face, text_width
from cbc_desktop.documents.pdf.full_font import full_font, glyph_codes

TOO_LONG = Message(
    "“{text}” quá dài so với chỗ trống trên văn bản. Chưa điền gì và số liệu không bị mất; hãy rút gọn rồi làm lại.",
    "“{text}” is too long for its place in the document. Nothing was filled in and nothing is lost; shorten it and try "
    "again.",
)
_PRINT = 4  # annotation flag, ISO 32000-1, table 165
_CENTRED = 1
_SIGNATURES_EXIST, _APPEND_ONLY = 1, 2
"""ISO 32000-2, table 225: who changes the file shall add to it and never write it anew."""
SMALLEST = 8.0
"""A line longer than its field is set smaller, down to this size in points."""


def add_form_fields(pdf: Pdf, places: Mapping[str, FieldPlace]) -> None:
    """Add the fields with their appearances, so that no program needs to draw them itself (ISO 19005-3, 6.4.1)."""
    faces = sorted({place.field.face for place in places.values()}, key=lambda face: face.value)
    fonts = {face: full_font(pdf, face) for face in faces}
    fields = [_field(pdf, place, fonts) for place in places.values()]
    pdf.Root.AcroForm = pdf.make_indirect(
        Dictionary(
            Fields=Array(fields),
            DR=Dictionary(Font=Dictionary({_resource(face): font for face, font in fonts.items()})),
            DA=String(_default_appearance(faces[0], 13)),
            SigFlags=_SIGNATURES_EXIST | _APPEND_ONLY,
        )
    )


def text_appearance(text: str, place: FieldPlace) -> bytes:
    """The content stream that shows ``text`` centred in its field; its font is named as in the form's resources."""
    face = place.field.face
    size = fitting_size(text, place)
    measures = reportlab_face(face)
    left = (place.width - text_width(text, face, size)) / 2
    base = (place.height - (measures.ascent + measures.descent) * size / 1000) / 2
    shown = glyph_codes(text, face).hex().upper()
    return (
        f"/Tx BMC\nq\nBT\n{_default_appearance(face, size)}\n{left:.2f} {base:.2f} Td\n<{shown}> Tj\nET\nQ\nEMC\n"
    ).encode("ascii")


def fitting_size(text: str, place: FieldPlace) -> float:
    wanted = text_width(text, place.field.face, place.field.size)
    return place.field.size if wanted <= place.width else max(SMALLEST, place.field.size * place.width / wanted)


def require_room(text: str, place: FieldPlace) -> None:
    """UserFacingError when the text does not fit even in the smallest letters."""
    if text_width(text, place.field.face, SMALLEST) > place.width:
        raise UserFacingError(TOO_LONG.filled(text=" ".join(text.split())))


def _field(pdf: Pdf, place: FieldPlace, fonts: Mapping[Face, pikepdf.Object]) -> pikepdf.Object:
    """Field and widget in one dictionary (ISO 32000-1, 12.5.6.19)."""
    page = pdf.pages[place.page]
    field = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        T=String(place.field.name),
        TU=String(place.field.title),
        F=_PRINT,
        P=page.obj,
        Rect=Array([_rounded(edge) for edge in _edges(place)]),
    )
    if place.field.kind is FieldKind.TEXT:
        _make_text(pdf, field, place, fonts[place.field.face])
    else:
        field.FT = Name.Sig
        field.AP = Dictionary(N=_drawing(pdf, place, b"", Dictionary()))
    added = pdf.make_indirect(field)
    if Name.Annots not in page.obj:
        page.obj.Annots = Array()
    page.obj.Annots.append(added)
    return added


def _make_text(pdf: Pdf, field: Dictionary, place: FieldPlace, font: pikepdf.Object) -> None:
    face, text = place.field.face, place.field.text
    require_room(text, place)
    field.FT = Name.Tx
    field.V = field.DV = String(text)
    field.Q = _CENTRED
    field.DA = String(_default_appearance(face, fitting_size(text, place)))
    resources = Dictionary(Font=Dictionary({_resource(face): font}))
    field.AP = Dictionary(N=_drawing(pdf, place, text_appearance(text, place), resources))


def _drawing(pdf: Pdf, place: FieldPlace, content: bytes, resources: Dictionary) -> pikepdf.Object:
    box = Array([0, 0, _rounded(place.width), _rounded(place.height)])
    return pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=resources)


def _default_appearance(face: Face, size: float) -> str:
    return f"{_resource(face)} {size:.4g} Tf 0 g"


def _resource(face: Face) -> str:
    return f"/{face.value}"


def _edges(place: FieldPlace) -> tuple[float, float, float, float]:
    return place.left, place.bottom, place.left + place.width, place.bottom + place.height


def _rounded(points: float) -> float:
    return round(points, 2)
