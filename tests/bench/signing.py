"""Signing the document, against pyHanko's own way of signing the same bytes."""

from __future__ import annotations

from io import BytesIO

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata
from pyhanko.sign import sign_pdf as bare_sign_pdf
from tests.bench.material import NOW, Material
from tests.bench.measuring import Comparison, compared

from cbc_desktop.documents.pdf.field_names import LEADER_FIELD
from cbc_desktop.documents.pdf.pdfa import to_pdfa
from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf


def comparison(material: Material) -> Comparison:
    unsigned = to_pdfa(render_pdf(material.printed), [])

    def bare() -> None:
        metadata = PdfSignatureMetadata(field_name=LEADER_FIELD, md_algorithm="sha256")
        bare_sign_pdf(IncrementalPdfFileWriter(BytesIO(unsigned)), metadata, material.signer.identity.pyhanko_signer())

    return compared(
        "sign the document",
        "document",
        "pyHanko's sign_pdf",
        lambda: sign_pdf(unsigned, material.signer.identity, SigningOrder(field=LEADER_FIELD, at=NOW)),
        bare,
    )
