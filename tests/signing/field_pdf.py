"""PDFs for the signing tests: pages of reportlab with empty signature fields and a text field, added by pikepdf."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from reportlab.pdfgen.canvas import Canvas

LEADER = "ChuKyLanhDao"
CLERK = "ChuKyVanThu"
NUMBER = "SoVanBan"
XMP = b"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="3" pdfaid:conformance="B"/>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def pdf_with_fields(*signature_fields: str) -> bytes:
    """A page with these empty signature fields (the leader's and the clerk's by default) and a field for the number."""
    page = BytesIO()
    canvas = Canvas(page, invariant=1)
    canvas.drawString(72, 770, "Survey of the Press Department")
    canvas.save()
    with pikepdf.open(BytesIO(page.getvalue())) as pdf:
        pdf.Root.Metadata = pdf.make_stream(XMP, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
        kinds = {**dict.fromkeys(signature_fields or (LEADER, CLERK), "/Sig"), NUMBER: "/Tx"}
        fields = [_field(pdf, name, kind, 700 - 30 * place) for place, (name, kind) in enumerate(kinds.items())]
        pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array(fields))
        pdf.Root.AcroForm = pdf.make_indirect(pikepdf.Dictionary(Fields=pikepdf.Array(fields)))
        out = BytesIO()
        pdf.save(out, deterministic_id=True, force_version="1.7")
    return out.getvalue()


def _field(pdf: pikepdf.Pdf, name: str, kind: str, bottom: int) -> pikepdf.Object:
    """Field and widget in one, with an appearance of its own that signing must leave alone."""
    appearance = pdf.make_stream(b"0.9 g 0 0 200 20 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
    appearance.BBox = [0, 0, 200, 20]
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name(kind),
            T=name,
            F=132,
            Rect=[72, bottom, 272, bottom + 20],
            AP=pikepdf.Dictionary(N=appearance),
            P=pdf.pages[0].obj,
        )
    )
