"""A finished PDF/A of the small sample dossier with three embedded files, made once for all tests that look at it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO

import pikepdf
from printed_samples import small_dossier

from cbc_desktop.documents.pdf.embedded import EmbeddedFile, Relationship
from cbc_desktop.documents.pdf.pdfa import to_pdfa
from cbc_desktop.documents.pdf.rendering import render_pdf

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ATTACHMENTS = (
    EmbeddedFile("khao-sat.xml", "application/xml", b"<data/>", Relationship.DATA, "Phiếu khảo sát (ODK)"),
    EmbeddedFile("dossier.json", "application/json", b'{"revision": 1}', Relationship.DATA, "Hồ sơ"),
    EmbeddedFile("so-lieu.xlsx", XLSX, b"PK" * 4000, Relationship.ALTERNATIVE, "Bảng tính"),
)


@cache
def finished() -> bytes:
    return to_pdfa(render_pdf(small_dossier()), ATTACHMENTS)


@contextmanager
def opened() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(finished())) as pdf:
        yield pdf


def fields(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    return {str(field.T): field for field in pdf.Root.AcroForm.Fields}
