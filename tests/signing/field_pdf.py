"""PDFs for the signing tests: pages of reportlab with empty signature fields and a text field, added by pikepdf."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from reportlab.pdfgen.canvas import Canvas

LEADER = "ChuKyLanhDao"
CLERK = "ChuKyVanThu"
NUMBER = "SoVanBan"


def pdf_with_fields(*signature_fields: str) -> bytes:
    """A page with these empty signature fields (the leader's and the clerk's by default) and a field for the number."""
    page = BytesIO()
    canvas = Canvas(page, invariant=1)
    canvas.drawString(72, 770, "Survey of the Press Department")
    canvas.save()
    with pikepdf.open(BytesIO(page.getvalue())) as pdf:
        fields = [_field(pdf, name, "/Sig") for name in signature_fields or (LEADER, CLERK)]
        fields.append(_field(pdf, NUMBER, "/Tx"))
        pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array(fields))
        pdf.Root.AcroForm = pdf.make_indirect(pikepdf.Dictionary(Fields=pikepdf.Array(fields)))
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _field(pdf: pikepdf.Pdf, name: str, kind: str) -> pikepdf.Object:
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name(kind),
            T=name,
            F=132,
            Rect=[0, 0, 0, 0] if kind == "/Sig" else [72, 700, 300, 720],
            P=pdf.pages[0].obj,
        )
    )
