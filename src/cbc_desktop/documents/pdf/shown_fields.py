"""Whether the clerk's fields show what they say: a field has a value for programs and a drawing for people."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary, Name

from cbc_desktop.base.text import nfc
from cbc_desktop.documents.pdf.embedded import reading
from cbc_desktop.documents.pdf.field_names import DATE_FIELD, NUMBER_FIELD
from cbc_desktop.documents.pdf.fonts import Face, reportlab_face
from cbc_desktop.documents.pdf.form_fields import SMALLEST
from cbc_desktop.documents.pdf.full_font import glyph_codes

_OURS = re.compile(
    rb"/Tx BMC\nq\nBT\n/(?P<face>[\w-]+) (?P<size>[\d.]+) Tf 0 g\n(?P<left>-?[\d.]+) (?P<base>-?[\d.]+) Td\n"
    rb"<(?P<glyphs>[0-9A-F]*)> Tj\nET\nQ\nEMC\n"
)
"""What ``form_fields.text_appearance`` writes."""
_ROUNDING = 1.0
"""Points: places are rounded when they are written."""
_FACES = {face.value: face for face in Face}


def drawn_otherwise(pdf: bytes) -> tuple[str, ...]:
    """Those of number and date that are not drawn as this program does it: only a person sees what they show.

    Raises UnreadablePdfError.
    """
    with reading(pdf) as document:
        return tuple(_drawn_otherwise(document))


def _drawn_otherwise(document: pikepdf.Pdf) -> Iterator[str]:
    form = document.Root.get(Name.AcroForm, Dictionary())
    fonts = form.get(Name.DR, Dictionary()).get(Name.Font, Dictionary())
    for field in form.get(Name.Fields, pikepdf.Array()):
        name = str(field.get(Name.T, ""))
        if name in (NUMBER_FIELD, DATE_FIELD) and not _is_ours(field, fonts):
            yield name


def _is_ours(field: pikepdf.Object, fonts: pikepdf.Object) -> bool:
    """In letters of the form's own fonts, whole within the field's place."""
    shown = field.get(Name.AP, Dictionary()).get(Name.N)
    if Name.Kids in field or not isinstance(shown, pikepdf.Stream) or Name.Matrix in shown:
        return False
    drawing = _OURS.fullmatch(shown.read_bytes())
    face = _FACES.get(drawing["face"].decode()) if drawing else None
    if drawing is None or face is None or not _fits(field, shown, drawing):
        return False
    used = shown.get(Name.Resources, Dictionary()).get(Name.Font, Dictionary()).get(f"/{face.value}")
    own = fonts.get(f"/{face.value}")
    same_font = used is not None and own is not None and used.is_indirect and used.objgen == own.objgen
    return same_font and drawing["glyphs"] == _glyphs(str(field.get(Name.V, "")), face)


def _fits(field: pikepdf.Object, shown: pikepdf.Object, drawing: re.Match[bytes]) -> bool:
    left, bottom, right, top = (float(edge) for edge in field.Rect)
    width, height = right - left, top - bottom
    box = [float(edge) for edge in shown.BBox]
    seen = all(abs(edge - wanted) < _ROUNDING for edge, wanted in zip(box, (0, 0, width, height), strict=True))
    begins = -_ROUNDING <= float(drawing["left"]) < width and 0 <= float(drawing["base"]) < height
    return seen and begins and SMALLEST - 0.01 <= float(drawing["size"]) <= height + _ROUNDING


def _glyphs(text: str, face: Face) -> bytes | None:
    """None for a text with letters that the face does not have."""
    known = reportlab_face(face).charToGlyph
    return glyph_codes(text, face).hex().upper().encode() if all(ord(one) in known for one in nfc(text)) else None
